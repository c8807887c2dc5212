// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_numbers.h"

#include "core/base/text.h"

#include <charconv>

namespace tw {

namespace {

constexpr int kDecade = 10;
constexpr int kThisCentury = 2000;
constexpr int kLastCentury = 1900;
constexpr int kNewestShortDecade = 20;

std::optional<int> numberFrom(std::string_view text)
{
    text = trim(text);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// "1990s" and "90s".
std::optional<NumberRange> decadeFrom(std::string_view text)
{
    if (!text.ends_with('s') && !text.ends_with('S'))
        return std::nullopt;
    auto begin = numberFrom(text.substr(0, text.size() - 1));
    if (!begin || *begin < 0 || *begin % kDecade != 0)
        return std::nullopt;
    if (*begin < kThisCentury - kLastCentury)
        *begin += *begin <= kNewestShortDecade ? kThisCentury : kLastCentury;
    return NumberRange{*begin, *begin + kDecade - 1};
}

std::optional<NumberRange> between(std::string_view left, std::string_view right)
{
    // "1990s..2000s" is from the first's beginning to the second's end.
    const auto end = [](std::string_view text) -> std::optional<NumberRange> {
        if (const auto decade = decadeFrom(trim(text)))
            return decade;
        const auto number = numberFrom(text);
        return number ? std::optional(NumberRange{number, number}) : std::nullopt;
    };
    NumberRange range;
    if (const auto from = end(left))
        range.from = from->from;
    else if (!trim(left).empty())
        return std::nullopt;
    if (const auto to = end(right))
        range.to = to->to;
    else if (!trim(right).empty())
        return std::nullopt;
    if ((!range.from && !range.to) || (range.from && range.to && *range.from > *range.to))
        return std::nullopt;
    return range;
}

std::optional<NumberRange> compared(std::string_view text)
{
    const bool less = text.front() == '<';
    text.remove_prefix(1);
    const bool equal = text.starts_with('=');
    const auto number = numberFrom(text.substr(equal ? 1 : 0));
    if (!number)
        return std::nullopt;
    if (less)
        return NumberRange{std::nullopt, equal ? *number : *number - 1};
    return NumberRange{equal ? *number : *number + 1, std::nullopt};
}

} // namespace

std::optional<NumberRange> parseRange(std::string_view text)
{
    text = trim(text);
    if (text.empty())
        return std::nullopt;
    if (text.front() == '<' || text.front() == '>')
        return compared(text);
    for (const std::string_view dash : {"..", "…", "–", "-"})
        if (const std::size_t at = text.find(dash); at != std::string_view::npos)
            return between(text.substr(0, at), text.substr(at + dash.size()));
    if (const auto decade = decadeFrom(text))
        return decade;
    const auto number = numberFrom(text);
    return number ? std::optional(NumberRange{number, number}) : std::nullopt;
}

} // namespace tw
