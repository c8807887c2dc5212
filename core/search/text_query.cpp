// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_query.h"

#include "core/base/text.h"

namespace tw {

namespace {

constexpr std::size_t kMaxWords = 32;

bool hasTwoCharacters(std::string_view word)
{
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return std::ranges::count_if(word, startsCharacter) >= 2;
}

} // namespace

std::string quotedForFts(std::string_view word)
{
    std::string quoted = "\"";
    for (const char c : word) {
        if (c == '"')
            quoted.push_back('"');
        if (c != '\0')
            quoted.push_back(c);
    }
    quoted.push_back('"');
    return quoted;
}

std::vector<QueryWord> textQueryWords(std::string_view query)
{
    const std::vector<std::string> all = splitWords(query);
    std::vector<std::string> kept;
    for (const std::string& word : all)
        if (!isStopWord(foldForMatching(word)))
            kept.push_back(word);
    if (kept.empty())
        kept = all;

    std::vector<QueryWord> words;
    for (const std::string& word : kept) {
        if (words.size() == kMaxWords)
            break;
        if (std::ranges::find(words, word, &QueryWord::typed) == words.end())
            words.push_back({word, quotedForFts(word), false});
    }
    const auto last = all.empty() ? words.end() : std::ranges::find(words, all.back(), &QueryWord::typed);
    if (last != words.end() && hasTwoCharacters(last->typed)) {
        last->expression += '*';
        last->isPrefix = true;
    }
    return words;
}

std::string anyOf(const std::vector<QueryWord>& words)
{
    std::string expression;
    for (const QueryWord& word : words)
        expression += expression.empty() ? word.expression : " OR " + word.expression;
    return expression;
}

} // namespace tw
