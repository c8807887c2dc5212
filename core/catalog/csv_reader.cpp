// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/readers.h"
#include "core/catalog/text_repair.h"

namespace tw {

namespace {

class CsvReader final : public RecordReader {
public:
    CsvReader(std::unique_ptr<ByteSource> source, std::string name, FileFormat format, char separator)
        : m_source(std::move(source)), m_name(std::move(name)), m_format(format), m_separator(separator)
    {
    }

    Status readHeader()
    {
        TW_ASSIGN(const bool found, readRow());
        if (!found)
            return fail(ErrorCode::FormatUnknown, m_name, "empty");
        for (std::size_t i = 0; i < m_row.size(); ++i) {
            std::string column(trim(m_row[i]));
            if (column.empty())
                column = fmt::format("column {}", i + 1);
            const std::string base = column;
            for (int copy = 2; std::ranges::find(m_columns, column) != m_columns.end(); ++copy)
                column = fmt::format("{} ({})", base, copy);
            m_columns.push_back(std::move(column));
        }
        return {};
    }

    FileFormat format() const override { return m_format; }
    const std::vector<std::string>& columns() const override { return m_columns; }
    std::uint64_t bytesRead() const override { return m_source->fileBytesRead(); }
    std::uint64_t bytesTotal() const override { return m_source->fileBytesTotal(); }

    Result<std::optional<Record>> next() override
    {
        TW_ASSIGN(const bool found, readRow());
        if (!found)
            return std::nullopt;
        ++m_number;
        // Missing cells at the end are how hand-made files look; cells too many mean a separator without quotes.
        const auto firstExtra = m_row.begin() + static_cast<std::ptrdiff_t>(std::min(m_row.size(), m_columns.size()));
        if (!std::all_of(firstExtra, m_row.end(), [](const std::string& cell) { return trim(cell).empty(); }))
            return fail(Error{ErrorCode::FormatBroken, m_name,
                              fmt::format("{} cells under {} columns", m_row.size(), m_columns.size()), m_number});
        Record record;
        record.number = m_number;
        record.cells.reserve(m_columns.size());
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            record.cells.emplace_back(m_columns[i], i < m_row.size() ? Json(std::move(m_row[i])) : Json());
        return record;
    }

private:
    /// Reads the next line that is not blank into m_row; false at the end.
    Result<bool> readRow()
    {
        while (true) {
            m_row.clear();
            m_rowBytes = 0;
            if (m_source->peek() == ByteSource::kEnd) {
                TW_TRY(m_source->status());
                return false;
            }
            bool moreCells = true;
            while (moreCells) {
                TW_ASSIGN(moreCells, readCell());
            }
            // Behind a fault in the file its last line is not complete.
            TW_TRY(m_source->status());
            if (m_row.size() > 1 || !trim(m_row.front()).empty())
                break;
        }
        for (std::string& cell : m_row)
            if (!isValidUtf8(cell))
                cell = utf8FromWindows1252(cell);
        return true;
    }

    /// Appends one cell to m_row; true when another one follows in this row.
    Result<bool> readCell()
    {
        std::string& cell = m_row.emplace_back();
        if (m_source->peek() == '"') {
            TW_TRY(readQuoted(cell));
        }
        while (true) {
            const int c = m_source->get();
            if (c == ByteSource::kEnd || c == '\n')
                return false;
            if (c == m_separator)
                return true;
            if (c == '\r' && (m_source->peek() == '\n' || m_source->peek() == ByteSource::kEnd))
                continue;
            TW_TRY(append(cell, c));
        }
    }

    Status readQuoted(std::string& cell)
    {
        m_source->get();
        while (true) {
            const int c = m_source->get();
            if (c == ByteSource::kEnd) {
                TW_TRY(m_source->status());
                return fail(Error{ErrorCode::FormatBroken, m_name, "a quote is not closed", m_number + 1});
            }
            if (c != '"') {
                TW_TRY(append(cell, c));
                continue;
            }
            const int after = m_source->peek();
            if (after == '"') {
                m_source->get();
                TW_TRY(append(cell, '"'));
                continue;
            }
            if (after != m_separator && after != '\r' && after != '\n' && after != ByteSource::kEnd)
                cell = '"' + cell + '"'; // not a quoted cell: "A" gai waak
            return {};
        }
    }

    Status append(std::string& cell, int c)
    {
        if (++m_rowBytes > kMaxRecordBytes)
            return fail(ErrorCode::FormatBroken, m_name,
                        fmt::format("record {} is longer than {} bytes", m_number + 1, kMaxRecordBytes));
        cell.push_back(static_cast<char>(c));
        return {};
    }

    std::unique_ptr<ByteSource> m_source;
    std::string m_name;
    FileFormat m_format;
    char m_separator;
    std::vector<std::string> m_columns;
    std::vector<std::string> m_row;
    std::size_t m_rowBytes = 0;
    std::uint64_t m_number = 0;
};

} // namespace

Result<std::unique_ptr<RecordReader>> openCsv(std::unique_ptr<ByteSource> source, std::string name, FileFormat format,
                                              char separator)
{
    auto reader = std::make_unique<CsvReader>(std::move(source), std::move(name), format, separator);
    TW_TRY(reader->readHeader());
    return reader;
}

} // namespace tw
