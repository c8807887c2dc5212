// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/index/large_vector.h"
#include "core/simd/int8_kernels.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// The rows of a matrix in 8 bits a number, and how far each row is from what its codes stand for. Immutable.
///
/// With x̂ the decoded row and q̂ the decoded query, q·x = q̂·x̂ + (q − q̂)·x̂ + q·(x − x̂); by Cauchy and Schwarz the
/// last two are at most |q − q̂||x̂| + |q||x − x̂|. The lengths of both differences are known, so that a scan of the
/// codes can tell for sure which rows can't be among the best.
class Int8Codes {
public:
    /// No rows.
    Int8Codes() = default;
    /// Codes of all rows, made on several threads when there are many. O(rows · cols).
    static Int8Codes of(MatrixView rows);

    bool empty() const { return m_scales.empty(); }
    std::size_t size() const { return m_scales.size(); }
    /// Memory taken.
    std::uint64_t bytes() const { return m_codes.size() + (m_scales.size() + m_errors.size()) * sizeof(float); }
    simd::Int8Rows rows() const { return {m_codes.data(), m_scales.data(), m_stride}; }
    /// [size()] |x − x̂| of each row, rounded up.
    std::span<const float> errors() const { return m_errors; }
    float largestError() const { return m_largestError; }

private:
    std::size_t m_stride = 0;
    LargeVector<std::uint8_t> m_codes;
    std::vector<float> m_scales;
    std::vector<float> m_errors;
    float m_largestError = 0;
};

/// A query in 8 bits a number, or in about 16: the second plane holds what the first one leaves.
class Int8CodedQuery {
public:
    /// @param planes  1 or 2.
    Int8CodedQuery(std::span<const float> query, std::size_t planes);
    Int8CodedQuery(Int8CodedQuery&&) = default;
    Int8CodedQuery& operator=(Int8CodedQuery&&) = default;

    /// A row's product with the query is the sum of the products with these.
    std::span<const simd::Int8Query> planes() const { return std::span(m_planes).first(m_count); }
    /// |q − q̂|, rounded up.
    float error() const { return m_error; }

private:
    std::size_t m_count;
    LargeVector<std::int8_t> m_codes; ///< Moving keeps the address that the planes hold.
    std::array<simd::Int8Query, 2> m_planes;
    float m_error = 0;
};

} // namespace tw
