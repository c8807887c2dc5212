// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_jobs.h"
#include "core/library/session.h"
#include "core/library/session_rows.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <unistd.h>

namespace tw {

class SessionTest : public testing::Test {
protected:
    void SetUp() override
    {
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 60)};
        const auto report = createLibrary(m_folder, catalogFiles(files), {});
        ASSERT_TRUE(report) << report.error().detail;
        m_library = Library::open(m_folder).value();
    }

    Session session()
    {
        auto opened = openSession(*m_library, {});
        EXPECT_TRUE(opened) << opened.error().detail;
        EXPECT_FALSE(opened && opened->spaceError);
        return opened ? opened->session : Session{};
    }
    void act(Act kind, std::uint32_t item)
    {
        const auto event = recordAct(*m_library, session(), kind, ItemId(item), Source::Search, "query");
        ASSERT_TRUE(event) << event.error().detail;
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    std::unique_ptr<Library> m_library;
};

TEST_F(SessionTest, RecommendationsLieNearTheLikesAndLeaveOutWhatWasSeen)
{
    act(Act::Liked, 1); // at sea, as every fourth film
    act(Act::Liked, 5);
    act(Act::Disliked, 9);
    act(Act::Hidden, 13);
    const Session now = session();
    const TasteProfile profile = now.profile();
    EXPECT_EQ(profile.shares.size(), 2U);
    const auto ranked = now.recommend(profile, 8, {});
    ASSERT_TRUE(ranked);
    ASSERT_EQ(ranked->size(), 8U);
    for (const RankedItem& item : *ranked) {
        EXPECT_EQ(item.item.value() % 4, 1U);
        EXPECT_FALSE(std::ranges::count(std::array{1U, 5U, 9U, 13U}, item.item.value()));
        EXPECT_FALSE(item.reasons.empty());
    }
    const auto plain = now.explore(profile, {NoiseKind::Gaussian, 0, 1}, 8, {});
    ASSERT_TRUE(plain);
    for (std::size_t i = 0; i < ranked->size(); ++i)
        EXPECT_EQ(plain->items[i].item, (*ranked)[i].item);
    const auto similar = now.similar(ItemId(2), 5, {});
    ASSERT_TRUE(similar);
    for (const RankedItem& item : *similar)
        EXPECT_EQ(item.item.value() % 4, 2U);
}

TEST_F(SessionTest, ASettingShowsWhatWasSeen)
{
    act(Act::Liked, 1);
    EXPECT_EQ(session().excluded(), std::vector{ItemId(1)});
    LibrarySettings settings = m_library->settings();
    settings.showSeen = true;
    ASSERT_TRUE(m_library->store(settings));
    EXPECT_TRUE(session().excluded().empty());
    const Session now = session();
    EXPECT_EQ(now.recommend(now.profile(), 60, {})->size(), 60U);
}

TEST_F(SessionTest, MemoryComesFromTheSettingsOrTheCall)
{
    act(Act::Liked, 1);
    LibrarySettings settings = m_library->settings();
    settings.memory = 3;
    ASSERT_TRUE(m_library->store(settings));
    EXPECT_NEAR(session().profile().shares[0].share, 1.0 / 4, 1e-6);
    EXPECT_NEAR(session().profile(19).shares[0].share, 1.0 / 20, 1e-6);
}

TEST_F(SessionTest, SearchFindsTitlesAndMeaning)
{
    const auto titled = session().search("film 17", 3, SearchBy::All, {});
    ASSERT_TRUE(titled);
    ASSERT_FALSE(titled->hits.empty());
    EXPECT_EQ(titled->hits[0].item, ItemId(17));
    EXPECT_TRUE(titled->meaningSearched);
}

