// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_sets.h"

#include "core/base/random.h"
#include "tests/support/test_data.h"

#include <fmt/format.h>

#include <algorithm>

namespace tw::bench {

namespace {

constexpr std::size_t kDraws = 20'000;
constexpr std::uint64_t kSeed = 1993;

double reciprocal(std::size_t place) { return place > 0 ? 1.0 / static_cast<double>(place) : 0; }

} // namespace

std::vector<QuerySet> querySets()
{
    const std::filesystem::path root = TW_BENCH_SOURCE;
    const auto queries = [&](std::string_view name) {
        return root / "tests/data" / fmt::format("known_items_{}.tsv", name);
    };
    std::vector<QuerySet> sets;
    sets.push_back({"bundled", {root / "resources/catalogue/films.jsonl"}, queries("bundled"), true});
    sets.push_back({"tmdb-5000", {test::testData("tmdb-5000/tmdb_5000_movies.csv.gz")}, queries("tmdb5000"), true});
    QuerySet wikipedia{"wikipedia", {}, queries("wikipedia"), true};
    for (int decade = 1900; decade <= 2020; decade += 10)
        wikipedia.files.push_back(test::testData(fmt::format("wikipedia-movies/movies-{}s.json.gz", decade)));
    sets.push_back(std::move(wikipedia));
    sets.push_back({"kinopoisk-745", {test::testData("embeddings/multilingual-minilm-kinopoisk-745/movies.json")},
                    queries("kinopoisk745"), false});
    std::erase_if(sets, [](const QuerySet& set) { return std::ranges::count(set.files, std::filesystem::path()) > 0; });
    return sets;
}

Result<std::vector<Question>> questionsOf(const QuerySet& set, const Catalog& catalog, Half half)
{
    std::vector<Question> questions;
    for (const test::RememberedFilm& film : test::readRememberedFilms(set.queries)) {
        if (half != Half::Both && test::isForFitting(film) != (half == Half::Fitting))
            continue;
        Question question{film.query, film.answer, {}};
        for (const Item& item : catalog.items())
            if (item.key == film.answer || item.titleWithYear() == film.answer)
                question.right.push_back(item.id);
        if (question.right.empty())
            return fail(ErrorCode::NotFound, film.answer);
        if (question.right.size() > 1)
            return fail(ErrorCode::Ambiguous, film.answer);
        questions.push_back(std::move(question));
    }
    if (questions.empty())
        return fail(ErrorCode::NotFound, set.queries.string());
    return questions;
}

Places placesBy(const Searcher& searcher, const std::vector<Question>& questions)
{
    Places places;
    for (const Question& question : questions) {
        const std::vector<ItemId> found = searcher(question.query, kDepth);
        const auto at = std::ranges::find_first_of(found, question.right);
        places.push_back(at == found.end() ? 0 : static_cast<std::size_t>(at - found.begin()) + 1);
    }
    return places;
}

double meanReciprocalRank(const Places& places)
{
    double sum = 0;
    for (const std::size_t place : places)
        sum += reciprocal(place);
    return sum / static_cast<double>(places.size());
}

double recallAt(const Places& places, std::size_t k)
{
    const auto found = std::ranges::count_if(places, [k](std::size_t place) { return place > 0 && place <= k; });
    return static_cast<double>(found) / static_cast<double>(places.size());
}

Interval bootstrapDifference(const Places& better, const Places& worse)
{
    std::vector<double> differences;
    for (std::size_t i = 0; i < better.size(); ++i)
        differences.push_back(reciprocal(better[i]) - reciprocal(worse[i]));
    Random random(kSeed);
    std::vector<double> means;
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += differences[random.below(differences.size())];
        means.push_back(sum / static_cast<double>(differences.size()));
    }
    std::ranges::sort(means);
    return {means[kDraws / 40], means[kDraws - 1 - kDraws / 40]};
}

} // namespace tw::bench
