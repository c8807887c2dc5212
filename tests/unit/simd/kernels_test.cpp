// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/kernels.h"

#include "core/base/random.h"
#include "core/simd/kernel_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace tw::simd {
namespace {

std::vector<float> normals(Random& random, std::size_t count)
{
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.normal());
    return values;
}

/// The reference: one product after another in double, and the sum of magnitudes that bounds the rounding error.
struct Reference {
    double sum = 0;
    double magnitude = 0;
};

Reference reference(const float* a, const float* b, std::size_t count)
{
    Reference result;
    for (std::size_t i = 0; i < count; ++i) {
        const double product = static_cast<double>(a[i]) * static_cast<double>(b[i]);
        result.sum += product;
        result.magnitude += std::abs(product);
    }
    return result;
}

class EveryKernel : public testing::TestWithParam<KernelTable> {};

TEST_P(EveryKernel, DotAgreesWithScalarForAllLengthsAndAlignments)
{
    Random random(1);
    const std::vector<float> a = normals(random, 1200);
    const std::vector<float> b = normals(random, 1200);
    std::vector<std::size_t> lengths;
    for (std::size_t length = 0; length <= 133; ++length)
        lengths.push_back(length);
    for (const std::size_t length : {255U, 256U, 257U, 300U, 767U, 768U, 769U, 1023U})
        lengths.push_back(length);
    for (const std::size_t length : lengths)
        for (std::size_t startA = 0; startA < 5; ++startA)
            for (std::size_t startB = 0; startB < 3; ++startB) {
                const Reference expected = reference(a.data() + startA, b.data() + startB, length);
                const float actual = GetParam().floats->dot(a.data() + startA, b.data() + startB, length);
                ASSERT_NEAR(actual, expected.sum, 1e-6 * expected.magnitude)
                    << "length " << length << ", starts " << startA << " and " << startB;
            }
}

TEST_P(EveryKernel, DotReadsNothingOutsideTheVectors)
{
    // A neighbouring NaN would spoil the sum if a tail load reached it.
    for (std::size_t length = 1; length <= 130; ++length) {
        std::vector<float> a(length + 2, std::numeric_limits<float>::quiet_NaN());
        std::fill(a.begin() + 1, a.end() - 1, 1.0F);
        ASSERT_EQ(GetParam().floats->dot(a.data() + 1, a.data() + 1, length), static_cast<float>(length));
    }
}

TEST_P(EveryKernel, RowsGiveTheSameBitsAsSingleCalls)
{
    Random random(2);
    for (const std::size_t cols : {1U, 7U, 31U, 32U, 100U, 129U}) {
        constexpr std::size_t kRows = 23;
        const std::vector<float> rows = normals(random, kRows * cols + 1);
        const std::vector<float> query = normals(random, cols);
        std::vector<float> out(kRows, -1.0F);
        GetParam().floats->dotRows(query.data(), rows.data() + 1, kRows, cols, out.data());
        for (std::size_t i = 0; i < kRows; ++i)
            ASSERT_EQ(out[i], GetParam().floats->dot(query.data(), rows.data() + 1 + i * cols, cols));
    }
}

TEST_P(EveryKernel, SquaredDistanceAgreesWithScalarForAllLengthsAndAlignments)
{
    Random random(5);
    const std::vector<float> a = normals(random, 1200);
    const std::vector<float> b = normals(random, 1200);
    std::vector<std::size_t> lengths{255, 384, 767, 768, 769};
    for (std::size_t length = 0; length <= 200; ++length)
        lengths.push_back(length);
    for (const std::size_t length : lengths)
        for (std::size_t start = 0; start < 5; ++start) {
            double expected = 0;
            for (std::size_t i = 0; i < length; ++i) {
                const double difference = static_cast<double>(a[start + i]) - static_cast<double>(b[2 * start + i]);
                expected += difference * difference;
            }
            const FloatKernels& kernels = *GetParam().floats;
            ASSERT_NEAR(kernels.squaredDistance(a.data() + start, b.data() + 2 * start, length), expected,
                        1e-6 * expected);
            ASSERT_EQ(kernels.squaredDistance(a.data() + start, a.data() + start, length), 0.0F);
        }
}

TEST_P(EveryKernel, DenormalsAndLargeNumbersAreNumbers)
{
    const FloatKernels& kernels = *GetParam().floats;
    for (const std::size_t length : {1U, 17U, 64U, 131U}) {
        const auto count = static_cast<float>(length);
        const std::vector<float> tiny(length, 1e-40F);
        const std::vector<float> one(length, 1.0F);
        const std::vector<float> huge(length, 1e18F);
        ASSERT_NEAR(kernels.dot(tiny.data(), one.data(), length), 1e-40F * count, 1e-42F * count);
        ASSERT_NEAR(kernels.dot(huge.data(), huge.data(), length) / (1e36F * count), 1, 1e-5);
        ASSERT_NEAR(kernels.squaredDistance(huge.data(), one.data(), length) / (1e36F * count), 1, 1e-5);
    }
}

