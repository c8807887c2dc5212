// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/column_mapping.h"
#include "core/catalog/formats/json_layout.h"
#include "core/catalog/formats/json_scanner.h"
#include "core/catalog/formats/readers.h"
#include "core/catalog/read_limits.h"

namespace tw {

namespace {

/// As with unclosed quotes in CSV: looking for a bracket that never closes costs what it looks at, so every failure
/// halves how far the next one may look, down to this, and every record that can be read doubles it.
constexpr std::size_t kLeastLimit = 4 * 1024;

/// The name of the first member of an object's text.
std::string firstMemberName(std::string_view text)
{
    const std::size_t quote = text.find_first_not_of("{ \t\r\n");
    if (quote == text.npos || text[quote] != '"')
        return {};
    const std::size_t end = text.find('"', quote + 1);
    return end == text.npos || end - quote > 200 ? std::string() : std::string(text.substr(quote + 1, end - quote - 1));
}

/// True when text is an object that begins with the member `name`.
bool beginsWithMember(std::string_view text, std::string_view name)
{
    if (!text.starts_with('{'))
        return false;
    const std::size_t quote = text.find_first_not_of(" \t\r\n", 1);
    if (quote == text.npos || text[quote] != '"')
        return false;
    const std::string_view rest = text.substr(quote + 1);
    return rest.size() > name.size() && rest.starts_with(name) && rest[name.size()] == '"';
}

class JsonReader final : public RecordReader {
public:
    JsonReader(ReaderInput input, JsonLayout layout)
        : m_source(std::move(input.source)), m_layout(std::move(layout)), m_scanner(*m_source)
    {
        m_info = std::move(input.info);
        m_info.list = m_layout.list;
        m_info.format = m_layout.inObject                          ? FileFormat::JsonObject
                        : m_layout.kind == JsonLayout::Kind::Array ? FileFormat::JsonArray
                                                                   : FileFormat::JsonLines;
        m_key = m_layout.firstKey;
    }

    const std::vector<std::string>& columns() const override { return m_columns; }
    std::uint64_t bytesRead() const override { return m_source->fileBytesRead(); }
    std::uint64_t bytesTotal() const override { return m_source->fileBytesTotal(); }

    Result<std::optional<Record>> next() override
    {
        while (true) {
            const bool there = toNextValue();
            TW_TRY(m_source->status());
            if (!there && !m_cutOff)
                return std::nullopt;
            Record record;
            record.number = m_number + 1;
            record.line = m_source->line();
            if (there)
                readValue(record);
            else
                record.fault = RecordFault{SkipReason::CutOff, "the list is not closed"};
            TW_TRY(m_source->status());
            // The way back into the list may lead through a part of the broken record.
            if (m_resyncing && !record.fault && !resembles(record)) {
                m_done = !skipToNextRecord();
                continue;
            }
            m_resyncing = false;
            ++m_number;
            if (record.fault && there)
                recover(*record.fault);
            else if (!record.fault)
                meetColumns(record);
            m_source->unmark();
            m_cutOff = false;
            return record;
        }
    }

private:
    bool bracketed() const
    {
        return m_layout.kind == JsonLayout::Kind::Array || m_layout.kind == JsonLayout::Kind::Members;
    }

    /// Goes to where the next record begins; false at the end of the records.
    bool toNextValue()
    {
        if (m_done)
            return false;
        while (true) {
            const int c = m_scanner.peekBehindBlanks();
            if (c == ByteSource::kEnd) {
                m_done = true;
                m_cutOff = bracketed() && !m_closed;
                return false;
            }
            if (c == ',' || (c == ']' && m_layout.kind != JsonLayout::Kind::Array)
                || (c == '}' && m_layout.kind != JsonLayout::Kind::Members)) {
                m_source->get(); // also brackets too many
            } else if (c == ']' || c == '}') {
                m_source->get();
                m_closed = true;
                m_done = m_layout.inObject;
                if (m_done)
                    return false;
            } else if (c == '[' && m_closed) {
                m_source->get(); // another list behind the first
                m_closed = false;
            } else {
                return m_layout.kind != JsonLayout::Kind::Members || c == '{' || !m_key.empty() || readKey();
            }
        }
    }

    bool readKey()
    {
        const auto name = m_scanner.readName(kLeastLimit);
        m_done = !name || m_scanner.peekBehindBlanks() == ByteSource::kEnd;
        m_cutOff = m_done;
        m_key = printable(name.value_or(""));
        return !m_done;
    }

    void readValue(Record& record)
    {
        const bool line = m_layout.kind == JsonLayout::Kind::Lines;
        if (!line)
            m_source->mark();
        const std::string key = std::exchange(m_key, {});
        const ScanEnd end = line ? m_scanner.readLine(kMaxRecordBytes) : m_scanner.read(m_limit);
        if (m_scanner.hadNul())
            record.mendings.emplace_back(Mending::NulRemoved, "");
        if (end == ScanEnd::TooLarge)
            record.fault = RecordFault{SkipReason::RecordTooLarge, fmt::format("longer than {} bytes", m_limit)};
        else if (end == ScanEnd::CutOff)
            record.fault = RecordFault{SkipReason::CutOff, "the file ends inside the record"};
        else if (m_scanner.depth() > kMaxNesting)
            record.fault = RecordFault{SkipReason::TooDeep, fmt::format("nested {} deep", m_scanner.depth())};
        else
            makeRecord(record, key);
    }

