// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/server_session.h"

#include "core/embedding/server_answer.h"

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

tl::unexpected<ServerFailure> failed(Error error) { return tl::unexpected(failureFrom(std::move(error))); }

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

void BatchLimit::refused(std::size_t texts)
{
    const std::size_t half = std::max<std::size_t>(texts / 2, 1);
    m_ceiling = half;
    m_texts = std::min(m_texts.load(), half);
}

void BatchLimit::answered(std::size_t texts, std::chrono::steady_clock::duration took)
{
    const std::size_t now = m_texts;
    if (texts < now)
        return; // a smaller call tells nothing about full ones
    if (took > m_time / 4)
        m_texts = std::max<std::size_t>(now / 2, 1);
    else if (took < m_time / 16)
        m_texts = std::min({now * 2, m_most, m_ceiling.load()});
}

ServerResult<ServerVectors> ServerSession::embedOnce(std::span<const std::string> texts, const TaskContext& context)
{
    if (auto entered = m_gate.enter(context); !entered)
        return failed(std::move(entered).error());
    const Passage passage(m_gate);
    const auto begun = std::chrono::steady_clock::now();
    auto vectors = m_model->embed(texts, m_dim, context);
    if (!vectors) {
        if (vectors.error().tooMany)
            m_limit.refused(texts.size());
        return vectors;
    }
    m_limit.answered(texts.size(), std::chrono::steady_clock::now() - begun);
    if (m_dim != 0 && vectors->vectors.cols() != m_dim)
        return failed({ErrorCode::ServerAnswerInvalid, shownUrl(),
                       fmt::format("vectors of {} numbers came, {} were promised", vectors->vectors.cols(), m_dim),
                       std::nullopt});
    return vectors;
}

int ServerSession::triesFor(ErrorCode code, int refusedTries) const
{
    switch (code) {
    case ErrorCode::ServerUnreachable:
    case ErrorCode::ServerBusy: return m_policy.tries;
    case ErrorCode::ServerTimeout: return m_policy.timeoutTries;
    default: return refusedTries;
    }
}

std::chrono::milliseconds ServerSession::pauseAfter(const ServerFailure& failure, int attempt) const
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
auto ServerSession::repeat(const Question& question, int refusedTries, const TaskContext& context)
    -> decltype(question())
{
    for (int attempt = 1;; ++attempt) {
        auto answer = question();
        if (answer || !answer.error().mayPass)
            return answer;
        const ServerFailure& failure = answer.error();
        if (attempt >= triesFor(failure.error.code, refusedTries))
            return answer;
        if (auto paused = pause(pauseAfter(failure, attempt), context); !paused)
            return failed(std::move(paused).error());
    }
}

ServerResult<ServerVectors> ServerSession::embed(std::span<const std::string> texts, const TaskContext& context,
                                                 std::optional<int> mostTries)
{
    return repeat([&] { return embedOnce(texts, context); }, mostTries.value_or(m_policy.refusedTries), context);
}

Status ServerSession::warmUp(const TaskContext& context)
{
    const auto once = [&]() -> ServerResult<void> {
        if (auto entered = m_gate.enter(context); !entered)
            return failed(std::move(entered).error());
        const Passage passage(m_gate);
        return m_model->load(context);
    };
    const auto warm = repeat(once, m_policy.refusedTries, context);
    return warm ? Status() : Status(fail(warm.error().error));
}

Result<bool> ServerSession::isSound(const TaskContext& context)
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
