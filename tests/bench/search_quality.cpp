// SPDX-License-Identifier: GPL-3.0-or-later
// How well and how fast the search finds films by description: search_quality FILE... [--json FILE]
#include "core/base/files.h"
#include "core/base/json.h"
#include "tests/support/known_items.h"
#include "tests/support/search_fixture.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

struct Quality {
    double reciprocalRank = 0;
    double recallAt5 = 0;
    double medianMs = 0;
    double slowestMs = 0;
    int queries = 0;
};

/// Place of the first hit with the title, from 1; 0 when it is not among the hits.
std::size_t placeOf(std::string_view title, const std::vector<tw::SearchHit>& hits, const tw::Catalog& catalog)
{
    for (std::size_t i = 0; i < hits.size(); ++i)
        if (catalog.item(hits[i].item).title == title)
            return i + 1;
    return 0;
}

Quality measure(const tw::test::Searchable& searchable, tw::SearchBy by, bool verbose)
{
    constexpr std::size_t kDepth = 50;
    const tw::HybridSearch search = searchable.search();
    Quality quality;
    std::vector<double> times;
    for (const tw::test::KnownItem& known : tw::test::kKnownItems) {
        const auto titles = searchable.catalog->items();
        if (std::ranges::find(titles, known.title, &tw::Item::title) == titles.end())
            continue;
        const auto begin = Clock::now();
        const auto results = search.search(known.query, kDepth, by, {});
        times.push_back(milliseconds(Clock::now() - begin));
        const std::size_t place = results ? placeOf(known.title, results->hits, *searchable.catalog) : 0;
        quality.reciprocalRank += place > 0 ? 1.0 / static_cast<double>(place) : 0;
        quality.recallAt5 += place > 0 && place <= 5 ? 1 : 0;
        ++quality.queries;
        if (verbose)
            fmt::print("  {:>3}  {}  ({})\n", place, known.title, known.query);
    }
    if (quality.queries == 0)
        return quality;
    std::ranges::sort(times);
    quality.reciprocalRank /= quality.queries;
    quality.recallAt5 /= quality.queries;
    quality.medianMs = times[times.size() / 2];
    quality.slowestMs = times.back();
    return quality;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::filesystem::path> files;
    std::string jsonFile;
    bool verbose = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--json" && i + 1 < argc)
            jsonFile = argv[++i];
        else if (argument == "--verbose")
            verbose = true;
        else
            files.emplace_back(argument);
    }
    if (files.empty()) {
        fmt::print(stderr, "use: search_quality CATALOGUE... [--verbose] [--json FILE]\n");
        return 2;
    }
    const auto catalog = tw::test::readCatalog(files);
    if (!catalog) {
        fmt::print(stderr, "cannot read: {} {}\n", catalog.error().subject, catalog.error().detail);
        return 1;
    }
    const auto begin = Clock::now();
    const auto searchable = tw::test::makeSearchable(*catalog);
    const double preparedMs = milliseconds(Clock::now() - begin);
    if (!searchable) {
        fmt::print(stderr, "cannot prepare: {} {}\n", searchable.error().subject, searchable.error().detail);
        return 1;
    }
    tw::Json report;
    report.set("items", (*catalog)->size());
    report.set("passages", searchable->space->passages().rows());
    report.set("prepared_ms", preparedMs);
    fmt::print("{} items, {} passages, text index and embedding {:.0f} ms\n", (*catalog)->size(),
               searchable->space->passages().rows(), preparedMs);
    // The first search measures the floor of the space and is not what a user waits for again.
    static_cast<void>(searchable->search().search("anything", 1, tw::SearchBy::All, {}));
    for (const auto& [name, by] : {std::pair{"text", tw::SearchBy::Text}, std::pair{"meaning", tw::SearchBy::Meaning},
                                   std::pair{"all", tw::SearchBy::All}}) {
        const Quality quality = measure(*searchable, by, verbose);
        fmt::print("{:8} {} queries  MRR {:.3f}  R@5 {:.3f}  median {:.2f} ms  slowest {:.2f} ms\n", name,
                   quality.queries, quality.reciprocalRank, quality.recallAt5, quality.medianMs, quality.slowestMs);
        tw::Json entry;
        entry.set("mrr", quality.reciprocalRank);
        entry.set("recall_at_5", quality.recallAt5);
        entry.set("median_ms", quality.medianMs);
        entry.set("slowest_ms", quality.slowestMs);
        report.set(name, std::move(entry));
    }
    if (!jsonFile.empty() && !tw::writeFileAtomically(jsonFile, report.dump(2) + "\n")) {
        fmt::print(stderr, "cannot write {}\n", jsonFile);
        return 1;
    }
    return 0;
}
