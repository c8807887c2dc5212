// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace tw::simd {

// One bit a dimension (RaBitQ, Gao & Long 2024): a row is the signs of its numbers, a query is numbers of a few bits
// kept as planes, plane p holding bit p of each number. Σ u·b over the dimensions is then Σ_p 2^p popcount(plane_p & b).

/// 64-bit words that one bit for each of `dim` dimensions takes. Bits behind the end are 0.
constexpr std::size_t bitWords(std::size_t dim)
{
    return (dim + 63) / 64;
}

/// A query's planes: plane p at planes + p·words. Borrowed.
struct BitQuery {
    const std::uint64_t* planes = nullptr;
    std::size_t planeCount = 0; ///< 1..8.
    std::size_t words = 0;      ///< bitWords(dim).
};

/// What quantising a query gave: number i stands for low + step·u_i.
struct BitScale {
    float low = 0;
    float step = 0;
    std::uint32_t sum = 0; ///< Σ u_i.
};

/// Rows with bits inside: those of row i begin at base + i·stride bytes, any alignment; what else the stride holds (a
/// vertex' factors) is not read. Borrowed.
struct BitRows {
    const std::byte* base = nullptr;
    std::size_t stride = 0;
};

/// Kernels over bits, for one instruction set. Whole numbers: all of them give the same.
struct BitKernels {
    /// Bit i of the words (bit i % 64 of word i / 64) is set where values[i] > 0. Writes bitWords(count) words.
    void (*packSigns)(const float* values, std::size_t count, std::uint64_t* words);
    /// low = min, step = (max − min) / (2^planeCount − 1), u = round((x − low) / step), as planes (planeCount ·
    /// bitWords(count) words). A range below 2⁻¹⁰⁰: step 0, u = 0. Precondition: finite values, finite range.
    BitScale (*quantise)(const float* values, std::size_t count, std::size_t planeCount, std::uint64_t* planes);
    /// Set bits.
    std::uint32_t (*popcount)(const std::uint64_t* words, std::size_t count);
    /// Bits in which two rows differ.
    std::uint32_t (*hamming)(const std::uint64_t* a, const std::uint64_t* b, std::size_t count);
    /// Σ u·b with one row's bits, any alignment.
    std::uint32_t (*dot)(const BitQuery& query, const std::byte* bits);
    /// out[i] = dot with row first + i.
    void (*dotRows)(const BitQuery& query, const BitRows& rows, std::size_t first, std::size_t count,
                    std::uint32_t* out);
    /// out[i] = dot with row numbers[i]; the coming rows are fetched ahead.
    void (*dotScattered)(const BitQuery& query, const BitRows& rows, const std::uint32_t* numbers, std::size_t count,
                         std::uint32_t* out);
};

/// Those of the instruction set in use.
const BitKernels& bitKernels();

} // namespace tw::simd
