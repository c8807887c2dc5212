// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace tw::simd {

/// Inner product of two vectors of the same length. Any alignment, any length. Order of summation differs between
/// instruction sets, so results agree to about 1e-6 relative, not bit for bit.
float dot(std::span<const float> a, std::span<const float> b);

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
