// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/title_matcher.h"

namespace {

tw::TitleMatcher matcherOf(const std::vector<std::string>& titles)
{
    tw::TitleMatcher matcher;
    for (std::uint32_t i = 0; i < titles.size(); ++i)
        matcher.add(tw::ItemId(i), tw::titleForm(titles[i]));
    return matcher;
}

std::vector<std::string> found(const std::vector<std::string>& titles, std::string_view query)
{
    std::vector<std::string> result;
    for (const tw::TitleMatch& match : matcherOf(titles).find(tw::titleForm(query), 100))
        result.push_back(titles[match.item.value()]);
    return result;
}

float scoreOf(const std::string& title, std::string_view query)
{
    const auto matches = matcherOf({title}).find(tw::titleForm(query), 1);
    return matches.empty() ? 0 : matches.front().score;
}

TEST(TitleForm, FoldsAwayWhatNobodyTypes)
{
    EXPECT_EQ(tw::titleForm("Schindler's List"), "schindlers list");
    EXPECT_EQ(tw::titleForm("Die Hard: With a Vengeance"), "die hard with a vengeance");
    EXPECT_EQ(tw::titleForm("Fast & Furious"), "fast and furious");
    EXPECT_EQ(tw::titleForm("  AMÉLIE  "), "amelie");
    EXPECT_EQ(tw::titleForm("S.W.A.T."), "swat");
    EXPECT_EQ(tw::titleForm("!?"), "");
}

TEST(TitleMatcher, ScoresHowMuchOfTheTitleIsMeant)
{
    EXPECT_FLOAT_EQ(scoreOf("Die Hard", "die hard"), 1);
    EXPECT_FLOAT_EQ(scoreOf("Die Hard 2", "die hard"), 0.9F);
    EXPECT_FLOAT_EQ(scoreOf("Live Free or Die Hard", "die hard"), 0.75F);
    EXPECT_FLOAT_EQ(scoreOf("Die Hard", "die har"), 0.6F);
    EXPECT_FLOAT_EQ(scoreOf("A Good Day to Die Hard", "die har"), 0.5F);
    EXPECT_FLOAT_EQ(scoreOf("Spider-Man", "spiderman"), 0.95F);
    EXPECT_FLOAT_EQ(scoreOf("The Terminator", "terminator"), 1);
    EXPECT_FLOAT_EQ(scoreOf("The Terminator", "the terminator"), 1);
    EXPECT_FLOAT_EQ(scoreOf("Hard to Die", "die hard"), 0) << "words in order";
    EXPECT_FLOAT_EQ(scoreOf("Goldie Hardy", "die hard"), 0) << "whole words from the beginning";
    EXPECT_FLOAT_EQ(scoreOf("Zodiac", "z"), 0) << "one character is no beginning";
    EXPECT_FLOAT_EQ(scoreOf("Z", "z"), 1);
}

TEST(TitleMatcher, PutsTheFilmBeforeItsSeries)
{
    const std::vector<std::string> titles{"A Good Day to Die Hard", "Die Hard: With a Vengeance", "March or Die",
                                          "Live Free or Die Hard", "Die Hard 2", "Hard Candy", "Die Hard"};
    EXPECT_EQ(found(titles, "Die Hard"),
              (std::vector<std::string>{"Die Hard", "Die Hard 2", "Die Hard: With a Vengeance", "Live Free or Die Hard",
                                        "A Good Day to Die Hard"}));
}

TEST(TitleMatcher, CountsAnItemOnceByItsBestTitle)
{
    tw::TitleMatcher matcher;
    matcher.add(tw::ItemId(0), tw::titleForm("Spirited Away"));
    matcher.add(tw::ItemId(1), tw::titleForm("Le Fabuleux Destin d'Amélie Poulain"));
    matcher.add(tw::ItemId(1), tw::titleForm("Amélie"));
    matcher.add(tw::ItemId(2), tw::titleForm("Day by Day by Day"));
    const auto amelie = matcher.find("amelie", 10);
    ASSERT_EQ(amelie.size(), 1U);
    EXPECT_EQ(amelie.front().item, tw::ItemId(1));
    EXPECT_FLOAT_EQ(amelie.front().score, 1);
    EXPECT_EQ(matcher.find("day", 10).size(), 1U);
    EXPECT_TRUE(matcher.find("", 10).empty());
    EXPECT_TRUE(tw::TitleMatcher().find("day", 10).empty());
}

TEST(TitleMatcher, KeepsTheShortestOfManyEqualOnes)
{
    const std::vector<std::string> titles{"Show Boat on the River", "Show Me", "Show Time Tonight"};
    const auto matches = matcherOf(titles).find("show", 2);
    ASSERT_EQ(matches.size(), 2U);
    EXPECT_EQ(matches[0].item, tw::ItemId(1));
    EXPECT_EQ(matches[1].item, tw::ItemId(2));
}

} // namespace
