// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/http_transport.h"

#include "tests/support/fake_ollama_server.h"

#include <thread>

namespace {

using namespace std::chrono_literals;
using Fault = tw::test::FakeOllamaServer::Fault;

tw::HttpRequest embedRequest(const tw::test::FakeOllamaServer& server)
{
    tw::HttpRequest request;
    request.method = "POST";
    request.url = server.url() + "/api/embed";
    request.body = R"({"model":"nomic-embed-text","input":["a film"]})";
    return request;
}

TEST(CurlTransport, SendsAndReceives)
{
    tw::test::FakeOllamaServer server;
    const auto transport = tw::makeCurlTransport();
    tw::HttpRequest request;
    request.url = server.url() + "/api/version";
    const auto response = transport->send(request, {});
    ASSERT_TRUE(response) << response.error().detail;
    EXPECT_EQ(response->status, 200);
    EXPECT_NE(response->contentType.find("application/json"), std::string::npos);
    EXPECT_NE(response->body.find("version"), std::string::npos);
    const auto posted = transport->send(embedRequest(server), {});
    ASSERT_TRUE(posted);
    EXPECT_NE(posted->body.find("embeddings"), std::string::npos);
}

TEST(CurlTransport, AnErrorStatusIsAnAnswer)
{
    tw::test::FakeOllamaServer server;
    server.setStatus(500, "out of memory");
    const auto response = tw::makeCurlTransport()->send(embedRequest(server), {});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 500);
}

TEST(CurlTransport, TellsItsErrorsApart)
{
    const auto transport = tw::makeCurlTransport();
    tw::test::FakeOllamaServer server;
    const auto codeWith = [&](Fault fault) {
        server.setFault(fault, 1);
        const auto response = transport->send(embedRequest(server), {});
        return response ? tw::ErrorCode::Internal : response.error().code;
    };
    EXPECT_EQ(codeWith(Fault::Drop), tw::ErrorCode::ServerUnreachable);
    EXPECT_EQ(codeWith(Fault::Truncate), tw::ErrorCode::ServerUnreachable);
    server.setFault(Fault::Redirects);
    EXPECT_EQ(transport->send(embedRequest(server), {}).error().code, tw::ErrorCode::ServerAnswerInvalid);
    server.clearFaults();

    tw::HttpRequest large = embedRequest(server);
    large.maxResponseBytes = 100;
    EXPECT_EQ(transport->send(large, {}).error().code, tw::ErrorCode::ServerAnswerInvalid);

    server.setDelay(10s);
    tw::HttpRequest slow = embedRequest(server);
    slow.timeout = 50ms;
    EXPECT_EQ(transport->send(slow, {}).error().code, tw::ErrorCode::ServerTimeout);

    tw::HttpRequest nobody;
    nobody.url = "http://127.0.0.1:1/";
    EXPECT_EQ(transport->send(nobody, {}).error().code, tw::ErrorCode::ServerUnreachable);
    for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/", ""}) {
        nobody.url = url;
        EXPECT_EQ(transport->send(nobody, {}).error().code, tw::ErrorCode::InvalidArgument) << url;
    }
}

TEST(CurlTransport, FollowsARedirectInPlaceWithMethodAndBody)
{
    tw::test::FakeOllamaServer server;
    tw::test::HttpAnswer moved{302, "text/plain", ""};
    moved.location = "/api/embed";
    server.setAnswer("/old/api/embed", moved);
    tw::HttpRequest request = embedRequest(server);
    request.url = server.url() + "/old/api/embed";
    const auto response = tw::makeCurlTransport()->send(request, {});
    ASSERT_TRUE(response) << response.error().detail;
    EXPECT_NE(response->body.find("embeddings"), std::string::npos);
    EXPECT_EQ(server.textsReceived(), std::vector<std::string>{"a film"});
}

