// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_curve.h"

#include "core/base/thread_pool.h"
#include "core/index/curve_reference.h"
#include "core/index/index_choice.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <mutex>

namespace tw {
namespace {

using Index = std::shared_ptr<const VectorIndex>;

/// Later passes serve the times only; one contender need not hold up the others longer than this in each.
constexpr double kLongestPassSeconds = 1;
constexpr std::size_t kWarmUpQueries = 10;

/// Time of this thread, so that a busy machine makes nothing look slow.
double threadSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Runs `body` so that nothing it calls spreads over other threads: a loop inside a loop stays in its thread.
void onOneThread(const std::function<void()>& body)
{
    static_cast<void>(parallelFor(2, 1, {}, [&body](std::size_t begin, std::size_t) {
        if (begin == 0)
            body();
    }));
}

/// Makes one rising count of what several builds report.
class BuildProgress final : public ProgressSink {
public:
    BuildProgress(const TaskContext& context, std::size_t builds) : m_context(&context), m_builds(builds) {}
    void begin(std::size_t build) { m_build = build; }
    void report(Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        // Checking follows building, and has its share at the end.
        const std::uint64_t share = stage == Stage::Building && total > 0 ? done * kSteps * 9 / 10 / total : 0;
        const std::lock_guard lock(m_mutex);
        m_reported = std::max(m_reported, m_build * kSteps + share);
        m_context->report(Stage::Building, m_reported, m_builds * kSteps);
    }

private:
    static constexpr std::uint64_t kSteps = 1000;
    const TaskContext* m_context;
    std::uint64_t m_builds;
    std::uint64_t m_build = 0;
    std::mutex m_mutex;
    std::uint64_t m_reported = 0;
};

bool isBuiltSo(const VectorIndex& index, const IndexOptions& wanted, const IndexedVectors& vectors)
{
    const IndexFacts facts = index.facts();
    const IndexOptions& has = index.options();
    if (index.size() != vectors.unit.rows() || index.dim() != vectors.unit.cols() || index.metric() != vectors.metric
        || facts.kind != wanted.kind)
        return false;
    switch (facts.kind) {
    case IndexKind::Hnsw:
        return facts.layout == wanted.layout && has.m == wanted.m && has.efConstruction == wanted.efConstruction;
    case IndexKind::IvfPq:
        return has.lists == wanted.lists && has.codeBytes == wanted.codeBytes && has.rerank == wanted.rerank;
    default: return true;
    }
}

/// One way to search and what was seen of it.
struct Contender {
    const VectorIndex* index;
    CurvePoint point;
    std::vector<double> rates;        ///< One a pass.
    std::vector<double> milliseconds; ///< One a search.
};

class Measurement {
public:
    Measurement(const IndexedVectors& vectors, const CurveRequest& request, const TaskContext& context)
        : m_vectors(vectors), m_request(request), m_context(context)
    {
    }

    Status buildAll(std::span<const Index> ready);
    Status findReference();
    Status measureAll(const std::function<void(const CurvePoint&)>& onPoint);
    IndexCurve result() const;

private:
    Status build(std::size_t number, std::span<const Index> ready, BuildProgress& progress);
    void addContenders(const VectorIndex& index, const IndexOptions& options);
    Status measure(Contender& contender, bool first);
    Result<double> search(const Contender& contender, std::size_t query, std::vector<Neighbour>& found) const;
    static void summarise(Contender& contender);

