// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a server is known to fail: told apart, asked again where that helps, got round where one text is
// at fault, and gone on with later without embedding anything twice.
#include "tests/integration/server_fault_table.h"
#include "tests/integration/server_run.h"

#include <thread>

namespace tw {

namespace {

using namespace std::chrono_literals;
using test::FakeOllamaServer;
using test::HttpAnswer;
using test::ServerFault;
using test::ServerRun;
using test::TextFault;
using test::WaitCounter;
using Call = FakeOllamaServer::EmbedCall;
using Kind = ServerFault::Kind;
using Outcomes = std::map<std::string, std::uint64_t>;

std::string named(const testing::TestParamInfo<std::size_t>& info) { return std::to_string(info.param); }

} // namespace

class ServerFaults : public testing::Test {
protected:
    std::shared_ptr<const OllamaEmbedder> connect(const OllamaOptions& options)
    {
        auto embedder = OllamaEmbedder::connect(options, makeCurlTransport(), {});
        EXPECT_TRUE(embedder) << embedder.error().detail;
        return embedder.value_or(nullptr);
    }
    std::shared_ptr<const OllamaEmbedder> connect() { return connect(test::hastyOptions(m_server)); }

    /// The fault strikes from the request `first` on, so many times.
    void arm(const FakeOllamaServer::Answerer& fault, std::size_t first, std::size_t times)
    {
        m_server.setAnswerer([=](const Call& call) {
            return call.number >= first && call.number < first + times ? fault(call) : std::nullopt;
        });
    }
    void armForGood(const FakeOllamaServer::Answerer& fault, std::size_t first) { arm(fault, first, 1'000'000); }

    FakeOllamaServer m_server;
    std::vector<std::string> m_texts = test::someFilms(24); // three batches
};

class EachServerFault : public ServerFaults, public testing::WithParamInterface<std::size_t> {
protected:
    const ServerFault& m_fault = test::serverFaults()[GetParam()];

    OllamaOptions options() const
    {
        OllamaOptions options = test::hastyOptions(m_server);
        if (!m_fault.quick) {
            options.timeouts.embed = 800ms;
            options.timeouts.slow = 300ms;
        }
        return options;
    }

    /// From the second batch on: the first one's vectors are kept, the error tells what is wrong.
    void checkLasting(Outcomes& outcomes)
    {
        ServerRun run(m_server, connect(options()));
        armForGood(m_fault.answer, 2);
        const auto failed = run.embed(m_texts);
        const bool harmless = m_fault.kind == Kind::Harmless;
        ASSERT_EQ(failed.has_value(), harmless) << (failed ? "" : failed.error().detail);
        EXPECT_EQ(run.newlyStored, harmless ? m_texts.size() : test::kBatch);
        if (!harmless) {
            EXPECT_EQ(failed.error().code, m_fault.told) << failed.error().detail;
            EXPECT_FALSE(failed.error().detail.empty());
            // The good batch, five tries of the next (each lost one may be sent again by curl), two of a harmless text:
            // a dead server is not asked 64 times.
            EXPECT_LE(m_server.requests("/api/embed"), 1U + 6U + 2U);
        }
        m_server.clearFaults();
        const auto embedded = run.embed(m_texts);
        ASSERT_TRUE(embedded) << embedded.error().detail;
        EXPECT_TRUE(run.report.refused.empty());
        EXPECT_TRUE(test::areRight(*embedded, m_texts));
        EXPECT_EQ(run.askedAgain, 0U);
        EXPECT_EQ(run.newlyStored, m_texts.size());
        ++outcomes[harmless ? "not noticed" : "told as " + std::string(errorCodeName(m_fault.told))];
        outcomes["gone on, nothing embedded twice"] += run.askedAgain == 0;
    }

    /// Once, in the second batch: what may pass does not end the run.
    void checkOnce(Outcomes& outcomes)
    {
        ServerRun run(m_server, connect(options()));
        WaitCounter progress;
        arm(m_fault.answer, 2, 1);
        const auto embedded = run.embed(m_texts, progress.context());
        const bool survives = m_fault.kind != Kind::Final || m_fault.onceUnnoticed;
        ASSERT_EQ(embedded.has_value(), survives) << (embedded ? "" : embedded.error().detail);
        EXPECT_EQ(progress.waits, m_fault.kind == Kind::Passing && !m_fault.onceUnnoticed ? 1 : 0);
        EXPECT_EQ(run.askedAgain, 0U);
        if (!embedded)
            return;
        EXPECT_TRUE(test::areRight(*embedded, m_texts));
        EXPECT_TRUE(run.report.refused.empty());
        if (m_fault.onceUnnoticed)
            ++outcomes["once: not noticed"];
        else if (m_fault.kind != Kind::Harmless)
            ++outcomes[m_fault.kind == Kind::Passing ? "once: asked again" : "once: batch halved"];
    }

