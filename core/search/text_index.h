// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/catalog.h"
#include "core/search/item_visitor.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

struct TextHit {
    ItemId item;
    float score = 0;                  ///< Higher is better; BM25 (Robertson & Zaragoza 2009) negated from SQLite's.
    std::vector<std::string> matched; ///< Query words found, as typed, e.g. for "hacker, virus".
    std::string snippet;              ///< Up to about 12 words around the best match in the text; may be empty.
};

/// Full text over a catalogue in SQLite FTS5 (text.sqlite): titles, people, genres, keywords, tagline, text; English
/// stemming (porter), marks folded. Derived data: thrown away and rebuilt when damaged or out of date.
/// Reading is thread-safe (guarded inside).
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

    /// Items with any of the words (stop words dropped unless nothing else is left), best first; columns weighted
    /// (title most). The last word also matches as a prefix of 2 or more characters, for search as one types.
    /// A word that more than an eighth of a large catalogue has does not find items by itself when rarer ones do: it
    /// would cost much and tell nothing. A query without words gives no hits. Errors: Database, Cancelled.
    Result<std::vector<TextHit>> search(std::string_view query, std::size_t k, const TaskContext& context) const;

    /// Items whose title or original title equals, starts with or contains the query as whole words (folded), the
    /// last word as a prefix. Punctuation, "&"/"and" and a leading article of the title make no difference.
    /// Score: 1 exact, .9 title begins with it, .75 title contains it in order; .6 and .5 when its last word is only
    /// begun (2 or more characters typed); .95 when it is the title but for blanks ("spiderman"). Shorter titles first
    /// among equals.
    Result<std::vector<TextHit>> searchTitles(std::string_view query, std::size_t k, const TaskContext& context) const;

private:
    struct Impl;
    explicit TextIndex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
