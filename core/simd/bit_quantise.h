// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simd/bit_kernels.h"

#include <algorithm>
#include <cstring>

namespace tw::simd {

// Private to core/simd: making bits whatever the instruction set, around kernels that make one word of 64 numbers.

/// Numbers to turn into planes: u = round((x − low)·factor) of the first `count` (1..64).
struct BitRange {
    float low = 0;
    float factor = 0;
    std::size_t count = 0;
};

/// One word of the signs of 64 numbers.
using SignsOf = std::uint64_t (*)(const float* values);
/// One word of each plane: plane p's goes to planes[p·words]. Returns Σ u. To nearest, ties to even.
using PlanesOf = std::uint32_t (*)(const float* values, BitRange range, std::size_t planeCount, std::uint64_t* planes,
                                   std::size_t words);

template <SignsOf signsOf>
void packSignsBy(const float* values, std::size_t count, std::uint64_t* words)
{
    std::size_t i = 0;
    for (; i + 64 <= count; i += 64)
        *words++ = signsOf(values + i);
    if (i < count) {
        float tail[64] = {};
        std::memcpy(tail, values + i, (count - i) * sizeof(float));
        *words = signsOf(tail);
    }
}

template <PlanesOf planesOf>
BitScale quantiseBy(const float* values, std::size_t count, std::size_t planeCount, std::uint64_t* planes)
{
    constexpr float kSmallest = 0x1p-100F;
    BitScale scale;
    if (count == 0)
        return scale;
    // Lanes, so that a compiler makes vectors of it.
    constexpr std::size_t kLanes = 16;
    float low[kLanes];
    float high[kLanes];
    std::fill_n(low, kLanes, values[0]);
    std::fill_n(high, kLanes, values[0]);
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            low[lane] = values[i + lane] < low[lane] ? values[i + lane] : low[lane];
            high[lane] = values[i + lane] > high[lane] ? values[i + lane] : high[lane];
        }
    for (; i < count; ++i) {
        low[0] = std::min(low[0], values[i]);
        high[0] = std::max(high[0], values[i]);
    }
    scale.low = *std::min_element(low, low + kLanes);
    const float range = *std::max_element(high, high + kLanes) - scale.low;
    const auto most = static_cast<float>((1U << planeCount) - 1U);
    const bool vanishes = range < kSmallest;
    scale.step = vanishes ? 0.0F : range / most;
    const float factor = vanishes ? 0.0F : most / range;
    const std::size_t words = bitWords(count);
    for (std::size_t word = 0; word < words; ++word) {
        const BitRange part{scale.low, factor, std::min<std::size_t>(64, count - word * 64)};
        scale.sum += planesOf(values + word * 64, part, planeCount, planes + word, words);
    }
    return scale;
}

} // namespace tw::simd
