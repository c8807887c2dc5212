// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/simd: which instructions a kernel may use, and sums over registers. Attributes on functions, not
// compiler flags on files: flags leak inline functions of that set into the baseline program.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
// GCC 12 warns of the undefined registers inside of its own intrinsics.
#pragma GCC diagnostic push
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#pragma GCC diagnostic ignored "-Wuninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop

#define TW_AVX2 __attribute__((target("avx2,fma,f16c,popcnt")))
#define TW_AVX512 __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma,f16c,popcnt")))
#define TW_VNNI __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512vnni,avx2,fma,f16c,popcnt")))
#define TW_POPCNT512                                                                                                  \
    __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512vnni,avx512vpopcntdq,avx2,fma,f16c,popcnt")))
#define TW_INLINE __attribute__((always_inline)) inline

namespace tw::simd {

TW_AVX2 TW_INLINE float sumOf(__m256 sum)
{
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(sum), _mm256_extractf128_ps(sum, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    four = _mm_add_ss(four, _mm_movehdup_ps(four));
    return _mm_cvtss_f32(four);
}

// Masked extracts: GCC 12's reduce and cast intrinsics trip its own warning on uninitialised values.
TW_AVX512 TW_INLINE float sumOf(__m512 sum)
{
    return sumOf(_mm256_add_ps(_mm512_maskz_extractf32x8_ps(0xFF, sum, 0),
                               _mm512_maskz_extractf32x8_ps(0xFF, sum, 1)));
}

TW_AVX2 TW_INLINE std::int32_t sumOf32(__m256i sum)
{
    __m128i four = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
    four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0xB1));
    return _mm_cvtsi128_si32(four);
}

TW_AVX512 TW_INLINE std::int32_t sumOf32(__m512i sum)
{
    return sumOf32(_mm256_add_epi32(_mm512_maskz_extracti32x8_epi32(0xFF, sum, 0),
                                    _mm512_maskz_extracti32x8_epi32(0xFF, sum, 1)));
}

TW_AVX2 TW_INLINE std::uint64_t sumOf64(__m256i sum)
{
    const __m128i two = _mm_add_epi64(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(two)) + static_cast<std::uint64_t>(_mm_extract_epi64(two, 1));
}

TW_AVX512 TW_INLINE std::uint64_t sumOf64(__m512i sum)
{
    return sumOf64(_mm256_add_epi64(_mm512_maskz_extracti64x4_epi64(0xFF, sum, 0),
                                    _mm512_maskz_extracti64x4_epi64(0xFF, sum, 1)));
}

} // namespace tw::simd

#endif

namespace tw::simd {

/// Asks for the first `bytes` of what will be read soon.
inline void fetchAhead(const void* from, std::size_t bytes)
{
    const char* line = static_cast<const char*>(from);
    for (std::size_t offset = 0; offset < bytes; offset += 64)
        __builtin_prefetch(line + offset);
}

} // namespace tw::simd
