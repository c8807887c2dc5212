// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/history_backup.h"

#include "core/base/files.h"
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/session.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

namespace tw {

class HistoryBackupTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Library::create(m_folder));
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 20)};
        ASSERT_TRUE(importFiles(m_folder, catalogFiles(files), {}));
    }
    std::unique_ptr<Library> open() const
    {
        return Library::open(m_folder, [this] { return m_now; }).value();
    }
    void like(std::uint32_t item) const
    {
        ASSERT_TRUE(open()->append(Act::Liked, ItemId(item), Source::Search, "whale"));
    }
    void nextDay() { m_now += std::chrono::days(1); }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto& file : historyBackups(m_folder))
            names.push_back(file.filename().string());
        return names;
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    TimePoint m_now{std::chrono::sys_days(std::chrono::year(2026) / 3 / 30)};
};

TEST_F(HistoryBackupTest, OneADayWhenSomethingHasChangedAndTheLastThreeStay)
{
    open();
    EXPECT_THAT(names(), testing::IsEmpty()) << "there is no history yet";
    for (std::uint32_t day = 0; day < 5; ++day) {
        like(2 * day);
        like(2 * day + 1);
        open();
        nextDay();
    }
    // The first like of a day is made in a library opened before it.
    EXPECT_THAT(names(), testing::ElementsAre("history-2026-04-03-8.json", "history-2026-04-02-6.json",
                                              "history-2026-04-01-4.json"));
    open();
    EXPECT_EQ(names().front(), "history-2026-04-04-10.json");
    nextDay();
    open();
    EXPECT_EQ(names().front(), "history-2026-04-04-10.json") << "nothing has changed since";
    EXPECT_EQ(names().size(), 3U);
}

TEST_F(HistoryBackupTest, HoldsAllThatIsNeededToRestoreTheActs)
{
    like(3);
    {
        const auto library = open();
        ASSERT_TRUE(library->append(Act::Disliked, ItemId(4), Source::CommandLine, {}));
        ASSERT_TRUE(library->undo());
    }
    nextDay();
    const auto library = open();
    const auto acts = readHistoryBackup(historyBackups(m_folder).front());
    ASSERT_TRUE(acts) << acts.error().detail;
    ASSERT_EQ(acts->size(), 3U);
    EXPECT_EQ(acts->at(0).key, "film-3");
    EXPECT_EQ(acts->at(0).title, "Film 3");
    EXPECT_EQ(acts->at(0).year, 1953);
    EXPECT_EQ(acts->at(0).event.sourceDetail, "whale");
    for (std::size_t i = 0; i < 3; ++i) {
        const TasteEvent& stored = library->history()->events()[i];
        EXPECT_EQ(acts->at(i).event.id, stored.id);
        EXPECT_EQ(acts->at(i).event.time, stored.time);
        EXPECT_EQ(acts->at(i).event.act, stored.act);
        EXPECT_EQ(acts->at(i).event.target, stored.target);
        EXPECT_EQ(acts->at(i).event.item, stored.item);
    }
}

TEST_F(HistoryBackupTest, DamageIsNoticed)
{
    like(3);
    open();
    const auto file = historyBackups(m_folder).front();
    const std::string good = readFile(file).value();
    for (std::size_t at = 0; at < good.size(); at += 7) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 4);
        ASSERT_TRUE(writeFileAtomically(file, bad));
        const auto read = readHistoryBackup(file);
        // A changed blank between the values changes nothing.
        EXPECT_TRUE(!read || read->front().key == "film-3") << at;
    }
    ASSERT_TRUE(writeFileAtomically(file, good.substr(0, good.size() / 2)));
    EXPECT_EQ(readHistoryBackup(file).error().code, ErrorCode::Damaged);
}

TEST_F(HistoryBackupTest, ForgettingReachesTheBackups)
{
    for (std::uint32_t day = 0; day < 4; ++day) {
        like(day);
        nextDay();
    }
    const auto library = open();
    ASSERT_EQ(names().size(), 3U);
    const std::array items = {ItemId(1)};
    ASSERT_TRUE(library->forget(items));
    ASSERT_EQ(names().size(), 1U);
    const auto acts = readHistoryBackup(historyBackups(m_folder).front()).value();
    EXPECT_EQ(acts.size(), 3U);
    EXPECT_TRUE(std::ranges::none_of(acts, [](const BackedUpAct& act) { return act.key == "film-1"; }));
    ASSERT_TRUE(library->forgetEverything());
    EXPECT_THAT(names(), testing::IsEmpty());
}

