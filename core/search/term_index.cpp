// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/term_index.h"

namespace tw {

namespace {

constexpr std::size_t kMostQueryWords = 32;
/// So many are looked at closely; the right one is among them in all but hopeless cases.
constexpr std::size_t kMostLooked = 400;
constexpr std::uint32_t kMostGap = 2;

} // namespace

TermIndex::TermIndex(WordStore store) : m_store(std::move(store))
{
    WordStemmer stemmer(m_store.language);
    const auto wordCount = static_cast<std::uint32_t>(m_store.words.size());
    m_wordNumbers.reserve(wordCount);
    m_wordTerm.reserve(wordCount);
    for (std::uint32_t i = 0; i < wordCount; ++i) {
        m_wordNumbers.emplace(m_store.words[i], i);
        const auto next = static_cast<std::uint32_t>(m_terms.size());
        m_wordTerm.push_back(m_terms.try_emplace(stemmer.term(m_store.words[i]), next).first->second);
        m_sortedWords.push_back(i);
    }
    std::ranges::sort(m_sortedWords, {}, [this](std::uint32_t word) { return m_store.words[word]; });

    // Postings by counting: how many items a term has, then their places.
    constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> last(m_terms.size(), kNobody);
    m_postingBegin.assign(m_terms.size() + 1, 0);
    const auto items = static_cast<std::uint32_t>(m_store.itemCount());
    const auto forEachTerm = [&](auto&& visit) {
        std::ranges::fill(last, kNobody);
        for (std::uint32_t item = 0; item < items; ++item)
            for (const WordToken token : m_store.tokensOf(item)) {
                const std::uint32_t term = m_wordTerm[token.word()];
                if (std::exchange(last[term], item) != item)
                    visit(term, item);
            }
    };
    forEachTerm([this](std::uint32_t term, std::uint32_t) { ++m_postingBegin[term + 1]; });
    for (std::size_t i = 1; i < m_postingBegin.size(); ++i)
        m_postingBegin[i] += m_postingBegin[i - 1];
    m_postings.resize(m_postingBegin.back());
    std::vector<std::uint64_t> next(m_postingBegin.begin(), m_postingBegin.end() - 1);
    forEachTerm([&](std::uint32_t term, std::uint32_t item) { m_postings[next[term]++] = item; });

    double total = 0;
    for (std::uint32_t item = 0; item < items; ++item) {
        m_lengths.push_back(static_cast<float>(m_store.tokensOf(item).size()));
        total += static_cast<double>(m_lengths.back());
    }
    const auto mean = static_cast<float>(std::max(total / std::max<double>(items, 1), 1.0));
    for (float& length : m_lengths)
        length /= mean;
}

std::optional<std::uint32_t> TermIndex::findWord(std::string_view folded) const
{
    const auto found = m_wordNumbers.find(folded);
    return found == m_wordNumbers.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::uint32_t> TermIndex::wordsWithPrefix(std::string_view folded, std::size_t most) const
{
    const auto wordAt = [this](std::uint32_t word) { return m_store.words[word]; };
    auto begin = std::ranges::lower_bound(m_sortedWords, folded, {}, wordAt);
    std::vector<std::uint32_t> words;
    for (; begin != m_sortedWords.end() && wordAt(*begin).starts_with(folded); ++begin)
        words.push_back(*begin);
    std::ranges::stable_sort(words, std::ranges::greater(), [this](std::uint32_t word) { return wordItems(word); });
    words.resize(std::min(words.size(), most));
    return words;
}

std::optional<std::uint32_t> TermIndex::findTerm(std::string_view folded) const
{
    if (const auto word = findWord(folded))
        return m_wordTerm[*word];
    // A stemmer is not for several threads, and a query has few words that the catalogue lacks.
    WordStemmer stemmer(m_store.language);
    const auto found = m_terms.find(stemmer.term(folded));
    return found == m_terms.end() ? std::nullopt : std::optional(found->second);
}

std::span<const std::uint32_t> TermIndex::items(std::uint32_t term) const
{
    return std::span(m_postings).subspan(m_postingBegin[term], m_postingBegin[term + 1] - m_postingBegin[term]);
}

float TermIndex::idf(std::size_t itemsWithTerm) const
{
    const auto all = static_cast<double>(itemCount());
    const auto having = static_cast<double>(itemsWithTerm);
    return static_cast<float>(std::log(1 + std::max(all - having + 0.5, 0.5) / (having + 0.5)));
}

/// For each term, which words of the query it stands for.
struct TermIndex::Places {
    struct Place {
        std::uint32_t query = 0;
        float weight = 0;
        bool exact = false;
    };
    std::unordered_map<std::uint32_t, std::vector<Place>> byTerm;
    std::vector<std::uint64_t> filter; ///< Bit term % bits: most terms of a text are not asked for.
    std::vector<float> worth; ///< Of each word: its information, with the power.
    float information = 0;

    Places(std::span<const TermQuery> query, float rarity) : filter(1024, 0)
    {
        for (std::uint32_t i = 0; i < query.size(); ++i) {
            worth.push_back(std::pow(query[i].idf, rarity));
            information += worth.back();
            for (const TermChoice& choice : query[i].choices) {
                byTerm[choice.term].push_back({i, choice.weight, choice.exact});
                filter[(choice.term / 64) % filter.size()] |= std::uint64_t{1} << (choice.term % 64);
            }
        }
    }
    const std::vector<Place>* find(std::uint32_t term) const
    {
        if (((filter[(term / 64) % filter.size()] >> (term % 64)) & 1U) == 0)
            return nullptr;
        const auto found = byTerm.find(term);
        return found == byTerm.end() ? nullptr : &found->second;
    }
};

std::vector<std::uint32_t> TermIndex::candidates(std::span<const TermQuery> query, std::size_t most,
                                                 const ItemSet* allowed) const
{
    thread_local std::vector<float> scores;
    thread_local std::vector<std::uint32_t> lastWord;
    scores.assign(itemCount(), 0.0F);
    lastWord.assign(itemCount(), 0);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t i = 0; i < query.size(); ++i) {
        if (!query[i].leads)
            continue;
        for (const TermChoice& choice : query[i].choices)
            for (const std::uint32_t item : items(choice.term)) {
                if (lastWord[item] == i + 1 || (allowed && !allowed->contains(ItemId(item))))
                    continue;
                lastWord[item] = i + 1;
                if (scores[item] == 0)
                    touched.push_back(item);
                scores[item] += query[i].idf * choice.weight;
            }
    }
    if (touched.size() > most) {
        std::ranges::nth_element(touched, touched.begin() + static_cast<std::ptrdiff_t>(most), [&](auto a, auto b) {
            return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
        });
        touched.resize(most);
    }
    return touched;
}

TermMatch TermIndex::matchOne(std::uint32_t item, std::span<const TermQuery> query, const Places& places,
                              const RankingWeights& weights) const
{
    std::array<float, kMostQueryWords> frequency{};
    std::array<float, kMostQueryWords> soft{};
    std::array<float, kMostQueryWords> closeness{};
    std::array<std::uint32_t, kMostQueryWords> lastAt{}; // one more than the place
    const std::span<const WordToken> tokens = m_store.tokensOf(item);
    TermMatch match;
    match.item = item;
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        const auto* here = places.find(m_wordTerm[tokens[at].word()]);
        if (!here)
            continue;
        for (const Places::Place& place : *here) {
            const std::uint32_t q = place.query;
            if (!place.exact) {
                soft[q] = std::max(soft[q], place.weight);
                continue;
            }
            frequency[q] += place.weight * weights.fields[static_cast<std::size_t>(tokens[at].field())];
            match.words |= 1U << q;
            lastAt[q] = at + 1;
            // Closeness of word q to the one before it in the query, in either order in the text.
            if (q > 0 && lastAt[q - 1] > 0)
                closeness[q] = std::max(closeness[q], 1.0F / static_cast<float>(at + 1 - lastAt[q - 1] + (at + 1 == lastAt[q - 1] ? 1 : 0)));
            if (q + 1 < query.size() && lastAt[q + 1] > 0 && at + 1 > lastAt[q + 1])
                closeness[q + 1] = std::max(closeness[q + 1], 0.7F / static_cast<float>(at + 1 - lastAt[q + 1]));
        }
    }
    const float length = 1 - weights.b + weights.b * m_lengths[item];
    for (std::size_t q = 0; q < query.size(); ++q) {
        const float idf = places.worth[q];
        if (frequency[q] > 0) {
            match.exact += idf * frequency[q] / (frequency[q] + weights.k1 * length);
            match.covered += idf;
        } else {
            match.soft += idf * soft[q];
        }
        if (closeness[q] * static_cast<float>(kMostGap) >= 1)
            match.close += std::min(idf, places.worth[q - 1]) * closeness[q];
    }
    const float whole = std::max(places.information, 1e-6F);
    match.exact /= whole;
    match.covered /= whole;
    match.soft /= whole;
    match.close /= whole;
    return match;
}

