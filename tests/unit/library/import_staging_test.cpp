// SPDX-License-Identifier: GPL-3.0-or-later
// What an import leaves behind: another thing under a known key, the state after a cancelled or failed one, its files.
#include "core/base/files.h"
#include "core/library/import_report.h"
#include "core/library/library.h"
#include "core/library/library_facts.h"
#include "core/library/library_jobs.h"
#include "core/library/library_store.h"
#include "core/library/same_thing.h"
#include "tests/support/library_state.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_data.h"

#include <zlib.h>

#include <fstream>
#include <set>

namespace tw {

namespace {

/// Stops at the nth report of a stage.
class StopAt final : public ProgressSink {
public:
    explicit StopAt(Stage stage, int reports = 1) : m_stage(stage), m_left(reports) {}
    void report(Stage stage, std::uint64_t, std::uint64_t) override
    {
        if (stage == m_stage && --m_left <= 0)
            m_stop.request_stop();
    }
    TaskContext context() { return {m_stop.get_token(), this}; }

private:
    Stage m_stage;
    int m_left;
    std::stop_source m_stop;
};

std::set<std::string> filesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        names.insert(entry.path().lexically_relative(folder));
    return names;
}

} // namespace

class ImportStagingTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(Library::create(m_folder)); }

    std::filesystem::path file(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_temp / name) << content;
        return m_temp / name;
    }
    ImportReport import(std::vector<std::filesystem::path> files)
    {
        auto report = importFiles(m_folder, catalogFiles(files), {});
        EXPECT_TRUE(report) << report.error().detail;
        return report.value_or(ImportReport{});
    }
    /// key → title
    std::map<std::string, std::string> titles() const
    {
        std::map<std::string, std::string> found;
        const auto library = Library::open(m_folder).value();
        for (const Item& item : library->catalog()->items())
            found.emplace(item.key, item.title);
        return found;
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    const std::filesystem::path m_movieLens = file("movielens.csv", "movieId,title,genres\n"
                                                                    "1,Toy Story (1995),Animation\n"
                                                                    "2,Jumanji (1995),Adventure\n"
                                                                    "3,Heat (1995),Crime\n");
    const std::filesystem::path m_kinopoisk = file("kinopoisk.csv", "id,title,year,description\n"
                                                                    "1,Сталкер,1979,Зона.\n"
                                                                    "2,Jumanji,1996,Игра.\n"
                                                                    "4,Солярис,1972,Океан.\n");
};

TEST_F(ImportStagingTest, AnotherThingUnderAKnownKeyTakesAKeyOfItsOwn)
{
    import({m_movieLens});
    const ImportReport second = import({m_kinopoisk});
    EXPECT_EQ(second.added, 2U);
    EXPECT_EQ(second.updated, 1U) << "Jumanji is Jumanji, a year apart";
    EXPECT_EQ(second.rekeyed, 1U);
    EXPECT_EQ(titles(), (std::map<std::string, std::string>{
                            {"1", "Toy Story"}, {"1-2", "Сталкер"}, {"2", "Jumanji"}, {"3", "Heat"}, {"4", "Солярис"}}));
}

TEST_F(ImportStagingTest, ItIsFoundAgainWhenTheFilesComeAgainInAnyOrder)
{
    import({m_movieLens, m_kinopoisk});
    const auto before = titles();
    for (const auto& files : {std::vector{m_kinopoisk}, std::vector{m_movieLens}}) {
        const ImportReport again = import(files);
        EXPECT_EQ(again.added, 0U);
        EXPECT_EQ(titles(), before);
    }
    // Both at once, the other way round. Jumanji's year goes to and fro; nothing else changes.
    const ImportReport both = import({m_kinopoisk, m_movieLens});
    EXPECT_EQ(both.added, 0U);
    EXPECT_EQ(both.unchanged, 4U);
    EXPECT_EQ(titles(), before);
}

