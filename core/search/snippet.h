// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/text_query.h"

#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// The dozen words of a text in which most of the query's words stand, with "…" where it is cut. Empty when none of them
/// is in the text. One line, whatever the text is.
/// @param language  Of the stemmer (TermIndex::language).
std::string snippetOf(std::string_view text, const std::vector<QueryWord>& words, const std::string& language);

} // namespace tw
