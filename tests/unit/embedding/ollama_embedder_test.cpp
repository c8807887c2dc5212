// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_embedder.h"

#include "tests/support/fake_ollama_server.h"

#include <thread>

namespace {

using namespace std::chrono_literals;
using tw::test::FakeOllamaServer;
using Fault = FakeOllamaServer::Fault;

class OllamaEmbedderTest : public testing::Test {
protected:
    FakeOllamaServer server;
    std::chrono::milliseconds firstPause{1};

    tw::Result<std::shared_ptr<const tw::OllamaEmbedder>> connect(const std::string& model = "nomic-embed-text",
                                                                  std::size_t batch = 32)
    {
        tw::OllamaOptions options{server.url(), model, batch};
        options.retry.firstPause = firstPause;
        return tw::OllamaEmbedder::connect(options, tw::makeCurlTransport(), {});
    }
    std::shared_ptr<const tw::OllamaEmbedder> connected(std::size_t batch = 32)
    {
        auto embedder = connect("nomic-embed-text", batch);
        EXPECT_TRUE(embedder) << embedder.error().detail;
        server.resetCounts();
        return embedder ? *embedder : nullptr;
    }
};

std::vector<std::string> texts(std::size_t count)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back("film number " + std::to_string(i));
    return all;
}

TEST(ModelTraits, KnowsPrefixesAndContexts)
{
    EXPECT_EQ(tw::modelTraits("nomic-embed-text").documentPrefix, "search_document: ");
    EXPECT_EQ(tw::modelTraits("nomic-embed-text:v1.5").queryPrefix, "search_query: ");
    EXPECT_EQ(tw::modelTraits("someone/mxbai-embed-large:latest").contextTokens, 512U);
    EXPECT_EQ(tw::modelTraits("all-minilm").documentPrefix, "");
    EXPECT_EQ(tw::modelTraits("unheard-of").contextTokens, 2048U);
    EXPECT_EQ(tw::modelTraits("unheard-of").queryPrefix, "");
}

TEST_F(OllamaEmbedderTest, LearnsWhatItMustKnowWhenConnecting)
{
    const auto embedder = connect();
    ASSERT_TRUE(embedder);
    const tw::EmbedderInfo& info = (*embedder)->info();
    EXPECT_EQ(info.kind, "ollama");
    EXPECT_EQ(info.model, "nomic-embed-text");
    EXPECT_EQ(info.digest, "sha256:0123456789abcdef");
    EXPECT_EQ(info.server, server.url());
    EXPECT_EQ(info.dim, 64U);
    EXPECT_FALSE(info.rawScaleKnown);
    EXPECT_EQ(server.textsEmbedded(), 0U) << "the dimension was told, so nothing had to be tried";

    FakeOllamaServer::Model silent{"silent:latest"};
    silent.dim = 17;
    silent.tellsDimension = false;
    server.setModels({silent});
    EXPECT_EQ((*connect("silent"))->info().dim, 17U);
}

TEST_F(OllamaEmbedderTest, SaysWhyItCannotConnect)
{
    const auto missing = connect("snowflake");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, tw::ErrorCode::ModelNotFound);
    EXPECT_NE(missing.error().detail.find("nomic-embed-text:latest"), std::string::npos);
    EXPECT_EQ(connect("chat").error().code, tw::ErrorCode::Unsupported);
    EXPECT_EQ(connect("nomic-embed-text", 65).error().code, tw::ErrorCode::InvalidArgument);
    EXPECT_EQ(tw::OllamaEmbedder::connect({"http://127.0.0.1:1", "x", 32}, tw::makeCurlTransport(), {}).error().code,
              tw::ErrorCode::ServerUnreachable);
}

TEST_F(OllamaEmbedderTest, PutsThePrefixesAndKeepsTheBatchSize)
{
    const auto embedder = connected(16);
    ASSERT_TRUE(embedder->embedDocuments(texts(40), {}));
    EXPECT_EQ(server.largestBatch(), 16U);
    EXPECT_EQ(server.requests("/api/embed"), 3U);
    EXPECT_EQ(server.textsReceived().front(), "search_document: film number 0");
    ASSERT_TRUE(embedder->embedQuery("sharks", {}));
    EXPECT_EQ(server.textsReceived().back(), "search_query: sharks");
}

TEST_F(OllamaEmbedderTest, RetriesABusyServerAndALostConnection)
{
    const auto embedder = connected();
    server.setStatus(503, "server busy", 1);
    EXPECT_TRUE(embedder->embedDocuments(texts(2), {}));
    server.setFault(Fault::Drop, 1);
    EXPECT_TRUE(embedder->embedDocuments(texts(2), {}));
    server.setStatus(400, "do embedding request: Post \"http://127.0.0.1:1/embedding\": EOF", 1);
    EXPECT_TRUE(embedder->embedDocuments(texts(2), {}));
}

