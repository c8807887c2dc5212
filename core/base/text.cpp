// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace tw {

namespace {

bool isAsciiByte(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool isAsciiBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool isAscii(std::string_view text) { return std::ranges::all_of(text, isAsciiByte); }

icu::UnicodeString toUtf16(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string toUtf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// Calls visit(codePoint, begin, end) for each code point; malformed bytes come as U+FFFD.
template <class Visit>
void forEachCodePoint(std::string_view text, Visit&& visit)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t begin = at;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, c);
        visit(c, static_cast<std::size_t>(begin), static_cast<std::size_t>(at));
    }
}

enum class Breaks { Character, Word, Sentence };

/// ICU's iterators are stateful, so each thread has its own.
icu::BreakIterator* breakIterator(Breaks kind)
{
    const auto make = [](Breaks wanted) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale& root = icu::Locale::getRoot();
        icu::BreakIterator* made = nullptr;
        if (wanted == Breaks::Character)
            made = icu::BreakIterator::createCharacterInstance(root, status);
        else if (wanted == Breaks::Word)
            made = icu::BreakIterator::createWordInstance(root, status);
        else // the standard suppressions keep "Mr. Smith" in one sentence
            made = icu::BreakIterator::createSentenceInstance(icu::Locale("en@ss=standard"), status);
        return std::unique_ptr<icu::BreakIterator>(U_SUCCESS(status) ? made : nullptr);
    };
    thread_local const std::unique_ptr<icu::BreakIterator> character = make(Breaks::Character);
    thread_local const std::unique_ptr<icu::BreakIterator> word = make(Breaks::Word);
    thread_local const std::unique_ptr<icu::BreakIterator> sentence = make(Breaks::Sentence);
    return kind == Breaks::Character ? character.get() : kind == Breaks::Word ? word.get() : sentence.get();
}

/// Calls visit(begin, end, ruleStatus) for each piece between boundaries, in bytes.
template <class Visit>
void forEachPiece(Breaks kind, std::string_view text, Visit&& visit)
{
    icu::BreakIterator* iterator = breakIterator(kind);
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (!iterator || U_FAILURE(status))
        return;
    iterator->setText(&utext, status);
    for (std::int32_t begin = iterator->first(), end = iterator->next(); end != icu::BreakIterator::DONE;
         begin = end, end = iterator->next())
        visit(static_cast<std::size_t>(begin), static_cast<std::size_t>(end), iterator->getRuleStatus());
    utext_close(&utext);
}

std::string wordForm(std::string_view word)
{
    std::string lower = toLower(word);
    // The typographic apostrophe is the same letter to a reader.
    for (std::size_t at = 0; (at = lower.find("\u2019", at)) != std::string::npos;)
        lower.replace(at, 3, "'");
    return lower;
}

/// UAX #29 word boundaries (ICU's root rules) over ASCII text without blanks: letters, digits and '_' join;
/// a quote or full stop joins two letters or two digits, a comma or semicolon two digits.
template <class Emit>
void splitAsciiChunk(std::string_view chunk, std::size_t offset, Emit&& emit)
{
    const auto isWordCharacter = [](char c) { return isAsciiLetter(c) || isAsciiDigit(c) || c == '_'; };
    std::size_t at = 0;
    while (at < chunk.size()) {
        if (!isWordCharacter(chunk[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        bool counts = false;
        while (at < chunk.size()) {
            const char c = chunk[at];
            if (isWordCharacter(c)) {
                counts = counts || c != '_';
                ++at;
                continue;
            }
            if (at + 1 >= chunk.size())
                break;
            const char before = chunk[at - 1];
            const char after = chunk[at + 1];
            const bool either = c == '\'' || c == '.';
            const bool joinsLetters = either && isAsciiLetter(before) && isAsciiLetter(after);
            const bool joinsDigits = (either || c == ',' || c == ';') && isAsciiDigit(before) && isAsciiDigit(after);
            if (!joinsLetters && !joinsDigits)
                break;
            ++at;
        }
        if (counts)
            emit(offset + begin, offset + at, true);
    }
}

/// Calls emit(begin, end, isAscii) for each word. Blanks always separate words, so each run between them can
/// take its own road: the plain one for ASCII, ICU's for the rest.
template <class Emit>
void forEachWord(std::string_view text, Emit&& emit)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (isAsciiBlank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        bool plain = true;
        while (at < text.size() && !isAsciiBlank(text[at])) {
            const char c = text[at++];
            plain = plain && isAsciiByte(c) && c != '@'; // ICU has rules of its own for mail addresses
        }
        const std::string_view chunk = text.substr(begin, at - begin);
        if (plain)
            splitAsciiChunk(chunk, begin, emit);
        else
            forEachPiece(Breaks::Word, chunk, [&](std::size_t pieceBegin, std::size_t pieceEnd, std::int32_t status) {
                const std::string_view piece = chunk.substr(pieceBegin, pieceEnd - pieceBegin);
                if (status >= UBRK_WORD_NONE_LIMIT && piece.find_first_not_of('_') != std::string_view::npos)
                    emit(begin + pieceBegin, begin + pieceEnd, false);
            });
    }
}

std::string wordAt(std::string_view text, std::size_t begin, std::size_t end, bool ascii)
{
    const std::string_view piece = text.substr(begin, end - begin);
    if (!ascii)
        return wordForm(piece);
    std::string word(piece);
    std::ranges::transform(word, word.begin(), lowerAscii);
    return word;
}

bool startsUpper(std::string_view word)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    std::int32_t at = 0;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, static_cast<std::int32_t>(word.size()), c);
    return u_isupper(c) || u_istitle(c);
}

