// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/search/text_index.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <set>

namespace tw {

namespace {

/// Stops as soon as a stage is reported.
class StopAt final : public ProgressSink {
public:
    explicit StopAt(Stage stage) : m_stage(stage) {}
    void report(Stage stage, std::uint64_t, std::uint64_t) override
    {
        if (stage == m_stage)
            m_stop.request_stop();
    }
    TaskContext context() { return {m_stop.get_token(), this}; }
    bool stopped() const { return m_stop.stop_requested(); }

private:
    Stage m_stage;
    std::stop_source m_stop;
};

std::set<std::string> namesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

} // namespace

class ImportTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(Library::create(m_folder)); }

    ImportReport import(std::initializer_list<std::filesystem::path> files)
    {
        auto report = importFiles(m_folder, catalogFiles(std::vector(files)), {});
        EXPECT_TRUE(report) << report.error().detail;
        return report.value_or(ImportReport{});
    }
    std::shared_ptr<const Catalog> catalog() { return Library::open(m_folder).value()->catalog(); }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
};

TEST_F(ImportTest, CountsWhatItAddsUpdatesAndLeaves)
{
    const auto films = test::writeSmallCatalogue(m_temp / "films.jsonl", 10);
    const ImportReport first = import({films});
    EXPECT_EQ(first.read, 10U);
    EXPECT_EQ(first.added, 10U);
    const ImportReport again = import({films});
    EXPECT_EQ(again.unchanged, 10U);
    EXPECT_EQ(again.added + again.updated, 0U);
    const ImportReport more = import({test::writeSmallCatalogue(m_temp / "more.jsonl", 14, "second")});
    EXPECT_EQ(more.updated, 10U);
    EXPECT_EQ(more.added, 4U);
    EXPECT_EQ(catalog()->size(), 14U);
    EXPECT_EQ(catalog()->findKey("film-13"), ItemId(13));
}

TEST_F(ImportTest, SeveralFilesMergeByKeyIntoOneCatalogue)
{
    std::ofstream(m_temp / "a.csv") << "id,title,overview\nx1,First,A text.\nx2,Second,Another.\n";
    std::ofstream(m_temp / "b.csv") << "id,title,director\nx2,Second,Somebody\nx3,Third,Else\n";
    const ImportReport report = import({m_temp / "a.csv", m_temp / "b.csv"});
    EXPECT_EQ(report.added, 3U);
    EXPECT_EQ(report.updated, 1U);
    const auto items = catalog();
    ASSERT_EQ(items->size(), 3U);
    EXPECT_EQ(items->item(ItemId(1)).text, "Another.");
    EXPECT_EQ(items->item(ItemId(1)).directors, (std::vector<std::string>{"Somebody"}));
}

TEST_F(ImportTest, IdsStayWhenItemsAreUpdatedSoLikesStayToo)
{
    import({test::writeSmallCatalogue(m_temp / "films.jsonl", 10)});
    const auto library = Library::open(m_folder).value();
    ASSERT_TRUE(library->append(Act::Liked, ItemId(7), Source::Search, {}));
    import({test::writeSmallCatalogue(m_temp / "films.jsonl", 10, "second")});
    ASSERT_TRUE(library->refresh());
    EXPECT_EQ(library->history()->state(library->catalog()->findKey("film-7")), ItemState::Liked);
}

TEST_F(ImportTest, TheFullTextIsReadyAfterwards)
{
    import({test::writeSmallCatalogue(m_temp / "films.jsonl", 10)});
    const auto index = TextIndex::openOrBuild(textIndexPath(m_folder), *catalog(), {});
    ASSERT_TRUE(index);
    EXPECT_EQ((*index)->search("whale", 10, {})->size(), 3U); // films 1, 5 and 9
}

TEST_F(ImportTest, ACancelledImportChangesNothing)
{
    import({test::writeSmallCatalogue(m_temp / "films.jsonl", 10)});
    const std::vector files = {test::writeSmallCatalogue(m_temp / "more.jsonl", 3000, "second")};
    StopAt stop(Stage::Storing);
    const auto report = importFiles(m_folder, catalogFiles(files), stop.context());
    EXPECT_TRUE(stop.stopped());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(catalog()->size(), 10U);
    EXPECT_EQ(catalog()->item(ItemId(0)).extra.front().second, "first");
}

