// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"
#include "core/simd/kernels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// How near one query is to rows, in full precision; the one place where similarities that people see are computed, so
/// that every kind of index gives the same bits and equal rows are ties. With c the cosine of query q and row x:
///     Cosine         c
///     InnerProduct   |q||x| c
///     L2             −((|q| − |x|)² + 2|q||x|(1 − c)), which loses less than |q|² + |x|² − 2 q·x
/// Borrows the vectors. Any number of threads may ask.
class ExactSimilarity {
public:
    /// Errors: those of VectorIndex::search about its query and k.
    static Result<ExactSimilarity> of(std::span<const float> query, const IndexedVectors& vectors, std::size_t k);

    /// Of a query that has unit length already; its bits stay.
    static ExactSimilarity ofUnit(std::span<const float> unit, const IndexedVectors& vectors)
    {
        return {std::vector<float>(unit.begin(), unit.end()), 1, vectors};
    }

    /// The query at unit length; all 0 when it has length 0 (never with Cosine).
    std::span<const float> unit() const { return m_unit; }
    Metric metric() const { return m_vectors->metric; }
    float length() const { return static_cast<float>(m_length); }

    /// Never falls when the cosine rises. @param cosine  Product of unit() with the unit row, rounding included.
    float ofCosine(float cosine, std::uint32_t row) const;
    float ofRow(std::uint32_t row) const { return ofCosine(simd::dot(m_unit, m_vectors->unit.row(row)), row); }
    /// out[i] = ofRow(rows[i]), the coming rows fetched ahead.
    void ofRows(std::span<const std::uint32_t> rows, float* out) const;

private:
    ExactSimilarity(std::vector<float> unit, double length, const IndexedVectors& vectors)
        : m_unit(std::move(unit)), m_length(length), m_vectors(&vectors)
    {
    }
    std::vector<float> m_unit;
    double m_length;
    const IndexedVectors* m_vectors;
};

} // namespace tw