std::string collapseBlanks(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    forEachCodePoint(text, [&](UChar32 c, std::size_t begin, std::size_t end) {
        if (u_isUWhiteSpace(c)) {
            pending = !out.empty();
            return;
        }
        if (std::exchange(pending, false))
            out.push_back(' ');
        out.append(text.substr(begin, end - begin));
    });
    return out;
}

std::string hyphenated(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (isAsciiLetter(c) || isAsciiDigit(c))
            out.push_back(lowerAscii(c));
        else if (!out.empty() && out.back() != '-' && c != '\'')
            out.push_back('-');
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < size;) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0)
            return false;
    }
    return true;
}

std::string foldForMatching(std::string_view text)
{
    if (isAscii(text)) {
        std::string lower = collapseBlanks(text);
        std::ranges::transform(lower, lower.begin(), lowerAscii);
        return lower;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    // Folding can bring composed letters back (U+1E9E gives "ss", some Greek ones an accent), hence twice.
    icu::UnicodeString decomposed = nfkd->normalize(toUtf16(text), status);
    decomposed = nfkd->normalize(decomposed.foldCase(), status);
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 c = decomposed.char32At(at);
        const auto type = u_charType(c);
        if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK)
            bare.append(c);
    }
    return collapseBlanks(toUtf8(bare));
}

std::string toLower(std::string_view text)
{
    if (!isAscii(text))
        return toUtf8(toUtf16(text).toLower(icu::Locale::getRoot()));
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return lower;
}

std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    words.reserve(text.size() / 6);
    forEachWord(text, [&](std::size_t begin, std::size_t end, bool ascii) {
        words.push_back(wordAt(text, begin, end, ascii));
    });
    return words;
}

std::vector<WordSpan> splitWordSpans(std::string_view text)
{
    std::vector<WordSpan> words;
    forEachWord(text, [&](std::size_t begin, std::size_t end, bool ascii) {
        words.push_back(WordSpan{wordAt(text, begin, end, ascii), static_cast<std::uint32_t>(begin),
                                 static_cast<std::uint32_t>(end), startsUpper(text.substr(begin, end - begin))});
    });
    return words;
}

std::vector<std::string> splitSentences(std::string_view text)
{
    std::vector<std::string> sentences;
    forEachPiece(Breaks::Sentence, text, [&](std::size_t begin, std::size_t end, std::int32_t) {
        const std::string_view sentence = trim(text.substr(begin, end - begin));
        if (!sentence.empty())
            sentences.push_back(isValidUtf8(sentence) ? std::string(sentence) : toUtf8(toUtf16(sentence)));
    });
    return sentences;
}

std::string truncateCharacters(std::string_view text, std::size_t count)
{
    std::size_t seen = 0;
    std::size_t limit = text.size();
    forEachCodePoint(text, [&](UChar32, std::size_t begin, std::size_t) {
        if (seen++ == count)
            limit = begin;
    });
    std::size_t cut = limit;
    if (limit < text.size()) {
        cut = 0;
        forEachPiece(Breaks::Character, text.substr(0, std::min(text.size(), limit + 64)),
                     [&](std::size_t, std::size_t end, std::int32_t) {
                         if (end <= limit)
                             cut = end;
                     });
    }
    const std::string_view kept = text.substr(0, cut);
    return isValidUtf8(kept) ? std::string(kept) : toUtf8(toUtf16(kept));
}

std::string_view trim(std::string_view text)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto begin = std::int32_t{0};
    auto end = static_cast<std::int32_t>(text.size());
    while (begin < end) {
        std::int32_t next = begin;
        UChar32 c = 0;
        U8_NEXT(bytes, next, end, c);
        if (c < 0 || !u_isUWhiteSpace(c))
            break;
        begin = next;
    }
    while (end > begin) {
        std::int32_t previous = end - 1;
        while (previous > begin && U8_IS_TRAIL(bytes[previous]))
            --previous;
        UChar32 c = 0;
        std::int32_t next = previous;
        U8_NEXT(bytes, next, end, c);
        if (c < 0 || next != end || !u_isUWhiteSpace(c))
            break;
        end = previous;
    }
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

std::vector<std::string> splitAndTrim(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        if (const std::string_view part = trim(text.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string slug(std::string_view text)
{
    if (isAscii(text))
        return hyphenated(text);
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::Transliterator> toLatin(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    icu::UnicodeString latin = toUtf16(text);
    if (toLatin)
        toLatin->transliterate(latin);
    return hyphenated(toUtf8(latin));
}

} // namespace tw
