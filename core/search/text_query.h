// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// One word of a typed query.
struct QueryWord {
    std::string typed;      ///< As shown to the user: lower case.
    std::string expression; ///< FTS5 expression for it, quoted: `"hacker"`, or `"hack"*` for a word still being typed.
    bool isPrefix = false;  ///< The expression is a prefix.
};

/// The words to look for: each once, stop words dropped unless nothing else is left, at most 32. The last word of the
/// text is looked for as a prefix too if it has 2 or more characters.
std::vector<QueryWord> textQueryWords(std::string_view query);

/// An FTS5 string: quotes doubled, so that no character of a word is taken for syntax.
std::string quotedForFts(std::string_view word);

/// The expressions joined by OR.
std::string anyOf(const std::vector<QueryWord>& words);

} // namespace tw
