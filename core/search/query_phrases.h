// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// "movies like Inception but funnier": the titles and what follows "but".
struct LikePhrasing {
    std::vector<std::string> titles;
    std::string rest;
};

/// Reads "more|movies|films|something|anything like|similar to TITLE [but REST]", "like TITLE but REST" and
/// "[something|a film …] between TITLE and TITLE [but REST]". None unless isTitle() knows the titles.
std::optional<LikePhrasing> readLikePhrasing(std::string_view words,
                                             const std::function<bool(std::string_view)>& isTitle);

/// What comparatives behind "like" ask for.
struct Comparisons {
    std::string more;  ///< "funnier" → "funny comedy"; words that compare nothing stay.
    std::string less;  ///< Words behind "less", "not as", "without".
    int later = 0;     ///< 1 for "newer", −1 for "older".
};
Comparisons comparisonsIn(std::string_view words);

} // namespace tw
