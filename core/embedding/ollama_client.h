// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/embedding/http_transport.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// The server's URL after Ollama's own rules for OLLAMA_HOST: no scheme means http and port 11434, "http://host" port
/// 80, "https://host" 443; a path is kept; quotes and blanks are stripped; bind addresses (0.0.0.0, ::) become
/// loopback. Empty means http://127.0.0.1:11434.
std::string ollamaUrl(std::string_view host);
/// From the environment variable OLLAMA_HOST.
std::string ollamaUrlFromEnvironment();

struct OllamaModel {
    std::string name;       ///< As listed, e.g. "nomic-embed-text:latest".
    std::string digest;
    std::uint64_t bytes = 0;
};

struct OllamaModelDetails {
    std::optional<std::size_t> dim;            ///< <arch>.embedding_length.
    std::optional<std::size_t> contextTokens;  ///< <arch>.context_length.
    bool embeds = false;                       ///< Its capabilities contain "embedding" (true when none are told).
};

/// Ollama's native API (GET /api/version, GET /api/tags, POST /api/show, POST /api/embed). One call in flight at a
/// time is the caller's duty. Errors of all calls: ServerUnreachable, ServerTimeout, ServerBusy (429, 503),
/// ModelNotFound (404), ServerRefused (other statuses, with the server's text), ServerAnswerInvalid, Cancelled.
class OllamaClient {
public:
    OllamaClient(std::string url, std::shared_ptr<HttpTransport> transport);
    const std::string& url() const { return m_url; }

    Result<std::string> version(const TaskContext& context) const;
    Result<std::vector<OllamaModel>> models(const TaskContext& context) const;
    Result<OllamaModelDetails> show(std::string_view model, const TaskContext& context) const;
    /// Loads the model with an empty input under a long timeout (5 minutes).
    Status warmUp(std::string_view model, const TaskContext& context) const;
    /// One row a text; every number finite, all rows of one length, none zero. Further errors: NotFinite (row = index
    /// of the text whose vector is not).
    Result<Matrix> embed(std::string_view model, std::span<const std::string> texts, const TaskContext& context) const;

private:
    std::string m_url;
    std::shared_ptr<HttpTransport> m_transport;
};

} // namespace tw
