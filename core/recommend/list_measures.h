// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/space/space.h"

#include <span>

namespace tw {

/// Mean of 1 − cosine between the listed items and the profile, 0..2. 0 for an empty list.
float meanDistance(const Space& space, std::span<const ItemId> list, std::span<const float> profile);

/// Intra-list diversity: mean of 1 − cosine over all pairs (Ziegler et al. 2005), 0..2. 0 below two items.
float intraListDiversity(const Space& space, std::span<const ItemId> list);

} // namespace tw
