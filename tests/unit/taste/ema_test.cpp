// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/taste/taste_profile.h"
#include "tests/support/small_space.h"

namespace tw {

using test::itemIds;
using test::smallSpace;

namespace {

double distance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += std::pow(static_cast<double>(a[d]) - b[d], 2);
    return std::sqrt(sum);
}

} // namespace

TEST(EmaStep, FollowsTheFormula)
{
    std::vector<float> profile = {1, 2, -4};
    emaStep(profile, std::vector<float>{5, 2, 4}, 3); // (3·1 + 5)/4, (3·2 + 2)/4, (3·−4 + 4)/4
    EXPECT_EQ(profile, (std::vector<float>{2, 2, -2}));
}

TEST(EmaStep, WhatIsLikedAgainAndAgainIsAFixedPoint)
{
    const auto space = smallSpace(5, 33, 1);
    for (const int n : {1, 7, 8, 100}) {
        std::vector<float> profile(space->vectors().row(2).begin(), space->vectors().row(2).end());
        const std::vector<float> before = profile;
        emaStep(profile, space->vectors().row(2), n);
        EXPECT_EQ(profile, before) << "n = " << n;
    }
}

TEST(EmaStep, ConvergesToWhatIsLikedAtTheRateOfItsMemory)
{
    const auto space = smallSpace(2, 16, 2);
    const auto goal = space->vectors().row(1);
    std::vector<float> profile(space->vectors().row(0).begin(), space->vectors().row(0).end());
    for (int step = 0; step < 20; ++step) {
        const double before = distance(profile, goal);
        emaStep(profile, goal, 4);
        EXPECT_NEAR(distance(profile, goal), before * 4 / 5, 1e-6);
    }
}

TEST(EmaStep, MoreMemoryMovesLess)
{
    const auto space = smallSpace(2, 16, 3);
    double last = 1e9;
    for (int n = kMinMemory; n <= kMaxMemory; ++n) {
        std::vector<float> profile(space->vectors().row(0).begin(), space->vectors().row(0).end());
        emaStep(profile, space->vectors().row(1), n);
        const double moved = distance(profile, space->vectors().row(0));
        EXPECT_LT(moved, last);
        EXPECT_NEAR(moved, distance(space->vectors().row(0), space->vectors().row(1)) / (n + 1), 1e-6);
        last = moved;
    }
}

TEST(FoldProfile, BeginsAtTheSpacesMean)
{
    const auto space = smallSpace(20, 8, 4);
    const TasteProfile profile = foldProfile(*space, {}, 8);
    EXPECT_EQ(profile.vector, space->statistics().mean);
    EXPECT_EQ(profile.trail.rows(), 1U);
    EXPECT_EQ(profile.meanShare, 1);
    EXPECT_TRUE(profile.shares.empty());
}

TEST(FoldProfile, OrderMatters)
{
    const auto space = smallSpace(20, 8, 5);
    const TasteProfile ab = foldProfile(*space, itemIds({1, 2}), 8);
    const TasteProfile ba = foldProfile(*space, itemIds({2, 1}), 8);
    EXPECT_LT(distance(ab.vector, space->vector(ItemId(2))), distance(ba.vector, space->vector(ItemId(2))));
    EXPECT_LT(distance(ba.vector, space->vector(ItemId(1))), distance(ab.vector, space->vector(ItemId(1))));
}

TEST(FoldProfile, IsTheWeightedSumOfMeanAndLikes)
{
    Random random(6);
    for (const int n : {1, 3, 8, 40, 100}) {
        const auto space = smallSpace(30, 12, 6);
        std::vector<ItemId> likes;
        for (int i = 0; i < 15; ++i)
            likes.emplace_back(static_cast<std::uint32_t>(random.below(30)));
        const TasteProfile profile = foldProfile(*space, likes, n);
        ASSERT_EQ(profile.shares.size(), likes.size());
        double shareSum = profile.meanShare;
        for (const ProfileShare& share : profile.shares)
            shareSum += share.share;
        EXPECT_NEAR(shareSum, 1, 1e-6);
        for (std::size_t d = 0; d < space->dim(); ++d) {
            double sum = profile.meanShare * space->statistics().mean[d];
            for (const ProfileShare& share : profile.shares)
                sum += share.share * space->vector(share.item)[d];
            EXPECT_NEAR(profile.vector[d], sum, 1e-6);
        }
    }
}

TEST(FoldProfile, SharesFallFromTheLastLikeBack)
{
    const auto space = smallSpace(20, 8, 7);
    const TasteProfile profile = foldProfile(*space, itemIds({3, 4, 5}), 8);
    ASSERT_EQ(profile.shares.size(), 3U);
    EXPECT_EQ(profile.shares[2].item, ItemId(5));
    EXPECT_NEAR(profile.shares[2].share, 1.0 / 9, 1e-7);
    EXPECT_NEAR(profile.shares[1].share, 8.0 / 81, 1e-7);
    EXPECT_NEAR(profile.shares[0].share, 64.0 / 729, 1e-7);
    EXPECT_NEAR(profile.meanShare, 512.0 / 729, 1e-7);
}

TEST(FoldProfile, TrailHoldsEveryPrefix)
{
    const auto space = smallSpace(20, 8, 8);
    const std::vector<ItemId> likes = itemIds({9, 1, 4, 9, 2});
    const TasteProfile profile = foldProfile(*space, likes, 5);
    ASSERT_EQ(profile.trail.rows(), likes.size() + 1);
    for (std::size_t count = 0; count <= likes.size(); ++count) {
        const TasteProfile prefix = foldProfile(*space, std::span(likes).first(count), 5);
        EXPECT_TRUE(std::ranges::equal(profile.trail.row(count), prefix.vector)) << count;
    }
}

TEST(FoldProfile, LikesWithoutAVectorAreCountedAndLeftOut)
{
    const auto space = smallSpace(10, 8, 9, false, 0, 2); // items 0, 2, 4, …
    const TasteProfile with = foldProfile(*space, itemIds({2, 3, 4, 77}), 8);
    const TasteProfile without = foldProfile(*space, itemIds({2, 4}), 8);
    EXPECT_EQ(with.missing, 2U);
    EXPECT_EQ(with.vector, without.vector);
    EXPECT_EQ(with.trail.rows(), 3U);
    EXPECT_EQ(with.shares.size(), 2U);
    EXPECT_EQ(with.meanShare, without.meanShare);
}

TEST(FoldProfile, MemoryIsBroughtIntoItsRange)
{
    const auto space = smallSpace(10, 8, 10);
    EXPECT_EQ(foldProfile(*space, itemIds({1}), 0).vector, foldProfile(*space, itemIds({1}), kMinMemory).vector);
    EXPECT_EQ(foldProfile(*space, itemIds({1}), 5000).vector, foldProfile(*space, itemIds({1}), kMaxMemory).vector);
}

} // namespace tw
