// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/model_traits.h"
#include "core/embedding/ollama_client.h"
#include "core/embedding/server_embedder.h"

namespace tw {

struct OllamaOptions {
    std::string url;                        ///< Empty: ollamaUrlFromEnvironment().
    std::string model = "nomic-embed-text";
    std::size_t batchSize = 32;             ///< Texts a call at most, 1..64. More saves round trips, not computing.
    ServerTimeouts timeouts = {};
    RetryPolicy retry = {};
};

/// Embeds through an Ollama server. Made by connect(), which asks version, tags and show, warms the model up and
/// learns the dimension. After each call the model's digest is compared.
class OllamaEmbedder final : public ServerEmbedder {
public:
    /// Errors: those of OllamaClient; ModelNotFound lists the installed models in detail; Unsupported when the model
    /// does not embed; InvalidArgument (batch size).
    static Result<std::shared_ptr<const OllamaEmbedder>> connect(const OllamaOptions& options,
                                                                 std::shared_ptr<HttpTransport> transport,
                                                                 const TaskContext& context);

private:
    using ServerEmbedder::ServerEmbedder;
};

} // namespace tw
