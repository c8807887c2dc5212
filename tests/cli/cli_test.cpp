// SPDX-License-Identifier: GPL-3.0-or-later
// The promises of docs/cli.md, kept by the built program on the bundled catalogue.
#include "core/base/files.h"
#include "tests/cli/tool.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_data.h"

#include <fstream>

namespace tw::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> keys(const Json& answer)
{
    std::vector<std::string> keys;
    for (const Json& line : answer["results"].asArray())
        keys.push_back(line["key"].asString());
    return keys;
}

std::vector<std::string> members(const Json& object)
{
    std::vector<std::string> names;
    for (const auto& [name, value] : object.asObject())
        names.push_back(name);
    return names;
}

/// One library with the bundled films for all tests that only need any library; each test works on a copy.
class Cli : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = new TempFolder;
        const ToolRun made = runTool(*s_folder / "bundled", {"--json", "new"});
        ASSERT_EQ(made.exitCode, 0) << made.err;
        s_made = new Json(made.json());
    }
    static void TearDownTestSuite()
    {
        delete s_made;
        delete s_folder;
    }
    void SetUp() override
    {
        std::filesystem::copy(*s_folder / "bundled", m_folder / "films", std::filesystem::copy_options::recursive);
    }
    ToolRun run(std::vector<std::string> arguments) const { return runTool(m_folder / "films", std::move(arguments)); }
    ToolRun json(std::vector<std::string> arguments) const
    {
        arguments.push_back("--json");
        return run(std::move(arguments));
    }

    TempFolder m_folder;
    static inline TempFolder* s_folder = nullptr;
    static inline Json* s_made = nullptr;
};

TEST_F(Cli, newImportAndInfoTellItemsAndSpaces)
{
    for (const Json& answer : {*s_made, json({"info"}).json()}) {
        EXPECT_GE(answer["items"].asInteger(), 200);
        EXPECT_EQ(answer["imported"].asInteger(), answer["items"].asInteger());
        EXPECT_EQ(answer["skipped"].asInteger(-1), 0);
        EXPECT_EQ(answer["embedded"].asInteger(), answer["items"].asInteger());
        ASSERT_EQ(answer["spaces"].asArray().size(), 1u);
        const Json& space = answer["spaces"].asArray().front();
        EXPECT_EQ(space["id"].asString(), "builtin");
        EXPECT_EQ(space["embedder"].asString(), "builtin");
        EXPECT_GT(space["dim"].asInteger(), 0);
        EXPECT_EQ(space["items"].asInteger(), answer["items"].asInteger());
        EXPECT_EQ(space["index"].asString(), "exact");
    }
    EXPECT_EQ(json({"new"}).exitCode, 1) << "a library is there already";
    EXPECT_EQ(json({"new"}).errorJson()["error"]["code"].asString(), "already_exists");
}

TEST_F(Cli, aSearchLineHasThePromisedMembers)
{
    const Json answer = json({"search", "die", "hard", "-k", "7"}).json();
    const auto& lines = answer["results"].asArray();
    ASSERT_EQ(lines.size(), 7u);
    EXPECT_THAT(members(lines.front()), ElementsAre("rank", "key", "title", "year", "score", "found_by"));
    EXPECT_EQ(lines.front()["rank"].asInteger(), 1);
    EXPECT_EQ(lines.front()["title"].asString(), "Die Hard");
    EXPECT_EQ(lines.front()["year"].asInteger(), 1988);
    EXPECT_FALSE(lines.front()["found_by"].asArray().empty());
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_THAT(lines[i]["title"].asString(), HasSubstr("Die Hard")) << "the five of the series lead";
    EXPECT_TRUE(json({"search", "qwertz zzyzx"}).json()["results"].asArray().empty());
}

