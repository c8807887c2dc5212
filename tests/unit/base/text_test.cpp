// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/text.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <set>

namespace tw {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Text, foldsForMatching)
{
    EXPECT_EQ(foldForMatching("  Amélie "), "amelie");
    EXPECT_EQ(foldForMatching("The\t Big\n  SLEEP"), "the big sleep");
    EXPECT_EQ(foldForMatching("STRASSE"), foldForMatching("Straße"));
    EXPECT_EQ(foldForMatching("ＷＡＬＬ·Ｅ"), "wall·e");
    EXPECT_EQ(foldForMatching("Ёлки"), "елки");
    EXPECT_EQ(foldForMatching("e\u0301"), foldForMatching("\u00e9"));
    EXPECT_EQ(foldForMatching("a\u00a0\u3000b"), "a b");
    EXPECT_EQ(foldForMatching(""), "");
    EXPECT_EQ(foldForMatching("a\xFF"), "a\uFFFD");
}

TEST(Text, splitsWords)
{
    EXPECT_THAT(splitWords("Don't look up! (2021), it's 3.5 of 1,000."),
                ElementsAre("don't", "look", "up", "2021", "it's", "3.5", "of", "1,000"));
    EXPECT_THAT(splitWords("Éric’s CAFÉ — naïve"), ElementsAre("éric's", "café", "naïve"));
    EXPECT_THAT(splitWords("Привет, мир"), ElementsAre("привет", "мир"));
    EXPECT_THAT(splitWords(" ... --- "), IsEmpty());
    EXPECT_EQ(splitWords("七人の侍").size(), splitWordSpans("七人の侍").size());
    EXPECT_FALSE(splitWords("七人の侍").empty());
}

TEST(Text, wordSpansPointIntoTheOriginal)
{
    const std::string text = "A  Éclair by 'Zoë' and 42 x";
    const auto spans = splitWordSpans(text);
    std::vector<std::string> pieces;
    std::vector<bool> capitals;
    for (const WordSpan& span : spans) {
        pieces.push_back(text.substr(span.begin, span.end - span.begin));
        capitals.push_back(span.capitalised);
    }
    EXPECT_THAT(pieces, ElementsAre("A", "Éclair", "by", "Zoë", "and", "42", "x"));
    EXPECT_THAT(capitals, ElementsAre(true, true, false, true, false, false, false));
}

/// The reference: ICU's word iterator over the whole text, UTF-16, without any of our short cuts.
std::vector<std::string> icuWords(const std::string& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    iterator->setText(utf16);
    std::vector<std::string> words;
    for (int32_t begin = iterator->first(), end = iterator->next(); end != icu::BreakIterator::DONE;
         begin = end, end = iterator->next()) {
        if (iterator->getRuleStatus() < UBRK_WORD_NONE_LIMIT)
            continue;
        std::string word;
        icu::UnicodeString(utf16, begin, end - begin).toLower(icu::Locale::getRoot()).toUTF8String(word);
        if (word.find_first_not_of('_') != std::string::npos) // ICU counts "__", we don't
            words.push_back(word);
    }
    return words;
}

TEST(Text, fastWordSplitEqualsIcuOnRandomText)
{
    Random random(20);
    const std::vector<std::string> pieces = {"a", "B", "z", "0", "7", "_", "'", ".", ",", ";", ":", "-", "\"", "!",
                                             " ", "\n", "\t", "é", "Ж", "\u0301", "日", "@", "/", "(", "א", "\u00ad"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        // Every other round in plain ASCII, where the short cut runs.
        const std::size_t kinds = round % 2 == 0 ? 17 : pieces.size();
        for (std::uint64_t i = random.below(14); i > 0; --i)
            text += pieces[random.below(kinds)];
        ASSERT_EQ(splitWords(text), icuWords(text)) << testing::PrintToString(text);
    }
}

