// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_query.h"

namespace {

/// "lord|rings*": stop words in brackets, a star at the prefix.
std::string wordsOf(std::string_view query)
{
    std::string text;
    for (const tw::QueryWord& word : tw::textQueryWords(query))
        text += (text.empty() ? "" : "|") + (word.leads ? word.word : "(" + word.word + ")") + (word.isPrefix ? "*" : "");
    return text;
}

TEST(TextQuery, StopWordsFindNothingByThemselvesUnlessNothingElseIsLeft)
{
    EXPECT_EQ(wordsOf("the lord of the rings"), "(the)|lord|(of)|rings*");
    EXPECT_EQ(wordsOf("the"), "the*");
    EXPECT_EQ(wordsOf("don't look"), "(dont)|look*");
}

TEST(TextQuery, TheLastWordIsAPrefix)
{
    EXPECT_EQ(wordsOf("haunted hou"), "haunted|hou*");
    EXPECT_EQ(wordsOf("haunted h"), "haunted|h") << "one character is no prefix";
}

TEST(TextQuery, EachWordOnceFoldedAndNoneOfThemSyntax)
{
    EXPECT_EQ(wordsOf("war War WAR"), "war*");
    EXPECT_EQ(wordsOf(R"(NEAR(war, 2) AND "peace*)"), "near|war|2|(and)|peace*");
    EXPECT_EQ(wordsOf(" !? "), "");
    EXPECT_EQ(wordsOf("Amélie's U.S.A."), "amelie|usa*");
}

TEST(TextQuery, ChineseAndJapaneseGivePairsOfCharacters)
{
    EXPECT_EQ(wordsOf("千と千尋"), "千と|と千|千尋");
    EXPECT_EQ(wordsOf("机器人"), "机器|器人");
    EXPECT_EQ(wordsOf("人"), "人*") << "a lone character begins pairs";
    EXPECT_EQ(wordsOf("akira 明"), "akira|明*");
}

TEST(TextQuery, IsBounded)
{
    std::string query;
    for (int i = 0; i < 500; ++i)
        query += "word" + std::to_string(i) + " ";
    EXPECT_EQ(tw::textQueryWords(query).size(), 32U);
}

} // namespace
