// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"
#include "core/embedding/ollama_client.h"

namespace tw {

struct OllamaOptions {
    std::string url;                        ///< Empty: ollamaUrlFromEnvironment().
    std::string model = "nomic-embed-text";
    std::size_t batchSize = 32;             ///< Texts a call, 1..64. More saves round trips, not computing.
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
/// learns the dimension. Too long texts are cut on our side. Retries a busy server and a lost connection with
/// growing pauses (3 tries; queries are not retried, somebody waits for them). One call in flight (guarded inside).
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
    Result<std::vector<EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                     const TaskContext& context) const override;
    Result<std::vector<float>> embedQuery(std::string_view query, const TaskContext& context) const override;

private:
    struct Impl;
    explicit OllamaEmbedder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
