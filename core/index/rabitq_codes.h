// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/task_context.h"
#include "core/index/large_vector.h"
#include "core/index/random_rotation.h"
#include "core/index/seen_vectors.h"
#include "core/simd/bit_kernels.h"

#include <optional>

namespace tw {

class PieceWriter;

/// One bit a dimension: RaBitQ (Gao & Long, "RaBitQ: Quantizing High-Dimensional Vectors with a Theoretical Error
/// Bound", SIGMOD 2024). With μ the mean and R a random rotation of D dimensions, a vector x is kept as the signs
/// b = sign(r) of r = R(x − μ); ō = b/√D is the nearest corner of the hypercube to o = r/|r|. Then (their eq. 12)
///     <o, q> ≈ <ō, q> / <ō, o>,   <ō, o> = Σ|rᵢ| / (√D |r|),
/// whose error is at most some 1/√D of |q| and whose mean is right (their theorem 3.2). So
///     <x − μ, q − μ> ≈ f · Σ bᵢ q'ᵢ,   f = |r|² / Σ|rᵢ|,   q' = R(q − μ),
/// and with q'ᵢ ≈ low + step·uᵢ in four bits (their section 3.3), S = Σ uᵢ [bᵢ > 0] by counting bits,
///     Σ bᵢ q'ᵢ = 2 (low · count(b) + step · S) − (D · low + step · Σ uᵢ).
/// The score adds <μ, q> + <x − μ, μ>, and −|x|²/2 with L2. One record a node: bits, f, count(b), <x − μ, μ> (− |x|²/2).
/// Private to core/index. Immutable while searched.
class RabitqCodes {
public:
    /// A query as the codes want it; keeps its memory from search to search.
    struct Query {
        std::vector<float> centred;
        std::vector<float> rotated;
        std::vector<std::uint64_t> planes;
        std::vector<std::uint32_t> sums;
        float perBit = 0;  ///< 2 low
        float perSum = 0;  ///< 2 step
        float common = 0;  ///< −(D low + step Σ u)
        float offset = 0;  ///< <μ, q>
    };
    static constexpr std::size_t kPlanes = 4;

    /// No nodes; μ from at most kSampledRows of the rows. Precondition: at least one row.
    static RabitqCodes fit(const SeenVectors& vectors, std::span<const std::uint32_t> rows);
    static constexpr std::size_t kSampledRows = 20'000;

    /// Appends a node for each of the rows. On several threads. Errors: Cancelled.
    Status append(const SeenVectors& vectors, std::span<const std::uint32_t> rows, const TaskContext& context);

    std::size_t size() const { return m_records.size() / m_stride; }
    std::uint64_t bytes() const { return m_records.size() + m_centre.size() * 2 * sizeof(float); }
    /// Bytes of a record, a multiple of 64.
    std::size_t stride() const { return m_stride; }

    /// @param seen  dim numbers: the query at the length that scores are wanted for.
    void prepare(std::span<const float> seen, Query& query) const;
    /// out[i] = estimated score of nodes[i].
    void scores(Query& query, std::span<const std::uint32_t> nodes, float* out) const;

    /// Borrows: this must stay until the file is written.
    void write(PieceWriter& writer) const;
    static std::optional<RabitqCodes> read(ByteReader& reader, std::size_t nodes, std::size_t dim);

private:
    struct Factors {
        float perSign = 0;  ///< f
        float setBits = 0;
        float own = 0;      ///< <x − μ, μ>, − |x|²/2 with L2.
    };
    RabitqCodes(std::vector<float> centre);
    void fetch(std::uint32_t node) const
    {
        const std::byte* record = m_records.data() + node * m_stride;
        for (std::size_t line = 0; line < m_stride; line += 64)
            __builtin_prefetch(record + line);
    }
    void encode(std::span<const float> seen, float ownScore, std::byte* record) const;

    std::vector<float> m_centre;        ///< μ
    RandomRotation m_rotation;
    std::vector<float> m_rotatedCentre; ///< R(μ)
    std::size_t m_words;
    std::size_t m_stride;
    LargeVector<std::byte> m_records;
    const simd::BitKernels* m_kernels;
};

} // namespace tw