TEST(CurlTransport, KeepsSecretsToItsOneHost)
{
    tw::test::FakeOllamaServer server;
    const std::string host = server.url().substr(std::string_view("http://").size());
    tw::HttpRequest request;
    request.url = "http://me:s%40cret@" + host + "/api/version?key=s%40cret";
    ASSERT_TRUE(tw::makeCurlTransport()->send(request, {}));
    EXPECT_EQ(server.lastAuthorization(), "Basic bWU6c0BjcmV0"); // "me:s@cret"

    tw::test::FakeOllamaServer other;
    tw::test::HttpAnswer elsewhere{302, "text/plain", ""};
    elsewhere.location = "http://x:s%40cret@" + other.url().substr(7) + "/?s%40cret";
    server.setAnswer("/api/version?key=s%40cret", elsewhere, 1);
    tw::test::HttpAnswer broken{200, "text/plain", "half"};
    broken.broken = tw::test::HttpBreak::InBody;
    server.setAnswer("/broken", broken);
    std::vector<tw::Error> errors;
    for (const std::string& url : {request.url, "http://me:s%40cret@" + host + "/broken",
                                   std::string("http://me:s%40cret@127.0.0.1:1/?s%40cret"),
                                   std::string("ftp://me:s%40cret@127.0.0.1/"), std::string("http://me:s%40cret@/")}) {
        tw::HttpRequest failing;
        failing.url = url;
        const auto response = tw::makeCurlTransport()->send(failing, {});
        ASSERT_FALSE(response) << url;
        errors.push_back(response.error());
    }
    EXPECT_EQ(other.requests(), 0U);
    for (const tw::Error& error : errors)
        EXPECT_EQ((error.subject + error.detail).find("cret"), std::string::npos) << error.subject << error.detail;
    EXPECT_EQ(tw::urlWithoutSecrets("https://a:b@c@host:1/p?q#f"), "https://host:1/p");
    EXPECT_EQ(tw::urlWithoutSecrets("a:b@host"), "host");
    EXPECT_EQ(tw::urlWithoutSecrets(""), "");
}

TEST(CurlTransport, SpeaksIPv6)
{
    tw::test::FakeOllamaServer server(tw::test::FakeOllamaServer::Address::IPv6);
    if (server.port() == 0)
        GTEST_SKIP() << "no IPv6 here";
    ASSERT_TRUE(server.url().starts_with("http://[::1]:"));
    EXPECT_TRUE(tw::makeCurlTransport()->send(embedRequest(server), {}));
}

TEST(CurlTransport, GivesUpAnAnswerThatOnlyDrips)
{
    tw::test::FakeOllamaServer server;
    tw::test::HttpAnswer dripping{200, "text/plain", std::string(10'000, 'x')};
    dripping.bodyPause = 5ms;
    server.setAnswer("/drip", dripping);
    for (const auto timeout : {60'000ms, 0ms}) {
        tw::HttpRequest request;
        request.url = server.url() + "/drip";
        request.timeout = timeout;
        request.slowTime = 100ms;
        const auto response = tw::makeCurlTransport()->send(request, {});
        ASSERT_FALSE(response);
        EXPECT_EQ(response.error().code, tw::ErrorCode::ServerTimeout);
    }
}

TEST(CurlTransport, StopsInTheMiddleOfAWait)
{
    tw::test::FakeOllamaServer server;
    server.setDelay(60s); // far beyond the test's own limit
    std::stop_source source;
    const std::jthread canceller([&] {
        while (server.requests("/api/embed") == 0)
            std::this_thread::yield();
        source.request_stop();
    });
    const auto response = tw::makeCurlTransport()->send(embedRequest(server), {source.get_token()});
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, tw::ErrorCode::Cancelled);
}

TEST(CurlTransport, WorksAgainAfterAFailure)
{
    tw::test::FakeOllamaServer server;
    const auto transport = tw::makeCurlTransport();
    server.setFault(Fault::Drop, 1);
    EXPECT_FALSE(transport->send(embedRequest(server), {}));
    EXPECT_TRUE(transport->send(embedRequest(server), {}));
}

TEST(CurlTransport, ServesSeveralThreads)
{
    tw::test::FakeOllamaServer server;
    const auto transport = tw::makeCurlTransport();
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 10; ++j)
                    good += transport->send(embedRequest(server), {}).has_value() ? 1 : 0;
            });
    }
    EXPECT_EQ(good, 40);
}

} // namespace
