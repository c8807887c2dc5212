// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/bit_quantise.h"
#include "core/simd/kernel_table.h"
#include "core/simd/targets.h"

#include <bit>

namespace tw::simd {
namespace {

/// The last byte too: rows need not begin with a cache line.
void fetchBits(const std::byte* bits, std::size_t words)
{
    fetchAhead(bits, words * sizeof(std::uint64_t));
    __builtin_prefetch(bits + words * sizeof(std::uint64_t) - 1);
}

using Dot = std::uint32_t (*)(const BitQuery&, const std::byte*);

template <Dot dot>
void overRows(const BitQuery& query, const BitRows& rows, std::size_t first, std::size_t count, std::uint32_t* out)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = dot(query, rows.base + (first + i) * rows.stride);
}

template <Dot dot>
void overScattered(const BitQuery& query, const BitRows& rows, const std::uint32_t* numbers, std::size_t count,
                   std::uint32_t* out)
{
    constexpr std::size_t kAhead = 8;
    for (std::size_t i = 0; i < std::min(kAhead, count); ++i)
        fetchBits(rows.base + numbers[i] * rows.stride, query.words);
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count)
            fetchBits(rows.base + numbers[i + kAhead] * rows.stride, query.words);
        out[i] = dot(query, rows.base + numbers[i] * rows.stride);
    }
}

std::uint64_t signsBaseline(const float* values)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; ++i)
        word |= std::uint64_t{values[i] > 0 ? 1U : 0U} << i;
    return word;
}

std::uint32_t planesBaseline(const float* values, BitRange range, std::size_t planeCount, std::uint64_t* planes,
                             std::size_t words)
{
    // Adding 1.5 · 2²³ leaves the number, rounded to nearest, in the lower bits.
    constexpr float kShift = 12'582'912.0F;
    std::uint32_t sum = 0;
    for (std::size_t p = 0; p < planeCount; ++p)
        planes[p * words] = 0;
    for (std::size_t i = 0; i < range.count; ++i) {
        const float scaled = (values[i] - range.low) * range.factor;
        const std::uint32_t u = std::bit_cast<std::uint32_t>(scaled + kShift) - std::bit_cast<std::uint32_t>(kShift);
        sum += u;
        for (std::size_t p = 0; p < planeCount; ++p)
            planes[p * words] |= std::uint64_t{(u >> p) & 1U} << i;
    }
    return sum;
}

std::uint32_t popcountBaseline(const std::uint64_t* words, std::size_t count)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += static_cast<std::uint32_t>(__builtin_popcountll(words[i]));
    return sum;
}

std::uint32_t hammingBaseline(const std::uint64_t* a, const std::uint64_t* b, std::size_t count)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += static_cast<std::uint32_t>(__builtin_popcountll(a[i] ^ b[i]));
    return sum;
}

std::uint32_t dotBaseline(const BitQuery& query, const std::byte* bits)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < query.words; ++i) {
        std::uint64_t row = 0;
        std::memcpy(&row, bits + i * sizeof row, sizeof row);
        for (std::size_t p = 0; p < query.planeCount; ++p)
            sum += static_cast<std::uint32_t>(__builtin_popcountll(row & query.planes[p * query.words + i])) << p;
    }
    return sum;
}

} // namespace

const BitKernels kBitBaseline{
    packSignsBy<signsBaseline>,
    quantiseBy<planesBaseline>,
    popcountBaseline,
    hammingBaseline,
    dotBaseline,
    overRows<dotBaseline>,
    overScattered<dotBaseline>,
};

#if defined(__x86_64__)

namespace {

alignas(32) constexpr std::int64_t kTailMask[8] = {-1, -1, -1, -1, 0, 0, 0, 0};

TW_AVX2 TW_INLINE __m256i tailMask(std::size_t words)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(kTailMask + 4 - words));
}

/// Up to four words, zeros behind the end.
TW_AVX2 TW_INLINE __m256i loadWords(const void* from, std::size_t words)
{
    if (words >= 4)
        return _mm256_loadu_si256(static_cast<const __m256i*>(from));
    return _mm256_maskload_epi64(static_cast<const long long*>(from), tailMask(words));
}

/// Set bits of each byte, by a table of the half bytes (Muła, Kurz & Lemire 2018).
TW_AVX2 TW_INLINE __m256i bitsOfBytes(__m256i bytes)
{
    const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
                                           0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i lowHalf = _mm256_set1_epi8(0x0F);
    return _mm256_add_epi8(_mm256_shuffle_epi8(table, _mm256_and_si256(bytes, lowHalf)),
                           _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), lowHalf)));
}

