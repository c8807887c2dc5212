// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/column_mapping.h"

namespace tw {
namespace {

using testing::ElementsAre;
using testing::Pair;

ColumnMapping guess(std::vector<std::string> columns) { return ColumnMapping::guess(columns); }

TEST(ColumnMapping, recognisesNamesInAnySpelling)
{
    const ColumnMapping mapping = guess({"Movie Title", "Release-Date", "LISTED_IN", "Running Time min", "IMDb ID", "Other"});
    EXPECT_EQ(mapping.column(Field::Title), "Movie Title");
    EXPECT_EQ(mapping.column(Field::Year), "Release-Date");
    EXPECT_EQ(mapping.column(Field::Genres), "LISTED_IN");
    EXPECT_EQ(mapping.column(Field::Runtime), "Running Time min");
    EXPECT_EQ(mapping.column(Field::ImdbId), "IMDb ID");
    EXPECT_EQ(mapping.field("Other"), std::nullopt);
    EXPECT_EQ(mapping.field("LISTED_IN"), Field::Genres);
}

TEST(ColumnMapping, bestKnownNameWins)
{
    const ColumnMapping mapping = guess({"release_date", "release_year", "summary", "overview", "name", "title"});
    EXPECT_EQ(mapping.column(Field::Year), "release_year");
    EXPECT_EQ(mapping.column(Field::Text), "overview");
    EXPECT_EQ(mapping.column(Field::Title), "title");
    EXPECT_EQ(mapping.field("release_date"), std::nullopt);
    EXPECT_EQ(mapping.field("name"), std::nullopt);
}

TEST(ColumnMapping, titleIsNeverInvented)
{
    EXPECT_EQ(guess({"a", "b", "id"}).column(Field::Title), std::nullopt);
    EXPECT_EQ(guess({"original_title"}).column(Field::Title), "original_title");
    EXPECT_EQ(guess({"original_title", "title"}).column(Field::OriginalTitle), "original_title");
}

TEST(ColumnMapping, plainIdIsTmdbsBesideItsVotes)
{
    const ColumnMapping tmdb = guess({"id", "title", "vote_average", "vote_count"});
    EXPECT_EQ(tmdb.column(Field::TmdbId), "id");
    EXPECT_EQ(tmdb.column(Field::Key), std::nullopt);
    EXPECT_EQ(guess({"id", "title"}).column(Field::Key), "id");
    EXPECT_EQ(guess({"id", "tmdb_id", "title", "vote_average", "vote_count"}).column(Field::Key), "id");
}

TEST(ColumnMapping, assigningReplacesBothSides)
{
    ColumnMapping mapping = guess({"title", "overview", "notes"});
    mapping.assign("notes", Field::Text);
    EXPECT_EQ(mapping.field("overview"), std::nullopt);
    EXPECT_EQ(mapping.column(Field::Text), "notes");
    mapping.assign("title", Field::Keywords);
    EXPECT_EQ(mapping.column(Field::Title), std::nullopt);
    mapping.assign("a", Field::Ignored);
    mapping.assign("b", Field::Ignored);
    EXPECT_EQ(mapping.field("a"), Field::Ignored);
    EXPECT_EQ(mapping.field("b"), Field::Ignored);
}

TEST(ColumnMapping, fieldNamesGoBothWays)
{
    for (int i = 0; i <= static_cast<int>(Field::Ignored); ++i) {
        const auto field = static_cast<Field>(i);
        EXPECT_FALSE(fieldName(field).empty());
        EXPECT_EQ(fieldFromName(fieldName(field)), field);
    }
    EXPECT_EQ(fieldNames().size(), static_cast<std::size_t>(Field::Ignored) + 1);
    EXPECT_EQ(fieldFromName("keep"), Field::Kept);
    EXPECT_EQ(fieldFromName("original-title"), Field::OriginalTitle);
    EXPECT_EQ(fieldFromName("nothing"), std::nullopt);
}

Record recordOf(std::vector<std::pair<std::string, Json>> cells) { return Record{7, std::move(cells)}; }

Result<Item> itemOf(const Record& record)
{
    std::vector<std::string> columns;
    for (const auto& [column, cell] : record.cells)
        columns.push_back(column);
    return itemFromRecord(record, ColumnMapping::guess(columns));
}

TEST(ItemFromRecord, takesEveryField)
{
    const auto item = itemOf(recordOf({{"imdb_id", "tt0211915"}, {"title", " Am\nelie "}, {"original_title", "Le Fabuleux"},
                                       {"year", 2001}, {"runtime", "122 min"}, {"country", "France"}, {"language", "French"},
                                       {"genres", "Comedy|Romance"}, {"director", "Jean-Pierre Jeunet"},
                                       {"cast", "Audrey Tautou, Mathieu Kassovitz"}, {"keywords", "paris|cafe"},
                                       {"tagline", "One person can change your life."}, {"overview", " Text.\nMore. "},
                                       {"poster", "http://p"}, {"tmdb_id", 194}, {"votes", Json::Array{1, 2}}, {"empty", ""}}));
    ASSERT_TRUE(item);
    EXPECT_EQ(item->key, "imdb:tt0211915");
    EXPECT_EQ(item->titleWithYear(), "Am elie (2001)");
    EXPECT_EQ(item->originalTitle, "Le Fabuleux");
    EXPECT_EQ(item->runtimeMinutes, 122);
    EXPECT_THAT(item->countries, ElementsAre("France"));
    EXPECT_THAT(item->languages, ElementsAre("French"));
    EXPECT_THAT(item->genres, ElementsAre("Comedy", "Romance"));
    EXPECT_THAT(item->directors, ElementsAre("Jean-Pierre Jeunet"));
    EXPECT_THAT(item->cast, ElementsAre("Audrey Tautou", "Mathieu Kassovitz"));
    EXPECT_THAT(item->keywords, ElementsAre("paris", "cafe"));
    EXPECT_EQ(item->tagline, "One person can change your life.");
    EXPECT_EQ(item->text, "Text.\nMore.");
    EXPECT_EQ(item->poster, "http://p");
    EXPECT_EQ(item->tmdbId, "194");
    EXPECT_THAT(item->extra, ElementsAre(Pair("votes", "[1,2]")));
    EXPECT_FALSE(item->id.isValid());
}

TEST(ItemFromRecord, keyFollowsItsOrder)
{
    EXPECT_EQ(itemOf(recordOf({{"id", 5}, {"imdb_id", "tt0000001"}, {"title", "A"}}))->key, "5");
    EXPECT_EQ(itemOf(recordOf({{"tmdb_id", "603"}, {"title", "A"}}))->key, "tmdb:603");
    EXPECT_EQ(itemOf(recordOf({{"title", "Amélie"}, {"year", "2001"}}))->key, "amelie-2001");
    EXPECT_EQ(itemOf(recordOf({{"title", "Amélie"}}))->key, "amelie");
    EXPECT_EQ(itemOf(recordOf({{"movie_id", "/title/tt0111161/"}, {"title", "A"}}))->key, "imdb:tt0111161");
    const auto signs = itemOf(recordOf({{"title", "?!"}}));
    EXPECT_EQ(signs->key.size(), 16U);
    EXPECT_NE(signs->key, itemOf(recordOf({{"title", "!?"}}))->key);
}

TEST(ItemFromRecord, titleGivesItsYear)
{
    const auto item = itemOf(recordOf({{"title", "Toy Story (1995)"}, {"genres", "(no genres listed)"}}));
    EXPECT_EQ(item->title, "Toy Story");
    EXPECT_EQ(item->year, 1995);
    EXPECT_TRUE(item->genres.empty());
    EXPECT_EQ(itemOf(recordOf({{"title", "A (1995)"}, {"year", 1995}}))->title, "A");
    const auto other = itemOf(recordOf({{"title", "A (1995)"}, {"year", 2005}}));
    EXPECT_EQ(other->title, "A (1995)");
    EXPECT_EQ(other->year, 2005);
}

TEST(ItemFromRecord, withoutTitleThereIsNoItem)
{
    EXPECT_EQ(itemOf(recordOf({{"plot", "x"}})).error().code, ErrorCode::NoTitleColumn);
    for (const Json& title : {Json(), Json("  "), Json("")}) {
        const auto item = itemOf(recordOf({{"title", title}}));
        ASSERT_FALSE(item);
        EXPECT_EQ(item.error().code, ErrorCode::FormatBroken);
        EXPECT_EQ(item.error().row, 7U);
    }
    EXPECT_EQ(itemOf(recordOf({{"title", 300}}))->title, "300");
}

} // namespace
} // namespace tw
