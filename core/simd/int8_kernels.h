// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace tw::simd {

// Vectors in 8 bits a number, symmetric, one scale a vector: with scale = max|x| / 127 the code of x is
// round(x / scale), −127..127. Rows keep code + 128 as an unsigned byte and queries keep the code itself, since the
// 8-bit product of x86 (VPDPBUSD) wants one of each: Σ q·(c + 128) = Σ q·c + 128 Σ q, and what is too much depends on
// the query alone. Codes are padded to a multiple of 64 with what stands for 0.

/// Bytes that the codes of `count` numbers take. At most kMostInt8Numbers numbers: beyond, 32-bit sums could overflow.
constexpr std::size_t int8Padded(std::size_t count)
{
    return (count + 63) / 64 * 64;
}
inline constexpr std::size_t kMostInt8Numbers = 65'536;

/// Rows as bytes: row i is at codes + i·stride and stands for scales[i]·(byte − 128). Borrowed.
/// Any alignment; 64 is fastest.
struct Int8Rows {
    const std::uint8_t* codes = nullptr;
    const float* scales = nullptr;
    std::size_t stride = 0; ///< int8Padded(dim).
};

/// A query to hold against rows: stands for scale·codes. Borrowed.
struct Int8Query {
    const std::int8_t* codes = nullptr; ///< [stride of the rows], zeros behind the end.
    std::int32_t sum = 0;               ///< Σ codes.
    float scale = 0;
};

/// Kernels over such codes, for one instruction set. Sums are whole numbers, so all instruction sets and all forms of
/// a product give the same bits. A "product" below is float(Σ q·c)·rowScale·queryScale, multiplied in this order.
struct Int8Kernels {
    /// Codes of a row, int8Padded(count) bytes. Returns the scale; 0 (and codes of 0) where max|x| < 2⁻¹⁰⁰.
    /// @param sum  Receives Σ codes (without the 128), or null. Precondition: finite values.
    float (*quantise)(const float* values, std::size_t count, std::uint8_t* codes, std::int32_t* sum);
    /// The same codes as a query.
    float (*quantiseQuery)(const float* values, std::size_t count, std::int8_t* codes, std::int32_t* sum);
    /// values[i] = scale·(codes[i] − 128).
    void (*dequantise)(const std::uint8_t* codes, float scale, std::size_t count, float* values);

    /// Σ q·c over `padded` numbers (a multiple of 64).
    std::int32_t (*dot)(const std::int8_t* query, std::int32_t querySum, const std::uint8_t* row, std::size_t padded);
    /// Σ a·b of two rows, without preparing either. @param sumB  Σ codes of b, as quantise() gave it.
    std::int32_t (*dotCodes)(const std::uint8_t* a, const std::uint8_t* b, std::int32_t sumB, std::size_t padded);

    /// out[i] = product with row first + i.
    void (*dotRows)(const Int8Query& query, const Int8Rows& rows, std::size_t first, std::size_t count, float* out);
    /// out[i] = product with row numbers[i]; the coming rows are fetched ahead. For the nodes of a graph.
    void (*dotScattered)(const Int8Query& query, const Int8Rows& rows, const std::uint32_t* numbers, std::size_t count,
                         float* out);
    /// out[q·outStride + i] = product of queries[q] with row first + i. Loads each row once for several queries: about
    /// three times as fast as one by one where rows and queries lie in the cache (some 500 rows at a time).
    void (*dotTile)(const Int8Query* queries, std::size_t queryCount, const Int8Rows& rows, std::size_t first,
                    std::size_t count, float* out, std::size_t outStride);
};

/// Those of the instruction set in use. Take the reference once, outside of the loop.
const Int8Kernels& int8Kernels();

/// |a − b|² of two rows as they are decoded.
inline double int8SquaredDistance(const Int8Kernels& kernels, const Int8Rows& rows, std::size_t a, std::int32_t sumA,
                                  std::size_t b, std::int32_t sumB)
{
    const std::uint8_t* rowA = rows.codes + a * rows.stride;
    const std::uint8_t* rowB = rows.codes + b * rows.stride;
    const double scaleA = rows.scales[a];
    const double scaleB = rows.scales[b];
    return scaleA * scaleA * kernels.dotCodes(rowA, rowA, sumA, rows.stride)
        + scaleB * scaleB * kernels.dotCodes(rowB, rowB, sumB, rows.stride)
        - 2 * scaleA * scaleB * kernels.dotCodes(rowA, rowB, sumB, rows.stride);
}

} // namespace tw::simd
