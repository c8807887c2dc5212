// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/hybrid_search.h"

#include "core/base/text.h"
#include "core/search/meaning_search.h"
#include "core/embedding/search_words.h"
#include "core/search/snippet.h"
#include "core/simd/kernels.h"

namespace tw {

namespace {

/// Title matches fill the upper part of the scale, everything else the lower, so that titles lead.
constexpr float kTitleBase = 0.6F;
/// So many of each way's best are fused; more than this nobody looks at.
constexpr std::size_t kMinCandidates = 100;
/// For a hit that the text gives next to no weight.
constexpr float kLeastText = 1e-6F;
constexpr std::size_t kMostNear = 24;
/// Likeness to the items named, beside what the words say.
constexpr float kWordsBesideLikeness = 1.0F;
constexpr float kUnlike = 0.6F;
constexpr float kLess = 0.3F;
/// Of a query's information, its unknown words included, a hit that only the text finds has at least this share.
constexpr float kLeastShare = 0.15F;
/// With more words unknown to everything than that, the few others say nothing.
constexpr float kMostStrange = 0.6F;
constexpr float kYear = 0.08F;

} // namespace

/// What the ways say of one item; 0 where a way did not find it.
struct HybridSearch::Candidate {
    float title = 0;
    std::size_t titlePlace = 0;   ///< Place among the title matches: orders equal scores.
    float text = 0;               ///< By text alone, within 0..1.
    bool lexical = false;         ///< It has words of the query itself.
    bool weak = false;            ///< Too few of them to be a match by themselves.
    float whole = 0;              ///< Meaning, relative to chance (MeaningScale).
    float passage = 0;
    float similarity = 0;         ///< As it is, not below 0.
    bool meaning = false;         ///< Similarity is above the floor.
    float likeness = 0;           ///< To the items named; 1: as near as the nearest.
    bool alike = false;
    float less = 0;               ///< Meaning of what the request wants less of, relative to chance.
    float listed = 0;             ///< Of what passes the filters when nothing else was asked.
    std::vector<std::string> matched;
};

/// A request made ready.
struct HybridSearch::Question {
    const SearchRequest& request;
    SearchBy by = SearchBy::All;
    std::string words;                 ///< Corrected.
    std::string corrected;
    std::vector<QueryWord> queryWords;
    std::vector<TermQuery> terms;
    float strange = 0;                 ///< Share of its words that neither the catalogue nor the embedder knows.
    float known = 1;                   ///< Share of the query's information that the catalogue's words have.
    std::optional<ItemSet> allowed;    ///< None: all.
    std::optional<RowFilter> rows;
    bool byTitle() const { return by == SearchBy::All || by == SearchBy::Title; }
    bool byText() const { return by == SearchBy::All || by == SearchBy::Text; }
    bool byMeaning() const { return by == SearchBy::All || by == SearchBy::Meaning; }
    const ItemSet* items() const { return allowed ? &*allowed : nullptr; }
};

HybridSearch::HybridSearch(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const TextIndex> text,
                           std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                           std::shared_ptr<const Embedder> embedder, std::shared_ptr<const CatalogValues> values,
                           const RankingWeights& weights)
    : m_catalog(std::move(catalog)), m_text(std::move(text)), m_space(std::move(space)), m_index(std::move(index)),
      m_embedder(std::move(embedder)),
      m_values(values ? std::move(values) : CatalogValues::of(m_catalog)), m_weights(weights)
{
}

ItemSet HybridSearch::allowed(const SearchRequest& request) const
{
    ItemSet items = filterItems(request.filter, *m_values).items;
    const auto having = [this](std::string_view text) {
        std::vector<std::string> words;
        for (SearchWord& word : searchWords(text))
            words.push_back(std::move(word.word));
        ItemSet found = m_text ? m_text->terms().itemsWithPhrase(words) : ItemSet();
        return found.capacity() == m_catalog->size() ? found : ItemSet(m_catalog->size());
    };
    for (const std::string& phrase : request.phrases)
        items &= having(phrase);
    for (const std::string& words : request.without)
        items -= having(words);
    return items;
}

/// Replaces misspelt words; returns the query with them replaced, or nothing.
std::string HybridSearch::correct(std::vector<QueryWord>& words, std::string_view typed) const
{
    std::string corrected(typed);
    bool any = false;
    // From the end, so that the places of those before stay right.
    std::vector<SearchWord> spans = searchWords(typed);
    std::ranges::reverse(spans);
    for (const SearchWord& each : spans) {
        const auto word = std::ranges::find(words, each.word, &QueryWord::word);
        if (word == words.end() || each.ideographic || (m_embedder && m_embedder->knowsWord(each.word)))
            continue;
        const std::string meant = m_text->corrected(each.word, word->isPrefix);
        if (meant.empty())
            continue;
        corrected.replace(each.begin, each.end - each.begin, meant);
        any = true;
    }
    if (!any)
        return {};
    words = textQueryWords(corrected);
    return corrected;
}

/// Words that no item has tell most of all that nothing matches.
void HybridSearch::weighUnknown(Question& question) const
{
    float known = 0;
    float all = 0;
    float leads = 0;
    std::vector<bool> found(question.queryWords.size(), false);
    for (const TermQuery& term : question.terms) {
        found[term.word] = true;
        known += term.idf;
    }
    all = known;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!question.queryWords[i].leads)
            continue;
        ++leads;
        if (found[i])
            continue;
        all += m_text->terms().idf(0);
        question.strange += m_embedder && m_embedder->knowsWord(question.queryWords[i].word) ? 0.0F : 1.0F;
    }
    question.strange /= std::max(leads, 1.0F);
    question.known = all > 0 ? known / all : 1;
}

