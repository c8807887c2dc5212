// SPDX-License-Identifier: GPL-3.0-or-later
// Published catalogues, read as they are; the numbers are those of the files' own descriptions.
#include "core/catalog/catalog.h"
#include "core/catalog/catalog_files.h"
#include "tests/support/test_data.h"

#include <set>

namespace tw {
namespace {

using testing::Contains;
using testing::ElementsAre;

Catalog readAll(const std::vector<std::filesystem::path>& files, std::size_t expectedSkipped = 0)
{
    std::vector<Item> items;
    const auto counts = readCatalogFiles(catalogFiles(files),
                                         [&](Item&& item) -> Status {
                                             item.id = ItemId(static_cast<std::uint32_t>(items.size()));
                                             items.push_back(std::move(item));
                                             return {};
                                         },
                                         {});
    EXPECT_TRUE(counts) << counts.error().detail;
    if (counts) {
        EXPECT_EQ(counts->skipped.size(), expectedSkipped);
    }
    return Catalog(std::move(items));
}

template <class Predicate>
std::ptrdiff_t countIf(const Catalog& catalog, Predicate&& predicate)
{
    return std::ranges::count_if(catalog.items(), predicate);
}

std::size_t distinctKeys(const Catalog& catalog)
{
    std::set<std::string_view> keys;
    for (const Item& item : catalog.items())
        keys.insert(item.key);
    return keys.size();
}

TEST(RealCatalogues, tmdb5000)
{
    TW_REQUIRE_TEST_DATA(path, "tmdb-5000/tmdb_5000_movies.csv.gz");
    const Catalog films = readAll({path});
    ASSERT_EQ(films.size(), 4803U);
    EXPECT_EQ(distinctKeys(films), 4803U);
    const Item& avatar = films.item(ItemId(0));
    EXPECT_EQ(avatar.titleWithYear(), "Avatar (2009)");
    EXPECT_EQ(avatar.key, "tmdb:19995");
    EXPECT_THAT(avatar.genres, ElementsAre("Action", "Adventure", "Fantasy", "Science Fiction"));
    EXPECT_EQ(avatar.keywords.size(), 21U);
    EXPECT_EQ(avatar.runtimeMinutes, 162);
    EXPECT_THAT(avatar.languages, ElementsAre("English", "Español"));
    EXPECT_THAT(avatar.countries, Contains("United Kingdom"));
    EXPECT_EQ(avatar.tagline, "Enter the World of Pandora.");
    EXPECT_THAT(avatar.text, testing::StartsWith("In the 22nd century"));
    EXPECT_EQ(countIf(films, [](const Item& i) { return !i.year; }), 1);
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.tagline.empty(); }), 844);
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.keywords.empty(); }), 412);
}

TEST(RealCatalogues, netflixTitles)
{
    TW_REQUIRE_TEST_DATA(path, "netflix-titles/netflix_titles.csv.gz");
    const Catalog titles = readAll({path});
    ASSERT_EQ(titles.size(), 8808U);
    EXPECT_EQ(countIf(titles, [](const Item& i) { return i.directors.empty(); }), 2634);
    EXPECT_EQ(countIf(titles, [](const Item& i) { return i.text.empty(); }), 0);
    EXPECT_EQ(countIf(titles, [](const Item& i) { return !i.year; }), 0);
    const Item& first = titles.item(ItemId(0));
    EXPECT_EQ(first.key, "dick-johnson-is-dead-2020");
    EXPECT_EQ(first.runtimeMinutes, 90);
    const Item& second = titles.item(ItemId(1));
    EXPECT_EQ(second.runtimeMinutes, std::nullopt) << "2 Seasons";
    EXPECT_THAT(second.genres, ElementsAre("International TV Shows", "TV Dramas", "TV Mysteries"));
    EXPECT_EQ(countIf(titles, [](const Item& i) { return i.title.find('\n') != std::string::npos; }), 0);
}

TEST(RealCatalogues, wikipediaFilms)
{
    TW_REQUIRE_TEST_DATA(folder, "wikipedia-movies");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().filename().string().ends_with(".json.gz"))
            files.push_back(entry.path());
    std::ranges::sort(files);
    ASSERT_EQ(files.size(), 13U);
    const Catalog films = readAll(files);
    ASSERT_EQ(films.size(), 36273U);
    EXPECT_EQ(countIf(films, [](const Item& i) { return !i.text.empty(); }), 34532);
    EXPECT_EQ(countIf(films, [](const Item& i) { return !i.poster.empty(); }), 30368);
    EXPECT_EQ(countIf(films, [](const Item& i) { return !i.year; }), 0);
    std::set<std::string> genres;
    for (const Item& item : films.items())
        genres.insert(item.genres.begin(), item.genres.end());
    EXPECT_EQ(genres.size(), 41U);
    // 30 pairs share title and year; those with different content stay apart.
    EXPECT_GE(distinctKeys(films), films.size() - 30);
    EXPECT_TRUE(films.resolve("The Matrix (1999)"));
}

TEST(RealCatalogues, tmdb10866)
{
    TW_REQUIRE_TEST_DATA(path, "tmdb-10866/tmdb-movies.csv.gz");
    const Catalog films = readAll({path});
    ASSERT_EQ(films.size(), 10866U);
    EXPECT_EQ(distinctKeys(films), 10865U);
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.cast.empty(); }), 76);
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.directors.empty(); }), 44);
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.keywords.empty(); }), 1493);
    EXPECT_EQ(countIf(films, [](const Item& i) { return !i.year || *i.year < 1960 || *i.year > 2015; }), 0);
    // Twice encoded in the file: "Michael PeÃ±a".
    EXPECT_GT(countIf(films, [](const Item& i) { return std::ranges::count(i.cast, "Michael Peña") > 0; }), 0);
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.text.find("â€™") != std::string::npos; }), 0);
}

TEST(RealCatalogues, vegaFilmsWithWrongValues)
{
    TW_REQUIRE_TEST_DATA(path, "vega-movies/movies.json");
    const Catalog films = readAll({path}, 1);
    EXPECT_EQ(films.size(), 3200U);
    EXPECT_EQ(countIf(films, [](const Item& i) { return !i.directors.empty(); }), 1870);
    EXPECT_EQ(films.item(ItemId(0)).year, 1998);
}

TEST(RealCatalogues, movieLensYearsComeFromTitles)
{
    TW_REQUIRE_TEST_DATA(path, "ml-latest-small/movies.csv");
    const Catalog films = readAll({path});
    ASSERT_EQ(films.size(), 9742U);
    EXPECT_EQ(films.item(ItemId(0)).titleWithYear(), "Toy Story (1995)");
    EXPECT_EQ(films.item(ItemId(0)).key, "1");
    EXPECT_EQ(countIf(films, [](const Item& i) { return i.genres.empty(); }), 34);
}

} // namespace
} // namespace tw
