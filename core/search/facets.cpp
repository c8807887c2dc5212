// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/facets.h"

#include <map>

namespace tw {

namespace {

constexpr int kDecade = 10;

Facet textFacet(FilterField field, const ItemSet& items, const CatalogValues& values, std::size_t most)
{
    Facet facet{field, {}};
    const auto all = values.values(field);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto having = values.items(field, i);
        const auto count = std::ranges::count_if(having, [&](ItemId item) { return items.contains(item); });
        if (count > 0)
            facet.values.push_back({all[i].value, static_cast<std::size_t>(count), {field, false, {all[i].value}, {}, {}}});
    }
    std::ranges::stable_sort(facet.values, std::ranges::greater(), &FacetValue::count);
    facet.values.resize(std::min(facet.values.size(), most));
    return facet;
}

Facet decadeFacet(const ItemSet& items, const Catalog& catalog)
{
    std::map<int, std::size_t> decades;
    items.forEach([&](ItemId item) {
        // Years before Christ have decades too: −5 belongs to the one that begins with −10.
        if (const auto year = catalog.item(item).year)
            ++decades[(*year >= 0 ? *year : *year - kDecade + 1) / kDecade * kDecade];
    });
    Facet facet{FilterField::Year, {}};
    for (const auto& [begin, count] : decades)
        facet.values.push_back({fmt::format("{}s", begin), count,
                                {FilterField::Year, false, {}, begin, begin + kDecade - 1}});
    return facet;
}

} // namespace

std::vector<Facet> countFacets(const ItemSet& items, const CatalogValues& values, std::size_t most)
{
    std::vector<Facet> facets;
    facets.push_back(textFacet(FilterField::Genre, items, values, most));
    facets.push_back(decadeFacet(items, values.catalog()));
    facets.push_back(textFacet(FilterField::Country, items, values, most));
    facets.push_back(textFacet(FilterField::Language, items, values, most));
    std::erase_if(facets, [](const Facet& facet) { return facet.values.empty(); });
    return facets;
}

std::vector<Facet> countFacets(std::span<const ItemId> items, const CatalogValues& values, std::size_t most)
{
    ItemSet set(values.catalog().size());
    for (const ItemId item : items)
        set.insert(item);
    return countFacets(set, values, most);
}

} // namespace tw
