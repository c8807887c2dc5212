// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/ollama_embedder.h"

#include <condition_variable>

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

/// Asks one model of one server, patiently. Thread-safe.
class OllamaSession {
public:
    OllamaSession(OllamaClient client, const RetryPolicy& policy) : m_client(std::move(client)), m_policy(policy) {}

    const OllamaClient& client() const { return m_client; }
    /// Set once, before anything is embedded. An empty digest is not compared, a dim of 0 not either.
    void setModel(std::string model, std::string digest, std::size_t dim);
    std::size_t dim() const { return m_dim; }

    /// One call, not repeated; its vectors are the model's and of its dimension.
    OllamaResult<OllamaVectors> embedOnce(std::span<const std::string> texts, const TaskContext& context);
    /// The same, asked again where that may help.
    /// @param mostTries  Of a server that fails for reasons of its own; the policy's by default.
    OllamaResult<OllamaVectors> embed(std::span<const std::string> texts, const TaskContext& context,
                                      std::optional<int> mostTries = std::nullopt);
    Status warmUp(const TaskContext& context);
    /// Whether it embeds a harmless text: then what failed before was the texts' doing.
    Result<bool> isSound(const TaskContext& context);

private:
    /// Calls `question` until it succeeds, fails for good or has been asked often enough.
    template <class Question>
    auto repeat(const Question& question, int refusedTries, const TaskContext& context) -> decltype(question());
    std::chrono::milliseconds pauseAfter(const OllamaFailure& failure, int attempt) const;
    int triesFor(ErrorCode code, int refusedTries) const;
    /// Errors: ModelChanged, ModelNotFound, those of OllamaClient::models.
    OllamaResult<void> checkModel(const TaskContext& context) const;

    OllamaClient m_client;
    RetryPolicy m_policy;
    std::string m_model;
    std::string m_digest;
    std::size_t m_dim = 0;
    Gate m_gate;
};

/// Embeds some texts of one batch, finding those that fail it.
class OllamaBatch {
public:
    /// @param prepared       As they go to the server, none empty; borrowed.
    /// @param maxCharacters  To which they were cut.
    OllamaBatch(OllamaSession& session, std::span<const std::string> prepared, std::size_t maxCharacters);
    /// Results by position in `prepared`.
    EmbeddedBatch run(const TaskContext& context);

private:
    struct Range {
        std::size_t begin = 0;
        std::size_t count = 0;
    };
    /// Why the batch has to end, if it has to.
    std::optional<Error> embed(Range range, const TaskContext& context);
    std::optional<Error> fallBack(Range range, OllamaFailure failure, const TaskContext& context);
    std::optional<Error> cutAndEmbed(std::size_t position, OllamaFailure failure, const TaskContext& context);
    std::optional<Error> blameServer(const Error& error, const TaskContext& context);
    void keep(Range range, const OllamaVectors& vectors);
    void refuse(std::size_t position, Error error);

    OllamaSession& m_session;
    std::span<const std::string> m_prepared;
    std::size_t m_maxCharacters;
    EmbeddedBatch m_result;
    std::vector<Range> m_open;        ///< Still to be asked, last first.
    bool m_split = false;
    int m_failures = 0;               ///< Since something last went well.
};

} // namespace tw