TEST_F(Cli, actsAreFollowedByHistoryUndoAndRedo)
{
    EXPECT_EQ(run({"like", "Hackers (1995)"}).exitCode, 0);
    EXPECT_EQ(run({"like", "the-matrix-1999"}).exitCode, 0);
    EXPECT_EQ(run({"dislike", "Die Hard"}).exitCode, 0);
    EXPECT_THAT(keys(json({"history"}).json()), ElementsAre("die-hard-1988", "the-matrix-1999", "hackers-1995"));
    EXPECT_EQ(json({"history"}).json()["results"].asArray()[0]["state"].asString(), "disliked");
    EXPECT_EQ(json({"undo"}).json()["key"].asString(), "die-hard-1988");
    EXPECT_THAT(keys(json({"history"}).json()), ElementsAre("the-matrix-1999", "hackers-1995"));
    EXPECT_EQ(json({"redo"}).json()["key"].asString(), "die-hard-1988");
    EXPECT_EQ(run({"remove", "hackers-1995"}).exitCode, 0);
    EXPECT_THAT(keys(json({"history"}).json()), ElementsAre("die-hard-1988", "the-matrix-1999"));
    EXPECT_EQ(run({"forget", "--all"}).exitCode, 0);
    EXPECT_TRUE(json({"history"}).json()["results"].asArray().empty());
    EXPECT_EQ(json({"undo"}).exitCode, 1) << "nothing is left to undo";
}

TEST_F(Cli, recommendationsFollowTheProfileAndLeaveOutWhatHasAStanding)
{
    ASSERT_EQ(run({"like", "hackers-1995"}).exitCode, 0);
    const auto first = keys(json({"recommend", "-k", "30"}).json());
    ASSERT_EQ(first.size(), 30u);
    ASSERT_EQ(run({"hide", first[0]}).exitCode, 0);
    ASSERT_EQ(run({"dislike", first[1]}).exitCode, 0);
    const auto second = keys(json({"recommend", "-k", "30"}).json());
    for (const std::string& gone : {std::string("hackers-1995"), first[0], first[1]})
        EXPECT_THAT(second, ::testing::Not(::testing::Contains(gone)));
    EXPECT_NE(keys(json({"recommend", "--n", "1"}).json()), keys(json({"recommend", "--n", "100"}).json()));
}

TEST_F(Cli, exploringIsSeededAndZeroNoiseIsTheRecommendation)
{
    ASSERT_EQ(run({"like", "hackers-1995"}).exitCode, 0);
    const auto explore = [&](const std::string& kind, const std::string& noise, const std::string& seed) {
        return json({"explore", "--kind", kind, "--noise", noise, "--seed", seed}).json();
    };
    const auto plain = keys(json({"recommend"}).json());
    EXPECT_EQ(keys(explore("gaussian", "0", "5")), plain);
    EXPECT_EQ(keys(explore("buckets", "0", "5")), plain);
    for (const char* kind : {"gaussian", "buckets", "article-noise", "article-buckets"}) {
        EXPECT_EQ(keys(explore(kind, "60", "5")), keys(explore(kind, "60", "5"))) << kind;
        EXPECT_NE(keys(explore(kind, "60", "5")), keys(explore(kind, "60", "6"))) << kind;
    }
    const Json article = explore("article-noise", "25", "5");
    EXPECT_EQ(article["kind"].asString(), "article-noise");
    EXPECT_EQ(article["seed"].asInteger(), 5);
    EXPECT_TRUE(article["cosine"].isNumber());
}

TEST_F(Cli, exportsAndMapAreFiles)
{
    ASSERT_EQ(run({"like", "hackers-1995"}).exitCode, 0);
    const auto written = [&](const std::string& what, const std::string& format) {
        const std::filesystem::path file = m_folder / (what + "." + format);
        const ToolRun done = run({"export", "--what", what, "--format", format, "--out", file, "--query", "space"});
        EXPECT_EQ(done.exitCode, 0) << done.err;
        return readFile(file).value_or(std::string());
    };
    EXPECT_THAT(written("likes", "letterboxd"), HasSubstr("Hackers"));
    EXPECT_THAT(written("likes", "csv"), HasSubstr("hackers-1995"));
    EXPECT_TRUE(Json::parse(written("recommendations", "json")).has_value());
    EXPECT_THAT(written("exploration", "csv"), HasSubstr("buckets"));
    EXPECT_THAT(written("search", "markdown"), HasSubstr("Search: space"));
    const std::filesystem::path map = m_folder / "map.csv";
    EXPECT_EQ(run({"map", "--out", map}).exitCode, 0);
    EXPECT_THAT(readFile(map).value_or(std::string()), HasSubstr("hackers-1995"));
}

