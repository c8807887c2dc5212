// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/index/vector_index.h"
#include "core/space/space.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// A row of a space and the cosine between the query and the best of its passages (its vector without passages).
struct MeaningMatch {
    std::uint32_t row = 0;
    float similarity = 0;
};

/// The similarity that random queries rarely reach with their best match: queries are drawn from the normal
/// distribution that has the mean and covariance of the space's passages (vectors without passages); the floor is the
/// 95th percentile of their best similarities. Deterministic; measured once for each space and remembered.
/// Errors: Cancelled.
Result<float> meaningFloor(const Space& space, const TaskContext& context);

/// Rows most similar to the query, best first, at most k, of any similarity.
/// @param index  Over the space's vectors; used when it has no passages. May be null: then all vectors are compared.
/// Errors: DimensionMismatch, NotFinite, Cancelled.
Result<std::vector<MeaningMatch>> searchMeaning(const Space& space, const VectorIndex* index,
                                                std::span<const float> query, std::size_t k,
                                                const TaskContext& context);

} // namespace tw
