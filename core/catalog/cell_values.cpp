// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cell_values.h"

#include "core/base/text.h"
#include "core/catalog/cell_cleaning.h"
#include "core/catalog/column_mapping.h"
#include "core/catalog/read_limits.h"

#include <charconv>
#include <cmath>

namespace tw {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> integerOf(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// Without the ".0" that programs put behind whole numbers in columns with gaps.
std::string_view withoutZeroFraction(std::string_view text)
{
    const std::size_t dot = text.find('.');
    if (dot != std::string_view::npos && dot + 1 < text.size()
        && text.find_first_not_of('0', dot + 1) == std::string_view::npos)
        return text.substr(0, dot);
    return text;
}

std::string numberText(double value)
{
    if (std::abs(value) < 1e15 && value == std::floor(value))
        return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

/// Python prints lists with single quotes, None, True and False; this makes JSON of them.
std::string jsonFromPython(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char quote = text[at];
        if (quote == '\'' || quote == '"') {
            out.push_back('"');
            for (++at; at < text.size() && text[at] != quote; ++at) {
                if (text[at] == '\\' && at + 1 < text.size()) {
                    if (text[++at] != '\'')
                        out.push_back('\\');
                } else if (text[at] == '"') {
                    out.push_back('\\');
                }
                out.push_back(text[at]);
            }
            out.push_back('"');
            ++at;
            continue;
        }
        const auto takeWord = [&](std::string_view word, std::string_view replacement) {
            if (!text.substr(at).starts_with(word))
                return false;
            out += replacement;
            at += word.size();
            return true;
        };
        if (!takeWord("None", "null") && !takeWord("True", "true") && !takeWord("False", "false"))
            out.push_back(text[at++]);
    }
    return out;
}

const Json& nameMember(const Json& object)
{
    for (const char* name : {"name", "title", "english_name", "label"})
        if (object.contains(name))
            return object[name];
    return object[""];
}

void addToList(std::vector<std::string>& list, std::string_view entry)
{
    if (list.size() == kMaxListEntries)
        return;
    // A list that came as JSON text may hold escaped controls.
    std::string clean = shortened(singleLine(printable(entry)), kMaxCellBytes);
    if (!clean.empty() && std::ranges::find(list, clean) == list.end())
        list.push_back(std::move(clean));
}

std::vector<std::string> listFromJsonArray(const Json& array)
{
    std::vector<std::string> list;
    for (const Json& element : array.asArray())
        addToList(list, cellText(element));
    return list;
}

/// Splits at a comma before a blank; without such, at every comma that is not inside a number.
std::vector<std::string> splitAtCommas(std::string_view text)
{
    const auto blankFollows = [&](std::size_t at) {
        return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\r';
    };
    bool spaced = false;
    for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1))
        spaced = spaced || blankFollows(at);
    std::vector<std::string> list;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size()) {
            const bool comma = text[at] == ',';
            const bool digitFollows = comma && at + 1 < text.size() && isDigit(text[at + 1]);
            if (!comma || (spaced ? !blankFollows(at) : digitFollows))
                continue;
        }
        addToList(list, text.substr(begin, at - begin));
        begin = at + 1;
    }
    return list;
}

} // namespace

std::string cellText(const Json& cell)
{
    if (cell.isString())
        return std::string(trim(cell.asString()));
    if (cell.isBool())
        return cell.asBool() ? "true" : "false";
    if (cell.isInteger())
        return std::to_string(cell.asInteger());
    if (cell.isNumber())
        return numberText(cell.asNumber());
    if (cell.isArray())
        return fmt::format("{}", fmt::join(listFromJsonArray(cell), ", "));
    if (cell.isObject())
        return nameMember(cell).isNull() ? cell.dump() : cellText(nameMember(cell));
    return {};
}

std::string cellTextOrNothing(const Json& cell)
{
    std::string text = cellText(cell);
    static constexpr std::array<std::string_view, 12> kNothing = {
        "\\N", "NaN", "nan", "null", "NULL", "None", "N/A", "n/a", "Нет слогана", "Нет описания", "(no genres listed)", "暂无"};
    return std::ranges::find(kNothing, text) == kNothing.end() ? text : std::string();
}

std::string singleLine(std::string_view text)
{
    std::string out;
    for (const char c : trim(text)) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    return out;
}

std::vector<std::string> listFromCell(const Json& cell)
{
    if (cell.isArray())
        return listFromJsonArray(cell);
    const std::string text = cellTextOrNothing(cell);
    if (text.starts_with('[') && text.ends_with(']')) {
        auto parsed = Json::parse(text);
        if (!parsed)
            parsed = Json::parse(jsonFromPython(text));
        if (parsed)
            return listFromJsonArray(*parsed);
    }
    for (const char separator : {'|', ';'}) {
        if (text.find(separator) == std::string::npos)
            continue;
        std::vector<std::string> list;
        for (const std::string& part : splitAndTrim(text, separator))
            addToList(list, part);
        return list;
    }
    return splitAtCommas(text);
}

std::optional<int> minutesFromText(std::string_view text)
{
    int total = 0;
    bool any = false;
    std::string rest = toLower(withoutZeroFraction(trim(text)));
    for (std::string_view left = trim(rest); !left.empty(); left = trim(left)) {
        std::size_t digits = 0;
        while (digits < left.size() && isDigit(left[digits]))
            ++digits;
        const auto number = integerOf(left.substr(0, digits));
        if (!number || *number > 100'000)
            return std::nullopt;
        left = trim(left.substr(digits));
        std::size_t letters = 0;
        while (letters < left.size() && ((left[letters] >= 'a' && left[letters] <= 'z') || left[letters] == '.'))
            ++letters;
        const std::string_view unit = left.substr(0, letters);
        left.remove_prefix(letters);
        if (unit == "h" || unit.starts_with("hr") || unit.starts_with("hour"))
            total += 60 * *number;
        else if ((unit.empty() && !any) || unit == "m" || unit.starts_with("min"))
            total += *number;
        else
            return std::nullopt;
        any = true;
    }
    return total > 0 ? std::optional(total) : std::nullopt;
}

std::string imdbIdFromText(std::string_view text)
{
    const std::string_view id = withoutZeroFraction(trim(text));
    const auto padded = [](std::string_view digits) {
        return "tt" + std::string(digits.size() < 7 ? 7 - digits.size() : 0, '0') + std::string(digits);
    };
    if (!id.empty() && id.size() <= 10 && std::ranges::all_of(id, isDigit))
        return padded(id);
    for (std::size_t at = id.find("tt"); at != std::string_view::npos; at = id.find("tt", at + 1)) {
        std::size_t end = at + 2;
        while (end < id.size() && isDigit(id[end]))
            ++end;
        if (end - at >= 8) // "tt" and seven digits or more
            return std::string(id.substr(at, end - at));
    }
    return {};
}

std::string tmdbIdFromText(std::string_view text)
{
    const std::string_view id = withoutZeroFraction(trim(text));
    return !id.empty() && id.size() <= 12 && std::ranges::all_of(id, isDigit) && id != "0" ? std::string(id) : std::string();
}

} // namespace tw
