// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/random_rotation.h"

#include "core/base/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace tw {
namespace {

/// Unscaled Walsh-Hadamard transform of a power of two of numbers, at least 64.
void hadamard(float* values, std::size_t count)
{
    // Short steps within registers the compiler handles badly one by one: four of them at once.
    for (std::size_t i = 0; i < count; i += 4) {
        const float a = values[i] + values[i + 1];
        const float b = values[i] - values[i + 1];
        const float c = values[i + 2] + values[i + 3];
        const float d = values[i + 2] - values[i + 3];
        values[i] = a + c;
        values[i + 1] = b + d;
        values[i + 2] = a - c;
        values[i + 3] = b - d;
    }
    for (std::size_t half = 4; half < count; half *= 2)
        for (std::size_t block = 0; block < count; block += 2 * half)
            for (std::size_t i = block; i < block + half; ++i) {
                const float low = values[i];
                const float high = values[i + half];
                values[i] = low + high;
                values[i + half] = low - high;
            }
}

} // namespace

RandomRotation::RandomRotation(std::size_t dim)
    : m_size((dim + 63) / 64 * 64), m_transformed(std::bit_floor(m_size)), m_signs(kRounds * m_size)
{
    Random random(m_size);
    const float factor = 1.0F / std::sqrt(static_cast<float>(m_transformed));
    for (std::size_t round = 0; round < kRounds; ++round) {
        const std::size_t first = round % 2 == 0 ? 0 : m_size - m_transformed;
        for (std::size_t i = 0; i < m_size; ++i) {
            const bool transformed = i >= first && i < first + m_transformed;
            m_signs[round * m_size + i] = (random.below(2) == 0 ? 1.0F : -1.0F) * (transformed ? factor : 1.0F);
        }
    }
}

void RandomRotation::apply(std::span<const float> from, std::span<float> to) const
{
    std::fill(std::ranges::copy(from, to.begin()).out, to.end(), 0.0F);
    const std::size_t half = m_size / 2;
    for (std::size_t round = 0; round < kRounds; ++round) {
        const float* signs = m_signs.data() + round * m_size;
        for (std::size_t i = 0; i < m_size; ++i)
            to[i] *= signs[i];
        hadamard(round % 2 == 0 ? to.data() : to.data() + (m_size - m_transformed), m_transformed);
        if (m_transformed == m_size)
            continue;
        for (std::size_t i = 0; i < half; ++i) {
            constexpr float kTurn = std::numbers::sqrt2_v<float> / 2;
            const float low = to[i];
            const float high = to[i + half];
            to[i] = (low + high) * kTurn;
            to[i + half] = (low - high) * kTurn;
        }
    }
}

} // namespace tw
