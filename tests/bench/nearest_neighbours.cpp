// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast and how complete our nearest neighbours are, beside a plain scalar scan measured in the same run.
// Times of one machine say little; the ratio to the reference is what to compare.

#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/thread_pool.h"
#include "core/index/vector_index.h"
#include "core/simd/kernels.h"
#include "tests/bench/measurement_set.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace tw;
using Rows = std::vector<std::uint32_t>;

constexpr std::size_t kNeighbours = 10;
constexpr const char* kReference = "plain scalar scan";

struct Settings {
    std::size_t rows = 36'000;
    std::size_t dim = 100;
    std::size_t queries = 200;
    std::uint64_t seed = 1;
    std::size_t passes = 3;
    IndexOptions graph;
    std::string json;
    bool smoke = false;
};

/// One way to find neighbours, with what was measured of it.
struct Contender {
    std::string name;
    std::function<Rows(std::span<const float> query)> find;
    double buildSeconds = 0;
    std::vector<double> milliseconds = {}; ///< A query, one entry a pass.
    std::vector<Rows> answers = {};
};

class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_start = Clock::now();
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The reference: one multiplication after another, then a partial sort.
Rows scalarScan(const Matrix& rows, std::span<const float> query)
{
    std::vector<std::pair<float, std::uint32_t>> all(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const float* row = rows.row(i).data();
        float sum = 0;
        for (std::size_t d = 0; d < rows.cols(); ++d)
            sum += row[d] * query[d];
        all[i] = {-sum, static_cast<std::uint32_t>(i)};
    }
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(kNeighbours, all.size()));
    std::partial_sort(all.begin(), end, all.end());
    Rows best;
    for (auto at = all.begin(); at != end; ++at)
        best.push_back(at->second);
    return best;
}

Result<Contender> indexContender(std::string name, const Matrix& rows, const IndexOptions& options)
{
    const Stopwatch watch;
    TW_ASSIGN(const auto index, buildIndex(rows, nullptr, options, {}));
    if (index->kind() != options.kind)
        return fail(ErrorCode::LowSelfRecall, name);
    const auto find = [index](std::span<const float> query) {
        const auto neighbours = index->search(query, kNeighbours, nullptr, {});
        Rows found;
        for (const Neighbour& neighbour : neighbours.value())
            found.push_back(neighbour.row);
        return found;
    };
    return Contender{std::move(name), find, watch.seconds()};
}

/// All contenders once a pass, one after another, so that a busy machine slows all of them.
void measure(std::vector<Contender>& contenders, const Matrix& queries, std::size_t passes)
{
    for (std::size_t pass = 0; pass < passes; ++pass)
        for (Contender& contender : contenders) {
            contender.answers.clear();
            const Stopwatch watch;
            for (std::size_t q = 0; q < queries.rows(); ++q)
                contender.answers.push_back(contender.find(queries.row(q)));
            contender.milliseconds.push_back(watch.seconds() * 1e3 / static_cast<double>(queries.rows()));
        }
}

/// Share of the reference's neighbours found; one as similar as its last counts, for rounding may swap those.
double recall(const Contender& contender, const Contender& reference, const bench::MeasurementSet& set)
{
    std::size_t hits = 0;
    std::size_t wanted = 0;
    for (std::size_t q = 0; q < set.queries.rows(); ++q) {
        const std::span<const float> query = set.queries.row(q);
        const float last = simd::dot(query, set.rows.row(reference.answers[q].back())) - 1e-6F;
        wanted += reference.answers[q].size();
        hits += static_cast<std::size_t>(std::ranges::count_if(
            contender.answers[q], [&](std::uint32_t row) { return simd::dot(query, set.rows.row(row)) >= last; }));
    }
    return static_cast<double>(hits) / static_cast<double>(wanted);
}

