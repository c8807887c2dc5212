// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// A set of a catalogue's items as a bitmap by id: what a filter lets through, what a facet counts.
class ItemSet {
public:
    ItemSet() = default;
    /// No items of [0, items).
    explicit ItemSet(std::size_t items) : m_words((items + 63) / 64, 0), m_items(items) {}
    /// All of [0, items).
    static ItemSet all(std::size_t items)
    {
        ItemSet set(items);
        std::ranges::fill(set.m_words, ~std::uint64_t{0});
        if (items % 64 != 0)
            set.m_words.back() = (std::uint64_t{1} << (items % 64)) - 1;
        return set;
    }

    /// Items that the set could hold.
    std::size_t capacity() const { return m_items; }
    bool contains(ItemId item) const
    {
        return item.isValid() && item.value() < m_items && ((m_words[item.value() / 64] >> (item.value() % 64)) & 1U) != 0;
    }
    /// Items beyond capacity() are left out.
    void insert(ItemId item)
    {
        if (item.isValid() && item.value() < m_items)
            m_words[item.value() / 64] |= std::uint64_t{1} << (item.value() % 64);
    }
    void erase(ItemId item)
    {
        if (item.isValid() && item.value() < m_items)
            m_words[item.value() / 64] &= ~(std::uint64_t{1} << (item.value() % 64));
    }
    std::size_t count() const
    {
        std::size_t total = 0;
        for (const std::uint64_t word : m_words)
            total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }
    /// The three below want sets of equal capacity.
    ItemSet& operator&=(const ItemSet& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    ItemSet& operator|=(const ItemSet& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    ItemSet& operator-=(const ItemSet& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }
    /// Calls visit(ItemId) in rising order.
    template <class Visit>
    void forEach(Visit&& visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t bits = m_words[i]; bits != 0; bits &= bits - 1)
                visit(ItemId(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(bits))));
    }
    friend bool operator==(const ItemSet&, const ItemSet&) = default;

private:
    std::vector<std::uint64_t> m_words;
    std::size_t m_items = 0;
};

} // namespace tw
