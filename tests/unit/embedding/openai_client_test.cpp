// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/embedding/openai_embedder.h"
#include "tests/support/fake_ollama_server.h"

namespace tw {
namespace {

using test::FakeOllamaServer;
using test::HttpAnswer;

const std::vector<std::string> kTexts{"a film about sharks", "another film"};
constexpr const char* kKey = "sk-test-0123456789";

/// A recorded shape of tests/data/servers.
std::string golden(const std::string& name)
{
    return readFile(std::filesystem::path(TW_SERVER_SHAPES) / name).value();
}

TEST(OpenAiUrl, IsCompletedWhereItIsShort)
{
    EXPECT_EQ(openAiUrl("localhost:8080"), "http://localhost:8080/v1");
    EXPECT_EQ(openAiUrl("127.0.0.1:1234/"), "http://127.0.0.1:1234/v1");
    EXPECT_EQ(openAiUrl("http://box:8000"), "http://box:8000/v1");
    EXPECT_EQ(openAiUrl("api.openai.com"), "https://api.openai.com/v1") << "a key is not sent in the open by omission";
    EXPECT_EQ(openAiUrl("https://api.example.com/v3/embeddings/"), "https://api.example.com/v3");
    EXPECT_EQ(openAiUrl(" HTTPS://me:pw@api.example.com/v1/ "), "https://me:pw@api.example.com/v1");
}

TEST(ModelTraits, AreFoundUnderEveryPublishersName)
{
    for (const char* name : {"nomic-embed-text", "nomic-ai/nomic-embed-text-v1.5",
                             "text-embedding-nomic-embed-text-v1.5@q8_0"}) {
        EXPECT_EQ(modelTraits(name).documentPrefix, "search_document: ") << name;
        EXPECT_EQ(modelTraits(name).dim, 768U);
        EXPECT_EQ(modelTraits(name).shorterDims, (std::vector<std::size_t>{512, 256, 128, 64}));
    }
    EXPECT_EQ(modelTraits("text-embedding-3-small").contextTokens, 8191U);
    EXPECT_FALSE(modelTraits("somebodys-model").known);
    EXPECT_EQ(modelTraits("somebodys-model").contextTokens, 2048U);
}

class OpenAiClientTest : public testing::Test {
protected:
    ServerResult<ServerVectors> vectors(bool base64 = false)
    {
        return client.vectors({"nomic-embed-text", 0, 0, base64}, kTexts, {});
    }
    ServerFailure refusedWith(int status, const std::string& body)
    {
        server.setAnswer("/v1/embeddings", {status, "application/json", body}, 1);
        const auto answer = vectors();
        EXPECT_FALSE(answer) << body;
        return answer ? ServerFailure{} : answer.error();
    }
    FakeOllamaServer server;
    OpenAiClient client{openAiUrl(server.url()), kKey, makeCurlTransport()};
};

TEST_F(OpenAiClientTest, AsksAsTheProtocolSays)
{
    ASSERT_TRUE(vectors());
    EXPECT_EQ(Json::parse(server.lastEmbedBody())->dump(), Json::parse(golden("openai-request.json"))->dump());
    EXPECT_EQ(server.lastAuthorization(), "Bearer " + std::string(kKey));
    ASSERT_TRUE(client.vectors({"nomic-embed-text", 0, 256, true}, kTexts, {}));
    EXPECT_EQ(Json::parse(server.lastEmbedBody())->dump(), Json::parse(golden("openai-request-base64.json"))->dump());
}

TEST_F(OpenAiClientTest, ReadsFloatsAndBase64InWhateverOrder)
{
    for (const bool base64 : {false, true}) {
        for (const bool unsorted : {false, true}) {
            server.setUnsorted(unsorted);
            const auto rows = vectors(base64);
            ASSERT_TRUE(rows) << rows.error().error.detail;
            for (std::size_t i = 0; i < kTexts.size(); ++i)
                EXPECT_TRUE(std::ranges::equal(rows->vectors.row(i), FakeOllamaServer::vectorOf(kTexts[i], 64)))
                    << base64 << unsorted;
        }
    }
}

TEST(OpenAiAnswer, GoldenShapesOfEachServerAreRead)
{
    // Two texts; the numbers are 1/4, -1/2 and so on, exact in both forms.
    for (const char* name : {"openai-answer.json", "openai-answer-base64.json", "llama-server-answer.json",
                             "answer-without-index.json"}) {
        const auto rows = openAiVectors(Json::parse(golden(name)).value(), 2, "http://x");
        ASSERT_TRUE(rows) << name << rows.error().error.detail;
        EXPECT_TRUE(std::ranges::equal(rows->vectors.row(0), std::vector<float>{0.25F, -0.5F, 1.0F})) << name;
        EXPECT_TRUE(std::ranges::equal(rows->vectors.row(1), std::vector<float>{-2.0F, 0.125F, 0.0F})) << name;
    }
}

TEST(OpenAiAnswer, WhatBreaksTheProtocolIsRefused)
{
    const auto code = [](const std::string& text) {
        const auto rows = openAiVectors(Json::parse(text).value(), 2, "http://x");
        return rows ? ErrorCode::Internal : rows.error().error.code;
    };
    for (const char* data :
         {R"([{"index":0,"embedding":[1]},{"index":0,"embedding":[2]}])",  // twice the same
          R"([{"index":0,"embedding":[1]},{"index":2,"embedding":[2]}])",  // out of range
          R"([{"index":-1,"embedding":[1]},{"index":0,"embedding":[2]}])",
          R"([{"index":0,"embedding":[1]},{"embedding":[2]}])",            // one without
          R"([{"index":0,"embedding":"AACAPw="},{"index":1,"embedding":"!!"}])",
          R"([{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":"AACA"}])", // three bytes
          R"([{"index":0,"embedding":[[1]]},{"index":1,"embedding":[[2]]}])",       // llama-server's without pooling
          R"([{"index":0,"embedding":[1,2]},{"index":1,"embedding":[2]}])",
          R"([{"index":0,"embedding":[1]}])"})
        EXPECT_EQ(code(std::string("{\"data\":") + data + "}"), ErrorCode::ServerAnswerInvalid) << data;
    // NaN and infinity are possible in base64; the good row stays.
    const auto rows = openAiVectors(
        Json::parse(R"({"data":[{"index":0,"embedding":"AADAfw=="},{"index":1,"embedding":"AACAPw=="}]})").value(), 2, "x");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->unusable.size(), 1U);
    EXPECT_EQ(rows->unusable.front().row, 0U);
}

