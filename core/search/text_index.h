// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/catalog.h"
#include "core/embedding/embedder.h"
#include "core/search/item_visitor.h"
#include "core/search/term_index.h"
#include "core/search/text_query.h"
#include "core/search/title_matcher.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

struct TextHit {
    ItemId item;
    float score = 0;                  ///< Higher is better.
    std::vector<std::string> matched; ///< Query words found, as typed, e.g. for "hacker, virus".
};

/// Full text over a catalogue (text.sqlite): titles, people, genres, keywords, tagline, text; stemmed by language, marks
/// folded. The file holds the words of all items; who has which is worked out when it is opened. Derived data: thrown
/// away and rebuilt when damaged or out of date. Immutable; any thread may read.
class TextIndex {
public:
    /// Opens the index when it fits the catalogue's fingerprint and its own seal; else builds it anew
    /// (Stage::Indexing); in memory where the folder can't be written. Errors: Database, FileUnwritable, Cancelled.
    static Result<std::shared_ptr<const TextIndex>> openOrBuild(const std::filesystem::path& path,
                                                                const Catalog& catalog, const TaskContext& context);
    /// Builds the file for items that are not in memory, one item at a time (Stage::Indexing): openOrBuild with the
    /// same items then finds it. Where the folder can't be written, nothing is kept.
    /// @param itemCount  For the progress only.
    /// Errors: those of `visit`, Database, FileUnwritable, Cancelled; the old file is then still there.
    static Status build(const std::filesystem::path& path, std::uint64_t itemCount, const ItemVisitor& visit,
                        const TaskContext& context);
    ~TextIndex();
    /// The file was found damaged and made anew when this was opened; the damaged one lies beside it (bad_files.h).
    bool madeAnew() const;
    /// Where that lies; empty where it could not be moved.
    const std::filesystem::path& keptFile() const;

    const TermIndex& terms() const;

    /// The query's words with all that stands for them: the word's stem; for a word still being typed also what begins
    /// so; for a compound its parts ("spiderman"), for two words their compound ("spider man").
    /// @param near  For each word, words near in meaning (Embedder::nearWords), or empty.
    std::vector<TermQuery> termQuery(const std::vector<QueryWord>& words,
                                     const std::vector<std::vector<NearWord>>& near) const;

    /// A word of the catalogue that somebody meant who typed this: it differs by one letter inserted, left out,
    /// replaced or swapped (by two from 8 letters on), and among such words the likeliest by how many letters differ and
    /// how many items have it. Empty when the catalogue has the word, or none is near.
    /// @param isPrefix  A word that is the beginning of one of the catalogue's is not misspelt.
    std::string corrected(std::string_view folded, bool isPrefix) const;

    /// Items with any of the words, best first (stop words find nothing by themselves unless there is nothing else).
    /// The last word also matches as a prefix, for search as one types. A query without words gives no hits.
    /// Errors: Cancelled.
    Result<std::vector<TextHit>> search(std::string_view query, std::size_t k, const TaskContext& context) const;

    /// Items whose title or original title equals, starts with or contains the query as whole words (folded), the
    /// last word as a prefix. Punctuation, "&"/"and" and a leading article of the title make no difference.
    /// Score: 1 exact, .9 title begins with it, .75 title contains it in order; .6 and .5 when its last word is only
    /// begun (2 or more characters typed); .95 when it is the title but for blanks ("spiderman"). A Chinese or Japanese
    /// query is looked for anywhere in the title. Shorter titles first among equals.
    Result<std::vector<TextHit>> searchTitles(std::string_view query, std::size_t k, const TaskContext& context) const;

private:
    struct Impl;
    explicit TextIndex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The query's words, as typed, that a match has.
/// @param query  What TextIndex::termQuery() made of `words`.
std::vector<std::string> matchedWords(const TermMatch& match, const std::vector<TermQuery>& query,
                                      const std::vector<QueryWord>& words);

} // namespace tw
