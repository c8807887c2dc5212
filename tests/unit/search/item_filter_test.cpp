// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/item_filter.h"

#include "core/search/edit_distance.h"
#include "core/search/facets.h"
#include "tests/support/search_fixture.h"

namespace {

using tw::FilterField;
using tw::FilterTerm;

tw::Item film(std::string title, int year, std::vector<std::string> genres, std::string director, std::string country,
              std::string language)
{
    tw::Item item;
    item.title = std::move(title);
    item.year = year;
    item.genres = std::move(genres);
    item.directors = {std::move(director)};
    item.countries = {std::move(country)};
    item.languages = {std::move(language)};
    return item;
}

class ItemFilterTest : public testing::Test {
protected:
    std::shared_ptr<const tw::Catalog> catalog = tw::test::catalogOf({
        film("Cléo from 5 to 7", 1962, {"Drama"}, "Agnès Varda", "France", "fr"),
        film("Vagabond", 1985, {"Drama"}, "Agnès Varda", "France", "fr"),
        film("Alien", 1979, {"Horror", "Science Fiction"}, "Ridley Scott", "United States of America", "English"),
        film("Shaun of the Dead", 2004, {"Horror", "Comedy"}, "Edgar Wright", "GB", "English"),
        film("Unknown", 2004, {}, "", "", ""),
    });
    tw::CatalogValues values{catalog};

