// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/metric.h"

#include "core/index/exact_similarity.h"
#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace tw {
namespace {

TEST(Closeness, KnownVectors)
{
    const Closeness same = closeness(std::vector<float>{3, 4}, std::vector<float>{3, 4});
    EXPECT_DOUBLE_EQ(same.cosine, 1);
    EXPECT_DOUBLE_EQ(same.innerProduct, 25);
    EXPECT_DOUBLE_EQ(same.squaredDistance, 0);
    const Closeness other = closeness(std::vector<float>{3, 4}, std::vector<float>{-4, 3});
    EXPECT_DOUBLE_EQ(other.cosine, 0);
    EXPECT_DOUBLE_EQ(other.squaredDistance, 50);
    const Closeness opposite = closeness(std::vector<float>{1, 2, 2}, std::vector<float>{-2, -4, -4});
    EXPECT_DOUBLE_EQ(opposite.cosine, -1);
    EXPECT_DOUBLE_EQ(opposite.innerProduct, -18);
    EXPECT_DOUBLE_EQ(opposite.squaredDistance, 81);
}

TEST(Closeness, ZeroAndExtremeLengths)
{
    EXPECT_EQ(closeness(std::vector<float>{0, 0}, std::vector<float>{1, 2}).cosine, 0);
    EXPECT_EQ(closeness(std::vector<float>{0, 0}, std::vector<float>{1, 2}).squaredDistance, 5);
    EXPECT_EQ(closeness({}, {}).cosine, 0);
    for (const float scale : {1e-44F, 1e-30F, 1e30F, 3e38F}) {
        const std::vector<float> a{scale, scale};
        const std::vector<float> b{scale, 0};
        EXPECT_NEAR(closeness(a, b).cosine, std::sqrt(0.5), 1e-12) << scale;
        EXPECT_NEAR(closeness(a, a).cosine, 1, 1e-12) << scale;
        EXPECT_TRUE(std::isfinite(closeness(a, b).squaredDistance));
    }
}

TEST(Closeness, OfUnitVectorsAllThreeSayTheSame)
{
    const Matrix rows = test::clusteredUnitRows(50, 40, 5, 0.5, 1);
    for (std::size_t i = 1; i < rows.rows(); ++i) {
        const Closeness close = closeness(rows.row(0), rows.row(i));
        EXPECT_NEAR(close.innerProduct, close.cosine, 1e-6);
        EXPECT_NEAR(1 - close.squaredDistance / 2, close.cosine, 1e-6);
        const Closeness turned = closeness(rows.row(i), rows.row(0));
        EXPECT_EQ(turned.cosine, close.cosine);
        EXPECT_EQ(turned.squaredDistance, close.squaredDistance);
    }
}

TEST(ExactSimilarity, NeverFallsWhenTheCosineRises)
{
    const Matrix rows = test::clusteredUnitRows(3, 8, 3, 0.5, 2);
    const std::vector<float> lengths{1e-6F, 1, 1e6F};
    for (const Metric metric : {Metric::Cosine, Metric::InnerProduct, Metric::L2}) {
        const IndexedVectors vectors{.unit = rows, .lengths = lengths, .metric = metric};
        const std::vector<float> query(8, 0.7F);
        const auto similarity = ExactSimilarity::of(query, vectors, 1);
        ASSERT_TRUE(similarity.has_value());
        for (std::uint32_t row = 0; row < 3; ++row) {
            float before = -std::numeric_limits<float>::infinity();
            for (float cosine = -1.01F; cosine < 1.01F; cosine = std::nextafter(cosine, 2.0F) + 1e-4F) {
                const float now = similarity->ofCosine(cosine, row);
                ASSERT_GE(now, before);
                before = now;
            }
        }
    }
}

TEST(ExactSimilarity, ManyRowsGiveTheSameBitsAsOne)
{
    const Matrix rows = test::clusteredUnitRows(50, 33, 5, 0.5, 3);
    const IndexedVectors vectors{.unit = rows, .metric = Metric::L2};
    const auto similarity = ExactSimilarity::of(rows.row(7), vectors, 1);
    const std::vector<std::uint32_t> some{7, 49, 0, 7};
    std::vector<float> found(some.size());
    similarity->ofRows(some, found.data());
    for (std::size_t i = 0; i < some.size(); ++i)
        EXPECT_EQ(found[i], similarity->ofRow(some[i]));
    EXPECT_NEAR(found[0], 0, 1e-6);
    EXPECT_EQ(found[3], found[0]);
}

} // namespace
} // namespace tw
