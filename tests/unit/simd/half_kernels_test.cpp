// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/half_kernels.h"

#include "core/base/random.h"
#include "core/simd/kernel_table.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

namespace tw::simd {
namespace {

class EveryHalfKernel : public testing::TestWithParam<KernelTable> {
protected:
    const HalfKernels& kernels() const { return *GetParam().halves; }
    std::uint16_t toHalf(float value) const
    {
        std::vector<float> values(9, value); // the last is converted by the tail, the others by the body
        std::vector<std::uint16_t> halves(9);
        kernels().toHalf(values.data(), values.size(), halves.data());
        EXPECT_EQ(halves[0], halves[8]);
        return halves[0];
    }
};

/// By the definition of binary16 in IEEE 754.
double valueOf(std::uint16_t half)
{
    const int exponent = (half >> 10U) & 0x1F;
    const int fraction = half & 0x3FF;
    const double magnitude = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(1024 + fraction, exponent - 25);
    return (half & 0x8000U) != 0 ? -magnitude : magnitude;
}

TEST_P(EveryHalfKernel, EachOfThe65536HalvesComesBack)
{
    std::vector<std::uint16_t> halves(65'536);
    for (std::size_t i = 0; i < halves.size(); ++i)
        halves[i] = static_cast<std::uint16_t>(i);
    std::vector<float> values(halves.size());
    kernels().toFloat(halves.data(), halves.size(), values.data());
    std::vector<std::uint16_t> back(halves.size());
    kernels().toHalf(values.data(), values.size(), back.data());
    for (std::size_t i = 0; i < halves.size(); ++i) {
        if ((halves[i] & 0x7FFFU) > 0x7C00U) {
            ASSERT_TRUE(std::isnan(values[i]));
            ASSERT_GT(back[i] & 0x7FFFU, 0x7C00U);
            continue;
        }
        ASSERT_EQ(back[i], halves[i]);
        if ((halves[i] & 0x7FFFU) < 0x7C00U)
            ASSERT_EQ(static_cast<double>(values[i]), valueOf(halves[i]));
        else
            ASSERT_TRUE(std::isinf(values[i]));
    }
}

TEST_P(EveryHalfKernel, RoundsToTheNearestAndTiesToEven)
{
    Random random(1);
    const auto expectNearest = [&](float value) {
        const double rounded = valueOf(toHalf(value));
        const auto bits = static_cast<std::uint16_t>(toHalf(value) & 0x7FFFU);
        const double error = std::abs(rounded - static_cast<double>(value));
        const double sign = std::signbit(value) ? -1 : 1;
        if (bits > 0) {
            const double below = sign * valueOf(static_cast<std::uint16_t>(bits - 1U));
            ASSERT_LE(error, std::abs(below - static_cast<double>(value)));
            ASSERT_TRUE(error != std::abs(below - static_cast<double>(value)) || bits % 2 == 0) << value;
        }
        const double above = sign * valueOf(static_cast<std::uint16_t>(bits + 1U));
        ASSERT_LE(error, std::abs(above - static_cast<double>(value)));
        ASSERT_TRUE(error != std::abs(above - static_cast<double>(value)) || bits % 2 == 0) << value;
    };
    for (int i = 0; i < 3000; ++i) {
        const auto half = static_cast<std::uint16_t>(random.below(0x7BFF));
        const double here = valueOf(half);
        const double next = valueOf(static_cast<std::uint16_t>(half + 1U));
        const auto between = static_cast<float>((here + next) / 2); // exact: floats have digits to spare
        for (const float value : {between, std::nextafter(between, 0.0F), std::nextafter(between, 1e9F)}) {
            expectNearest(value);
            expectNearest(-value);
        }
    }
}

TEST_P(EveryHalfKernel, Extremes)
{
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    EXPECT_EQ(toHalf(65'504.0F), 0x7BFFU);
    EXPECT_EQ(toHalf(65'519.99F), 0x7BFFU);
    EXPECT_EQ(toHalf(65'520.0F), 0x7C00U);
    EXPECT_EQ(toHalf(-std::numeric_limits<float>::max()), 0xFC00U);
    EXPECT_EQ(toHalf(kInfinity), 0x7C00U);
    EXPECT_EQ(toHalf(-0.0F), 0x8000U);
    EXPECT_EQ(toHalf(std::numeric_limits<float>::denorm_min()), 0U);
    EXPECT_EQ(toHalf(0x1p-25F), 0U); // half of the least: to even
    EXPECT_EQ(toHalf(0x1.8p-25F), 1U);
    EXPECT_GT(toHalf(std::numeric_limits<float>::quiet_NaN()) & 0x7FFFU, 0x7C00U);
}

TEST_P(EveryHalfKernel, ProductsAgreeWithScalarForAllLengthsAndAlignments)
{
    Random random(2);
    std::vector<float> query(1000);
    std::vector<float> values(1000);
    for (std::size_t i = 0; i < query.size(); ++i) {
        query[i] = static_cast<float>(random.normal());
        values[i] = static_cast<float>(random.normal());
    }
    std::vector<std::uint16_t> halves(values.size());
    kernels().toHalf(values.data(), values.size(), halves.data());
    std::vector<std::size_t> lengths{255, 384, 767, 768, 769};
    for (std::size_t length = 0; length <= 200; ++length)
        lengths.push_back(length);
    for (const std::size_t length : lengths)
        for (std::size_t start = 0; start < 3; ++start) {
            double dot = 0;
            double dotMagnitude = 0;
            double distance = 0;
            for (std::size_t i = 0; i < length; ++i) {
                const auto q = static_cast<double>(query[2 * start + i]);
                const double x = valueOf(halves[start + i]);
                dot += q * x;
                dotMagnitude += std::abs(q * x);
                distance += (q - x) * (q - x);
            }
            const float* from = query.data() + 2 * start;
            // The scalar form adds one by one: its rounding grows with the length.
            ASSERT_NEAR(kernels().dot(from, halves.data() + start, length), dot, 1e-5 * dotMagnitude);
            ASSERT_NEAR(kernels().squaredDistance(from, halves.data() + start, length), distance, 1e-5 * distance);
        }
}

TEST_P(EveryHalfKernel, RowsGiveTheSameBitsAsSingleCalls)
{
    Random random(3);
    constexpr std::size_t kRows = 23;
    for (const std::size_t cols : {1U, 7U, 32U, 100U, 129U}) {
        std::vector<std::uint16_t> rows(kRows * cols + 1);
        for (std::uint16_t& half : rows)
            half = static_cast<std::uint16_t>(random.below(0x7C00));
        std::vector<float> query(cols);
        for (float& value : query)
            value = static_cast<float>(random.normal());
        std::vector<std::uint32_t> numbers{22, 0, 5, 5, 13};
        std::vector<float> out(kRows);
        std::vector<float> scattered(numbers.size());
        kernels().dotRows(query.data(), rows.data() + 1, kRows, cols, out.data());
        kernels().dotScattered(query.data(), rows.data() + 1, cols, numbers.data(), numbers.size(), scattered.data());
        for (std::size_t i = 0; i < kRows; ++i)
            ASSERT_EQ(out[i], kernels().dot(query.data(), rows.data() + 1 + i * cols, cols));
        for (std::size_t i = 0; i < numbers.size(); ++i)
            ASSERT_EQ(scattered[i], out[numbers[i]]);
    }
}

INSTANTIATE_TEST_SUITE_P(Simd, EveryHalfKernel, testing::ValuesIn(availableKernels().begin(), availableKernels().end()),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

} // namespace
} // namespace tw::simd