TEST_F(ImportStagingTest, WhoComesFirstHasTheKey)
{
    import({m_kinopoisk, m_movieLens});
    EXPECT_EQ(titles().at("1"), "Сталкер");
    EXPECT_EQ(titles().at("1-2"), "Toy Story");
    import({m_movieLens});
    import({m_kinopoisk});
    EXPECT_EQ(titles().size(), 5U);
}

TEST_F(ImportStagingTest, ThreeThingsUnderOneKeyAndAKeyThatLooksLikeACopy)
{
    import({file("a.csv", "id,title,year,overview\n7,First,1901,a\n"), file("b.csv", "id,title,year,overview\n7,Second,1902,b\n"),
            file("c.csv", "id,title,year,overview\n7,Third,1903,c\n7-2,Fourth,1904,d\n")});
    const std::map<std::string, std::string> expected = {
        {"7", "First"}, {"7-2", "Second"}, {"7-3", "Third"}, {"7-2-2", "Fourth"}};
    EXPECT_EQ(titles(), expected);
    EXPECT_EQ(import({m_temp / "c.csv", m_temp / "b.csv", m_temp / "a.csv"}).unchanged, 4U);
    EXPECT_EQ(titles(), expected);
}

TEST_F(ImportStagingTest, AKeyGivenToEverythingEnds)
{
    std::string rows = "id,title,year\n";
    for (int i = 0; i < 200; ++i)
        rows += fmt::format("1,Film {},{}\n", i, 1880 + i % 140);
    import({file("same.csv", rows)});
    EXPECT_LE(titles().size(), static_cast<std::size_t>(kMaxKeyCopies));
    EXPECT_GT(titles().size(), 50U);
}

TEST_F(ImportStagingTest, ItemsWithoutTextAreCounted)
{
    EXPECT_EQ(import({m_movieLens}).withoutText, 3U);
    EXPECT_EQ(import({m_movieLens}).withoutText, 0U) << "nothing was added or changed";
    const auto texts = file("texts.csv", "id,title,overview,tagline\n2,Jumanji,A game.,\n3,Heat,,A Los Angeles crime saga\n");
    EXPECT_EQ(import({texts}).withoutText, 0U);
    std::filesystem::remove_all(m_folder);
    ASSERT_TRUE(Library::create(m_folder));
    EXPECT_EQ(import({m_movieLens, texts}).withoutText, 1U) << "what a later file adds counts";
}

TEST_F(ImportStagingTest, TheReportIsCompleteAndInTheLibrary)
{
    std::string rows = "id,title,overview\n";
    for (int i = 0; i < 1500; ++i)
        rows += fmt::format("{},,no title\n", i);
    rows += "x,Good,A text.\n";
    const ImportReport report = import({file("bad.csv", rows)});
    EXPECT_EQ(report.read, 1501U);
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.counts.skippedCount(), 1500U);
    EXPECT_EQ(report.counts.skippedByReason.at(SkipReason::NoTitle), 1500U);
    EXPECT_EQ(report.counts.skipped.size(), ReadCounts::kMaxListed);
    ASSERT_FALSE(report.reportFile.empty());
    EXPECT_EQ(report.reportFile.parent_path(), m_folder / "imports");
    const std::string text = readFile(report.reportFile).value();
    EXPECT_EQ(std::ranges::count(text, '\n'), 1501);
    EXPECT_THAT(text, testing::HasSubstr(",1500,"));
    EXPECT_TRUE(import({m_movieLens}).reportFile.empty());
    for (int i = 0; i < 25; ++i)
        import({m_temp / "bad.csv"});
    EXPECT_EQ(filesIn(m_folder / "imports").size(), kReportsKept);
}