HybridSearch::Question HybridSearch::prepare(const SearchRequest& request, SearchBy by) const
{
    Question question{request, by, request.words, {}, textQueryWords(request.words), {}, 0, 1, {}, {}};
    if (m_text && !question.queryWords.empty()) {
        // Who types a title does not want another word, however odd the title is.
        const auto titles = m_text->searchTitles(request.words, 1, {});
        if (!titles || titles->empty())
            question.corrected = correct(question.queryWords, request.words);
        if (!question.corrected.empty())
            question.words = question.corrected;
        std::vector<std::string> words;
        for (const QueryWord& word : question.queryWords)
            words.push_back(word.leads ? word.word : std::string());
        std::vector<std::vector<NearWord>> near;
        // Words near in meaning are meaning: who asks for the text alone wants the words.
        if (m_embedder && by == SearchBy::All && m_weights.soft > 0)
            near = m_embedder->nearWords(words, m_weights.softFloor, kMostNear);
        for (std::vector<NearWord>& each : near)
            for (NearWord& word : each)
                word.similarity = (word.similarity - m_weights.softFloor) / (1 - m_weights.softFloor);
        question.terms = m_text->termQuery(question.queryWords, near);
        weighUnknown(question);
    }
    if (!request.filter.empty() || !request.phrases.empty() || !request.without.empty()) {
        question.allowed = allowed(request);
        if (m_space)
            question.rows = rowFilterOf(*question.allowed, *m_space);
    }
    return question;
}