TEST_F(OpenAiClientTest, TellsEachServersErrorsApart)
{
    EXPECT_EQ(refusedWith(404, golden("openai-error-model.json")).error.code, ErrorCode::ModelNotFound);
    EXPECT_EQ(refusedWith(404, R"({"detail":"Not Found"})").error.code, ErrorCode::ServerAnswerInvalid);
    EXPECT_EQ(refusedWith(401, golden("openai-error-key.json")).error.code, ErrorCode::ServerForbidden);
    EXPECT_EQ(refusedWith(501, golden("llama-server-error-no-embeddings.json")).error.code, ErrorCode::Unsupported);
    const ServerFailure loading = refusedWith(503, golden("llama-server-error-loading.json"));
    EXPECT_EQ(loading.error.code, ErrorCode::ServerBusy);
    EXPECT_TRUE(loading.mayPass);
    EXPECT_TRUE(refusedWith(429, R"({"error":"Model is overloaded","error_type":"overloaded"})").mayPass);
    const ServerFailure unpaid = refusedWith(429, golden("openai-error-quota.json"));
    EXPECT_EQ(unpaid.error.code, ErrorCode::ServerRefused);
    EXPECT_FALSE(unpaid.mayPass) << "no waiting helps";
    for (const char* name : {"llama-server-error-too-large.json", "vllm-error-too-long.json", "tei-error-too-long.json"}) {
        const int status = std::string(name).starts_with("llama") ? 500 : std::string(name).starts_with("vllm") ? 400 : 413;
        const ServerFailure failure = refusedWith(status, golden(name));
        EXPECT_TRUE(failure.tooLong && failure.mayBeOneText && !failure.mayPass) << name;
    }
    EXPECT_TRUE(refusedWith(413, golden("tei-error-batch.json")).tooMany);
    EXPECT_TRUE(refusedWith(424, golden("tei-error-inference.json")).mayPass);
}

TEST_F(OpenAiClientTest, ListsModels)
{
    const auto models = client.models({});
    ASSERT_TRUE(models);
    ASSERT_EQ(models->size(), 2U);
    EXPECT_EQ(models->front().id, "nomic-embed-text");
    EXPECT_EQ(models->front().contextTokens, 2048U);
    server.setAnswer("/v1/models", {200, "application/json", golden("llama-server-models.json")}, 1);
    EXPECT_EQ(client.models({})->front().dim, 768U);
    server.setAnswer("/v1/models", {404, "text/plain", "none"}, 1);
    EXPECT_TRUE(client.models({})->empty());
    server.setAnswer("/v1/models", {200, "application/json", "{\"models\":[]}"}, 1);
    EXPECT_EQ(client.models({}).error().code, ErrorCode::ServerAnswerInvalid);
}

