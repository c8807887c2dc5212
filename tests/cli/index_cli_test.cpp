// SPDX-License-Identifier: GPL-3.0-or-later
// The promises of docs/cli.md about `index`, kept by the built program on the bundled catalogue.
#include "tests/cli/tool.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw::test {
namespace {

using ::testing::HasSubstr;

/// One library for all: each test builds the index that it looks at.
class IndexCli : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = new TempFolder;
        ASSERT_EQ(runTool(*s_folder / "films", {"new"}).exitCode, 0);
    }
    static void TearDownTestSuite() { delete s_folder; }
    static ToolRun run(std::vector<std::string> arguments) { return runTool(*s_folder / "films", std::move(arguments)); }
    static Json json(std::vector<std::string> arguments)
    {
        arguments.emplace_back("--json");
        const ToolRun done = run(std::move(arguments));
        EXPECT_EQ(done.exitCode, 0) << done.err;
        return done.json();
    }
    static inline TempFolder* s_folder = nullptr;
};

TEST_F(IndexCli, SaysWhatWasChosenAndWhy)
{
    const Json exact = json({"index"});
    EXPECT_EQ(exact["space"]["index"].asString(), "exact");
    EXPECT_EQ(exact["index"]["wanted"].asString(), "auto");
    EXPECT_EQ(exact["index"]["reason"].asString(), "few");
    EXPECT_TRUE(exact["index"]["layout"].isNull());
    const ToolRun text = run({"index"});
    EXPECT_THAT(text.out, HasSubstr("index exact over"));
    EXPECT_THAT(text.out, HasSubstr("looked at in a quarter of a frame"));

    const Json graph = json({"index", "--kind", "hnsw", "--layout", "small", "--m", "12", "--ef-search", "80"});
    EXPECT_EQ(graph["space"]["index"].asString(), "hnsw");
    EXPECT_EQ(graph["index"]["kind"].asString(), "hnsw");
    EXPECT_EQ(graph["index"]["layout"].asString(), "small");
    EXPECT_EQ(graph["index"]["reason"].asString(), "asked");
    EXPECT_EQ(graph["index"]["options"]["m"].asInteger(), 12);
    EXPECT_GT(graph["index"]["expected_bytes"].asInteger(), 0);
    EXPECT_EQ(json({"search", "space"})["meaning_searched"].asBool(), true);
}

TEST_F(IndexCli, RebuildKeepsTheOptionsThatAreNotGivenAnew)
{
    ASSERT_EQ(run({"index", "--kind", "hnsw", "--m", "9", "--ef-construction", "33"}).exitCode, 0);
    const Json again = json({"index", "--rebuild", "--ef-search", "99"})["index"];
    EXPECT_EQ(again["kind"].asString(), "hnsw");
    EXPECT_EQ(again["options"]["m"].asInteger(), 9);
    EXPECT_EQ(again["options"]["ef_construction"].asInteger(), 33);
    EXPECT_EQ(again["options"]["ef_search"].asInteger(), 99);
    EXPECT_EQ(json({"index"})["index"]["kind"].asString(), "exact") << "without it the defaults count";
}

TEST_F(IndexCli, FactsTellWithoutChangingAnything)
{
    ASSERT_EQ(run({"index", "--kind", "ivfpq", "--probes", "7"}).exitCode, 0);
    const Json facts = json({"index", "facts", "--space", "builtin"});
    EXPECT_EQ(facts["space"].asString(), "builtin");
    EXPECT_EQ(facts["index"]["kind"].asString(), "ivfpq");
    EXPECT_EQ(facts["index"]["options"]["probes"].asInteger(), 7);
    EXPECT_GT(facts["index"]["options"]["lists"].asInteger(), 7);
    EXPECT_GT(facts["index"]["code_bytes"].asInteger(), 0);
    EXPECT_LT(facts["index"]["code_bytes"].asInteger(), facts["index"]["vector_bytes"].asInteger() / 10);
    EXPECT_THAT(run({"index", "facts"}).out, HasSubstr("index ivfpq"));
    EXPECT_EQ(run({"index", "facts", "--space", "nowhere"}).exitCode, 1);
}

TEST_F(IndexCli, BenchMeasuresWithoutSaving)
{
    ASSERT_EQ(run({"index"}).exitCode, 0);
    const Json bench = json({"index", "bench", "--queries", "40", "--kind", "hnsw", "--layout", "small"});
    EXPECT_EQ(bench["queries"].asInteger(), 40);
    EXPECT_EQ(bench["k"].asInteger(), 10);
    ASSERT_EQ(bench["indexes"].asArray().size(), 2U);
    const auto& points = bench["points"].asArray();
    ASSERT_GT(points.size(), 3U);
    EXPECT_EQ(points[0]["kind"].asString(), "exact");
    EXPECT_EQ(points[0]["recall"].asNumber(), 1);
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_EQ(points[i]["kind"].asString(), "hnsw");
        EXPECT_GT(points[i]["recall"].asNumber(), 0.8);
        EXPECT_GT(points[i]["queries_per_second"].asNumber(), 0);
        if (i > 1) {
            EXPECT_GT(points[i]["effort"].asInteger(), points[i - 1]["effort"].asInteger());
        }
    }
    EXPECT_EQ(json({"index", "facts"})["index"]["kind"].asString(), "exact");
    EXPECT_THAT(run({"index", "bench", "--queries", "20", "--kind", "exact"}).out, HasSubstr("queries/s"));
}

TEST_F(IndexCli, WhatCanNotBeIsRefusedWithItsReason)
{
    ASSERT_EQ(run({"index"}).exitCode, 0);
    const ToolRun tooFew = run({"index", "--kind", "ivfpq", "--lists", "60000", "--json"});
    EXPECT_EQ(tooFew.exitCode, 1);
    EXPECT_THAT(tooFew.errorJson()["error"]["message"].asString(), HasSubstr("at least 60000 rows"));
    const ToolRun undivided = run({"index", "--kind", "ivfpq", "--code-bytes", "7", "--json"});
    EXPECT_EQ(undivided.exitCode, 1);
    EXPECT_THAT(undivided.errorJson()["error"]["message"].asString(), HasSubstr("does not divide 100"));
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{"index", "--m", "3"}, {"index", "--kind", "tree"}, {"index", "--wished-recall", "2"},
          {"index", "nonsense"}, {"index", "bench", "--queries", "0"}})
        EXPECT_EQ(run(wrong).exitCode, 2) << wrong.back();
    EXPECT_EQ(json({"index", "facts"})["index"]["kind"].asString(), "exact") << "the index stays as it was";
}

} // namespace
} // namespace tw::test
