// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/item_set.h"
#include "core/search/ranking_weights.h"
#include "core/search/word_store.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tw {

/// A term that stands for a word of a query.
struct TermChoice {
    std::uint32_t term = 0;
    float weight = 1;    ///< 1: the word itself or what it begins; less: a word near in meaning.
    bool exact = true;
};

/// A word of a query as the index looks for it.
struct TermQuery {
    std::vector<TermChoice> choices; ///< Exact ones first.
    float idf = 0;
    std::uint32_t word = 0;          ///< Which of the query's words it is.
    bool leads = true;               ///< Finds items by itself; stop words only add to what others found.
};

/// What one item has of a query; all parts are within 0..1 of the query's whole information Σ idf.
struct TermMatch {
    std::uint32_t item = 0;
    float exact = 0;     ///< BM25F over the words themselves.
    float close = 0;     ///< Neighbouring words of the query that stand close in the text as well.
    float soft = 0;      ///< Words near in meaning, where the word itself is missing.
    float covered = 0;   ///< Information of the words it has, however often.
    std::uint32_t words = 0; ///< Bit i: it has word i itself.
};

/// Inverted and forward index over a catalogue's terms (stems), in memory. Immutable; any thread may search.
class TermIndex {
public:
    explicit TermIndex(WordStore store);

    std::size_t itemCount() const { return m_store.itemCount(); }
    std::size_t wordCount() const { return m_store.words.size(); }
    const std::string& language() const { return m_store.language; }

    /// Number of a folded word; none when no item has it.
    std::optional<std::uint32_t> findWord(std::string_view folded) const;
    std::string_view word(std::uint32_t number) const { return m_store.words[number]; }
    /// Items that have the word in this very form.
    std::uint32_t wordItems(std::uint32_t number) const { return m_store.wordItems[number]; }
    /// Numbers of the words that begin so, at most `most` of those that most items have.
    std::vector<std::uint32_t> wordsWithPrefix(std::string_view folded, std::size_t most) const;

    /// The term of a folded word; none when no item has a word with its stem.
    std::optional<std::uint32_t> findTerm(std::string_view folded) const;
    std::uint32_t termOf(std::uint32_t word) const { return m_wordTerm[word]; }
    /// Items with the term, rising.
    std::span<const std::uint32_t> items(std::uint32_t term) const;
    /// log(1 + (N − n + ½) / (n + ½)) of a term that n items have.
    float idf(std::size_t itemsWithTerm) const;

    /// The k best items; those of `others` wherever they rank. Words beyond the 32nd are left out.
    /// @param allowed  Items that may be found, or null for all.
    std::vector<TermMatch> rank(std::span<const TermQuery> query, std::size_t k, const ItemSet* allowed,
                                const RankingWeights& weights) const;
    /// What single items have of a query, in the order asked for.
    std::vector<TermMatch> match(std::span<const TermQuery> query, std::span<const std::uint32_t> items,
                                 const RankingWeights& weights) const;
    /// Items that have all these folded words one after the other within a field; a lone word's stem is enough.
    ItemSet itemsWithPhrase(std::span<const std::string> folded) const;

private:
    struct Places;
    TermMatch matchOne(std::uint32_t item, std::span<const TermQuery> query, const Places& places,
                       const RankingWeights& weights) const;
    std::vector<std::uint32_t> candidates(std::span<const TermQuery> query, std::size_t most,
                                          const ItemSet* allowed) const;

    WordStore m_store;
    std::unordered_map<std::string_view, std::uint32_t> m_wordNumbers;
    std::vector<std::uint32_t> m_sortedWords;
    std::vector<std::uint32_t> m_wordTerm;
    std::unordered_map<std::string, std::uint32_t> m_terms;
    std::vector<std::uint64_t> m_postingBegin;
    std::vector<std::uint32_t> m_postings;
    std::vector<float> m_lengths; ///< Words of the longer fields, beside their mean.
};

} // namespace tw
