// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/index/int8_codes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tw {

/// Finds which of many centroids lie nearest. 8-bit codes choose some, full precision decides. Immutable.
class NearestCentroids {
public:
    NearestCentroids() = default;
    /// @param centroids  [count × dim], finite.
    explicit NearestCentroids(Matrix centroids);

    MatrixView centroids() const { return m_centroids; }
    /// [count] |c|²/2.
    std::span<const float> halfNorms() const { return m_halfNorms; }
    /// The nearest centroid (squared distance; of equals the lowest) of each of `count` rows, row by row at `rows`.
    /// O(count · centroids · dim).
    void assign(const float* rows, std::size_t count, std::uint32_t* nearest) const;
    /// out[c] ≈ query·c, by the codes.
    void products(std::span<const float> query, std::span<float> out) const;
    std::uint64_t bytes() const;

private:
    class Chooser;
    Matrix m_centroids;
    std::vector<float> m_halfNorms;
    Int8Codes m_codes; ///< Empty where there are too many dimensions for them.
};

/// What IVF-PQ learns from rows: the centroids of its lists, and for each part of what a row differs from its list's
/// centroid by, 256 centroids (Jégou, Douze & Schmid 2011). Immutable.
class IvfPqCentroids {
public:
    IvfPqCentroids() = default;
    /// @param lists  [lists × dim].
    /// @param parts  [codeBytes][dim / codeBytes][256]: the parts' centroids, by dimension (pq_kernels.h).
    IvfPqCentroids(Matrix lists, std::vector<float> parts, std::size_t codeBytes);

    std::size_t dim() const { return m_lists.centroids().cols(); }
    std::size_t listCount() const { return m_lists.centroids().rows(); }
    std::size_t codeBytes() const { return m_codeBytes; }
    std::size_t partDim() const { return dim() / m_codeBytes; }
    const NearestCentroids& lists() const { return m_lists; }
    std::span<const float> parts() const { return m_parts; }
    std::uint64_t bytes() const;

    /// The code of a row in a list: codeBytes() bytes.
    void encode(std::span<const float> row, std::uint32_t list, std::span<std::uint8_t> code) const;

    /// What a code says of its row's product with a query: query·c of the list's centroid, plus low, plus step times
    /// the sum of what the tables hold for its bytes.
    struct Tables {
        float low = 0;
        float step = 0;
        std::vector<std::uint8_t> bytes; ///< [codeBytes][256]
        std::vector<float> scratch;
    };
    /// Sums never pass 65,535.
    void makeTables(std::span<const float> query, Tables& tables) const;

private:
    const float* part(std::size_t j) const { return m_parts.data() + j * partDim() * 256; }
    NearestCentroids m_lists;
    std::vector<float> m_parts;
    std::vector<float> m_partHalfNorms; ///< [codeBytes][256]
    std::size_t m_codeBytes = 0;
};

} // namespace tw
