// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_writers.h"

#include "core/base/json.h"
#include "core/base/text.h"

namespace tw {

namespace {

enum class Escaping { Doubled, Backslash };

std::string dateText(TimePoint time)
{
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// Similarities, shares and places on the map mean nothing beyond about four decimals.
double rounded(float value)
{
    return std::round(static_cast<double>(value) * 1e4) / 1e4;
}

Json listValue(const std::vector<std::string>& list)
{
    return Json::Array(list.begin(), list.end());
}

Json textValue(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json numberValue(const std::optional<float>& number)
{
    return number && std::isfinite(*number) ? Json(rounded(*number)) : Json();
}

/// The one place that knows what each column holds; every format writes from it. Null: no value.
Json valueOf(const ExportRow& row, ExportColumn column)
{
    switch (column) {
    case ExportColumn::List:
        return textValue(row.list);
    case ExportColumn::Rank:
        return row.rank == 0 ? Json() : Json(row.rank);
    case ExportColumn::Key:
        return textValue(row.item.key);
    case ExportColumn::Title:
        return textValue(row.item.title);
    case ExportColumn::OriginalTitle:
        return textValue(row.item.originalTitle);
    case ExportColumn::Year:
        return row.item.year ? Json(*row.item.year) : Json();
    case ExportColumn::Genres:
        return listValue(row.item.genres);
    case ExportColumn::Directors:
        return listValue(row.item.directors);
    case ExportColumn::ImdbId:
        return textValue(row.item.imdbId);
    case ExportColumn::TmdbId:
        return textValue(row.item.tmdbId);
    case ExportColumn::State:
        return textValue(row.state);
    case ExportColumn::Date:
        return row.date ? Json(dateText(*row.date)) : Json();
    case ExportColumn::FoundIn:
        return textValue(row.foundIn);
    case ExportColumn::Score:
        return numberValue(row.score);
    case ExportColumn::Share:
        return numberValue(row.share);
    case ExportColumn::X:
        return row.position ? numberValue((*row.position)[0]) : Json();
    case ExportColumn::Y:
        return row.position ? numberValue((*row.position)[1]) : Json();
    }
    return {};
}

std::string joined(const Json::Array& list, std::string_view separator)
{
    std::string text;
    for (const Json& entry : list) {
        if (!text.empty())
            text += separator;
        text += entry.asString();
    }
    return text;
}

std::string plainText(const Json& value, std::string_view listSeparator)
{
    if (value.isString())
        return value.asString();
    if (value.isArray())
        return joined(value.asArray(), listSeparator);
    if (value.isInteger())
        return std::to_string(value.asInteger());
    return value.isNumber() ? fmt::format("{:.4f}", value.asNumber()) : std::string();
}

std::string textCell(std::string text, bool isNumber, Escaping escaping)
{
    using namespace std::string_view_literals;
    const bool dangerous = !isNumber && !text.empty() && "=+-@\t\r\n\0"sv.find(text.front()) != "="sv.npos;
    if (dangerous)
        text.insert(text.begin(), '\'');
    const std::string_view special = escaping == Escaping::Doubled ? ",\"\r\n"sv : ",\"\r\n\\"sv;
    if (!dangerous && text.find_first_of(special) == text.npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted.push_back(escaping == Escaping::Doubled ? '"' : '\\');
        else if (c == '\\' && escaping == Escaping::Backslash)
            quoted.push_back('\\');
        quoted.push_back(c);
    }
    quoted.push_back('"');
    return quoted;
}

/// One cell of a comma-separated file. Only text can be a formula: our own numbers are written as they are.
std::string cellText(const Json& value, std::string_view listSeparator, Escaping escaping)
{
    return textCell(plainText(value, listSeparator), value.isNumber(), escaping);
}

std::string markdownEscaped(std::string_view text)
{
    using namespace std::string_view_literals;
    std::string escaped;
    for (const char c : printable(text)) {
        if (c == '\n' || c == '\t') {
            escaped.push_back(' ');
            continue;
        }
        if ("\\`*_{}[]<>()#|~$&!"sv.find(c) != "\\"sv.npos)
            escaped.push_back('\\');
        escaped.push_back(c);
    }
    return escaped;
}

std::string_view markdownHeader(ExportColumn column)
{
    switch (column) {
    case ExportColumn::List:
        return "List";
    case ExportColumn::Rank:
        return "#";
    case ExportColumn::Key:
        return "Key";
    case ExportColumn::Title:
        return "Title";
    case ExportColumn::OriginalTitle:
        return "Original title";
    case ExportColumn::Year:
        return "Year";
    case ExportColumn::Genres:
        return "Genres";
    case ExportColumn::Directors:
        return "Directors";
    case ExportColumn::ImdbId:
        return "IMDb";
    case ExportColumn::TmdbId:
        return "TMDB";
    case ExportColumn::State:
        return "State";
    case ExportColumn::Date:
        return "Date";
    case ExportColumn::FoundIn:
        return "Found in";
    case ExportColumn::Score:
        return "Score";
    case ExportColumn::Share:
        return "Share";
    case ExportColumn::X:
        return "x";
    case ExportColumn::Y:
        return "y";
    }
    return {};
}

bool isNumeric(ExportColumn column)
{
    return column == ExportColumn::Rank || column == ExportColumn::Year || column == ExportColumn::Score ||
           column == ExportColumn::Share || column == ExportColumn::X || column == ExportColumn::Y;
}

template <class Header, class Cell>
std::string commaSeparated(std::span<const ExportRow> rows, std::span<const ExportColumn> columns, Header header,
                           Cell cell)
{
    std::string text;
    const auto addLine = [&](auto cellOf) {
        std::string line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                line.push_back(',');
            line += cellOf(columns[i]);
        }
        // Readers skip empty lines, so a record that is one empty cell is written with its quotes.
        text += line.empty() ? "\"\"" : line;
        text += "\r\n";
    };
    addLine(header);
    for (const ExportRow& row : rows)
        addLine([&](ExportColumn column) { return cell(row, column); });
    return text;
}

} // namespace

bool hasValue(const ExportRow& row, ExportColumn column)
{
    const Json value = valueOf(row, column);
    return !value.isNull() && !(value.isArray() && value.asArray().empty());
}

std::string_view letterboxdName(ExportColumn column)
{
    switch (column) {
    case ExportColumn::ImdbId:
        return "imdbID";
    case ExportColumn::TmdbId:
        return "tmdbID";
    case ExportColumn::Title:
        return "Title";
    case ExportColumn::Year:
        return "Year";
    case ExportColumn::Directors:
        return "Directors";
    case ExportColumn::Date:
        return "WatchedDate";
    default:
        return {};
    }
}

std::string csvCell(std::string_view text)
{
    return textCell(std::string(text), false, Escaping::Doubled);
}

std::string csvText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns)
{
    return commaSeparated(rows, columns, exportColumnName, [](const ExportRow& row, ExportColumn column) {
        return cellText(valueOf(row, column), "|", Escaping::Doubled);
    });
}

std::string letterboxdText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns)
{
    return commaSeparated(rows, columns, letterboxdName, [](const ExportRow& row, ExportColumn column) {
        return cellText(valueOf(row, column), ", ", Escaping::Backslash);
    });
}

std::string jsonText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns)
{
    Json::Array list;
    list.reserve(rows.size());
    for (const ExportRow& row : rows) {
        Json object = Json::Object();
        for (const ExportColumn column : columns)
            object.set(std::string(exportColumnName(column)), valueOf(row, column));
        list.push_back(std::move(object));
    }
    return Json(std::move(list)).dump(2) + "\n";
}

std::string markdownText(std::span<const ExportRow> rows, std::span<const ExportColumn> columns,
                         std::string_view heading)
{
    std::string text;
    if (!heading.empty())
        text += "# " + markdownEscaped(heading) + "\n\n";
    std::string rule;
    for (const ExportColumn column : columns) {
        text += fmt::format("| {} ", markdownHeader(column));
        rule += isNumeric(column) ? "| ---: " : "| --- ";
    }
    text += "|\n" + rule + "|\n";
    for (const ExportRow& row : rows) {
        for (const ExportColumn column : columns)
            text += fmt::format("| {} ", markdownEscaped(plainText(valueOf(row, column), ", ")));
        text += "|\n";
    }
    return text;
}

} // namespace tw
