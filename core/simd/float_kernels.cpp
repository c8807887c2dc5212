// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/kernel_table.h"
#include "core/simd/targets.h"

namespace tw::simd {
namespace {

// Every form goes through the same function of one pair: an exact scan and a graph search then give the same
// similarity to the last bit, and ties stay ties.

using Pair = float (*)(const float*, const float*, std::size_t);

template <Pair pair>
void overRows(const float* query, const float* rows, std::size_t rowCount, std::size_t cols, float* out)
{
    for (std::size_t i = 0; i < rowCount; ++i)
        out[i] = pair(query, rows + i * cols, cols);
}

template <Pair pair>
void overScattered(const float* query, const float* base, std::size_t cols, const std::uint32_t* numbers,
                   std::size_t count, float* out)
{
    const std::size_t bytes = cols * sizeof(float);
    if (count > 0)
        fetchAhead(base + numbers[0] * cols, bytes);
    for (std::size_t i = 0; i < count; ++i) {
        if (i + 1 < count)
            fetchAhead(base + numbers[i + 1] * cols, bytes);
        out[i] = pair(query, base + numbers[i] * cols, cols);
    }
}

constexpr std::size_t kLanes = 16;

float sumOfLanes(float* sums)
{
    for (std::size_t half = kLanes / 2; half > 0; half /= 2)
        for (std::size_t lane = 0; lane < half; ++lane)
            sums[lane] += sums[lane + half];
    return sums[0];
}

float dotBaseline(const float* a, const float* b, std::size_t count)
{
    float sums[kLanes] = {};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    for (std::size_t lane = 0; i < count; ++i, ++lane)
        sums[lane] += a[i] * b[i];
    return sumOfLanes(sums);
}

float squaredDistanceBaseline(const float* a, const float* b, std::size_t count)
{
    float sums[kLanes] = {};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const float difference = a[i + lane] - b[i + lane];
            sums[lane] += difference * difference;
        }
    for (std::size_t lane = 0; i < count; ++i, ++lane) {
        const float difference = a[i] - b[i];
        sums[lane] += difference * difference;
    }
    return sumOfLanes(sums);
}

std::size_t atLeastBaseline(const float* scores, std::size_t count, float threshold, std::uint32_t* places)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        places[found] = static_cast<std::uint32_t>(i);
        found += scores[i] >= threshold ? 1 : 0;
    }
    return found;
}

} // namespace

const FloatKernels kFloatBaseline{
    dotBaseline,
    squaredDistanceBaseline,
    overRows<dotBaseline>,
    overRows<squaredDistanceBaseline>,
    overScattered<dotBaseline>,
    overScattered<squaredDistanceBaseline>,
    atLeastBaseline,
};

#if defined(__x86_64__)

namespace {

// Sliding window over this gives a mask for 0 to 7 leading lanes.
alignas(32) constexpr int kTailMask[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};

template <bool kDistance>
TW_AVX2 TW_INLINE __m256 step(__m256 a, __m256 b, __m256 sum)
{
    if constexpr (kDistance) {
        const __m256 difference = _mm256_sub_ps(a, b);
        return _mm256_fmadd_ps(difference, difference, sum);
    } else {
        return _mm256_fmadd_ps(a, b, sum);
    }
}

template <bool kDistance>
TW_AVX2 float pairAvx2(const float* a, const float* b, std::size_t count)
{
    __m256 s0 = _mm256_setzero_ps();
    __m256 s1 = s0;
    __m256 s2 = s0;
    __m256 s3 = s0;
    std::size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        s0 = step<kDistance>(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i), s0);
        s1 = step<kDistance>(_mm256_loadu_ps(a + i + 8), _mm256_loadu_ps(b + i + 8), s1);
        s2 = step<kDistance>(_mm256_loadu_ps(a + i + 16), _mm256_loadu_ps(b + i + 16), s2);
        s3 = step<kDistance>(_mm256_loadu_ps(a + i + 24), _mm256_loadu_ps(b + i + 24), s3);
    }
    for (; i + 8 <= count; i += 8)
        s0 = step<kDistance>(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i), s0);
    if (i < count) {
        const int* maskStart = kTailMask + 8 - (count - i);
        const __m256i mask = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(maskStart));
        s1 = step<kDistance>(_mm256_maskload_ps(a + i, mask), _mm256_maskload_ps(b + i, mask), s1);
    }
    return sumOf(_mm256_add_ps(_mm256_add_ps(s0, s1), _mm256_add_ps(s2, s3)));
}

