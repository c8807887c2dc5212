// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/task_context.h"
#include "core/index/large_vector.h"
#include "core/index/seen_vectors.h"
#include "core/simd/byte_sums.h"

#include <optional>

namespace tw {

class PieceWriter;

/// The leading principal components in 8 bits each. Vectors of encoders use far fewer directions than they have
/// numbers, so that 60 components in one cache line may order neighbours better than a bit for each of 768 dimensions
/// in two. (The idea as in LeanVec, Tepper et al. 2023, and MRQ, Yang et al. 2024; no second code for the rest here.)
/// With μ the mean and P [count × dim] the leading directions of the rows' covariance,
///     <x, q> = <μ, q> + <x − μ, μ> + <x − μ, q − μ>,   <x − μ, q − μ> ≈ <P(x − μ), P(q − μ)>
/// the last in whole numbers: c = round(P(x − μ) / step), one step for all, clipped to ±127, and the query likewise with
/// a step of its own. What is left out is the product of the two remainders, small when P holds most of the variance.
/// One record a node: the codes + 128, then <x − μ, μ> (− |x|²/2 with L2) as a float.
/// Private to core/index. Immutable while searched.
class ComponentCodes {
public:
    /// A query as the codes want it; keeps its memory from search to search.
    struct Query {
        std::vector<float> centred;
        std::vector<float> components;
        LargeVector<std::int8_t> codes;
        std::vector<std::int32_t> sums;
        std::int32_t sum = 0;
        float factor = 0; ///< The query's step times the rows'.
        float offset = 0; ///< <μ, q>
    };
    static constexpr std::size_t kMostLines = 4;
    /// Components that a record of so many cache lines holds.
    static constexpr std::size_t componentsIn(std::size_t lines) { return 64 * lines - sizeof(float); }

    /// No nodes; the directions are found on at most kSampledRows of the rows, for records of kMostLines lines or fewer
    /// where dim is small. Deterministic. Precondition: at least one row. Errors: Cancelled.
    static Result<ComponentCodes> fit(const SeenVectors& vectors, std::span<const std::uint32_t> rows,
                                      const TaskContext& context);
    static constexpr std::size_t kSampledRows = 8192;
    /// The same with records of fewer lines. Precondition: no nodes yet, 1 <= lines <= lines().
    ComponentCodes shortened(std::size_t lines) const;

    /// Appends a node for each of the rows. On several threads. Errors: Cancelled.
    Status append(const SeenVectors& vectors, std::span<const std::uint32_t> rows, const TaskContext& context);

    std::size_t size() const { return m_records.size() / stride(); }
    std::uint64_t bytes() const;
    std::size_t lines() const { return m_lines; }
    std::size_t stride() const { return 64 * m_lines; }

    /// @param seen  dim numbers: the query at the length that scores are wanted for.
    void prepare(std::span<const float> seen, Query& query) const;
    /// out[i] = estimated score of nodes[i].
    void scores(Query& query, std::span<const std::uint32_t> nodes, float* out) const;

    /// Borrows: this must stay until the file is written.
    void write(PieceWriter& writer) const;
    static std::optional<ComponentCodes> read(ByteReader& reader, std::size_t nodes, std::size_t dim);

private:
    ComponentCodes() = default;
    void fetch(std::uint32_t node) const
    {
        const std::uint8_t* record = m_records.data() + node * stride();
        for (std::size_t line = 0; line < m_lines; ++line)
            __builtin_prefetch(record + 64 * line);
    }
    std::size_t componentCount() const { return m_directions.rows(); }
    void project(std::span<const float> seen, std::vector<float>& centred, std::vector<float>& components) const;
    void encode(std::span<const float> components, float own, std::uint8_t* record) const;

    std::vector<float> m_centre; ///< μ
    Matrix m_directions;         ///< P, at most componentsIn(m_lines) rows.
    float m_step = 1;
    std::size_t m_lines = 0;
    LargeVector<std::uint8_t> m_records;
    const simd::ByteSums* m_kernels = &simd::byteSums();
};

} // namespace tw