TEST_F(ImportStagingTest, ACancelledImportLeavesTheLibraryBitForBit)
{
    import({m_movieLens});
    const std::string before = test::dumpDatabase(m_folder);
    const auto files = filesIn(m_folder);
    std::string rows = "id,title,year\n";
    for (int i = 0; i < 3000; ++i)
        rows += i % 10 == 0 ? ",,\n" : fmt::format("{},Film {},{}\n", i, i, 1900 + i % 100);
    const std::vector many = {file("many.csv", rows)};
    for (const auto& [stage, reports] : {std::pair(Stage::Reading, 1), std::pair(Stage::Reading, 6),
                                         std::pair(Stage::Storing, 1), std::pair(Stage::Storing, 5)}) {
        StopAt stop(stage, reports);
        const auto report = importFiles(m_folder, catalogFiles(many), stop.context());
        ASSERT_FALSE(report) << static_cast<int>(stage) << " " << reports;
        EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
        EXPECT_EQ(filesIn(m_folder), files);
        EXPECT_EQ(test::dumpDatabase(m_folder), before);
    }
    EXPECT_TRUE(importFiles(m_folder, catalogFiles(many), {}));
    EXPECT_NE(test::dumpDatabase(m_folder), before) << "the comparison sees nothing";
}

TEST_F(ImportStagingTest, AFileThatCannotBeReadToItsEndChangesNothing)
{
    import({m_movieLens});
    const std::string before = test::dumpDatabase(m_folder);
    const auto files = filesIn(m_folder);
    std::string rows = "id,title,year\n";
    for (int i = 0; i < 3000; ++i)
        rows += i % 10 == 0 ? ",,\n" : fmt::format("{},Film {},{}\n", i, i, 1900 + i % 100);
    const std::vector broken = {file("many.csv", rows), m_temp / "missing.csv"};
    EXPECT_EQ(importFiles(m_folder, catalogFiles(broken), {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(filesIn(m_folder), files);
    EXPECT_EQ(test::dumpDatabase(m_folder), before);
}

TEST_F(ImportStagingTest, FilesReadInDifferentWaysAreOneImport)
{
    import({m_movieLens});
    const std::string before = test::dumpDatabase(m_folder);
    const auto there = filesIn(m_folder);
    std::string rows = "title,year\n";
    for (int i = 0; i < 3000; ++i)
        rows += fmt::format("Film {},{}\n", i, 1900 + i % 100);
    const auto first = file("first.csv", "title,year\n\xD1\xEE\xEB\xFF\xF0\xE8\xF1,1972\n,1973\n");
    const ReadOptions cyrillic{.columns = {}, .encoding = "Windows-1251"};
    // Gzip that is cut off is found when its end is reached, long after the first file.
    const auto whole = m_temp / "whole.csv.gz";
    gzFile packed = ::gzopen(whole.c_str(), "wb");
    EXPECT_EQ(::gzwrite(packed, rows.data(), static_cast<unsigned>(rows.size())), static_cast<int>(rows.size()));
    ::gzclose(packed);
    const auto cut = m_temp / "cut.csv.gz";
    std::filesystem::copy_file(whole, cut);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) - 12);
    const auto failed = importFiles(m_folder, std::vector<CatalogFile>{{first, cyrillic}, cut}, {});
    EXPECT_EQ(failed.error().code, ErrorCode::FormatBroken);
    EXPECT_EQ(test::dumpDatabase(m_folder), before);
    EXPECT_EQ(filesIn(m_folder), there);

    const auto bad = file("bad.csv", "work,title\n,9\n");
    const ReadOptions byHand{.columns = {{"work", Field::Title}}, .encoding = {}};
    const std::vector<CatalogFile> all = {{first, cyrillic}, whole, {bad, byHand}};
    const auto done = importFiles(m_folder, all, {});
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->added, 3001U);
    EXPECT_EQ(done->counts.skippedByReason.at(SkipReason::NoTitle), 2U);
    const std::string list = readFile(done->reportFile).value();
    EXPECT_THAT(list, testing::HasSubstr("first.csv"));
    EXPECT_THAT(list, testing::HasSubstr("bad.csv"));
    std::set<std::string> stored;
    for (const auto& [key, title] : titles())
        stored.insert(title);
    EXPECT_TRUE(stored.contains("Солярис"));
    EXPECT_TRUE(stored.contains("Film 2999"));
}

