// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/embedding/http_transport.h"
#include "core/embedding/server_types.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// The server's URL after Ollama's own rules for OLLAMA_HOST: no scheme means http and port 11434, "http://host" port
/// 80, "https://host" 443; a path is kept, "user:password@" as well; quotes and blanks are stripped; bind addresses
/// (0.0.0.0, ::) become loopback. Empty means http://127.0.0.1:11434.
std::string ollamaUrl(std::string_view host);
/// From the environment variable OLLAMA_HOST.
std::string ollamaUrlFromEnvironment();

struct OllamaModel {
    std::string name;       ///< As listed, e.g. "nomic-embed-text:latest".
    std::string digest;
    std::uint64_t bytes = 0;
};
/// "nomic-embed-text" is installed as "nomic-embed-text:latest".
std::string ollamaNameWithTag(std::string_view model);
/// The installed model that this name means; null when there is none.
const OllamaModel* findModel(std::span<const OllamaModel> installed, std::string_view name);

struct OllamaModelDetails {
    std::optional<std::size_t> dim;            ///< <arch>.embedding_length.
    std::optional<std::size_t> contextTokens;  ///< <arch>.context_length.
    bool embeds = false;                       ///< Its capabilities contain "embedding" (true when none are told).
};

/// How far a pull is.
struct OllamaPull {
    std::string status;      ///< The server's word, e.g. "pulling manifest".
    std::uint64_t done = 0;  ///< Bytes of the present part.
    std::uint64_t total = 0; ///< 0: unknown.
};

/// Ollama's native API (GET /api/version, GET /api/tags, POST /api/show, /api/embed and /api/pull). One call in flight
/// at a time is the caller's duty. Errors of all calls: ServerUnreachable (also 502), ServerTimeout (also 408, 504),
/// ServerBusy (429, 503), ServerForbidden (401, 403), ModelNotFound (Ollama's 404), ServerRefused (other statuses, with
/// the server's text), ServerAnswerInvalid (anything but Ollama's answers: another site's 404, no JSON, redirects
/// elsewhere), Cancelled.
class OllamaClient {
public:
    OllamaClient(std::string url, std::shared_ptr<HttpTransport> transport, ServerTimeouts timeouts = {});
    /// Without user and password.
    const std::string& shownUrl() const { return m_shownUrl; }

    Result<std::string> version(const TaskContext& context) const;
    Result<std::vector<OllamaModel>> models(const TaskContext& context) const;
    Result<OllamaModelDetails> show(std::string_view model, const TaskContext& context) const;
    /// Loads the model with an empty input.
    Status warmUp(std::string_view model, const TaskContext& context) const;
    /// The same, telling what may help when it fails.
    ServerResult<void> load(std::string_view model, const TaskContext& context) const;
    /// One row a text; every number finite, all rows of one length, none zero. Further errors: NotFinite (row = index
    /// of the first text whose vector is not).
    Result<Matrix> embed(std::string_view model, std::span<const std::string> texts, const TaskContext& context) const;
    /// The same, with the good rows of an answer that holds bad ones, and telling what may help when it fails.
    /// @param dim  The length that is expected, which bounds the answer's size; 0 when unknown.
    ServerResult<ServerVectors> vectors(std::string_view model, std::span<const std::string> texts, std::size_t dim,
                                        const TaskContext& context) const;
    /// Has the server fetch a model; done only when it says "success". Takes as long as it takes, but not without any
    /// sign of life. A cancelled pull goes on where it was when it is asked for again.
    Status pull(std::string_view model, const std::function<void(const OllamaPull&)>& onProgress,
                const TaskContext& context) const;

private:
    HttpRequest request(std::string_view path, std::chrono::milliseconds timeout, const Json& body = {}) const;
    ServerResult<Json> call(HttpRequest request, const TaskContext& context) const;

    std::string m_url;
    std::string m_shownUrl;
    std::shared_ptr<HttpTransport> m_transport;
    ServerTimeouts m_timeouts;
};

} // namespace tw