Status HybridSearch::addTitles(const Question& question, std::size_t k, Candidates& candidates,
                               const TaskContext& context) const
{
    // Within a filter a title may lie far down among those of the whole catalogue.
    const std::size_t wanted = question.allowed ? m_catalog->size() : k;
    TW_ASSIGN(std::vector<TextHit> hits, m_text->searchTitles(question.words, wanted, context));
    if (question.request.year) {
        // "the matrix 1999": the year is no part of the title, unless it is ("blade runner 2049").
        std::string bare = question.words;
        const std::string year = std::to_string(*question.request.year);
        if (const std::size_t at = bare.find(year); at != std::string::npos)
            bare.erase(at, year.size());
        TW_ASSIGN(const auto more, m_text->searchTitles(bare, wanted, context));
        for (const TextHit& hit : more)
            if (m_catalog->contains(hit.item) && m_catalog->item(hit.item).year == question.request.year)
                hits.push_back(hit);
    }
    std::size_t place = 0;
    for (const TextHit& hit : hits) {
        if (question.allowed && !question.allowed->contains(hit.item))
            continue;
        Candidate& candidate = candidates[hit.item];
        if (candidate.title < hit.score) {
            candidate.title = hit.score;
            candidate.titlePlace = place;
        }
        if (++place == k)
            break;
    }
    return {};
}

void HybridSearch::addTexts(const Question& question, std::size_t k, Candidates& candidates) const
{
    for (const TermMatch& match : m_text->terms().rank(question.terms, k, question.items(), m_weights)) {
        const float score = match.exact + m_weights.covered * match.covered + m_weights.close * match.close +
                            m_weights.soft * match.soft;
        Candidate& candidate = candidates[ItemId(match.item)];
        candidate.text = std::max(score, kLeastText);
        candidate.lexical = match.words != 0;
        candidate.weak = !candidate.lexical || match.covered * question.known < kLeastShare;
        candidate.matched = matchedWords(match, question.terms, question.queryWords);
    }
}

Status HybridSearch::addMeanings(const Question& question, std::size_t k, Candidates& candidates,
                                 const TaskContext& context) const
{
    TW_ASSIGN(const std::vector<float> vector, m_embedder->embedQuery(question.words, context));
    TW_ASSIGN(const MeaningScale scale, meaningScale(*m_space, context));
    std::vector<std::uint32_t> others;
    for (const auto& [item, candidate] : candidates)
        if (const auto row = m_space->row(item))
            others.push_back(*row);
    const RowFilter* filter = question.rows ? &*question.rows : nullptr;
    TW_ASSIGN(const std::vector<MeaningMatch> matches,
              searchMeaning(*m_space, m_index.get(), vector, k, filter, others, context));
    for (const MeaningMatch& match : matches) {
        const ItemId item = m_space->item(match.row);
        const bool passes = match.similarity > scale.floor;
        if (!passes && !candidates.contains(item))
            continue;
        Candidate& candidate = candidates[item];
        candidate.similarity = std::max(match.similarity, 0.0F);
        candidate.whole = std::max(scale.relative(match.whole), 0.0F);
        candidate.passage = std::max(scale.relative(match.passage), 0.0F);
        candidate.meaning = passes;
    }
    return {};
}

