// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace tw::simd {

/// Kernels of a float query against rows of 16-bit floats (IEEE 754 binary16), summed in 32 bits. Any alignment, any
/// length. On the baseline each number is converted one by one, which is some thirty times slower: ask
/// instructionSet() before choosing this storage.
struct HalfKernels {
    /// Rounds to nearest, ties to even; beyond 65,504 (rounded) becomes infinite; keeps NaN.
    void (*toHalf)(const float* values, std::size_t count, std::uint16_t* halves);
    /// Exact.
    void (*toFloat)(const std::uint16_t* halves, std::size_t count, float* values);
    /// Σ query·row.
    float (*dot)(const float* query, const std::uint16_t* row, std::size_t count);
    /// Σ (query − row)².
    float (*squaredDistance)(const float* query, const std::uint16_t* row, std::size_t count);
    /// out[i] = dot(query, rows + i·cols), bit for bit.
    void (*dotRows)(const float* query, const std::uint16_t* rows, std::size_t rowCount, std::size_t cols, float* out);
    /// out[i] = dot(query, base + numbers[i]·cols), the coming rows fetched ahead.
    void (*dotScattered)(const float* query, const std::uint16_t* base, std::size_t cols, const std::uint32_t* numbers,
                         std::size_t count, float* out);
};

/// Those of the instruction set in use.
const HalfKernels& halfKernels();

} // namespace tw::simd
