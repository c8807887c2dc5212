// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/kernel_table.h"
#include "core/simd/targets.h"

#include <bit>

namespace tw::simd {
namespace {

std::uint16_t halfOf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16U) & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    if (magnitude > 0x7F800000U) // NaN: quiet, with the upper bits of its payload, as the processor does
        return static_cast<std::uint16_t>(sign | 0x7E00U | ((magnitude >> 13U) & 0x3FFU));
    if (magnitude >= 0x477FF000U) // rounds to 65,536 or more
        return static_cast<std::uint16_t>(sign | 0x7C00U);
    if (magnitude < 0x38800000U) {
        // Below the normal halves: adding 0.5 shifts the wanted bits to the end, rounded as floats are.
        const float shifted = std::bit_cast<float>(magnitude) + 0.5F;
        return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(shifted) - 0x3F000000U));
    }
    const std::uint32_t odd = (magnitude >> 13U) & 1U;
    return static_cast<std::uint16_t>(sign | ((magnitude - 0x38000000U + 0xFFFU + odd) >> 13U));
}

float floatOf(std::uint16_t half)
{
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t magnitude = half & 0x7FFFU;
    if (magnitude >= 0x7C00U) {
        const std::uint32_t quiet = magnitude > 0x7C00U ? 0x00400000U : 0U;
        return std::bit_cast<float>(sign | 0x7F800000U | quiet | ((magnitude & 0x3FFU) << 13U));
    }
    if (magnitude < 0x0400U) {
        const float value = static_cast<float>(magnitude) * 0x1p-24F;
        return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(value));
    }
    return std::bit_cast<float>(sign | ((magnitude << 13U) + 0x38000000U));
}

void toHalfBaseline(const float* values, std::size_t count, std::uint16_t* halves)
{
    for (std::size_t i = 0; i < count; ++i)
        halves[i] = halfOf(values[i]);
}

void toFloatBaseline(const std::uint16_t* halves, std::size_t count, float* values)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = floatOf(halves[i]);
}

template <bool kDistance>
float pairBaseline(const float* query, const std::uint16_t* row, std::size_t count)
{
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const float value = floatOf(row[i]);
        sum += kDistance ? (query[i] - value) * (query[i] - value) : query[i] * value;
    }
    return sum;
}

using Pair = float (*)(const float*, const std::uint16_t*, std::size_t);

template <Pair pair>
void overRows(const float* query, const std::uint16_t* rows, std::size_t rowCount, std::size_t cols, float* out)
{
    for (std::size_t i = 0; i < rowCount; ++i)
        out[i] = pair(query, rows + i * cols, cols);
}

template <Pair pair>
void overScattered(const float* query, const std::uint16_t* base, std::size_t cols, const std::uint32_t* numbers,
                   std::size_t count, float* out)
{
    const std::size_t bytes = cols * sizeof(std::uint16_t);
    for (std::size_t i = 0; i < count; ++i) {
        if (i + 2 < count)
            fetchAhead(base + numbers[i + 2] * cols, bytes);
        out[i] = pair(query, base + numbers[i] * cols, cols);
    }
}

} // namespace

const HalfKernels kHalfBaseline{
    toHalfBaseline,
    toFloatBaseline,
    pairBaseline<false>,
    pairBaseline<true>,
    overRows<pairBaseline<false>>,
    overScattered<pairBaseline<false>>,
};

#if defined(__x86_64__)

namespace {

TW_AVX2 TW_INLINE __m256 load8(const std::uint16_t* halves)
{
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(halves)));
}

TW_AVX2 void toHalfAvx2(const float* values, std::size_t count, std::uint16_t* halves)
{
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        _mm_storeu_si128(reinterpret_cast<__m128i*>(halves + i),
                         _mm256_cvtps_ph(_mm256_loadu_ps(values + i), _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    toHalfBaseline(values + i, count - i, halves + i);
}

TW_AVX2 void toFloatAvx2(const std::uint16_t* halves, std::size_t count, float* values)
{
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        _mm256_storeu_ps(values + i, load8(halves + i));
    toFloatBaseline(halves + i, count - i, values + i);
}

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
TW_AVX2 float pairAvx2(const float* query, const std::uint16_t* row, std::size_t count)
{
    __m256 s0 = _mm256_setzero_ps();
    __m256 s1 = s0;
    __m256 s2 = s0;
    __m256 s3 = s0;
    std::size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        s0 = step<kDistance>(_mm256_loadu_ps(query + i), load8(row + i), s0);
        s1 = step<kDistance>(_mm256_loadu_ps(query + i + 8), load8(row + i + 8), s1);
        s2 = step<kDistance>(_mm256_loadu_ps(query + i + 16), load8(row + i + 16), s2);
        s3 = step<kDistance>(_mm256_loadu_ps(query + i + 24), load8(row + i + 24), s3);
    }
    for (; i + 8 <= count; i += 8)
        s0 = step<kDistance>(_mm256_loadu_ps(query + i), load8(row + i), s0);
    if (i < count) {
        // Zeros on both sides add nothing to either sum.
        float queryTail[8] = {};
        std::uint16_t rowTail[8] = {};
        std::memcpy(queryTail, query + i, (count - i) * sizeof(float));
        std::memcpy(rowTail, row + i, (count - i) * sizeof(std::uint16_t));
        s1 = step<kDistance>(_mm256_loadu_ps(queryTail), load8(rowTail), s1);
    }
    return sumOf(_mm256_add_ps(_mm256_add_ps(s0, s1), _mm256_add_ps(s2, s3)));
}

TW_AVX512 TW_INLINE __m512 load16(__mmask16 mask, const std::uint16_t* halves)
{
    return _mm512_maskz_cvtph_ps(mask, _mm256_maskz_loadu_epi16(mask, halves));
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
TW_AVX512 float pairAvx512(const float* query, const std::uint16_t* row, std::size_t count)
{
    constexpr __mmask16 kAll = 0xFFFF;
    __m512 s0 = _mm512_setzero_ps();
    __m512 s1 = s0;
    std::size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        s0 = step<kDistance>(_mm512_loadu_ps(query + i), load16(kAll, row + i), s0);
        s1 = step<kDistance>(_mm512_loadu_ps(query + i + 16), load16(kAll, row + i + 16), s1);
    }
    for (; i < count; i += 16) {
        const auto mask = static_cast<__mmask16>(count - i >= 16 ? 0xFFFFU : (1U << (count - i)) - 1U);
        s0 = step<kDistance>(_mm512_maskz_loadu_ps(mask, query + i), load16(mask, row + i), s0);
    }
    return sumOf(_mm512_add_ps(s0, s1));
}

} // namespace

const HalfKernels kHalfAvx2{
    toHalfAvx2,
    toFloatAvx2,
    pairAvx2<false>,
    pairAvx2<true>,
    overRows<pairAvx2<false>>,
    overScattered<pairAvx2<false>>,
};

const HalfKernels kHalfAvx512{
    toHalfAvx2,
    toFloatAvx2,
    pairAvx512<false>,
    pairAvx512<true>,
    overRows<pairAvx512<false>>,
    overScattered<pairAvx512<false>>,
};

#endif

} // namespace tw::simd
