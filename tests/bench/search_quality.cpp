// SPDX-License-Identifier: GPL-3.0-or-later
// How well and how fast the search finds films by what people remember of them:
// search_quality [--set NAME]... [--half test|fitting|both] [--json FILE] [--docs docs/search.md] [--misses]
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/embedding/item_text.h"
#include "tests/bench/search_baselines.h"
#include "tests/bench/search_neighbours.h"
#include "tests/bench/search_report.h"
#include "tests/bench/search_sets.h"
#include "tests/support/search_fixture.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>

namespace tw::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPasses = 5;
constexpr int kRounds = 4;
constexpr double kLeastGain = 0.0005;
constexpr std::size_t kSeen = 5;

double seconds(Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

/// A line of /proc/self/status in megabytes.
double memoryMegabytes(std::string_view name)
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(name))
            return std::strtod(line.c_str() + name.size(), nullptr) / 1024;
    return 0;
}

/// From here on the peak of memory is counted anew.
void resetPeak() { std::ofstream("/proc/self/clear_refs") << 5; }

/// One of the ranking's numbers.
struct Dial {
    const char* name;
    float RankingWeights::* number;
    int field; ///< Of RankingWeights::fields, or −1.
};
constexpr std::array kDials{
    Dial{"k1", &RankingWeights::k1, -1},           Dial{"b", &RankingWeights::b, -1},
    Dial{"close", &RankingWeights::close, -1},     Dial{"covered", &RankingWeights::covered, -1},
    Dial{"soft", &RankingWeights::soft, -1},       Dial{"softFloor", &RankingWeights::softFloor, -1},
    Dial{"whole", &RankingWeights::whole, -1},     Dial{"passage", &RankingWeights::passage, -1},
    Dial{"fame", &RankingWeights::fame, -1},       Dial{"rarity", &RankingWeights::rarity, -1},
    Dial{"title", nullptr, 0},                     Dial{"originalTitle", nullptr, 1},
    Dial{"people", nullptr, 2},                    Dial{"genres", nullptr, 3},
    Dial{"keywords", nullptr, 4},                  Dial{"tagline", nullptr, 5},
};

float& numberOf(RankingWeights& weights, const Dial& dial)
{
    return dial.number ? weights.*dial.number : weights.fields[static_cast<std::size_t>(dial.field)];
}

/// "soft=0.5"; false for anything else.
bool setNumber(RankingWeights& weights, const std::string& assignment)
{
    for (const Dial& dial : kDials)
        if (assignment.starts_with(std::string(dial.name) + "=")) {
            numberOf(weights, dial) = std::strtof(assignment.c_str() + std::strlen(dial.name) + 1, nullptr);
            return true;
        }
    return false;
}

Searcher byWay(const test::Searchable& in, SearchBy by, const RankingWeights& weights = {})
{
    return [search = in.search(weights), by](const std::string& query, std::size_t k) {
        std::vector<ItemId> items;
        if (const auto results = search.search(query, k, by, {}))
            for (const SearchHit& hit : results->hits)
                items.push_back(hit.item);
        return items;
    };
}

Json figures(const Places& places)
{
    Json entry;
    entry.set("mrr", meanReciprocalRank(places));
    entry.set("recall_at_5", recallAt(places, kSeen));
    return entry;
}

struct Baselines {
    Json json;
    std::string bestName;
    Places best;
};

Result<Baselines> measureBaselines(const Catalog& catalog, const std::vector<Question>& questions)
{
    Baselines result;
    for (const FtsConfiguration& configuration : ftsConfigurations()) {
        TW_ASSIGN(FtsBaseline baseline, FtsBaseline::build(catalog, configuration));
        Places places = placesBy(
            [&](const std::string& query, std::size_t k) {
                return baseline.search(query, k).value_or(std::vector<ItemId>());
            },
            questions);
        Json entry = figures(places);
        entry.set("name", configuration.name);
        result.json.push(std::move(entry));
        if (result.best.empty() || meanReciprocalRank(places) > meanReciprocalRank(result.best)) {
            result.best = std::move(places);
            result.bestName = configuration.name;
        }
    }
    return result;
}

