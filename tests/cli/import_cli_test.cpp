// SPDX-License-Identifier: GPL-3.0-or-later
// What `import` and `new` promise in docs/cli.md: looking without touching, encodings, columns, reports, inert output.
#include "core/base/files.h"
#include "tests/cli/tool.h"
#include "tests/support/child_process.h"
#include "tests/support/library_state.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_data.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace tw::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class ImportCli : public ::testing::Test {
protected:
    std::string file(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_temp / name, std::ios::binary) << content;
        return m_temp / name;
    }
    ToolRun run(std::vector<std::string> arguments) const { return runTool(m_library, std::move(arguments)); }
    ToolRun json(std::vector<std::string> arguments) const
    {
        arguments.push_back("--json");
        return run(std::move(arguments));
    }
    void makeLibrary() const
    {
        const ToolRun made = run({"new", "--no-embed", "--catalogue", writeSmallCatalogue(m_temp / "films.jsonl", 20)});
        ASSERT_EQ(made.exitCode, 0) << made.err;
    }
    std::string firstTitle(const std::string& name, std::vector<std::string> options = {}) const
    {
        std::vector<std::string> arguments = {"import", "--dry-run", m_temp / name};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Json answer = json(arguments).json();
        return answer["files"].asArray().at(0)["first_items"].asArray().at(0)["title"].asString();
    }

    TempFolder m_temp;
    std::filesystem::path m_library = m_temp / "films";
    const std::string m_dirty = file("dirty.csv", "Film;Released;Story;Rating\n"
                                                  "Alpha;1999;A story of a goat.;7\n"
                                                  ";2000;Nameless;8\n"
                                                  "Beta;2001;;9\n");
};

TEST_F(ImportCli, aDryRunShowsTheFileAndTouchesNothing)
{
    makeLibrary();
    const std::string before = dumpDatabase(m_library);
    const ToolRun dry = json({"import", "--dry-run", "--map", "Film=title", "--map", "Story=text", m_dirty});
    ASSERT_EQ(dry.exitCode, 0) << dry.err;
    const Json answer = dry.json();
    EXPECT_TRUE(answer["dry_run"].asBool());
    EXPECT_EQ(answer["read"].asInteger(), 3);
    EXPECT_EQ(answer["added"].asInteger(), 2);
    EXPECT_EQ(answer["skipped"].asInteger(), 1);
    EXPECT_EQ(answer["without_text"].asInteger(), 1);
    EXPECT_EQ(answer["skipped_by_reason"]["no_title"].asInteger(), 1);
    EXPECT_EQ(answer["first_skipped"].asArray().at(0)["row"].asInteger(), 2);
    EXPECT_EQ(answer["first_skipped"].asArray().at(0)["line"].asInteger(), 3);
    const Json& looked = answer["files"].asArray().at(0);
    EXPECT_EQ(looked["format"].asString(), "csv");
    EXPECT_EQ(looked["separator"].asString(), ";");
    EXPECT_EQ(looked["encoding"].asString(), "UTF-8");
    EXPECT_EQ(looked["compression"].asString(), "");
    ASSERT_EQ(looked["columns"].asArray().size(), 4U);
    EXPECT_EQ(looked["columns"].asArray()[2]["field"].asString(), "text");
    EXPECT_TRUE(looked["columns"].asArray()[3]["field"].isNull());
    EXPECT_EQ(looked["columns"].asArray()[0]["samples"].asArray().at(0).asString(), "Alpha");
    EXPECT_THAT(looked["example_text"].asString(), HasSubstr("A story of a goat."));
    EXPECT_EQ(looked["first_items"].asArray().at(1)["title"].asString(), "Beta");
    EXPECT_EQ(dumpDatabase(m_library), before);

    const ToolRun text = run({"import", "--dry-run", "--map", "Film=title", m_dirty});
    for (const char* part : {"csv", "UTF-8", "Film", "title", "Alpha", "2 added", "no_title", "row 2", "dry run"})
        EXPECT_THAT(text.out, HasSubstr(part));
}

TEST_F(ImportCli, aDryRunNeedsNoLibraryAndMakesNone)
{
    EXPECT_EQ(json({"new", "--dry-run", "--map", "Film=title", "--catalogue", m_dirty}).json()["added"].asInteger(), 2);
    EXPECT_EQ(json({"import", "--dry-run", "--map", "Film=title", m_dirty}).exitCode, 0);
    EXPECT_FALSE(std::filesystem::exists(m_library));
}

TEST_F(ImportCli, aDryRunOfWhatCannotBeImportedShowsTheColumnsAndFails)
{
    const std::string odd = file("odd.csv", "aaa,bbb\n1,2\n");
    const ToolRun dry = json({"import", "--dry-run", odd});
    EXPECT_EQ(dry.exitCode, 1);
    EXPECT_FALSE(dry.json()["files"].asArray().at(0)["has_title"].asBool(true));
    EXPECT_EQ(dry.json()["files"].asArray().at(0)["columns"].asArray().size(), 2U);
    EXPECT_EQ(dry.errorJson()["error"]["code"].asString(), "no_title_column");
}

