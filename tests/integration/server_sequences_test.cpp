// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that fail, stop, come back and change their model, and runs that are stopped and killed: whatever the order,
// the vectors in the end are those of a run without faults, and each was stored once.
// TASTEWALK_SEQUENCES sets how many random ones; 200 by default, 2,000 with TASTEWALK_DEEP.
#include "core/base/random.h"
#include "tests/integration/server_fault_table.h"
#include "tests/integration/server_run.h"
#include "tests/support/child_process.h"
#include "tests/support/environment.h"

#include <thread>

namespace tw {

namespace {

using namespace std::chrono_literals;
using test::FakeOllamaServer;
using test::HttpAnswer;
using test::ServerFault;
using test::ServerRun;
using Call = FakeOllamaServer::EmbedCall;

constexpr std::size_t kFilmsToKill = 200; // more than three killed runs embed

std::size_t sequences()
{
    if (const char* wanted = std::getenv("TASTEWALK_SEQUENCES"))
        return std::strtoul(wanted, nullptr, 10);
    return std::getenv("TASTEWALK_DEEP") ? 2000 : 200;
}

/// What strikes the server in one sequence. Shared with its threads, of which one may outlive a stopped run.
struct Fate {
    explicit Fate(std::uint64_t seed) : random(seed), share(random.uniform(0.05, 0.6)) {}
    std::stop_token begin()
    {
        const std::lock_guard lock(mutex);
        stop = {};
        return stop.get_token();
    }
    std::mutex mutex;
    Random random;
    double share; ///< Of the requests that a fault strikes.
    std::stop_source stop;
    std::uint64_t struck = 0;
};

} // namespace

class ServerSequences : public testing::Test {
protected:
    Result<std::shared_ptr<const OllamaEmbedder>> tryConnect(OllamaOptions options)
    {
        return OllamaEmbedder::connect(options, makeCurlTransport(), {});
    }
    std::shared_ptr<const OllamaEmbedder> connect(const OllamaOptions& options)
    {
        auto embedder = tryConnect(options);
        EXPECT_TRUE(embedder) << embedder.error().detail;
        return embedder.value_or(nullptr);
    }
    std::shared_ptr<const OllamaEmbedder> connect() { return connect(test::hastyOptions(m_server)); }

    FakeOllamaServer m_server;
    std::vector<std::string> m_texts = test::someFilms(40);
};

TEST_F(ServerSequences, RandomFaultsEndInTheVectorsOfAFaultlessRun)
{
    std::vector<const ServerFault*> faults;
    for (const ServerFault& fault : test::serverFaults())
        if (fault.quick && fault.name.find("1 GB") != 0)
            faults.push_back(&fault);
    OllamaOptions options = test::hastyOptions(m_server);
    options.retry.tries = 2;
    options.retry.refusedTries = 2;
    options.retry.longestPause = 1ms;
    const auto embedder = connect(options);
    m_texts.push_back(m_texts[7]);
    std::uint64_t runs = 0;
    std::uint64_t struck = 0;
    std::uint64_t right = 0;
    std::uint64_t askedAgain = 0;
    for (std::size_t seed = 0; seed < sequences(); ++seed) {
        SCOPED_TRACE(seed);
        ServerRun run(m_server, embedder);
        const auto fate = std::make_shared<Fate>(seed);
        m_server.setAnswerer([fate, &faults](const Call& call) -> std::optional<HttpAnswer> {
            const std::lock_guard lock(fate->mutex);
            if (fate->random.uniform() < 0.05)
                fate->stop.request_stop();
            if (fate->random.uniform() >= fate->share)
                return std::nullopt;
            ++fate->struck;
            return faults[fate->random.below(faults.size())]->answer(call);
        });
        bool whole = false;
        for (int attempt = 0; attempt < 400 && !whole; ++attempt, ++runs) {
            const auto embedded = run.embed(m_texts, {fate->begin()});
            whole = embedded && run.report.refused.empty();
            if (whole)
                right += test::areRight(*embedded, m_texts);
        }
        m_server.clearFaults();
        struck += fate->struck;
        ASSERT_TRUE(whole) << "400 runs did not do it";
        EXPECT_EQ(run.newlyStored, 40U) << "each text is stored once";
        EXPECT_EQ(run.lost, 0U);
        askedAgain += run.askedAgain;
    }
    EXPECT_EQ(right, sequences());
    EXPECT_EQ(askedAgain, 0U);
    EXPECT_GT(struck, sequences()) << "faults must have struck";
    test::logServer("random sequences of faults and stops", sequences(),
                {{"vectors as without faults", right},
                 {"embedded twice", askedAgain},
                 {"faults in them", struck},
                 {"runs in them", runs}});
}

TEST_F(ServerSequences, AModelSwappedUnderItsNameIsNoticedAndNothingIsMixed)
{
    const auto embedder = connect();
    ServerRun run(m_server, embedder);
    FakeOllamaServer::Model other{"nomic-embed-text:latest", "sha256:other"};
    other.seed = 99;
    m_server.setAnswerer([&](const Call& call) {
        if (call.number == 2)
            m_server.setModels({other});
        return std::nullopt;
    });
    const auto failed = run.embed(m_texts);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::ModelChanged);
    EXPECT_EQ(run.newlyStored, test::kBatch) << "the batch under way is of doubtful origin";

