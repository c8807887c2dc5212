// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tw::simd {

/// Kernels over 32-bit floats, for one instruction set. Any alignment, any length. All forms of one product or distance
/// add in the same order, so that a scan, a graph search and a re-ranking give the same bits and ties stay ties; between
/// instruction sets results agree to about 1e-6 of the sum of magnitudes. Thread-safe, like all kernels here.
struct FloatKernels {
    /// Σ a·b.
    float (*dot)(const float* a, const float* b, std::size_t count);
    /// Σ (a − b)².
    float (*squaredDistance)(const float* a, const float* b, std::size_t count);
    /// out[i] = dot(query, rows + i·cols).
    void (*dotRows)(const float* query, const float* rows, std::size_t rowCount, std::size_t cols, float* out);
    /// out[i] = squaredDistance(query, rows + i·cols).
    void (*squaredDistanceRows)(const float* query, const float* rows, std::size_t rowCount, std::size_t cols,
                                float* out);
    /// out[i] = dot(query, base + numbers[i]·cols), the coming rows fetched ahead.
    void (*dotScattered)(const float* query, const float* base, std::size_t cols, const std::uint32_t* numbers,
                         std::size_t count, float* out);
    void (*squaredDistanceScattered)(const float* query, const float* base, std::size_t cols,
                                     const std::uint32_t* numbers, std::size_t count, float* out);
    /// Writes the places i with scores[i] ≥ threshold to `places` (room for `count`), rising; returns how many.
    /// NaN is never among them.
    std::size_t (*atLeast)(const float* scores, std::size_t count, float threshold, std::uint32_t* places);
};

/// Those of the instruction set in use. Take the reference once, outside of the loop.
const FloatKernels& floatKernels();

/// Inner product of two vectors of the same length. Any alignment, any length. Order of summation differs between
/// instruction sets, so results agree to about 1e-6 relative, not bit for bit.
float dot(std::span<const float> a, std::span<const float> b);

/// Squared Euclidean distance of two vectors of the same length.
float squaredDistance(std::span<const float> a, std::span<const float> b);

/// out[i] = dot(query, rows.row(i)). `out` has rows.rows() entries; query has rows.cols().
void dotRows(std::span<const float> query, MatrixView rows, std::span<float> out);

/// Squared Euclidean length.
float squaredNorm(std::span<const float> a);

/// Divides by the length and returns the length; a zero vector stays zero and returns 0.
float normalise(std::span<float> a);

/// True when no entry is NaN or infinite.
bool allFinite(std::span<const float> a);

/// The instruction set in use: "baseline", "avx2" or "avx512". Chosen once by what the processor has;
/// TASTEWALK_SIMD=baseline|avx2|avx512 forces a lower one.
std::string_view instructionSet();

} // namespace tw::simd
