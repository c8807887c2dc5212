// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_client.h"

#include "tests/support/fake_ollama_server.h"

#include <cstdlib>

namespace {

using Fault = tw::test::FakeOllamaServer::Fault;
const std::vector<std::string> kTexts{"a film about sharks", "another film"};

TEST(OllamaUrl, FollowsOllamasOwnRules)
{
    // The rules of OLLAMA_HOST in Ollama's envconfig/config.go; a client cannot connect to a bind address.
    EXPECT_EQ(tw::ollamaUrl(""), "http://127.0.0.1:11434");
    EXPECT_EQ(tw::ollamaUrl("1.2.3.4"), "http://1.2.3.4:11434");
    EXPECT_EQ(tw::ollamaUrl("example.com:5678"), "http://example.com:5678");
    EXPECT_EQ(tw::ollamaUrl(":1234"), "http://127.0.0.1:1234");
    EXPECT_EQ(tw::ollamaUrl("http://example.com"), "http://example.com:80");
    EXPECT_EQ(tw::ollamaUrl("https://example.com"), "https://example.com:443");
    EXPECT_EQ(tw::ollamaUrl("https://example.com:8443/ollama/"), "https://example.com:8443/ollama");
    EXPECT_EQ(tw::ollamaUrl("example.com/path"), "http://example.com:11434/path");
    EXPECT_EQ(tw::ollamaUrl(" \"example.com\" "), "http://example.com:11434");
    EXPECT_EQ(tw::ollamaUrl("'1.2.3.4'"), "http://1.2.3.4:11434");
    EXPECT_EQ(tw::ollamaUrl("0.0.0.0"), "http://127.0.0.1:11434");
    EXPECT_EQ(tw::ollamaUrl("0.0.0.0:9"), "http://127.0.0.1:9");
    EXPECT_EQ(tw::ollamaUrl("::"), "http://[::1]:11434");
    EXPECT_EQ(tw::ollamaUrl("[::]:9"), "http://[::1]:9");
    EXPECT_EQ(tw::ollamaUrl("::1"), "http://[::1]:11434");
    EXPECT_EQ(tw::ollamaUrl("example.com:66000"), "http://example.com:11434");
    EXPECT_EQ(tw::ollamaUrl("http://127.0.0.1:11434"), "http://127.0.0.1:11434");
    EXPECT_EQ(tw::ollamaUrl("[fe80::1]:5"), "http://[fe80::1]:5");
    EXPECT_EQ(tw::ollamaUrl("HTTPS://Example.com"), "https://Example.com:443");
    EXPECT_EQ(tw::ollamaUrl("https://me:secret@example.com/x"), "https://me:secret@example.com:443/x");
    EXPECT_EQ(tw::ollamaUrl("me:secret@example.com"), "http://me:secret@example.com:11434");
}

TEST(OllamaUrl, ComesFromTheEnvironment)
{
    ::setenv("OLLAMA_HOST", "10.0.0.7:1111", 1);
    EXPECT_EQ(tw::ollamaUrlFromEnvironment(), "http://10.0.0.7:1111");
    ::unsetenv("OLLAMA_HOST");
    EXPECT_EQ(tw::ollamaUrlFromEnvironment(), "http://127.0.0.1:11434");
}

class OllamaClientTest : public testing::Test {
protected:
    tw::test::FakeOllamaServer server;
    tw::OllamaClient client{server.url(), tw::makeCurlTransport()};

