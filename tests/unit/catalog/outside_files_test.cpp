// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the outside data is read: what comes in, what is left out and why, what is mended. Numbers of records
// from the data's own README; numbers of mended ones measured once and checked by hand.
#include "core/catalog/catalog_files.h"
#include "core/catalog/catalog_preview.h"
#include "tests/support/reliability_log.h"
#include "tests/support/test_data.h"

namespace tw {
namespace {

using testing::HasSubstr;

/// A catalogue, what is expected of it, and what its records say: "reason=n" and "mending=n", joined by blanks.
struct Expected {
    const char* file;
    std::uint64_t read;
    const char* skipped;
    const char* mended;
    const char* recognisedAs;
    const char* first; ///< Title and year of the first item.
};

const Expected kCatalogues[] = {
    {"embeddings/distilbert-imdb-500/movies.json", 500, "", "", "", "The Shawshank Redemption"},
    {"embeddings/minilm-tmdb-1000/tmdb_top1000_movies.csv", 1000, "", "", "TMDB", "Your Heart Will Be Broken (2026)"},
    {"embeddings/minilm-tmdb-2112/movies_cache.csv", 2112, "", "", "TMDB", "How to Train Your Dragon"},
    {"embeddings/multilingual-minilm-kinopoisk-745/movies.json", 745, "", "", "Kinopoisk", "У края бездны (2024)"},
    {"embeddings/openai3small-tags-308/movies_metadata.json", 308, "", "", "", "The Spanish Prisoner"},
    {"exports/goodreads/goodreads_library_export.csv", 493, "", "", "Goodreads", "Brave New World (1932)"},
    {"exports/imdb/ratings.csv", 963, "", "", "IMDb", "The Terminator (1984)"},
    {"exports/imdb/watchlist.csv", 627, "", "", "IMDb", "Friday Night Lights (2004)"},
    {"exports/letterboxd-folder/diary.csv", 2132, "", "duplicate_in_files=48", "Letterboxd", ""},
    {"exports/letterboxd-folder/likes/films.csv", 89, "", "", "Letterboxd", ""},
    {"exports/letterboxd-folder/lists/my-criterion-collection.csv", 39, "", "", "Letterboxd", ""},
    {"exports/letterboxd-folder/ratings.csv", 5, "", "", "Letterboxd", ""},
    {"exports/letterboxd-folder/reviews.csv", 162, "", "text_shortened=2 duplicate_in_files=4", "Letterboxd", ""},
    {"exports/letterboxd-folder/watched.csv", 2604, "", "duplicate_in_files=2", "Letterboxd", ""},
    {"exports/letterboxd-folder/watchlist.csv", 805, "", "", "Letterboxd", ""},
    {"exports/letterboxd-zip/letterboxd-export-2021.zip", 605, "", "duplicate_in_files=293", "Letterboxd", ""},
    {"exports/netflix/NetflixViewingHistory.csv", 424, "", "", "Netflix viewing history", ""},
    {"ml-100k/u.item", 1682, "", "", "MovieLens 100K items", "Toy Story (1995)"},
    {"ml-latest-small/movies.csv", 9742, "", "", "MovieLens", "Toy Story (1995)"},
    {"netflix-titles/netflix_titles.csv.gz", 8808, "", "duplicate_in_files=5", "Netflix titles", "Dick Johnson Is Dead (2020)"},
    {"tmdb-10866/tmdb-movies.csv.gz", 10866, "", "double_encoding=2460 controls_removed=3 duplicate_in_files=1", "",
     "Jurassic World (2015)"},
    {"tmdb-5000/tmdb_5000_movies.csv.gz", 4803, "", "double_encoding=1", "TMDB", "Avatar (2009)"},
    {"vega-movies/movies.json", 3201, "no_title=1", "year_out_of_range=10", "", "The Land Girls (1998)"},
    {"wikipedia-movies/movies-1900s.json.gz", 354, "", "", "Wikipedia films", "After Dark in Central Park (1900)"},
    {"wikipedia-movies/movies-1910s.json.gz", 3869, "", "duplicate_in_files=2", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1920s.json.gz", 5536, "", "duplicate_in_files=2", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1930s.json.gz", 4429, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1940s.json.gz", 4519, "", "duplicate_in_files=1", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1950s.json.gz", 3151, "", "duplicate_in_files=1", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1960s.json.gz", 1582, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1970s.json.gz", 1617, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1980s.json.gz", 2272, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-1990s.json.gz", 2849, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-2000s.json.gz", 2430, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-2010s.json.gz", 2512, "", "", "Wikipedia films", ""},
    {"wikipedia-movies/movies-2020s.json.gz", 1153, "", "duplicate_in_files=1", "Wikipedia films", ""},
};

/// What is no catalogue, with words of the refusal.
const std::pair<const char*, const char*> kOthers[] = {
    {"embeddings/distilbert-imdb-500/embedding_idx_to_movie_id.json", "table of ids"},
    {"embeddings/distilbert-imdb-500/movie_embeddings.npy", "NumPy"},
    {"embeddings/faiss-flat-2709/movie_index.faiss", "faiss"},
    {"embeddings/mf50-ml-latest-small/model_maps.json.gz", "without a list"},
    {"embeddings/openai3small-netflix-101/netflix_titles_embedding.csv.gz", "looks like vectors"},
    {"exports/letterboxd-folder/LICENSE", "plain text"},
    {"ml-100k/README.grouplens.txt", "plain text"},
    {"ml-100k/u.data", "ratings"},
    {"ml-100k/u.genre", "names and numbers"},
    {"ml-100k/u.info", "plain text"},
    {"ml-100k/u.occupation", "plain text"},
    {"ml-100k/u.user", "users"},
    {"ml-100k/u1.base.gz", "ratings"},
    {"ml-latest-small/links.csv", "looks like links"},
    {"ml-latest-small/ratings.csv", "looks like ratings"},
    {"ml-latest-small/tags.csv", "looks like tags"},
    {"word-vectors/glove-100d-int8.bin", "binary"},
    {"word-vectors/glove-100d-words.txt.gz", "plain text"},
};

struct Outcome {
    std::vector<Item> items;
    Result<ReadCounts> counts;
};

Outcome readFileAt(const std::filesystem::path& path)
{
    Outcome outcome;
    const std::vector<std::filesystem::path> files = {path};
    outcome.counts = readCatalogFiles(catalogFiles(files),
                                      [&](Item&& item) -> Status {
                                          outcome.items.push_back(std::move(item));
                                          return {};
                                      },
                                      {});
    return outcome;
}

template <class Map, class Name> std::string countsText(const Map& counts, Name name)
{
    std::string text;
    for (const auto& [kind, count] : counts)
        text += fmt::format("{}{}={}", text.empty() ? "" : " ", name(kind), count);
    return text;
}

void log(const char* file, const ReadCounts& counts)
{
    std::map<std::string, std::uint64_t> outcomes = {{"imported", counts.items}};
    for (const auto& [reason, count] : counts.skippedByReason)
        outcomes[fmt::format("skipped: {}", skipReasonName(reason))] = count;
    for (const auto& [mending, count] : counts.mendedByKind)
        outcomes[fmt::format("mended: {}", mendingName(mending))] = count;
    test::logReliability("imports", file, counts.read, outcomes);
}

TEST(OutsideFiles, everyCatalogueIsReadWithSensibleFields)
{
    TW_REQUIRE_TEST_DATA(root, "");
    for (const Expected& expected : kCatalogues) {
        SCOPED_TRACE(expected.file);
        const Outcome outcome = readFileAt(root / expected.file);
        ASSERT_TRUE(outcome.counts) << outcome.counts.error().detail;
        EXPECT_EQ(outcome.counts->read, expected.read);
        EXPECT_EQ(countsText(outcome.counts->skippedByReason, skipReasonName), expected.skipped);
        EXPECT_EQ(countsText(outcome.counts->mendedByKind, mendingName), expected.mended);
        EXPECT_EQ(outcome.counts->items, outcome.items.size());
        if (*expected.first) {
            EXPECT_EQ(outcome.items.at(0).titleWithYear(), expected.first);
        }
        const auto preview = previewCatalogFile(root / expected.file, {}, {});
        ASSERT_TRUE(preview);
        EXPECT_EQ(preview->recognisedAs, expected.recognisedAs);
        EXPECT_TRUE(preview->hasTitle);
        for (std::size_t i = 0; i < preview->items.size(); ++i)
            EXPECT_EQ(preview->items[i].titleWithYear(), outcome.items.at(i).titleWithYear());
        log(expected.file, *outcome.counts);
    }
}

TEST(OutsideFiles, whatIsNoCatalogueSaysWhatItIs)
{
    TW_REQUIRE_TEST_DATA(root, "");
    for (const auto& [file, words] : kOthers) {
        const Outcome outcome = readFileAt(root / file);
        ASSERT_FALSE(outcome.counts) << file;
        EXPECT_TRUE(outcome.items.empty());
        EXPECT_THAT(outcome.counts.error().detail, HasSubstr(words)) << file;
        test::logReliability("imports", file, 1, {{"refused: " + std::string(words), 1}});
    }
}

TEST(OutsideFiles, everyTextIsInert)
{
    TW_REQUIRE_TEST_DATA(root, "");
    for (const Expected& expected : kCatalogues)
        for (const Item& item : readFileAt(root / expected.file).items)
            for (const std::string& text : {item.title, item.text, item.tagline})
                ASSERT_EQ(std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }), 0)
                    << expected.file << ": " << item.key;
}

