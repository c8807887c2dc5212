// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_parser.h"

#include "core/search/query_completion.h"
#include "core/search/query_numbers.h"
#include "tests/support/search_fixture.h"

namespace {

using tw::FilterField;
using Kind = tw::QueryProblem::Kind;

tw::Item film(std::string title, int year, std::vector<std::string> genres, std::string director, std::string text = {})
{
    tw::Item item;
    item.title = std::move(title);
    item.year = year;
    item.genres = std::move(genres);
    item.directors = {std::move(director)};
    item.text = std::move(text);
    return item;
}

class QueryTest : public testing::Test {
protected:
    std::shared_ptr<const tw::Catalog> catalog = tw::test::catalogOf({
        film("The Matrix", 1999, {"Science Fiction"}, "Lana Wachowski"),
        film("Alien", 1979, {"Horror", "Science Fiction"}, "Ridley Scott"),
        film("Up", 2009, {"Animation"}, "Pete Docter"),
        film("Cléo from 5 to 7", 1962, {"Drama"}, "Agnès Varda"),
        film("Solaris", 1972, {"Drama"}, "Andrei Tarkovsky", "A long text about an ocean."),
        film("Solaris", 2002, {"Drama"}, "Steven Soderbergh"),
        film("Alien: Covenant", 2017, {"Horror"}, "Ridley Scott"),
        film("The Good, the Bad and the Ugly", 1966, {"Western"}, "Sergio Leone"),
    });
    tw::CatalogValues values{catalog};

