// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedding_cache.h"
#include "core/embedding/ollama_embedder.h"
#include "tests/support/fake_ollama_server.h"
#include "tests/support/reliability_log.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <set>

namespace tw::test {

/// What the embedder puts before each text of the fake server's usual model.
constexpr std::string_view kDocumentPrefix = "search_document: ";
constexpr std::size_t kBatch = 8;

/// Pauses counted in milliseconds, so that a lasting fault is an error soon; the usual time-outs, so that a slow machine
/// makes no faults of its own.
inline OllamaOptions hastyOptions(const FakeOllamaServer& server)
{
    using namespace std::chrono_literals;
    OllamaOptions options{server.url(), "nomic-embed-text", kBatch};
    options.retry.firstPause = 1ms;
    options.retry.longestPause = 4ms;
    options.retry.longestRetryAfter = 4ms;
    return options;
}

inline std::vector<std::string> someFilms(std::size_t count)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.push_back("film number " + std::to_string(i));
    return texts;
}

/// A cache on disk and what was asked of the server, run by run.
class ServerRun {
public:
    ServerRun(FakeOllamaServer& server, std::shared_ptr<const Embedder> embedder)
        : m_server(server), m_embedder(std::move(embedder))
    {
    }
    std::filesystem::path file() const { return m_folder / "embeddings.sqlite"; }

    /// The texts with a vector in the cache, opened anew as after a crash.
    std::set<std::string> stored(std::span<const std::string> texts) const
    {
        const auto cache = EmbeddingCache::open(file()).value();
        const auto found = cache->findAll(m_embedder->info(), texts, {}).value();
        std::set<std::string> names;
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (found[i])
                names.insert(texts[i]);
        return names;
    }
    /// One run. Counts what was asked although its vector was there, which must never happen.
    Result<std::vector<EmbeddedText>> embed(std::span<const std::string> texts, const TaskContext& context = {})
    {
        const std::set<std::string> before = stored(texts);
        m_server.resetCounts();
        const auto cache = EmbeddingCache::open(file()).value();
        auto embedded = embedAll(*m_embedder, *cache, texts, context, &report);
        for (const std::string& received : m_server.textsReceived())
            askedAgain += before.contains(received.substr(std::min(kDocumentPrefix.size(), received.size())));
        const std::set<std::string> after = stored(texts);
        lost += !std::ranges::includes(after, before);
        newlyStored += after.size() - std::min(after.size(), before.size());
        return embedded;
    }

    EmbedAllReport report;
    std::size_t askedAgain = 0;
    std::size_t lost = 0;
    std::size_t newlyStored = 0;

private:
    FakeOllamaServer& m_server;
    std::shared_ptr<const Embedder> m_embedder;
    TempFolder m_folder;
};

/// Whether all vectors are bit for bit those of a run without faults.
inline bool areRight(std::span<const EmbeddedText> embedded, std::span<const std::string> texts,
                     std::uint64_t seed = 0)
{
    if (embedded.size() != texts.size())
        return false;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (embedded[i].vector != FakeOllamaServer::vectorOf(std::string(kDocumentPrefix) + texts[i], 64, seed))
            return false;
    return true;
}

/// One row of the table of servers; an outcome that the test has found to be otherwise is not told as if it were so.
inline void logServer(std::string_view what, std::uint64_t tried, std::map<std::string, std::uint64_t> outcomes)
{
    if (testing::Test::HasFailure())
        outcomes = {{"failed", tried}};
    logReliability("servers", what, tried, outcomes);
}

/// Counts pauses; can stop the work at the first.
class WaitCounter final : public ProgressSink {
public:
    void report(Stage, std::uint64_t, std::uint64_t) override {}
    void waitUntil(std::chrono::steady_clock::time_point until) override
    {
        ++waits;
        lastPause = until - std::chrono::steady_clock::now();
        if (stopAtWait)
            stop.request_stop();
    }
    TaskContext context() { return {stop.get_token(), this}; }
    std::stop_source stop;
    bool stopAtWait = false;
    std::atomic<int> waits = 0;
    std::chrono::duration<double> lastPause{0};
};

} // namespace tw::test
