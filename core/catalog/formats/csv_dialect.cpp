// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/formats/csv_dialect.h"

#include "core/base/text.h"
#include "core/catalog/column_mapping.h"

namespace tw {

namespace {

constexpr std::size_t kJudgedLines = 25;
constexpr std::size_t kMostTables = 3;

std::vector<std::string_view> linesOf(std::string_view start, char end)
{
    std::vector<std::string_view> lines;
    while (!start.empty() && lines.size() < kJudgedLines) {
        const std::size_t length = std::min(start.find(end), start.size());
        lines.push_back(start.substr(0, length));
        start.remove_prefix(std::min(length + 1, start.size()));
    }
    return lines;
}

std::vector<std::string> cellsOf(std::string_view line, const CsvDialect& dialect)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && dialect.quotes) {
            quoted = !quoted;
        } else if (c == dialect.separator && !quoted
                   && (!dialect.doubledSeparator || (i + 1 < line.size() && line[i + 1] == c))) {
            i += dialect.doubledSeparator;
            cells.emplace_back();
        } else {
            cells.back().push_back(c);
        }
    }
    for (std::string& cell : cells)
        cell = std::string(trim(cell));
    return cells;
}

/// The most frequent separator outside quotes; in doubt tab, comma, semicolon, bar. '\0' when there is none.
char separatorIn(std::string_view line)
{
    constexpr std::string_view kSeparators = "\t,;|";
    std::array<std::size_t, kSeparators.size()> counts{};
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        const std::size_t which = quoted ? kSeparators.npos : kSeparators.find(c);
        if (which != kSeparators.npos)
            ++counts[which];
    }
    const auto most = std::ranges::max_element(counts);
    return *most == 0 ? '\0' : kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

/// True when quotes are escaped by backslashes: \" stands where it could not close a cell, and "" does so less often.
bool usesBackslashes(std::string_view start, char separator)
{
    std::size_t backslashed = 0;
    std::size_t doubled = 0;
    for (std::size_t i = 1; i + 2 < start.size(); ++i) {
        if (start[i] != '"')
            continue;
        const char after = start[i + 1];
        const bool closes = after == separator || after == '\n' || after == '\r';
        backslashed += start[i - 1] == '\\' && !closes && after != '"';
        const char before = start[i - 1];
        doubled += after == '"' && before != separator && before != '\n' && before != '"' && before != '\\';
    }
    return backslashed > doubled;
}

std::size_t knownColumns(const std::vector<std::string>& cells)
{
    const ColumnMapping mapping = ColumnMapping::guess(cells);
    if (!mapping.column(Field::Title))
        return 0;
    return static_cast<std::size_t>(std::ranges::count_if(cells, [&](const std::string& c) { return mapping.field(c).has_value(); }));
}

struct HeaderPlace {
    std::size_t line = 0;
    bool known = false; ///< It names a title.
};

/// The first line of the table that is the catalogue. A list of Letterboxd begins with a table of one row about the
/// list itself; other files with lines of text.
HeaderPlace headerPlace(const std::vector<std::string_view>& lines, const CsvDialect& dialect)
{
    constexpr std::size_t kMostRowsBefore = 2;
    std::optional<std::size_t> first;
    std::optional<std::size_t> chosen;
    std::size_t linesInTable = 0;
    bool onlyText = true; // so far no line had two cells
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (trim(lines[i]).empty()) {
            if (linesInTable > kMostRowsBefore && !onlyText)
                break;
            linesInTable = 0;
            continue;
        }
        const auto cells = cellsOf(lines[i], dialect);
        const bool mayBegin = ++linesInTable == 1 || onlyText;
        onlyText = onlyText && cells.size() == 1;
        // A film may be called "Movie": further down one known name does not make a header.
        if (mayBegin && knownColumns(cells) >= (first ? 2U : 1U)) {
            chosen = i;
            linesInTable = 1;
        }
        if (!first)
            first = i;
    }
    return {chosen.value_or(first.value_or(0)), chosen.has_value()};
}

} // namespace

std::optional<CsvDialect> csvDialect(std::string_view start, bool tabsByName, bool anyway)
{
    CsvDialect dialect;
    dialect.returnsOnly = start.find('\n') == start.npos && start.find('\r') != start.npos;
    const auto lines = linesOf(start, dialect.returnsOnly ? '\r' : '\n');
    char separator = '\0';
    for (const std::string_view line : lines)
        if (separator == '\0')
            separator = separatorIn(line);
    const auto first = std::ranges::find_if(lines, [](std::string_view line) { return !trim(line).empty(); });
    const std::string_view firstLine = first == lines.end() ? std::string_view() : *first;
    const bool doubled = firstLine.find("::") != firstLine.npos && firstLine[0] >= '0' && firstLine[0] <= '9';
    dialect.separator = separator != '\0' ? separator : tabsByName ? '\t' : ',';

    // Files of numbers and films without a header, none of which has quotes.
    CsvDialect plain = dialect;
    plain.quotes = false;
    if (doubled) {
        plain.separator = ':';
        plain.doubledSeparator = true;
    }
    plain.headerless = headerlessFile(cellsOf(firstLine, plain));
    if (!plain.headerless.columns.empty() || !plain.headerless.looksLike.empty())
        return plain;

    dialect.backslashes = usesBackslashes(start, dialect.separator);
    const HeaderPlace header = headerPlace(lines, dialect);
    dialect.linesBefore = header.line;
    // Prose has commas too, but seldom in its first line.
    const bool prose = separator == '\0' || separatorIn(firstLine) == '\0';
    if (prose && !header.known && !tabsByName && !anyway)
        return std::nullopt;
    return dialect;
}

} // namespace tw
