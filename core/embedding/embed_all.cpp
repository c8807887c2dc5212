// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/embedding_cache.h"

namespace tw {

namespace {

/// So many refusals without one good vector are no matter of single texts.
constexpr std::size_t kMostRefusedInVain = 64;

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

/// One run over the texts that are missing.
class Run {
public:
    Run(const Embedder& embedder, EmbeddingCache& cache, std::span<const std::string> texts,
        std::vector<EmbeddedText>& results, std::vector<RefusedText>& refused)
        : m_embedder(embedder), m_cache(cache), m_texts(texts), m_results(results), m_refused(refused)
    {
    }

    /// Embeds texts[wanted...] batch by batch, each stored before the next is begun.
    Status embed(std::span<const std::size_t> wanted, const std::function<void(std::size_t)>& onDone,
                 const TaskContext& context)
    {
        const std::size_t batchSize = std::max<std::size_t>(m_embedder.batchSize(), 1);
        for (std::size_t begin = 0; begin < wanted.size(); begin += batchSize) {
            TW_TRY(context.check());
            const auto rows = wanted.subspan(begin, std::min(batchSize, wanted.size() - begin));
            TW_TRY(embedBatch(rows, context));
            onDone(rows.size());
        }
        return {};
    }

private:
    Status embedBatch(std::span<const std::size_t> rows, const TaskContext& context)
    {
        std::vector<std::string> texts;
        for (const std::size_t row : rows)
            texts.push_back(m_texts[row]);
        EmbeddedBatch batch = m_embedder.embedBatch(texts, context);
        TW_TRY(storeDone(texts, batch));
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (batch.done[i])
                m_results[rows[i]] = std::move(batch.texts[i]);
        for (RefusedText& each : batch.refused) {
            each.row = rows[each.row];
            each.error.row = each.row;
            m_refused.push_back(std::move(each));
        }
        if (batch.failure) {
            if (batch.failure->row && *batch.failure->row < rows.size())
                batch.failure->row = rows[static_cast<std::size_t>(*batch.failure->row)];
            return fail(std::move(*batch.failure));
        }
        if (m_stored == 0 && m_refused.size() >= kMostRefusedInVain)
            return fail(m_refused.front().error);
        return {};
    }

    Status storeDone(std::span<const std::string> texts, const EmbeddedBatch& batch)
    {
        std::vector<std::string> doneTexts;
        std::vector<EmbeddedText> done;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (!batch.done[i])
                continue;
            doneTexts.push_back(texts[i]);
            done.push_back(batch.texts[i]);
            m_stored += !batch.texts[i].vector.empty();
        }
        return done.empty() ? Status() : m_cache.store(m_embedder.info(), doneTexts, done);
    }

    const Embedder& m_embedder;
    EmbeddingCache& m_cache;
    std::span<const std::string> m_texts;
    std::vector<EmbeddedText>& m_results;
    std::vector<RefusedText>& m_refused;
    std::size_t m_stored = 0;
};

/// Gives equal texts what the first of them got, its refusal included.
void copyToEqualTexts(std::span<const std::size_t> first, const std::vector<bool>& known,
                      std::vector<EmbeddedText>& results, std::vector<RefusedText>& refused)
{
    std::unordered_map<std::size_t, Error> errors;
    for (const RefusedText& each : refused)
        errors.emplace(each.row, each.error);
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (known[i] || first[i] == i)
            continue;
        results[i] = results[first[i]];
        if (const auto error = errors.find(first[i]); error != errors.end()) {
            refused.push_back({i, error->second});
            refused.back().error.row = i;
        }
    }
    std::ranges::sort(refused, {}, &RefusedText::row);
}

} // namespace

Result<std::vector<EmbeddedText>> embedAll(const Embedder& embedder, EmbeddingCache& cache,
                                           std::span<const std::string> texts, const TaskContext& context,
                                           EmbedAllReport* report)
{
    const std::vector<std::size_t> first = firstOccurrences(texts);
    TW_ASSIGN(auto found, cache.findAll(embedder.info(), texts, context));
    std::vector<EmbeddedText> results(texts.size());
    std::vector<bool> known(texts.size());
    std::vector<std::size_t> missing;
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (found[i]) {
            results[i] = std::move(*found[i]);
            known[i] = true;
            ++done;
        } else if (first[i] == i) {
            missing.push_back(i);
        }
    }
    EmbedAllReport ownReport;
    EmbedAllReport& told = report ? *report : ownReport;
    told = {done, {}};
    context.report(Stage::Embedding, done, texts.size());
    const auto onDone = [&](std::size_t count) {
        done += count;
        context.report(Stage::Embedding, done, texts.size());
    };
    TW_TRY(Run(embedder, cache, texts, results, told.refused).embed(missing, onDone, context));
    copyToEqualTexts(first, known, results, told.refused);
    if (!report && !told.refused.empty())
        return fail(told.refused.front().error);
    context.report(Stage::Embedding, texts.size(), texts.size());
    return results;
}

} // namespace tw
