// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/embedding/embedder.h"
#include "core/index/vector_index.h"
#include "core/search/text_index.h"
#include "core/space/space.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tw {

enum class SearchBy { All, Title, Text, Meaning };

/// Which of the three ways found an item.
struct FoundBy {
    bool title = false;
    bool text = false;
    bool meaning = false;
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
};

/// Title, full text and meaning fused into one ranking (see docs/search.md for the rule and its weights).
/// Holds snapshots; thread-safe.
class HybridSearch {
public:
    /// space, index and embedder may be null: then only titles and text are searched.
    HybridSearch(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const TextIndex> text,
                 std::shared_ptr<const Space> space, std::shared_ptr<const VectorIndex> index,
                 std::shared_ptr<const Embedder> embedder);

    /// The k best items. Title matches lead, so that typing a title finds it; then the rest by BM25 (1 for the best
    /// hit) plus 0.45 × similarity of meaning. What only meaning finds must pass a similarity that random queries
    /// rarely reach, so a query that matches nothing gives no hits. Asked for by one way alone, the score is that
    /// way's own. Errors: Database, Cancelled; a failing embedder is no error (meaningSearched = false).
    Result<SearchResults> search(std::string_view query, std::size_t k, SearchBy by, const TaskContext& context) const;

private:
    struct Candidate;
    using Candidates = std::unordered_map<ItemId, Candidate>;
    /// Adds what is near in meaning, and the similarity of what the other ways have found.
    Status addMeanings(std::string_view query, std::size_t k, Candidates& candidates, const TaskContext& context) const;
    static float scoreOf(const Candidate& candidate, SearchBy by);
    static std::vector<SearchHit> ranked(const Candidates& candidates, std::size_t k, SearchBy by);

    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const TextIndex> m_text;
    std::shared_ptr<const Space> m_space;
    std::shared_ptr<const VectorIndex> m_index;
    std::shared_ptr<const Embedder> m_embedder;
};

} // namespace tw
