// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recommend/exploration.h"
#include "core/recommend/list_measures.h"
#include "core/taste/taste_profile.h"
#include "tests/support/small_space.h"

namespace tw {

using test::smallSpace;

class ExplorationTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto index = buildIndex(m_space->vectors(), m_space, {}, {});
        ASSERT_TRUE(index);
        m_index = *index;
    }

    ExploredList explored(const NoiseOptions& noise)
    {
        auto list = explore(m_space, m_index, m_profile, m_likes, noise, m_request, {});
        EXPECT_TRUE(list) << list.error().detail;
        return list.value_or(ExploredList{});
    }

    std::shared_ptr<const Space> m_space = smallSpace(300, 40, 31, true);
    std::shared_ptr<const VectorIndex> m_index;
    std::vector<ItemId> m_likes = test::itemIds({5, 50, 250});
    std::vector<float> m_profile = foldProfile(*m_space, m_likes, 8).vector;
    RecommendRequest m_request{.count = 12, .exclude = m_likes};
};

TEST_F(ExplorationTest, ZeroPercentIsExactlyTheRecommendations)
{
    const auto recommended = ProfileRecommender(m_space, m_index, m_profile, m_likes).recommend(m_request, {});
    ASSERT_TRUE(recommended);
    for (const NoiseKind kind : {NoiseKind::Gaussian, NoiseKind::Buckets}) {
        const ExploredList list = explored({kind, 0, 77});
        ASSERT_EQ(list.items.size(), recommended->size());
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            EXPECT_EQ(list.items[i].item, (*recommended)[i].item);
            EXPECT_EQ(list.items[i].score, (*recommended)[i].score);
            ASSERT_EQ(list.items[i].reasons.size(), (*recommended)[i].reasons.size());
        }
        EXPECT_EQ(list.profile.cosine, 1);
    }
}

TEST_F(ExplorationTest, SameSeedGivesTheSameListAndShuffleAnother)
{
    for (const NoiseKind kind :
         {NoiseKind::Gaussian, NoiseKind::Buckets, NoiseKind::ArticleNoise, NoiseKind::ArticleBuckets}) {
        const auto items = [&](std::uint64_t seed) {
            std::vector<ItemId> ids;
            for (const RankedItem& ranked : explored({kind, 80, seed}).items)
                ids.push_back(ranked.item);
            return ids;
        };
        EXPECT_EQ(items(4021), items(4021));
        EXPECT_NE(items(4021), items(4022)) << noiseKindName(kind);
    }
}

TEST_F(ExplorationTest, MeasuresAreThoseOfTheListToThePlainProfile)
{
    const ExploredList list = explored({NoiseKind::Gaussian, 60, 9});
    std::vector<ItemId> items;
    for (const RankedItem& ranked : list.items) {
        items.push_back(ranked.item);
        EXPECT_EQ(std::ranges::find(m_likes, ranked.item), m_likes.end());
    }
    EXPECT_EQ(list.distance, meanDistance(*m_space, items, m_profile));
    EXPECT_EQ(list.diversity, intraListDiversity(*m_space, items));
    EXPECT_GT(list.distance, explored({NoiseKind::Gaussian, 0, 9}).distance);
}

TEST_F(ExplorationTest, ErrorsOfNoiseComeThrough)
{
    const auto refused = explore(m_space, m_index, m_profile, m_likes, {NoiseKind::Gaussian, 101, 1}, m_request, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
}

} // namespace tw
