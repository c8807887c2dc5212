// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/hybrid_search.h"

#include "tests/support/known_items.h"
#include "tests/support/search_fixture.h"
#include "tests/support/test_data.h"

namespace {

std::vector<tw::Item> someFilms()
{
    const auto film = [](std::string title, std::string text) {
        tw::Item item;
        item.title = std::move(title);
        item.text = std::move(text);
        return item;
    };
    return {
        film("Jaws", "A shark attacks swimmers at a beach. The police chief hunts it from a boat."),
        film("The Courtroom", "A young lawyer defends an innocent man. The jury must decide his fate."),
        film("Red Planet", "Two astronauts are stranded on Mars. They repair their spacecraft."),
        film("Treasure", "A boy and his dog find gold. They outwit the thieves who follow them."),
        film("The Band", "A singer falls in love with her pianist. Their songs become famous."),
        film("Clues", "A detective looks for a murderer. Everything points to the rich widow."),
        film("Show Me", "A farmer travels across the country to see his brother."),
        film("The Show", "Actors quarrel behind the stage of an old theatre."),
        film("Backstage", "The show must go on although the theatre burns."),
    };
}

const tw::test::Searchable& small()
{
    static const auto made = tw::test::makeSearchable(tw::test::catalogOf(someFilms()));
    EXPECT_TRUE(made);
    return *made;
}

using Strings = std::vector<std::string>;

std::vector<std::string> titlesOf(const tw::test::Searchable& in, const tw::SearchResults& results)
{
    std::vector<std::string> titles;
    for (const tw::SearchHit& hit : results.hits)
        titles.push_back(in.catalog->item(hit.item).title);
    return titles;
}

/// An embedder whose server is away.
class Away final : public tw::Embedder {
public:
    const tw::EmbedderInfo& info() const override { return m_info; }
    std::size_t batchSize() const override { return 1; }
    tw::Result<std::vector<tw::EmbeddedText>> embedDocuments(std::span<const std::string>,
                                                             const tw::TaskContext&) const override
    {
        return tw::fail(tw::ErrorCode::ServerUnreachable);
    }
    tw::Result<std::vector<float>> embedQuery(std::string_view, const tw::TaskContext&) const override
    {
        return tw::fail(tw::ErrorCode::ServerUnreachable);
    }

private:
    tw::EmbedderInfo m_info;
};

TEST(HybridSearch, TitlesLeadThenText)
{
    const auto results = small().search().search("show", 10, tw::SearchBy::All, {});
    ASSERT_TRUE(results);
    const auto titles = titlesOf(small(), *results);
    ASSERT_GE(titles.size(), 3U);
    EXPECT_EQ(titles[0], "The Show");
    EXPECT_EQ(titles[1], "Show Me");
    EXPECT_EQ(titles[2], "Backstage");
    EXPECT_TRUE(results->hits[0].foundBy.title);
    EXPECT_FALSE(results->hits[2].foundBy.title);
    EXPECT_TRUE(results->hits[2].foundBy.text);
    EXPECT_EQ(results->hits[2].matched, std::vector<std::string>{"show"});
    EXPECT_FALSE(results->hits[2].snippet.empty());
}

TEST(HybridSearch, MeaningFindsWhatSharesNoWord)
{
    const auto results = small().search().search("prosecutor and judge", 3, tw::SearchBy::All, {});
    ASSERT_TRUE(results);
    ASSERT_FALSE(results->hits.empty());
    EXPECT_EQ(titlesOf(small(), *results).front(), "The Courtroom");
    EXPECT_TRUE(results->hits.front().foundBy.meaning);
    EXPECT_FALSE(results->hits.front().foundBy.text);
    EXPECT_TRUE(results->meaningSearched);
}

TEST(HybridSearch, ScoresFallWithinZeroAndOneAndItemsComeOnce)
{
    for (const tw::SearchBy by : {tw::SearchBy::All, tw::SearchBy::Title, tw::SearchBy::Text, tw::SearchBy::Meaning})
        for (const char* query : {"show", "the show", "shark", "dog", "a boy hunts a shark from the theatre"}) {
            const auto results = small().search().search(query, 5, by, {});
            ASSERT_TRUE(results);
            EXPECT_LE(results->hits.size(), 5U);
            std::set<tw::ItemId> seen;
            float last = 1;
            for (const tw::SearchHit& hit : results->hits) {
                EXPECT_LE(hit.score, last) << query;
                EXPECT_GT(hit.score, 0) << query;
                EXPECT_TRUE(seen.insert(hit.item).second) << query;
                last = hit.score;
            }
        }
}

TEST(HybridSearch, OneWayAlone)
{
    const tw::HybridSearch search = small().search();
    EXPECT_EQ(titlesOf(small(), *search.search("show", 10, tw::SearchBy::Title, {})),
              (std::vector<std::string>{"The Show", "Show Me"}));
    const auto text = search.search("theatre", 10, tw::SearchBy::Text, {});
    EXPECT_EQ(text->hits.size(), 2U);
    EXPECT_FLOAT_EQ(text->hits.front().score, 1);
    EXPECT_FALSE(text->meaningSearched);
    const auto meaning = search.search("shark", 1, tw::SearchBy::Meaning, {});
    EXPECT_EQ(titlesOf(small(), *meaning), std::vector<std::string>{"Jaws"});
    EXPECT_TRUE(search.search("shark", 10, tw::SearchBy::Title, {})->hits.empty());
}

TEST(HybridSearch, NonsenseFindsNothing)
{
    for (const char* query : {"qwertz", "xyzzy plugh", "", "   ", "?!"}) {
        const auto results = small().search().search(query, 10, tw::SearchBy::All, {});
        ASSERT_TRUE(results);
        EXPECT_TRUE(results->hits.empty()) << query;
        EXPECT_TRUE(results->meaningSearched) << query;
    }
}

TEST(HybridSearch, AWordThatManyHaveIsNoMatchForAManyUnknownOnes)
{
    const auto results = small().search().search("xyzzy plugh frobnicate quux grault two", 10, tw::SearchBy::All, {});
    ASSERT_TRUE(results);
    EXPECT_TRUE(results->hits.empty());
}

TEST(HybridSearch, MisspeltWordsAreCorrectedAndTold)
{
    const auto results = small().search().search("the courtrom", 10, tw::SearchBy::All, {});
    ASSERT_TRUE(results && !results->hits.empty());
    EXPECT_EQ(titlesOf(small(), *results).front(), "The Courtroom");
    EXPECT_EQ(results->corrected, "the courtroom");
    EXPECT_EQ(small().search().search("the courtroom", 10, tw::SearchBy::All, {})->corrected, "");
}

TEST(HybridSearch, FiltersPhrasesAndLeftOutWordsLimitEveryWay)
{
    const tw::HybridSearch search = small().search();
    EXPECT_EQ(titlesOf(small(), *search.search("theatre -show", 10, tw::SearchBy::All, {})).size(), 0U)
        << "one has it in its title, the other in its text";
    EXPECT_EQ(titlesOf(small(), *search.search("show -stage", 10, tw::SearchBy::Title, {})), Strings{"Show Me"});
    EXPECT_EQ(titlesOf(small(), *search.search("\"the show must go on\"", 10, tw::SearchBy::All, {})).front(), "Backstage");
    EXPECT_TRUE(search.search("\"on go must\"", 10, tw::SearchBy::All, {})->hits.empty());
    const auto listed = search.search("title:show", 10, tw::SearchBy::All, {});
    EXPECT_EQ(listed->hits.size(), 2U) << "a filter alone lists what passes";
    const auto wrong = search.search("shark year:soon", 10, tw::SearchBy::All, {});
    EXPECT_EQ(titlesOf(small(), *wrong).front(), "Jaws");
    ASSERT_EQ(wrong->problems.size(), 1U);
    EXPECT_EQ(wrong->problems[0].kind, tw::QueryProblem::Kind::BadNumber);
}

TEST(HybridSearch, LikeFindsWhatIsLikeItButNotItself)
{
    const auto results = small().search().search("like:\"The Show\"", 3, tw::SearchBy::All, {});
    ASSERT_TRUE(results && !results->hits.empty());
    EXPECT_TRUE(results->hits.front().foundBy.likeness);
    for (const std::string& title : titlesOf(small(), *results))
        EXPECT_NE(title, "The Show");
    const auto between = small().search().search("between:Jaws,Treasure", 3, tw::SearchBy::All, {});
    ASSERT_TRUE(between && !between->hits.empty());
    for (const std::string& title : titlesOf(small(), *between))
        EXPECT_TRUE(title != "Jaws" && title != "Treasure");
}

TEST(HybridSearch, WithoutSpaceOrServerTitlesAndTextStillAnswer)
{
    const auto& all = small();
    const tw::HybridSearch without(all.catalog, all.text, nullptr, nullptr, nullptr);
    const tw::HybridSearch away(all.catalog, all.text, all.space, all.index, std::make_shared<Away>());
    for (const tw::HybridSearch* search : {&without, &away}) {
        const auto results = search->search("show", 10, tw::SearchBy::All, {});
        ASSERT_TRUE(results);
        EXPECT_EQ(results->hits.size(), 3U);
        EXPECT_FALSE(results->meaningSearched);
    }
}

TEST(HybridSearch, StopsWhenTold)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(small().search().search("show", 10, tw::SearchBy::All, {source.get_token()}).error().code,
              tw::ErrorCode::Cancelled);
}