    tw::ParsedQuery parsed(std::string_view text) const { return tw::parseQuery(text, values); }
    std::vector<std::string> like(std::string_view text) const
    {
        std::vector<std::string> titles;
        for (const tw::ItemId item : parsed(text).request.like)
            titles.push_back(catalog->item(item).title);
        return titles;
    }
    std::vector<std::string> labels(std::string_view query) const
    {
        std::vector<std::string> all;
        for (const auto& choice : tw::completeQuery(query, query.size(), values, 10).choices)
            all.push_back(choice.label);
        return all;
    }
};

using Strings = std::vector<std::string>;

TEST_F(QueryTest, WordsFiltersPhrasesAndNegatives)
{
    const auto query =
        parsed(R"(space war year:1990..1999 genre:horror,"science fiction" -genre:comedy director:"Agnes Varda" -robot "deep sea")");
    EXPECT_EQ(query.request.words, "space war deep sea");
    EXPECT_EQ(query.request.phrases, Strings{"deep sea"});
    EXPECT_EQ(query.request.without, Strings{"robot"});
    const auto& terms = query.request.filter.terms;
    ASSERT_EQ(terms.size(), 4U);
    EXPECT_EQ(terms[0], (tw::FilterTerm{FilterField::Year, false, {}, 1990, 1999}));
    EXPECT_EQ(terms[1], (tw::FilterTerm{FilterField::Genre, false, {"horror", "science fiction"}, {}, {}}));
    EXPECT_EQ(terms[2], (tw::FilterTerm{FilterField::Genre, true, {"comedy"}, {}, {}}));
    EXPECT_EQ(terms[3].field, FilterField::Director);
}

TEST_F(QueryTest, WhatCannotBeUsedIsToldAndTheRestSearched)
{
    const auto query = parsed("ship year:abc gendre:horror genre:horrer like:Nowhere genre:");
    EXPECT_EQ(query.request.words, "ship gendre:horror");
    std::map<Kind, std::string> problems;
    for (const tw::QueryProblem& problem : query.problems)
        problems[problem.kind] = problem.suggestion;
    EXPECT_EQ(problems.size(), 5U);
    EXPECT_TRUE(problems.contains(Kind::BadNumber));
    EXPECT_EQ(problems[Kind::UnknownField], "genre");
    EXPECT_EQ(problems[Kind::UnknownValue], "Horror");
    EXPECT_TRUE(problems.contains(Kind::UnknownTitle));
    EXPECT_TRUE(problems.contains(Kind::EmptyValue));
    EXPECT_EQ(std::string_view("ship year:abc").substr(query.problems[0].begin), "year:abc");
}

TEST_F(QueryTest, TitlesWithColonsAndMinusesAreWords)
{
    EXPECT_EQ(parsed("Alien: Covenant").request.words, "Alien: Covenant");
    EXPECT_TRUE(parsed("Alien: Covenant").problems.empty());
    EXPECT_EQ(parsed("spider-man - home").request.words, "spider-man - home");
    EXPECT_TRUE(parsed("spider-man").request.without.empty());
    EXPECT_TRUE(parsed("  ").request.empty());
}

TEST_F(QueryTest, LikeAndBetween)
{
    EXPECT_EQ(like("like:matrix"), Strings{"The Matrix"});
    EXPECT_EQ(like(R"(like:"The Matrix" funnier)"), Strings{"The Matrix"});
    EXPECT_EQ(parsed(R"(like:"The Matrix" funnier)").request.words, "funny comedy");
    EXPECT_EQ(like(R"(between:"Alien","Up")"), (Strings{"Alien", "Up"}));
    EXPECT_EQ(parsed("-like:alien").request.unlike.size(), 1U);
    EXPECT_EQ(like("movies like the matrix but less violent"), Strings{"The Matrix"});
    EXPECT_EQ(parsed("movies like the matrix but less violent").request.less, "violent");
    EXPECT_EQ(like("something between alien and the good, the bad and the ugly"),
              (Strings{"Alien", "The Good, the Bad and the Ugly"}));
    EXPECT_TRUE(like("a girl like no other").empty());
    EXPECT_EQ(parsed("a girl like no other").request.words, "a girl like no other");
    const auto newer = parsed("like:alien newer");
    EXPECT_EQ(newer.request.filter.terms.at(0), (tw::FilterTerm{FilterField::Year, false, {}, 1980, {}}));
}

TEST_F(QueryTest, OfEqualTitlesTheOneMoreIsWrittenAboutIsMeant)
{
    const auto query = parsed("like:solaris");
    ASSERT_EQ(query.request.like.size(), 1U);
    EXPECT_EQ(catalog->item(query.request.like[0]).year, 1972);
    ASSERT_EQ(query.problems.size(), 1U);
    EXPECT_EQ(query.problems[0].kind, Kind::AmbiguousTitle);
    EXPECT_EQ(query.problems[0].suggestion, "Solaris (1972)");
    EXPECT_TRUE(parsed(R"x(like:"Solaris (2002)")x").problems.empty());
}

TEST_F(QueryTest, ABareYearIsWeighed)
{
    EXPECT_EQ(parsed("the matrix 1999").request.year, 1999);
    EXPECT_EQ(parsed("the matrix").request.year, std::nullopt);
    EXPECT_EQ(parsed("room 237").request.year, std::nullopt);
}

TEST_F(QueryTest, ARequestIsWrittenAsItIsRead)
{
    for (const char* text : {"space war year:1990..1999 -genre:comedy", R"x(like:"The Matrix (1999)" dark -robot)x",
                             R"x(between:"Alien (1979)","Up (2009)")x", R"x(lost "deep sea" director:"Agnès Varda")x"}) {
        const tw::SearchRequest request = parsed(text).request;
        EXPECT_EQ(parsed(tw::toQueryText(request, *catalog)).request, request) << tw::toQueryText(request, *catalog);
    }
}

TEST_F(QueryTest, CompletesFieldsValuesDecadesAndTitles)
{
    EXPECT_EQ(labels("war gen").front(), "genre");
    EXPECT_EQ(labels("genre:").size(), 5U);
    EXPECT_EQ(labels("genre:").front(), "Drama") << "the most frequent";
    EXPECT_EQ(labels("genre:sc"), Strings{"Science Fiction"});
    EXPECT_EQ(labels("genre:fic"), Strings{"Science Fiction"}) << "words within come after beginnings";
    EXPECT_EQ(labels("director:var"), Strings{"Agnès Varda"});
    EXPECT_EQ(labels("year:19").front(), "1960s");
    EXPECT_EQ(labels("like:alie"), (Strings{"Alien (1979)", "Alien: Covenant (2017)"}));
    EXPECT_EQ(labels("hor"), Strings{"Horror"});
    EXPECT_TRUE(labels("war ").empty());
    EXPECT_TRUE(labels("").empty());
    const std::string query = "old -genre:horror,dr tail";
    const auto completions = tw::completeQuery(query, 20, values, 10);
    ASSERT_EQ(completions.choices.size(), 1U);
    EXPECT_EQ(completions.choices[0].text, "-genre:horror,Drama");
    EXPECT_EQ(completions.choices[0].count, 3U);
    EXPECT_EQ(query.substr(completions.begin, completions.end - completions.begin), "-genre:horror,dr");
}

TEST(QueryNumbers, RangesAsPeopleTypeThem)
{
    const auto text = [](std::string_view typed) -> std::string {
        const auto range = tw::parseRange(typed);
        if (!range)
            return "none";
        return (range->from ? std::to_string(*range->from) : "") + ".." + (range->to ? std::to_string(*range->to) : "");
    };
    EXPECT_EQ(text("1990"), "1990..1990");
    EXPECT_EQ(text("1990s"), "1990..1999");
    EXPECT_EQ(text("90s"), "1990..1999");
    EXPECT_EQ(text("20s"), "2020..2029");
    EXPECT_EQ(text("1990..1999"), "1990..1999");
    EXPECT_EQ(text("1990-1999"), "1990..1999");
    EXPECT_EQ(text("1970s..1980s"), "1970..1989");
    EXPECT_EQ(text("1990.."), "1990..");
    EXPECT_EQ(text("..1999"), "..1999");
    EXPECT_EQ(text(">1990"), "1991..");
    EXPECT_EQ(text("<=1990"), "..1990");
    for (const char* wrong : {"", "abc", "1999..1990", "..", "19x0", "1990..abc", ">", "1995s", "99999999999"})
        EXPECT_EQ(text(wrong), "none") << wrong;
}

} // namespace
