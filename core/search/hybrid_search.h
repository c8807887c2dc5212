// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/embedding/embedder.h"
#include "core/index/vector_index.h"
#include "core/search/catalog_values.h"
#include "core/search/query_parser.h"
#include "core/search/ranking_weights.h"
#include "core/search/text_index.h"
#include "core/space/space.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tw {

enum class SearchBy { All, Title, Text, Meaning };

/// Which of the ways found an item.
struct FoundBy {
    bool title = false;
    bool text = false;
    bool meaning = false;
    bool likeness = false; ///< It is like the items the query names.
};

struct SearchHit {
    ItemId item;
    float score = 0;                  ///< 0..1, best first; comparable within one answer only.
    FoundBy foundBy;
    std::vector<std::string> matched; ///< Words found in the text.
    std::string snippet;              ///< Where they were found; may be empty.
};

struct SearchResults {
    std::vector<SearchHit> hits;      ///< Best first, at most k. Empty: nothing matches.
    /// False when meaning was not asked for, or the query could not be embedded (no space, server away).
    bool meaningSearched = true;
    /// The words that were searched instead of misspelt ones ("showing results for …"); empty when none was.
    std::string corrected;
    std::vector<QueryProblem> problems; ///< Parts of the query that could not be used.
    ItemFilter filter;                  ///< What the query's filters were understood as.
};

/// Title, full text and meaning fused into one ranking (see docs/search.md for the rule and its weights), within what
/// the query's filters let through. Holds snapshots; thread-safe.
class HybridSearch {
public:
    /// @param space, index, embedder  May be null: then only titles and text are searched.
    /// @param values  Of the catalogue, CatalogValues::of(catalog) when null.
    HybridSearch(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const TextIndex> text,
                 std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                 std::shared_ptr<const Embedder> embedder, std::shared_ptr<const CatalogValues> values = nullptr,
                 const RankingWeights& weights = {});

    /// The k best items for a typed query (parseQuery). Errors: Cancelled; a failing embedder is no error
    /// (meaningSearched = false).
    Result<SearchResults> search(std::string_view query, std::size_t k, SearchBy by, const TaskContext& context) const;

    /// The same for what a window put together. Words: title matches lead, so that typing a title finds it; then the
    /// rest by text and meaning. What only meaning finds must pass a similarity that random queries rarely reach, so a
    /// query that matches nothing gives no hits. Asked for by one way alone, the score is that way's own. With items to
    /// be like, these are ranked by likeness and the words together. With filters alone, what passes is listed, the most
    /// written about first.
    Result<SearchResults> search(const SearchRequest& request, std::size_t k, SearchBy by,
                                 const TaskContext& context) const;

    /// The items that a request's filters, phrases and left-out words let through: for facet counts, and for
    /// recommendations within a filter (rowFilterOf).
    ItemSet allowed(const SearchRequest& request) const;

private:
    struct Candidate;
    struct Question;
    using Candidates = std::unordered_map<ItemId, Candidate>;
    Question prepare(const SearchRequest& request, SearchBy by) const;
    std::string correct(std::vector<QueryWord>& words, std::string_view typed) const;
    void weighUnknown(Question& question) const;
    Status addTitles(const Question& question, std::size_t k, Candidates& candidates, const TaskContext& context) const;
    void addTexts(const Question& question, std::size_t k, Candidates& candidates) const;
    /// Adds what is near in meaning, and the similarity of what the other ways have found.
    Status addMeanings(const Question& question, std::size_t k, Candidates& candidates,
                       const TaskContext& context) const;
    Status addLikeness(const Question& question, std::size_t k, Candidates& candidates,
                       const TaskContext& context) const;
    Status addLess(const std::string& words, Candidates& candidates, const TaskContext& context) const;
    void addListed(const Question& question, std::size_t k, Candidates& candidates) const;
    float fame(ItemId item) const;
    float scoreOf(ItemId item, const Candidate& candidate, const Question& question) const;
    std::vector<SearchHit> ranked(const Candidates& candidates, std::size_t k, const Question& question) const;

    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const TextIndex> m_text;
    std::shared_ptr<const Space> m_space;
    std::shared_ptr<const VectorIndex> m_index;
    std::shared_ptr<const Embedder> m_embedder;
    std::shared_ptr<const CatalogValues> m_values;
    RankingWeights m_weights;
};

} // namespace tw
