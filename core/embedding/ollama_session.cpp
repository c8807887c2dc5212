// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/ollama_session.h"

namespace tw {

namespace {

constexpr std::string_view kHarmlessText = "film";

/// Sleeps, but not past a stop.
Status pause(std::chrono::milliseconds duration, const TaskContext& context)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    context.reportWait(std::chrono::steady_clock::now() + duration);
    never.wait_for(lock, context.stop, duration, [] { return false; });
    return context.check();
}

tl::unexpected<OllamaFailure> failed(Error error)
{
    OllamaFailure failure{std::move(error)};
    const ErrorCode code = failure.error.code;
    failure.mayPass = code == ErrorCode::ServerUnreachable || code == ErrorCode::ServerTimeout ||
                      code == ErrorCode::ServerBusy;
    return tl::unexpected(std::move(failure));
}

/// The gate's other side, whatever happens between.
class Passage {
public:
    explicit Passage(Gate& gate) : m_gate(gate) {}
    ~Passage() { m_gate.leave(); }
    Passage(const Passage&) = delete;
    Passage& operator=(const Passage&) = delete;

private:
    Gate& m_gate;
};

} // namespace

Status Gate::enter(const TaskContext& context)
{
    std::unique_lock lock(m_mutex);
    m_freed.wait(lock, context.stop, [this] { return !m_taken; });
    TW_TRY(context.check());
    m_taken = true;
    return {};
}

void Gate::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        m_taken = false;
    }
    m_freed.notify_one();
}

void OllamaSession::setModel(std::string model, std::string digest, std::size_t dim)
{
    m_model = std::move(model);
    m_digest = std::move(digest);
    m_dim = dim;
}

OllamaResult<void> OllamaSession::checkModel(const TaskContext& context) const
{
    if (m_digest.empty())
        return {};
    const auto installed = m_client.models(context);
    if (!installed)
        return failed(installed.error());
    const OllamaModel* model = findModel(*installed, m_model);
    if (!model)
        return failed({ErrorCode::ModelNotFound, m_model, "it was removed from the server", std::nullopt});
    if (model->digest != m_digest)
        return failed({ErrorCode::ModelChanged, m_model, fmt::format("{} is {} now", m_digest, model->digest),
                       std::nullopt});
    return {};
}

OllamaResult<OllamaVectors> OllamaSession::embedOnce(std::span<const std::string> texts, const TaskContext& context)
{
    if (auto entered = m_gate.enter(context); !entered)
        return failed(std::move(entered).error());
    const Passage passage(m_gate);
    auto vectors = m_client.vectors(m_model, texts, m_dim, context);
    if (!vectors && vectors.error().error.code != ErrorCode::ServerAnswerInvalid)
        return vectors;
    // Compared afterwards: a model put in its place while it computed shows in the list then.
    if (auto same = checkModel(context); !same)
        return tl::unexpected(std::move(same).error());
    if (vectors && m_dim != 0 && vectors->vectors.cols() != m_dim)
        return failed({ErrorCode::ServerAnswerInvalid, m_client.shownUrl(),
                       fmt::format("vectors of {} numbers came, {} were promised", vectors->vectors.cols(), m_dim),
                       std::nullopt});
    return vectors;
}

int OllamaSession::triesFor(ErrorCode code, int refusedTries) const
{
    switch (code) {
    case ErrorCode::ServerUnreachable:
    case ErrorCode::ServerBusy: return m_policy.tries;
    case ErrorCode::ServerTimeout: return m_policy.timeoutTries;
    default: return refusedTries;
    }
}

std::chrono::milliseconds OllamaSession::pauseAfter(const OllamaFailure& failure, int attempt) const
{
    std::chrono::milliseconds wait = m_policy.firstPause;
    for (int i = 1; i < attempt && wait < m_policy.longestPause; ++i)
        wait *= 4;
    wait = std::min(wait, m_policy.longestPause);
    if (failure.retryAfter)
        wait = std::max(wait, std::min<std::chrono::milliseconds>(*failure.retryAfter, m_policy.longestRetryAfter));
    return wait;
}

template <class Question>
auto OllamaSession::repeat(const Question& question, int refusedTries, const TaskContext& context)
    -> decltype(question())
{
    for (int attempt = 1;; ++attempt) {
        auto answer = question();
        if (answer || !answer.error().mayPass)
            return answer;
        const OllamaFailure& failure = answer.error();
        if (attempt >= triesFor(failure.error.code, refusedTries))
            return answer;
        if (auto paused = pause(pauseAfter(failure, attempt), context); !paused)
            return failed(std::move(paused).error());
    }
}

OllamaResult<OllamaVectors> OllamaSession::embed(std::span<const std::string> texts, const TaskContext& context,
                                                 std::optional<int> mostTries)
{
    return repeat([&] { return embedOnce(texts, context); }, mostTries.value_or(m_policy.refusedTries), context);
}

Status OllamaSession::warmUp(const TaskContext& context)
{
    const auto once = [&]() -> OllamaResult<void> {
        if (auto entered = m_gate.enter(context); !entered)
            return failed(std::move(entered).error());
        const Passage passage(m_gate);
        return m_client.load(m_model, context);
    };
    const auto warm = repeat(once, m_policy.refusedTries, context);
    return warm ? Status() : Status(fail(warm.error().error));
}

Result<bool> OllamaSession::isSound(const TaskContext& context)
{
    constexpr int kTries = 2; // a runner that broke down over the text before is started anew
    const std::vector<std::string> harmless{std::string(kHarmlessText)};
    const auto vectors = embed(harmless, context, kTries);
    if (vectors)
        return vectors->unusable.empty();
    if (vectors.error().mayBeOneText)
        return false;
    return fail(vectors.error().error);
}

} // namespace tw
