// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/exact_similarity.h"
#include "core/index/vector_index.h"

namespace tw {

/// Best first: the more similar one, of equals the lower row.
inline bool isBetter(const Neighbour& a, const Neighbour& b)
{
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.row < b.row;
}

/// Rows that a filter lets through; all without one.
std::size_t eligibleRows(std::size_t rows, const RowFilter* filter);

/// Appends the rows of [begin, end) that the filter lets through to `rows`, rising. `begin` is a multiple of 64.
void appendEligible(std::size_t begin, std::size_t end, const RowFilter& filter, std::vector<std::uint32_t>& rows);

/// The k best rows by looking at the numbers of all of them, on several threads when there is enough to do; rows that
/// the filter excludes are not touched where most of them are.
/// Errors: Cancelled. Cost O(rows · dim).
Result<std::vector<Neighbour>> scanRows(const ExactSimilarity& similarity, const IndexedVectors& vectors,
                                        std::size_t k, const RowFilter* filter, const TaskContext& context);

} // namespace tw
