// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tw {

/// What an embedder is; goes into a space's provenance and the cache's keys.
struct EmbedderInfo {
    std::string kind;            ///< "builtin" or "ollama".
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

/// Text → vector. Immutable and thread-safe unless said otherwise.
class Embedder {
public:
    virtual ~Embedder() = default;
    virtual const EmbedderInfo& info() const = 0;
    /// Texts best sent in one call of embedDocuments.
    virtual std::size_t batchSize() const = 0;
    /// One entry a text, in order; a text with nothing to embed gives an empty vector.
    /// Errors: those of the server (Server…, ModelNotFound), NotFinite (row = the text's index), Cancelled.
    virtual Result<std::vector<EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                             const TaskContext& context) const = 0;
    /// The vector of a typed query, dim numbers. Errors: as above; EmptyText when no word of it is known.
    virtual Result<std::vector<float>> embedQuery(std::string_view query, const TaskContext& context) const = 0;
    /// State that openEmbedder-style factories need to embed queries for the same space later; may be empty.
    virtual std::string state() const { return {}; }
};

} // namespace tw
