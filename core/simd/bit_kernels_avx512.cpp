// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/bit_quantise.h"
#include "core/simd/kernel_table.h"
#include "core/simd/targets.h"

#if defined(__x86_64__)

namespace tw::simd {
namespace {

constexpr std::size_t kWords = 8; ///< Of a register.

/// Lanes that hold words, of those from `begin` on.
TW_INLINE __mmask8 lanesFrom(std::size_t begin, std::size_t words)
{
    return static_cast<__mmask8>(words - begin >= kWords ? 0xFFU : (1U << (words - begin)) - 1U);
}

TW_POPCNT512 TW_INLINE __m512i bitsOf(__m512i words)
{
    return _mm512_popcnt_epi64(words);
}

TW_POPCNT512 std::uint32_t popcountAvx512(const std::uint64_t* words, std::size_t count)
{
    __m512i sums = _mm512_setzero_si512();
    for (std::size_t i = 0; i < count; i += kWords)
        sums = _mm512_add_epi64(sums, bitsOf(_mm512_maskz_loadu_epi64(lanesFrom(i, count), words + i)));
    return static_cast<std::uint32_t>(sumOf64(sums));
}

TW_POPCNT512 std::uint32_t hammingAvx512(const std::uint64_t* a, const std::uint64_t* b, std::size_t count)
{
    __m512i sums = _mm512_setzero_si512();
    for (std::size_t i = 0; i < count; i += kWords) {
        const __mmask8 lanes = lanesFrom(i, count);
        sums = _mm512_add_epi64(sums, bitsOf(_mm512_xor_si512(_mm512_maskz_loadu_epi64(lanes, a + i),
                                                              _mm512_maskz_loadu_epi64(lanes, b + i))));
    }
    return static_cast<std::uint32_t>(sumOf64(sums));
}

/// Any number of planes and words.
TW_POPCNT512 TW_INLINE __m512i weighedBits(const BitQuery& query, const std::byte* bits)
{
    __m512i total = _mm512_setzero_si512();
    for (std::size_t i = 0; i < query.words; i += kWords) {
        const __mmask8 lanes = lanesFrom(i, query.words);
        const __m512i row = _mm512_maskz_loadu_epi64(lanes, bits + i * sizeof(std::uint64_t));
        for (std::size_t p = 0; p < query.planeCount; ++p) {
            const __m512i plane = _mm512_maskz_loadu_epi64(lanes, query.planes + p * query.words + i);
            const __m512i sums = bitsOf(_mm512_and_si512(row, plane));
            total = _mm512_add_epi64(total, _mm512_sll_epi64(sums, _mm_cvtsi32_si128(static_cast<int>(p))));
        }
    }
    return total;
}

TW_POPCNT512 std::uint32_t dotAvx512(const BitQuery& query, const std::byte* bits)
{
    return static_cast<std::uint32_t>(sumOf64(weighedBits(query, bits)));
}

/// A byte for each of the eight words of a register, where the count of the word's bits is.
TW_POPCNT512 TW_INLINE __m512i weight(long long lower, long long upper)
{
    return _mm512_setr_epi64(lower, lower, lower, lower, upper, upper, upper, upper);
}

/// A query of four planes, kept in registers over many rows: kBlocks of eight words, and kHalf more that two planes
/// share a register for. VPDPBUSD weighs the counts of bits by plane and adds them up in one.
template <std::size_t kBlocks, bool kHalf>
struct FourPlanes {
    __m512i planes[4][kBlocks];
    __m512i halves[2];
    __mmask8 lanes[kBlocks];
    __mmask8 halfLanes;