    const IndexedVectors& m_vectors;
    const CurveRequest& m_request;
    const TaskContext& m_context;
    std::vector<IndexOptions> m_wanted; ///< Resolved; exact first.
    std::vector<Index> m_indexes;
    std::vector<CurveIndex> m_costs;
    std::vector<Contender> m_contenders;
    CurveReference m_reference;
};

Status Measurement::buildAll(std::span<const Index> ready)
{
    const IndexSituation situation{m_vectors.unit.rows(), m_vectors.unit.cols(), freeMemory()};
    IndexOptions exact;
    exact.kind = IndexKind::Exact;
    TW_ASSIGN(const IndexChoice exactChoice, chooseIndex(exact, situation));
    m_wanted.push_back(exactChoice.options);
    for (const IndexOptions& options : m_request.indexes) {
        TW_ASSIGN(const IndexChoice choice, chooseIndex(options, situation));
        if (choice.options.kind != IndexKind::Exact)
            m_wanted.push_back(choice.options);
    }
    BuildProgress progress(m_context, m_wanted.size());
    for (std::size_t i = 0; i < m_wanted.size(); ++i)
        TW_TRY(build(i, ready, progress));
    m_context.report(Stage::Building, 1000 * m_wanted.size(), 1000 * m_wanted.size());
    return {};
}

Status Measurement::build(std::size_t number, std::span<const Index> ready, BuildProgress& progress)
{
    const IndexOptions& options = m_wanted[number];
    progress.begin(number);
    progress.report(Stage::Building, 0, 1);
    const auto same = std::ranges::find_if(
        ready, [&](const Index& index) { return index && isBuiltSo(*index, options, m_vectors); });
    CurveIndex cost{{}, options, 0};
    if (same != ready.end()) {
        m_indexes.push_back(*same);
    } else {
        const auto start = std::chrono::steady_clock::now();
        TW_ASSIGN(auto built, buildIndex(m_vectors, options, TaskContext{m_context.stop, &progress}));
        cost.buildSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        m_indexes.push_back(std::move(built));
    }
    cost.facts = m_indexes.back()->facts();
    m_costs.push_back(cost);
    addContenders(*m_indexes.back(), options);
    return {};
}

void Measurement::addContenders(const VectorIndex& index, const IndexOptions& options)
{
    const IndexFacts facts = index.facts();
    const auto add = [&](int effort) {
        m_contenders.push_back({&index, {facts.kind, facts.layout, effort, 0, 0, 0, 0}, {}, {}});
    };
    switch (facts.kind) {
    case IndexKind::Hnsw:
        std::ranges::for_each(m_request.efforts, add);
        break;
    case IndexKind::IvfPq:
        for (const int probes : m_request.probes)
            if (probes <= options.lists)
                add(probes);
        break;
    default:
        // A graph that was rejected became exact: measured already.
        if (m_contenders.empty())
            add(0);
    }
}

Status Measurement::findReference()
{
    TW_ASSIGN(m_reference, CurveReference::find(m_vectors, m_request.k, m_request.queries, m_request.seed, m_context));
    return {};
}

/// The seconds it took.
Result<double> Measurement::search(const Contender& contender, std::size_t query, std::vector<Neighbour>& found) const
{
    const SearchOptions options{nullptr, contender.point.effort};
    const std::vector<float>& numbers = m_reference.query(query);
    const double start = threadSeconds();
    auto answer = contender.index->search(numbers, m_request.k + 1, options, m_context);
    const double seconds = threadSeconds() - start;
    if (!answer)
        return fail(std::move(answer).error());
    found = std::move(*answer);
    return seconds;
}

Status Measurement::measure(Contender& contender, bool first)
{
    Status status;
    onOneThread([&] {
        std::vector<Neighbour> found;
        for (std::size_t q = 0; first && q < std::min(kWarmUpQueries, m_reference.size()) && status; ++q)
            if (auto seconds = search(contender, q, found); !seconds)
                status = fail(std::move(seconds).error());
        double total = 0;
        double hits = 0;
        std::size_t asked = 0;
        for (; asked < m_reference.size() && status && (first || total < kLongestPassSeconds); ++asked) {
            auto seconds = search(contender, asked, found);
            if (!seconds) {
                status = fail(std::move(seconds).error());
                return;
            }
            total += *seconds;
            contender.milliseconds.push_back(*seconds * 1000);
            if (first)
                hits += m_reference.recall(asked, found);
        }
        if (first)
            contender.point.recall = hits / static_cast<double>(asked);
        contender.rates.push_back(static_cast<double>(asked) / std::max(total, 1e-9));
    });
    summarise(contender);
    return status;
}

void Measurement::summarise(Contender& contender)
{
    const auto quantile = [](std::vector<double> values, double share) {
        if (values.empty())
            return 0.0;
        const auto place = values.begin()
            + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    contender.point.queriesPerSecond = quantile(contender.rates, 0.5);
    contender.point.median = quantile(contender.milliseconds, 0.5);
    contender.point.slowest = quantile(contender.milliseconds, 0.99);
}

Status Measurement::measureAll(const std::function<void(const CurvePoint&)>& onPoint)
{
    const auto passes = static_cast<std::size_t>(std::max(m_request.passes, 1));
    const std::size_t total = passes * m_contenders.size();
    std::size_t done = 0;
    for (std::size_t pass = 0; pass < passes; ++pass) {
        for (Contender& contender : m_contenders) {
            m_context.report(Stage::Searching, done++, total);
            TW_TRY(m_context.check());
            TW_TRY(measure(contender, pass == 0));
            if (pass == 0 && onPoint)
                onPoint(contender.point);
        }
    }
    m_context.report(Stage::Searching, total, total);
    return {};
}

IndexCurve Measurement::result() const
{
    IndexCurve curve;
    curve.indexes = m_costs;
    for (const Contender& contender : m_contenders)
        curve.points.push_back(contender.point);
    curve.queries = m_reference.size();
    return curve;
}

} // namespace

Result<IndexCurve> measureIndexes(const IndexedVectors& vectors, const CurveRequest& request,
                                  std::span<const std::shared_ptr<const VectorIndex>> ready,
                                  const std::function<void(const CurvePoint&)>& onPoint, const TaskContext& context)
{
    if (vectors.unit.rows() < 2)
        return fail(ErrorCode::InvalidArgument, "vectors", "fewer than two rows have no neighbours to find");
    if (request.k == 0 || request.queries == 0)
        return fail(ErrorCode::InvalidArgument, request.k == 0 ? "k" : "queries", "must be at least 1");
    Measurement measurement(vectors, request, context);
    TW_TRY(measurement.buildAll(ready));
    TW_TRY(measurement.findReference());
    TW_TRY(measurement.measureAll(onPoint));
    return measurement.result();
}

} // namespace tw
