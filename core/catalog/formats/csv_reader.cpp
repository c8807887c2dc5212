// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/formats/csv_dialect.h"
#include "core/catalog/formats/csv_row.h"
#include "core/catalog/formats/readers.h"
#include "core/catalog/input/text_repair.h"
#include "core/catalog/read_limits.h"

namespace tw {

namespace {

constexpr std::size_t kLongestColumnName = 200;
constexpr std::size_t kFlagsBegin = 5; ///< Of MovieLens 100K's items: the first column of genre flags.

/// Takes away what spreadsheets need: ="123" keeps leading zeros, and our own export puts an apostrophe before what
/// they would take for a formula.
void unwrapForSpreadsheets(std::string& cell)
{
    if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"')) {
        cell = cell.substr(2, cell.size() - 3);
        return;
    }
    constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";
    if (cell.size() >= 2 && cell[0] == '\'' && kFormulaStarts.find(cell[1]) != kFormulaStarts.npos)
        cell.erase(0, 1);
}

class CsvReader final : public RecordReader {
public:
    CsvReader(ReaderInput input, CsvDialect dialect)
        : m_source(std::move(input.source)), m_name(std::move(input.name)), m_dialect(std::move(dialect)),
          m_rows(*m_source, m_dialect)
    {
        m_info = std::move(input.info);
        m_info.format = m_dialect.separator == '\t' ? FileFormat::Tsv : FileFormat::Csv;
        m_info.separator = m_dialect.separator;
        m_info.recognisedAs = m_dialect.headerless.recognisedAs;
    }

    Status readHeader()
    {
        if (!m_dialect.headerless.columns.empty()) {
            m_columns = m_dialect.headerless.columns;
            m_genreFlags = m_columns.size() > kFlagsBegin;
            if (m_genreFlags)
                m_columns.resize(kFlagsBegin);
            if (m_genreFlags)
                m_columns.push_back("genres");
            return {};
        }
        for (std::size_t i = 0; i < m_dialect.linesBefore; ++i)
            m_rows.skipLine();
        TW_ASSIGN(const bool found, m_rows.read(kMaxHeaderBytes));
        if (!found)
            return fail(ErrorCode::FormatUnknown, m_name, "empty");
        if (m_rows.fault())
            return fail(ErrorCode::FormatUnknown, m_name, "the header: " + m_rows.fault()->detail);
        for (std::size_t i = 0; i < m_rows.cells().size(); ++i)
            addColumn(printable(truncateCharacters(utf8FromMixed(trim(m_rows.cells()[i])), kLongestColumnName)), i);
        return {};
    }

    const std::vector<std::string>& columns() const override { return m_columns; }
    std::uint64_t bytesRead() const override { return m_source->fileBytesRead(); }
    std::uint64_t bytesTotal() const override { return m_source->fileBytesTotal(); }

    Result<std::optional<Record>> next() override
    {
        TW_ASSIGN(const bool found, m_rows.read(kMaxRecordBytes));
        if (!found)
            return std::nullopt;
        Record record;
        record.number = ++m_number;
        record.line = m_rows.line();
        record.fault = m_rows.fault();
        if (record.fault)
            return record;
        std::vector<std::string>& cells = m_rows.cells();
        if (m_genreFlags)
            joinGenreFlags(cells);
        // Missing cells at the end are how hand-made files look; cells too many mean a separator without quotes.
        const auto firstExtra = cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), m_columns.size()));
        if (!std::all_of(firstExtra, cells.end(), [](const std::string& cell) { return trim(cell).empty(); })) {
            record.fault = RecordFault{SkipReason::TooManyCells,
                                       fmt::format("{} cells under {} columns", cells.size(), m_columns.size())};
            return record;
        }
        if (m_rows.hadNul())
            record.mendings.emplace_back(Mending::NulRemoved, "");
        if (cells.size() < m_columns.size())
            record.mendings.emplace_back(Mending::CellsMissing,
                                         fmt::format("{} cells under {} columns", cells.size(), m_columns.size()));
        record.cells.reserve(m_columns.size());
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i < cells.size())
                mend(cells[i], m_columns[i], record.mendings);
            record.cells.emplace_back(m_columns[i], i < cells.size() ? Json(std::move(cells[i])) : Json());
        }
        return record;
    }

private:
    void addColumn(std::string column, std::size_t index)
    {
        if (column.empty())
            column = fmt::format("column {}", index + 1);
        const std::string base = column;
        for (int copy = 2; !m_names.insert(column).second; ++copy)
            column = fmt::format("{} ({})", base, copy);
        m_columns.push_back(std::move(column));
    }

    void mend(std::string& cell, const std::string& column, Mendings& mendings) const
    {
        const bool undecodable = m_source->decoded() ? cell.find("\xEF\xBF\xBD") != cell.npos : !isValidUtf8(cell);
        if (undecodable)
            mendings.emplace_back(Mending::UndecodableBytes, column);
        if (undecodable && !m_source->decoded())
            cell = utf8FromMixed(cell);
        if (m_dialect.quotes)
            unwrapForSpreadsheets(cell);
    }

    static void joinGenreFlags(std::vector<std::string>& cells)
    {
        if (cells.size() != kFlagsBegin + movieLensGenres().size())
            return;
        std::string genres;
        for (std::size_t i = 1; i < movieLensGenres().size(); ++i) { // the first flag says that no genre is known
            if (cells[kFlagsBegin + i] != "1")
                continue;
            if (!genres.empty())
                genres += '|';
            genres += movieLensGenres()[i];
        }
        cells.resize(kFlagsBegin);
        cells.push_back(std::move(genres));
    }

    std::unique_ptr<ByteSource> m_source;
    std::string m_name;
    CsvDialect m_dialect;
    CsvRows m_rows;
    std::vector<std::string> m_columns;
    std::unordered_set<std::string> m_names;
    bool m_genreFlags = false;
    std::uint64_t m_number = 0;
};

} // namespace

Result<std::unique_ptr<RecordReader>> openCsv(ReaderInput input, bool tabsByName, bool anyway)
{
    constexpr std::size_t kJudgedBytes = 64 * 1024;
    const std::string_view start = input.source->look(kJudgedBytes);
    TW_TRY(input.source->status());
    const auto dialect = csvDialect(start, tabsByName, anyway);
    if (!dialect)
        return fail(ErrorCode::FormatUnknown, input.name, "plain text without columns");
    if (!dialect->headerless.looksLike.empty())
        return fail(ErrorCode::FormatUnknown, input.name, dialect->headerless.looksLike);
    auto reader = std::make_unique<CsvReader>(std::move(input), *dialect);
    TW_TRY(reader->readHeader());
    return reader;
}

} // namespace tw
