// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/index_bench_curve.h"

#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <limits>

namespace tw::bench {
namespace {

constexpr float kRounding = 1e-6F;

double clockSeconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The k greatest similarities of one query so far, greatest first.
void keepGreatest(std::vector<float>& best, std::span<const float> similarities)
{
    for (const float similarity : similarities) {
        if (best.size() == kNeighbours && similarity <= best.back())
            continue;
        if (best.size() == kNeighbours)
            best.pop_back();
        best.insert(std::ranges::upper_bound(best, similarity, std::greater<>()), similarity);
    }
}

double recallOf(const std::vector<RowIds>& answers, MatrixView rows, MatrixView queries, const Truth& truth)
{
    std::size_t hits = 0;
    for (std::size_t q = 0; q < answers.size(); ++q) {
        const std::span<const float> query = queries.row(q);
        hits += static_cast<std::size_t>(std::ranges::count_if(answers[q], [&](std::uint32_t row) {
            return simd::dot(query, rows.row(row)) >= truth.last[q] - kRounding;
        }));
    }
    const std::size_t wanted = std::min(kNeighbours, rows.rows()) * answers.size();
    return wanted == 0 ? 0 : std::min(1.0, static_cast<double>(hits) / static_cast<double>(wanted));
}

/// What was seen of one contender at one effort.
struct Seen {
    std::vector<double> qps;
    double recall = 0;
};

void measureOne(const Contender& contender, int effort, MatrixView rows, MatrixView queries, const Truth& truth,
                Seen& seen)
{
    const std::size_t count = std::min(contender.queries, queries.rows());
    std::vector<RowIds> answers(count);
    const double start = threadSeconds();
    for (std::size_t q = 0; q < count; ++q)
        contender.find(queries.row(q), effort, answers[q]);
    seen.qps.push_back(static_cast<double>(count) / (threadSeconds() - start));
    if (seen.qps.size() == 1)
        seen.recall = recallOf(answers, rows, queries, truth);
}

} // namespace

Truth findTruth(MatrixView rows, MatrixView queries)
{
    constexpr std::size_t kQueries = 16;
    constexpr std::size_t kRows = 128;
    Truth truth{std::vector<float>(queries.rows())};
    const auto some = [&](std::size_t begin, std::size_t end) {
        std::vector<std::vector<float>> best(end - begin);
        std::vector<float> similarities(kRows);
        for (std::size_t first = 0; first < rows.rows(); first += kRows) {
            const std::size_t count = std::min(kRows, rows.rows() - first);
            const MatrixView block(rows.data() + first * rows.cols(), count, rows.cols());
            for (std::size_t q = begin; q < end; ++q) {
                simd::dotRows(queries.row(q), block, std::span(similarities).first(count));
                keepGreatest(best[q - begin], std::span(similarities).first(count));
            }
        }
        for (std::size_t q = begin; q < end; ++q)
            truth.last[q] = best[q - begin].back();
    };
    if (!rows.empty())
        (void)parallelFor(queries.rows(), kQueries, {}, some);
    return truth;
}

std::vector<Curve> measureCurves(std::span<const Contender> contenders, MatrixView rows, MatrixView queries,
                                 const Truth& truth, int passes)
{
    std::size_t steps = 0;
    for (const Contender& contender : contenders)
        steps = std::max(steps, contender.efforts.size());
    std::vector<std::vector<Seen>> seen;
    for (const Contender& contender : contenders)
        seen.emplace_back(contender.efforts.size());
    onOneThread([&] {
        for (int pass = 0; pass < passes; ++pass)
            for (std::size_t step = 0; step < steps; ++step)
                for (std::size_t c = 0; c < contenders.size(); ++c)
                    if (step < contenders[c].efforts.size())
                        measureOne(contenders[c], contenders[c].efforts[step], rows, queries, truth, seen[c][step]);
    });
    std::vector<Curve> curves;
    for (std::size_t c = 0; c < contenders.size(); ++c) {
        Curve curve{contenders[c].name, {}};
        for (std::size_t step = 0; step < seen[c].size(); ++step)
            curve.points.push_back({contenders[c].efforts[step], seen[c][step].recall, median(seen[c][step].qps)});
        curves.push_back(std::move(curve));
    }
    return curves;
}

std::optional<double> qpsAt(const Curve& curve, double recall)
{
    const CurvePoint* below = nullptr;
    for (const CurvePoint& point : curve.points) {
        if (point.recall < recall) {
            below = &point;
            continue;
        }
        if (!below)
            return point.qps;
        const double share = (recall - below->recall) / (point.recall - below->recall);
        return std::exp(std::lerp(std::log(below->qps), std::log(point.qps), share));
    }
    return std::nullopt;
}

const CurvePoint* pointAt(const Curve& curve, int effort)
{
    const auto found = std::ranges::find(curve.points, effort, &CurvePoint::effort);
    return found == curve.points.end() ? nullptr : &*found;
}

double worstLack(const Curve& ours, const Curve& reference, double floor)
{
    double worst = -std::numeric_limits<double>::infinity();
    for (const CurvePoint& point : reference.points)
        if (const CurvePoint* own = pointAt(ours, point.effort); own && point.recall >= floor)
            worst = std::max(worst, point.recall - own->recall);
    return worst;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

double threadSeconds() { return clockSeconds(CLOCK_THREAD_CPUTIME_ID); }
double processSeconds() { return clockSeconds(CLOCK_PROCESS_CPUTIME_ID); }
double wallSeconds() { return clockSeconds(CLOCK_MONOTONIC); }

void onOneThread(const std::function<void()>& body)
{
    // Two pieces, so that the loop really is one; what is nested in it runs in its thread.
    (void)parallelFor(2, 1, {}, [&body](std::size_t begin, std::size_t) {
        if (begin == 0)
            body();
    });
}

} // namespace tw::bench
