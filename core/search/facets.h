// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/item_filter.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tw {

/// One line of a facet: "Comedy (123)".
struct FacetValue {
    std::string value;     ///< "Comedy", "1990s".
    std::size_t count = 0; ///< Items of the set that have it.
    FilterTerm term;       ///< The condition to add for it.
};

struct Facet {
    FilterField field = FilterField::Genre;
    std::vector<FacetValue> values; ///< Most frequent first; decades in order of time. None with count 0.
};

/// Genres, decades, countries and languages among the items, in that order; fields that no item has are left out.
/// @param most  Values a facet lists at most (decades are never cut).
/// Cost: about a pass over the four fields of the catalogue.
std::vector<Facet> countFacets(const ItemSet& items, const CatalogValues& values, std::size_t most);
/// The same over a list of results.
std::vector<Facet> countFacets(std::span<const ItemId> items, const CatalogValues& values, std::size_t most);

} // namespace tw
