// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recommend/list_measures.h"
#include "tests/support/small_space.h"

namespace tw {

using test::itemIds;
using test::smallSpace;

namespace {

double distance(const Space& space, ItemId a, std::span<const float> b)
{
    const auto vector = space.vector(a);
    const double length = std::sqrt(std::inner_product(b.begin(), b.end(), b.begin(), 0.0));
    return 1 - std::inner_product(vector.begin(), vector.end(), b.begin(), 0.0) / length;
}

} // namespace

TEST(MeanDistance, IsTheMeanOverTheListAtAnyLengthOfTheProfile)
{
    const auto space = smallSpace(10, 17, 1);
    std::vector<float> profile(17, 0.5F);
    profile[3] = -2;
    const std::vector<ItemId> list = itemIds({1, 4, 7});
    const double expected =
        (distance(*space, list[0], profile) + distance(*space, list[1], profile) + distance(*space, list[2], profile)) /
        3;
    EXPECT_NEAR(meanDistance(*space, list, profile), expected, 1e-6);
    for (float& value : profile)
        value *= 40;
    EXPECT_NEAR(meanDistance(*space, list, profile), expected, 1e-6);
}

TEST(MeanDistance, EmptyListsAndItemsWithoutAVector)
{
    const auto space = smallSpace(10, 17, 1);
    const std::vector<float> profile(17, 0.5F);
    EXPECT_EQ(meanDistance(*space, {}, profile), 0);
    EXPECT_EQ(meanDistance(*space, itemIds({99}), profile), 0);
    EXPECT_EQ(meanDistance(*space, itemIds({2, 99}), profile), meanDistance(*space, itemIds({2}), profile));
}

TEST(IntraListDiversity, IsTheMeanOverAllPairs)
{
    const auto space = smallSpace(12, 9, 2);
    const std::vector<ItemId> list = itemIds({0, 3, 5, 11});
    double sum = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j, ++pairs)
            sum += distance(*space, list[i], space->vector(list[j]));
    }
    EXPECT_NEAR(intraListDiversity(*space, list), sum / pairs, 1e-6);
}

TEST(IntraListDiversity, NothingToCompare)
{
    const auto space = smallSpace(12, 9, 2);
    EXPECT_EQ(intraListDiversity(*space, {}), 0);
    EXPECT_EQ(intraListDiversity(*space, itemIds({3})), 0);
    EXPECT_EQ(intraListDiversity(*space, itemIds({3, 77})), 0);
    EXPECT_NEAR(intraListDiversity(*space, itemIds({3, 3})), 0, 1e-6);
}

} // namespace tw