    // The new one is another embedder: nothing of the old one serves it, and the other way round.
    ServerRun fresh(m_server, connect());
    const auto embedded = fresh.embed(m_texts);
    ASSERT_TRUE(embedded);
    EXPECT_TRUE(test::areRight(*embedded, m_texts, 99));
    m_server.setModels({FakeOllamaServer::Model{"nomic-embed-text:latest"}});
    const auto old = run.embed(m_texts);
    ASSERT_TRUE(old);
    EXPECT_TRUE(test::areRight(*old, m_texts));
    EXPECT_EQ(run.report.fromCache, test::kBatch);
    test::logServer("model swapped under its name between two batches", 1,
                {{"told as model_changed", 1}, {"nothing mixed", 1}});
}

TEST_F(ServerSequences, AModelRemovedMidwayIsMissed)
{
    ServerRun run(m_server, connect());
    m_server.setAnswerer([&](const Call& call) {
        if (call.number == 3)
            m_server.setModels({});
        return std::nullopt;
    });
    const auto failed = run.embed(m_texts);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::ModelNotFound);
    EXPECT_EQ(failed.error().subject, "nomic-embed-text");
    EXPECT_EQ(run.newlyStored, 2 * test::kBatch);
    test::logServer("model removed midway", 1, {{"told as model_not_found", 1}});
}

TEST_F(ServerSequences, AServerThatIsStartedAgainIsGoneOnWith)
{
    OllamaOptions options = test::hastyOptions(m_server);
    options.retry.tries = 1000;
    ServerRun run(m_server, connect(options));
    std::atomic<bool> due = false;
    m_server.setAnswerer([&](const Call& call) {
        due = due || call.number == 2;
        HttpAnswer dropped;
        dropped.broken = test::HttpBreak::BeforeAnswer;
        return call.number == 2 ? std::optional(dropped) : std::nullopt;
    });
    std::jthread operatorOfTheServer([&] {
        while (!due)
            std::this_thread::sleep_for(1ms);
        m_server.stop();
        std::this_thread::sleep_for(50ms);
        m_server.start();
    });
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded) << embedded.error().detail;
    EXPECT_TRUE(test::areRight(*embedded, m_texts));
    test::logServer("server started again midway, same port", 1, {{"asked again", 1}});
}

