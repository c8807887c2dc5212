// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_phrases.h"

#include "core/base/text.h"

#include <array>
#include <utility>

namespace tw {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// What somebody means who compares films so.
constexpr std::array kComparatives{
    Pair{"funnier", "funny comedy"},     Pair{"scarier", "scary horror"},      Pair{"darker", "dark bleak"},
    Pair{"sadder", "sad tragic"},        Pair{"happier", "happy cheerful"},    Pair{"lighter", "light cheerful"},
    Pair{"weirder", "weird strange"},    Pair{"stranger", "strange surreal"},  Pair{"sexier", "erotic seduction"},
    Pair{"bloodier", "bloody gore"},     Pair{"grittier", "gritty crime"},     Pair{"sillier", "silly comedy"},
    Pair{"creepier", "creepy horror"},   Pair{"slower", "slow quiet"},         Pair{"quieter", "quiet"},
    Pair{"smarter", "clever"},           Pair{"cuter", "cute"},                Pair{"crazier", "crazy"},
    Pair{"romantic", "romantic love"},   Pair{"violenter", "violent"},         Pair{"simpler", "simple"},
};

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end)
{
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
        text += fmt::format("{}{}", i > begin ? " " : "", words[i]);
    return text;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> choices)
{
    return std::ranges::find(choices, word) != choices.end();
}

} // namespace

std::optional<LikePhrasing> readLikePhrasing(std::string_view text, const std::function<bool(std::string_view)>& isTitle)
{
    const std::vector<std::string> words = splitAndTrim(text, ' ');
    std::vector<std::string> lower;
    for (const std::string& word : words)
        lower.push_back(toLower(word));
    std::size_t at = 0;
    while (at < lower.size() && isOneOf(lower[at], {"a", "an", "some", "the", "good", "other", "any", "show", "me"}))
        ++at;
    const bool named = at < lower.size() && isOneOf(lower[at], {"more", "movie", "movies", "film", "films", "something",
                                                                "anything", "one", "ones", "stuff"});
    at += named ? 1 : 0;
    const bool like = at < lower.size() && lower[at] == "like";
    const bool similar = at + 1 < lower.size() && lower[at] == "similar" && lower[at + 1] == "to";
    const bool between = at < lower.size() && lower[at] == "between";
    if (!like && !similar && !between)
        return std::nullopt;
    at += similar ? 2 : 1;
    // The longest title wins: "The Good, the Bad and the Ugly" has an "and" of its own.
    for (std::size_t end = words.size(); end > at; --end) {
        const bool but = end < words.size() && lower[end] == "but";
        if (end < words.size() && !but)
            continue;
        const std::string rest = but ? joined(words, end + 1, words.size()) : std::string();
        if (between) {
            for (std::size_t middle = at + 1; middle + 1 < end; ++middle)
                if (lower[middle] == "and" && isTitle(joined(words, at, middle)) &&
                    isTitle(joined(words, middle + 1, end)))
                    return LikePhrasing{{joined(words, at, middle), joined(words, middle + 1, end)}, rest};
            continue;
        }
        // "like crazy" alone is a title or a way of speaking.
        if ((named || but || similar) && isTitle(joined(words, at, end)))
            return LikePhrasing{{joined(words, at, end)}, rest};
    }
    return std::nullopt;
}

Comparisons comparisonsIn(std::string_view text)
{
    Comparisons found;
    const auto add = [](std::string& to, std::string_view word) { to += fmt::format("{}{}", to.empty() ? "" : " ", word); };
    bool less = false;
    for (const std::string& word : splitAndTrim(text, ' ')) {
        const std::string lower = toLower(word);
        const auto known = std::ranges::find(kComparatives, std::string_view(lower), &Pair::first);
        const std::string_view meant = known == kComparatives.end() ? std::string_view(word) : known->second;
        if (isOneOf(lower, {"less", "without", "no", "not"}))
            less = true;
        else if (isOneOf(lower, {"more", "and", "much", "a", "bit", "with", "but", "as", "so", "also", "even"}))
            less = less && lower != "more" && lower != "with" && lower != "but";
        else if (isOneOf(lower, {"newer", "later", "recent"}))
            found.later = 1;
        else if (isOneOf(lower, {"older", "earlier"}))
            found.later = -1;
        else
            add(less ? found.less : found.more, meant);
    }
    return found;
}

} // namespace tw
