// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/embedding/ollama_client.h"

namespace tw {

/// What an exchange with Ollama came to.
/// @param exchanged  The transport's answer or its error.
/// @param url        Without secrets; the subject of errors.
/// @return  The JSON object of a 200, or what went wrong: told apart by status and, for a 400, which Ollama gives for
///          bad texts as for a runner that broke down, by its words.
OllamaResult<Json> ollamaAnswer(const Result<HttpResponse>& exchanged, const std::string& url);

/// The vectors of an answer of /api/embed.
OllamaResult<OllamaVectors> ollamaVectors(const Json& answer, std::size_t texts, const std::string& url);

/// Reads the lines of /api/pull as they come.
class OllamaPullReader {
public:
    OllamaPullReader(std::string model, std::function<void(const OllamaPull&)> onProgress)
        : m_model(std::move(model)), m_onProgress(std::move(onProgress))
    {
    }
    /// False when nothing more is worth reading.
    bool read(std::string_view piece);
    /// How it ended, once the stream has.
    Status ended(const std::string& url);

private:
    void readLine(std::string_view line);
    std::string m_model;
    std::function<void(const OllamaPull&)> m_onProgress;
    std::string m_rest;
    std::optional<std::string> m_error; ///< The server's words.
    bool m_broken = false;
    bool m_succeeded = false;
};

} // namespace tw