TW_AVX2 TW_INLINE __m256i bitsOfWords(__m256i words)
{
    return _mm256_sad_epu8(bitsOfBytes(words), _mm256_setzero_si256());
}

TW_AVX2 std::uint32_t popcountAvx2(const std::uint64_t* words, std::size_t count)
{
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < count; i += 4)
        sums = _mm256_add_epi64(sums, bitsOfWords(loadWords(words + i, count - i)));
    return static_cast<std::uint32_t>(sumOf64(sums));
}

TW_AVX2 std::uint32_t hammingAvx2(const std::uint64_t* a, const std::uint64_t* b, std::size_t count)
{
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < count; i += 4)
        sums = _mm256_add_epi64(sums, bitsOfWords(_mm256_xor_si256(loadWords(a + i, count - i),
                                                                   loadWords(b + i, count - i))));
    return static_cast<std::uint32_t>(sumOf64(sums));
}

TW_AVX2 TW_INLINE __m256i weighedBits(const BitQuery& query, const std::byte* bits)
{
    __m256i total = _mm256_setzero_si256();
    // A byte holds the bits of 31 words at most; planes are weighed after that.
    constexpr std::size_t kMostWords = 31 * 4;
    for (std::size_t begin = 0; begin < query.words; begin += kMostWords) {
        const std::size_t end = std::min(query.words, begin + kMostWords);
        for (std::size_t p = 0; p < query.planeCount; ++p) {
            const std::uint64_t* plane = query.planes + p * query.words;
            __m256i bytes = _mm256_setzero_si256();
            for (std::size_t i = begin; i < end; i += 4)
                bytes = _mm256_add_epi8(bytes, bitsOfBytes(_mm256_and_si256(
                                                   loadWords(bits + i * sizeof(std::uint64_t), query.words - i),
                                                   loadWords(plane + i, query.words - i))));
            const __m256i sums = _mm256_sad_epu8(bytes, _mm256_setzero_si256());
            total = _mm256_add_epi64(total, _mm256_sll_epi64(sums, _mm_cvtsi32_si128(static_cast<int>(p))));
        }
    }
    return total;
}

TW_AVX2 std::uint32_t dotAvx2(const BitQuery& query, const std::byte* bits)
{
    return static_cast<std::uint32_t>(sumOf64(weighedBits(query, bits)));
}

TW_AVX2 std::uint64_t signsAvx2(const float* values)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; i += 8) {
        const __m256 positive = _mm256_cmp_ps(_mm256_loadu_ps(values + i), _mm256_setzero_ps(), _CMP_GT_OQ);
        word |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm256_movemask_ps(positive))) << i;
    }
    return word;
}

TW_AVX2 std::uint32_t planesAvx2(const float* values, BitRange range, std::size_t planeCount, std::uint64_t* planes,
                                 std::size_t words)
{
    if (range.count < 64)
        return planesBaseline(values, range, planeCount, planes, words);
    const __m256 low = _mm256_set1_ps(range.low);
    const __m256 factor = _mm256_set1_ps(range.factor);
    __m256i sums = _mm256_setzero_si256();
    std::uint64_t made[8] = {};
    for (std::size_t i = 0; i < 64; i += 8) {
        const __m256 scaled = _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(values + i), low), factor);
        const __m256i u = _mm256_cvtps_epi32(scaled);
        sums = _mm256_add_epi32(sums, u);
        for (std::size_t p = 0; p < planeCount; ++p) {
            const __m256i top = _mm256_sll_epi32(u, _mm_cvtsi32_si128(static_cast<int>(31 - p)));
            const auto bits = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(top)));
            made[p] |= static_cast<std::uint64_t>(bits) << i;
        }
    }
    for (std::size_t p = 0; p < planeCount; ++p)
        planes[p * words] = made[p];
    return static_cast<std::uint32_t>(sumOf32(sums));
}

} // namespace

const BitKernels kBitAvx2{
    packSignsBy<signsAvx2>,
    quantiseBy<planesAvx2>,
    popcountAvx2,
    hammingAvx2,
    dotAvx2,
    overRows<dotAvx2>,
    overScattered<dotAvx2>,
};

#endif

} // namespace tw::simd
