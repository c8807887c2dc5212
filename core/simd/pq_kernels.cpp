// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/pq_kernels.h"

#include "core/simd/kernels.h"
#include "core/simd/pq_kernels_sets.h"
#include "core/simd/targets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tw::simd {
namespace {

void productsBaseline(const float* values, const float* centroids, std::size_t dim, float* out)
{
    std::fill(out, out + kPqCentroids, 0.0F);
    for (std::size_t d = 0; d < dim; ++d)
        for (std::size_t c = 0; c < kPqCentroids; ++c)
            out[c] += values[d] * centroids[d * kPqCentroids + c];
}

std::uint8_t nearestBaseline(const float* values, const float* centroids, const float* halfNorms, std::size_t dim)
{
    float scores[kPqCentroids];
    productsBaseline(values, centroids, dim, scores);
    for (std::size_t c = 0; c < kPqCentroids; ++c)
        scores[c] -= halfNorms[c];
    return static_cast<std::uint8_t>(std::max_element(scores, scores + kPqCentroids) - scores);
}

void rangeBaseline(const float* table, float* least, float* greatest)
{
    const auto [low, high] = std::minmax_element(table, table + kPqCentroids);
    *least = *low;
    *greatest = *high;
}

void quantiseBaseline(const float* table, float least, float scale, std::uint8_t* out)
{
    for (std::size_t c = 0; c < kPqCentroids; ++c)
        out[c] = static_cast<std::uint8_t>(std::lrint((table[c] - least) * scale));
}

void blockSumsBaseline(const std::uint8_t* tables, const std::uint8_t* codes, std::size_t bytes, std::uint16_t* sums)
{
    std::fill(sums, sums + kPqBlockRows, std::uint16_t{0});
    for (std::size_t j = 0; j < bytes; ++j) {
        const std::uint8_t* table = tables + j * kPqCentroids;
        const std::uint8_t* part = codes + j * kPqBlockRows;
        for (std::size_t r = 0; r < kPqBlockRows; ++r)
            sums[r] = static_cast<std::uint16_t>(sums[r] + table[part[r]]);
    }
}

constexpr PqKernels kPqBaseline{"baseline",    productsBaseline, nearestBaseline,
                                rangeBaseline, quantiseBaseline, blockSumsBaseline};

std::span<const PqKernels> findAvailable()
{
    static std::array<PqKernels, 3> found{kPqBaseline, kPqBaseline, kPqBaseline};
    std::size_t count = 1;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        found[count++] = kPqAvx2;
        const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
        if (avx512 && __builtin_cpu_supports("avx512vbmi"))
            found[count++] = kPqVbmi;
    }
#endif
    return std::span(found).first(count);
}

} // namespace

std::span<const PqKernels> availablePqKernels()
{
    static const std::span<const PqKernels> available = findAvailable();
    return available;
}

const PqKernels& pqKernels()
{
    static const PqKernels& chosen = []() -> const PqKernels& {
        const std::span<const PqKernels> available = availablePqKernels();
        const auto same = std::ranges::find(available, instructionSet(), &PqKernels::name);
        return same == available.end() ? available.back() : *same;
    }();
    return chosen;
}

#if defined(__x86_64__)

namespace {

TW_AVX2 void productsAvx2(const float* values, const float* centroids, std::size_t dim, float* out)
{
    for (std::size_t c = 0; c < kPqCentroids; c += 32) {
        __m256 s0 = _mm256_setzero_ps();
        __m256 s1 = s0;
        __m256 s2 = s0;
        __m256 s3 = s0;
        for (std::size_t d = 0; d < dim; ++d) {
            const __m256 value = _mm256_set1_ps(values[d]);
            const float* row = centroids + d * kPqCentroids + c;
            s0 = _mm256_fmadd_ps(value, _mm256_loadu_ps(row), s0);
            s1 = _mm256_fmadd_ps(value, _mm256_loadu_ps(row + 8), s1);
            s2 = _mm256_fmadd_ps(value, _mm256_loadu_ps(row + 16), s2);
            s3 = _mm256_fmadd_ps(value, _mm256_loadu_ps(row + 24), s3);
        }
        _mm256_storeu_ps(out + c, s0);
        _mm256_storeu_ps(out + c + 8, s1);
        _mm256_storeu_ps(out + c + 16, s2);
        _mm256_storeu_ps(out + c + 24, s3);
    }
}

TW_AVX2 TW_INLINE float greatestOf(__m256 values)
{
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(values), _mm256_extractf128_ps(values, 1));
    four = _mm_max_ps(four, _mm_movehl_ps(four, four));
    four = _mm_max_ss(four, _mm_movehdup_ps(four));
    return _mm_cvtss_f32(four);
}

