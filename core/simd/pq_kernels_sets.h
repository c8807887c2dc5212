// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/simd: the AVX2 kernels that AVX-512 has no better ones for.

#include "core/simd/pq_kernels.h"

namespace tw::simd {

#if defined(__x86_64__)
extern const PqKernels kPqAvx2;
/// Wants AVX512_VBMI besides, for look-ups in tables of 256 bytes.
extern const PqKernels kPqVbmi;
#endif

} // namespace tw::simd