TEST_F(ImportTest, ABrokenFileAmongGoodOnesChangesNothing)
{
    const std::vector files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 10), m_temp / "missing.csv"};
    const auto report = importFiles(m_folder, catalogFiles(files), {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(catalog()->empty());
}

TEST_F(ImportTest, OnlyOneBigChangeAtATimeButActsGoOn)
{
    import({test::writeSmallCatalogue(m_temp / "films.jsonl", 10)});
    const auto lock = lockLibrary(m_folder, "embed");
    ASSERT_TRUE(lock);
    const auto report = importFiles(m_folder, {}, {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::LibraryBusy);
    EXPECT_THAT(report.error().detail, testing::HasSubstr("embed"));
    EXPECT_THAT(report.error().detail, testing::HasSubstr("tw_library_tests"));
    EXPECT_EQ(embedCatalogue(m_folder, {}, nullptr, {}).error().code, ErrorCode::LibraryBusy);
    EXPECT_EQ(removeSpace(m_folder, "builtin").error().code, ErrorCode::LibraryBusy);
    EXPECT_TRUE(Library::open(m_folder).value()->append(Act::Liked, ItemId(1), Source::Search, {}));
}

TEST_F(ImportTest, CreateLibraryMakesAllOfIt)
{
    const std::vector files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 30)};
    const auto report = createLibrary(m_temp / "new", catalogFiles(files), {});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->added, 30U);
    const auto library = Library::open(m_temp / "new").value();
    EXPECT_EQ(library->catalog()->size(), 30U);
    EXPECT_EQ(library->settings().activeSpace, "builtin");
    EXPECT_EQ(listSpaces(m_temp / "new").size(), 1U);
    EXPECT_EQ(namesIn(m_temp.path()), (std::set<std::string>{"L", "films.jsonl", "new"}));
    EXPECT_EQ(createLibrary(m_temp / "new", catalogFiles(files), {}).error().code, ErrorCode::AlreadyExists);
}

TEST_F(ImportTest, CreateLibraryThatFailsLeavesNothing)
{
    const std::vector missing = {m_temp / "missing.csv"};
    EXPECT_EQ(createLibrary(m_temp / "new", catalogFiles(missing), {}).error().code, ErrorCode::NotFound);
    const std::vector files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 30)};
    StopAt stop(Stage::Embedding);
    EXPECT_EQ(createLibrary(m_temp / "new", catalogFiles(files), stop.context()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(namesIn(m_temp.path()), (std::set<std::string>{"L", "films.jsonl"}));

    // In a folder that was there before, what was in it stays.
    std::filesystem::create_directory(m_temp / "mine");
    std::ofstream(m_temp / "mine" / "notes.txt") << "mine";
    EXPECT_EQ(createLibrary(m_temp / "mine", catalogFiles(missing), {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(namesIn(m_temp / "mine"), (std::set<std::string>{"notes.txt"}));
    EXPECT_TRUE(createLibrary(m_temp / "mine", catalogFiles(files), {}));
    EXPECT_TRUE(namesIn(m_temp / "mine").contains("notes.txt"));
}

TEST_F(ImportTest, CreateLibraryClearsWhatACrashLeft)
{
    std::filesystem::create_directories(m_temp / ".new.new" / "spaces" / "builtin");
    std::ofstream(m_temp / ".new.new" / "library.sqlite") << "half";
    const std::vector files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 30)};
    const auto report = createLibrary(m_temp / "new", catalogFiles(files), {});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_FALSE(std::filesystem::exists(m_temp / ".new.new"));
}

TEST_F(ImportTest, CreateLibraryInAFolderTakesNothingOfOthersAndTakesBackABrokenMove)
{
    const std::vector files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 30)};
    std::filesystem::create_directories(m_temp / "mine" / "imports");
    std::ofstream(m_temp / "mine" / "imports" / "wine.txt") << "mine";
    std::ofstream(m_temp / "bad.csv") << "title,year\n,1999\nGood,2000\n";
    const std::vector withReport = {files.front(), m_temp / "bad.csv"};
    EXPECT_EQ(createLibrary(m_temp / "mine", catalogFiles(withReport), {}).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(namesIn(m_temp / "mine"), (std::set<std::string>{"imports"}));
    EXPECT_TRUE(std::filesystem::exists(m_temp / "mine" / "imports" / "wine.txt"));

    // Killed while its parts were moved out: the spaces had arrived, the rest had not.
    const auto fresh = m_temp / "other" / ".tastewalk.new";
    std::filesystem::create_directories(fresh);
    std::filesystem::create_directories(m_temp / "other" / "spaces" / "builtin");
    std::ofstream(fresh / "moving.txt") << "spaces\nlibrary.sqlite\n";
    std::ofstream(fresh / "library.sqlite") << "half";
    const auto report = createLibrary(m_temp / "other", catalogFiles(files), {});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(Library::open(m_temp / "other").value()->catalog()->size(), 30U);
    EXPECT_FALSE(std::filesystem::exists(fresh));
}

} // namespace tw
