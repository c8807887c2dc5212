// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/index/distinct_rows.h"
#include "core/index/large_vector.h"
#include "core/index/vector_index.h"
#include "core/simd/int8_kernels.h"

namespace tw {

class PieceWriter;

/// What a graph is walked with: the vectors of its nodes in 8 bits a number, and how near two of them are by that.
/// Codes stay when the rows of a node are gone. Private to core/index. Immutable once the graph is built.
///
/// Scores, of a query q and a node x, more is nearer (|q| is left out where it changes no order):
///     Cosine         q·x / |q||x|
///     InnerProduct   q·x / |q|
///     L2             q·x − |x|²/2
/// Distances, of two nodes, for linking them: half the squared distance of the vectors as the metric sees them, which
/// are the unit vectors for Cosine and, for InnerProduct, (x, √(L² − |x|²)) with L the greatest length (Bachrach et al.
/// 2014: the nearest of those to (q, 0) are those of greatest product).
class NodeCodes {
public:
    /// A query as the codes want it. Owns its memory and keeps it from search to search.
    struct Query {
        LargeVector<std::int8_t> codes;
        std::int32_t sum = 0;
        float scale = 0;
    };

    /// No nodes.
    explicit NodeCodes(std::size_t dim, Metric metric);
    /// Appends the nodes first .. nodes.size() − 1, from their first rows. On several threads. Errors: Cancelled.
    Status append(const IndexedVectors& vectors, const DistinctRows& nodes, std::size_t first,
                  const TaskContext& context);

    std::size_t size() const { return m_scales.size(); }
    std::size_t dim() const { return m_dim; }
    Metric metric() const { return m_metric; }
    std::uint64_t bytes() const;

    /// @param unit  dim() numbers, of unit length or all 0. @param length  |q|; matters with L2 only.
    void prepare(std::span<const float> unit, float length, Query& query) const;
    /// out[i] = score of nodes[i].
    void scores(const Query& query, std::span<const std::uint32_t> nodes, float* out) const
    {
        m_kernels->dotScattered({query.codes.data(), query.sum, query.scale}, m_rows, nodes.data(), nodes.size(), out);
        if (m_metric == Metric::L2)
            for (std::size_t i = 0; i < nodes.size(); ++i)
                out[i] -= m_halfSquares[nodes[i]];
    }
    /// The distance described above. Symmetric but for rounding; not negative but for rounding.
    float distance(std::uint32_t a, std::uint32_t b) const
    {
        const std::int32_t sum = m_kernels->dotCodes(m_rows.codes + a * m_rows.stride, m_rows.codes + b * m_rows.stride,
                                                     m_sums[b], m_rows.stride);
        return distanceOf(static_cast<float>(sum) * m_rows.scales[a] * m_rows.scales[b], a, b);
    }
    /// The same from a node's codes as those of a query; see asQuery().
    float distance(const simd::Int8Query& query, std::uint32_t a, std::uint32_t b) const
    {
        const std::int32_t sum
            = m_kernels->dot(query.codes, query.sum, m_rows.codes + b * m_rows.stride, m_rows.stride);
        return distanceOf(static_cast<float>(sum) * query.scale * m_rows.scales[b], a, b);
    }
    /// Node `a` as a query; `codes` has stride() bytes and must outlive it.
    simd::Int8Query asQuery(std::uint32_t a, std::span<std::int8_t> codes) const;
    std::size_t stride() const { return m_rows.stride; }
    /// A node's vector, decoded, at the length it has (1 with Cosine). dim() numbers.
    void decode(std::uint32_t node, std::span<float> vector) const;

    /// Borrows: this must stay until the file is written.
    void write(PieceWriter& writer) const;
    /// None when the parts do not fit each other or hold what quantising never makes.
    static std::optional<NodeCodes> read(ByteReader& reader, std::size_t nodes, std::size_t dim, Metric metric);

private:
    float distanceOf(float product, std::uint32_t a, std::uint32_t b) const
    {
        if (m_metric == Metric::Cosine)
            return 1.0F - product;
        float distance = m_halfSquares[a] + m_halfSquares[b] - product;
        if (m_metric == Metric::InnerProduct) {
            const float difference = m_complements[a] - m_complements[b];
            distance += difference * difference / 2;
        }
        return distance;
    }
    void settle();

    std::size_t m_dim;
    Metric m_metric;
    LargeVector<std::uint8_t> m_codes; ///< [size() × stride]
    std::vector<float> m_scales;       ///< What a code's unit stands for, lengths included.
    std::vector<std::int32_t> m_sums;  ///< Σ codes of each node.
    std::vector<float> m_halfSquares;  ///< |x|²/2; empty with Cosine.
    std::vector<float> m_complements;  ///< √(L² − |x|²); with InnerProduct only.
    simd::Int8Rows m_rows;
    const simd::Int8Kernels* m_kernels;
};

} // namespace tw
