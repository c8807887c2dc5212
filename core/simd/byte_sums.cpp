// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/byte_sums.h"

#include "core/simd/kernels.h"
#include "core/simd/targets.h"

namespace tw::simd {
namespace {

void scatteredBaseline(const std::int8_t* query, std::int32_t, const ByteRecords& records,
                       const std::uint32_t* numbers, std::size_t count, std::int32_t* out)
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* row = records.base + numbers[i] * records.stride;
        std::int32_t sum = 0;
        for (std::size_t j = 0; j < records.stride; ++j)
            sum += query[j] * (row[j] - 128);
        out[i] = sum;
    }
}

constexpr ByteSums kBaseline{scatteredBaseline};

#if defined(__x86_64__)

/// VPMADDUBSW wants one side unsigned: |row| · (query with the row's sign), two of at most 128 · 127 each.
TW_AVX2 void scatteredAvx2(const std::int8_t* query, std::int32_t, const ByteRecords& records,
                           const std::uint32_t* numbers, std::size_t count, std::int32_t* out)
{
    const __m256i bias = _mm256_set1_epi8(static_cast<char>(0x80));
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* row = records.base + numbers[i] * records.stride;
        __m256i sums = _mm256_setzero_si256();
        for (std::size_t j = 0; j < records.stride; j += 32) {
            const __m256i codes
                = _mm256_xor_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(row + j)), bias);
            const __m256i signedQuery
                = _mm256_sign_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(query + j)), codes);
            const __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(codes), signedQuery);
            sums = _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, ones));
        }
        out[i] = sumOf32(sums);
    }
}

TW_VNNI TW_INLINE __m512i rowProduct(const std::int8_t* query, const ByteRecords& records, std::uint32_t number)
{
    const std::uint8_t* row = records.base + number * records.stride;
    __m512i sums = _mm512_dpbusd_epi32(_mm512_setzero_si512(), _mm512_loadu_si512(row), _mm512_loadu_si512(query));
    for (std::size_t j = 64; j < records.stride; j += 64)
        sums = _mm512_dpbusd_epi32(sums, _mm512_loadu_si512(row + j), _mm512_loadu_si512(query + j));
    return sums;
}

/// 16 sums to 4, by halves and quarters.
TW_VNNI TW_INLINE __m128i fold(__m512i sums)
{
    const __m256i half = _mm256_add_epi32(_mm512_maskz_extracti32x8_epi32(0xFF, sums, 0),
                                          _mm512_maskz_extracti32x8_epi32(0xFF, sums, 1));
    return _mm_add_epi32(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
}

TW_VNNI void scatteredVnni(const std::int8_t* query, std::int32_t querySum, const ByteRecords& records,
                           const std::uint32_t* numbers, std::size_t count, std::int32_t* out)
{
    // Rows stay unsigned; what the 128 is too much depends on the query alone.
    const __m128i excess = _mm_set1_epi32(128 * querySum);
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m128i a = fold(rowProduct(query, records, numbers[i]));
        const __m128i b = fold(rowProduct(query, records, numbers[i + 1]));
        const __m128i c = fold(rowProduct(query, records, numbers[i + 2]));
        const __m128i d = fold(rowProduct(query, records, numbers[i + 3]));
        const __m128i total = _mm_hadd_epi32(_mm_hadd_epi32(a, b), _mm_hadd_epi32(c, d));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), _mm_sub_epi32(total, excess));
    }
    for (; i < count; ++i)
        out[i] = sumOf32(rowProduct(query, records, numbers[i])) - 128 * querySum;
}

constexpr ByteSums kAvx2{scatteredAvx2};
constexpr ByteSums kVnni{scatteredVnni};

#endif

const ByteSums& choose()
{
#if defined(__x86_64__)
    if (instructionSet() == "avx512" && __builtin_cpu_supports("avx512vnni"))
        return kVnni;
    if (instructionSet() != "baseline")
        return kAvx2;
#endif
    return kBaseline;
}

} // namespace

const ByteSums& byteSums()
{
    static const ByteSums& chosen = choose();
    return chosen;
}

} // namespace tw::simd
