// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace tw {

/// The numbers of the ranking. They were fitted on the fitting halves of the queries in tests/data by
/// `search_quality --fit` (coordinate ascent); docs/search.md tells what each is worth.
struct RankingWeights {
    /// How often a word counts that stands in the title, original title, people, genres, keywords, tagline, text.
    std::array<float, 7> fields{3, 3, 2, 2, 2.5F, 1.5F, 1};
    float k1 = 1;           ///< Repetition: less means that a second occurrence adds less.
    float b = 0.35F;        ///< Length: 0 treats long and short texts alike.
    float close = 0.4F;     ///< Neighbouring words that stay neighbours, beside exact words.
    float covered = 0.5F;   ///< Each word that is there at all, beside how often.
    float soft = 0.4F;      ///< Words near in meaning.
    float softFloor = 0.5F; ///< Cosine from which words count as near.
    float whole = 0.07F;    ///< Meaning of the whole text.
    float passage = 0.1F;   ///< Meaning of its best sentence.
    float fame = 0.45F;     ///< Prior: what is well known (CatalogValues::fame).
    float rarity = 1;       ///< Power of a word's rarity (idf): more lets rare words decide.
};

} // namespace tw
