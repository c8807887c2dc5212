// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// One word of a typed query.
struct QueryWord {
    std::string typed;      ///< As shown to the user: lower case.
    std::string word;       ///< As the text index knows it (search_words.h).
    bool isPrefix = false;  ///< The last word of the text, still being typed: what begins so matches as well.
    bool leads = true;      ///< No stop word; or there are only stop words.
};

/// The words to look for, in order: each once, at most 32 (those beyond are left out). The last word of the text is
/// looked for as a prefix too if it has 2 or more characters (CJK: 1 or more) and no blank after it.
std::vector<QueryWord> textQueryWords(std::string_view query);

} // namespace tw
