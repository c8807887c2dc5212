// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/item.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tw {

/// All items of a library at one moment. Immutable once built, so any thread may read it without a lock.
class Catalog {
public:
    Catalog() = default;
    /// @param items  Position i must hold the item with id i and a unique key.
    explicit Catalog(std::vector<Item> items);

    std::size_t size() const { return m_items.size(); }
    bool empty() const { return m_items.empty(); }
    bool contains(ItemId id) const { return id.isValid() && id.value() < m_items.size(); }
    /// Precondition: contains(id).
    const Item& item(ItemId id) const { return m_items[id.value()]; }
    std::span<const Item> items() const { return m_items; }

    /// ItemId::invalid() when there is none.
    ItemId findKey(std::string_view key) const;
    /// The item a person means: its key, its title if only one item has it, or "title (year)"; titles are compared
    /// folded (case, marks), original titles count too. Errors: NotFound, Ambiguous (keys and years in detail).
    Result<ItemId> resolve(std::string_view text) const;

    /// How many items have the genre (exact spelling).
    std::size_t genreCount(std::string_view genre) const;
    /// The rarest of the item's genres in this catalogue, which tells most about it; empty without genres.
    /// Ties go to the genre named first.
    std::string_view mainGenre(ItemId id) const;

private:
    std::vector<Item> m_items;
    std::unordered_map<std::string, ItemId> m_byKey;
    std::unordered_map<std::string, std::vector<ItemId>> m_byFoldedTitle;
    std::unordered_map<std::string, std::size_t> m_genreCounts;
};

} // namespace tw