    std::vector<std::string> passing(std::vector<FilterTerm> terms) const
    {
        std::vector<std::string> titles;
        tw::filterItems({std::move(terms)}, values).items.forEach([&](tw::ItemId item) {
            titles.push_back(catalog->item(item).title);
        });
        return titles;
    }
    static FilterTerm has(FilterField field, std::vector<std::string> wanted, bool excludes = false)
    {
        return {field, excludes, std::move(wanted), {}, {}};
    }
    static FilterTerm years(std::optional<int> from, std::optional<int> to, bool excludes = false)
    {
        return {FilterField::Year, excludes, {}, from, to};
    }
};

using Titles = std::vector<std::string>;

TEST_F(ItemFilterTest, NoTermLetsAllThrough) { EXPECT_EQ(passing({}).size(), 5U); }

TEST_F(ItemFilterTest, TermsHoldAtOnceValuesOfATermAreAlternatives)
{
    EXPECT_EQ(passing({has(FilterField::Genre, {"horror"})}), (Titles{"Alien", "Shaun of the Dead"}));
    EXPECT_EQ(passing({has(FilterField::Genre, {"horror"}), has(FilterField::Genre, {"comedy"})}),
              Titles{"Shaun of the Dead"});
    EXPECT_EQ(passing({has(FilterField::Genre, {"comedy", "drama"})}),
              (Titles{"Cléo from 5 to 7", "Vagabond", "Shaun of the Dead"}));
    EXPECT_EQ(passing({has(FilterField::Genre, {"horror"}), has(FilterField::Genre, {"comedy"}, true)}),
              Titles{"Alien"});
    EXPECT_EQ(passing({has(FilterField::Genre, {"horror"}, true)}).size(), 3U) << "the one without genre stays";
}

TEST_F(ItemFilterTest, RangesAreInclusiveAndAlternatives)
{
    EXPECT_EQ(passing({years(1979, 1985)}), (Titles{"Vagabond", "Alien"}));
    EXPECT_EQ(passing({years({}, 1962)}), Titles{"Cléo from 5 to 7"});
    EXPECT_EQ(passing({years(1960, 1969), years(1980, 1989)}), (Titles{"Cléo from 5 to 7", "Vagabond"}));
    EXPECT_EQ(passing({years(1985, {}), years(2004, 2004, true)}), Titles{"Vagabond"});
}

TEST_F(ItemFilterTest, ValuesAreFoundAsPeopleTypeThem)
{
    for (const char* typed : {"Agnes Varda", "agnès varda", "VARDA", "var"})
        EXPECT_EQ(passing({has(FilterField::Director, {typed})}), (Titles{"Cléo from 5 to 7", "Vagabond"})) << typed;
    for (const char* typed : {"sci-fi", "scifi", "science fiction", "science"})
        EXPECT_EQ(passing({has(FilterField::Genre, {typed})}), Titles{"Alien"}) << typed;
    for (const char* typed : {"usa", "us", "United States", "america"})
        EXPECT_EQ(passing({has(FilterField::Country, {typed})}), Titles{"Alien"}) << typed;
    for (const char* typed : {"uk", "Great Britain", "United Kingdom"})
        EXPECT_EQ(passing({has(FilterField::Country, {typed})}), Titles{"Shaun of the Dead"}) << typed;
    for (const char* typed : {"french", "Français", "fr"})
        EXPECT_EQ(passing({has(FilterField::Language, {typed})}).size(), 2U) << typed;
    EXPECT_EQ(passing({has(FilterField::Language, {"en"})}).size(), 2U);
}

TEST_F(ItemFilterTest, AnUnknownValueIsToldWithOneSpeltAlike)
{
    const auto result = tw::filterItems({{has(FilterField::Genre, {"horrer"})}}, values);
    EXPECT_EQ(result.items.count(), 0U);
    ASSERT_EQ(result.unknown.size(), 1U);
    EXPECT_EQ(result.unknown[0].value, "horrer");
    EXPECT_EQ(result.unknown[0].suggestion, "Horror");
    const auto none = tw::filterItems({{has(FilterField::Genre, {"xyzzy"}, true)}}, values);
    EXPECT_EQ(none.items.count(), 5U);
    EXPECT_EQ(none.unknown.at(0).suggestion, "");
}

TEST_F(ItemFilterTest, FacetsCountTheItemsOfASet)
{
    const auto facets = tw::countFacets(tw::ItemSet::all(catalog->size()), values, 10);
    ASSERT_EQ(facets.size(), 4U);
    EXPECT_EQ(facets[0].field, FilterField::Genre);
    EXPECT_EQ(facets[0].values.front().count, 2U);
    EXPECT_EQ(facets[1].field, FilterField::Year);
    EXPECT_EQ(facets[1].values.front().value, "1960s");
    EXPECT_EQ(facets[1].values.back().value, "2000s");
    EXPECT_EQ(facets[1].values.back().count, 2U);
    for (const tw::Facet& facet : facets)
        for (const tw::FacetValue& value : facet.values)
            EXPECT_EQ(passing({value.term}).size(), value.count) << value.value;
    const std::vector<tw::ItemId> found{tw::ItemId(3)};
    const auto few = tw::countFacets(found, values, 10);
    EXPECT_EQ(few[0].values.size(), 2U);
    EXPECT_EQ(tw::countFacets(tw::ItemSet::all(5), values, 1)[0].values.size(), 1U);
    EXPECT_TRUE(tw::countFacets(std::vector<tw::ItemId>{}, values, 10).empty());
}

TEST_F(ItemFilterTest, TermsAreWrittenAsTheyAreTyped)
{
    EXPECT_EQ(tw::toQueryText(has(FilterField::Genre, {"Science Fiction", "Horror"}, true)),
              "-genre:\"Science Fiction\",Horror");
    EXPECT_EQ(tw::toQueryText(years(1990, 1999)), "year:1990..1999");
    EXPECT_EQ(tw::toQueryText(years(1990, 1990)), "year:1990");
    EXPECT_EQ(tw::toQueryText(years({}, 1990)), "year:..1990");
}

TEST(ItemSet, CountsAndCombines)
{
    tw::ItemSet set = tw::ItemSet::all(70);
    EXPECT_EQ(set.count(), 70U);
    set.erase(tw::ItemId(69));
    set.insert(tw::ItemId(70));
    EXPECT_EQ(set.count(), 69U);
    EXPECT_FALSE(set.contains(tw::ItemId(70)));
    tw::ItemSet odd(70);
    for (std::uint32_t i = 1; i < 70; i += 2)
        odd.insert(tw::ItemId(i));
    tw::ItemSet even = tw::ItemSet::all(70);
    even -= odd;
    EXPECT_EQ(even.count(), 35U);
    even &= odd;
    EXPECT_EQ(even.count(), 0U);
    even |= odd;
    EXPECT_EQ(even, odd);
}

TEST(EditDistance, CountsInsertedDeletedReplacedAndSwappedLetters)
{
    EXPECT_EQ(tw::editDistance("kitten", "sitting", 8), 3U);
    EXPECT_EQ(tw::editDistance("the", "teh", 8), 1U);
    EXPECT_EQ(tw::editDistance("amelie", "amelie", 2), 0U);
    EXPECT_EQ(tw::editDistance("амели", "амеле", 2), 1U) << "characters, not bytes";
    EXPECT_EQ(tw::editDistance("abc", "xyzuvw", 2), 3U) << "no further than asked";
    EXPECT_EQ(tw::editDistance("", "ab", 2), 2U);
}

} // namespace
