// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

namespace tw {

/// Queries drawn from the rows, and what their true neighbours are: every row looked at in full precision, without any
/// index. Private to core/index.
class CurveReference {
public:
    /// Rows drawn without repetition; at most as many as there are. On several threads. Errors: Cancelled.
    static Result<CurveReference> find(const IndexedVectors& vectors, std::size_t k, std::size_t queries,
                                       std::uint64_t seed, const TaskContext& context);

    std::size_t size() const { return m_queries.size(); }
    /// The row at the length it has.
    const std::vector<float>& query(std::size_t i) const { return m_queries[i]; }
    /// Share of the k neighbours that are among those found, the query's own row left out. A row as near as the last
    /// true neighbour counts as one, since rounding may swap them.
    double recall(std::size_t i, std::span<const Neighbour> found) const;

private:
    double similarity(std::size_t i, std::size_t row) const;
    Status findLast(std::size_t begin, std::size_t end, const TaskContext& context);

    const IndexedVectors* m_vectors = nullptr;
    std::size_t m_k = 0;
    std::vector<std::uint32_t> m_rows;
    std::vector<std::vector<float>> m_queries;
    std::vector<double> m_last; ///< Similarity of the k-th neighbour.
};

} // namespace tw
