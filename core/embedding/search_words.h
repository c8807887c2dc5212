// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/stemmer.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// A word as the text index knows it.
struct SearchWord {
    std::string word;          ///< Folded, apostrophes, dots and a final 's dropped; two characters of a CJK run.
    std::uint32_t begin = 0;   ///< Its bytes in the original text.
    std::uint32_t end = 0;
    bool ideographic = false;  ///< Part of a run of Chinese or Japanese characters.
};

/// The words of a text in order. Runs of Chinese or Japanese characters, which have no blanks, give each two
/// neighbouring characters as a word ("千与千寻" → 千与, 与千, 千寻), a lone character itself.
std::vector<SearchWord> searchWords(std::string_view text);

/// Folded word → term: the stem by the language of its script. Latin letters by the language the catalogue is in,
/// Cyrillic ones by Russian. Used from one thread at a time.
class WordStemmer {
public:
    /// @param language  Of the Latin words, by Snowball's name ("english"); another one leaves them as they are.
    explicit WordStemmer(const std::string& language);
    std::string term(std::string_view word);

private:
    Stemmer m_latin;
    Stemmer m_cyrillic;
};

/// Counts words that only one language has, to tell in which language most of a catalogue's texts are.
class LanguageVote {
public:
    void add(std::string_view foldedWord);
    /// By Snowball's name; "english" when nothing speaks against it.
    std::string winner() const;

private:
    std::vector<std::size_t> m_votes;
};

} // namespace tw
