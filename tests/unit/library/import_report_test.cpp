// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/import_report.h"

#include "core/base/files.h"
#include "core/library/library_jobs.h"
#include "tests/support/temp_folder.h"

#include <fstream>

namespace tw {

namespace {

SkippedRecord skipped(std::string file, std::string detail)
{
    return {std::move(file), {}, 7, 9, SkipReason::NoTitle, std::move(detail)};
}

std::size_t entriesOf(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

class ImportReportTest : public testing::Test {
protected:
    test::TempFolder m_folder;
    std::filesystem::path m_target = m_folder / "imports" / "report.csv";
};

TEST_F(ImportReportTest, EveryRecordIsALine)
{
    ImportReportWriter writer(m_target);
    writer.skipped(skipped("films.csv", "no title"));
    writer.mended({"list.zip", "films.csv", 12, 0, Mending::DoubleEncoding, "title, text"});
    const auto published = writer.publish();
    ASSERT_TRUE(published) << published.error().detail;
    EXPECT_EQ(*published, m_target);
    EXPECT_EQ(readFile(m_target).value(), "file,row,line,what,detail\r\n"
                                          "films.csv,7,9,no_title,no title\r\n"
                                          "list.zip/films.csv,12,,double_encoding,\"title, text\"\r\n");
    EXPECT_EQ(entriesOf(m_folder / "imports"), 1U);
}

TEST_F(ImportReportTest, CellsAreInert)
{
    ImportReportWriter writer(m_target);
    writer.skipped(skipped("=cmd|' /C calc'!A0.csv", "\x1b]0;owned\x07-1+1\xe2\x80\xae\r\n@x"));
    ASSERT_TRUE(writer.publish());
    const std::string text = readFile(m_target).value();
    EXPECT_THAT(text, testing::HasSubstr("\"'=cmd|"));
    EXPECT_THAT(text, testing::HasSubstr("\"'-1+1"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("\x1b")));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("\xe2\x80\xae")));
}

TEST_F(ImportReportTest, NothingIsMadeForNothing)
{
    ImportReportWriter writer(m_target);
    EXPECT_TRUE(writer.publish().value().empty());
    EXPECT_FALSE(std::filesystem::exists(m_folder / "imports"));
}

TEST_F(ImportReportTest, WithoutPublishingNothingStays)
{
    {
        ImportReportWriter writer(m_target);
        writer.skipped(skipped("films.csv", ""));
        EXPECT_TRUE(std::filesystem::exists(m_folder / "imports"));
    }
    EXPECT_FALSE(std::filesystem::exists(m_folder / "imports"));
}

TEST_F(ImportReportTest, ItEndsBeforeItFillsTheDisk)
{
    ImportReportWriter writer(m_target);
    for (std::uint64_t i = 0; i < kMaxReportLines + 5; ++i)
        writer.skipped({"f", {}, i + 1, 0, SkipReason::NoTitle, {}});
    ASSERT_TRUE(writer.publish());
    const std::string text = readFile(m_target).value();
    EXPECT_EQ(static_cast<std::uint64_t>(std::ranges::count(text, '\n')), kMaxReportLines + 2);
    EXPECT_TRUE(text.ends_with(",,,more,5 more records are not listed\r\n"));
}

TEST_F(ImportReportTest, WhatCannotBeWrittenIsSaid)
{
    std::ofstream(m_folder / "imports") << "a file where the folder should be";
    ImportReportWriter writer(m_target);
    writer.skipped(skipped("films.csv", ""));
    EXPECT_EQ(writer.status().error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(writer.publish().error().code, ErrorCode::FileUnwritable);
}

TEST_F(ImportReportTest, TheNewestTwentyAreKept)
{
    std::filesystem::create_directory(m_folder / "imports");
    const auto now = std::filesystem::file_time_type::clock::now();
    for (int i = 0; i < 25; ++i) {
        const auto path = m_folder / "imports" / fmt::format("import-2026-01-01-0000{:02}.csv", i);
        std::ofstream(path) << i;
        std::filesystem::last_write_time(path, now + std::chrono::seconds(i));
    }
    std::ofstream(m_folder / "imports" / ".unfinished-import-x.csv") << "of one that was killed";
    std::ofstream(m_folder / "imports" / "notes.txt") << "mine";
    tidyImportReports(m_folder.path());
    EXPECT_EQ(entriesOf(m_folder / "imports"), kReportsKept + 1);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "imports" / "import-2026-01-01-000004.csv"));
    EXPECT_TRUE(std::filesystem::exists(m_folder / "imports" / "import-2026-01-01-000005.csv"));
    EXPECT_TRUE(std::filesystem::exists(m_folder / "imports" / "notes.txt"));
}

TEST_F(ImportReportTest, IsSavedWhereAPersonWantsIt)
{
    ImportReport report;
    report.counts.add(skipped("films.csv", "listed"));
    ASSERT_TRUE(saveImportReport(report, m_folder / "mine.csv"));
    EXPECT_THAT(readFile(m_folder / "mine.csv").value(), testing::HasSubstr("films.csv,7,9,no_title,listed\r\n"));

    std::ofstream(m_folder / "complete.csv") << "complete";
    report.reportFile = m_folder / "complete.csv";
    ASSERT_TRUE(saveImportReport(report, m_folder / "mine.csv"));
    EXPECT_EQ(readFile(m_folder / "mine.csv").value(), "complete");
}

} // namespace tw
