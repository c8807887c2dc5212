// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/snippet.h"

#include "core/embedding/search_words.h"

namespace tw {

namespace {

constexpr std::size_t kWords = 12;

/// Which words of the query a word of the text is, as bits.
class Matcher {
public:
    Matcher(const std::vector<QueryWord>& words, const std::string& language) : m_stemmer(language)
    {
        for (const QueryWord& word : words) {
            m_stems.push_back(m_stemmer.term(word.word));
            m_prefixes.push_back(word.isPrefix ? word.word : std::string());
            m_leads.push_back(word.leads);
        }
    }
    std::uint32_t bits(const std::string& word)
    {
        std::uint32_t found = 0;
        const std::string stem = m_stemmer.term(word);
        for (std::size_t i = 0; i < m_stems.size() && i < 32; ++i)
            if (m_leads[i] && (stem == m_stems[i] || (!m_prefixes[i].empty() && word.starts_with(m_prefixes[i]))))
                found |= 1U << i;
        return found;
    }

private:
    WordStemmer m_stemmer;
    std::vector<std::string> m_stems;
    std::vector<std::string> m_prefixes;
    std::vector<bool> m_leads;
};

} // namespace

std::string snippetOf(std::string_view text, const std::vector<QueryWord>& words, const std::string& language)
{
    const std::vector<SearchWord> all = searchWords(text);
    Matcher matcher(words, language);
    std::vector<std::uint32_t> bits;
    for (const SearchWord& word : all)
        bits.push_back(matcher.bits(word.word));
    std::size_t begin = all.size();
    int most = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (bits[i] == 0)
            continue;
        std::uint32_t found = 0;
        for (std::size_t j = i; j < std::min(i + kWords, all.size()); ++j)
            found |= bits[j];
        if (std::popcount(found) > most) {
            most = std::popcount(found);
            begin = i;
        }
    }
    if (most == 0)
        return {};
    // A few words before the first one that was found, so that one reads what it is about.
    begin -= std::min(begin, begin + kWords > all.size() ? kWords - (all.size() - begin) : 2);
    const std::size_t end = std::min(begin + kWords, all.size());
    std::string snippet = begin > 0 ? "…" : "";
    for (const char c : text.substr(all[begin].begin, all[end - 1].end - all[begin].begin))
        snippet.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    return end < all.size() ? snippet + "…" : snippet;
}

} // namespace tw