    /// With pauses and time-outs of half a minute a stop must not wait for any of them.
    void checkCancel(Outcomes& outcomes)
    {
        OllamaOptions options = test::hastyOptions(m_server);
        options.timeouts.embed = 30s;
        options.timeouts.slow = 30s;
        options.retry.firstPause = 30s;
        options.retry.longestPause = 30s;
        ServerRun run(m_server, connect(options));
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread canceller;
        m_server.setAnswerer([&](const Call& call) {
            if (call.number == 2)
                canceller = std::jthread([&] {
                    std::this_thread::sleep_for(20ms); // into the wait, if there is one
                    asked = std::chrono::steady_clock::now();
                    stop.request_stop();
                });
            return call.number >= 2 ? m_fault.answer(call) : std::nullopt;
        });
        const auto stopped = run.embed(m_texts, {stop.get_token()});
        const auto ended = std::chrono::steady_clock::now();
        m_server.clearFaults();
        if (canceller.joinable())
            canceller.join();
        if (stopped || stopped.error().code != ErrorCode::Cancelled) {
            ++outcomes["ended before the stop"];
            EXPECT_NE(m_fault.kind, Kind::Passing);
            return;
        }
        const auto took = ended - asked;
        EXPECT_LT(took, 15s) << "it waited for the server";
        ++outcomes[took < 100ms ? "stopped within 0.1 s" : took < 1s ? "stopped within 1 s" : "stopped later"];
    }
};

TEST_P(EachServerFault, IsToldAndSurvived)
{
    SCOPED_TRACE(m_fault.name);
    Outcomes outcomes;
    checkLasting(outcomes);
    m_server.clearFaults();
    checkOnce(outcomes);
    m_server.clearFaults();
    checkCancel(outcomes);
    test::logServer(m_fault.name, 3, outcomes);
}

INSTANTIATE_TEST_SUITE_P(Table, EachServerFault, testing::Range<std::size_t>(0, test::serverFaults().size()), named);

class EachTextFault : public ServerFaults, public testing::WithParamInterface<std::size_t> {
protected:
    const TextFault& m_fault = test::textFaults()[GetParam()];
};

TEST_P(EachTextFault, LeavesOutTheBadTextsAlone)
{
    SCOPED_TRACE(m_fault.name);
    ServerRun run(m_server, connect());
    for (const std::size_t bad : {3U, 12U, 13U})
        m_texts[bad] += std::string(" ") + test::kSpoiled;
    m_texts.push_back(m_texts[3]); // the same text again shares its fate
    m_server.setAnswerer(m_fault.answer);
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded) << embedded.error().detail;
    ASSERT_EQ(run.report.refused.size(), 4U);
    const std::array<std::size_t, 4> expected{3, 12, 13, 24};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const RefusedText& refused = run.report.refused[i];
        EXPECT_EQ(refused.row, expected[i]);
        EXPECT_EQ(refused.error.code, m_fault.told) << refused.error.detail;
        EXPECT_FALSE(refused.error.detail.empty());
        EXPECT_TRUE((*embedded)[refused.row].vector.empty());
    }
    EXPECT_EQ(run.newlyStored, 24U - 3U);
    EXPECT_LE(m_server.requests("/api/embed"), 60U);

    m_server.clearFaults();
    const auto whole = run.embed(m_texts);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(test::areRight(*whole, m_texts));
    EXPECT_EQ(m_server.textsReceived().size(), 3U) << "only those without a vector are asked for";
    EXPECT_EQ(run.askedAgain, 0U);
    test::logServer(m_fault.name, 1,
                {{"left out, its batch kept", 1}, {"gone on, nothing embedded twice", run.askedAgain == 0}});
}

INSTANTIATE_TEST_SUITE_P(Table, EachTextFault, testing::Range<std::size_t>(0, test::textFaults().size()), named);

TEST_F(ServerFaults, WhatABatchGaveBeforeTheServerFailedIsKept)
{
    ServerRun run(m_server, connect());
    m_texts[7] += std::string(" ") + test::kSpoiled;
    m_server.setAnswerer([](const Call& call) {
        if (call.number == 1) // the whole batch; then a harmless text and the first half go well
            return std::optional(HttpAnswer{400, "application/json", R"({"error":"embedding contains NaN"})"});
        return call.number < 4 ? std::nullopt : std::optional(HttpAnswer{405, "text/plain", "no more"});
    });
    EXPECT_EQ(run.embed(m_texts).error().code, ErrorCode::ServerRefused);
    EXPECT_EQ(run.newlyStored, test::kBatch / 2);
    m_server.clearFaults();
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded);
    EXPECT_TRUE(test::areRight(*embedded, m_texts));
    EXPECT_EQ(run.askedAgain, 0U);
    test::logServer("server fails while a batch is being halved", 1, {{"the good half kept", 1}});
}