TEST_F(SessionTest, WithoutASpaceThereIsStillSearch)
{
    ASSERT_TRUE(removeSpace(m_folder, "builtin"));
    ASSERT_TRUE(m_library->refresh());
    const Session now = session();
    EXPECT_FALSE(now.hasSpace());
    EXPECT_EQ(now.recommend({}, 5, {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(now.explore({}, {}, 5, {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(now.similar(ItemId(1), 5, {}).error().code, ErrorCode::NotFound);
    const auto found = now.search("film 17", 3, SearchBy::All, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->hits.at(0).item, ItemId(17));
    EXPECT_FALSE(found->meaningSearched);
}

TEST_F(SessionTest, ADamagedSpaceIsToldAndTheRestOpens)
{
    std::filesystem::resize_file(m_folder / "spaces" / "builtin" / "vectors.bin", 100);
    const auto opened = openSession(*m_library, {});
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->spaceError);
    EXPECT_EQ(opened->spaceError->code, ErrorCode::Damaged);
    EXPECT_EQ(opened->session.catalog->size(), 60U);
}

TEST_F(SessionTest, AReadOnlyLibraryAnswersToo)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "permissions do not bind root";
    act(Act::Liked, 1);
    m_library.reset();
    ::setenv("XDG_CACHE_HOME", (m_temp / "cache").c_str(), 1);
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    m_library = Library::open(m_folder).value();
    const Session now = session();
    EXPECT_EQ(now.recommend(now.profile(), 5, {})->size(), 5U);
    EXPECT_FALSE(now.search("whale", 5, SearchBy::Text, {})->hits.empty());
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all);
}

TEST_F(SessionTest, WithoutKeptHistoryTheProfileStaysAndGoesOnWalking)
{
    act(Act::Liked, 1);
    act(Act::Liked, 5);
    const TasteProfile before = session().profile();
    ASSERT_TRUE(setKeepHistory(*m_library, session(), false));
    EXPECT_EQ(session().profile().vector, before.vector);
    EXPECT_TRUE(session().profile().shares.empty());
    EXPECT_EQ(session().profile().trail.rows(), 2U);
    EXPECT_TRUE(session().history->likes().empty());

    act(Act::Liked, 9);
    act(Act::Disliked, 2);
    std::vector<float> expected = before.vector;
    const Session now = session();
    emaStep(expected, now.space.space->vector(ItemId(9)), m_library->settings().memory);
    EXPECT_EQ(now.profile().vector, expected);
    EXPECT_TRUE(now.history->events().empty());

    ASSERT_TRUE(setKeepHistory(*m_library, now, true));
    EXPECT_EQ(session().profile().vector, now.space.space->statistics().mean);
    act(Act::Liked, 3);
    EXPECT_EQ(session().history->likes().size(), 1U);
}

TEST_F(SessionTest, NoHistoryBeforeTheFirstLikeKeepsNoProfile)
{
    ASSERT_TRUE(setKeepHistory(*m_library, session(), false));
    EXPECT_FALSE(session().keptProfile);
    EXPECT_EQ(session().profile().vector, session().space.space->statistics().mean);
    EXPECT_EQ(session().profile().meanShare, 1);
}

TEST_F(SessionTest, AKeptProfileOutlivesANewFitOfTheSameModel)
{
    act(Act::Liked, 1);
    ASSERT_TRUE(setKeepHistory(*m_library, session(), false));
    const auto kept = session().keptProfile;
    ASSERT_TRUE(kept);
    const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 80)};
    ASSERT_TRUE(importFiles(m_folder, catalogFiles(files), {}));
    ASSERT_TRUE(embedCatalogue(m_folder, {}, nullptr, {}));
    ASSERT_TRUE(m_library->refresh());
    EXPECT_EQ(session().keptProfile, kept);
}

TEST_F(SessionTest, RowsSayWhereAndWhenAndHowMuch)
{
    act(Act::Liked, 1);
    act(Act::Disliked, 2);
    act(Act::Liked, 5);
    const Session now = session();
    const std::vector<ExportRow> rows = likeRows(now);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].item.key, "film-5");
    EXPECT_EQ(rows[0].rank, 1U);
    EXPECT_EQ(rows[0].state, "liked");
    EXPECT_EQ(rows[0].foundIn, "search: query");
    EXPECT_TRUE(rows[0].date);
    EXPECT_NEAR(rows[0].share.value_or(0), 1.0 / 9, 1e-6);
    EXPECT_NEAR(rows[1].share.value_or(0), 8.0 / 81, 1e-6);

    const auto ranked = now.recommend(now.profile(), 4, {});
    const std::vector<ExportRow> list = rankedRows(now, *ranked, "recommendations");
    ASSERT_EQ(list.size(), 4U);
    EXPECT_EQ(list[3].rank, 4U);
    EXPECT_EQ(list[3].list, "recommendations");
    EXPECT_EQ(list[3].score, (*ranked)[3].score);
}

} // namespace tw
