// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/word_lookup.h"

#include "core/base/text.h"

namespace tw {

namespace {

constexpr std::size_t kMinPart = 3;
/// Shorter words are like others by chance.
constexpr std::size_t kMinLike = 6;
constexpr double kLeastShare = 0.6;
constexpr std::size_t kMostLike = 3;
/// Of rare words the shorter half of compounds would be chance: "the" + "rapist".
constexpr std::uint32_t kMostFrequentPart = 30'000;

std::vector<std::uint32_t> gramsOf(std::string_view word)
{
    const std::string marked = fmt::format("^{}$", word);
    std::vector<std::uint32_t> grams;
    for (std::size_t i = 0; i + 3 <= marked.size(); ++i) {
        std::uint32_t gram = 0;
        for (std::size_t j = 0; j < 3; ++j)
            gram = (gram << 8U) | static_cast<unsigned char>(marked[i + j]);
        grams.push_back(gram);
    }
    std::ranges::sort(grams);
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

std::vector<WordPart> compoundParts(const WordVectors& words, std::string_view word)
{
    std::vector<WordPart> best;
    std::uint32_t rarest = kMostFrequentPart;
    for (std::size_t at = kMinPart; at + kMinPart <= word.size(); ++at) {
        const bool hyphen = word[at] == '-';
        const auto left = words.find(word.substr(0, at));
        const auto right = words.find(word.substr(hyphen ? at + 1 : at));
        // The split whose rarer part is most frequent: "super" + "hero", not "superh" + "ero".
        if (left && right && std::max(*left, *right) < rarest) {
            rarest = std::max(*left, *right);
            best = {{*left, 0.5F}, {*right, 0.5F}};
        }
    }
    return best;
}

std::vector<WordPart> similarWords(const WordVectors& words, std::string_view word)
{
    const std::vector<std::uint32_t> grams = gramsOf(word);
    std::vector<WordPart> found;
    if (word.size() < kMinLike)
        return found;
    for (std::uint32_t rank = 0; rank < words.size(); ++rank) {
        const std::string_view other = words.word(rank);
        // Fewer letters than that cannot share enough.
        if (other.size() * 2 < word.size() || other.size() > word.size() * 2 || other.front() != word.front())
            continue;
        const std::vector<std::uint32_t> theirs = gramsOf(other);
        std::vector<std::uint32_t> both;
        std::ranges::set_intersection(grams, theirs, std::back_inserter(both));
        const double share = 2.0 * static_cast<double>(both.size()) / static_cast<double>(grams.size() + theirs.size());
        if (share >= kLeastShare)
            found.push_back({rank, static_cast<float>(share)});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &WordPart::weight);
    found.resize(std::min(found.size(), kMostLike));
    return found;
}

} // namespace

std::optional<std::uint32_t> plainRank(const WordVectors& words, std::string_view word)
{
    if (const auto rank = words.find(word))
        return rank;
    if (word.ends_with("'s"))
        return words.find(word.substr(0, word.size() - 2));
    if (std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return words.find(foldForMatching(word));
    return std::nullopt;
}

std::vector<WordPart> lookUpWord(const WordVectors& words, std::string_view word, LookUp how)
{
    if (const auto rank = plainRank(words, word))
        return {{*rank, 1}};
    if (how == LookUp::Plain)
        return {};
    if (std::vector<WordPart> parts = compoundParts(words, word); !parts.empty())
        return parts;
    return how == LookUp::Letters ? similarWords(words, word) : std::vector<WordPart>();
}

} // namespace tw
