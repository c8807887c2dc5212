// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/pq_kernels_sets.h"
#include "core/simd/targets.h"

#if defined(__x86_64__)

#define TW_VBMI __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512vbmi,avx2,fma,f16c,popcnt")))

namespace tw::simd {
namespace {

TW_VBMI TW_INLINE void multiply(const float* values, const float* centroids, std::size_t dim, __m512 (&sums)[4])
{
    for (__m512& sum : sums)
        sum = _mm512_setzero_ps();
    for (std::size_t d = 0; d < dim; ++d) {
        const __m512 value = _mm512_set1_ps(values[d]);
        for (std::size_t i = 0; i < 4; ++i)
            sums[i] = _mm512_fmadd_ps(value, _mm512_loadu_ps(centroids + d * kPqCentroids + i * 16), sums[i]);
    }
}

TW_VBMI void productsVbmi(const float* values, const float* centroids, std::size_t dim, float* out)
{
    for (std::size_t c = 0; c < kPqCentroids; c += 64) {
        __m512 sums[4];
        multiply(values, centroids + c, dim, sums);
        for (std::size_t i = 0; i < 4; ++i)
            _mm512_storeu_ps(out + c + i * 16, sums[i]);
    }
}

TW_VBMI std::uint8_t nearestVbmi(const float* values, const float* centroids, const float* halfNorms, std::size_t dim)
{
    // Each lane keeps its best and where that was; a later one must be better, so that of equals the lowest stays.
    __m512 best = _mm512_set1_ps(-__builtin_inff());
    __m512i place = _mm512_setzero_si512();
    __m512i here = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    for (std::size_t c = 0; c < kPqCentroids; c += 64) {
        __m512 sums[4];
        multiply(values, centroids + c, dim, sums);
        for (std::size_t i = 0; i < 4; ++i) {
            const __m512 score = _mm512_sub_ps(sums[i], _mm512_loadu_ps(halfNorms + c + i * 16));
            const __mmask16 better = _mm512_cmp_ps_mask(score, best, _CMP_GT_OQ);
            best = _mm512_mask_mov_ps(best, better, score);
            place = _mm512_mask_mov_epi32(place, better, here);
            here = _mm512_add_epi32(here, _mm512_set1_epi32(16));
        }
    }
    alignas(64) float scores[16];
    alignas(64) std::int32_t places[16];
    _mm512_store_ps(scores, best);
    _mm512_store_si512(places, place);
    std::size_t winner = 0;
    for (std::size_t i = 1; i < 16; ++i)
        if (scores[i] > scores[winner] || (scores[i] == scores[winner] && places[i] < places[winner]))
            winner = i;
    return static_cast<std::uint8_t>(places[winner]);
}

TW_VBMI void blockSumsVbmi(const std::uint8_t* tables, const std::uint8_t* codes, std::size_t bytes,
                           std::uint16_t* sums)
{
    const __m512i lowBytes = _mm512_set1_epi16(0x00FF);
    __m512i even = _mm512_setzero_si512();
    __m512i odd = even;
    for (std::size_t j = 0; j < bytes; ++j) {
        const std::uint8_t* table = tables + j * kPqCentroids;
        const __m512i code = _mm512_loadu_si512(codes + j * kPqBlockRows);
        // A look-up in 128 bytes heeds the low seven bits; the top bit says in which half.
        const __m512i low = _mm512_permutex2var_epi8(_mm512_loadu_si512(table), code, _mm512_loadu_si512(table + 64));
        const __m512i high
            = _mm512_permutex2var_epi8(_mm512_loadu_si512(table + 128), code, _mm512_loadu_si512(table + 192));
        const __m512i found = _mm512_mask_mov_epi8(low, _mm512_movepi8_mask(code), high);
        even = _mm512_add_epi16(even, _mm512_and_si512(found, lowBytes));
        odd = _mm512_add_epi16(odd, _mm512_srli_epi16(found, 8));
    }
    const __m512i low = _mm512_unpacklo_epi16(even, odd);
    const __m512i high = _mm512_unpackhi_epi16(even, odd);
    const __m512i first = _mm512_setr_epi64(0, 1, 8, 9, 2, 3, 10, 11);
    const __m512i second = _mm512_setr_epi64(4, 5, 12, 13, 6, 7, 14, 15);
    _mm512_storeu_si512(sums, _mm512_permutex2var_epi64(low, first, high));
    _mm512_storeu_si512(sums + 32, _mm512_permutex2var_epi64(low, second, high));
}

} // namespace

// What is short anyway is left to AVX2.
const PqKernels kPqVbmi{"avx512",       productsVbmi,      nearestVbmi,
                        kPqAvx2.range,  kPqAvx2.quantise,  blockSumsVbmi};

} // namespace tw::simd

#endif
