// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/space.h"

#include <limits>

namespace tw {

// Shared by making a space and loading one; private to core/space.

inline constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();

/// Rising, without repetition, and all plausible numbers of items.
bool itemsAreValid(std::span<const ItemId> items);

/// Row of each item number, kNoRow where there is none. Precondition: itemsAreValid.
std::vector<std::uint32_t> rowsByItem(std::span<const ItemId> items);

} // namespace tw
