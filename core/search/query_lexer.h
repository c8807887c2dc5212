// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// A piece of a typed query: a word, a phrase in quotes, or a field with its values.
struct QueryPiece {
    std::string field;               ///< Before the colon; empty for words and phrases.
    std::vector<std::string> values; ///< Behind it; or the word or phrase alone.
    bool negative = false;           ///< A minus before it.
    bool quoted = false;             ///< Of a piece without field: it stands in quotes.
    std::size_t begin = 0;           ///< Its bytes in the query.
    std::size_t end = 0;
};

/// Splits a query at blanks. Quotes ("", “”, «») keep blanks together; one that is not closed runs to the end. A colon
/// makes a field of the letters before it unless a blank follows ("Alien: Covenant" is two words).
std::vector<QueryPiece> splitQuery(std::string_view text);

} // namespace tw