Status HybridSearch::addLikeness(const Question& question, std::size_t k, Candidates& candidates,
                                 const TaskContext& context) const
{
    const SearchRequest& request = question.request;
    std::vector<std::vector<float>> all; // one list of similarities for each item named
    const auto similarities = [&](ItemId item) -> std::vector<float> {
        std::vector<float> found(m_space->size(), 0.0F);
        const std::span<const float> vector = m_space->vector(item);
        if (!vector.empty())
            simd::dotRows(vector, m_space->vectors(), found);
        double mean = 0;
        float best = 0;
        for (std::uint32_t row = 0; row < found.size(); ++row) {
            mean += static_cast<double>(found[row]) / static_cast<double>(found.size());
            if (m_space->item(row) != item)
                best = std::max(best, found[row]);
        }
        const auto usual = static_cast<float>(mean);
        for (float& each : found)
            each = best > usual ? (each - usual) / (best - usual) : 0;
        return found;
    };
    std::vector<float> likeness(m_space->size(), 1.0F);
    std::vector<float> sum(m_space->size(), 0.0F);
    for (const ItemId item : request.like) {
        TW_TRY(context.check());
        const std::vector<float> found = similarities(item);
        for (std::size_t row = 0; row < found.size(); ++row) {
            likeness[row] = std::min(likeness[row], found[row]);
            sum[row] += found[row] / static_cast<float>(request.like.size());
        }
    }
    // Between two: near both counts more than very near one.
    for (std::size_t row = 0; row < likeness.size(); ++row)
        likeness[row] = request.like.empty() ? 0 : 0.7F * likeness[row] + 0.3F * sum[row];
    for (const ItemId item : request.unlike) {
        TW_TRY(context.check());
        const std::vector<float> found = similarities(item);
        for (std::size_t row = 0; row < found.size(); ++row)
            likeness[row] -= kUnlike * std::max(found[row], 0.0F);
    }
    const auto named = [&](ItemId item) {
        return std::ranges::find(request.like, item) != request.like.end() ||
               std::ranges::find(request.unlike, item) != request.unlike.end();
    };
    for (const ItemId item : request.like)
        candidates.erase(item);
    for (const ItemId item : request.unlike)
        candidates.erase(item);
    std::vector<std::uint32_t> order;
    for (std::uint32_t row = 0; row < likeness.size(); ++row)
        if (likeness[row] > 0 && !named(m_space->item(row)) && (!question.rows || !question.rows->excludes(row)))
            order.push_back(row);
    const std::size_t wanted = std::min(order.size(), 3 * k);
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(wanted), [&](auto a, auto b) {
        return likeness[a] != likeness[b] ? likeness[a] > likeness[b] : a < b;
    });
    order.resize(wanted);
    for (const std::uint32_t row : order)
        candidates[m_space->item(row)].alike = true;
    for (auto& [item, candidate] : candidates)
        if (const auto row = m_space->row(item))
            candidate.likeness = std::max(likeness[*row], 0.0F);
    return request.less.empty() || !m_embedder ? Status() : addLess(request.less, candidates, context);
}

Status HybridSearch::addLess(const std::string& words, Candidates& candidates, const TaskContext& context) const
{
    const auto vector = m_embedder->embedQuery(words, context);
    if (!vector) // Words without a meaning take nothing away.
        return vector.error().code == ErrorCode::Cancelled ? Status(fail(vector.error())) : Status();
    TW_ASSIGN(const MeaningScale scale, meaningScale(*m_space, context));
    std::vector<std::uint32_t> rows;
    for (const auto& [item, candidate] : candidates)
        if (const auto row = m_space->row(item))
            rows.push_back(*row);
    TW_ASSIGN(const auto matches, searchMeaning(*m_space, m_index.get(), *vector, 1, nullptr, rows, context));
    for (const MeaningMatch& match : matches)
        if (const auto found = candidates.find(m_space->item(match.row)); found != candidates.end())
            found->second.less = std::max(scale.relative(match.similarity), 0.0F);
    return {};
}

void HybridSearch::addListed(const Question& question, std::size_t k, Candidates& candidates) const
{
    std::vector<std::pair<float, ItemId>> all;
    question.allowed->forEach([&](ItemId item) { all.emplace_back(-fame(item), item); });
    std::ranges::sort(all);
    all.resize(std::min(all.size(), k));
    for (const auto& [negative, item] : all)
        candidates[item].listed = std::max(-negative, kLeastText);
}

float HybridSearch::fame(ItemId item) const { return m_values->fame(item); }

float HybridSearch::scoreOf(ItemId item, const Candidate& candidate, const Question& question) const
{
    switch (question.by) {
    case SearchBy::Title: return candidate.title;
    case SearchBy::Text: return candidate.text;
    case SearchBy::Meaning: return candidate.similarity;
    case SearchBy::All: break;
    }
    const RankingWeights& w = m_weights;
    float fused = candidate.text + w.whole * candidate.whole + w.passage * candidate.passage + w.fame * fame(item);
    if (const auto wanted = question.request.year)
        if (const auto year = m_catalog->item(item).year; year && std::abs(*year - *wanted) <= 1)
            fused += *year == *wanted ? kYear : kYear / 2;
    fused /= 1 + w.covered + w.close + w.soft + w.whole + w.passage + w.fame + kYear;
    if (candidate.title > 0)
        return kTitleBase + (1 - kTitleBase) * candidate.title;
    return kTitleBase * fused;
}

