// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a server's answers: vectors or errors, never a crash.
// An answer ends with the byte 0xff (a pull has lines of its own); its first character chooses the status.
#include "core/embedding/ollama_client.h"
#include "core/embedding/ollama_embedder.h"
#include "tests/fuzz/fuzz_input.h"

#include <cmath>
#include <cstdlib>

namespace {

/// Stops what would wait for a second try.
class NoWaiting final : public tw::ProgressSink {
public:
    explicit NoWaiting(std::stop_source stop) : m_stop(std::move(stop)) {}
    void report(tw::Stage, std::uint64_t, std::uint64_t) override {}
    void waitUntil(std::chrono::steady_clock::time_point) override { m_stop.request_stop(); }

private:
    std::stop_source m_stop;
};

/// Gives the answers one after the other, the last one from then on.
class AnswerTransport final : public tw::HttpTransport {
public:
    AnswerTransport(std::vector<std::string_view> answers, std::stop_source stop)
        : m_answers(std::move(answers)), m_stop(std::move(stop))
    {
    }
    tw::Result<tw::HttpResponse> send(const tw::HttpRequest& request, const tw::TaskContext&) override
    {
        constexpr std::array kStatuses = {200, 200, 200, 400, 404, 429, 500, 503, 302, 204};
        std::string_view answer = m_answers.empty() ? std::string_view() : m_answers[m_next];
        m_next = std::min(m_next + 1, m_answers.size() - 1);
        int status = 200;
        if (!answer.empty() && answer.front() >= '0' && answer.front() <= '9') {
            status = kStatuses[static_cast<std::size_t>(answer.front() - '0')];
            answer.remove_prefix(1);
        }
        if (++m_calls > 64)
            m_stop.request_stop();
        if (!request.onData || status != 200)
            return tw::HttpResponse{status, "application/json", std::string(answer)};
        for (std::string rest(answer); !rest.empty();) {
            const std::size_t piece = std::min<std::size_t>(rest.size(), 1 + rest.size() / 3);
            if (!request.onData(std::string_view(rest).substr(0, piece)))
                break;
            rest.erase(0, piece);
        }
        return tw::HttpResponse{status, "application/x-ndjson", {}};
    }

private:
    std::vector<std::string_view> m_answers;
    std::stop_source m_stop;
    std::size_t m_next = 0;
    int m_calls = 0;
};

void check(const tw::Matrix& rows, std::size_t count)
{
    if (rows.rows() != count)
        std::abort();
    for (std::size_t i = 0; i < count; ++i)
        for (const float value : rows.row(i))
            if (!std::isfinite(value))
                std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    tw::fuzz::Input input(data, size);
    const std::uint8_t what = input.byte();
    std::vector<std::string_view> answers;
    while (!input.empty())
        answers.push_back(input.part('\xff'));
    if (answers.empty())
        return 0;
    std::stop_source stop;
    const auto transport = std::make_shared<AnswerTransport>(answers, stop);
    NoWaiting sink(stop);
    const tw::TaskContext context{stop.get_token(), &sink};
    const std::vector<std::string> texts{"one", "two", ""};
    if (what % 2 == 0) {
        const tw::OllamaClient client("http://127.0.0.1:1", transport);
        (void)client.version(context);
        (void)client.models(context);
        (void)client.show("model", context);
        (void)client.warmUp("model", context);
        (void)client.pull("model", [](const tw::OllamaPull&) {}, context);
        if (const auto rows = client.embed("model", texts, context))
            check(*rows, texts.size());
        return 0;
    }
    const auto embedder = tw::OllamaEmbedder::connect({"http://127.0.0.1:1", "m", 1U + what / 16U}, transport, context);
    if (!embedder)
        return 0;
    if (const auto embedded = (*embedder)->embedDocuments(texts, context)) {
        if (embedded->size() != texts.size())
            std::abort();
        for (const auto& text : *embedded)
            if (!text.vector.empty() && text.vector.size() != (*embedder)->info().dim)
                std::abort();
    }
    (void)(*embedder)->embedQuery("query", context);
    return 0;
}