TEST_F(HistoryBackupTest, AWindowLeftOpenMakesOneWhenTheDayChanges)
{
    const auto library = open();
    ASSERT_TRUE(library->append(Act::Liked, ItemId(1), Source::Search, {}));
    ASSERT_TRUE(library->refresh());
    EXPECT_THAT(names(), testing::ElementsAre("history-2026-03-30-1.json")) << "the first of all";
    ASSERT_TRUE(library->append(Act::Liked, ItemId(4), Source::Search, {}));
    ASSERT_TRUE(library->refresh());
    EXPECT_EQ(names().size(), 1U) << "the day is the same";
    nextDay();
    ASSERT_TRUE(library->refresh());
    EXPECT_THAT(names(), testing::ElementsAre("history-2026-03-31-2.json", "history-2026-03-30-1.json"));
    ASSERT_TRUE(library->append(Act::Liked, ItemId(2), Source::Search, {}));
    ASSERT_TRUE(library->refresh());
    EXPECT_EQ(names().size(), 2U);
    // Another's act this library has not seen yet when the day changes: the next look makes the copy.
    like(3);
    nextDay();
    ASSERT_TRUE(library->refresh());
    ASSERT_TRUE(library->refresh());
    EXPECT_EQ(names().front(), "history-2026-04-01-4.json");
}

TEST_F(HistoryBackupTest, ForgettingReachesDatabasesThatWerePutAside)
{
    like(1);
    const std::filesystem::path database = m_folder / "library.sqlite";
    const std::filesystem::path aside = database.string() + ".bad-2026-03-30";
    const std::filesystem::path another = m_temp / "another name";
    ASSERT_TRUE(writeFileAtomically(aside, "an old secret"));
    std::filesystem::create_hard_link(aside, another);
    ASSERT_TRUE(writeFileAtomically(database.string() + "-wal.bad-2026-03-30", "an old secret"));
    ASSERT_TRUE(writeFileAtomically(m_folder / "embeddings.sqlite.bad-2026-03-30", "vectors"));
    // What a killed rescue leaves: a second name of the database itself.
    std::filesystem::create_hard_link(database, aside.string() + "-2");
    const std::array items = {ItemId(1)};
    ASSERT_TRUE(open()->forget(items));
    EXPECT_FALSE(std::filesystem::exists(aside));
    EXPECT_FALSE(std::filesystem::exists(aside.string() + "-2"));
    EXPECT_FALSE(std::filesystem::exists(database.string() + "-wal.bad-2026-03-30"));
    EXPECT_TRUE(std::filesystem::exists(m_folder / "embeddings.sqlite.bad-2026-03-30")) << "no acts are in there";
    EXPECT_EQ(readFile(another).value(), std::string(13, '\0')) << "overwritten, not only unlinked";
    EXPECT_EQ(open()->catalog()->size(), 20U);
}

TEST_F(HistoryBackupTest, WithoutKeptHistoryThereIsNoBackup)
{
    like(1);
    const auto library = open();
    ASSERT_EQ(names().size(), 1U);
    ASSERT_TRUE(library->stopKeepingHistory({}));
    EXPECT_THAT(names(), testing::IsEmpty());
    nextDay();
    open();
    EXPECT_THAT(names(), testing::IsEmpty());
}

TEST_F(HistoryBackupTest, AFolderThatCannotBeWrittenKeepsNobodyOut)
{
    like(1);
    std::filesystem::remove_all(m_folder / "backups");
    ASSERT_TRUE(writeFileAtomically(m_folder / "backups", "in the way"));
    EXPECT_EQ(open()->history()->likes().size(), 1U);
    EXPECT_EQ(open()->forgetEverything().error().code, ErrorCode::FileUnwritable)
        << "what may still lie there can't be removed";
}

} // namespace tw
