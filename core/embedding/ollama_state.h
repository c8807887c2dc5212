// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/model_traits.h"
#include "core/embedding/ollama_client.h"

#include <optional>
#include <string>
#include <vector>

namespace tw {

/// What there is to do next: start or install Ollama; pull the model; embed; read the error.
enum class OllamaState {
    Absent,       ///< Nobody answers there.
    WithoutModel, ///< Ollama answers, but has not the model, or it does not embed.
    Ready,        ///< The model is installed.
    Other,        ///< Something else answers, or Ollama does not let us in, is too busy or too slow.
};

/// An installed model that embeds.
struct OllamaEmbeddingModel {
    OllamaModel model;
    std::optional<std::size_t> dim;           ///< As /api/show tells it, else as known of the model.
    std::optional<std::size_t> contextTokens; ///< The smaller of what the server tells and what is known.
    ModelTraits traits;                       ///< Prefixes and shorter dimensions; traits.known tells if they are known.
};

struct OllamaFound {
    OllamaState state = OllamaState::Absent;
    std::string url;                          ///< Without secrets.
    std::string version;                      ///< Empty when it did not answer.
    std::vector<OllamaEmbeddingModel> models; ///< In the server's order; none that only talk.
    std::optional<Error> error;               ///< Why it is Absent or Other.
};

/// Looks for Ollama and what it has. Takes some time-outs at most (ServerTimeouts::question); loads nothing.
/// @param url    As for ollamaUrl; empty: OLLAMA_HOST, else the default port.
/// @param model  The one that is wanted.
/// Errors: Cancelled alone; everything else is a state.
Result<OllamaFound> findOllama(const std::string& url, const std::string& model,
                               std::shared_ptr<HttpTransport> transport, const TaskContext& context,
                               ServerTimeouts timeouts = {});

} // namespace tw
