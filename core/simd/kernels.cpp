// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/kernels.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tw::simd {
namespace {

double preciseNorm(std::span<const float> a)
{
    double sum = 0;
    for (const float value : a)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return std::sqrt(sum);
}

} // namespace

float dot(std::span<const float> a, std::span<const float> b)
{
    assert(a.size() == b.size());
    return floatKernels().dot(a.data(), b.data(), a.size());
}

float squaredDistance(std::span<const float> a, std::span<const float> b)
{
    assert(a.size() == b.size());
    return floatKernels().squaredDistance(a.data(), b.data(), a.size());
}

void dotRows(std::span<const float> query, MatrixView rows, std::span<float> out)
{
    assert(query.size() == rows.cols() && out.size() == rows.rows());
    floatKernels().dotRows(query.data(), rows.data(), rows.rows(), rows.cols(), out.data());
}

float squaredNorm(std::span<const float> a)
{
    return floatKernels().dot(a.data(), a.data(), a.size());
}

float normalise(std::span<float> a)
{
    // Squares of floats beyond these bounds overflow or lose their digits; such vectors are rare, so they may be slow.
    constexpr float kSafeLow = 1e-24F;
    constexpr float kSafeHigh = 1e36F;
    const float squared = squaredNorm(a);
    if (squared > kSafeLow && squared < kSafeHigh) {
        const float length = std::sqrt(squared);
        for (float& value : a)
            value /= length;
        return length;
    }
    const double length = preciseNorm(a);
    if (length == 0)
        return 0;
    for (float& value : a)
        value = static_cast<float>(value / length);
    return static_cast<float>(std::min(length, static_cast<double>(std::numeric_limits<float>::max())));
}

bool allFinite(std::span<const float> a)
{
    // All exponent bits set means NaN or infinity; no branch inside, so that it vectorises.
    constexpr std::uint32_t kExponent = 0x7F800000U;
    std::uint32_t bad = 0;
    for (const float value : a)
        bad |= static_cast<std::uint32_t>((std::bit_cast<std::uint32_t>(value) & kExponent) == kExponent);
    return bad == 0;
}

} // namespace tw::simd
