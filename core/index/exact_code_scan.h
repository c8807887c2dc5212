// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/exact_similarity.h"
#include "core/index/int8_codes.h"
#include "core/index/vector_index.h"

#include <span>
#include <vector>

namespace tw {

/// Exact search that reads a quarter of the memory: a pass over the codes keeps the rows whose greatest possible
/// similarity (see Int8Codes) reaches the k-th of the least possible ones, and the numbers of those are looked at. What
/// comes out is what looking at all numbers gives, to the last bit. Borrows both. Thread-safe.
class ExactCodeScan {
public:
    ExactCodeScan(const Int8Codes& codes, const IndexedVectors& vectors) : m_codes(codes), m_vectors(vectors) {}

    /// The k best rows, best first; on several threads when there is enough to do. Errors: Cancelled.
    Result<std::vector<Neighbour>> search(const ExactSimilarity& query, std::size_t k, const RowFilter* filter,
                                          const TaskContext& context) const;
    /// The same for many queries, each pass over the codes shared by many of them; queries are shared out to threads.
    /// Progress in Stage::Searching. Errors: Cancelled.
    Result<std::vector<std::vector<Neighbour>>> searchAll(std::span<const ExactSimilarity> queries, std::size_t k,
                                                          const RowFilter* filter, const TaskContext& context) const;

private:
    const Int8Codes& m_codes;
    const IndexedVectors& m_vectors;
};

} // namespace tw