TEST_F(Cli, importMergesByKeyAndNamesColumnsByHand)
{
    std::ofstream(m_folder / "more.csv") << "key,name,story\nhackers-1995,Hackers again,changed\nnew-2020,New film,A goat "
                                            "learns to sail and crosses the sea alone.\n";
    const ToolRun imported =
        json({"import", (m_folder / "more.csv").string(), "--map", "story=text", "--map", "name=title"});
    ASSERT_EQ(imported.exitCode, 0) << imported.err;
    EXPECT_EQ(imported.json()["imported"].asInteger(), 2);
    EXPECT_EQ(imported.json()["added"].asInteger(), 1);
    EXPECT_EQ(imported.json()["updated"].asInteger(), 1);
    EXPECT_EQ(imported.json()["items"].asInteger(), (*s_made)["items"].asInteger() + 1);
    EXPECT_EQ(imported.json()["embedded"].asInteger(), imported.json()["items"].asInteger());
    EXPECT_EQ(keys(json({"search", "goat sailing"}).json()).front(), "new-2020");
}

TEST_F(Cli, failuresHaveACodeAndAHintAndTheirExitCodes)
{
    const ToolRun unknown = json({"like", "No such film at all"});
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_TRUE(unknown.out.empty());
    EXPECT_THAT(members(unknown.errorJson()["error"]), ElementsAre("code", "message", "hint"));
    EXPECT_EQ(unknown.errorJson()["error"]["code"].asString(), "not_found");
    EXPECT_EQ(run({"explore", "--noise", "200"}).exitCode, 2);
    EXPECT_EQ(run({"search"}).exitCode, 2);
    EXPECT_EQ(run({"no-such-command"}).exitCode, 2);
    EXPECT_EQ(run({"export", "--what", "search", "--format", "csv", "--out", "x"}).exitCode, 2);
    EXPECT_EQ(run({"--help"}).exitCode, 0);
    EXPECT_EQ(runTool(m_folder / "nowhere", {"info", "--json"}).errorJson()["error"]["code"].asString(), "not_found");
}

TEST_F(Cli, settingsAndNoHistory)
{
    EXPECT_EQ(json({"set", "memory=3", "show-seen=on"}).json()["memory"].asInteger(), 3);
    EXPECT_TRUE(json({"set"}).json()["show-seen"].asBool());
    EXPECT_EQ(run({"set", "memory=0"}).exitCode, 1);
    ASSERT_EQ(run({"like", "hackers-1995"}).exitCode, 0);
    const auto before = keys(json({"recommend"}).json());
    ASSERT_EQ(run({"set", "keep-history=off"}).exitCode, 0);
    EXPECT_TRUE(json({"history"}).json()["results"].asArray().empty());
    EXPECT_EQ(keys(json({"recommend"}).json()), before) << "the profile stays where it was";
    ASSERT_EQ(run({"like", "amelie-2001"}).exitCode, 0);
    EXPECT_NE(keys(json({"recommend"}).json()), before) << "and walks on";
    EXPECT_TRUE(json({"history"}).json()["results"].asArray().empty());
}

TEST_F(Cli, theArticlesStoryOnTmdb5000)
{
    TW_REQUIRE_TEST_DATA(file, "tmdb-5000/tmdb_5000_movies.csv.gz");
    const auto library = m_folder / "tmdb";
    ASSERT_EQ(runTool(library, {"new", "--catalogue", file.string()}).exitCode, 0);
    const auto titles = [&](std::vector<std::string> arguments) {
        std::vector<std::string> found;
        const ToolRun ran = runTool(library, std::move(arguments));
        const Json answer = ran.json();
        for (const Json& line : answer["results"].asArray())
            found.push_back(line["title"].asString());
        return found;
    };
    EXPECT_EQ(titles({"search", "hackers", "--json"}).front(), "Hackers");
    EXPECT_FALSE(titles({"search", "show", "--json"}).empty());
    auto five = titles({"search", "die hard", "-k", "5", "--json"});
    std::sort(five.begin(), five.end());
    EXPECT_THAT(five, ElementsAre("A Good Day to Die Hard", "Die Hard", "Die Hard 2", "Die Hard: With a Vengeance",
                                  "Live Free or Die Hard"));
    const auto before = titles({"recommend", "--json"});
    ASSERT_EQ(runTool(library, {"like", "Hackers (1995)"}).exitCode, 0);
    EXPECT_NE(titles({"recommend", "--json"}), before);
    for (const char* kind : {"gaussian", "buckets", "article-noise", "article-buckets"})
        EXPECT_EQ(titles({"explore", "--kind", kind, "--json"}).size(), 20u) << kind;
}

} // namespace
} // namespace tw::test
