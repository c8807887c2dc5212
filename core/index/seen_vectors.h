// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

#include <algorithm>
#include <vector>

namespace tw {

/// The vectors of an index as its metric sees them: of unit length with Cosine, at the length they have otherwise.
/// Scores of a query q and a row x, more is nearer: q·x, with L2 q·x − |x|²/2. Borrows the vectors.
class SeenVectors {
public:
    explicit SeenVectors(const IndexedVectors& vectors) : m_vectors(&vectors) {}

    std::size_t dim() const { return m_vectors->unit.cols(); }
    Metric metric() const { return m_vectors->metric; }
    float length(std::uint32_t row) const
    {
        return metric() == Metric::Cosine || m_vectors->lengths.empty() ? 1.0F : m_vectors->lengths[row];
    }
    void copy(std::uint32_t row, std::span<float> to) const
    {
        const float factor = length(row);
        std::ranges::transform(m_vectors->unit.row(row), to.begin(), [factor](float x) { return x * factor; });
    }
    /// What a row's score has besides the product: −|x|²/2 with L2.
    float ownScore(std::uint32_t row) const
    {
        const float size = length(row);
        return metric() == Metric::L2 ? -size * size / 2 : 0.0F;
    }

private:
    const IndexedVectors* m_vectors;
};

/// The mean of the rows, each as seen. O(rows · dim).
std::vector<float> meanOf(const SeenVectors& vectors, std::span<const std::uint32_t> rows);

/// At most `count` of the rows, evenly spread.
std::vector<std::uint32_t> sampleOf(std::span<const std::uint32_t> rows, std::size_t count);

} // namespace tw