TEST(OutsideFiles, fieldsOfTheUnusualOnes)
{
    TW_REQUIRE_TEST_DATA(root, "");
    const auto items = [&root = root](const char* file) { return readFileAt(root / file).items; };
    const auto kinopoisk = items("embeddings/multilingual-minilm-kinopoisk-745/movies.json");
    EXPECT_EQ(std::ranges::count_if(kinopoisk, [](const Item& i) { return i.tagline == "Нет слогана"; }), 0);
    EXPECT_EQ(std::ranges::count_if(kinopoisk, [](const Item& i) { return i.text.empty() || i.genres.empty(); }), 0);
    const auto movieLens = items("ml-100k/u.item");
    EXPECT_EQ(movieLens.at(266).title, "unknown");
    EXPECT_EQ(movieLens[266].year, std::nullopt);
    EXPECT_EQ(std::ranges::count_if(movieLens, [](const Item& i) { return !i.year; }), 1);
    EXPECT_EQ(std::ranges::count(movieLens, "Les Misérables", &Item::title), 1) << "ISO-8859-1";
    const auto vega = items("vega-movies/movies.json");
    EXPECT_EQ(std::ranges::count_if(vega, [](const Item& i) { return i.year && *i.year > 2036; }), 0);
    EXPECT_EQ(std::ranges::count(vega, "300", &Item::title), 1) << "a number is a title";
    const auto cache = items("embeddings/minilm-tmdb-2112/movies_cache.csv");
    EXPECT_EQ(cache.at(0).genres, (std::vector<std::string>{"Fantasy", "Family", "Action"}));
    const auto tags = items("embeddings/openai3small-tags-308/movies_metadata.json");
    EXPECT_EQ(std::ranges::count_if(tags, [](const Item& i) { return i.text.empty(); }), 0);
    const auto books = items("exports/goodreads/goodreads_library_export.csv");
    EXPECT_EQ(books.at(0).directors, std::vector<std::string>{"Aldous Huxley"});
}

} // namespace
} // namespace tw
