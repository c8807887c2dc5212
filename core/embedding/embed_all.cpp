// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/embedding_cache.h"

namespace tw {

namespace {

/// Which texts are the same: for each text the position of its first occurrence.
std::vector<std::size_t> firstOccurrences(std::span<const std::string> texts)
{
    std::unordered_map<std::string_view, std::size_t> seen;
    seen.reserve(texts.size());
    std::vector<std::size_t> first(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        first[i] = seen.emplace(texts[i], i).first->second;
    return first;
}

/// Embeds texts[wanted...] batch by batch into results, each batch stored before the next is begun.
Status embedMissing(const Embedder& embedder, EmbeddingCache& cache, std::span<const std::string> texts,
                    std::span<const std::size_t> wanted, std::vector<EmbeddedText>& results,
                    const std::function<void(std::size_t)>& onDone, const TaskContext& context)
{
    const std::size_t batchSize = std::max<std::size_t>(embedder.batchSize(), 1);
    for (std::size_t begin = 0; begin < wanted.size(); begin += batchSize) {
        TW_TRY(context.check());
        const std::span<const std::size_t> rows = wanted.subspan(begin, std::min(batchSize, wanted.size() - begin));
        std::vector<std::string> batch;
        for (const std::size_t row : rows)
            batch.push_back(texts[row]);
        auto embedded = embedder.embedDocuments(batch, context);
        if (!embedded) {
            Error error = std::move(embedded).error();
            if (error.row && *error.row < rows.size())
                error.row = rows[*error.row];
            return fail(std::move(error));
        }
        if (embedded->size() != rows.size())
            return fail(ErrorCode::ServerAnswerInvalid, embedder.info().model, "another number of vectors than texts");
        TW_TRY(cache.store(embedder.info(), batch, *embedded));
        for (std::size_t i = 0; i < rows.size(); ++i)
            results[rows[i]] = std::move((*embedded)[i]);
        onDone(rows.size());
    }
    return {};
}

} // namespace

Result<std::vector<EmbeddedText>> embedAll(const Embedder& embedder, EmbeddingCache& cache,
                                           std::span<const std::string> texts, const TaskContext& context,
                                           std::uint64_t* fromCache)
{
    const std::vector<std::size_t> first = firstOccurrences(texts);
    TW_ASSIGN(auto known, cache.findAll(embedder.info(), texts, context));
    std::vector<EmbeddedText> results(texts.size());
    std::vector<std::size_t> missing;
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (known[i]) {
            results[i] = std::move(*known[i]);
            ++done;
        } else if (first[i] == i) {
            missing.push_back(i);
        }
    }
    if (fromCache)
        *fromCache = done;
    context.report(Stage::Embedding, done, texts.size());
    const auto onDone = [&](std::size_t count) {
        done += count;
        context.report(Stage::Embedding, done, texts.size());
    };
    TW_TRY(embedMissing(embedder, cache, texts, missing, results, onDone, context));
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!known[i] && first[i] != i)
            results[i] = results[first[i]];
    context.report(Stage::Embedding, texts.size(), texts.size());
    return results;
}

} // namespace tw
