// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/hybrid_search.h"

#include "core/base/text.h"
#include "core/search/meaning_search.h"

namespace tw {

namespace {

/// Weight of meaning beside text; measured, see docs/search.md.
constexpr float kMeaningWeight = 0.6F;
/// Title matches fill the upper part of the scale, everything else the lower, so that titles lead.
constexpr float kTitleBase = 0.6F;
/// So many of each way's best are fused; more than this nobody looks at.
constexpr std::size_t kMinCandidates = 100;

/// What the three ways say of one item; 0 where a way did not find it.
struct Candidate {
    float title = 0;
    std::size_t titlePlace = 0; ///< Place among the title matches: orders equal scores.
    float text = 0;             ///< BM25 divided by that of the best hit.
    float meaning = 0;          ///< 0 at the floor, 1 at similarity 1.
    const TextHit* hit = nullptr;
};

using Candidates = std::unordered_map<ItemId, Candidate>;

float scoreOf(const Candidate& candidate, SearchBy by)
{
    switch (by) {
    case SearchBy::Title: return candidate.title;
    case SearchBy::Text: return candidate.text;
    case SearchBy::Meaning: return candidate.meaning;
    case SearchBy::All: break;
    }
    if (candidate.title > 0)
        return kTitleBase + (1 - kTitleBase) * candidate.title;
    return kTitleBase * (candidate.text + kMeaningWeight * candidate.meaning) / (1 + kMeaningWeight);
}

void addTitles(const std::vector<TextHit>& hits, Candidates& candidates)
{
    for (std::size_t i = 0; i < hits.size(); ++i) {
        Candidate& candidate = candidates[hits[i].item];
        candidate.title = hits[i].score;
        candidate.titlePlace = i;
    }
}

void addTexts(const std::vector<TextHit>& hits, Candidates& candidates)
{
    // A word that most items have can weigh nothing at all: then the hits are equally good.
    const float best = hits.empty() ? 0 : hits.front().score;
    for (const TextHit& hit : hits) {
        Candidate& candidate = candidates[hit.item];
        candidate.text = best > 0 ? std::clamp(hit.score / best, 1e-6F, 1.0F) : 1;
        candidate.hit = &hit;
    }
}

std::vector<SearchHit> ranked(const Candidates& candidates, std::size_t k, SearchBy by)
{
    struct Ranked {
        ItemId item;
        float score;
        const Candidate* candidate;
    };
    std::vector<Ranked> order;
    for (const auto& [item, candidate] : candidates)
        order.push_back({item, std::min(scoreOf(candidate, by), 1.0F), &candidate});
    std::ranges::sort(order, [](const Ranked& a, const Ranked& b) {
        return std::tuple(-a.score, a.candidate->titlePlace, a.item) <
               std::tuple(-b.score, b.candidate->titlePlace, b.item);
    });
    order.resize(std::min(order.size(), k));
    std::vector<SearchHit> hits;
    for (const Ranked& each : order) {
        const Candidate& candidate = *each.candidate;
        SearchHit hit;
        hit.item = each.item;
        hit.score = each.score;
        hit.foundBy = {candidate.title > 0, candidate.text > 0, candidate.meaning > 0};
        if (candidate.hit) {
            hit.matched = candidate.hit->matched;
            hit.snippet = candidate.hit->snippet;
        }
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace

HybridSearch::HybridSearch(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const TextIndex> text,
                           std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                           std::shared_ptr<const Embedder> embedder)
    : m_catalog(std::move(catalog)), m_text(std::move(text)), m_space(std::move(space)), m_index(std::move(index)),
      m_embedder(std::move(embedder))
{
}

Result<std::vector<HybridSearch::SimilarItem>> HybridSearch::similarItems(std::string_view query, std::size_t k,
                                                                          const TaskContext& context) const
{
    TW_ASSIGN(const std::vector<float> vector, m_embedder->embedQuery(query, context));
    TW_ASSIGN(const float floor, meaningFloor(*m_space, context));
    TW_ASSIGN(const std::vector<MeaningMatch> matches, searchMeaning(*m_space, m_index.get(), vector, k, context));
    std::vector<SimilarItem> items;
    for (const MeaningMatch& match : matches) {
        const ItemId item = m_space->item(match.row);
        if (match.similarity > floor && m_catalog->contains(item))
            items.push_back({item, (match.similarity - floor) / std::max(1 - floor, 1e-3F)});
    }
    return items;
}

Result<SearchResults> HybridSearch::search(std::string_view query, std::size_t k, SearchBy by,
                                           const TaskContext& context) const
{
    TW_TRY(context.check());
    const bool meaningWanted = by == SearchBy::All || by == SearchBy::Meaning;
    SearchResults results;
    results.meaningSearched = meaningWanted && m_space && m_embedder;
    if (k == 0 || trim(query).empty())
        return results;

    const std::size_t wanted = std::max(k, kMinCandidates);
    Candidates candidates;
    std::vector<TextHit> textHits; // outlives the candidates' pointers into it
    if (m_text && (by == SearchBy::All || by == SearchBy::Title)) {
        TW_ASSIGN(const std::vector<TextHit> titleHits, m_text->searchTitles(query, wanted, context));
        addTitles(titleHits, candidates);
    }
    if (m_text && (by == SearchBy::All || by == SearchBy::Text)) {
        TW_ASSIGN(textHits, m_text->search(query, wanted, context));
        addTexts(textHits, candidates);
    }
    if (results.meaningSearched) {
        const auto similar = similarItems(query, wanted, context);
        if (similar) {
            for (const SimilarItem& each : *similar)
                candidates[each.item].meaning = each.meaning;
        } else if (similar.error().code == ErrorCode::Cancelled) {
            return fail(similar.error());
        } else {
            // EmptyText: nothing of the query means anything, and that was found out properly.
            results.meaningSearched = similar.error().code == ErrorCode::EmptyText;
        }
    }
    std::erase_if(candidates, [this](const auto& each) { return !m_catalog->contains(each.first); });
    results.hits = ranked(candidates, k, by);
    return results;
}

} // namespace tw
