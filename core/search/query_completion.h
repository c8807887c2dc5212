// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/query_parser.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// One way to go on with a query.
struct QueryCompletion {
    std::string text;      ///< Replaces what was typed: "genre:", "genre:Horror", "director:\"Agnès Varda\"", "like:\"Up (2009)\"".
    std::string label;     ///< What a person reads: "genre", "Horror", "Agnès Varda", "1990s", "Up (2009)".
    std::size_t count = 0; ///< Items that have it; 0 for field names and titles.
};

struct QueryCompletions {
    std::size_t begin = 0; ///< Bytes of the query that a choice replaces.
    std::size_t end = 0;
    std::vector<QueryCompletion> choices; ///< Best first; empty when there is nothing to suggest.
};

/// What may stand at the cursor. Behind a field's colon: its values that begin with what is typed, then those that have
/// it as a word, each with its count; decades for years; titles for like and between. For a bare word of two letters or
/// more: the fields whose names begin so, and values of genre, director and country that do, as conditions.
/// @param cursor  In bytes. A negative field keeps its minus.
/// @param most    Choices at most.
/// Cost: a pass over the field's values, once they are known (CatalogValues).
QueryCompletions completeQuery(std::string_view query, std::size_t cursor, const CatalogValues& values,
                               std::size_t most);

} // namespace tw
