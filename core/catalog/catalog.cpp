// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/base/text.h"
#include "core/catalog/cell_values.h"

namespace tw {

Catalog::Catalog(std::vector<Item> items) : m_items(std::move(items))
{
    m_byKey.reserve(m_items.size());
    m_byFoldedTitle.reserve(m_items.size());
    for (const Item& item : m_items) {
        m_byKey.emplace(item.key, item.id);
        const std::string folded = foldForMatching(item.title);
        m_byFoldedTitle[folded].push_back(item.id);
        if (!item.originalTitle.empty()) {
            const std::string foldedOriginal = foldForMatching(item.originalTitle);
            if (foldedOriginal != folded)
                m_byFoldedTitle[foldedOriginal].push_back(item.id);
        }
        for (const std::string& genre : item.genres)
            ++m_genreCounts[genre];
    }
}

ItemId Catalog::findKey(std::string_view key) const
{
    const auto found = m_byKey.find(std::string(key));
    return found == m_byKey.end() ? ItemId::invalid() : found->second;
}

Result<ItemId> Catalog::resolve(std::string_view text) const
{
    const std::string_view wanted = trim(text);
    if (const ItemId byKey = findKey(wanted); byKey.isValid())
        return byKey;

    std::vector<ItemId> fitting;
    if (const auto found = m_byFoldedTitle.find(foldForMatching(wanted)); found != m_byFoldedTitle.end())
        fitting = found->second;
    if (const auto split = splitTitleYear(wanted); split && fitting.empty()) {
        const auto found = m_byFoldedTitle.find(foldForMatching(split->title));
        if (found != m_byFoldedTitle.end())
            std::ranges::copy_if(found->second, std::back_inserter(fitting),
                                 [&](ItemId id) { return item(id).year == split->year; });
    }
    if (fitting.empty())
        return fail(ErrorCode::NotFound, std::string(wanted));
    if (fitting.size() == 1)
        return fitting.front();
    std::string choices;
    for (const ItemId id : fitting) {
        if (!choices.empty())
            choices += ", ";
        choices += item(id).key;
        if (item(id).year)
            choices += fmt::format(" ({})", *item(id).year);
    }
    return fail(ErrorCode::Ambiguous, std::string(wanted), std::move(choices));
}

std::size_t Catalog::genreCount(std::string_view genre) const
{
    const auto found = m_genreCounts.find(std::string(genre));
    return found == m_genreCounts.end() ? 0 : found->second;
}

std::string_view Catalog::mainGenre(ItemId id) const
{
    const std::vector<std::string>& genres = item(id).genres;
    const auto rarest = std::ranges::min_element(genres, {}, [this](const std::string& g) { return genreCount(g); });
    return rarest == genres.end() ? std::string_view() : std::string_view(*rarest);
}

} // namespace tw