/// tmdb-5000, made searchable once for all tests; null without the outside data.
const tw::test::Searchable* tmdb()
{
    static const std::optional<tw::test::Searchable> made = []() -> std::optional<tw::test::Searchable> {
        const std::vector<std::filesystem::path> files{tw::test::testData("tmdb-5000/tmdb_5000_movies.csv.gz")};
        auto catalog = tw::test::readCatalog(files);
        auto searchable = catalog ? tw::test::makeSearchable(*catalog) : tw::fail(catalog.error());
        if (!searchable) {
            ADD_FAILURE() << "tmdb-5000 cannot be made searchable: " << searchable.error().detail;
            return std::nullopt;
        }
        return std::move(*searchable);
    }();
    return made ? &*made : nullptr;
}

class SearchOnTmdb5000 : public testing::Test {
protected:
    void SetUp() override
    {
        TW_REQUIRE_TEST_DATA(data, "tmdb-5000/tmdb_5000_movies.csv.gz");
        ASSERT_TRUE(tmdb());
    }
    static std::vector<std::string> titles(std::string_view query, std::size_t k)
    {
        const auto results = tmdb()->search().search(query, k, tw::SearchBy::All, {});
        EXPECT_TRUE(results);
        return results ? titlesOf(*tmdb(), *results) : std::vector<std::string>();
    }
};

