// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/word_vectors.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tw {

/// A word whose vector stands for (a part of) another.
struct WordPart {
    std::uint32_t rank = 0;
    float weight = 1;
};

/// The word as it is written, without a possessive 's, or folded; none when it is unknown in all these forms.
std::optional<std::uint32_t> plainRank(const WordVectors& words, std::string_view word);

/// How far to look for an unknown word; each is slower than the one before (Letters: some 10 ms).
enum class LookUp { Plain, Compounds, Letters };

/// What stands for a word: itself (plainRank); both parts of a compound ("spaceprison" → space, prison; also at a
/// hyphen); else the words that share most character trigrams with it, if they share at least 0.6 of them (Dice), each
/// by its share. Empty when nothing does.
std::vector<WordPart> lookUpWord(const WordVectors& words, std::string_view word, LookUp how);

} // namespace tw
