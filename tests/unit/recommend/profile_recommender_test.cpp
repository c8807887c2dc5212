// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/recommend/profile_recommender.h"
#include "core/taste/taste_profile.h"
#include "tests/support/small_space.h"

namespace tw {

using test::itemIds;
using test::smallSpace;

namespace {

double cosine(std::span<const float> a, std::span<const float> b)
{
    const double lengths = std::sqrt(std::inner_product(a.begin(), a.end(), a.begin(), 0.0) *
                                     std::inner_product(b.begin(), b.end(), b.begin(), 0.0));
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / lengths;
}

std::shared_ptr<const VectorIndex> indexOf(const std::shared_ptr<const Space>& space)
{
    auto index = buildIndex(space->vectors(), space, {}, {});
    EXPECT_TRUE(index);
    return index.value_or(nullptr);
}

} // namespace

class ProfileRecommenderTest : public testing::Test {
protected:
    std::shared_ptr<const Space> m_space = smallSpace(200, 24, 21, false, 5, 3);
    std::shared_ptr<const VectorIndex> m_index = indexOf(m_space);
    std::vector<ItemId> m_likes = {m_space->item(3), m_space->item(90), m_space->item(150)};
    std::vector<float> m_profile = foldProfile(*m_space, m_likes, 8).vector;

    RankedItems recommend(const RecommendRequest& request, std::vector<ItemId> likes = {})
    {
        auto ranked = ProfileRecommender(m_space, m_index, m_profile, std::move(likes)).recommend(request, {});
        EXPECT_TRUE(ranked) << ranked.error().detail;
        return ranked.value_or(RankedItems{});
    }
};

TEST_F(ProfileRecommenderTest, RanksByCosineToTheProfile)
{
    std::vector<std::pair<double, ItemId>> expected;
    for (const ItemId item : m_space->items())
        expected.emplace_back(-cosine(m_space->vector(item), m_profile), item);
    std::ranges::sort(expected);
    const RankedItems ranked = recommend({.count = 15});
    ASSERT_EQ(ranked.size(), 15U);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        EXPECT_EQ(ranked[i].item, expected[i].second);
        EXPECT_NEAR(ranked[i].score, -expected[i].first, 1e-5);
    }
}

TEST_F(ProfileRecommenderTest, ExcludedItemsNeverAppearAndOthersMoveUp)
{
    const RankedItems all = recommend({.count = m_space->size()});
    ASSERT_EQ(all.size(), m_space->size());
    Random random(4);
    for (int round = 0; round < 20; ++round) {
        RecommendRequest request{.count = 20, .exclude = itemIds({100'000, 6})}; // without a vector here
        for (int i = 0; i < 60; ++i)
            request.exclude.push_back(m_space->item(static_cast<std::uint32_t>(random.below(m_space->size()))));
        std::vector<ItemId> expected;
        for (const RankedItem& ranked : all) {
            if (expected.size() < request.count && std::ranges::count(request.exclude, ranked.item) == 0)
                expected.push_back(ranked.item);
        }
        std::vector<ItemId> got;
        for (const RankedItem& ranked : recommend(request))
            got.push_back(ranked.item);
        EXPECT_EQ(got, expected);
    }
}

TEST_F(ProfileRecommenderTest, EverythingExcludedGivesAnEmptyList)
{
    EXPECT_TRUE(recommend({.count = 5, .exclude = {m_space->items().begin(), m_space->items().end()}}).empty());
}

TEST_F(ProfileRecommenderTest, ReasonsAreTheTwoNearestLikes)
{
    std::vector<ItemId> likes = m_likes;
    likes.push_back(m_likes[0]);      // twice: named once
    likes.push_back(ItemId(100'000)); // without a vector
    for (const RankedItem& ranked : recommend({.count = 30}, likes)) {
        std::vector<std::pair<double, ItemId>> expected;
        for (const ItemId like : m_likes) {
            const double similarity = cosine(m_space->vector(like), m_space->vector(ranked.item));
            if (similarity > 0 && like != ranked.item)
                expected.emplace_back(-similarity, like);
        }
        std::ranges::sort(expected);
        ASSERT_EQ(ranked.reasons.size(), std::min<std::size_t>(2, expected.size()));
        for (std::size_t i = 0; i < ranked.reasons.size(); ++i) {
            EXPECT_EQ(ranked.reasons[i].likedItem, expected[i].second);
            EXPECT_NEAR(ranked.reasons[i].similarity, -expected[i].first, 1e-5);
        }
    }
}

TEST_F(ProfileRecommenderTest, AnItemIsNoReasonForItself)
{
    bool seen = false;
    for (const RankedItem& ranked : recommend({.count = m_space->size()}, m_likes)) {
        seen = seen || ranked.item == m_likes[0];
        for (const Reason& reason : ranked.reasons)
            EXPECT_NE(reason.likedItem, ranked.item);
    }
    EXPECT_TRUE(seen);
}

TEST_F(ProfileRecommenderTest, Errors)
{
    const auto refused = ProfileRecommender(m_space, m_index, m_profile, {}).recommend({.count = 0}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);

    std::stop_source stop;
    stop.request_stop();
    const auto stopped = ProfileRecommender(m_space, m_index, m_profile, {}).recommend({}, {stop.get_token(), nullptr});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST_F(ProfileRecommenderTest, SimilarItemsLeaveTheItemAndTheExcludedOut)
{
    const ItemId item = m_space->item(42);
    const auto similar = similarItems(*m_space, *m_index, item, {.count = 10, .exclude = m_likes}, {});
    ASSERT_TRUE(similar);
    EXPECT_EQ(similar->size(), 10U);
    float last = 1;
    for (const RankedItem& ranked : *similar) {
        EXPECT_NE(ranked.item, item);
        EXPECT_EQ(std::ranges::find(m_likes, ranked.item), m_likes.end());
        EXPECT_NEAR(ranked.score, cosine(m_space->vector(item), m_space->vector(ranked.item)), 1e-5);
        EXPECT_LE(ranked.score, last);
        last = ranked.score;
    }
    const auto unknown = similarItems(*m_space, *m_index, ItemId(6), {}, {});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

} // namespace tw
