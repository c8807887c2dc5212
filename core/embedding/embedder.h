// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// What an embedder is; goes into a space's provenance and the cache's keys.
struct EmbedderInfo {
    std::string kind;            ///< "builtin", "ollama" or "openai".
    std::string model;           ///< E.g. "nomic-embed-text".
    std::string digest;          ///< Identifies the weights (and what was fitted): equal digest, equal vectors.
    std::string server;          ///< URL, empty for the built-in one.
    std::string documentPrefix;  ///< Put before each document by the embedder itself.
    std::string queryPrefix;     ///< Put before each query by the embedder itself.
    std::size_t dim = 0;
    bool rawScaleKnown = false;  ///< Vectors keep the model's own length.
};

/// One embedded document: its vector and, where the embedder works by sentences, theirs.
struct EmbeddedText {
    std::vector<float> vector;  ///< dim numbers, raw length; empty when the text has nothing to embed.
    Matrix passages;            ///< [sentences × dim], raw; may have no rows.
};

/// A word near in meaning to another.
struct NearWord {
    std::string word;      ///< Lower case.
    float similarity = 0;  ///< Cosine.
};

/// A text that could not be embedded, while others can.
struct RefusedText {
    std::size_t row = 0; ///< Its place among the texts that were given.
    Error error;         ///< NotFinite, or what the server said of it.
};

/// What came of a call, whole or not.
struct EmbeddedBatch {
    std::vector<EmbeddedText> texts;    ///< One entry a text, in order.
    std::vector<bool> done;             ///< Whether that entry is good; also true for a text with nothing to embed.
    std::vector<RefusedText> refused;
    std::optional<Error> failure;       ///< Why some texts are neither done nor refused.
};

/// Text → vector. Immutable and thread-safe unless said otherwise.
class Embedder {
public:
    virtual ~Embedder() = default;
    virtual const EmbedderInfo& info() const = 0;
    /// Texts best sent in one call of embedDocuments.
    virtual std::size_t batchSize() const = 0;
    /// One entry a text, in order; a text with nothing to embed gives an empty vector.
    /// Errors: those of the server (Server…, ModelNotFound, ModelChanged), NotFinite (row = the text's index),
    /// Cancelled.
    virtual Result<std::vector<EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                             const TaskContext& context) const = 0;
    /// The same, keeping what was embedded when a text is refused or the call breaks off midway.
    virtual EmbeddedBatch embedBatch(std::span<const std::string> texts, const TaskContext& context) const;
    /// The vector of a typed query, dim numbers. Errors: as above; EmptyText when no word of it is known.
    virtual Result<std::vector<float>> embedQuery(std::string_view query, const TaskContext& context) const = 0;
    /// For each word (lower case), words of the embedded texts that are near it in meaning, nearest first; the word
    /// itself is not among them. Empty where the embedder does not know single words.
    /// @param atLeast  Cosine from which a word counts as near.
    /// @param most     At most so many for each word.
    virtual std::vector<std::vector<NearWord>> nearWords(std::span<const std::string> words, float atLeast,
                                                         std::size_t most) const;
    /// The word has a meaning of its own here: it is not misspelt.
    virtual bool knowsWord(std::string_view) const { return false; }
    /// State that openEmbedder-style factories need to embed queries for the same space later; may be empty.
    virtual std::string state() const { return {}; }
};

} // namespace tw
