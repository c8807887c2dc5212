// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace tw {

/// Letters to insert, delete, replace or swap with their neighbour to make one of the other (optimal string alignment;
/// Boytsov 2011, "Indexing methods for approximate dictionary searching", section 2). Counts characters, not bytes.
/// @param most  Looks no further: anything above it is returned as most + 1. At most 8.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most);

} // namespace tw