TEST_F(ServerFaults, ATextThatIsTooLongIsCutUntilItFits)
{
    m_texts[5] = std::string(5000, 'x') + " long";
    m_server.setMaxCharacters(1000);
    ServerRun run(m_server, connect());
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded);
    EXPECT_TRUE(run.report.refused.empty());
    EXPECT_EQ(run.newlyStored, m_texts.size());
    test::logServer("one text too long for the model", 1, {{"cut, its batch kept", 1}});
}

TEST_F(ServerFaults, AServerThatRefusesEveryTextButTheHarmlessOneIsGivenUp)
{
    m_texts = test::someFilms(200);
    for (std::string& text : m_texts)
        text += std::string(" ") + test::kSpoiled;
    ServerRun run(m_server, connect());
    m_server.setAnswerer(test::textFaults().front().answer);
    const auto failed = run.embed(m_texts);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::NotFinite);
    EXPECT_LE(m_server.requests("/api/embed"), 8U * 17U) << "given up after 64 of the 200 texts";
    test::logServer("every text of the catalogue refused", 1, {{"told as not_finite", 1}});
}

TEST_F(ServerFaults, ADimensionThatWasNotPromisedIsSeenInTheFirstBatch)
{
    ServerRun run(m_server, connect());
    m_server.setFault(FakeOllamaServer::Fault::WrongDimension);
    const auto failed = run.embed(m_texts);
    EXPECT_EQ(failed.error().code, ErrorCode::ServerAnswerInvalid);
    EXPECT_NE(failed.error().detail.find("65"), std::string::npos);
    EXPECT_EQ(run.newlyStored, 0U);
    test::logServer("another dimension in the first batch", 1,
                {{"told as server_answer_invalid", 1}});
}

TEST_F(ServerFaults, VectorsOfOtherLengthsAreKeptAsTheyCame)
{
    ServerRun run(m_server, connect());
    m_server.setAnswerer([](const Call& call) {
        const Json answer = Json::parse(call.goodBody).value();
        Json::Array vectors;
        for (const Json& vector : answer["embeddings"].asArray()) {
            Json::Array numbers;
            for (const Json& number : vector.asArray())
                numbers.emplace_back(8 * number.asNumber());
            vectors.emplace_back(std::move(numbers));
        }
        Json larger;
        larger.set("embeddings", std::move(vectors));
        return std::optional(HttpAnswer{200, "application/json", larger.dump()});
    });
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded);
    const std::string text = std::string(test::kDocumentPrefix) + m_texts[2];
    for (std::size_t d = 0; d < 64; ++d)
        EXPECT_EQ((*embedded)[2].vector[d], 8 * FakeOllamaServer::vectorOf(text, 64)[d]);
    test::logServer("vectors that are not of unit length", 1, {{"kept as they came", 1}});
}

TEST_F(ServerFaults, AnEndlessAnswerIsCutAtItsCap)
{
    const auto embedder = connect();
    m_server.resetCounts();
    m_server.setAnswerer([](const Call&) {
        HttpAnswer answer{200, "application/json", "["};
        answer.filler = 1u << 30;
        answer.tellsLength = false;
        return std::optional(answer);
    });
    EXPECT_EQ(embedder->embedDocuments(m_texts, {}).error().code, ErrorCode::ServerAnswerInvalid);
    m_server.stop(); // counts are complete
    EXPECT_LT(m_server.bytesSent(), 64u << 20) << "what was taken is the cap and what the system buffers";
}

TEST_F(ServerFaults, TheServersWishIsWaitedForUpToACap)
{
    const auto pauseAfter = [this](const std::string& seconds, std::chrono::milliseconds cap) {
        OllamaOptions options = test::hastyOptions(m_server);
        options.retry.longestRetryAfter = cap;
        ServerRun run(m_server, connect(options));
        m_server.setAnswerer([seconds](const Call&) {
            HttpAnswer busy{503, "application/json", R"({"error":"server busy"})"};
            busy.headers = {{"Retry-After", seconds}};
            return std::optional(busy);
        });
        WaitCounter progress;
        progress.stopAtWait = true;
        EXPECT_EQ(run.embed(m_texts, progress.context()).error().code, ErrorCode::Cancelled);
        m_server.clearFaults();
        return progress.lastPause.count();
    };
    EXPECT_NEAR(pauseAfter("20", 60s), 20, 1);
    EXPECT_NEAR(pauseAfter("86400000", 60s), 60, 1);
    EXPECT_LT(pauseAfter("0", 60s), 1);
}

