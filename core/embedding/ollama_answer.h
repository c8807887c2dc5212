// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/embedding/ollama_client.h"

namespace tw {

/// The vectors of an answer of /api/embed.
ServerResult<ServerVectors> ollamaVectors(const Json& answer, std::size_t texts, const std::string& url);

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
