// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/hnsw_graph.h"

#include <algorithm>
#include <limits>

namespace tw {

/// What one search needs besides the graph; kept between searches so that none allocates.
struct HnswGraph::Scratch {
    std::vector<std::uint16_t> marks; ///< Per node: the generation in which it was last seen.
    std::uint16_t generation = 0;
    std::vector<Found> candidates;    ///< Heap, best on top.
    std::vector<Found> results;       ///< Heap, worst on top.

    void begin(std::size_t nodeCount)
    {
        candidates.clear();
        results.clear();
        marks.resize(nodeCount, 0);
        if (generation == std::numeric_limits<std::uint16_t>::max()) {
            std::fill(marks.begin(), marks.end(), std::uint16_t{0});
            generation = 0;
        }
        ++generation;
    }
    /// True the first time in this search.
    bool visit(std::uint32_t node)
    {
        if (marks[node] == generation)
            return false;
        marks[node] = generation;
        return true;
    }
};

} // namespace tw
