// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalog/cell_values.h"

namespace tw {

namespace {

/// Without German "Die" and Portuguese "O": more titles end in these words than have them as an article.
constexpr std::array<std::string_view, 16> kArticles = {"The", "A",  "An", "La",  "Le",  "Les", "L'",  "Un",
                                                        "Une", "Il", "El", "Los", "Las", "Una", "Der", "Das"};

std::string oneTitle(std::string_view title)
{
    const std::size_t comma = title.rfind(", ");
    if (comma == std::string_view::npos || comma == 0)
        return std::string(title);
    const std::string_view article = title.substr(comma + 2);
    if (std::ranges::find(kArticles, article) == kArticles.end())
        return std::string(title);
    return fmt::format("{}{}{}", article, article.ends_with('\'') ? "" : " ", title.substr(0, comma));
}

} // namespace

std::string articleFirst(std::string_view title)
{
    const std::size_t bracket = title.find(" (");
    if (bracket == std::string_view::npos || !title.ends_with(')'))
        return oneTitle(title);
    const std::string_view inside = title.substr(bracket + 2, title.size() - bracket - 3);
    return fmt::format("{} ({})", oneTitle(title.substr(0, bracket)), oneTitle(inside));
}

} // namespace tw
