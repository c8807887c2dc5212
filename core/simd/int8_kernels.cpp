// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/int8_quantise.h"
#include "core/simd/kernel_table.h"
#include "core/simd/targets.h"

#include <bit>
#include <cmath>

namespace tw::simd {
namespace {

float productOf(std::int32_t sum, float rowScale, float queryScale)
{
    return static_cast<float>(sum) * rowScale * queryScale;
}

// Blocks, so that a compiler makes vectors of the inner loops.
constexpr std::size_t kBlock = 64;

float largestBaseline(const float* values)
{
    float lanes[8] = {};
    for (std::size_t i = 0; i < kBlock; i += 8)
        for (std::size_t lane = 0; lane < 8; ++lane)
            lanes[lane] = std::max(lanes[lane], std::fabs(values[i + lane]));
    return *std::max_element(lanes, lanes + 8);
}

std::int32_t encodeBaseline(const float* values, float factor, std::uint8_t bias, std::uint8_t* codes)
{
    // Adding 1.5 · 2²³ leaves the number, rounded to nearest, in the lower bits.
    constexpr float kShift = 12'582'912.0F;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const float scaled = values[i] * factor;
        const std::int32_t code = std::bit_cast<std::int32_t>(scaled + kShift) - std::bit_cast<std::int32_t>(kShift);
        sum += code;
        codes[i] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(code) ^ bias);
    }
    return sum;
}

void dequantiseBaseline(const std::uint8_t* codes, float scale, std::size_t count, float* values)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = scale * static_cast<float>(codes[i] - 128);
}

std::int32_t dotBaseline(const std::int8_t* query, std::int32_t, const std::uint8_t* row, std::size_t padded)
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < padded; ++i)
        sum += query[i] * (row[i] - 128);
    return sum;
}

std::int32_t dotCodesBaseline(const std::uint8_t* a, const std::uint8_t* b, std::int32_t, std::size_t padded)
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < padded; ++i)
        sum += (a[i] - 128) * (b[i] - 128);
    return sum;
}

void dotRowsBaseline(const Int8Query& query, const Int8Rows& rows, std::size_t first, std::size_t count, float* out)
{
    for (std::size_t i = first; i < first + count; ++i)
        out[i - first] = productOf(dotBaseline(query.codes, query.sum, rows.codes + i * rows.stride, rows.stride),
                                   rows.scales[i], query.scale);
}

void dotScatteredBaseline(const Int8Query& query, const Int8Rows& rows, const std::uint32_t* numbers,
                          std::size_t count, float* out)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (i + 2 < count)
            fetchAhead(rows.codes + numbers[i + 2] * rows.stride, rows.stride);
        dotRowsBaseline(query, rows, numbers[i], 1, out + i);
    }
}

void dotTileBaseline(const Int8Query* queries, std::size_t queryCount, const Int8Rows& rows, std::size_t first,
                     std::size_t count, float* out, std::size_t outStride)
{
    for (std::size_t q = 0; q < queryCount; ++q)
        dotRowsBaseline(queries[q], rows, first, count, out + q * outStride);
}

} // namespace

const Int8Kernels kInt8Baseline{
    quantiseRow<largestBaseline, encodeBaseline>,
    quantiseQuery<largestBaseline, encodeBaseline>,
    dequantiseBaseline,
    dotBaseline,
    dotCodesBaseline,
    dotRowsBaseline,
    dotScatteredBaseline,
    dotTileBaseline,
};

#if defined(__x86_64__)

namespace {

TW_AVX2 TW_INLINE __m256i load32(const void* bytes)
{
    return _mm256_loadu_si256(static_cast<const __m256i*>(bytes));
}

TW_AVX2 TW_INLINE __m256i unbiased(const std::uint8_t* bytes)
{
    return _mm256_xor_si256(load32(bytes), _mm256_set1_epi8(static_cast<char>(0x80)));
}

/// Adds 32 products to the sums. VPMADDUBSW wants one side unsigned: |row| · (query with row's sign). Two products of
/// at most 128 · 127 each stay below 2¹⁵.
TW_AVX2 TW_INLINE __m256i step(__m256i query, __m256i row, __m256i rowMagnitude, __m256i sums)
{
    const __m256i pairs = _mm256_maddubs_epi16(rowMagnitude, _mm256_sign_epi8(query, row));
    return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

TW_AVX2 float largestAvx2(const float* values)
{
    const __m256 noSign = _mm256_castsi256_ps(_mm256_set1_epi32(0x7FFFFFFF));
    __m256 largest = _mm256_setzero_ps();
    for (std::size_t i = 0; i < kBlock; i += 8)
        largest = _mm256_max_ps(largest, _mm256_and_ps(noSign, _mm256_loadu_ps(values + i)));
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(largest), _mm256_extractf128_ps(largest, 1));
    four = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(four, _mm_movehdup_ps(four)));
}

TW_AVX2 std::int32_t encodeAvx2(const float* values, float factor, std::uint8_t bias, std::uint8_t* codes)
{
    const __m256 factors = _mm256_set1_ps(factor);
    const __m256i biases = _mm256_set1_epi8(static_cast<char>(bias));
    // The packing instructions work within halves of a register; this puts the fours of bytes back in order.
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < kBlock; i += 32) {
        __m256i part[4];
        for (std::size_t j = 0; j < 4; ++j) {
            part[j] = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(values + i + 8 * j), factors));
            sums = _mm256_add_epi32(sums, part[j]);
        }
        const __m256i packed = _mm256_packs_epi16(_mm256_packs_epi32(part[0], part[1]),
                                                  _mm256_packs_epi32(part[2], part[3]));
        const __m256i bytes = _mm256_xor_si256(_mm256_permutevar8x32_epi32(packed, order), biases);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(codes + i), bytes);
    }
    return sumOf32(sums);
}

