// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace tw {

/// Both ends included; none: no limit there.
struct NumberRange {
    std::optional<int> from;
    std::optional<int> to;
};

/// "1990", "1990s", "90s" (1990 to 1999; "20s" and below are of this century up to the 2020s), "1990..1999",
/// "1990-1999", "1990..", "..1999", ">1990", ">=1990", "<1990", "<=1990". None for anything else, and when the end lies
/// before the beginning.
std::optional<NumberRange> parseRange(std::string_view text);

} // namespace tw
