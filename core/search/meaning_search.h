// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/index/vector_index.h"
#include "core/space/space.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// A row of a space and how near it is to the query.
struct MeaningMatch {
    std::uint32_t row = 0;
    float similarity = 0; ///< 0.65 × that of the best passage + 0.35 × that of the whole; the latter alone without passages.
    float whole = 0;      ///< Cosine of the whole vector.
    float passage = 0;    ///< Of the best passage; that of the whole without passages.
};

/// What chance reaches in a space, to judge similarities by.
struct MeaningScale {
    float usual = 0; ///< Mean similarity of a random query and a row.
    float floor = 0; ///< What random queries rarely reach with their best match: the 80th percentile of these.
    /// 0: as near as any; 1: as near as the best match of a random query.
    float relative(float similarity) const
    {
        return floor > usual ? (similarity - usual) / (floor - usual) : similarity > floor ? 1.0F : 0.0F;
    }
};

/// Random queries are drawn from the normal distribution that has the mean and covariance of the space's passages
/// (vectors without passages). Deterministic; measured once for each space and remembered. Errors: Cancelled.
Result<MeaningScale> meaningScale(const Space& space, const TaskContext& context);

/// The k rows nearest to the query and the rows of `others`, each once, best first, of any similarity.
/// @param index   Over the space's vectors; used when it has no passages. May be null: then all vectors are compared.
/// @param filter  Rows to leave out, or null.
/// @param others  Rows wanted as well, wherever they rank; in any order.
/// Errors: DimensionMismatch, NotFinite, Cancelled.
Result<std::vector<MeaningMatch>> searchMeaning(const Space& space, const VectorIndex* index,
                                                std::span<const float> query, std::size_t k, const RowFilter* filter,
                                                std::span<const std::uint32_t> others, const TaskContext& context);

} // namespace tw