TEST_F(ServerSequences, AServerThatIsStoppedForGoodIsToldAndGoneOnWithLater)
{
    ServerRun run(m_server, connect());
    std::atomic<bool> due = false;
    m_server.setAnswerer([&](const Call& call) {
        due = due || call.number == 3;
        HttpAnswer hanging;
        hanging.broken = test::HttpBreak::HangAtOnce;
        return call.number == 3 ? std::optional(hanging) : std::nullopt;
    });
    std::jthread operatorOfTheServer([&] {
        while (!due)
            std::this_thread::sleep_for(1ms);
        m_server.stop();
    });
    const auto failed = run.embed(m_texts);
    operatorOfTheServer.join();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::ServerUnreachable);
    EXPECT_EQ(tryConnect(test::hastyOptions(m_server)).error().code, ErrorCode::ServerUnreachable);
    m_server.clearFaults();
    m_server.start();
    const auto embedded = run.embed(m_texts);
    ASSERT_TRUE(embedded) << embedded.error().detail;
    EXPECT_TRUE(test::areRight(*embedded, m_texts));
    EXPECT_EQ(run.askedAgain, 0U);
    test::logServer("connection refused", 1,
                {{"told as server_unreachable", 1}, {"gone on, nothing embedded twice", 1}});
}

/// Not a test of its own: the process that AKilledRunGoesOn kills.
TEST(ServerChild, DISABLED_Embeds)
{
    OllamaOptions options{std::getenv("TASTEWALK_TEST_SERVER"), "nomic-embed-text", test::kBatch};
    const auto embedder = OllamaEmbedder::connect(options, makeCurlTransport(), {}).value();
    const auto cache = EmbeddingCache::open(std::getenv("TASTEWALK_TEST_CACHE")).value();
    ASSERT_TRUE(embedAll(*embedder, *cache, test::someFilms(kFilmsToKill), {}));
}

TEST_F(ServerSequences, AKilledRunGoesOn)
{
    const std::size_t rounds = std::getenv("TASTEWALK_DEEP") ? 100 : 10;
    const auto embedder = connect();
    Random random(3);
    std::uint64_t killed = 0;
    std::uint64_t askedAgain = 0;
    std::uint64_t lost = 0;
    std::uint64_t right = 0;
    m_server.setDelay(5ms);
    m_texts = test::someFilms(kFilmsToKill);
    for (std::size_t round = 0; round < rounds; ++round) {
        ServerRun run(m_server, embedder);
        const test::Environment url("TASTEWALK_TEST_SERVER", m_server.url().c_str());
        const test::Environment file("TASTEWALK_TEST_CACHE", run.file().c_str());
        for (int kill = 0; kill < 3; ++kill) {
            const std::set<std::string> before = run.stored(m_texts);
            m_server.resetCounts();
            auto child = test::ChildProcess::start("/proc/self/exe", {"--gtest_filter=ServerChild.*",
                                                                      "--gtest_also_run_disabled_tests"});
            const auto target = static_cast<std::size_t>(random.uniform() * 4);
            for (int i = 0; i < 2000 && m_server.requests("/api/embed") < 2 + target; ++i)
                std::this_thread::sleep_for(1ms);
            std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(random.uniform(0, 8)));
            killed += child.kill().killed;
            for (const std::string& received : m_server.textsReceived())
                askedAgain += before.contains(received.substr(test::kDocumentPrefix.size()));
            lost += !std::ranges::includes(run.stored(m_texts), before);
        }
        const auto embedded = run.embed(m_texts);
        ASSERT_TRUE(embedded);
        right += test::areRight(*embedded, m_texts);
        askedAgain += run.askedAgain;
    }
    EXPECT_EQ(askedAgain, 0U);
    EXPECT_EQ(lost, 0U);
    EXPECT_EQ(right, rounds);
    EXPECT_GT(killed, rounds);
    test::logServer("kill -9 of a run that embeds", killed,
                    {{"embedded twice", askedAgain}, {"kills with vectors lost", lost}});
}

} // namespace tw
