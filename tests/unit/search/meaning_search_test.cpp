// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/meaning_search.h"

#include "tests/support/small_space.h"
#include "tests/support/vector_data.h"

namespace {

/// 200 items in the plane of 12 dimensions; three of them have passages pointing elsewhere.
std::shared_ptr<const tw::Space> spaceWithPassages()
{
    tw::Space::Parts parts;
    parts.id = "passages";
    parts.vectors = tw::test::clusteredUnitRows(200, 12, 8, 0.5, 3);
    const tw::Matrix passages = tw::test::normalMatrix(6, 12, 4);
    for (std::uint32_t i = 0; i < 200; ++i)
        parts.items.emplace_back(i);
    parts.passages = passages;
    parts.passageRow = {5, 5, 9, 9, 9, 150};
    return tw::Space::create(std::move(parts)).value();
}

TEST(MeaningSearch, JoinsTheBestPassageWithTheWhole)
{
    const auto space = spaceWithPassages();
    const auto query = space->passages().row(3); // of item 9
    const auto matches = tw::searchMeaning(*space, nullptr, query, 200, nullptr, {}, {});
    ASSERT_TRUE(matches);
    ASSERT_EQ(matches->size(), 200U);
    for (const tw::MeaningMatch& match : *matches) {
        const float whole = tw::simd::dot(query, space->vectors().row(match.row));
        float best = -2;
        for (std::size_t i = 0; i < space->passageRows().size(); ++i)
            if (space->passageRows()[i] == match.row)
                best = std::max(best, tw::simd::dot(query, space->passages().row(i)));
        const float expected = best < -1.5F ? whole : 0.65F * best + 0.35F * whole;
        EXPECT_NEAR(match.similarity, expected, 1e-5) << match.row;
    }
    for (std::size_t i = 1; i < matches->size(); ++i)
        EXPECT_LE((*matches)[i].similarity, (*matches)[i - 1].similarity);
}

TEST(MeaningSearch, GivesTheBestAndThoseAskedForEachOnce)
{
    const auto space = tw::test::smallSpace(300, 16, 7);
    const auto index = tw::buildIndex(space->vectors(), space, {}, {});
    ASSERT_TRUE(index);
    const auto query = space->vectors().row(42);
    const std::vector<std::uint32_t> others{42, 17, 250};
    for (const tw::VectorIndex* used : {static_cast<const tw::VectorIndex*>(nullptr), index->get()}) {
        const auto matches = tw::searchMeaning(*space, used, query, 5, nullptr, others, {});
        ASSERT_TRUE(matches);
        EXPECT_EQ(matches->front().row, 42U);
        EXPECT_NEAR(matches->front().similarity, 1, 1e-5);
        std::set<std::uint32_t> rows;
        for (const tw::MeaningMatch& match : *matches)
            EXPECT_TRUE(rows.insert(match.row).second) << "twice";
        EXPECT_TRUE(rows.contains(17) && rows.contains(250));
        EXPECT_GE(rows.size(), 5U);
        EXPECT_LE(rows.size(), 8U);
    }
}

TEST(MeaningSearch, LeavesOutFilteredRows)
{
    const auto space = tw::test::smallSpace(300, 16, 7);
    const auto index = tw::buildIndex(space->vectors(), space, {}, {});
    ASSERT_TRUE(index);
    tw::RowFilter filter(300);
    for (std::uint32_t row = 0; row < 300; row += 2)
        filter.exclude(row);
    for (const tw::VectorIndex* used : {static_cast<const tw::VectorIndex*>(nullptr), index->get()}) {
        const auto matches = tw::searchMeaning(*space, used, space->vectors().row(42), 20, &filter, {}, {});
        ASSERT_TRUE(matches);
        EXPECT_EQ(matches->size(), 20U);
        for (const tw::MeaningMatch& match : *matches)
            EXPECT_EQ(match.row % 2, 1U);
    }
}

TEST(MeaningSearch, RefusesQueriesOfAnotherSpace)
{
    const auto space = tw::test::smallSpace(30, 16, 7);
    EXPECT_EQ(tw::searchMeaning(*space, nullptr, std::vector<float>(15, 1.0F), 5, nullptr, {}, {}).error().code,
              tw::ErrorCode::DimensionMismatch);
    EXPECT_EQ(tw::searchMeaning(*space, nullptr, std::vector<float>(16, 0.0F), 5, nullptr, {}, {}).error().code,
              tw::ErrorCode::NotFinite);
}

TEST(MeaningScale, LiesBetweenChanceAndIdentityAndRepeats)
{
    const auto space = tw::test::smallSpace(2000, 32, 9);
    const float floor = tw::meaningScale(*space, {}).value().floor;
    EXPECT_GT(floor, 0.2F);
    EXPECT_LT(floor, 1.0F);
    EXPECT_EQ(tw::meaningScale(*tw::test::smallSpace(2000, 32, 9), {}).value().floor, floor);
}

TEST(MeaningScale, RandomDirectionsOfTheSpaceRarelyPassIt)
{
    // Independent normal vectors: a random query is another such vector.
    tw::Space::Parts parts;
    parts.id = "normal";
    parts.vectors = tw::test::normalMatrix(3000, 64, 21);
    for (std::uint32_t i = 0; i < 3000; ++i)
        parts.items.emplace_back(i);
    const auto space = tw::Space::create(std::move(parts)).value();
    const float floor = tw::meaningScale(*space, {}).value().floor;
    const tw::Matrix queries = tw::test::normalMatrix(100, 64, 22);
    int passing = 0;
    for (std::size_t i = 0; i < queries.rows(); ++i)
        passing += tw::searchMeaning(*space, nullptr, queries.row(i), 1, nullptr, {}, {})->front().similarity > floor ? 1 : 0;
    EXPECT_LT(passing, 40) << "one in five is meant";
    EXPECT_GT(passing, 5);
}

} // namespace
