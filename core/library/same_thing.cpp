// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/same_thing.h"

#include "core/base/text.h"

namespace tw {

namespace {

bool sameId(const std::string& a, const std::string& b)
{
    return !a.empty() && a == b;
}

bool shareATitle(const Item& a, const Item& b)
{
    // Almost always: the same file again. Folding costs more than all else here.
    if (a.title == b.title)
        return true;
    const std::array ofA = {foldForMatching(a.title), foldForMatching(a.originalTitle)};
    const std::array ofB = {foldForMatching(b.title), foldForMatching(b.originalTitle)};
    return std::ranges::any_of(ofA, [&ofB](const std::string& title) {
        return !title.empty() && std::ranges::find(ofB, title) != ofB.end();
    });
}

} // namespace

bool sameThing(const Item& a, const Item& b)
{
    const bool yearsDiffer = a.year && b.year && *a.year != *b.year;
    return !yearsDiffer || sameId(a.imdbId, b.imdbId) || sameId(a.tmdbId, b.tmdbId) || shareATitle(a, b);
}

std::string copyOfKey(const std::string& key, int copy)
{
    return copy == 1 ? key : fmt::format("{}-{}", key, copy);
}

} // namespace tw
