// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/spelling.h"

#include "core/search/edit_distance.h"

#include <bit>

namespace tw {

namespace {

constexpr std::size_t kMostLength = 40;
constexpr std::size_t kShortest = 4;
constexpr std::size_t kLong = 8;
/// A letter more that differs must be made up for by a word that is e^kLetterCost times as frequent.
constexpr double kLetterCost = 5;
/// Hardly anybody gets the first letter wrong.
constexpr double kFirstLetterCost = 2;

std::uint32_t lettersOf(std::string_view word)
{
    std::uint32_t letters = 0;
    for (const char c : word)
        letters |= 1U << (static_cast<unsigned char>(c) % 32U);
    return letters;
}

std::size_t characterCount(std::string_view word)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

Spelling::Spelling(std::span<const Word> words) : m_byLength(kMostLength + 1)
{
    for (std::uint32_t i = 0; i < words.size(); ++i)
        if (words[i].word.size() <= kMostLength)
            m_byLength[words[i].word.size()].push_back({words[i], lettersOf(words[i].word), i});
}

std::size_t Spelling::nearest(std::string_view folded) const
{
    const std::size_t length = characterCount(folded);
    if (length < kShortest || folded.size() > kMostLength)
        return kNone;
    const std::size_t most = length >= kLong ? 2 : 1;
    const std::uint32_t letters = lettersOf(folded);
    // Two bytes a letter beyond ASCII.
    const std::size_t span = folded.size() == length ? most : 2 * most;
    std::size_t best = kNone;
    double bestScore = 0;
    for (std::size_t size = folded.size() - std::min(span, folded.size()); size <= std::min(folded.size() + span, kMostLength);
         ++size)
        for (const Entry& entry : m_byLength[size]) {
            // Each letter that differs changes at most two bits (four beyond ASCII).
            if (static_cast<std::size_t>(std::popcount(entry.letters ^ letters)) > 2 * span)
                continue;
            const std::size_t distance = editDistance(folded, entry.word.word, most);
            if (distance == 0 || distance > most)
                continue;
            const double score = 100 + std::log(1.0 + entry.word.items) - kLetterCost * static_cast<double>(distance) -
                                 (entry.word.word.front() == folded.front() ? 0 : kFirstLetterCost);
            if (score > bestScore) {
                bestScore = score;
                best = entry.number;
            }
        }
    return best;
}

} // namespace tw
