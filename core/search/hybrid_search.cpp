// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/hybrid_search.h"

#include "core/base/text.h"
#include "core/search/meaning_search.h"

namespace tw {

namespace {

/// Weight of meaning beside text; measured, see docs/search.md.
constexpr float kMeaningWeight = 0.45F;
/// Title matches fill the upper part of the scale, everything else the lower, so that titles lead.
constexpr float kTitleBase = 0.6F;
/// So many of each way's best are fused; more than this nobody looks at.
constexpr std::size_t kMinCandidates = 100;
/// For a hit that BM25 gives no weight at all.
constexpr float kLeastText = 1e-6F;

} // namespace

/// What the three ways say of one item; 0 where a way did not find it.
struct HybridSearch::Candidate {
    float title = 0;
    std::size_t titlePlace = 0;   ///< Place among the title matches: orders equal scores.
    float text = 0;               ///< BM25 divided by that of the best hit.
    float similarity = 0;         ///< Of meaning, not below 0; also when it is below the floor.
    bool meaning = false;         ///< Similarity is above the floor.
    const TextHit* hit = nullptr; ///< In the text.
};

namespace {

template <class Candidates>
void addTitles(const std::vector<TextHit>& hits, Candidates& candidates)
{
    for (std::size_t i = 0; i < hits.size(); ++i) {
        auto& candidate = candidates[hits[i].item];
        candidate.title = hits[i].score;
        candidate.titlePlace = i;
    }
}

template <class Candidates>
void addTexts(const std::vector<TextHit>& hits, Candidates& candidates)
{
    // A word that most items have can weigh nothing at all: then the hits are equally good.
    const float best = hits.empty() ? 0 : hits.front().score;
    for (const TextHit& hit : hits) {
        auto& candidate = candidates[hit.item];
        candidate.text = best > 0 ? std::clamp(hit.score / best, kLeastText, 1.0F) : 1;
        candidate.hit = &hit;
    }
}

} // namespace

HybridSearch::HybridSearch(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const TextIndex> text,
                           std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                           std::shared_ptr<const Embedder> embedder)
    : m_catalog(std::move(catalog)), m_text(std::move(text)), m_space(std::move(space)), m_index(std::move(index)),
      m_embedder(std::move(embedder))
{
}

float HybridSearch::scoreOf(const Candidate& candidate, SearchBy by)
{
    switch (by) {
    case SearchBy::Title: return candidate.title;
    case SearchBy::Text: return candidate.text;
    case SearchBy::Meaning: return candidate.similarity;
    case SearchBy::All: break;
    }
    if (candidate.title > 0)
        return kTitleBase + (1 - kTitleBase) * candidate.title;
    return kTitleBase * (candidate.text + kMeaningWeight * candidate.similarity) / (1 + kMeaningWeight);
}

std::vector<SearchHit> HybridSearch::ranked(const Candidates& candidates, std::size_t k, SearchBy by)
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
        hit.foundBy = {candidate.title > 0, candidate.text > 0, candidate.meaning};
        if (candidate.hit) {
            hit.matched = candidate.hit->matched;
            hit.snippet = candidate.hit->snippet;
        }
        hits.push_back(std::move(hit));
    }
    return hits;
}

Status HybridSearch::addMeanings(std::string_view query, std::size_t k, Candidates& candidates,
                                 const TaskContext& context) const
{
    TW_ASSIGN(const std::vector<float> vector, m_embedder->embedQuery(query, context));
    TW_ASSIGN(const float floor, meaningFloor(*m_space, context));
    std::vector<std::uint32_t> others;
    for (const auto& [item, candidate] : candidates)
        if (const auto row = m_space->row(item))
            others.push_back(*row);
    TW_ASSIGN(const std::vector<MeaningMatch> matches,
              searchMeaning(*m_space, m_index.get(), vector, k, others, context));
    for (const MeaningMatch& match : matches) {
        const ItemId item = m_space->item(match.row);
        const bool passes = match.similarity > floor;
        if (!passes && !candidates.contains(item))
            continue;
        Candidate& candidate = candidates[item];
        candidate.similarity = std::max(match.similarity, 0.0F);
        candidate.meaning = passes;
    }
    return {};
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
        const Status added = addMeanings(query, wanted, candidates, context);
        if (!added && added.error().code == ErrorCode::Cancelled)
            return fail(added.error());
        // EmptyText: nothing of the query means anything, and that was found out properly.
        results.meaningSearched = added || added.error().code == ErrorCode::EmptyText;
    }
    std::erase_if(candidates, [this](const auto& each) { return !m_catalog->contains(each.first); });
    results.hits = ranked(candidates, k, by);
    return results;
}

} // namespace tw
