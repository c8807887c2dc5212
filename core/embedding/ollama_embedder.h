// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"
#include "core/embedding/ollama_client.h"

namespace tw {

/// How patient a run is with a server. Pauses grow fourfold up to longestPause; the server's own Retry-After counts
/// instead, up to longestRetryAfter.
struct RetryPolicy {
    int tries = 5;           ///< Of a server that is busy or away.
    int timeoutTries = 2;    ///< Of one that does not answer in time: each try is long already.
    int refusedTries = 3;    ///< Of one that fails for reasons of its own (500, a lost runner, half an answer).
    std::chrono::milliseconds firstPause{500};
    std::chrono::milliseconds longestPause{20'000};
    std::chrono::milliseconds longestRetryAfter{60'000};
};

struct OllamaOptions {
    std::string url;                        ///< Empty: ollamaUrlFromEnvironment().
    std::string model = "nomic-embed-text";
    std::size_t batchSize = 32;             ///< Texts a call, 1..64. More saves round trips, not computing.
    OllamaTimeouts timeouts = {};
    RetryPolicy retry = {};
};

/// What the known embedding models want put before texts (nomic-embed-text: "search_document: ", …) and how long
/// their input may be; unknown models get no prefix and 2048 tokens.
struct ModelTraits {
    std::string documentPrefix;
    std::string queryPrefix;
    std::size_t contextTokens = 2048;
};
ModelTraits modelTraits(std::string_view model);

/// Embeds through an Ollama server. Made by connect(), which asks version, tags and show, warms the model up and
/// learns the dimension. One call in flight (guarded inside). docs/servers.md tells what is retried and what is not.
///
/// - What may pass is asked again, with pauses that are told as progress (TaskContext::reportWait); queries are not,
///   somebody waits for them.
/// - Too long texts are cut on our side, one by one further if the server still finds one too long.
/// - When one text may have failed its batch, and a harmless one shows the server sound, the batch is halved until the
///   text is found; the others keep their vectors.
/// - After each call the model's digest is compared; vectors of another model are thrown away: ModelChanged.
class OllamaEmbedder final : public Embedder {
public:
    /// Errors: those of OllamaClient; ModelNotFound lists the installed models in detail; Unsupported when the model
    /// does not embed; InvalidArgument (batch size).
    static Result<std::shared_ptr<const OllamaEmbedder>> connect(const OllamaOptions& options,
                                                                 std::shared_ptr<HttpTransport> transport,
                                                                 const TaskContext& context);
    ~OllamaEmbedder() override;

    const EmbedderInfo& info() const override;
    std::size_t batchSize() const override;
    /// Fails with the first refused text's error.
    Result<std::vector<EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                     const TaskContext& context) const override;
    EmbeddedBatch embedBatch(std::span<const std::string> texts, const TaskContext& context) const override;
    Result<std::vector<float>> embedQuery(std::string_view query, const TaskContext& context) const override;

private:
    struct Impl;
    explicit OllamaEmbedder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
