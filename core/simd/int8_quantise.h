// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simd/int8_kernels.h"

#include <algorithm>
#include <cstring>

namespace tw::simd {

// Private to core/simd: what quantising is whatever the instruction set, around two kernels over blocks of 64 numbers.

/// Max of |values|.
using LargestOfBlock = float (*)(const float* values);
/// codes[i] = round(values[i] · factor) ^ bias; returns the sum of the rounded. To nearest, ties to even.
using EncodeBlock = std::int32_t (*)(const float* values, float factor, std::uint8_t bias, std::uint8_t* codes);

template <LargestOfBlock largestOf, EncodeBlock encode>
float quantiseBlocks(const float* values, std::size_t count, std::uint8_t bias, std::uint8_t* codes,
                     std::int32_t* sum)
{
    constexpr std::size_t kBlock = 64;
    constexpr float kSmallest = 0x1p-100F;
    const std::size_t whole = count / kBlock * kBlock;
    float tail[kBlock] = {};
    if (whole < count)
        std::memcpy(tail, values + whole, (count - whole) * sizeof(float));
    float largest = whole < count ? largestOf(tail) : 0.0F;
    for (std::size_t i = 0; i < whole; i += kBlock)
        largest = std::max(largest, largestOf(values + i));
    // Below it 127 / largest would overflow.
    const bool vanishes = largest < kSmallest;
    const float factor = vanishes ? 0.0F : 127.0F / largest;
    std::int32_t total = 0;
    for (std::size_t i = 0; i < whole; i += kBlock)
        total += encode(values + i, factor, bias, codes + i);
    if (whole < count)
        total += encode(tail, factor, bias, codes + whole);
    if (sum)
        *sum = total;
    return vanishes ? 0.0F : largest / 127.0F;
}

template <LargestOfBlock largestOf, EncodeBlock encode>
float quantiseRow(const float* values, std::size_t count, std::uint8_t* codes, std::int32_t* sum)
{
    return quantiseBlocks<largestOf, encode>(values, count, 0x80, codes, sum);
}

template <LargestOfBlock largestOf, EncodeBlock encode>
float quantiseQuery(const float* values, std::size_t count, std::int8_t* codes, std::int32_t* sum)
{
    return quantiseBlocks<largestOf, encode>(values, count, 0, reinterpret_cast<std::uint8_t*>(codes), sum);
}

} // namespace tw::simd
