// SPDX-License-Identifier: GPL-3.0-or-later
// A space behind a server that speaks OpenAI's interface: made, gone on with, restored, asked; its key is nowhere.
#include "core/base/files.h"
#include "core/library/library_jobs.h"
#include "core/library/session.h"
#include "tests/support/fake_ollama_server.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>

namespace tw {

namespace {

constexpr const char* kSpace = "openai-nomic-embed-text";
constexpr const char* kKey = "sk-library-test-4242424242";

/// The files below the folder that hold the text.
std::vector<std::string> filesWith(const std::filesystem::path& folder, const std::string& text)
{
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && readFile(entry.path()).value_or("").find(text) != std::string::npos)
            found.push_back(entry.path().string());
    return found;
}

} // namespace

class OpenAiSpaceTest : public testing::Test {
protected:
    void SetUp() override
    {
        ::unsetenv("OPENAI_API_KEY");
        ::setenv("TASTEWALK_SERVER_KEY", kKey, 1);
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 60)};
        const auto report = createLibrary(m_folder, catalogFiles(files), {}, false);
        ASSERT_TRUE(report) << report.error().detail;
        m_server.setKey(kKey);
        m_request.kind = EmbedderKind::OpenAi;
        m_request.url = m_server.url();
        m_request.model = "nomic-embed-text";
        m_request.batchSize = 17;
    }
    void TearDown() override { ::unsetenv("TASTEWALK_SERVER_KEY"); }
    Result<EmbedReport> embed(const TaskContext& context = {})
    {
        return embedCatalogue(m_folder, m_request, makeCurlTransport(), context);
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    test::FakeOllamaServer m_server;
    EmbedRequest m_request;
};

TEST_F(OpenAiSpaceTest, IsMadeAskedAndRestored)
{
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->embedded, 60U);
    EXPECT_EQ(report->space.id, kSpace);
    EXPECT_EQ(report->space.provenance.embedder, "openai");
    EXPECT_EQ(report->space.provenance.server, m_server.url() + "/v1");
    auto library = Library::open(m_folder).value();
    const auto opened = openSession(*library, {});
    ASSERT_TRUE(opened && !opened->spaceError);
    const Session& now = opened->session;
    const auto embedder = connectEmbedder(*now.space.space, now.settings, makeCurlTransport(), {});
    ASSERT_TRUE(embedder) << embedder.error().detail;
    EXPECT_EQ((*embedder)->embedQuery("whale", {})->size(), 64U);

    // Lost, it is made anew out of the cache.
    m_server.stop();
    std::filesystem::remove_all(m_folder / "spaces" / kSpace);
    const auto restored = restoreSpace(m_folder, kSpace, {});
    ASSERT_TRUE(restored) << restored.error().detail;
    EXPECT_EQ(restored->embedded, 60U);

    m_server.start();
    test::FakeOllamaServer::Model changed{"nomic-embed-text:latest"};
    changed.seed = 5;
    m_server.setModels({changed});
    EXPECT_EQ(connectEmbedder(*now.space.space, now.settings, makeCurlTransport(), {}).error().code,
              ErrorCode::DimensionMismatch);
}

TEST_F(OpenAiSpaceTest, AStoppedRunGoesOnAndEmbedsNothingTwice)
{
    std::stop_source stop;
    m_server.setAnswerer([&](const test::FakeOllamaServer::EmbedCall& call) {
        if (call.number == 3) // the probe, one batch, then this one is under way
            stop.request_stop();
        return std::nullopt;
    });
    EXPECT_EQ(embed({stop.get_token()}).error().code, ErrorCode::Cancelled);
    m_server.clearFaults();
    const std::vector<std::string> first = m_server.textsReceived();
    m_server.resetCounts();
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_GE(report->fromCache, 16U);
    EXPECT_EQ(report->embedded, 60U);
    std::size_t again = 0;
    const std::vector<std::string> second = m_server.textsReceived();
    // The stopped batch was never stored; the one before it was.
    for (std::size_t i = 0; i < 16; ++i)
        again += static_cast<std::size_t>(std::ranges::count(second, first.at(2 + i)));
    EXPECT_EQ(again, 0U);
    m_server.resetCounts();
    ASSERT_TRUE(embed());
    const std::vector<std::string> third = m_server.textsReceived();
    EXPECT_TRUE(std::ranges::all_of(third, [](const std::string& text) { return text == "film"; })) << third.size();
}

TEST_F(OpenAiSpaceTest, AModelReplacedMidwayIsBegunAnew)
{
    test::FakeOllamaServer::Model changed{"nomic-embed-text:latest"};
    changed.seed = 7;
    m_server.setAnswerer([&](const test::FakeOllamaServer::EmbedCall& call) {
        if (call.number == 3)
            m_server.setModels({changed});
        return std::nullopt;
    });
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->embedded, 60U);
    EXPECT_EQ(report->fromCache, 0U);
    const auto space = loadSpace(m_folder, kSpace, {}).value().space;
    const auto received = m_server.textsReceived();
    const auto expected = test::FakeOllamaServer::vectorOf(received[received.size() - 2], 64, 7);
    EXPECT_NEAR(space->vectors().row(59)[0], expected[0], 1e-5F);
}

TEST_F(OpenAiSpaceTest, TheKeyIsNowhereInTheLibrary)
{
    ASSERT_TRUE(embed());
    EXPECT_EQ(m_server.lastAuthorization(), fmt::format("Bearer {}", kKey));
    ASSERT_FALSE(filesWith(m_folder, "nomic-embed-text").empty()) << "the search finds what is there";
    EXPECT_TRUE(filesWith(m_temp.path(), kKey).empty()) << filesWith(m_temp.path(), kKey).front();
    // A refusal that repeats it is not told with it.
    m_server.setKey("another");
    const auto refused = embed();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::ServerForbidden);
    EXPECT_EQ((refused.error().detail + refused.error().subject).find(kKey), std::string::npos);
    EXPECT_TRUE(filesWith(m_temp.path(), kKey).empty());
}

/// Against a server of one's own, at TASTEWALK_TEST_SERVER_URL: Ollama when its address answers as Ollama, else OpenAI's
/// interface; the model is TASTEWALK_TEST_SERVER_MODEL, the key TASTEWALK_TEST_SERVER_KEY.
TEST_F(OpenAiSpaceTest, ARealServerEmbedsAndFindsEndToEnd)
{
    const char* url = std::getenv("TASTEWALK_TEST_SERVER_URL");
    if (!url || !*url)
        GTEST_SKIP() << "TASTEWALK_TEST_SERVER_URL is not set";
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
    };
    ::unsetenv("TASTEWALK_SERVER_KEY");
    const bool ollama = OllamaClient(ollamaUrl(url), makeCurlTransport()).version({}).has_value();
    m_request = {};
    m_request.kind = ollama ? EmbedderKind::Ollama : EmbedderKind::OpenAi;
    m_request.url = url;
    m_request.model = variable("TASTEWALK_TEST_SERVER_MODEL");
    m_request.key = variable("TASTEWALK_TEST_SERVER_KEY");
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().subject << ": " << report.error().detail;
    EXPECT_EQ(report->embedded + report->refused.size(), 60U);
    const auto again = embed();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->fromCache, report->embedded) << "nothing is embedded twice";
    EXPECT_EQ(again->space.provenance.digest, report->space.provenance.digest);
}

} // namespace tw