TEST_F(OllamaEmbedderTest, GivesUpAfterSomeTriesAndSoonWhenRefused)
{
    const auto embedder = connected();
    server.setStatus(503, "server busy");
    EXPECT_EQ(embedder->embedDocuments(texts(2), {}).error().code, tw::ErrorCode::ServerBusy);
    EXPECT_EQ(server.requests("/api/embed"), 5U);
    server.resetCounts();
    server.setStatus(500, "out of memory");
    EXPECT_EQ(embedder->embedDocuments(texts(32), {}).error().code, tw::ErrorCode::ServerRefused);
    EXPECT_EQ(server.requests("/api/embed"), 3U + 2U) << "a harmless text fails as well: no text is at fault";
    server.resetCounts();
    server.setStatus(400, "invalid input type");
    EXPECT_EQ(embedder->embedDocuments(texts(32), {}).error().code, tw::ErrorCode::ServerRefused);
    EXPECT_EQ(server.requests("/api/embed"), 1U + 1U);
    server.resetCounts();
    server.setStatus(503, "server busy");
    EXPECT_EQ(embedder->embedQuery("sharks", {}).error().code, tw::ErrorCode::ServerBusy);
    EXPECT_EQ(server.requests("/api/embed"), 1U) << "somebody waits for a query";
}

TEST_F(OllamaEmbedderTest, FindsTheOneTextThatSpoilsABatch)
{
    const auto embedder = connected();
    server.setPoisonWord("number 13");
    const auto failed = embedder->embedDocuments(texts(20), {});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, tw::ErrorCode::NotFinite);
    EXPECT_EQ(failed.error().row, 13U);
}

TEST_F(OllamaEmbedderTest, CutsTextsThatAreTooLong)
{
    const auto embedder = connected();
    const std::vector<std::string> longText{std::string(100'000, 'x')};
    ASSERT_TRUE(embedder->embedDocuments(longText, {}));
    EXPECT_LE(server.textsReceived().front().size(), 3U * 2048);
    server.setMaxCharacters(2000); // a server whose own truncation does not work
    ASSERT_TRUE(embedder->embedDocuments(longText, {}));
    EXPECT_LE(server.textsReceived().back().size(), 2000U);
}

TEST_F(OllamaEmbedderTest, RefusesAnotherDimensionThanPromised)
{
    const auto embedder = connected();
    server.setFault(Fault::WrongDimension);
    EXPECT_EQ(embedder->embedDocuments(texts(2), {}).error().code, tw::ErrorCode::ServerAnswerInvalid);
}

TEST_F(OllamaEmbedderTest, CutsOnlyTheTextThatIsTooLong)
{
    const auto embedder = connected();
    std::vector<std::string> mixed = texts(8);
    mixed[5] = std::string(3000, 'x');
    server.setMaxCharacters(2000);
    const auto embedded = embedder->embedDocuments(mixed, {});
    ASSERT_TRUE(embedded) << embedded.error().detail;
    const auto alone = embedder->embedDocuments(std::span(mixed).subspan(5, 1), {});
    ASSERT_TRUE(alone);
    EXPECT_EQ((*embedded)[5].vector, alone->front().vector) << "a vector depends on its own text alone";
    EXPECT_EQ((*embedded)[4].vector, FakeOllamaServer::vectorOf("search_document: " + mixed[4], 64));
}

TEST_F(OllamaEmbedderTest, AQueryMeetsNoOtherModel)
{
    const auto embedder = connected();
    FakeOllamaServer::Model other{"nomic-embed-text:latest", "sha256:other"};
    other.seed = 7;
    server.setModels({other});
    EXPECT_EQ(embedder->embedQuery("sharks", {}).error().code, tw::ErrorCode::ModelChanged);
    server.setModels({});
    EXPECT_EQ(embedder->embedQuery("sharks", {}).error().code, tw::ErrorCode::ModelNotFound);
}

TEST_F(OllamaEmbedderTest, OneCallIsInFlightAtATime)
{
    const auto embedder = connected();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 5; ++j)
                    EXPECT_TRUE(embedder->embedQuery("sharks", {}));
            });
    }
    EXPECT_EQ(server.requests("/api/embed"), 20U);
    EXPECT_EQ(server.mostInFlight(), 1U);
}

TEST_F(OllamaEmbedderTest, StopsDuringAPauseAndWhileWaitingForItsTurn)
{
    firstPause = 30s;
    const auto embedder = connected();
    server.setDelay(60s);
    std::stop_source first;
    std::stop_source second;
    std::jthread holder([&] {
        EXPECT_EQ(embedder->embedDocuments(texts(1), {first.get_token()}).error().code, tw::ErrorCode::Cancelled);
    });
    while (server.requests("/api/embed") == 0)
        std::this_thread::yield();
    std::jthread waiter([&] {
        EXPECT_EQ(embedder->embedQuery("sharks", {second.get_token()}).error().code, tw::ErrorCode::Cancelled);
    });
    second.request_stop();
    waiter.join();
    first.request_stop();
    holder.join();

    server.clearFaults();
    server.resetCounts();
    server.setStatus(503, "server busy");
    std::stop_source third;
    std::jthread retrier([&] {
        EXPECT_EQ(embedder->embedDocuments(texts(1), {third.get_token()}).error().code, tw::ErrorCode::Cancelled);
    });
    while (server.requests("/api/embed") == 0)
        std::this_thread::yield();
    third.request_stop();
}

} // namespace
