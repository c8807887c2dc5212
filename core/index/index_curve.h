// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

#include <functional>
#include <vector>

namespace tw {

/// One way to search, measured.
struct CurvePoint {
    IndexKind kind = IndexKind::Exact;
    IndexLayout layout = IndexLayout::Small;
    int effort = 0;              ///< efSearch or probes; 0 for exact search.
    double recall = 1;           ///< Mean recall@k against the reference scan in full precision.
    double queriesPerSecond = 0; ///< One thread, median of the passes.
    double median = 0;           ///< Milliseconds of one search.
    double slowest = 0;          ///< The same, 99th percentile.
};

struct CurveRequest {
    /// The indexes to measure; each is built, or taken from `ready` where its options are the same.
    std::vector<IndexOptions> indexes;
    std::size_t k = 10;
    /// Rows drawn as queries, each then left out of its own answer. At most the rows there are.
    std::size_t queries = 500;
    std::vector<int> efforts = {10, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512}; ///< efSearch values.
    std::vector<int> probes = {1, 2, 4, 8, 16, 32, 64};                               ///< IVF-PQ.
    int passes = 3;              ///< Interleaved, so that a busy moment hits all alike.
    std::uint64_t seed = 1;      ///< Of the draw.
};

/// What one index cost.
struct CurveIndex {
    IndexFacts facts;
    IndexOptions options;        ///< Resolved.
    double buildSeconds = 0;     ///< 0 when it was taken as it was.
};

struct IndexCurve {
    std::vector<CurveIndex> indexes;
    std::vector<CurvePoint> points; ///< By index, then rising effort. The first is exact search.
    std::size_t queries = 0;
};

/// Measures how recall and speed trade on these vectors. Progress in Stage::Building, then Stage::Searching.
/// @param ready    Indexes at hand over the same vectors; may be empty.
/// @param onPoint  Called after the first pass with each point as it is then, from this thread; may be empty.
/// Errors: those of buildIndex; InvalidArgument (fewer than two rows).
Result<IndexCurve> measureIndexes(const IndexedVectors& vectors, const CurveRequest& request,
                                  std::span<const std::shared_ptr<const VectorIndex>> ready,
                                  const std::function<void(const CurvePoint&)>& onPoint, const TaskContext& context);

} // namespace tw
