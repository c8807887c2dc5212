// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/embedding/embedder.h"
#include "core/embedding/server_types.h"

#include <atomic>
#include <condition_variable>
#include <limits>
#include <memory>
#include <mutex>

namespace tw {

/// Lets one call through at a time; waiting ends with a stop.
class Gate {
public:
    Status enter(const TaskContext& context);
    void leave();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_freed;
    bool m_taken = false;
};

/// One model of one server, by whatever protocol it is asked. One call in flight at a time is the session's duty.
class ServedModel {
public:
    virtual ~ServedModel() = default;
    /// The server's address without secrets.
    virtual const std::string& shownUrl() const = 0;
    /// Waits until the model is loaded, where that can be asked for.
    virtual ServerResult<void> load(const TaskContext& context) = 0;
    /// The vectors of one call, and of no other model than the first call's: ModelChanged otherwise.
    /// @param dim  The length that is expected; 0 when unknown.
    virtual ServerResult<ServerVectors> embed(std::span<const std::string> texts, std::size_t dim,
                                              const TaskContext& context) = 0;
};

/// What is sent in one call. The number of texts adapts: halved when the server says it is too many or takes longer
/// than a quarter of the time it has, doubled again, up to what was asked for, when it takes less than a sixteenth.
class BatchLimit {
public:
    /// @param most      Texts a call, at least 1.
    /// @param embedTime What a call may take.
    BatchLimit(std::size_t most, std::chrono::milliseconds embedTime) : m_most(most), m_texts(most), m_time(embedTime)
    {
    }
    std::size_t texts() const { return m_texts; }
    void refused(std::size_t texts);
    void answered(std::size_t texts, std::chrono::steady_clock::duration took);

private:
    std::size_t m_most;
    std::atomic<std::size_t> m_texts;
    std::atomic<std::size_t> m_ceiling = std::numeric_limits<std::size_t>::max(); ///< What the server took at most.
    std::chrono::milliseconds m_time;
};

/// Asks one model of one server, patiently. Thread-safe.
class ServerSession {
public:
    /// @param mostTexts  A call.
    ServerSession(std::unique_ptr<ServedModel> model, const RetryPolicy& policy, std::size_t mostTexts,
                  std::chrono::milliseconds embedTime)
        : m_model(std::move(model)), m_policy(policy), m_limit(mostTexts, embedTime)
    {
    }

    const std::string& shownUrl() const { return m_model->shownUrl(); }
    /// Set once, before anything else is embedded. 0 is not compared.
    void setDim(std::size_t dim) { m_dim = dim; }
    std::size_t dim() const { return m_dim; }
    BatchLimit& limit() { return m_limit; }

    /// One call, not repeated; its vectors are the model's and of its dimension.
    ServerResult<ServerVectors> embedOnce(std::span<const std::string> texts, const TaskContext& context);
    /// The same, asked again where that may help.
    /// @param mostTries  Of a server that fails for reasons of its own; the policy's by default.
    ServerResult<ServerVectors> embed(std::span<const std::string> texts, const TaskContext& context,
                                      std::optional<int> mostTries = std::nullopt);
    Status warmUp(const TaskContext& context);
    /// Whether it embeds a harmless text: then what failed before was the texts' doing.
    Result<bool> isSound(const TaskContext& context);

private:
    /// Calls `question` until it succeeds, fails for good or has been asked often enough.
    template <class Question>
    auto repeat(const Question& question, int refusedTries, const TaskContext& context) -> decltype(question());
    std::chrono::milliseconds pauseAfter(const ServerFailure& failure, int attempt) const;
    int triesFor(ErrorCode code, int refusedTries) const;

    std::unique_ptr<ServedModel> m_model;
    RetryPolicy m_policy;
    std::size_t m_dim = 0;
    BatchLimit m_limit;
    Gate m_gate;
};

/// Embeds some texts of one batch, finding those that fail it.
class ServerBatch {
public:
    /// @param prepared       As they go to the server, none empty; borrowed.
    /// @param maxCharacters  To which they were cut.
    ServerBatch(ServerSession& session, std::span<const std::string> prepared, std::size_t maxCharacters);
    /// Results by position in `prepared`.
    EmbeddedBatch run(const TaskContext& context);

private:
    struct Range {
        std::size_t begin = 0;
        std::size_t count = 0;
    };
    /// Why the batch has to end, if it has to.
    std::optional<Error> embed(Range range, const TaskContext& context);
    std::optional<Error> fallBack(Range range, ServerFailure failure, const TaskContext& context);
    void halve(Range range);
    std::optional<Error> cutAndEmbed(std::size_t position, ServerFailure failure, const TaskContext& context);
    std::optional<Error> blameServer(const Error& error, const TaskContext& context);
    void keep(Range range, const ServerVectors& vectors);
    void refuse(std::size_t position, Error error);

    ServerSession& m_session;
    std::span<const std::string> m_prepared;
    std::size_t m_maxCharacters;
    EmbeddedBatch m_result;
    std::vector<Range> m_open;        ///< Still to be asked, last first.
    bool m_split = false;
    int m_failures = 0;               ///< Since something last went well.
};

} // namespace tw
