// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/kernel_table.h"

#include <array>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tw::simd {
namespace {

// Every dotRows goes through the same dot as single calls do: an exact scan and a graph search then give the same
// similarity to the last bit, and ties stay ties.

float dotBaseline(const float* a, const float* b, std::size_t count)
{
    constexpr std::size_t kLanes = 16;
    float sums[kLanes] = {};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    for (std::size_t lane = 0; i < count; ++i, ++lane)
        sums[lane] += a[i] * b[i];
    for (std::size_t half = kLanes / 2; half > 0; half /= 2)
        for (std::size_t lane = 0; lane < half; ++lane)
            sums[lane] += sums[lane + half];
    return sums[0];
}

void dotRowsBaseline(const float* query, const float* rows, std::size_t rowCount, std::size_t cols, float* out)
{
    for (std::size_t i = 0; i < rowCount; ++i)
        out[i] = dotBaseline(query, rows + i * cols, cols);
}

#if defined(__x86_64__)

// Sliding window over this gives a mask for 0 to 7 leading lanes.
alignas(32) constexpr int kTailMask[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};

#define TW_AVX2 __attribute__((target("avx2,fma")))
#define TW_AVX512 __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma")))

TW_AVX2 inline float sumOf(__m256 sum)
{
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(sum), _mm256_extractf128_ps(sum, 1));
    four = _mm_add_ps(four, _mm_movehl_ps(four, four));
    four = _mm_add_ss(four, _mm_movehdup_ps(four));
    return _mm_cvtss_f32(four);
}

TW_AVX2 float dotAvx2(const float* a, const float* b, std::size_t count)
{
    __m256 s0 = _mm256_setzero_ps();
    __m256 s1 = s0;
    __m256 s2 = s0;
    __m256 s3 = s0;
    std::size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        s0 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i), s0);
        s1 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 8), _mm256_loadu_ps(b + i + 8), s1);
        s2 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 16), _mm256_loadu_ps(b + i + 16), s2);
        s3 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 24), _mm256_loadu_ps(b + i + 24), s3);
    }
    for (; i + 8 <= count; i += 8)
        s0 = _mm256_fmadd_ps(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i), s0);
    if (i < count) {
        const int* maskStart = kTailMask + 8 - (count - i);
        const __m256i mask = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(maskStart));
        s1 = _mm256_fmadd_ps(_mm256_maskload_ps(a + i, mask), _mm256_maskload_ps(b + i, mask), s1);
    }
    return sumOf(_mm256_add_ps(_mm256_add_ps(s0, s1), _mm256_add_ps(s2, s3)));
}

TW_AVX2 void dotRowsAvx2(const float* query, const float* rows, std::size_t rowCount, std::size_t cols, float* out)
{
    for (std::size_t i = 0; i < rowCount; ++i)
        out[i] = dotAvx2(query, rows + i * cols, cols);
}

TW_AVX512 float dotAvx512(const float* a, const float* b, std::size_t count)
{
    __m512 s0 = _mm512_setzero_ps();
    __m512 s1 = s0;
    __m512 s2 = s0;
    __m512 s3 = s0;
    std::size_t i = 0;
    for (; i + 64 <= count; i += 64) {
        s0 = _mm512_fmadd_ps(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i), s0);
        s1 = _mm512_fmadd_ps(_mm512_loadu_ps(a + i + 16), _mm512_loadu_ps(b + i + 16), s1);
        s2 = _mm512_fmadd_ps(_mm512_loadu_ps(a + i + 32), _mm512_loadu_ps(b + i + 32), s2);
        s3 = _mm512_fmadd_ps(_mm512_loadu_ps(a + i + 48), _mm512_loadu_ps(b + i + 48), s3);
    }
    for (; i + 16 <= count; i += 16)
        s0 = _mm512_fmadd_ps(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i), s0);
    if (i < count) {
        const auto mask = static_cast<__mmask16>((1U << (count - i)) - 1U);
        s1 = _mm512_fmadd_ps(_mm512_maskz_loadu_ps(mask, a + i), _mm512_maskz_loadu_ps(mask, b + i), s1);
    }
    // Masked extracts: GCC 12's reduce and cast intrinsics trip its own warning on uninitialised values.
    const __m512 sum = _mm512_add_ps(_mm512_add_ps(s0, s1), _mm512_add_ps(s2, s3));
    return sumOf(_mm256_add_ps(_mm512_maskz_extractf32x8_ps(0xFF, sum, 0), _mm512_maskz_extractf32x8_ps(0xFF, sum, 1)));
}

TW_AVX512 void dotRowsAvx512(const float* query, const float* rows, std::size_t rowCount, std::size_t cols, float* out)
{
    for (std::size_t i = 0; i < rowCount; ++i)
        out[i] = dotAvx512(query, rows + i * cols, cols);
}

bool hasAvx2()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

bool hasAvx512()
{
    return hasAvx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}

constexpr std::array<KernelTable, 3> kTables{{{"baseline", dotBaseline, dotRowsBaseline},
                                              {"avx2", dotAvx2, dotRowsAvx2},
                                              {"avx512", dotAvx512, dotRowsAvx512}}};

std::size_t usableTables()
{
    __builtin_cpu_init();
    return hasAvx512() ? 3 : hasAvx2() ? 2 : 1;
}

#else

constexpr std::array<KernelTable, 1> kTables{{{"baseline", dotBaseline, dotRowsBaseline}}};

std::size_t usableTables()
{
    return 1;
}

#endif

} // namespace

std::span<const KernelTable> availableKernels()
{
    static const std::size_t usable = usableTables();
    return std::span(kTables).first(usable);
}

const KernelTable& chooseKernels(std::string_view wanted)
{
    const std::span<const KernelTable> tables = availableKernels();
    for (const KernelTable& table : tables)
        if (table.name == wanted)
            return table;
    return tables.back();
}

} // namespace tw::simd
