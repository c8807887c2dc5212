// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/index/vector_index.h"
#include "core/space/space.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// A row of a space and how near it is to the query: 0.65 × the cosine of its best passage + 0.35 × that of its whole
/// vector, or the latter alone where it has no passages.
struct MeaningMatch {
    std::uint32_t row = 0;
    float similarity = 0;
};

/// The similarity that random queries rarely reach with their best match: queries are drawn from the normal
/// distribution that has the mean and covariance of the space's passages (vectors without passages); the floor is the
/// 80th percentile of their best similarities. Deterministic; measured once for each space and remembered.
/// Errors: Cancelled.
Result<float> meaningFloor(const Space& space, const TaskContext& context);

/// The k rows nearest to the query and the rows of `others`, each once, best first, of any similarity.
/// @param index   Over the space's vectors; used when it has no passages. May be null: then all vectors are compared.
/// @param others  Rows wanted as well, wherever they rank; in any order.
/// Errors: DimensionMismatch, NotFinite, Cancelled.
Result<std::vector<MeaningMatch>> searchMeaning(const Space& space, const VectorIndex* index,
                                                std::span<const float> query, std::size_t k,
                                                std::span<const std::uint32_t> others, const TaskContext& context);

} // namespace tw
