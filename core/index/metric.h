// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace tw {

/// How near two vectors are. Cosine is the default of every space; the others make sense for imported vectors whose
/// lengths mean something (factors of a model).
enum class Metric { Cosine, InnerProduct, L2 };

/// All three at once, for people to see. Of two unit vectors all say the same: with the squared distance D,
/// cosine = 1 − D / 2 (and not 1 − D² / 2: faiss' L2 distances are squared already).
struct Closeness {
    double cosine = 0;          ///< −1..1; 0 when one of them has length 0.
    double innerProduct = 0;
    double squaredDistance = 0; ///< ≥ 0.
};

/// Computed in double precision. Precondition: equally long.
Closeness closeness(std::span<const float> a, std::span<const float> b);

} // namespace tw
