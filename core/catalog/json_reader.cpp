// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/readers.h"
#include "core/catalog/text_repair.h"

#include <unordered_set>

namespace tw {

namespace {

bool isBlank(int c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// What both JSON formats share: the text of one record at a time becomes a Record.
class JsonReader : public RecordReader {
public:
    JsonReader(std::unique_ptr<ByteSource> source, std::string name)
        : m_source(std::move(source)), m_name(std::move(name))
    {
    }

    const std::vector<std::string>& columns() const override { return m_columns; }
    std::uint64_t bytesRead() const override { return m_source->fileBytesRead(); }
    std::uint64_t bytesTotal() const override { return m_source->fileBytesTotal(); }

    Result<std::optional<Record>> next() override
    {
        m_text.clear();
        TW_ASSIGN(const bool found, readText());
        if (!found)
            return std::nullopt;
        ++m_number;
        if (!isValidUtf8(m_text))
            m_text = utf8FromWindows1252(m_text);
        Result<Json> parsed = Json::parse(m_text);
        if (!parsed)
            return broken(parsed.error().detail);
        if (!parsed->isObject())
            return broken("not an object");
        Record record;
        record.number = m_number;
        record.cells = std::move(*parsed).takeObject();
        for (const auto& cell : record.cells)
            if (m_known.insert(cell.first).second)
                m_columns.push_back(cell.first);
        return record;
    }

protected:
    /// Puts the next record's text into m_text; false at the end.
    virtual Result<bool> readText() = 0;

    Status append(int c)
    {
        if (m_text.size() == kMaxRecordBytes)
            return fail(ErrorCode::FormatBroken, m_name,
                        fmt::format("record {} is longer than {} bytes", m_number + 1, kMaxRecordBytes));
        m_text.push_back(static_cast<char>(c));
        return {};
    }
    int peekBehindBlanks()
    {
        while (isBlank(m_source->peek()))
            m_source->get();
        return m_source->peek();
    }
    /// The rest of the file can't be read.
    tl::unexpected<Error> fatal(std::string why)
    {
        if (!m_source->status())
            return fail(m_source->status().error());
        return fail(ErrorCode::FormatBroken, m_name, std::move(why));
    }
    tl::unexpected<Error> broken(std::string why) const
    {
        return fail(Error{ErrorCode::FormatBroken, m_name, std::move(why), m_number});
    }

    std::unique_ptr<ByteSource> m_source;
    std::string m_name;
    std::string m_text;
    std::uint64_t m_number = 0;

private:
    std::vector<std::string> m_columns;
    std::unordered_set<std::string> m_known;
};

class JsonLinesReader final : public JsonReader {
public:
    using JsonReader::JsonReader;
    FileFormat format() const override { return FileFormat::JsonLines; }

private:
    Result<bool> readText() override
    {
        if (peekBehindBlanks() == ByteSource::kEnd) {
            TW_TRY(m_source->status());
            return false;
        }
        for (int c = m_source->get(); c != ByteSource::kEnd && c != '\n'; c = m_source->get()) {
            TW_TRY(append(c));
        }
        TW_TRY(m_source->status());
        return true;
    }
};

/// Cuts the array into its elements by brackets and quotes alone, so that a fault inside one element does not
/// hide the next one, and only one element is in memory.
class JsonArrayReader final : public JsonReader {
public:
    using JsonReader::JsonReader;
    FileFormat format() const override { return FileFormat::JsonArray; }

private:
    Result<bool> readText() override
    {
        if (m_done)
            return false;
        int c = peekBehindBlanks();
        if (!m_begun) {
            m_source->get(); // the bracket that told the format
            m_begun = true;
            c = peekBehindBlanks();
        } else if (c == ',') {
            m_source->get();
            c = peekBehindBlanks();
        }
        if (c == ']') { // also behind a comma too many
            m_source->get();
            m_done = true;
            if (peekBehindBlanks() != ByteSource::kEnd)
                return fatal("text behind the array");
            TW_TRY(m_source->status());
            return false;
        }
        return readElement();
    }

    Result<bool> readElement()
    {
        int depth = 0;
        bool inString = false;
        while (true) {
            const int c = m_source->peek();
            if (c == ByteSource::kEnd) {
                m_done = true;
                return fatal("the array is not closed");
            }
            if (!inString && depth == 0 && (c == ',' || c == ']'))
                return true;
            m_source->get();
            TW_TRY(append(c));
            if (inString && c == '\\' && m_source->peek() != ByteSource::kEnd) {
                TW_TRY(append(m_source->get()));
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString) {
                depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            }
        }
    }

    bool m_begun = false;
    bool m_done = false;
};

} // namespace

std::unique_ptr<RecordReader> openJsonArray(std::unique_ptr<ByteSource> source, std::string name)
{
    return std::make_unique<JsonArrayReader>(std::move(source), std::move(name));
}

std::unique_ptr<RecordReader> openJsonLines(std::unique_ptr<ByteSource> source, std::string name)
{
    return std::make_unique<JsonLinesReader>(std::move(source), std::move(name));
}

} // namespace tw