TW_AVX2 std::uint8_t nearestAvx2(const float* values, const float* centroids, const float* halfNorms, std::size_t dim)
{
    alignas(32) float scores[kPqCentroids];
    productsAvx2(values, centroids, dim, scores);
    __m256 best = _mm256_set1_ps(-std::numeric_limits<float>::infinity());
    for (std::size_t c = 0; c < kPqCentroids; c += 8) {
        const __m256 score = _mm256_sub_ps(_mm256_load_ps(scores + c), _mm256_loadu_ps(halfNorms + c));
        _mm256_store_ps(scores + c, score);
        best = _mm256_max_ps(best, score);
    }
    const __m256 wanted = _mm256_set1_ps(greatestOf(best));
    for (std::size_t c = 0; c < kPqCentroids; c += 8) {
        const int equal = _mm256_movemask_ps(_mm256_cmp_ps(_mm256_load_ps(scores + c), wanted, _CMP_EQ_OQ));
        if (equal != 0)
            return static_cast<std::uint8_t>(c + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(equal))));
    }
    return 0;
}

TW_AVX2 void rangeAvx2(const float* table, float* least, float* greatest)
{
    __m256 low = _mm256_loadu_ps(table);
    __m256 high = low;
    for (std::size_t c = 8; c < kPqCentroids; c += 8) {
        const __m256 values = _mm256_loadu_ps(table + c);
        low = _mm256_min_ps(low, values);
        high = _mm256_max_ps(high, values);
    }
    *least = -greatestOf(_mm256_sub_ps(_mm256_setzero_ps(), low));
    *greatest = greatestOf(high);
}

TW_AVX2 void quantiseAvx2(const float* table, float least, float scale, std::uint8_t* out)
{
    const __m256 low = _mm256_set1_ps(least);
    const __m256 factor = _mm256_set1_ps(scale);
    // Packing works within halves of a register; this puts the quarters in order again.
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    for (std::size_t c = 0; c < kPqCentroids; c += 32) {
        __m256i whole[4];
        for (std::size_t i = 0; i < 4; ++i)
            whole[i] = _mm256_cvtps_epi32(
                _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(table + c + i * 8), low), factor));
        const __m256i bytes = _mm256_packus_epi16(_mm256_packus_epi32(whole[0], whole[1]),
                                                  _mm256_packus_epi32(whole[2], whole[3]));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + c), _mm256_permutevar8x32_epi32(bytes, order));
    }
}

/// 32 look-ups in a table of 256 bytes: 16 look-ups in 16 bytes by the low half of the code, then a tree of choices by
/// the bits of the high half.
TW_AVX2 TW_INLINE __m256i lookUp(const std::uint8_t* table, __m256i code)
{
    const __m256i low = _mm256_and_si256(code, _mm256_set1_epi8(15));
    __m256i found[16];
    for (std::size_t h = 0; h < 16; ++h) {
        const auto* sixteen = reinterpret_cast<const __m128i*>(table + h * 16);
        found[h] = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128(sixteen)), low);
    }
    // A choice looks at the top bit of each byte.
    const __m256i bit4 = _mm256_slli_epi16(code, 3);
    const __m256i bit5 = _mm256_slli_epi16(code, 2);
    const __m256i bit6 = _mm256_slli_epi16(code, 1);
    for (std::size_t h = 0; h < 8; ++h)
        found[h] = _mm256_blendv_epi8(found[2 * h], found[2 * h + 1], bit4);
    for (std::size_t h = 0; h < 4; ++h)
        found[h] = _mm256_blendv_epi8(found[2 * h], found[2 * h + 1], bit5);
    for (std::size_t h = 0; h < 2; ++h)
        found[h] = _mm256_blendv_epi8(found[2 * h], found[2 * h + 1], bit6);
    return _mm256_blendv_epi8(found[0], found[1], code);
}

TW_AVX2 void blockSumsAvx2(const std::uint8_t* tables, const std::uint8_t* codes, std::size_t bytes,
                           std::uint16_t* sums)
{
    const __m256i lowBytes = _mm256_set1_epi16(0x00FF);
    for (std::size_t half = 0; half < kPqBlockRows; half += 32) {
        __m256i even = _mm256_setzero_si256();
        __m256i odd = even;
        for (std::size_t j = 0; j < bytes; ++j) {
            const auto* code = reinterpret_cast<const __m256i*>(codes + j * kPqBlockRows + half);
            const __m256i found = lookUp(tables + j * kPqCentroids, _mm256_loadu_si256(code));
            even = _mm256_add_epi16(even, _mm256_and_si256(found, lowBytes));
            odd = _mm256_add_epi16(odd, _mm256_srli_epi16(found, 8));
        }
        const __m256i low = _mm256_unpacklo_epi16(even, odd);
        const __m256i high = _mm256_unpackhi_epi16(even, odd);
        auto* out = reinterpret_cast<__m256i*>(sums + half);
        _mm256_storeu_si256(out, _mm256_permute2x128_si256(low, high, 0x20));
        _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(low, high, 0x31));
    }
}

} // namespace

const PqKernels kPqAvx2{"avx2", productsAvx2, nearestAvx2, rangeAvx2, quantiseAvx2, blockSumsAvx2};

#endif

} // namespace tw::simd
