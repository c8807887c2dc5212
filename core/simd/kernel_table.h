// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simd/bit_kernels.h"
#include "core/simd/half_kernels.h"
#include "core/simd/int8_kernels.h"
#include "core/simd/kernels.h"

#include <span>
#include <string_view>

namespace tw::simd {

/// All kernels to use with one instruction set. Private to core/simd and its tests; everybody else uses the families'
/// headers.
struct KernelTable {
    std::string_view name; ///< "baseline", "avx2" or "avx512".
    const FloatKernels* floats;
    const HalfKernels* halves;
    const Int8Kernels* int8;
    const BitKernels* bits;
};

/// What a processor has, as far as kernels differ by it.
struct ProcessorFeatures {
    bool avx2 = false;           ///< With FMA and F16C.
    bool avx512 = false;         ///< F, DQ, BW and VL; only beside avx2.
    bool vnni = false;           ///< AVX512_VNNI; only beside avx512.
    bool vectorPopcount = false; ///< AVX512_VPOPCNTDQ; of use beside vnni only.
};

/// The tables a processor with these features can run, slowest first; the first is "baseline". Where AVX-512 lacks a
/// part, its table has the AVX2 kernels of that family.
std::span<const KernelTable> kernelsFor(const ProcessorFeatures& features, std::span<KernelTable, 3> storage);

/// The same for this processor.
std::span<const KernelTable> availableKernels();

/// The table to use.
/// @param wanted  TASTEWALK_SIMD's value; the best one when it is empty, unknown or beyond this processor.
const KernelTable& chooseKernels(std::string_view wanted);

extern const FloatKernels kFloatBaseline;
extern const HalfKernels kHalfBaseline;
extern const Int8Kernels kInt8Baseline;
extern const BitKernels kBitBaseline;
#if defined(__x86_64__)
extern const FloatKernels kFloatAvx2;
extern const FloatKernels kFloatAvx512;
extern const HalfKernels kHalfAvx2;
extern const HalfKernels kHalfAvx512;
extern const Int8Kernels kInt8Avx2;
extern const Int8Kernels kInt8Vnni;
extern const BitKernels kBitAvx2;
extern const BitKernels kBitAvx512;
#endif

} // namespace tw::simd
