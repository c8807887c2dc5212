// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/index_bench_figures.h"

#include "core/base/random.h"
#include "core/simd/kernels.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <thread>

namespace tw::bench {
namespace {

const std::vector<int> kEfforts = {10, 12, 16, 20, 24, 32, 40, 48, 64, 96, 128, 192, 256};
const std::vector<int> kProbes = {2, 4, 8, 16, 32, 64, 128};
/// Below the recalls that are asked for, how few candidates are kept counts for more than the graph.
constexpr double kComparedFrom = 0.98;
constexpr double kIvfPqRecall = 0.90;

IndexOptions graphOptions(const Settings& settings, IndexLayout layout)
{
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.layout = layout;
    options.m = settings.m;
    options.efConstruction = settings.efConstruction;
    options.threads = 1;
    return options;
}

/// The plain way to be exact: every inner product in full precision, the ten greatest kept.
void scanPlainly(MatrixView rows, std::span<const float> query, RowIds& found)
{
    constexpr std::size_t kBlock = 256;
    float similarities[kBlock];
    std::pair<float, std::uint32_t> best[kNeighbours];
    std::ranges::fill(best, std::pair(-std::numeric_limits<float>::infinity(), 0U));
    for (std::size_t first = 0; first < rows.rows(); first += kBlock) {
        const std::size_t count = std::min(kBlock, rows.rows() - first);
        simd::dotRows(query, {rows.data() + first * rows.cols(), count, rows.cols()}, std::span(similarities, count));
        for (std::size_t i = 0; i < count; ++i) {
            if (similarities[i] <= best[kNeighbours - 1].first)
                continue;
            std::size_t at = kNeighbours - 1;
            for (; at > 0 && best[at - 1].first < similarities[i]; --at)
                best[at] = best[at - 1];
            best[at] = {similarities[i], static_cast<std::uint32_t>(first + i)};
        }
    }
    found.clear();
    for (const auto& [similarity, row] : best)
        found.push_back(row);
}

void describe(const MeasurementSet& set, const Truth& truth, Figures& figures)
{
    Random random(7);
    constexpr int kPairs = 10'000;
    for (int i = 0; i < kPairs; ++i)
        figures.randomCosine += static_cast<double>(simd::dot(set.rows.row(random.below(set.rows.rows())),
                                                              set.rows.row(random.below(set.rows.rows()))))
            / kPairs;
    const std::size_t count = std::min<std::size_t>(100, truth.last.size());
    for (std::size_t q = 0; q < count; ++q) {
        RowIds found;
        scanPlainly(set.rows, set.queries.row(q), found);
        figures.nearestCosine
            += static_cast<double>(simd::dot(set.queries.row(q), set.rows.row(found[0]))) / static_cast<double>(count);
    }
}

/// Queries a second of `threads` threads together, each asking all queries once.
double throughput(const Contender& contender, int effort, MatrixView queries, std::size_t threads)
{
    const double start = wallSeconds();
    {
        std::vector<std::jthread> running;
        for (std::size_t t = 0; t < threads; ++t)
            running.emplace_back([&] {
                RowIds found;
                for (std::size_t q = 0; q < queries.rows(); ++q)
                    contender.find(queries.row(q), effort, found);
            });
    }
    return static_cast<double>(threads * queries.rows()) / (wallSeconds() - start);
}

double busyThroughput(std::size_t threads, std::size_t steps)
{
    const double start = wallSeconds();
    {
        std::vector<std::jthread> running;
        for (std::size_t t = 0; t < threads; ++t)
            running.emplace_back([steps] {
                volatile std::uint64_t value = 1;
                for (std::size_t i = 0; i < steps; ++i)
                    value = value * 6364136223846793005ULL + 1;
            });
    }
    return static_cast<double>(threads) / (wallSeconds() - start);
}

void measureThreads(std::span<const Contender> contenders, MatrixView queries, const Settings& settings,
                    Figures& figures)
{
    constexpr int kEffort = 64;
    const std::size_t steps = settings.smoke ? 1'000'000 : 100'000'000;
    std::map<std::string, std::vector<double>> gains;
    for (int pass = 0; pass < settings.passes; ++pass) {
        gains["busy loops"].push_back(busyThroughput(2, steps) / busyThroughput(1, steps));
        for (const Contender& contender : contenders)
            gains[contender.name].push_back(throughput(contender, kEffort, queries, 2)
                                            / throughput(contender, kEffort, queries, 1));
    }
    for (const auto& [name, values] : gains)
        figures.threads[name] = median(values);
}

void compareSpeeds(const Curve& ours, const Curve& reference, const std::string& prefix, Figures& figures)
{
    for (const double recall : {0.98, 0.99}) {
        const auto own = qpsAt(ours, recall);
        const auto other = qpsAt(reference, recall);
        if (own && other)
            figures.ratios[fmt::format("{}qps_at_{}", prefix, recall)] = *own / *other;
    }
}

double share(std::uint64_t part, std::uint64_t whole)
{
    return static_cast<double>(part) / static_cast<double>(std::max<std::uint64_t>(whole, 1));
}

void measureGraphs(const MeasurementSet& set, const Truth& truth, const Settings& settings, Figures& figures)
{
    Built reference;
    Built small;
    Built fast;
    const auto theirs = buildReference(set.rows, settings, reference);
    const IndexedVectors vectors{.unit = set.rows, .owner = nullptr};
    const auto ourSmall = buildOurs("small", vectors, graphOptions(settings, IndexLayout::Small), small, figures);
    const auto ourFast = buildOurs("fast", vectors, graphOptions(settings, IndexLayout::Fast), fast, figures);
    figures.built = {reference, small, fast};
    std::vector<Contender> contenders;
    if (theirs)
        contenders.push_back(referenceContender(theirs, kEfforts));
    if (ourSmall)
        contenders.push_back(indexContender("small", *ourSmall, kEfforts));
    if (ourFast && fast.facts.layout == IndexLayout::Fast)
        contenders.push_back(indexContender("fast", *ourFast, kEfforts));
    say("graphs: searching");
    figures.graphs = measureCurves(contenders, set.rows, set.queries, truth, settings.passes);
    measureThreads(contenders, set.queries, settings, figures);
    if (!theirs)
        return;
    const Curve& referenceCurve = figures.graphs.front();
    for (const Curve& curve : figures.graphs) {
        if (curve.name == "small") {
            compareSpeeds(curve, referenceCurve, "", figures);
            figures.ratios["build"] = reference.seconds / small.seconds;
            figures.ratios["memory"] = share(small.bytes, reference.bytes);
            figures.recall["build_lack"] = worstLack(curve, referenceCurve, kComparedFrom);
        } else if (curve.name == "fast") {
            compareSpeeds(curve, referenceCurve, "fast_", figures);
            figures.ratios["fast_memory"] = share(fast.bytes + fast.facts.vectorBytes, reference.bytes);
        }
        if (const CurvePoint* point = pointAt(curve, 64))
            figures.recall[curve.name + "_at_ef_64"] = point->recall;
    }
}

/// The fastest point that recalls enough.
const CurvePoint* fastestFrom(const Curve& curve, double recall)
{
    const CurvePoint* best = nullptr;
    for (const CurvePoint& point : curve.points)
        if (point.recall >= recall && (!best || point.qps > best->qps))
            best = &point;
    return best;
}

void measureScans(const MeasurementSet& set, const Truth& truth, const Settings& settings, Figures& figures)
{
    Built exact;
    Built ivfpq;
    IndexOptions options;
    options.kind = IndexKind::Exact;
    options.threads = 1;
    const auto ourExact = buildOurs("exact", {.unit = set.rows, .owner = nullptr}, options, exact, figures);
    options.kind = IndexKind::IvfPq;
    options.rerank = true;
    options.threads = 0;
    const auto ourIvfPq = buildOurs("ivfpq", {.unit = set.rows, .owner = nullptr}, options, ivfpq, figures);
    const auto plain = [&set](std::span<const float> query, int, RowIds& found) {
        scanPlainly(set.rows, query, found);
    };
    std::vector<Contender> contenders{{"f32 scan", plain, {0}, 200}};
    if (ourExact)
        contenders.push_back(indexContender("exact", *ourExact, {0}));
    if (ourIvfPq)
        contenders.push_back(indexContender("ivfpq", *ourIvfPq, kProbes));
    say("scans: searching");
    figures.scans = measureCurves(contenders, set.rows, set.queries, truth, settings.passes);
    if (!ourExact)
        return;
    figures.built.push_back(exact);
    const CurvePoint& exactPoint = figures.scans[1].points[0];
    figures.ratios["exact_vs_f32_scan"] = exactPoint.qps / figures.scans[0].points[0].qps;
    figures.recall["exact"] = exactPoint.recall;
    if (!ourIvfPq)
        return;
    figures.built.push_back(ivfpq);
    figures.ratios["ivfpq_size"] = share(set.rows.rows() * set.rows.cols() * sizeof(float), ivfpq.bytes);
    if (const CurvePoint* point = fastestFrom(figures.scans[2], kIvfPqRecall)) {
        figures.ratios["ivfpq_speed"] = point->qps / exactPoint.qps;
        figures.recall["ivfpq"] = point->recall;
    } else {
        figures.recall["ivfpq"] = figures.scans[2].points.back().recall;
    }
}

} // namespace

void measureClustered(const Settings& settings, Figures& figures)
{
    say(fmt::format("clustered set: {} rows of {} dimensions", settings.rows, settings.dim));
    const MeasurementSet set = makeMeasurementSet(settings.rows, settings.queries, settings.dim, settings.seed);
    const Truth truth = findTruth(set.rows, set.queries);
    describe(set, truth, figures);
    measureGraphs(set, truth, settings, figures);
    measureScans(set, truth, settings, figures);
}

} // namespace tw::bench
