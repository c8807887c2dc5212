// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

namespace tw {

/// What every index asks of a query: dim numbers, finite, not all zero, k > 0. Returns the query at unit length.
/// Errors: DimensionMismatch, NotFinite, InvalidArgument.
Result<std::vector<float>> unitQuery(std::span<const float> query, std::size_t dim, std::size_t k);

/// Best first: the more similar one, of equals the lower row.
inline bool isBetter(const Neighbour& a, const Neighbour& b)
{
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.row < b.row;
}

/// The k best rows by looking at all of them, on several threads when there is enough to do.
/// @param query  Unit length, vectors.cols() numbers.
/// Errors: Cancelled. Cost O(rows · dim).
Result<std::vector<Neighbour>> scanRows(std::span<const float> query, MatrixView vectors, std::size_t k,
                                        const RowFilter* filter, const TaskContext& context);

} // namespace tw
