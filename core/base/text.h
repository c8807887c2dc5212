// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

// All text in core is UTF-8. These helpers stand on ICU; none of them fails: bytes that are not valid UTF-8
// are replaced by U+FFFD.

bool isValidUtf8(std::string_view text);
/// Lower-cased by Unicode folding, marks removed (NFKD), blanks collapsed: "  Amélie " → "amelie".
std::string foldForMatching(std::string_view text);
std::string toLower(std::string_view text);
/// Words by Unicode word boundaries, in lower case, marks kept; punctuation and blanks dropped. A typographic
/// apostrophe becomes a plain one.
std::vector<std::string> splitWords(std::string_view text);
/// A word with its place, in bytes of the original text.
struct WordSpan {
    std::string word;      ///< Lower case.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool capitalised = false; ///< The original starts with an upper-case letter.
};
std::vector<WordSpan> splitWordSpans(std::string_view text);
/// Sentences by Unicode sentence boundaries, trimmed, none empty.
std::vector<std::string> splitSentences(std::string_view text);
/// Control characters (but line feed), bidi overrides and escape sequences removed: safe to show or print.
std::string printable(std::string_view text);
/// At most `count` code points, cut at a boundary between characters people see.
std::string truncateCharacters(std::string_view text, std::size_t count);
/// Without Unicode blanks at both ends; a view into `text`.
std::string_view trim(std::string_view text);
/// The pieces between separators, trimmed; empty ones are left out.
std::vector<std::string> splitAndTrim(std::string_view text, char separator);
/// Lower-case ASCII letters, digits and hyphens: "Amélie (2001)" → "amelie-2001"; other scripts are
/// transliterated. Empty only if nothing is left.
std::string slug(std::string_view text);
/// True when `text` is one of the languages' stop words ("the", "of", …); English for now.
bool isStopWord(std::string_view foldedWord);

} // namespace tw