Json report(const Settings& settings, const std::vector<Contender>& contenders, const bench::MeasurementSet& set)
{
    Json data;
    data.set("recipe", "encoder-like").set("rows", settings.rows).set("dim", settings.dim);
    data.set("queries", settings.queries).set("seed", static_cast<std::int64_t>(settings.seed));
    Json options;
    options.set("m", settings.graph.m).set("efConstruction", settings.graph.efConstruction);
    options.set("efSearch", settings.graph.efSearch);
    Json results(Json::Array{});
    const double referenceTime = median(contenders.front().milliseconds);
    for (const Contender& contender : contenders) {
        const double time = median(contender.milliseconds);
        Json result;
        result.set("name", contender.name).set("msPerQuery", time).set("ratio", referenceTime / time);
        result.set("recallAt10", recall(contender, contenders.front(), set));
        result.set("buildSeconds", contender.buildSeconds);
        results.push(std::move(result));
    }
    Json document;
    document.set("benchmark", "nearest_neighbours").set("reference", kReference);
    document.set("instructionSet", simd::instructionSet()).set("threads", parallelism());
    document.set("passes", settings.passes).set("data", std::move(data)).set("hnsw", std::move(options));
    document.set("results", std::move(results));
    return document;
}

void print(const Json& document)
{
    fmt::print("{} rows x {}, {} queries, k {}, {}, {} threads, median of {} passes\n",
               document["data"]["rows"].asInteger(), document["data"]["dim"].asInteger(),
               document["data"]["queries"].asInteger(), kNeighbours, document["instructionSet"].asString(),
               document["threads"].asInteger(), document["passes"].asInteger());
    fmt::print("{:<20} {:>10} {:>8} {:>10} {:>9}\n", "", "ms/query", "ratio", "recall@10", "build s");
    for (const Json& result : document["results"].asArray())
        fmt::print("{:<20} {:>10.4f} {:>8.2f} {:>10.4f} {:>9.2f}\n", result["name"].asString(),
                   result["msPerQuery"].asNumber(), result["ratio"].asNumber(), result["recallAt10"].asNumber(),
                   result["buildSeconds"].asNumber());
}

/// The smoke run's floors: the benchmark must measure something that works.
bool recallsAreFit(const Json& document)
{
    const Json::Array& results = document["results"].asArray();
    return results.size() == 3 && results[1]["recallAt10"].asNumber() >= 0.9999
        && results[2]["recallAt10"].asNumber() >= 0.95;
}

Status run(const Settings& settings)
{
    const bench::MeasurementSet set
        = bench::makeMeasurementSet(settings.rows, settings.queries, settings.dim, settings.seed);
    std::vector<Contender> contenders;
    contenders.push_back(
        {kReference, [&set](std::span<const float> query) { return scalarScan(set.rows, query); }});
    IndexOptions exact;
    exact.kind = IndexKind::Exact;
    IndexOptions graph = settings.graph;
    graph.kind = IndexKind::Hnsw;
    for (const auto& [name, options] : {std::pair("exact", exact), std::pair("hnsw", graph)}) {
        TW_ASSIGN(Contender contender, indexContender(name, set.rows, options));
        contenders.push_back(std::move(contender));
    }
    measure(contenders, set.queries, settings.passes);
    const Json document = report(settings, contenders, set);
    print(document);
    if (!settings.json.empty())
        TW_TRY(writeFileAtomically(settings.json, document.dump(2) + "\n"));
    if (settings.smoke && !recallsAreFit(document))
        return fail(ErrorCode::LowSelfRecall, "smoke run", "recall below its floor");
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    CLI::App app("Nearest neighbours: exact scan and HNSW beside a plain scalar scan");
    app.add_option("--rows", settings.rows, "Vectors")->check(CLI::Range(100, 10'000'000));
    app.add_option("--dim", settings.dim, "Numbers in a vector")->check(CLI::Range(4, 8192));
    app.add_option("--queries", settings.queries, "Queries in a pass")->check(CLI::Range(1, 100'000));
    app.add_option("--seed", settings.seed, "Of the generated set");
    app.add_option("--passes", settings.passes, "The median is reported")->check(CLI::Range(1, 99));
    app.add_option("--m", settings.graph.m, "HNSW: links per node");
    app.add_option("--ef-construction", settings.graph.efConstruction, "HNSW: candidates while building");
    app.add_option("--ef-search", settings.graph.efSearch, "HNSW: candidates while searching");
    app.add_option("--json", settings.json, "Also write the report to this file");
    app.add_flag("--smoke", settings.smoke, "A small set, one pass; fails when recall is too low");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (settings.smoke) {
        settings.rows = 2000;
        settings.dim = 32;
        settings.queries = 100;
        settings.passes = 1;
    }
    if (const Status status = run(settings); !status) {
        fmt::print(stderr, "{}: {} {}\n", errorCodeName(status.error().code), status.error().subject,
                   status.error().detail);
        return 1;
    }
    return 0;
}
