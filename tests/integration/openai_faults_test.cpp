// SPDX-License-Identifier: GPL-3.0-or-later
// The table of faults over OpenAI's protocol: told apart, asked again where that helps, got round where one text is at
// fault, and gone on with later without embedding anything twice.
#include "core/embedding/openai_embedder.h"
#include "tests/integration/server_fault_table.h"
#include "tests/integration/server_run.h"

namespace tw {

namespace {

using namespace std::chrono_literals;
using test::FakeOllamaServer;
using test::ServerFault;
using test::ServerRun;
using Call = FakeOllamaServer::EmbedCall;
using Kind = ServerFault::Kind;

std::string numbered(const testing::TestParamInfo<std::size_t>& info) { return std::to_string(info.param); }

} // namespace

class OpenAiFaults : public testing::TestWithParam<std::size_t> {
protected:
    std::shared_ptr<const Embedder> connect(bool quick)
    {
        OpenAiOptions options;
        options.url = m_server.url();
        options.model = "nomic-embed-text";
        options.batchSize = test::kBatch + 1; // one is the probe's
        options.retry = test::hastyOptions(m_server).retry;
        if (!quick) {
            options.timeouts.embed = 800ms;
            options.timeouts.slow = 300ms;
        }
        auto embedder = OpenAiEmbedder::connect(options, makeCurlTransport(), {});
        EXPECT_TRUE(embedder) << embedder.error().detail;
        return embedder.value_or(nullptr);
    }
    void arm(const FakeOllamaServer::Answerer& fault, std::size_t first, std::size_t times)
    {
        m_server.setAnswerer([=](const Call& call) {
            return call.number >= first && call.number < first + times ? fault(call) : std::nullopt;
        });
    }

    FakeOllamaServer m_server;
    std::vector<std::string> m_texts = test::someFilms(24); // three batches
};

class OpenAiServerFault : public OpenAiFaults {};

TEST_P(OpenAiServerFault, IsToldAndSurvived)
{
    const ServerFault& fault = test::serverFaults()[GetParam()];
    SCOPED_TRACE(fault.name);
    const bool harmless = fault.kind == Kind::Harmless;
    {
        ServerRun run(m_server, connect(fault.quick));
        arm(fault.answer, 2, 1'000'000);
        const auto failed = run.embed(m_texts);
        ASSERT_EQ(failed.has_value(), harmless) << (failed ? "" : failed.error().detail);
        EXPECT_EQ(run.newlyStored, harmless ? m_texts.size() : test::kBatch);
        if (!harmless) {
            EXPECT_EQ(failed.error().code, fault.told) << failed.error().detail;
            EXPECT_LE(m_server.requests("/v1/embeddings"), 1U + 6U + 2U);
        }
        m_server.clearFaults();
        const auto embedded = run.embed(m_texts);
        ASSERT_TRUE(embedded) << embedded.error().detail;
        EXPECT_TRUE(test::areRight(*embedded, m_texts));
        EXPECT_EQ(run.askedAgain, 0U);
    }
    ServerRun run(m_server, connect(fault.quick));
    arm(fault.answer, 2, 1);
    const auto embedded = run.embed(m_texts);
    EXPECT_EQ(embedded.has_value(), fault.kind != Kind::Final || fault.onceUnnoticed)
        << (embedded ? "" : embedded.error().detail);
    if (embedded) {
        EXPECT_TRUE(test::areRight(*embedded, m_texts));
        EXPECT_TRUE(run.report.refused.empty());
    }
    EXPECT_EQ(run.askedAgain, 0U);
    test::logServer("OpenAI's protocol: " + fault.name, 2,
                    {{harmless ? "not noticed" : "told as " + std::string(errorCodeName(fault.told)), 1},
                     {"gone on, nothing embedded twice", run.askedAgain == 0}});
}

INSTANTIATE_TEST_SUITE_P(Table, OpenAiServerFault, testing::Range<std::size_t>(0, test::serverFaults().size()),
                         numbered);

class OpenAiTextFault : public OpenAiFaults {};

TEST_P(OpenAiTextFault, LeavesOutTheBadTextsAlone)
{
    const test::TextFault& fault = test::textFaults()[GetParam()];
    SCOPED_TRACE(fault.name);
    ServerRun run(m_server, connect(true));
    for (const std::size_t bad : {3U, 12U, 13U})
        m_texts[bad] += std::string(" ") + test::kSpoiled;
    m_server.setAnswerer(fault.answer);
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded) << embedded.error().detail;
    ASSERT_EQ(run.report.refused.size(), 3U);
    for (const RefusedText& refused : run.report.refused)
        EXPECT_EQ(refused.error.code, fault.told) << refused.error.detail;
    EXPECT_EQ(run.newlyStored, 24U - 3U);
    m_server.clearFaults();
    const auto whole = run.embed(m_texts);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(test::areRight(*whole, m_texts));
    EXPECT_EQ(run.askedAgain, 0U);
    test::logServer("OpenAI's protocol: " + fault.name, 1, {{"left out, its batch kept", 1}});
}

INSTANTIATE_TEST_SUITE_P(Table, OpenAiTextFault, testing::Range<std::size_t>(0, test::textFaults().size()), numbered);

} // namespace tw
