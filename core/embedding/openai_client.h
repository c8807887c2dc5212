// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/embedding/http_transport.h"
#include "core/embedding/server_types.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// The address below which /embeddings and /models lie: without a scheme http for this machine and https elsewhere,
/// without a path "/v1", other paths are kept; a slash or "/embeddings" at the end is dropped.
std::string openAiUrl(std::string_view address);

struct OpenAiModel {
    std::string id;
    std::size_t contextTokens = 0; ///< 0: not told (vLLM tells max_model_len, llama-server meta.n_ctx_train).
    std::size_t dim = 0;           ///< 0: not told (llama-server tells meta.n_embd).
};

/// OpenAI's embeddings interface, as llama-server, LM Studio, vLLM, text-embeddings-inference, Ollama and hosted
/// services speak it (POST …/embeddings, GET …/models). The key goes into the Authorization header alone: it is taken
/// out of the server's words as well, should they repeat it. Errors: those of OllamaClient; also Unsupported (501: the
/// server was started without embeddings).
class OpenAiClient {
public:
    /// @param url  Of openAiUrl.
    /// @param key  Empty: none is sent.
    OpenAiClient(std::string url, std::string key, std::shared_ptr<HttpTransport> transport,
                 ServerTimeouts timeouts = {});
    /// Without user and password.
    const std::string& shownUrl() const { return m_shownUrl; }

    /// In the server's order; empty where the server has no such list (404, 405).
    Result<std::vector<OpenAiModel>> models(const TaskContext& context) const;

    struct Call {
        std::string model;
        std::size_t dim = 0;      ///< The length that is expected, which bounds the answer's size; 0 when unknown.
        std::size_t shorten = 0;  ///< "dimensions": cut by the server to so many numbers; 0: not asked for.
        bool base64 = false;      ///< Asked for; either form is understood whatever was asked.
    };
    /// One row a text, in the texts' order whatever the answer's; good rows of an answer that holds bad ones too.
    ServerResult<ServerVectors> vectors(const Call& call, std::span<const std::string> texts,
                                        const TaskContext& context) const;

private:
    HttpRequest request(std::string_view path, std::chrono::milliseconds timeout) const;
    ServerResult<Json> call(HttpRequest request, const TaskContext& context) const;
    void withoutKey(std::string& text) const;

    std::string m_url;
    std::string m_shownUrl;
    std::string m_key;
    std::shared_ptr<HttpTransport> m_transport;
    ServerTimeouts m_timeouts;
};

/// The vectors of an answer of /embeddings: put in order by "index" (all or none may have one), numbers or base64 of
/// little-endian floats. ServerAnswerInvalid for an index twice or out of range.
ServerResult<ServerVectors> openAiVectors(const Json& answer, std::size_t texts, const std::string& url);

} // namespace tw
