// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/int8_quantise.h"
#include "core/simd/kernel_table.h"
#include "core/simd/targets.h"

#if defined(__x86_64__)

namespace tw::simd {
namespace {

TW_VNNI TW_INLINE __m512i load64(const void* bytes)
{
    return _mm512_loadu_si512(bytes);
}

TW_VNNI float largestVnni(const float* values)
{
    __m512 largest = _mm512_max_ps(_mm512_abs_ps(_mm512_loadu_ps(values)), _mm512_abs_ps(_mm512_loadu_ps(values + 16)));
    for (std::size_t i = 32; i < 64; i += 16)
        largest = _mm512_max_ps(largest, _mm512_abs_ps(_mm512_loadu_ps(values + i)));
    const __m256 eight = _mm256_max_ps(_mm512_maskz_extractf32x8_ps(0xFF, largest, 0),
                                       _mm512_maskz_extractf32x8_ps(0xFF, largest, 1));
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    four = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(four, _mm_movehdup_ps(four)));
}

TW_VNNI std::int32_t encodeVnni(const float* values, float factor, std::uint8_t bias, std::uint8_t* codes)
{
    const __m512 factors = _mm512_set1_ps(factor);
    const __m128i biases = _mm_set1_epi8(static_cast<char>(bias));
    __m512i sums = _mm512_setzero_si512();
    for (std::size_t i = 0; i < 64; i += 16) {
        const __m512i wide = _mm512_maskz_cvtps_epi32(0xFFFF, _mm512_mul_ps(_mm512_loadu_ps(values + i), factors));
        sums = _mm512_add_epi32(sums, wide);
        const __m128i bytes = _mm512_maskz_cvtsepi32_epi8(0xFFFF, wide);
        _mm_storeu_si128(reinterpret_cast<__m128i*>(codes + i), _mm_xor_si128(bytes, biases));
    }
    return sumOf32(sums);
}

TW_VNNI void dequantiseVnni(const std::uint8_t* codes, float scale, std::size_t count, float* values)
{
    const __m512 scales = _mm512_set1_ps(scale);
    const __m512i bias = _mm512_set1_epi32(128);
    for (std::size_t i = 0; i < count; i += 16) {
        const auto mask = static_cast<__mmask16>(count - i >= 16 ? 0xFFFFU : (1U << (count - i)) - 1U);
        const __m512i wide = _mm512_maskz_cvtepu8_epi32(mask, _mm_maskz_loadu_epi8(mask, codes + i));
        const __m512 numbers = _mm512_maskz_cvtepi32_ps(mask, _mm512_sub_epi32(wide, bias));
        _mm512_mask_storeu_ps(values + i, mask, _mm512_mul_ps(scales, numbers));
    }
}

TW_VNNI std::int32_t dotVnni(const std::int8_t* query, std::int32_t querySum, const std::uint8_t* row,
                             std::size_t padded)
{
    __m512i s0 = _mm512_setzero_si512();
    __m512i s1 = s0;
    std::size_t i = 0;
    for (; i + 128 <= padded; i += 128) {
        s0 = _mm512_dpbusd_epi32(s0, load64(row + i), load64(query + i));
        s1 = _mm512_dpbusd_epi32(s1, load64(row + i + 64), load64(query + i + 64));
    }
    if (i < padded)
        s0 = _mm512_dpbusd_epi32(s0, load64(row + i), load64(query + i));
    return sumOf32(_mm512_add_epi32(s0, s1)) - 128 * querySum;
}

TW_VNNI std::int32_t dotCodesVnni(const std::uint8_t* a, const std::uint8_t* b, std::int32_t sumB, std::size_t padded)
{
    const __m512i bias = _mm512_set1_epi8(static_cast<char>(0x80));
    __m512i s0 = _mm512_setzero_si512();
    __m512i s1 = s0;
    std::size_t i = 0;
    for (; i + 128 <= padded; i += 128) {
        s0 = _mm512_dpbusd_epi32(s0, load64(a + i), _mm512_xor_si512(load64(b + i), bias));
        s1 = _mm512_dpbusd_epi32(s1, load64(a + i + 64), _mm512_xor_si512(load64(b + i + 64), bias));
    }
    if (i < padded)
        s0 = _mm512_dpbusd_epi32(s0, load64(a + i), _mm512_xor_si512(load64(b + i), bias));
    return sumOf32(_mm512_add_epi32(s0, s1)) - 128 * sumB;
}

/// The sums of four registers in one.
TW_VNNI TW_INLINE __m128i sumsOf(__m512i a, __m512i b, __m512i c, __m512i d)
{
    const __m512i ab = _mm512_add_epi32(_mm512_unpacklo_epi32(a, b), _mm512_unpackhi_epi32(a, b));
    const __m512i cd = _mm512_add_epi32(_mm512_unpacklo_epi32(c, d), _mm512_unpackhi_epi32(c, d));
    const __m512i all = _mm512_add_epi32(_mm512_unpacklo_epi64(ab, cd), _mm512_unpackhi_epi64(ab, cd));
    const __m256i half = _mm256_add_epi32(_mm512_maskz_extracti32x8_epi32(0xFF, all, 0),
                                          _mm512_maskz_extracti32x8_epi32(0xFF, all, 1));
    return _mm_add_epi32(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
}

/// Products of one query with four rows.
TW_VNNI TW_INLINE __m128 productsOf(__m128i sums, const Int8Query& query, __m128 rowScales)
{
    const __m128i right = _mm_sub_epi32(sums, _mm_set1_epi32(128 * query.sum));
    return _mm_mul_ps(_mm_mul_ps(_mm_cvtepi32_ps(right), rowScales), _mm_set1_ps(query.scale));
}

/// One query with four rows.
TW_VNNI TW_INLINE __m128i fourRows(const std::int8_t* query, const std::uint8_t* const* rows, std::size_t padded)
{
    __m512i s0 = _mm512_setzero_si512();
    __m512i s1 = s0;
    __m512i s2 = s0;
    __m512i s3 = s0;
    for (std::size_t i = 0; i < padded; i += 64) {
        const __m512i part = load64(query + i);
        s0 = _mm512_dpbusd_epi32(s0, load64(rows[0] + i), part);
        s1 = _mm512_dpbusd_epi32(s1, load64(rows[1] + i), part);
        s2 = _mm512_dpbusd_epi32(s2, load64(rows[2] + i), part);
        s3 = _mm512_dpbusd_epi32(s3, load64(rows[3] + i), part);
    }
    return sumsOf(s0, s1, s2, s3);
}

TW_VNNI TW_INLINE float oneRow(const Int8Query& query, const Int8Rows& rows, std::size_t row)
{
    const std::int32_t sum = dotVnni(query.codes, query.sum, rows.codes + row * rows.stride, rows.stride);
    return static_cast<float>(sum) * rows.scales[row] * query.scale;
}

TW_VNNI void dotScatteredVnni(const Int8Query& query, const Int8Rows& rows, const std::uint32_t* numbers,
                              std::size_t count, float* out)
{
    // Asking for the beginning of every row first keeps as many reads under way as the processor can have; the rest of
    // a row comes by itself. Asking for whole rows was no faster, and slower where they lie in the cache already.
    constexpr std::size_t kTogether = 64;
    for (std::size_t begin = 0; begin < count; begin += kTogether) {
        const std::size_t end = std::min(count, begin + kTogether);
        for (std::size_t i = begin; i < end; ++i)
            fetchAhead(rows.codes + numbers[i] * rows.stride, std::min<std::size_t>(rows.stride, 128));
        std::size_t i = begin;
        for (; i + 4 <= end; i += 4) {
            const std::uint8_t* four[4];
            for (std::size_t j = 0; j < 4; ++j)
                four[j] = rows.codes + numbers[i + j] * rows.stride;
            const __m128i sums = fourRows(query.codes, four, rows.stride);
            const __m128 scales = _mm_setr_ps(rows.scales[numbers[i]], rows.scales[numbers[i + 1]],
                                              rows.scales[numbers[i + 2]], rows.scales[numbers[i + 3]]);
            _mm_storeu_ps(out + i, productsOf(sums, query, scales));
        }
        for (; i < end; ++i)
            out[i] = oneRow(query, rows, numbers[i]);
    }
}

/// Asks for what lies behind, which need not be there.
TW_INLINE void fetchBehind(const std::uint8_t* from, std::size_t bytes)
{
    __builtin_prefetch(reinterpret_cast<const void*>(reinterpret_cast<std::uintptr_t>(from) + bytes));
}

/// kQueries queries against four rows, their sums in registers.
template <std::size_t kQueries>
TW_VNNI void tileVnni(const Int8Query* queries, const Int8Rows& rows, std::size_t row, float* out,
                      std::size_t outStride)
{
    __m512i sums[kQueries][4];
    for (auto& four : sums)
        four[0] = four[1] = four[2] = four[3] = _mm512_setzero_si512();
    // With few queries the memory is what is waited for: half as fast again with the rows after next asked for.
    const std::size_t behind = 8 * rows.stride;
    const std::uint8_t* r0 = rows.codes + row * rows.stride;
    const std::uint8_t* r1 = r0 + rows.stride;
    const std::uint8_t* r2 = r1 + rows.stride;
    const std::uint8_t* r3 = r2 + rows.stride;
    for (std::size_t i = 0; i < rows.stride; i += 64) {
        const __m512i part[4] = {load64(r0 + i), load64(r1 + i), load64(r2 + i), load64(r3 + i)};
        if constexpr (kQueries <= 2) {
            fetchBehind(r0 + i, behind);
            fetchBehind(r1 + i, behind);
            fetchBehind(r2 + i, behind);
            fetchBehind(r3 + i, behind);
        }
        for (std::size_t q = 0; q < kQueries; ++q) {
            const __m512i query = load64(queries[q].codes + i);
            for (std::size_t r = 0; r < 4; ++r)
                sums[q][r] = _mm512_dpbusd_epi32(sums[q][r], part[r], query);
        }
    }
    const __m128 scales = _mm_loadu_ps(rows.scales + row);
    for (std::size_t q = 0; q < kQueries; ++q) {
        const __m128i total = sumsOf(sums[q][0], sums[q][1], sums[q][2], sums[q][3]);
        _mm_storeu_ps(out + q * outStride, productsOf(total, queries[q], scales));
    }
}

template <std::size_t kQueries>
TW_VNNI void tilesVnni(const Int8Query* queries, const Int8Rows& rows, std::size_t first, std::size_t count,
                       float* out, std::size_t outStride)
{
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4)
        tileVnni<kQueries>(queries, rows, first + i, out + i, outStride);
    for (; i < count; ++i)
        for (std::size_t q = 0; q < kQueries; ++q)
            out[q * outStride + i] = oneRow(queries[q], rows, first + i);
}

TW_VNNI void dotRowsVnni(const Int8Query& query, const Int8Rows& rows, std::size_t first, std::size_t count,
                         float* out)
{
    tilesVnni<1>(&query, rows, first, count, out, count);
}

TW_VNNI void dotTileVnni(const Int8Query* queries, std::size_t queryCount, const Int8Rows& rows, std::size_t first,
                         std::size_t count, float* out, std::size_t outStride)
{
    // So many rows stay in the first cache while all queries pass.
    constexpr std::size_t kBytes = 24 * 1024;
    const std::size_t together
        = queryCount <= 4 ? count : std::max<std::size_t>(4, kBytes / std::max<std::size_t>(rows.stride, 1) / 4 * 4);
    for (std::size_t i = 0; i < count; i += together) {
        const std::size_t some = std::min(together, count - i);
        std::size_t q = 0;
        for (; q + 4 <= queryCount; q += 4)
            tilesVnni<4>(queries + q, rows, first + i, some, out + q * outStride + i, outStride);
        if (queryCount - q >= 2) {
            tilesVnni<2>(queries + q, rows, first + i, some, out + q * outStride + i, outStride);
            q += 2;
        }
        if (q < queryCount)
            tilesVnni<1>(queries + q, rows, first + i, some, out + q * outStride + i, outStride);
    }
}

} // namespace

const Int8Kernels kInt8Vnni{
    quantiseRow<largestVnni, encodeVnni>,
    quantiseQuery<largestVnni, encodeVnni>,
    dequantiseVnni,
    dotVnni,
    dotCodesVnni,
    dotRowsVnni,
    dotScatteredVnni,
    dotTileVnni,
};

} // namespace tw::simd

#endif
