// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/library/taste_rows.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <thread>

#include <unistd.h>

namespace tw {

namespace {

std::vector<std::uint32_t> likes(const Library& library)
{
    std::vector<std::uint32_t> numbers;
    for (const ItemId item : library.history()->likes())
        numbers.push_back(item.value());
    return numbers;
}

using Numbers = std::vector<std::uint32_t>;

} // namespace

class LibraryTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Library::create(m_folder));
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 12)};
        const auto report = importFiles(m_folder, catalogFiles(files), {});
        ASSERT_TRUE(report) << report.error().detail;
    }

    std::unique_ptr<Library> open()
    {
        auto library = Library::open(m_folder, [this] { return m_now += std::chrono::seconds(1); });
        EXPECT_TRUE(library) << library.error().detail;
        return library ? std::move(*library) : nullptr;
    }
    static void like(Library& library, std::uint32_t item)
    {
        const auto event = library.append(Act::Liked, ItemId(item), Source::Search, "query");
        ASSERT_TRUE(event) << event.error().detail;
    }
    /// Everything the files of the library hold.
    std::string bytesOnDisk() const
    {
        std::string bytes;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder))
            bytes += readFile(entry.path()).value_or("");
        return bytes;
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "Films";
    TimePoint m_now = TimePoint(std::chrono::milliseconds(1'700'000'000'123));
};