TEST_P(EveryKernel, ScatteredRowsGiveTheSameBitsAsSingleCalls)
{
    Random random(6);
    const FloatKernels& kernels = *GetParam().floats;
    for (const std::size_t cols : {1U, 31U, 100U, 768U}) {
        const std::vector<float> rows = normals(random, 40 * cols + 1);
        const std::vector<float> query = normals(random, cols);
        for (std::size_t count = 0; count < 12; ++count) {
            std::vector<std::uint32_t> numbers(count);
            for (std::uint32_t& number : numbers)
                number = static_cast<std::uint32_t>(random.below(40));
            std::vector<float> dots(count + 1, -77);
            std::vector<float> distances(count + 1, -77);
            kernels.dotScattered(query.data(), rows.data() + 1, cols, numbers.data(), count, dots.data());
            kernels.squaredDistanceScattered(query.data(), rows.data() + 1, cols, numbers.data(), count,
                                             distances.data());
            for (std::size_t i = 0; i < count; ++i) {
                const float* row = rows.data() + 1 + numbers[i] * cols;
                ASSERT_EQ(dots[i], kernels.dot(query.data(), row, cols));
                ASSERT_EQ(distances[i], kernels.squaredDistance(query.data(), row, cols));
            }
            ASSERT_EQ(dots[count], -77);
            ASSERT_EQ(distances[count], -77);
        }
    }
}

TEST_P(EveryKernel, FindsThePlacesAboveAThreshold)
{
    Random random(7);
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (std::size_t count = 0; count <= 70; ++count) {
        std::vector<float> scores(count);
        for (float& score : scores)
            score = static_cast<float>(random.below(5));
        if (count > 3)
            scores[3] = std::numeric_limits<float>::quiet_NaN();
        for (const float threshold : {-kInfinity, 0.0F, 2.0F, 5.0F, kInfinity}) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < count; ++i)
                if (scores[i] >= threshold)
                    expected.push_back(i);
            std::vector<std::uint32_t> places(count);
            places.resize(GetParam().floats->atLeast(scores.data(), count, threshold, places.data()));
            ASSERT_EQ(places, expected);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Simd, EveryKernel, testing::ValuesIn(availableKernels().begin(), availableKernels().end()),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

TEST(KernelChoice, BaselineIsAlwaysThereAndForcingIsObeyed)
{
    ASSERT_FALSE(availableKernels().empty());
    EXPECT_EQ(availableKernels().front().name, "baseline");
    for (const KernelTable& table : availableKernels())
        EXPECT_EQ(chooseKernels(table.name).name, table.name);
}

TEST(KernelChoice, UnknownWishGivesTheBest)
{
    EXPECT_EQ(chooseKernels("").name, availableKernels().back().name);
    EXPECT_EQ(chooseKernels("quantum").name, availableKernels().back().name);
}

TEST(KernelChoice, WhatAProcessorLacksComesFromTheSetBelow)
{
    std::array<KernelTable, 3> storage;
    EXPECT_EQ(kernelsFor({}, storage).size(), 1U);
#if defined(__x86_64__)
    EXPECT_EQ(kernelsFor({.avx2 = true}, storage).size(), 2U);
    const auto plain = kernelsFor({.avx2 = true, .avx512 = true}, storage);
    ASSERT_EQ(plain.size(), 3U);
    EXPECT_EQ(plain[2].int8, &kInt8Avx2);
    EXPECT_EQ(plain[2].bits, &kBitAvx2);
    EXPECT_EQ(plain[2].floats, &kFloatAvx512);
    const auto full = kernelsFor({.avx2 = true, .avx512 = true, .vnni = true, .vectorPopcount = true}, storage);
    EXPECT_EQ(full[2].int8, &kInt8Vnni);
    EXPECT_EQ(full[2].bits, &kBitAvx512);
#endif
}

TEST(KernelChoice, AllFamiliesAreThose)
{
    const char* wanted = std::getenv("TASTEWALK_SIMD");
    const KernelTable& table = chooseKernels(wanted ? wanted : "");
    EXPECT_EQ(&floatKernels(), table.floats);
    EXPECT_EQ(&halfKernels(), table.halves);
    EXPECT_EQ(&int8Kernels(), table.int8);
    EXPECT_EQ(&bitKernels(), table.bits);
}

TEST(KernelChoice, InstructionSetFollowsTheEnvironment)
{
    const char* wanted = std::getenv("TASTEWALK_SIMD");
    EXPECT_EQ(instructionSet(), chooseKernels(wanted ? wanted : "").name);
}

TEST(Normalise, GivesUnitLengthAndReturnsTheOldOne)
{
    std::vector<float> a{3, 0, -4};
    EXPECT_FLOAT_EQ(normalise(a), 5.0F);
    EXPECT_FLOAT_EQ(a[0], 0.6F);
    EXPECT_FLOAT_EQ(a[2], -0.8F);
}

TEST(Normalise, KeepsZero)
{
    std::vector<float> zero(5, 0.0F);
    EXPECT_EQ(normalise(zero), 0.0F);
    EXPECT_EQ(zero, std::vector<float>(5, 0.0F));
    std::vector<float> nothing;
    EXPECT_EQ(normalise(nothing), 0.0F);
}

TEST(Normalise, SurvivesSquaresThatOverflowOrVanish)
{
    for (const float scale : {1e-38F, 1e-30F, 1e-13F, 1e19F, 1e30F, 3e38F}) {
        std::vector<float> a{scale, -scale};
        const float length = normalise(a);
        EXPECT_NEAR(a[0], std::sqrt(0.5), 1e-6) << scale;
        EXPECT_NEAR(a[1], -std::sqrt(0.5), 1e-6) << scale;
        EXPECT_TRUE(std::isfinite(length));
        EXPECT_GE(length, scale);
    }
}

TEST(AllFinite, FindsABadEntryAtEveryPlace)
{
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (std::size_t length = 1; length < 40; ++length)
        for (std::size_t place = 0; place < length; ++place)
            for (const float bad : {kInfinity, -kInfinity, std::numeric_limits<float>::quiet_NaN()}) {
                std::vector<float> a(length, std::numeric_limits<float>::max());
                ASSERT_TRUE(allFinite(a));
                a[place] = bad;
                ASSERT_FALSE(allFinite(a));
            }
}

} // namespace
} // namespace tw::simd