std::vector<SearchHit> HybridSearch::ranked(const Candidates& candidates, std::size_t k, const Question& question) const
{
    struct Ranked {
        ItemId item;
        float score;
        const Candidate* candidate;
    };
    const bool likely = !question.request.like.empty() || !question.request.unlike.empty();
    // By text alone the best hit scores 1.
    float bestText = kLeastText;
    for (const auto& [item, candidate] : candidates)
        bestText = std::max(bestText, candidate.text);
    std::vector<Ranked> order;
    for (const auto& [item, candidate] : candidates) {
        float score = candidate.listed > 0 ? candidate.listed : scoreOf(item, candidate, question);
        if (question.by == SearchBy::Text)
            score /= bestText;
        if (likely)
            score = (candidate.likeness + kWordsBesideLikeness * score - kLess * candidate.less) / (1 + kWordsBesideLikeness);
        order.push_back({item, std::clamp(score, kLeastText, 1.0F), &candidate});
    }
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
        hit.foundBy = {candidate.title > 0, candidate.lexical, candidate.meaning, candidate.alike};
        hit.matched = candidate.matched;
        if (candidate.lexical)
            hit.snippet = snippetOf(m_catalog->item(each.item).text, question.queryWords, m_text->terms().language());
        hits.push_back(std::move(hit));
    }
    return hits;
}

Result<SearchResults> HybridSearch::search(std::string_view query, std::size_t k, SearchBy by,
                                           const TaskContext& context) const
{
    ParsedQuery parsed = parseQuery(query, *m_values);
    TW_ASSIGN(SearchResults results, search(parsed.request, k, by, context));
    results.problems = std::move(parsed.problems);
    return results;
}

Result<SearchResults> HybridSearch::search(const SearchRequest& request, std::size_t k, SearchBy by,
                                           const TaskContext& context) const
{
    TW_TRY(context.check());
    const Question question = prepare(request, by);
    SearchResults results;
    results.meaningSearched = question.byMeaning() && m_space && m_embedder;
    results.corrected = question.corrected;
    results.filter = request.filter;
    if (k == 0 || request.empty())
        return results;

    const std::size_t wanted = std::max(k, kMinCandidates);
    const bool likely = !request.like.empty() || !request.unlike.empty();
    Candidates candidates;
    // Words beside items say how the item should differ, they are no title.
    if (m_text && question.byTitle() && !likely)
        TW_TRY(addTitles(question, wanted, candidates, context));
    if (m_text && question.byText())
        addTexts(question, wanted, candidates);
    if (results.meaningSearched && !question.queryWords.empty() && question.strange <= kMostStrange) {
        const Status added = addMeanings(question, wanted, candidates, context);
        if (!added && added.error().code == ErrorCode::Cancelled)
            return fail(added.error());
        // EmptyText: nothing of the query means anything, and that was found out properly.
        results.meaningSearched = added || added.error().code == ErrorCode::EmptyText;
    }
    if (likely && m_space)
        TW_TRY(addLikeness(question, wanted, candidates, context));
    if (question.queryWords.empty() && !likely && question.allowed)
        addListed(question, wanted, candidates);
    // A list of what shares a word by chance, or words that are only near, is noise.
    std::erase_if(candidates, [this](const auto& each) {
        const Candidate& candidate = each.second;
        const bool noise = candidate.weak && !candidate.meaning && candidate.title == 0 && !candidate.alike;
        return noise || !m_catalog->contains(each.first);
    });
    results.hits = ranked(candidates, k, question);
    return results;
}

} // namespace tw