TW_AVX2 std::size_t atLeastAvx2(const float* scores, std::size_t count, float threshold, std::uint32_t* places)
{
    const __m256 bound = _mm256_set1_ps(threshold);
    std::size_t found = 0;
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        auto hits = static_cast<unsigned>(
            _mm256_movemask_ps(_mm256_cmp_ps(_mm256_loadu_ps(scores + i), bound, _CMP_GE_OQ)));
        for (; hits != 0; hits &= hits - 1)
            places[found++] = static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(__builtin_ctz(hits));
    }
    for (; i < count; ++i)
        if (scores[i] >= threshold)
            places[found++] = static_cast<std::uint32_t>(i);
    return found;
}

template <bool kDistance>
TW_AVX512 TW_INLINE __m512 step(__m512 a, __m512 b, __m512 sum)
{
    if constexpr (kDistance) {
        const __m512 difference = _mm512_sub_ps(a, b);
        return _mm512_fmadd_ps(difference, difference, sum);
    } else {
        return _mm512_fmadd_ps(a, b, sum);
    }
}

template <bool kDistance>
TW_AVX512 float pairAvx512(const float* a, const float* b, std::size_t count)
{
    __m512 s0 = _mm512_setzero_ps();
    __m512 s1 = s0;
    __m512 s2 = s0;
    __m512 s3 = s0;
    std::size_t i = 0;
    for (; i + 64 <= count; i += 64) {
        s0 = step<kDistance>(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i), s0);
        s1 = step<kDistance>(_mm512_loadu_ps(a + i + 16), _mm512_loadu_ps(b + i + 16), s1);
        s2 = step<kDistance>(_mm512_loadu_ps(a + i + 32), _mm512_loadu_ps(b + i + 32), s2);
        s3 = step<kDistance>(_mm512_loadu_ps(a + i + 48), _mm512_loadu_ps(b + i + 48), s3);
    }
    for (; i + 16 <= count; i += 16)
        s0 = step<kDistance>(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i), s0);
    if (i < count) {
        const auto mask = static_cast<__mmask16>((1U << (count - i)) - 1U);
        s1 = step<kDistance>(_mm512_maskz_loadu_ps(mask, a + i), _mm512_maskz_loadu_ps(mask, b + i), s1);
    }
    return sumOf(_mm512_add_ps(_mm512_add_ps(s0, s1), _mm512_add_ps(s2, s3)));
}

TW_AVX512 std::size_t atLeastAvx512(const float* scores, std::size_t count, float threshold, std::uint32_t* places)
{
    const __m512 bound = _mm512_set1_ps(threshold);
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; i += 16) {
        const auto inside = static_cast<__mmask16>(count - i >= 16 ? 0xFFFFU : (1U << (count - i)) - 1U);
        unsigned hits = _mm512_mask_cmp_ps_mask(inside, _mm512_maskz_loadu_ps(inside, scores + i), bound, _CMP_GE_OQ);
        for (; hits != 0; hits &= hits - 1)
            places[found++] = static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(__builtin_ctz(hits));
    }
    return found;
}

} // namespace

const FloatKernels kFloatAvx2{
    pairAvx2<false>,
    pairAvx2<true>,
    overRows<pairAvx2<false>>,
    overRows<pairAvx2<true>>,
    overScattered<pairAvx2<false>>,
    overScattered<pairAvx2<true>>,
    atLeastAvx2,
};

const FloatKernels kFloatAvx512{
    pairAvx512<false>,
    pairAvx512<true>,
    overRows<pairAvx512<false>>,
    overRows<pairAvx512<true>>,
    overScattered<pairAvx512<false>>,
    overScattered<pairAvx512<true>>,
    atLeastAvx512,
};

#endif

} // namespace tw::simd