TEST_F(SearchOnTmdb5000, FindsTheFiveDieHardFilmsFirst)
{
    const std::set<std::string> series{"Die Hard", "Die Hard 2", "Die Hard: With a Vengeance", "Live Free or Die Hard",
                                       "A Good Day to Die Hard"};
    const auto found = titles("die hard", 5);
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()), series);
    EXPECT_EQ(found.front(), "Die Hard");
}

TEST_F(SearchOnTmdb5000, FindsATitleWhileOneTypesIt)
{
    EXPECT_EQ(titles("Die Har", 1).front(), "Die Hard");
    EXPECT_EQ(titles("hackers", 1).front(), "Hackers");
    EXPECT_EQ(titles("hacker", 1).front(), "Hackers");
    EXPECT_EQ(titles("spiderman", 1).front(), "Spider-Man");
    EXPECT_EQ(titles("terminator", 1).front(), "The Terminator");
    EXPECT_EQ(titles("schindlers li", 1).front(), "Schindler's List");
}

TEST_F(SearchOnTmdb5000, TitlesOfACommonWordLead)
{
    const auto found = titles("show", 30);
    const auto isTitle = [](const std::string& title) { return title.find("Show") != std::string::npos; };
    const auto firstOther = std::ranges::find_if_not(found, isTitle);
    EXPECT_GE(firstOther - found.begin(), 5);
    EXPECT_NE(firstOther, found.end()) << "text follows";
}

TEST_F(SearchOnTmdb5000, NonsenseFindsNothing)
{
    EXPECT_TRUE(titles("qwertz", 10).empty());
    EXPECT_TRUE(titles("asdfgh jklmn", 10).empty());
}

TEST_F(SearchOnTmdb5000, FindsFilmsByDescription)
{
    int within5 = 0;
    double reciprocal = 0;
    for (const tw::test::KnownItem& known : tw::test::kKnownItems) {
        const auto found = titles(known.query, 50);
        const auto place = std::ranges::find(found, known.title) - found.begin();
        const bool isFound = place < static_cast<std::ptrdiff_t>(found.size());
        within5 += isFound && place < 5 ? 1 : 0;
        reciprocal += isFound ? 1.0 / static_cast<double>(place + 1) : 0;
    }
    // 24 of 30 and .717 when the weights were chosen (docs/search.md).
    EXPECT_GE(within5, 23);
    EXPECT_GE(reciprocal / static_cast<double>(tw::test::kKnownItems.size()), 0.69);
}

TEST_F(SearchOnTmdb5000, MeaningFindsThemes)
{
    const auto results = tmdb()->search().search("courtroom", 10, tw::SearchBy::Meaning, {});
    ASSERT_TRUE(results);
    EXPECT_GE(results->hits.size(), 5U);
    for (const tw::SearchHit& hit : results->hits)
        EXPECT_TRUE(hit.foundBy.meaning);
}

} // namespace
