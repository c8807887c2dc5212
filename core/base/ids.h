// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace tw {

/// An item's number in its library: dense from 0, given at the first import, never reused or changed.
/// It is at once the item's position in Catalog.
class ItemId {
public:
    constexpr ItemId() = default;
    constexpr explicit ItemId(std::uint32_t value) : m_value(value) {}
    static constexpr ItemId invalid() { return ItemId(); }
    constexpr bool isValid() const { return m_value != kInvalid; }
    constexpr std::uint32_t value() const { return m_value; }
    friend constexpr auto operator<=>(ItemId, ItemId) = default;

private:
    static constexpr std::uint32_t kInvalid = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t m_value = kInvalid;
};

} // namespace tw

template <>
struct std::hash<tw::ItemId> {
    std::size_t operator()(tw::ItemId id) const noexcept { return std::hash<std::uint32_t>{}(id.value()); }
};