TEST_F(OpenAiClientTest, TheKeyIsInNoError)
{
    server.setKey("another");
    const auto refused = vectors();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().error.code, ErrorCode::ServerForbidden);
    EXPECT_EQ((refused.error().error.detail + refused.error().error.subject).find(kKey), std::string::npos)
        << refused.error().error.detail;
    EXPECT_NE(refused.error().error.detail.find("Incorrect"), std::string::npos);
}

TEST(OpenAiEmbedder, KnowsItsModelByAProbe)
{
    FakeOllamaServer server;
    OpenAiOptions options;
    options.url = server.url();
    options.model = "nomic-embed-text";
    const auto connect = [&] { return OpenAiEmbedder::connect(options, makeCurlTransport(), {}).value(); };
    const std::string digest = connect()->info().digest;
    EXPECT_EQ(connect()->info().digest, digest);
    EXPECT_TRUE(sameOpenAiModel(digest, digest));
    FakeOllamaServer::Model other{"nomic-embed-text:latest"};
    other.seed = 9;
    server.setModels({other});
    EXPECT_FALSE(sameOpenAiModel(connect()->info().digest, digest));
    // One that differs in its last digits is the same, and takes the name of the one that is known.
    std::string near = digest;
    near.back() = near.back() == '0' ? '1' : static_cast<char>(near.back() == 'a' ? '9' : near.back() - 1);
    EXPECT_TRUE(sameOpenAiModel(near, digest));
    server.setModels({FakeOllamaServer::Model{"nomic-embed-text:latest"}});
    options.knownDigests = {"something else", near};
    EXPECT_EQ(connect()->info().digest, near);
    EXPECT_FALSE(sameOpenAiModel("", ""));
}

TEST(OpenAiEmbedder, SendsFewerWhenTheServerTakesNoMore)
{
    FakeOllamaServer server;
    OpenAiOptions options;
    options.url = server.url();
    options.model = "nomic-embed-text";
    options.batchSize = 65;
    const auto embedder = OpenAiEmbedder::connect(options, makeCurlTransport(), {}).value();
    std::vector<std::string> texts;
    for (int i = 0; i < 100; ++i)
        texts.push_back("film number " + std::to_string(i));
    for (const std::size_t limit : {32U, 2U, 1U}) {
        server.setMaxInputs(limit);
        server.resetCounts();
        const EmbeddedBatch batch = embedder->embedBatch(texts, {});
        ASSERT_FALSE(batch.failure) << batch.failure->detail;
        EXPECT_TRUE(batch.refused.empty());
        for (std::size_t i = 0; i < texts.size(); ++i)
            EXPECT_EQ(batch.texts[i].vector, FakeOllamaServer::vectorOf("search_document: " + texts[i], 64)) << i;
        EXPECT_LE(server.largestBatch(), limit);
    }
}

TEST(OpenAiEmbedder, BoundsTheSizeOfACall)
{
    FakeOllamaServer server;
    OpenAiOptions options;
    options.url = server.url();
    options.model = "nomic-embed-text";
    options.callCharacters = 1000;
    const auto embedder = OpenAiEmbedder::connect(options, makeCurlTransport(), {}).value();
    std::vector<std::string> texts(9, std::string(380, 'x'));
    texts[4] = std::string(3000, 'y');
    ASSERT_TRUE(embedder->embedDocuments(texts, {}));
    EXPECT_EQ(server.largestBatch(), 3U) << "two of them and the probe";
}

TEST(OpenAiEmbedder, AModelReplacedBetweenTwoCallsIsNoticed)
{
    FakeOllamaServer server;
    OpenAiOptions options;
    options.url = server.url();
    options.model = "nomic-embed-text";
    const auto embedder = OpenAiEmbedder::connect(options, makeCurlTransport(), {}).value();
    FakeOllamaServer::Model other{"nomic-embed-text:latest"};
    other.seed = 9;
    server.setModels({other});
    EXPECT_EQ(embedder->embedDocuments(kTexts, {}).error().code, ErrorCode::ModelChanged);
    EXPECT_EQ(embedder->embedQuery("sharks", {}).error().code, ErrorCode::ModelChanged);
}

TEST(OpenAiEmbedder, NeedsNoModelNamedWhereThereIsOne)
{
    FakeOllamaServer server;
    OpenAiOptions options;
    options.url = server.url();
    EXPECT_EQ(OpenAiEmbedder::connect(options, makeCurlTransport(), {}).error().code, ErrorCode::InvalidArgument);
    server.setModels({FakeOllamaServer::Model{"nomic-embed-text:latest"}});
    EXPECT_EQ(OpenAiEmbedder::connect(options, makeCurlTransport(), {}).value()->info().model, "nomic-embed-text");
}

} // namespace
} // namespace tw