TEST_F(LibraryTest, ExistsOpensAndIsMadeOnlyOnce)
{
    EXPECT_TRUE(Library::exists(m_folder));
    EXPECT_FALSE(Library::exists(m_temp / "none"));
    EXPECT_EQ(Library::open(m_temp / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(Library::create(m_folder).error().code, ErrorCode::AlreadyExists);
    const auto library = open();
    EXPECT_EQ(library->name(), "Films");
    EXPECT_EQ(library->catalog()->size(), 12U);
    EXPECT_EQ(Library::open(m_folder / "").value()->name(), "Films");
    EXPECT_FALSE(library->readOnly());
}

TEST_F(LibraryTest, AMakingBrokenOffLeavesNoLibrary)
{
    // A database whose tables were never committed: what a crash in the middle of create() leaves.
    const std::filesystem::path folder = m_temp / "broken";
    std::filesystem::create_directory(folder);
    ASSERT_TRUE(Database::open(databasePath(folder), Database::Mode::ReadWrite, Database::Durability::Full));
    EXPECT_FALSE(Library::exists(folder));
    EXPECT_EQ(Library::open(folder).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(Library::create(folder));
    EXPECT_TRUE(Library::exists(folder));
}

TEST_F(LibraryTest, OtherFilesAndNewerVersionsAreRefused)
{
    {
        auto database = Database::open(databasePath(m_folder), Database::Mode::ReadWrite, Database::Durability::Full);
        ASSERT_TRUE(database->setSchemaVersion(99));
        EXPECT_EQ(Library::open(m_folder).error().code, ErrorCode::Damaged) << "nothing but a number in the header";
        ASSERT_TRUE(database->execute("UPDATE identity SET schema = 99"));
    }
    EXPECT_EQ(Library::open(m_folder).error().code, ErrorCode::VersionTooNew);
    std::ofstream(databasePath(m_folder), std::ios::binary) << std::string(8192, 'x');
    EXPECT_EQ(Library::open(m_folder).error().code, ErrorCode::Damaged);
    EXPECT_TRUE(Library::exists(m_folder));
}

TEST_F(LibraryTest, ActsAreStoredWithAllTheyHold)
{
    {
        const auto library = open();
        const auto event = library->append(Act::Disliked, ItemId(3), Source::Explore, "gaussian");
        ASSERT_TRUE(event);
        EXPECT_GT(event->id, 0);
        EXPECT_EQ(event->time, m_now);
    }
    const auto library = open();
    ASSERT_EQ(library->history()->events().size(), 1U);
    const TasteEvent& event = library->history()->events()[0];
    EXPECT_EQ(event.act, Act::Disliked);
    EXPECT_EQ(event.item, ItemId(3));
    EXPECT_EQ(event.source, Source::Explore);
    EXPECT_EQ(event.sourceDetail, "gaussian");
    EXPECT_EQ(event.time.time_since_epoch().count(), 1'700'000'001'123);
    EXPECT_EQ(library->history()->state(ItemId(3)), ItemState::Disliked);
}

TEST_F(LibraryTest, UndoAndRedoReturnTheActAndSurviveReopening)
{
    {
        const auto library = open();
        like(*library, 1);
        like(*library, 2);
        EXPECT_EQ(library->undo()->item, ItemId(2));
        EXPECT_EQ(library->undo()->item, ItemId(1));
        EXPECT_EQ(library->undo().error().code, ErrorCode::NotFound);
        const auto redone = library->redo();
        EXPECT_EQ(redone->item, ItemId(1));
        EXPECT_EQ(redone->act, Act::Liked);
        EXPECT_EQ(likes(*library), (Numbers{1}));
    }
    const auto library = open();
    EXPECT_EQ(likes(*library), (Numbers{1}));
    EXPECT_EQ(library->redo()->item, ItemId(2));
    EXPECT_EQ(library->redo().error().code, ErrorCode::NotFound);
    EXPECT_EQ(likes(*library), (Numbers{1, 2}));
}

TEST_F(LibraryTest, UnknownItemsAndBareUndoneAreRefused)
{
    const auto library = open();
    for (const ItemId item : {ItemId(12), ItemId::invalid()})
        EXPECT_EQ(library->append(Act::Liked, item, Source::Unknown, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(library->append(Act::Undone, ItemId(1), Source::Unknown, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(library->history()->events().empty());
}

TEST_F(LibraryTest, TwoOpenLibrariesSeeEachOther)
{
    const auto first = open();
    const auto second = open();
    EXPECT_FALSE(first->refresh()->any());
    like(*second, 5);
    EXPECT_TRUE(likes(*first).empty());
    const auto changes = first->refresh();
    ASSERT_TRUE(changes);
    EXPECT_TRUE(changes->history);
    EXPECT_FALSE(changes->catalog);
    EXPECT_FALSE(changes->settings);
    EXPECT_EQ(likes(*first), (Numbers{5}));
    EXPECT_FALSE(first->refresh()->any());

    // An act of one's own picks up those of others, and refresh still tells of them.
    like(*second, 6);
    like(*first, 7);
    EXPECT_EQ(likes(*first), (Numbers{5, 6, 7}));
    EXPECT_TRUE(first->refresh()->history);
    EXPECT_FALSE(first->refresh()->any());
    // One's own acts alone are no news.
    like(*first, 8);
    EXPECT_FALSE(first->refresh()->any());
    // Undo takes back the last act, whoever did it.
    EXPECT_EQ(second->undo()->item, ItemId(8));
}

TEST_F(LibraryTest, ImportsAreSeenByOpenLibraries)
{
    const auto library = open();
    const auto before = library->catalog();
    const std::array files = {test::writeSmallCatalogue(m_temp / "more.jsonl", 20)};
    ASSERT_TRUE(importFiles(m_folder, catalogFiles(files), {}));
    like(*library, 19); // known to the database already
    const auto changes = library->refresh();
    EXPECT_TRUE(changes->catalog);
    EXPECT_EQ(library->catalog()->size(), 20U);
    EXPECT_EQ(before->size(), 12U);
}

TEST_F(LibraryTest, SettingsOfOthersAreNotOverwritten)
{
    const auto first = open();
    const auto second = open();
    LibrarySettings settings = first->settings();
    settings.activeSpace = "builtin";
    ASSERT_TRUE(first->store(settings));
    LibrarySettings stale = second->settings();
    stale.memory = 20;
    ASSERT_TRUE(second->store(stale));
    EXPECT_EQ(second->settings().activeSpace, "builtin");
    EXPECT_EQ(second->settings().memory, 20);
    EXPECT_TRUE(first->refresh()->settings);
    EXPECT_EQ(first->settings().memory, 20);
    EXPECT_EQ(open()->settings().memory, 20);
}

TEST_F(LibraryTest, SettingsOfNewerVersionsAreKept)
{
    auto store = LibraryStore::open(m_folder, Database::Mode::ReadWrite);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->database().execute("INSERT INTO settings VALUES('other', '42', 0)"));
    EXPECT_EQ(Library::open(m_folder).error().code, ErrorCode::Damaged) << "a row without its checksum";
    ASSERT_TRUE(store->database().execute("DELETE FROM settings WHERE name = 'other'"));
    ASSERT_TRUE(storeSettingRow(store->database(), {"of_the_future", "42"}));
    LibrarySettings settings;
    settings.memory = 3;
    ASSERT_TRUE(open()->store(settings));
    auto select = store->database().prepare("SELECT value FROM settings WHERE name = 'of_the_future'");
    ASSERT_TRUE(select->step().value());
    EXPECT_EQ(select->text(0), "42");
}

TEST_F(LibraryTest, ActsWaitForAnImportThatCopiesLongerThanADatabaseIsWaitedFor)
{
    const auto library = open();
    auto import = std::optional(lockLibrary(m_folder, "import").value());
    auto copying = Database::open(databasePath(m_folder), Database::Mode::ReadWrite, Database::Durability::Full).value();
    ASSERT_TRUE(copying.execute("BEGIN IMMEDIATE"));
    std::thread end([&copying] {
        std::this_thread::sleep_for(std::chrono::milliseconds(6500));
        EXPECT_TRUE(copying.execute("COMMIT"));
    });
    const auto event = library->append(Act::Liked, ItemId(1), Source::Search, {});
    end.join();
    EXPECT_TRUE(event) << event.error().detail;
    EXPECT_TRUE(isLibraryLocked(m_folder));
    import.reset();
    EXPECT_FALSE(isLibraryLocked(m_folder));
}

TEST_F(LibraryTest, ForgettingDeletesTheEventsAndTheirTraces)
{
    const auto library = open();
    const std::string secret = "a query nobody should find again";
    ASSERT_TRUE(library->append(Act::Liked, ItemId(1), Source::Search, secret));
    like(*library, 2);
    ASSERT_TRUE(library->append(Act::Disliked, ItemId(1), Source::Search, secret));
    ASSERT_TRUE(library->undo());
    ASSERT_TRUE(library->redo());
    EXPECT_THAT(bytesOnDisk(), testing::HasSubstr(secret));

    const std::array items = {ItemId(1)};
    ASSERT_TRUE(library->forget(items));
    ASSERT_EQ(library->history()->events().size(), 1U);
    EXPECT_EQ(likes(*library), (Numbers{2}));
    EXPECT_FALSE(library->history()->redoTarget());
    EXPECT_THAT(bytesOnDisk(), testing::Not(testing::HasSubstr(secret)));
    EXPECT_EQ(likes(*open()), (Numbers{2}));
    // Numbers of forgotten events are not given again.
    EXPECT_GT(library->append(Act::Liked, ItemId(3), Source::Search, {})->id, 5);
}

TEST_F(LibraryTest, ForgettingEverythingLeavesNothing)
{
    const auto library = open();
    ASSERT_TRUE(library->append(Act::Liked, ItemId(1), Source::Search, "a query nobody should find again"));
    ASSERT_TRUE(library->stepKeptProfile("s", std::vector<float>{0, 0}, std::vector<float>{1, 1}, 8));
    ASSERT_TRUE(library->forgetEverything());
    EXPECT_TRUE(library->history()->events().empty());
    EXPECT_FALSE(library->keptProfile("s").value());
    EXPECT_THAT(bytesOnDisk(), testing::Not(testing::HasSubstr("nobody should find")));
}

TEST_F(LibraryTest, WithoutKeptHistoryActsLeaveNoTrace)
{
    const auto library = open();
    like(*library, 1);
    ASSERT_TRUE(library->stopKeepingHistory({{"s", {1, 2}}}));
    EXPECT_FALSE(library->settings().keepHistory);
    EXPECT_TRUE(library->history()->events().empty());
    EXPECT_EQ(library->keptProfile("s").value(), (std::vector<float>{1, 2}));

    const auto event = library->append(Act::Liked, ItemId(2), Source::Search, "a query nobody should find again");
    ASSERT_TRUE(event);
    EXPECT_EQ(event->id, 0);
    EXPECT_TRUE(open()->history()->events().empty());
    EXPECT_THAT(bytesOnDisk(), testing::Not(testing::HasSubstr("nobody should find")));
    EXPECT_EQ(library->undo().error().code, ErrorCode::NotFound);

    ASSERT_TRUE(library->startKeepingHistory());
    EXPECT_TRUE(library->settings().keepHistory);
    EXPECT_FALSE(library->keptProfile("s").value());
    like(*library, 4);
    EXPECT_EQ(likes(*open()), (Numbers{4}));
}

TEST_F(LibraryTest, AnOpenWindowObeysTheSwitchOfAnother)
{
    const auto first = open();
    const auto second = open();
    ASSERT_TRUE(first->stopKeepingHistory({}));
    EXPECT_EQ(second->append(Act::Liked, ItemId(2), Source::Search, {})->id, 0);
    EXPECT_FALSE(second->settings().keepHistory);
    EXPECT_TRUE(second->refresh()->settings);
}

TEST_F(LibraryTest, KeptProfilesStepLikeTheMovingAverage)
{
    const auto library = open();
    const std::vector<float> start = {1, 0, -1};
    const std::vector<float> liked = {0, 1, 0};
    std::vector<float> expected = start;
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(library->stepKeptProfile("s", start, liked, 8));
        emaStep(expected, liked, 8);
        EXPECT_EQ(library->keptProfile("s").value(), expected);
    }
    // Another model's space by the same name begins anew.
    ASSERT_TRUE(library->stepKeptProfile("s", std::vector<float>{0, 0}, std::vector<float>{9, 18}, 8));
    EXPECT_EQ(library->keptProfile("s").value(), (std::vector<float>{1, 2}));
    EXPECT_FALSE(library->keptProfile("other").value());
}

TEST_F(LibraryTest, AReadOnlyLibraryCanBeLookedAtOnly)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "permissions do not bind root";
    {
        const auto library = open();
        like(*library, 1);
    }
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    const auto library = open();
    EXPECT_TRUE(library->readOnly());
    EXPECT_EQ(likes(*library), (Numbers{1}));
    EXPECT_EQ(library->append(Act::Liked, ItemId(2), Source::Search, {}).error().code, ErrorCode::LibraryReadOnly);
    EXPECT_EQ(library->undo().error().code, ErrorCode::LibraryReadOnly);
    EXPECT_EQ(library->store({}).error().code, ErrorCode::LibraryReadOnly);
    EXPECT_EQ(importFiles(m_folder, {}, {}).error().code, ErrorCode::LibraryReadOnly);
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all);
}

} // namespace tw
