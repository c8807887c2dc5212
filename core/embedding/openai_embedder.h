// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/model_traits.h"
#include "core/embedding/openai_client.h"
#include "core/embedding/server_embedder.h"

namespace tw {

struct OpenAiOptions {
    std::string url;                         ///< As a person gives it (openAiUrl).
    std::string model;                       ///< Empty: the server's, if it has but one.
    std::string key;                         ///< Empty: none.
    std::size_t batchSize = 32;              ///< Inputs a call at most, 1..2048. 32 is the default limit of
                                             ///< text-embeddings-inference; fewer are sent when a server says so.
    std::size_t callCharacters = 400'000;    ///< Bytes of all texts of a call; hosted services count tokens.
    std::size_t shorten = 0;                 ///< OpenAiClient::Call.
    bool base64 = false;                     ///< OpenAiClient::Call.
    /// Digests under which vectors of this model may lie already: one that fits is taken over (sameOpenAiModel).
    std::vector<std::string> knownDigests = {};
    ServerTimeouts timeouts = {};
    RetryPolicy retry = {};
};

/// Whether two digests of OpenAiEmbedder name the same model of the same server.
bool sameOpenAiModel(std::string_view a, std::string_view b);

/// Embeds through a server that speaks OpenAI's interface. Made by connect(), which asks for the list of models where
/// there is one, and embeds a probe, which tells the dimension.
///
/// These servers tell no digest. The one made here is "HASH-SKETCH": the XXH3-128 of model name, server (without
/// secrets) and dimension, and 16 projections of the probe's unit vector onto fixed random signs, each in a byte of
/// 1/32. Servers that compute in parallel give vectors that differ in their last digits, which may move a byte by one:
/// so two digests name the same model when their hashes are equal and no byte differs by more. Other weights move the
/// projections by some 1.4 (45 bytes' steps) each. The probe goes with each call, and alone after a call of one text
/// where the server takes no two: vectors of another model under the same name are thrown away (ModelChanged).
class OpenAiEmbedder final : public ServerEmbedder {
public:
    /// Errors: those of OpenAiClient; InvalidArgument (batch size, no model named while the server has several:
    /// detail lists them).
    static Result<std::shared_ptr<const OpenAiEmbedder>> connect(const OpenAiOptions& options,
                                                                 std::shared_ptr<HttpTransport> transport,
                                                                 const TaskContext& context);

private:
    using ServerEmbedder::ServerEmbedder;
};

} // namespace tw
