// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taste/taste_event.h"

namespace tw {

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> kActNames = {"liked", "disliked", "hidden", "removed", "undone"};
constexpr std::array<std::string_view, 9> kSourceNames = {
    "unknown", "search", "recommended", "explore", "map", "details", "likes", "command-line", "starter"};
static_assert(kActNames.size() == static_cast<std::size_t>(Act::Undone) + 1);
static_assert(kSourceNames.size() == static_cast<std::size_t>(Source::Starter) + 1);

template <class Enum, std::size_t count>
std::optional<Enum> fromName(const std::array<std::string_view, count>& names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view actName(Act act)
{
    return kActNames.at(static_cast<std::size_t>(act));
}

std::optional<Act> actFromName(std::string_view name)
{
    return fromName<Act>(kActNames, name);
}

std::string_view sourceName(Source source)
{
    return kSourceNames.at(static_cast<std::size_t>(source));
}

std::optional<Source> sourceFromName(std::string_view name)
{
    return fromName<Source>(kSourceNames, name);
}

} // namespace tw