std::vector<TermMatch> TermIndex::match(std::span<const TermQuery> query, std::span<const std::uint32_t> items,
                                        const RankingWeights& weights) const
{
    query = query.first(std::min(query.size(), kMostQueryWords));
    const Places places(query, weights.rarity);
    std::vector<TermMatch> matches;
    matches.reserve(items.size());
    for (const std::uint32_t item : items)
        matches.push_back(matchOne(item, query, places, weights));
    return matches;
}

std::vector<TermMatch> TermIndex::rank(std::span<const TermQuery> query, std::size_t k, const ItemSet* allowed,
                                       const RankingWeights& weights) const
{
    query = query.first(std::min(query.size(), kMostQueryWords));
    std::vector<TermMatch> matches = match(query, candidates(query, std::max(k, kMostLooked), allowed), weights);
    const auto score = [&](const TermMatch& each) {
        return each.exact + weights.close * each.close + weights.covered * each.covered + weights.soft * each.soft;
    };
    std::ranges::sort(matches, [&](const TermMatch& a, const TermMatch& b) {
        const float left = score(a);
        const float right = score(b);
        return left != right ? left > right : a.item < b.item;
    });
    matches.resize(std::min(matches.size(), k));
    return matches;
}

ItemSet TermIndex::itemsWithPhrase(std::span<const std::string> folded) const
{
    ItemSet found(itemCount());
    if (folded.empty())
        return found;
    std::vector<std::uint32_t> terms;
    for (const std::string& word : folded) {
        const auto term = findTerm(word);
        if (!term)
            return found;
        terms.push_back(*term);
    }
    for (const std::uint32_t item : items(terms.front())) {
        const std::span<const WordToken> tokens = m_store.tokensOf(item);
        for (std::size_t at = 0; at + terms.size() <= tokens.size(); ++at) {
            std::size_t i = 0;
            while (i < terms.size() && m_wordTerm[tokens[at + i].word()] == terms[i] &&
                   tokens[at + i].field() == tokens[at].field())
                ++i;
            if (i == terms.size()) {
                found.insert(ItemId(item));
                break;
            }
        }
    }
    return found;
}

} // namespace tw