    tw::Error embedError()
    {
        const auto rows = client.embed("nomic-embed-text", kTexts, {});
        return rows ? tw::Error{} : rows.error();
    }
};

TEST_F(OllamaClientTest, AsksVersionModelsAndDetails)
{
    EXPECT_EQ(client.version({}).value(), "0.15.6");
    const auto models = client.models({});
    ASSERT_TRUE(models);
    ASSERT_EQ(models->size(), 2U);
    EXPECT_EQ(models->front().name, "nomic-embed-text:latest");
    EXPECT_EQ(models->front().digest, "sha256:0123456789abcdef");
    EXPECT_GT(models->front().bytes, 0U);
    const auto details = client.show("nomic-embed-text", {});
    ASSERT_TRUE(details);
    EXPECT_EQ(details->dim, 64U);
    EXPECT_EQ(details->contextTokens, 2048U);
    EXPECT_TRUE(details->embeds);
    EXPECT_FALSE(client.show("chat", {})->embeds);
    EXPECT_EQ(client.show("missing", {}).error().code, tw::ErrorCode::ModelNotFound);
}

TEST_F(OllamaClientTest, EmbedsInOrderWithoutLosingPrecision)
{
    ASSERT_TRUE(client.warmUp("nomic-embed-text", {}));
    EXPECT_EQ(server.textsEmbedded(), 0U);
    const auto rows = client.embed("nomic-embed-text", kTexts, {});
    ASSERT_TRUE(rows) << rows.error().detail;
    ASSERT_EQ(rows->rows(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::vector<float> expected = tw::test::FakeOllamaServer::vectorOf(kTexts[i], 64);
        EXPECT_TRUE(std::ranges::equal(rows->row(i), expected));
    }
    EXPECT_EQ(server.textsReceived(), kTexts);
}

TEST_F(OllamaClientTest, TellsErrorStatusesApart)
{
    server.setStatus(503, "server busy, please try again.  maximum pending requests exceeded", 1);
    EXPECT_EQ(embedError().code, tw::ErrorCode::ServerBusy);
    server.setStatus(429, "slow down", 1);
    EXPECT_EQ(embedError().code, tw::ErrorCode::ServerBusy);
    server.setStatus(400, "invalid input type", 1);
    const tw::Error refused = embedError();
    EXPECT_EQ(refused.code, tw::ErrorCode::ServerRefused);
    EXPECT_NE(refused.detail.find("invalid input type"), std::string::npos);
    EXPECT_NE(refused.detail.find("400"), std::string::npos);
    EXPECT_EQ(client.embed("missing", kTexts, {}).error().code, tw::ErrorCode::ModelNotFound);
    EXPECT_EQ(client.warmUp("missing", {}).error().code, tw::ErrorCode::ModelNotFound);
}

TEST_F(OllamaClientTest, RefusesAnswersThatBreakTheProtocol)
{
    for (const Fault fault : {Fault::Garbage, Fault::WrongCount, Fault::UnevenRows, Fault::Redirects}) {
        server.setFault(fault);
        EXPECT_EQ(embedError().code, tw::ErrorCode::ServerAnswerInvalid) << static_cast<int>(fault);
    }
    for (const Fault fault : {Fault::Drop, Fault::Truncate}) {
        server.setFault(fault);
        EXPECT_EQ(embedError().code, tw::ErrorCode::ServerUnreachable) << static_cast<int>(fault);
    }
}

TEST_F(OllamaClientTest, NamesTheTextWhoseVectorIsNotFinite)
{
    for (const Fault fault : {Fault::NotANumber, Fault::Overflow, Fault::Zero}) {
        server.setFault(fault);
        const tw::Error error = embedError();
        EXPECT_EQ(error.code, tw::ErrorCode::NotFinite) << static_cast<int>(fault);
        EXPECT_EQ(error.row, 1U);
    }
}

TEST_F(OllamaClientTest, APullIsDoneWhenTheServerSaysSo)
{
    const auto pull = [this](const std::string& lines, tw::test::HttpBreak broken = tw::test::HttpBreak::Nowhere) {
        tw::test::HttpAnswer answer{200, "application/x-ndjson", lines};
        answer.broken = broken;
        server.setAnswer("/api/pull", answer, 1);
        std::vector<std::string> told;
        const auto pulled = client.pull("some-model", [&](const tw::OllamaPull& each) {
            told.push_back(each.status + " " + std::to_string(each.done) + "/" + std::to_string(each.total));
        }, {});
        return std::pair(pulled ? std::optional<tw::Error>() : pulled.error(), told);
    };
    const std::string begin = "{\"status\":\"pulling manifest\"}\n"
                              "{\"status\":\"pulling 970aa74c0a90\",\"digest\":\"sha256:97\",\"total\":274,\"completed\":31}\n";
    const auto [noError, told] = pull(begin + "{\"status\":\"success\"}");
    EXPECT_FALSE(noError);
    EXPECT_EQ(told, (std::vector<std::string>{"pulling manifest 0/0", "pulling 970aa74c0a90 31/274", "success 0/0"}));

    // The status line has been sent when the registry is asked, so all that follows is a 200 as well.
    const auto unknown = pull("{\"status\":\"pulling manifest\"}\n{\"error\":\"pull model manifest: file does not exist\"}\n");
    ASSERT_TRUE(unknown.first);
    EXPECT_EQ(unknown.first->code, tw::ErrorCode::ModelNotFound);
    EXPECT_EQ(unknown.first->subject, "some-model");
    EXPECT_EQ(pull(begin + "{\"error\":\"no space left on device\"}\n").first->code, tw::ErrorCode::ServerRefused);
    EXPECT_EQ(pull(begin).first->code, tw::ErrorCode::ServerUnreachable) << "no final success";
    EXPECT_EQ(pull(begin + begin, tw::test::HttpBreak::InBody).first->code, tw::ErrorCode::ServerUnreachable);
    EXPECT_EQ(pull(begin + "<html>\n").first->code, tw::ErrorCode::ServerAnswerInvalid);
    EXPECT_EQ(pull(std::string(3u << 20, ' ')).first->code, tw::ErrorCode::ServerAnswerInvalid) << "an endless line";
    EXPECT_EQ(pull("").first->code, tw::ErrorCode::ServerUnreachable);
    server.setAnswer("/api/pull", {500, "application/json", "{\"error\":\"disk full\"}"}, 1);
    EXPECT_EQ(client.pull("some-model", {}, {}).error().code, tw::ErrorCode::ServerRefused);
    EXPECT_EQ(client.pull("some-model", {}, {}).error().code, tw::ErrorCode::ServerAnswerInvalid) << "404 page";
}

TEST_F(OllamaClientTest, APullStopsWhenTold)
{
    tw::test::HttpAnswer silent{200, "application/x-ndjson", "{\"status\":\"pulling manifest\"}\n" + std::string(99, ' ')};
    silent.broken = tw::test::HttpBreak::HangInBody;
    server.setAnswer("/api/pull", silent);
    std::stop_source stop;
    const auto pulled = client.pull("some-model", [&](const tw::OllamaPull&) { stop.request_stop(); }, {stop.get_token()});
    EXPECT_EQ(pulled.error().code, tw::ErrorCode::Cancelled);
}

TEST(OllamaClient, IsNotFooledByAnotherServer)
{
    // Ollama's API below a path where there is none: a plain 404 page.
    const tw::test::FakeOllamaServer server;
    const tw::OllamaClient client(server.url() + "/elsewhere", tw::makeCurlTransport());
    EXPECT_FALSE(client.version({}));
}

} // namespace