TEST_F(ServerFaults, ConnectingTellsThemApartAtEveryQuestion)
{
    struct Case {
        std::string name;
        HttpAnswer answer;
        ErrorCode told;
    };
    const auto broken = [](test::HttpBreak where) {
        HttpAnswer answer{200, "application/json", "{\"version\":\"1\",\"models\":[]}"};
        answer.broken = where;
        return answer;
    };
    HttpAnswer elsewhere{301, "text/plain", ""};
    elsewhere.location = "https://example.invalid/";
    const std::vector<Case> cases{
        {"silence", broken(test::HttpBreak::HangAtOnce), ErrorCode::ServerTimeout},
        {"reset in mid-body", broken(test::HttpBreak::ResetInBody), ErrorCode::ServerUnreachable},
        {"a web page", {200, "text/html", "<html>hello</html>"}, ErrorCode::ServerAnswerInvalid},
        {"a list", {200, "application/json", "[]"}, ErrorCode::ServerAnswerInvalid},
        {"deep JSON", {200, "application/json", std::string(100'000, '{')}, ErrorCode::ServerAnswerInvalid},
        {"redirect elsewhere", elsewhere, ErrorCode::ServerAnswerInvalid},
        {"401", {401, "text/plain", "who are you?"}, ErrorCode::ServerForbidden},
        {"404 page", {404, "text/html", "<html>404</html>"}, ErrorCode::ServerAnswerInvalid},
        {"503", {503, "text/html", "<html>503</html>"}, ErrorCode::ServerBusy},
        {"500", {500, "application/json", "{\"error\":\"no\"}"}, ErrorCode::ServerRefused},
    };
    for (const Case& each : cases) {
        OllamaOptions options = test::hastyOptions(m_server);
        if (each.told == ErrorCode::ServerTimeout) {
            options.timeouts.question = 300ms;
            options.timeouts.warmUp = 300ms;
        }
        for (const char* path : {"/api/version", "/api/tags", "/api/show", "/api/embed"}) {
            m_server.setAnswer(path, each.answer);
            const auto embedder = OllamaEmbedder::connect(options, makeCurlTransport(), {});
            m_server.clearFaults();
            ASSERT_FALSE(embedder) << each.name << path;
            EXPECT_EQ(embedder.error().code, each.told) << each.name << path << embedder.error().detail;
            EXPECT_FALSE(embedder.error().subject.empty()) << each.name << path;
        }
        test::logServer("while connecting: " + each.name, 4,
                    {{"told as " + std::string(errorCodeName(each.told)), 4}});
    }
}

TEST_F(ServerFaults, ConnectingStopsWhenTold)
{
    HttpAnswer silence;
    silence.broken = test::HttpBreak::HangAtOnce;
    for (const char* path : {"/api/version", "/api/tags", "/api/show", "/api/embed"}) {
        m_server.resetCounts();
        m_server.setAnswer(path, silence);
        std::stop_source stop;
        std::jthread canceller([&] {
            while (m_server.requests(path) == 0)
                std::this_thread::yield();
            stop.request_stop();
        });
        const auto embedder = OllamaEmbedder::connect({m_server.url()}, makeCurlTransport(), {stop.get_token()});
        m_server.clearFaults();
        ASSERT_FALSE(embedder);
        EXPECT_EQ(embedder.error().code, ErrorCode::Cancelled) << path;
    }
}

TEST_F(ServerFaults, AQueryIsToldAtOnceWhatIsWrong)
{
    const auto embedder = connect();
    std::uint64_t told = 0;
    for (const ServerFault& fault : test::serverFaults()) {
        if (!fault.quick)
            continue;
        SCOPED_TRACE(fault.name);
        armForGood(fault.answer, 1);
        WaitCounter progress;
        const auto vector = embedder->embedQuery("sharks", progress.context());
        EXPECT_EQ(vector.has_value(), fault.kind == Kind::Harmless);
        EXPECT_EQ(progress.waits, 0) << "somebody waits";
        if (!vector)
            EXPECT_EQ(vector.error().code, fault.told) << vector.error().detail;
        else
            EXPECT_EQ(*vector, FakeOllamaServer::vectorOf("search_query: sharks", 64));
        ++told;
    }
    test::logServer("a query, each fault", told, {{"told at once, or not noticed", told}});
}

TEST_F(ServerFaults, AnAnswerIsOnlySearchedWhereItWasAsked)
{
    FakeOllamaServer other;
    const auto embedder = connect();
    m_server.setAnswerer([&](const Call&) {
        HttpAnswer elsewhere{308, "text/plain", ""};
        elsewhere.location = other.url() + "/api/embed";
        return std::optional(elsewhere);
    });
    const auto failed = embedder->embedDocuments(m_texts, {});
    EXPECT_EQ(failed.error().code, ErrorCode::ServerAnswerInvalid);
    EXPECT_NE(failed.error().detail.find("redirected"), std::string::npos);
    EXPECT_EQ(other.requests(), 0U) << "the texts are nobody else's business";
}

} // namespace tw