    TW_POPCNT512 TW_INLINE void load(const BitQuery& query)
    {
        for (std::size_t b = 0; b < kBlocks; ++b) {
            lanes[b] = lanesFrom(b * kWords, query.words);
            for (std::size_t p = 0; p < 4; ++p)
                planes[p][b] = _mm512_maskz_loadu_epi64(lanes[b], query.planes + p * query.words + b * kWords);
        }
        if constexpr (kHalf) {
            constexpr std::size_t kBegin = kBlocks * kWords;
            halfLanes = lanesFrom(kBegin, query.words);
            for (std::size_t pair = 0; pair < 2; ++pair) {
                const std::uint64_t* first = query.planes + 2 * pair * query.words + kBegin;
                const __m256i lower = _mm256_maskz_loadu_epi64(halfLanes, first);
                const __m256i upper = _mm256_maskz_loadu_epi64(halfLanes, first + query.words);
                halves[pair] = _mm512_inserti64x4(_mm512_broadcast_i64x4(lower), upper, 1);
            }
        }
    }
    /// The sums lie in the lower halves of the eight lanes.
    TW_POPCNT512 TW_INLINE __m512i weighed(const std::byte* bits) const
    {
        __m512i sums = _mm512_setzero_si512();
        for (std::size_t b = 0; b < kBlocks; ++b) {
            const __m512i row = _mm512_maskz_loadu_epi64(lanes[b], bits + b * kWords * sizeof(std::uint64_t));
            for (std::size_t p = 0; p < 4; ++p)
                sums = _mm512_dpbusd_epi32(sums, bitsOf(_mm512_and_si512(row, planes[p][b])), weight(1 << p, 1 << p));
        }
        if constexpr (kHalf) {
            const __m512i row = _mm512_broadcast_i64x4(
                _mm256_maskz_loadu_epi64(halfLanes, bits + kBlocks * kWords * sizeof(std::uint64_t)));
            sums = _mm512_dpbusd_epi32(sums, bitsOf(_mm512_and_si512(row, halves[0])), weight(1, 2));
            sums = _mm512_dpbusd_epi32(sums, bitsOf(_mm512_and_si512(row, halves[1])), weight(4, 8));
        }
        return sums;
    }
};

/// The sums of four registers, whose lanes' upper halves are 0.
TW_POPCNT512 TW_INLINE __m128i sumsOf(__m512i a, __m512i b, __m512i c, __m512i d)
{
    const __m512i ab = _mm512_or_si512(a, _mm512_slli_epi64(b, 32));
    const __m512i cd = _mm512_or_si512(c, _mm512_slli_epi64(d, 32));
    const __m512i all = _mm512_add_epi32(_mm512_unpacklo_epi64(ab, cd), _mm512_unpackhi_epi64(ab, cd));
    const __m256i half = _mm256_add_epi32(_mm512_maskz_extracti32x8_epi32(0xFF, all, 0),
                                          _mm512_maskz_extracti32x8_epi32(0xFF, all, 1));
    return _mm_add_epi32(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
}

/// Rows of a batch, and how many cache lines the bits of one touch.
struct AnyRow {
    const BitRows* rows;
    const std::uint32_t* numbers; ///< Null: `first` and on.
    std::size_t first;
    std::size_t bytes;

    AnyRow(const BitQuery& query, const BitRows& from, const std::uint32_t* some, std::size_t begin)
        : rows(&from), numbers(some), first(begin), bytes(query.words * sizeof(std::uint64_t))
    {
        const bool aligned = (reinterpret_cast<std::uintptr_t>(from.base) | from.stride) % 64 == 0;
        bytes += aligned ? 0 : 63;
    }
    TW_INLINE const std::byte* operator()(std::size_t i) const
    {
        return rows->base + (numbers ? numbers[i] : first + i) * rows->stride;
    }
    TW_INLINE void fetch(std::size_t i) const { fetchAhead((*this)(i), bytes); }
};

template <std::size_t kBlocks, bool kHalf>
TW_POPCNT512 void overRowsOfFour(const BitQuery& query, AnyRow row, std::size_t count, std::uint32_t* out)
{
    constexpr std::size_t kAhead = 16;
    FourPlanes<kBlocks, kHalf> planes;
    planes.load(query);
    for (std::size_t i = 0; i < std::min(kAhead, count); ++i)
        row.fetch(i);
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        for (std::size_t ahead = i + kAhead; ahead < std::min(i + kAhead + 4, count); ++ahead)
            row.fetch(ahead);
        const __m128i sums = sumsOf(planes.weighed(row(i)), planes.weighed(row(i + 1)), planes.weighed(row(i + 2)),
                                    planes.weighed(row(i + 3)));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), sums);
    }
    for (; i < count; ++i)
        out[i] = static_cast<std::uint32_t>(sumOf64(planes.weighed(row(i))));
}

TW_POPCNT512 void overRows(const BitQuery& query, AnyRow row, std::size_t count, std::uint32_t* out)
{
    if (query.planeCount == 4 && query.words > 0 && query.words <= 16) {
        const std::size_t words = query.words;
        if (words <= 8)
            return overRowsOfFour<1, false>(query, row, count, out);
        if (words <= 12)
            return overRowsOfFour<1, true>(query, row, count, out);
        return overRowsOfFour<2, false>(query, row, count, out);
    }
    constexpr std::size_t kAhead = 4;
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count)
            row.fetch(i + kAhead);
        out[i] = dotAvx512(query, row(i));
    }
}

TW_POPCNT512 void dotRowsAvx512(const BitQuery& query, const BitRows& rows, std::size_t first, std::size_t count,
                                std::uint32_t* out)
{
    overRows(query, AnyRow(query, rows, nullptr, first), count, out);
}

TW_POPCNT512 void dotScatteredAvx512(const BitQuery& query, const BitRows& rows, const std::uint32_t* numbers,
                                     std::size_t count, std::uint32_t* out)
{
    overRows(query, AnyRow(query, rows, numbers, 0), count, out);
}

TW_POPCNT512 std::uint64_t signsAvx512(const float* values)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; i += 16) {
        const __mmask16 positive = _mm512_cmp_ps_mask(_mm512_loadu_ps(values + i), _mm512_setzero_ps(), _CMP_GT_OQ);
        word |= static_cast<std::uint64_t>(positive) << i;
    }
    return word;
}

TW_POPCNT512 std::uint32_t planesAvx512(const float* values, BitRange range, std::size_t planeCount,
                                        std::uint64_t* planes, std::size_t words)
{
    const __m512 low = _mm512_set1_ps(range.low);
    const __m512 factor = _mm512_set1_ps(range.factor);
    __m512i sums = _mm512_setzero_si512();
    std::uint64_t made[8] = {};
    for (std::size_t i = 0; i < range.count; i += 16) {
        const auto lanes = static_cast<__mmask16>(range.count - i >= 16 ? 0xFFFFU : (1U << (range.count - i)) - 1U);
        const __m512 scaled = _mm512_mul_ps(_mm512_sub_ps(_mm512_maskz_loadu_ps(lanes, values + i), low), factor);
        const __m512i u = _mm512_maskz_cvtps_epi32(lanes, scaled);
        sums = _mm512_add_epi32(sums, u);
        for (std::size_t p = 0; p < planeCount; ++p)
            made[p] |= static_cast<std::uint64_t>(_mm512_test_epi32_mask(u, _mm512_set1_epi32(1 << p))) << i;
    }
    for (std::size_t p = 0; p < planeCount; ++p)
        planes[p * words] = made[p];
    return static_cast<std::uint32_t>(sumOf32(sums));
}

} // namespace

const BitKernels kBitAvx512{
    packSignsBy<signsAvx512>,
    quantiseBy<planesAvx512>,
    popcountAvx512,
    hammingAvx512,
    dotAvx512,
    dotRowsAvx512,
    dotScatteredAvx512,
};

} // namespace tw::simd

#endif