TEST_F(ImportStagingTest, WhatAKilledImportLeftIsSwept)
{
    import({m_movieLens});
    const auto files = filesIn(m_folder);
    std::filesystem::create_directory(m_folder / "imports");
    for (const char* left : {"import.sqlite", "import.sqlite-journal", "imports/.unfinished-import-x.csv"})
        std::ofstream(m_folder / left) << "half";
    const ImportReport again = import({m_movieLens});
    EXPECT_EQ(again.unchanged, 3U);
    auto expected = files;
    expected.insert("imports");
    EXPECT_EQ(filesIn(m_folder), expected);
}

TEST_F(ImportStagingTest, TryingTellsTheSameAndTouchesNothing)
{
    import({m_movieLens});
    const std::string before = test::dumpDatabase(m_folder);
    const auto files = filesIn(m_folder);
    const auto inLibrary = readFile(databasePath(m_folder)).value();
    const std::vector both = {m_kinopoisk, file("bad.csv", "id,title\n9,\n")};
    const auto tried = tryImport(m_folder, catalogFiles(both), {}, m_temp / "report.csv");
    ASSERT_TRUE(tried) << tried.error().detail;
    EXPECT_EQ(filesIn(m_folder), files);
    EXPECT_EQ(readFile(databasePath(m_folder)).value(), inLibrary);
    EXPECT_EQ(test::dumpDatabase(m_folder), before);
    EXPECT_THAT(readFile(m_temp / "report.csv").value(), testing::HasSubstr("no_title"));

    const ImportReport done = import(both);
    EXPECT_EQ(tried->read, done.read);
    EXPECT_EQ(tried->added, done.added);
    EXPECT_EQ(tried->updated, done.updated);
    EXPECT_EQ(tried->unchanged, done.unchanged);
    EXPECT_EQ(tried->rekeyed, done.rekeyed);
    EXPECT_EQ(tried->counts.skippedByReason, done.counts.skippedByReason);

    const auto nowhere = tryImport(m_temp / "nowhere", catalogFiles(both), {});
    ASSERT_TRUE(nowhere);
    EXPECT_EQ(nowhere->added, 3U);
    EXPECT_TRUE(nowhere->reportFile.empty());
    EXPECT_FALSE(std::filesystem::exists(m_temp / "nowhere"));
}

TEST_F(ImportStagingTest, FactsAreThereWithoutTheCatalogue)
{
    import({m_movieLens});
    ASSERT_TRUE(Library::open(m_folder).value()->append(Act::Liked, ItemId(1), Source::Search, {}));
    const auto facts = libraryFacts(m_folder);
    ASSERT_TRUE(facts) << facts.error().detail;
    EXPECT_EQ(facts->items, 3U);
    EXPECT_EQ(facts->likes, 1U);
    EXPECT_EQ(facts->activeSpace, "");
    EXPECT_EQ(libraryFacts(m_temp / "nowhere").error().code, ErrorCode::NotFound);
}

TEST_F(ImportStagingTest, AMoviesNumberIsNoReasonToMixTwoCatalogues)
{
    TW_REQUIRE_TEST_DATA(movieLens, "ml-latest-small/movies.csv");
    import({movieLens});
    const std::size_t items = titles().size();
    import({m_kinopoisk});
    EXPECT_EQ(titles().at("1"), "Toy Story");
    EXPECT_EQ(titles().at("1-2"), "Сталкер");
    EXPECT_EQ(titles().size(), items + 2) << "Сталкер and Солярис; Jumanji is there";
    EXPECT_EQ(import({movieLens}).added, 0U);
    EXPECT_EQ(import({m_kinopoisk}).added, 0U);
}

} // namespace tw
