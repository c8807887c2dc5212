// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/cell_values.h"

#include <chrono>

namespace tw {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The two digits at the end of "12/16/65", "12-Jan-95", "1.2.03": three parts with two equal separators.
std::optional<int> twoDigitYear(std::string_view text)
{
    const std::size_t first = text.find_first_of("/.-");
    if (first == text.npos || first == 0 || first > 2 || !isDigit(text[0]))
        return std::nullopt;
    const std::size_t second = text.find(text[first], first + 1);
    if (second == text.npos || second == first + 1)
        return std::nullopt;
    const std::string_view year = text.substr(second + 1);
    if (year.size() != 2 || !isDigit(year[0]) || !isDigit(year[1]))
        return std::nullopt;
    return (year[0] - '0') * 10 + (year[1] - '0');
}

} // namespace

int presentYear()
{
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(std::chrono::year_month_day(today).year());
}

std::optional<int> yearFromText(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at - begin == 4 && text[begin] >= '1' && text[begin] <= '2')
            return std::stoi(std::string(text.substr(begin, 4)));
    }
    const auto two = twoDigitYear(trim(text));
    if (!two)
        return std::nullopt;
    return 2000 + *two > presentYear() ? 1900 + *two : 2000 + *two;
}

std::optional<TitleYear> splitTitleYear(std::string_view text)
{
    const std::string_view trimmed = trim(text);
    constexpr std::size_t kTail = 6; // "(1999)"
    if (trimmed.size() <= kTail + 1 || trimmed.back() != ')' || trimmed[trimmed.size() - kTail] != '(')
        return std::nullopt;
    const std::string_view digits = trimmed.substr(trimmed.size() - kTail + 1, 4);
    if (!std::ranges::all_of(digits, isDigit))
        return std::nullopt;
    const int year = std::stoi(std::string(digits));
    const std::string_view title = trim(trimmed.substr(0, trimmed.size() - kTail));
    if (year < 1800 || year > 2100 || title.empty())
        return std::nullopt;
    return TitleYear{std::string(title), year};
}

} // namespace tw