/// Median and 99th percentile of a search in milliseconds, embedding and fusing included.
Json measureTimes(const test::Searchable& in, const std::vector<Question>& questions)
{
    const HybridSearch search = in.search();
    // The first search measures the floor of the space and is not what a user waits for again.
    static_cast<void>(search.search("anything", 1, SearchBy::All, {}));
    std::vector<double> times;
    for (int pass = 0; pass < kPasses; ++pass)
        for (const Question& question : questions) {
            const auto begin = Clock::now();
            static_cast<void>(search.search(question.query, 50, SearchBy::All, {}));
            times.push_back(seconds(Clock::now() - begin) * 1000);
        }
    std::ranges::sort(times);
    Json json;
    json.set("median_ms", times[times.size() / 2]);
    json.set("p99_ms", times[(times.size() - 1) * 99 / 100]);
    return json;
}

/// Fitting the built-in embedder on all texts and embedding them.
Result<Json> measureEmbedding(const Catalog& catalog)
{
    std::vector<std::string> texts;
    for (const Item& item : catalog.items())
        texts.push_back(itemText(item, TextTemplate::standard()));
    const auto words = test::shippedWordVectors();
    resetPeak();
    const double before = memoryMegabytes("VmRSS:");
    const auto begin = Clock::now();
    TW_ASSIGN(const auto embedder, BuiltinEmbedder::fit(words, texts, {}, {}));
    const auto fitted = Clock::now();
    TW_ASSIGN(const auto embedded, embedder->embedDocuments(texts, {}));
    const auto end = Clock::now();
    Json json;
    json.set("fit_s", seconds(fitted - begin));
    json.set("embed_s", seconds(end - fitted));
    json.set("peak_mb", memoryMegabytes("VmHWM:") - before);
    json.set("model", embedder->info().model);
    json.set("dim", embedder->info().dim);
    return json;
}

struct Options {
    std::vector<std::string> sets;
    Half half = Half::Test;
    bool misses = false;
    bool fit = false;
    RankingWeights weights;
    bool quick = false; ///< Only the three ways: no baselines, no costs.
};

Json missesOf(const std::vector<Question>& questions, const std::map<SearchBy, Places>& places)
{
    Json misses{Json::Array{}};
    const Places& all = places.at(SearchBy::All);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (all[i] > 0 && all[i] <= kSeen)
            continue;
        Json miss;
        miss.set("query", questions[i].query);
        miss.set("answer", questions[i].answer);
        miss.set("place", all[i]);
        miss.set("text", places.at(SearchBy::Text)[i]);
        miss.set("meaning", places.at(SearchBy::Meaning)[i]);
        misses.push(std::move(miss));
    }
    return misses;
}

Result<Json> measureSet(const QuerySet& set, const Options& options)
{
    TW_ASSIGN(const auto catalog, test::readCatalog(set.files));
    TW_ASSIGN(const auto questions, questionsOf(set, *catalog, options.half));
    TW_ASSIGN(const auto searchable, test::makeSearchable(catalog));
    Json report;
    report.set("name", set.name);
    report.set("items", catalog->size());
    report.set("queries", questions.size());
    report.set("english", set.english);
    std::map<SearchBy, Places> places;
    for (const auto& [name, by] : {std::pair{"title", SearchBy::Title}, std::pair{"text", SearchBy::Text},
                                   std::pair{"meaning", SearchBy::Meaning}, std::pair{"hybrid", SearchBy::All}}) {
        places[by] = placesBy(byWay(searchable, by, options.weights), questions);
        report.set(name, figures(places[by]));
    }
    report.set("misses", missesOf(questions, places));
    if (options.quick)
        return report;
    TW_ASSIGN(const Baselines baselines, measureBaselines(*catalog, questions));
    const Interval interval = bootstrapDifference(places[SearchBy::All], baselines.best);
    report.set("fts5", baselines.json);
    report.set("best_fts5", baselines.bestName);
    report.set("gain", meanReciprocalRank(places[SearchBy::All]) - meanReciprocalRank(baselines.best));
    report.set("gain_low", interval.low);
    report.set("gain_high", interval.high);
    report.set("times", measureTimes(searchable, questions));
    TW_ASSIGN(Json embedding, measureEmbedding(*catalog));
    report.set("embedding", std::move(embedding));
    return report;
}