    void makeRecord(Record& record, const std::string& key)
    {
        const std::string& text = m_scanner.text();
        Result<Json> parsed = parseLenient(text);
        if (!parsed) {
            record.fault = RecordFault{SkipReason::BrokenJson, printable(parsed.error().detail)};
            return;
        }
        if (!parsed->isObject()) {
            record.fault = RecordFault{SkipReason::NotARecord, "not an object"};
            return;
        }
        if (m_source->decoded() ? text.find("\xEF\xBF\xBD") != text.npos : !isValidUtf8(text))
            record.mendings.emplace_back(Mending::UndecodableBytes, "");
        record.cells = unwrapRecord(std::move(*parsed).takeObject());
        if (record.cells.size() > kMaxColumns) {
            record.fault = RecordFault{SkipReason::TooManyColumns, fmt::format("{} members", record.cells.size())};
            record.cells.clear();
        } else if (!key.empty() && !hasKey(record)) {
            record.cells.emplace(record.cells.begin(), "key", Json(key));
        }
    }

    static bool hasKey(const Record& record)
    {
        std::vector<std::string> names;
        for (const auto& cell : record.cells)
            names.push_back(cell.first);
        const ColumnMapping mapping = ColumnMapping::guess(names);
        return mapping.column(Field::Key) || mapping.column(Field::ImdbId) || mapping.column(Field::TmdbId);
    }

    /// Goes on behind the broken record: at the next place that looks like the beginning of a record.
    void recover(RecordFault& fault)
    {
        const bool broken = fault.reason == SkipReason::BrokenJson || fault.reason == SkipReason::CutOff
                            || fault.reason == SkipReason::RecordTooLarge;
        if (m_layout.kind == JsonLayout::Kind::Lines || !broken)
            return;
        const std::string& text = m_scanner.text();
        const std::string marker = m_marker.empty() ? firstMemberName(text) : m_marker;
        bool another = false;
        for (std::size_t at = text.find('{', 1); !another && !marker.empty() && at != text.npos; at = text.find('{', at + 1))
            another = beginsWithMember(std::string_view(text).substr(at), marker);
        if (another) {
            if (text.size() > kLeastLimit)
                m_limit = std::max(m_limit / 2, kLeastLimit);
            if (fault.reason == SkipReason::CutOff)
                fault = RecordFault{SkipReason::BrokenJson, "a bracket or quote is not closed"};
            m_marker = marker;
            m_source->rewind();
            m_source->get();
            m_done = !skipToNextRecord();
        } else if (fault.reason == SkipReason::RecordTooLarge) {
            m_source->unmark();
            m_scanner.skipRest();
        }
        if (fault.reason == SkipReason::CutOff)
            m_done = true;
    }

    bool skipToNextRecord()
    {
        constexpr std::size_t kBlanks = 64;
        while (true) {
            const int c = m_source->peek();
            if (c == ByteSource::kEnd)
                return false;
            if (c == '{' && beginsWithMember(m_source->look(m_marker.size() + kBlanks), m_marker)) {
                m_resyncing = true;
                return true;
            }
            m_source->get();
        }
    }

    /// True when at least half of the first record's columns are there.
    bool resembles(const Record& record) const
    {
        const auto known = std::ranges::count_if(m_firstColumns, [&](const std::string& column) {
            return std::ranges::any_of(record.cells, [&](const auto& cell) { return cell.first == column; });
        });
        return static_cast<std::size_t>(known) * 2 >= m_firstColumns.size();
    }

    void meetColumns(const Record& record)
    {
        m_limit = std::min(m_limit * 2, kMaxRecordBytes);
        if (m_firstColumns.empty()) {
            m_marker = firstMemberName(m_scanner.text());
            for (const auto& cell : record.cells)
                m_firstColumns.push_back(cell.first);
        }
        for (const auto& cell : record.cells)
            if (m_columns.size() < kMaxKnownColumns && m_known.insert(cell.first).second)
                m_columns.push_back(cell.first);
    }

    std::unique_ptr<ByteSource> m_source;
    JsonLayout m_layout;
    JsonScanner m_scanner;
    std::vector<std::string> m_columns;
    std::unordered_set<std::string> m_known;
    std::vector<std::string> m_firstColumns; ///< Of the first record that could be read.
    std::string m_key;                       ///< Members: the next record's key.
    std::string m_marker;                    ///< The first member's name: tells where a record begins.
    std::size_t m_limit = kMaxRecordBytes;
    std::uint64_t m_number = 0;
    bool m_resyncing = false;
    bool m_cutOff = false;
    bool m_closed = false;
    bool m_done = false;
};

} // namespace

Result<std::unique_ptr<RecordReader>> openJson(ReaderInput input)
{
    auto layout = findRecords(*input.source);
    if (!layout) {
        Error error = layout.error();
        error.subject = input.name;
        return fail(std::move(error));
    }
    return std::make_unique<JsonReader>(std::move(input), std::move(*layout));
}

} // namespace tw
