// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_query.h"

namespace {

std::string expressionOf(std::string_view query) { return tw::anyOf(tw::textQueryWords(query)); }

TEST(TextQuery, DropsStopWordsUnlessNothingElseIsLeft)
{
    EXPECT_EQ(expressionOf("the lord of the rings"), R"("lord" OR "rings"*)");
    EXPECT_EQ(expressionOf("the"), R"("the"*)");
}

TEST(TextQuery, TheLastWordIsAPrefix)
{
    EXPECT_EQ(expressionOf("haunted hou"), R"("haunted" OR "hou"*)");
    EXPECT_EQ(expressionOf("haunted h"), R"("haunted" OR "h")") << "one character is no prefix";
    EXPECT_EQ(expressionOf("hunger in the"), R"("hunger")") << "a dropped stop word is no prefix either";
}

TEST(TextQuery, EachWordOnceAndNoneOfThemSyntax)
{
    EXPECT_EQ(expressionOf("war War WAR"), R"("war"*)");
    EXPECT_EQ(expressionOf(R"(NEAR(war, 2) AND "peace*)"), R"("near" OR "war" OR "2" OR "peace"*)");
    EXPECT_EQ(expressionOf(" !? "), "");
    EXPECT_EQ(tw::quotedForFts(R"(a"b)"), R"("a""b")");
}

TEST(TextQuery, IsBounded)
{
    std::string query;
    for (int i = 0; i < 500; ++i)
        query += "word" + std::to_string(i) + " ";
    EXPECT_EQ(tw::textQueryWords(query).size(), 32U);
}

} // namespace
