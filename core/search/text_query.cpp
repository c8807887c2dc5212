// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_query.h"

#include "core/base/text.h"
#include "core/embedding/search_words.h"

namespace tw {

namespace {

constexpr std::size_t kMaxWords = 32;

std::size_t characterCount(std::string_view word)
{
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::ranges::count_if(word, startsCharacter));
}

} // namespace

std::vector<QueryWord> textQueryWords(std::string_view query)
{
    const std::vector<SearchWord> all = searchWords(query);
    std::vector<QueryWord> words;
    for (const SearchWord& each : all) {
        const bool isLast = &each == &all.back();
        // A lone CJK character begins pairs; a pair is whole.
        const bool isPrefix = isLast && (each.ideographic ? characterCount(each.word) == 1 : characterCount(each.word) >= 2);
        const auto known = std::ranges::find(words, each.word, &QueryWord::word);
        if (known != words.end()) {
            known->isPrefix = known->isPrefix || isPrefix;
            continue;
        }
        if (words.size() == kMaxWords)
            continue;
        const std::string typed = toLower(query.substr(each.begin, each.end - each.begin));
        words.push_back({typed, each.word, isPrefix, !isStopWord(each.word) && !isStopWord(foldForMatching(typed))});
    }
    if (std::ranges::none_of(words, &QueryWord::leads))
        for (QueryWord& word : words)
            word.leads = true;
    return words;
}

} // namespace tw
