// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/matrix.h"
#include "core/space/space.h"

#include <span>
#include <vector>

namespace tw {

inline constexpr int kDefaultMemory = 8;  ///< n of the moving average.
inline constexpr int kMinMemory = 1;
inline constexpr int kMaxMemory = 100;

/// One step of the exponential moving average, in place: p ← (n·p + e) / (n + 1).
/// @param profile, liked  Vectors of the same length. @param n  Memory, 1..100: larger moves less.
void emaStep(std::span<float> profile, std::span<const float> liked, int n);

/// What share of the profile a liked item is.
struct ProfileShare {
    ItemId item;
    float share = 0; ///< 0..1: 1/(n+1) · (n/(n+1))^(likes after it).
};

/// A taste as a point in a space: the moving average of the liked items' vectors, begun at the space's mean; both at the
/// scale of the space's metric (Space::comparesRaw: unit vectors for Cosine, the vectors as they came for the others).
struct TasteProfile {
    std::vector<float> vector;        ///< dim numbers; not unit length.
    Matrix trail;                     ///< [likes used + 1 × dim]: the mean, then the profile after each like.
    std::vector<ProfileShare> shares; ///< One a like used, oldest first.
    float meanShare = 1;              ///< What is left of the space's mean: (n/(n+1))^likes.
    std::size_t missing = 0;          ///< Likes without a vector in this space, left out.
};

/// Folds the likes, oldest first. O(likes · dim); allocates the trail. Thread-safe.
/// @param n  Memory; brought into kMinMemory..kMaxMemory.
TasteProfile foldProfile(const Space& space, std::span<const ItemId> likes, int n);

/// A profile as it lies among the unit rows, for maps of them: divided by the mean length of the space's vectors where
/// profiles live at their raw scale.
std::vector<float> amongUnitRows(const Space& space, std::span<const float> profile);

} // namespace tw
