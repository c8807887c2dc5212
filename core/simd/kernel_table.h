// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tw::simd {

/// The kernels written for one instruction set. Private to core/simd and its tests; everybody else uses kernels.h.
struct KernelTable {
    std::string_view name; ///< "baseline", "avx2" or "avx512".
    float (*dot)(const float* a, const float* b, std::size_t count);
    /// out[i] = dot(query, rows + i·cols), bit for bit what `dot` gives.
    void (*dotRows)(const float* query, const float* rows, std::size_t rowCount, std::size_t cols, float* out);
};

/// The tables this processor can run, slowest first; the first is "baseline".
std::span<const KernelTable> availableKernels();

/// The table to use.
/// @param wanted  TASTEWALK_SIMD's value; the best one when it is empty, unknown or beyond this processor.
const KernelTable& chooseKernels(std::string_view wanted);

} // namespace tw::simd
