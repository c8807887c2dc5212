// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/pq_kernels.h"

#include "core/base/random.h"
#include "core/simd/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tw::simd {
namespace {

class PqKernelsOf : public testing::TestWithParam<std::size_t> {
protected:
    void SetUp() override
    {
        if (GetParam() >= availablePqKernels().size())
            GTEST_SKIP() << "this processor has no such instructions";
    }
    static const PqKernels& kernels() { return availablePqKernels()[GetParam()]; }
    static std::vector<float> normals(std::size_t count, std::uint64_t seed)
    {
        Random random(seed);
        std::vector<float> values(count);
        for (float& value : values)
            value = static_cast<float>(random.normal());
        return values;
    }
    static double product(const float* values, const float* centroids, std::size_t dim, std::size_t c)
    {
        double sum = 0;
        for (std::size_t d = 0; d < dim; ++d)
            sum += static_cast<double>(values[d]) * static_cast<double>(centroids[d * kPqCentroids + c]);
        return sum;
    }
};

TEST_P(PqKernelsOf, ProductsAreThoseOfTheDefinition)
{
    for (const std::size_t dim : {1U, 2U, 7U, 8U, 16U, 33U}) {
        // One float further: nothing may rely on alignment.
        const std::vector<float> values = normals(dim + 1, dim);
        const std::vector<float> centroids = normals(dim * kPqCentroids + 1, dim + 50);
        std::vector<float> out(kPqCentroids + 1, -99.0F);
        kernels().products(values.data() + 1, centroids.data() + 1, dim, out.data());
        for (std::size_t c = 0; c < kPqCentroids; ++c)
            ASSERT_NEAR(out[c], product(values.data() + 1, centroids.data() + 1, dim, c),
                        1e-5 * static_cast<double>(dim));
        EXPECT_EQ(out.back(), -99.0F);
    }
}

TEST_P(PqKernelsOf, TheNearestIsTheNearest)
{
    for (const std::size_t dim : {1U, 3U, 8U, 24U}) {
        const std::vector<float> centroids = normals(dim * kPqCentroids, dim + 70);
        std::vector<float> halfNorms(kPqCentroids, 0.0F);
        for (std::size_t d = 0; d < dim; ++d)
            for (std::size_t c = 0; c < kPqCentroids; ++c)
                halfNorms[c] += centroids[d * kPqCentroids + c] * centroids[d * kPqCentroids + c] / 2;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const std::vector<float> values = normals(dim, seed + 1000);
            const auto distance = [&](std::size_t c) {
                double sum = 0;
                for (std::size_t d = 0; d < dim; ++d)
                    sum += std::pow(static_cast<double>(values[d] - centroids[d * kPqCentroids + c]), 2);
                return sum;
            };
            double least = distance(0);
            for (std::size_t c = 1; c < kPqCentroids; ++c)
                least = std::min(least, distance(c));
            const std::uint8_t found = kernels().nearest(values.data(), centroids.data(), halfNorms.data(), dim);
            ASSERT_NEAR(distance(found), least, 1e-4);
        }
    }
}

TEST_P(PqKernelsOf, OfEqualCentroidsTheLowestIsTheNearest)
{
    for (const std::size_t first : {0U, 5U, 17U, 100U, 255U}) {
        std::vector<float> centroids(kPqCentroids, -1.0F);
        for (std::size_t c = first; c < kPqCentroids; c += 1 + c % 3)
            centroids[c] = 2.0F;
        const std::vector<float> halfNorms(kPqCentroids, 0.0F);
        const float one = 1.0F;
        EXPECT_EQ(kernels().nearest(&one, centroids.data(), halfNorms.data(), 1), first);
    }
}

TEST_P(PqKernelsOf, RangeAndQuantiseAreExact)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::vector<float> table = normals(kPqCentroids, seed);
        std::swap(table[seed * 5], *std::ranges::min_element(table));
        std::swap(table[255 - seed], *std::ranges::max_element(table));
        float least = 0;
        float greatest = 0;
        kernels().range(table.data(), &least, &greatest);
        EXPECT_EQ(least, *std::ranges::min_element(table));
        EXPECT_EQ(greatest, *std::ranges::max_element(table));
        const float scale = 255.0F / (greatest - least);
        std::vector<std::uint8_t> bytes(kPqCentroids);
        kernels().quantise(table.data(), least, scale, bytes.data());
        for (std::size_t c = 0; c < kPqCentroids; ++c)
            ASSERT_EQ(bytes[c], std::lrint((table[c] - least) * scale));
    }
    // Halves go to even, and all equal numbers to 0.
    std::vector<float> halves(kPqCentroids);
    std::iota(halves.begin(), halves.end(), 0.0F);
    std::vector<std::uint8_t> bytes(kPqCentroids);
    kernels().quantise(halves.data(), 0.0F, 0.5F, bytes.data());
    EXPECT_EQ(bytes[1], 0);
    EXPECT_EQ(bytes[3], 2);
    EXPECT_EQ(bytes[5], 2);
    const std::vector<float> same(kPqCentroids, -0.25F);
    kernels().quantise(same.data(), -0.25F, 1.0F, bytes.data());
    EXPECT_EQ(*std::ranges::max_element(bytes), 0);
}

TEST_P(PqKernelsOf, BlockSumsAreThoseOfTheDefinition)
{
    Random random(9);
    for (const std::size_t bytes : {1U, 2U, 13U, 96U, 257U}) {
        std::vector<std::uint8_t> tables(bytes * kPqCentroids + 1);
        std::vector<std::uint8_t> codes(bytes * kPqBlockRows + 1);
        for (std::uint8_t& value : tables)
            value = static_cast<std::uint8_t>(random.below(256));
        for (std::uint8_t& value : codes)
            value = static_cast<std::uint8_t>(random.below(256));
        // The extremes: every entry 255 makes 257 · 255 = 65,535.
        for (const bool full : {false, true}) {
            if (full)
                std::ranges::fill(tables, std::uint8_t{255});
            std::vector<std::uint16_t> sums(kPqBlockRows);
            kernels().blockSums(tables.data() + 1, codes.data() + 1, bytes, sums.data());
            for (std::size_t r = 0; r < kPqBlockRows; ++r) {
                std::uint32_t expected = 0;
                for (std::size_t j = 0; j < bytes; ++j)
                    expected += tables[1 + j * kPqCentroids + codes[1 + j * kPqBlockRows + r]];
                ASSERT_EQ(sums[r], expected) << bytes << " bytes, row " << r;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Sets, PqKernelsOf, testing::Values(0U, 1U, 2U), [](const auto& set) {
    return std::string(set.param == 0 ? "baseline" : set.param == 1 ? "avx2" : "avx512");
});

TEST(PqKernels, FollowTheInstructionSetInUse)
{
    const auto available = availablePqKernels();
    const bool known = std::ranges::find(available, instructionSet(), &PqKernels::name) != available.end();
    EXPECT_EQ(pqKernels().name, known ? instructionSet() : available.back().name);
}

} // namespace
} // namespace tw::simd
