// SPDX-License-Identifier: GPL-3.0-or-later
// The promises of docs/cli.md about embedding servers, kept by the built program against a server on this machine.
#include "core/base/files.h"
#include "tests/cli/tool.h"
#include "tests/support/fake_ollama_server.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kKey = "sk-tool-test-777";

class ServersCli : public ::testing::Test {
protected:
    void SetUp() override
    {
        ::unsetenv("TASTEWALK_SERVER_KEY");
        ::setenv("XDG_CONFIG_HOME", (m_temp / "config").c_str(), 1);
    }
    void TearDown() override { ::unsetenv("XDG_CONFIG_HOME"); }
    ToolRun run(std::vector<std::string> arguments) { return runTool(m_temp / "films", std::move(arguments)); }
    void makeLibrary()
    {
        const std::string file = writeSmallCatalogue(m_temp / "films.jsonl", 40).string();
        ASSERT_EQ(run({"new", "--catalogue", file, "--no-embed"}).exitCode, 0);
    }
    TempFolder m_temp;
    FakeOllamaServer m_server;
};

TEST_F(ServersCli, TellsTheStateOfOllamaAndTheNextStep)
{
    const Json ready = run({"embedder", "status", "--url", m_server.url(), "--json"}).json();
    EXPECT_EQ(ready["state"].asString(), "ready");
    EXPECT_EQ(ready["models"].asArray().size(), 1U);
    EXPECT_EQ(ready["models"].asArray().front()["dim"].asInteger(), 64);
    const ToolRun without = run({"embedder", "status", "--url", m_server.url(), "--model", "bge-m3"});
    EXPECT_EQ(without.exitCode, 0);
    EXPECT_THAT(without.out, HasSubstr("embedder pull bge-m3"));
    m_server.stop();
    const ToolRun absent = run({"embedder", "status", "--url", m_server.url(), "--json"});
    EXPECT_THAT(absent.out, HasSubstr("\"state\":\"absent\"")) << absent.err;
}

TEST_F(ServersCli, PullsAModelOrSaysWhyNot)
{
    m_server.setAnswer("/api/pull", {200, "application/x-ndjson",
                                     "{\"status\":\"pulling manifest\"}\n{\"status\":\"pulling 97\",\"total\":274,"
                                     "\"completed\":274}\n{\"status\":\"success\"}\n"});
    const ToolRun done = run({"embedder", "pull", "bge-m3", "--url", m_server.url()});
    EXPECT_EQ(done.exitCode, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("bge-m3"));
    m_server.setAnswer("/api/pull", {200, "application/x-ndjson",
                                     "{\"status\":\"pulling manifest\"}\n"
                                     "{\"error\":\"pull model manifest: file does not exist\"}\n"});
    EXPECT_EQ(run({"embedder", "pull", "no-such", "--url", m_server.url()}).exitCode, 1);
}

TEST_F(ServersCli, EmbedsThroughOpenAisInterfaceAndKeepsTheKeyToItself)
{
    makeLibrary();
    m_server.setKey(kKey);
    ASSERT_TRUE(writeFileAtomically(m_temp / "key", std::string(kKey) + "\n"));
    const std::vector<std::string> embed{"embed", "--openai", m_server.url(), "--model", "nomic-embed-text", "--json"};
    const ToolRun refused = run(embed);
    EXPECT_EQ(refused.exitCode, 1);
    std::vector<std::string> withKey = embed;
    withKey.insert(withKey.end(), {"--key-file", (m_temp / "key").string()});
    const ToolRun done = run(withKey);
    ASSERT_EQ(done.exitCode, 0) << done.err;
    EXPECT_EQ(done.json()["space"]["id"].asString(), "openai-nomic-embed-text");
    EXPECT_EQ(done.json()["embedded"].asInteger(), 40);

    // Kept, it is found by later commands; and a second run embeds nothing.
    ASSERT_EQ(run({"embedder", "key", m_server.url(), "--key-file", (m_temp / "key").string()}).exitCode, 0);
    const ToolRun listed = run({"embedder", "key"});
    EXPECT_THAT(listed.out, HasSubstr(m_server.url()));
    const ToolRun again = run(embed);
    ASSERT_EQ(again.exitCode, 0) << again.err;
    EXPECT_EQ(again.json()["from_cache"].asInteger(), 40);
    const ToolRun found = run({"search", "whale", "--json"});
    EXPECT_TRUE(found.json()["meaning_searched"].asBool()) << found.out;
    for (const ToolRun& each : {refused, done, listed, again, found})
        EXPECT_THAT(each.out + each.err, Not(HasSubstr(kKey)));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_temp / "films")) {
        if (entry.is_regular_file()) {
            EXPECT_THAT(readFile(entry.path()).value_or(""), Not(HasSubstr(kKey))) << entry.path();
        }
    }
    ASSERT_EQ(run({"embedder", "key", m_server.url(), "--remove"}).exitCode, 0);
    EXPECT_EQ(run(embed).exitCode, 1);
}

TEST_F(ServersCli, RefusesWhatDoesNotGoTogether)
{
    EXPECT_EQ(run({"embed", "--openai", "box", "--embedder", "ollama"}).exitCode, 2);
    EXPECT_EQ(run({"embed", "--key-file", "x"}).exitCode, 2);
    EXPECT_EQ(run({"embed", "--embedder", "ollama", "--batch", "65"}).exitCode, 2);
    EXPECT_EQ(run({"embedder", "key", "box"}).exitCode, 2);
    EXPECT_EQ(run({"embedder"}).exitCode, 2);
}

} // namespace
} // namespace tw::test
