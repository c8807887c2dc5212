// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/embedder.h"

namespace tw {

EmbeddedBatch Embedder::embedBatch(std::span<const std::string> texts, const TaskContext& context) const
{
    EmbeddedBatch batch;
    auto embedded = embedDocuments(texts, context);
    if (embedded && embedded->size() != texts.size())
        embedded = fail(ErrorCode::Internal, info().model, "another number of vectors than texts");
    if (embedded) {
        batch.texts = std::move(*embedded);
        batch.done.assign(texts.size(), true);
        return batch;
    }
    batch.texts.resize(texts.size());
    batch.done.assign(texts.size(), false);
    batch.failure = std::move(embedded).error();
    return batch;
}

std::vector<std::vector<NearWord>> Embedder::nearWords(std::span<const std::string> words, float, std::size_t) const
{
    return std::vector<std::vector<NearWord>>(words.size());
}

} // namespace tw
