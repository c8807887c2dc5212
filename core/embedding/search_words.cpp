// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/search_words.h"

#include "core/base/text.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace tw {

namespace {

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

UChar32 characterAt(std::string_view text, std::size_t& at)
{
    auto index = static_cast<std::int32_t>(at);
    UChar32 character = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT(bytes, index, static_cast<std::int32_t>(text.size()), character);
    at = static_cast<std::size_t>(index);
    return character;
}

bool isIdeographic(std::string_view word)
{
    if (isAscii(word))
        return false;
    std::size_t at = 0;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(characterAt(word, at), &status);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

bool isCyrillic(std::string_view word)
{
    if (isAscii(word))
        return false;
    std::size_t at = 0;
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(characterAt(word, at), &status) == USCRIPT_CYRILLIC;
}

std::string formOf(std::string_view lower)
{
    std::string form = isAscii(lower) ? std::string(lower) : foldForMatching(lower);
    if (form.ends_with("'s"))
        form.resize(form.size() - 2);
    std::erase_if(form, [](char c) { return c == '\'' || c == '.'; });
    return form;
}

/// Each two neighbouring characters of text[begin, end).
void addPairs(std::string_view text, std::size_t begin, std::size_t end, std::vector<SearchWord>& out)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = begin; at < end;) {
        starts.push_back(at);
        static_cast<void>(characterAt(text, at));
    }
    starts.push_back(end);
    const std::size_t characters = starts.size() - 1;
    const std::size_t width = std::min<std::size_t>(characters, 2);
    for (std::size_t i = 0; i + width <= characters; ++i)
        out.push_back({toLower(text.substr(starts[i], starts[i + width] - starts[i])),
                       static_cast<std::uint32_t>(starts[i]), static_cast<std::uint32_t>(starts[i + width]), true});
}

struct Language {
    const char* name;
    std::array<std::string_view, 12> words;
};

/// Frequent words, folded, that few other of these languages have.
constexpr std::array kLanguages{
    Language{"english", {"the", "and", "of", "his", "with", "her", "who", "from", "that", "their", "when", "by"}},
    Language{"german", {"der", "und", "den", "ein", "eine", "mit", "sich", "ist", "auf", "nicht", "von", "das"}},
    Language{"french", {"les", "des", "une", "est", "dans", "qui", "pour", "sur", "par", "avec", "du", "ses"}},
    Language{"spanish", {"el", "los", "las", "una", "por", "con", "para", "su", "del", "y", "como", "pero"}},
    Language{"italian", {"il", "che", "di", "gli", "della", "nel", "sono", "alla", "suo", "ma", "dei", "una"}},
    Language{"portuguese", {"os", "uma", "com", "nao", "seu", "sua", "em", "do", "mas", "ao", "pela", "dos"}},
    Language{"dutch", {"het", "een", "van", "zijn", "niet", "dat", "op", "te", "haar", "wordt", "maar", "naar"}},
    Language{"swedish", {"och", "att", "som", "ett", "inte", "hans", "hon", "av", "den", "till", "sig", "fran"}},
    Language{"norwegian", {"og", "av", "ikke", "hun", "han", "til", "som", "fra", "blir", "seg", "etter", "pa"}},
    Language{"danish", {"og", "af", "ikke", "hun", "han", "til", "som", "fra", "bliver", "sig", "efter", "pa"}},
    Language{"finnish", {"ja", "on", "han", "ei", "joka", "kun", "mutta", "ovat", "hanen", "se", "jonka", "oli"}},
};

} // namespace

std::vector<SearchWord> searchWords(std::string_view text)
{
    std::vector<SearchWord> words;
    std::size_t runBegin = 0;
    std::size_t runEnd = 0;
    const auto closeRun = [&] {
        if (runEnd > runBegin)
            addPairs(text, runBegin, runEnd, words);
        runBegin = runEnd = 0;
    };
    for (const WordSpan& span : splitWordSpans(text)) {
        if (isIdeographic(span.word)) {
            if (span.begin != runEnd || runEnd == 0) {
                closeRun();
                runBegin = span.begin;
            }
            runEnd = span.end;
            continue;
        }
        closeRun();
        if (std::string form = formOf(span.word); !form.empty())
            words.push_back({std::move(form), span.begin, span.end, false});
    }
    closeRun();
    return words;
}

WordStemmer::WordStemmer(const std::string& language) : m_latin(language), m_cyrillic("russian") {}

std::string WordStemmer::term(std::string_view word)
{
    if (isCyrillic(word))
        return m_cyrillic.stem(word);
    if (isIdeographic(word))
        return std::string(word);
    return m_latin.stem(word);
}

void LanguageVote::add(std::string_view foldedWord)
{
    m_votes.resize(kLanguages.size());
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        if (std::ranges::find(kLanguages[i].words, foldedWord) != kLanguages[i].words.end())
            ++m_votes[i];
}

std::string LanguageVote::winner() const
{
    if (m_votes.empty())
        return kLanguages[0].name;
    return kLanguages[static_cast<std::size_t>(std::ranges::max_element(m_votes) - m_votes.begin())].name;
}

} // namespace tw