TW_AVX2 void dequantiseAvx2(const std::uint8_t* codes, float scale, std::size_t count, float* values)
{
    const __m256 scales = _mm256_set1_ps(scale);
    const __m256i bias = _mm256_set1_epi32(128);
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        const __m256i wide = _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(codes + i)));
        _mm256_storeu_ps(values + i, _mm256_mul_ps(scales, _mm256_cvtepi32_ps(_mm256_sub_epi32(wide, bias))));
    }
    dequantiseBaseline(codes + i, scale, count - i, values + i);
}

TW_AVX2 TW_INLINE std::int32_t dotPlain(const std::int8_t* query, const std::uint8_t* row, std::size_t padded)
{
    __m256i s0 = _mm256_setzero_si256();
    __m256i s1 = s0;
    for (std::size_t i = 0; i < padded; i += 64) {
        const __m256i r0 = unbiased(row + i);
        const __m256i r1 = unbiased(row + i + 32);
        s0 = step(load32(query + i), r0, _mm256_abs_epi8(r0), s0);
        s1 = step(load32(query + i + 32), r1, _mm256_abs_epi8(r1), s1);
    }
    return sumOf32(_mm256_add_epi32(s0, s1));
}

TW_AVX2 std::int32_t dotAvx2(const std::int8_t* query, std::int32_t, const std::uint8_t* row, std::size_t padded)
{
    return dotPlain(query, row, padded);
}

TW_AVX2 std::int32_t dotCodesAvx2(const std::uint8_t* a, const std::uint8_t* b, std::int32_t, std::size_t padded)
{
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < padded; i += 32) {
        const __m256i row = unbiased(a + i);
        sums = step(unbiased(b + i), row, _mm256_abs_epi8(row), sums);
    }
    return sumOf32(sums);
}

TW_AVX2 void dotRowsAvx2(const Int8Query& query, const Int8Rows& rows, std::size_t first, std::size_t count,
                         float* out)
{
    for (std::size_t i = first; i < first + count; ++i) {
        if (i + 8 < first + count)
            fetchAhead(rows.codes + (i + 8) * rows.stride, rows.stride);
        out[i - first] = productOf(dotPlain(query.codes, rows.codes + i * rows.stride, rows.stride), rows.scales[i],
                                   query.scale);
    }
}

TW_AVX2 void dotScatteredAvx2(const Int8Query& query, const Int8Rows& rows, const std::uint32_t* numbers,
                              std::size_t count, float* out)
{
    constexpr std::size_t kAhead = 3;
    for (std::size_t i = 0; i < std::min(kAhead, count); ++i)
        fetchAhead(rows.codes + numbers[i] * rows.stride, rows.stride);
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count)
            fetchAhead(rows.codes + numbers[i + kAhead] * rows.stride, rows.stride);
        const std::size_t row = numbers[i];
        out[i] = productOf(dotPlain(query.codes, rows.codes + row * rows.stride, rows.stride), rows.scales[row],
                           query.scale);
    }
}

/// kQueries queries against two rows: eight sums, in registers.
template <std::size_t kQueries>
TW_AVX2 void tileAvx2(const Int8Query* queries, const Int8Rows& rows, std::size_t row, float* out,
                      std::size_t outStride)
{
    __m256i sums[kQueries][2];
    for (auto& pair : sums)
        pair[0] = pair[1] = _mm256_setzero_si256();
    const std::uint8_t* first = rows.codes + row * rows.stride;
    const std::uint8_t* second = first + rows.stride;
    for (std::size_t i = 0; i < rows.stride; i += 32) {
        const __m256i r0 = unbiased(first + i);
        const __m256i r1 = unbiased(second + i);
        const __m256i m0 = _mm256_abs_epi8(r0);
        const __m256i m1 = _mm256_abs_epi8(r1);
        for (std::size_t q = 0; q < kQueries; ++q) {
            const __m256i query = load32(queries[q].codes + i);
            sums[q][0] = step(query, r0, m0, sums[q][0]);
            sums[q][1] = step(query, r1, m1, sums[q][1]);
        }
    }
    for (std::size_t q = 0; q < kQueries; ++q)
        for (std::size_t r = 0; r < 2; ++r)
            out[q * outStride + r] = productOf(sumOf32(sums[q][r]), rows.scales[row + r], queries[q].scale);
}

TW_AVX2 void dotTileAvx2(const Int8Query* queries, std::size_t queryCount, const Int8Rows& rows, std::size_t first,
                         std::size_t count, float* out, std::size_t outStride)
{
    std::size_t q = 0;
    for (; q + 4 <= queryCount; q += 4) {
        std::size_t i = 0;
        for (; i + 2 <= count; i += 2)
            tileAvx2<4>(queries + q, rows, first + i, out + q * outStride + i, outStride);
        if (i < count)
            for (std::size_t each = q; each < q + 4; ++each)
                dotRowsAvx2(queries[each], rows, first + i, 1, out + each * outStride + i);
    }
    for (; q < queryCount; ++q)
        dotRowsAvx2(queries[q], rows, first, count, out + q * outStride);
}

} // namespace

const Int8Kernels kInt8Avx2{
    quantiseRow<largestAvx2, encodeAvx2>,
    quantiseQuery<largestAvx2, encodeAvx2>,
    dequantiseAvx2,
    dotAvx2,
    dotCodesAvx2,
    dotRowsAvx2,
    dotScatteredAvx2,
    dotTileAvx2,
};

#endif

} // namespace tw::simd