TEST(Text, splitsSentences)
{
    EXPECT_THAT(splitSentences(" A man wakes up. He is late!  Is he?\nYes. "),
                ElementsAre("A man wakes up.", "He is late!", "Is he?", "Yes."));
    EXPECT_THAT(splitSentences("Mr. Smith goes to Washington. He wins."),
                ElementsAre("Mr. Smith goes to Washington.", "He wins."));
    EXPECT_THAT(splitSentences("  "), IsEmpty());
    EXPECT_THAT(splitSentences("Élan vital. Ça va."), ElementsAre("Élan vital.", "Ça va."));
}

TEST(Text, printableRemovesWhatCouldMislead)
{
    EXPECT_EQ(printable("a\x1b[31mred\x1b[0m b"), "ared b");
    EXPECT_EQ(printable("x\x1b]0;title\x07y\x1b]8;;http://z\x1b\\k"), "xyk");
    EXPECT_EQ(printable("bell\x07\x7f\r\nline\ttab"), "bell\nline tab");
    EXPECT_EQ(printable("abc\u202Etxt.exe\u202C \u2066i\u2069"), "abctxt.exe i");
    EXPECT_EQ(printable("c1 \u009b31mx\u0085"), "c1 x");
    EXPECT_EQ(printable("bad \xC3("), "bad \uFFFD(");
    EXPECT_EQ(printable("Amélie 日本 👨‍👩‍👧"), "Amélie 日本 👨‍👩‍👧");
    EXPECT_EQ(printable("open \x1b"), "open ");
    EXPECT_EQ(printable("open \x1b[12"), "open ");
}

TEST(Text, truncatesBetweenCharactersPeopleSee)
{
    EXPECT_EQ(truncateCharacters("abcdef", 3), "abc");
    EXPECT_EQ(truncateCharacters("abc", 3), "abc");
    EXPECT_EQ(truncateCharacters("abc", 0), "");
    EXPECT_EQ(truncateCharacters("éé", 1), "é");
    EXPECT_EQ(truncateCharacters("ae\u0301b", 2), "a");
    EXPECT_EQ(truncateCharacters("ae\u0301b", 3), "ae\u0301");
    EXPECT_EQ(truncateCharacters("x👨‍👩‍👧y", 3), "x");
}

TEST(Text, trimsAndSplits)
{
    EXPECT_EQ(trim(" \t a b \u00a0\n"), "a b");
    EXPECT_EQ(trim(" \u3000 "), "");
    EXPECT_EQ(trim("é"), "é");
    EXPECT_EQ(trim("\xC3"), "\xC3");
    EXPECT_THAT(splitAndTrim(" a | b||c |", '|'), ElementsAre("a", "b", "c"));
    EXPECT_THAT(splitAndTrim("", '|'), IsEmpty());
}

TEST(Text, makesSlugs)
{
    EXPECT_EQ(slug("Amélie (2001)"), "amelie-2001");
    EXPECT_EQ(slug("Ocean's Eleven"), "oceans-eleven");
    EXPECT_EQ(slug("  --WALL·E--  "), "wall-e");
    EXPECT_EQ(slug("Сталкер"), "stalker");
    EXPECT_FALSE(slug("七人の侍").empty());
    EXPECT_EQ(slug("!?"), "");
}

TEST(Text, knowsValidUtf8AndStopWords)
{
    EXPECT_TRUE(isValidUtf8("aé日👨"));
    for (const char* bad : {"\x80", "\xC3", "\xE2\x82", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80"})
        EXPECT_FALSE(isValidUtf8(bad));
    EXPECT_TRUE(isStopWord("the"));
    EXPECT_TRUE(isStopWord("don't"));
    EXPECT_FALSE(isStopWord("film"));
    EXPECT_EQ(toLower("ÀB"), "àb");
}

TEST(Errors, haveDistinctNames)
{
    std::set<std::string_view> names;
    const int last = static_cast<int>(ErrorCode::Internal);
    for (int code = 0; code <= last; ++code)
        names.insert(errorCodeName(static_cast<ErrorCode>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(last) + 1);
    EXPECT_EQ(errorCodeName(ErrorCode::LibraryBusy), "library_busy");
}

} // namespace
} // namespace tw