TEST_F(ImportCli, anEncodingCanBeNamed)
{
    // "Сталкер" in Windows-1251, and the same bytes read as KOI8-R.
    file("cp1251.csv", "title,year\n\xD1\xF2\xE0\xEB\xEA\xE5\xF0,1979\n");
    EXPECT_EQ(firstTitle("cp1251.csv", {"--encoding", "Windows-1251"}), "Сталкер");
    EXPECT_NE(firstTitle("cp1251.csv", {"--encoding", "KOI8-R"}), "Сталкер");
    EXPECT_EQ(firstTitle("cp1251.csv", {"--encoding", "windows-1251"}), "Сталкер") << "in any case";
    EXPECT_EQ(run({"import", "--encoding", "nonsense", m_temp / "cp1251.csv"}).exitCode, 2);
}

TEST_F(ImportCli, doubleEncodingIsRepairedUnlessItShallStay)
{
    file("double.csv", "title,overview\nAm\xC3\x83\xC2\xA9lie,A waitress\n");
    EXPECT_EQ(firstTitle("double.csv"), "Amélie");
    EXPECT_EQ(firstTitle("double.csv", {"--keep-double-encoding"}), "Am\xC3\x83\xC2\xA9lie");
}

TEST_F(ImportCli, theReportIsKeptAndSavedWhereOneWants)
{
    makeLibrary();
    const ToolRun imported =
        json({"import", "--no-embed", "--map", "Film=title", "--report", m_temp / "mine.csv", m_dirty});
    ASSERT_EQ(imported.exitCode, 0) << imported.err;
    const Json answer = imported.json();
    EXPECT_EQ(answer["items"].asInteger(), 22);
    EXPECT_EQ(answer["imported"].asInteger(), 2);
    EXPECT_EQ(answer["skipped"].asInteger(), 1);
    EXPECT_EQ(answer["embedded"].asInteger(), 0) << "--no-embed";
    EXPECT_THAT(readFile(answer["report"].asString()).value_or(""), HasSubstr(",2,3,no_title,"));
    EXPECT_EQ(readFile(m_temp / "mine.csv").value_or("x"), readFile(answer["report"].asString()).value_or("y"));

    // A dry run keeps none in the library, but saves one.
    EXPECT_TRUE(json({"import", "--dry-run", "--map", "Film=title", "--report", m_temp / "dry.csv", m_dirty}).exitCode == 0);
    EXPECT_EQ(readFile(m_temp / "dry.csv").value_or("x"), readFile(m_temp / "mine.csv").value_or("y"));
}

TEST_F(ImportCli, whatIsPrintedIsInert)
{
    const std::string hostile = file("hostile.csv", "title,year\x1b[31m,overview\n"
                                                    "Red\x1b[2J\x1b]0;owned\x07 alert,1999,\"A \xe2\x80\xaestory\nnew line\"\n"
                                                    ",1999,nameless\x9b\n");
    makeLibrary();
    for (const bool asJson : {false, true})
        for (std::vector<std::string> arguments :
             {std::vector<std::string>{"import", "--dry-run", hostile}, {"import", "--no-embed", hostile}, {"search", "red"}}) {
            const ToolRun ran = asJson ? json(arguments) : run(arguments);
            EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("\x1b")));
            EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("\x07")));
            EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("\xe2\x80\xae")));
            EXPECT_EQ(ran.exitCode, 0) << ran.err;
            EXPECT_TRUE(ran.out.find("Red") != std::string::npos || arguments.at(1) == "--no-embed");
        }
}

TEST_F(ImportCli, interruptedItLeavesTheLibraryAsItWas)
{
    makeLibrary();
    const std::string before = dumpDatabase(m_library);
    const std::string big = writeSmallCatalogue(m_temp / "big.jsonl", 200'000, "second");
    ChildProcess importing = ChildProcess::start(
        TW_TOOL, {"--library", m_library.string(), "import", "--no-embed", big});
    while (!std::filesystem::exists(m_library / "import.sqlite"))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ::kill(importing.pid(), SIGINT);
    const Ending ending = importing.wait();
    EXPECT_EQ(ending.exitCode, 1);
    EXPECT_EQ(dumpDatabase(m_library), before);
    EXPECT_FALSE(std::filesystem::exists(m_library / "import.sqlite"));
}

TEST_F(ImportCli, tmdbWithItsDoubleEncodedRows)
{
    TW_REQUIRE_TEST_DATA(tmdb, "tmdb-10866/tmdb-movies.csv.gz");
    const Json answer = json({"import", "--dry-run", tmdb.string()}).json();
    EXPECT_EQ(answer["read"].asInteger(), 10866);
    EXPECT_EQ(answer["skipped"].asInteger(), 0);
    EXPECT_GT(answer["mended_by_kind"]["double_encoding"].asInteger(), 1000);
    EXPECT_EQ(answer["files"].asArray().at(0)["compression"].asString(), "gzip");
}

} // namespace
} // namespace tw::test
