// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/item_filter.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// What is looked for: what parseQuery() makes of a typed text, and what a window may put together itself.
struct SearchRequest {
    std::string words;                 ///< Ranked by title, text and meaning; may be empty.
    std::vector<std::string> phrases;  ///< Each must stand in the text, its words one after the other.
    std::vector<std::string> without;  ///< Words or phrases that must not.
    std::string less;                  ///< Words whose meaning counts against an item ("less violent").
    ItemFilter filter;
    std::vector<ItemId> like;          ///< One: more like it. Several: what lies between them.
    std::vector<ItemId> unlike;        ///< What is like these comes later.
    std::optional<int> year;           ///< A bare year: items of that year come first among equals, its neighbours next.
    bool empty() const
    {
        return words.empty() && phrases.empty() && without.empty() && filter.empty() && like.empty() && unlike.empty();
    }
    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

/// A part of a query that could not be used as it stands; the rest is searched all the same.
struct QueryProblem {
    enum class Kind {
        UnknownField,    ///< "gender:…": no such field; searched as words.
        BadNumber,       ///< "year:abc": neither a number nor a range; left out.
        EmptyValue,      ///< "genre:" with nothing behind it; left out.
        UnknownValue,    ///< No item has the value; lets nothing through.
        UnknownTitle,    ///< No item of that title; left out.
        AmbiguousTitle,  ///< Several items; the suggestion is the one taken.
    };
    Kind kind = Kind::UnknownField;
    std::string field;       ///< As typed, without the colon.
    std::string value;       ///< As typed, without quotes.
    std::string suggestion;  ///< What may be meant; may be empty.
    std::size_t begin = 0;   ///< Its bytes in the query.
    std::size_t end = 0;
};

struct ParsedQuery {
    SearchRequest request;
    std::vector<QueryProblem> problems;
};

/// Reads a typed query (docs/search.md has the language):
///   words "a phrase" -word year:1990..1999 genre:horror,comedy -country:France director:"Agnès Varda"
///   like:"The Matrix" funnier   between:"Alien","Up"   movies like Inception but funnier   the matrix 1999
/// No text is wrong: what cannot be used is told in `problems`.
ParsedQuery parseQuery(std::string_view text, const CatalogValues& values);

/// A request as somebody would type it. parseQuery() reads it back.
std::string toQueryText(const SearchRequest& request, const Catalog& catalog);

/// The item that somebody means by a title or "title (year)", also by a part of it: the one of that title, else the
/// shortest title that has it; of equal titles the one with the longest text. `others` is set when there was a choice
/// between equal titles. ItemId::invalid() when no title has it.
ItemId itemMeant(std::string_view typed, const CatalogValues& values, bool* others = nullptr);

} // namespace tw