/// Coordinate ascent on the mean over the sets of the hybrid's MRR, on the fitting halves.
Status fitWeights(const Options& options)
{
    struct Prepared {
        test::Searchable searchable;
        std::vector<Question> questions;
    };
    std::vector<Prepared> all;
    for (const QuerySet& set : querySets()) {
        if (!options.sets.empty() && std::ranges::find(options.sets, set.name) == options.sets.end())
            continue;
        TW_ASSIGN(const auto catalog, test::readCatalog(set.files));
        TW_ASSIGN(auto questions, questionsOf(set, *catalog, Half::Fitting));
        TW_ASSIGN(auto searchable, test::makeSearchable(catalog));
        all.push_back({std::move(searchable), std::move(questions)});
    }
    const auto judge = [&](const RankingWeights& weights) {
        double sum = 0;
        for (const Prepared& each : all)
            sum += meanReciprocalRank(placesBy(byWay(each.searchable, SearchBy::All, weights), each.questions));
        return sum / static_cast<double>(all.size());
    };
    RankingWeights best = options.weights;
    double bestMrr = judge(best);
    fmt::print("as it is: {:.4f}\n", bestMrr);
    for (int round = 0; round < kRounds; ++round) {
        bool better = false;
        for (const Dial& dial : kDials)
            for (const float factor : {0.0F, 0.5F, 0.75F, 1.33F, 2.0F, 3.0F}) {
                RankingWeights tried = best;
                float& number = numberOf(tried, dial);
                number = factor == 3.0F && number == 0 ? 0.1F : number * factor;
                const double mrr = judge(tried);
                if (mrr > bestMrr + kLeastGain) {
                    better = true;
                    bestMrr = mrr;
                    best = tried;
                    fmt::print("{} {:.3f}: {:.4f}\n", dial.name, number, mrr);
                    std::fflush(stdout);
                }
            }
        if (!better)
            break;
    }
    for (const Dial& dial : kDials)
        fmt::print("{} {:.3f}\n", dial.name, numberOf(best, dial));
    return {};
}

Result<Json> measureAll(const Options& options)
{
    Json report;
    Json sets{Json::Array{}};
    for (const QuerySet& set : querySets()) {
        if (!options.sets.empty() && std::ranges::find(options.sets, set.name) == options.sets.end())
            continue;
        TW_ASSIGN(Json measured, measureSet(set, options));
        fmt::print("{}", setText(measured, options.misses));
        std::fflush(stdout);
        sets.push(std::move(measured));
    }
    report.set("sets", std::move(sets));
    if (options.quick)
        return report;
    TW_ASSIGN(const auto overlap, overlapWithMiniLm());
    if (overlap) {
        report.set("minilm_overlap_at_10", *overlap);
        fmt::print("neighbours: overlap@10 with MiniLM {:.3f}\n", *overlap);
    }
    return report;
}

} // namespace
} // namespace tw::bench

int main(int argc, char** argv)
{
    using tw::bench::Half;
    CLI::App app("How well and how fast the search finds films by what people remember of them");
    tw::bench::Options options;
    std::string jsonFile;
    std::string docsFile;
    const std::map<std::string, Half> halves{{"test", Half::Test}, {"fitting", Half::Fitting}, {"both", Half::Both}};
    app.add_option("--set", options.sets, "Only these query sets");
    app.add_option("--half", options.half, "Which half of the queries")->transform(CLI::CheckedTransformer(halves));
    app.add_flag("--misses", options.misses, "List what is not among the first five");
    app.add_flag("--quick", options.quick, "Neither baselines nor costs");
    std::vector<std::string> weights;
    app.add_option("--weight", weights, "One of the ranking's numbers, e.g. soft=0.5");
    app.add_flag("--fit", options.fit, "Fit the ranking's weights on the fitting halves and print them");
    app.add_option("--json", jsonFile, "Write the figures to this file");
    app.add_option("--docs", docsFile, "Write the tables of the figures into this file (docs/search.md)");
    CLI11_PARSE(app, argc, argv);
    for (const std::string& weight : weights)
        if (!tw::bench::setNumber(options.weights, weight)) {
            fmt::print(stderr, "no such weight: {}\n", weight);
            return 2;
        }

    if (options.fit) {
        const tw::Status fitted = tw::bench::fitWeights(options);
        return fitted ? 0 : 1;
    }
    const auto report = tw::bench::measureAll(options);
    if (!report) {
        fmt::print(stderr, "cannot measure: {} {}\n", report.error().subject, report.error().detail);
        return 1;
    }
    if (!jsonFile.empty() && !tw::writeFileAtomically(jsonFile, report->dump(2) + "\n")) {
        fmt::print(stderr, "cannot write {}\n", jsonFile);
        return 1;
    }
    if (!docsFile.empty() && !tw::bench::writeTables(*report, docsFile)) {
        fmt::print(stderr, "cannot write the tables into {}\n", docsFile);
        return 1;
    }
    return 0;
}
