// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/embedder.h"
#include "core/embedding/server_types.h"

namespace tw {

class ServerSession;

/// What the embedders of all servers do alike. One call in flight (guarded inside). docs/servers.md tells what is
/// retried and what is not.
///
/// - What may pass is asked again, with pauses that are told as progress (TaskContext::reportWait); queries are not,
///   somebody waits for them.
/// - Too long texts are cut on our side, one by one further if the server still finds one too long.
/// - A call holds fewer texts when the server says they are too many, or answers slowly, and never more characters
///   than Limits::callCharacters.
/// - When one text may have failed its batch, and a harmless one shows the server sound, the batch is halved until the
///   text is found; the others keep their vectors.
/// - Vectors of another model under the same name are thrown away: ModelChanged.
class ServerEmbedder : public Embedder {
public:
    struct Limits {
        std::size_t batchSize = 32;           ///< Texts of one embedBatch best given; the most of one call.
        std::size_t textCharacters = 6144;    ///< To which texts are cut, prefix included.
        std::size_t callCharacters = 400'000; ///< Bytes of all texts of a call; a text longer than this goes alone.
    };
    ~ServerEmbedder() override;

    const EmbedderInfo& info() const override { return m_info; }
    std::size_t batchSize() const override { return m_limits.batchSize; }
    /// Fails with the first refused text's error.
    Result<std::vector<EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                     const TaskContext& context) const override;
    EmbeddedBatch embedBatch(std::span<const std::string> texts, const TaskContext& context) const override;
    Result<std::vector<float>> embedQuery(std::string_view query, const TaskContext& context) const override;

protected:
    ServerEmbedder(std::unique_ptr<ServerSession> session, EmbedderInfo info, Limits limits);
    /// Characters that surely fit: English runs at four characters a token; names and numbers at less.
    static std::size_t charactersFor(std::size_t tokens) { return 3 * tokens; }

private:
    std::unique_ptr<ServerSession> m_session;
    EmbedderInfo m_info;
    Limits m_limits;
};

} // namespace tw
