// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/same_thing.h"

namespace tw {

namespace {

Item item(std::string title, std::optional<int> year, std::string originalTitle = {})
{
    Item made;
    made.title = std::move(title);
    made.originalTitle = std::move(originalTitle);
    made.year = year;
    return made;
}

} // namespace

TEST(SameThing, NeedsTitleOrYearInCommon)
{
    EXPECT_TRUE(sameThing(item("Toy Story", 1995), item("Toy Story", 1995)));
    EXPECT_TRUE(sameThing(item("Toy Story", 1995), item("toy  STORY", 1996))) << "a year was corrected";
    EXPECT_TRUE(sameThing(item("Toy Story", 1995), item("Игрушечная история", 1995))) << "a title was translated";
    EXPECT_FALSE(sameThing(item("Toy Story", 1995), item("Сталкер", 1979)));
}

TEST(SameThing, OriginalTitlesCount)
{
    const Item amelie = item("Amélie", 2001, "Le Fabuleux Destin d'Amélie Poulain");
    EXPECT_TRUE(sameThing(amelie, item("Le fabuleux destin d'Amelie Poulain", 2002)));
    EXPECT_TRUE(sameThing(item("Die fabelhafte Welt", 2002, "amelie"), amelie));
    EXPECT_FALSE(sameThing(amelie, item("Le fabuleux destin", 2002)));
    EXPECT_FALSE(sameThing(item("A", 2001), item("B", 2002))) << "no original title is not one in common";
}

TEST(SameThing, AnUnknownYearTellsNothing)
{
    EXPECT_TRUE(sameThing(item("Toy Story", 1995), item("Another", std::nullopt)));
    EXPECT_TRUE(sameThing(item("Toy Story", std::nullopt), item("Another", 1995)));
}

TEST(SameThing, SoDoesAnIdOfTheWorld)
{
    Item one = item("Toy Story", 1995);
    Item other = item("Another", 1979);
    one.imdbId = "tt0114709";
    EXPECT_FALSE(sameThing(one, other));
    other.imdbId = "tt0114709";
    EXPECT_TRUE(sameThing(one, other));
    one.imdbId.clear();
    one.tmdbId = other.tmdbId = "862";
    EXPECT_TRUE(sameThing(one, other));
}

TEST(SameThing, CopiesOfAKey)
{
    EXPECT_EQ(copyOfKey("862", 1), "862");
    EXPECT_EQ(copyOfKey("862", 3), "862-3");
}

} // namespace tw
