// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_build.h"

#include "core/base/thread_pool.h"

#include <faiss/IndexHNSW.h>
#include <faiss/impl/DistanceComputer.h>
#include <omp.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <limits>
#include <thread>

namespace tw {
namespace {

/// What the threads of one build share.
class Build {
public:
    Build(const NodeCodes& nodeCodes, std::size_t already, const TaskContext& context)
        : codes(nodeCodes), m_done(already), m_context(context)
    {
        report(already);
    }

    /// Called once a node, by whichever thread links it.
    void began()
    {
        const std::size_t done = m_done.fetch_add(1, std::memory_order_relaxed);
        if (m_context.cancelled())
            stopped.store(true, std::memory_order_relaxed);
        // Sinks want numbers that never fall: only one thread reports.
        constexpr std::size_t kEvery = 64;
        if (std::this_thread::get_id() == m_caller && done >= m_reported + kEvery)
            report(done);
    }
    void report(std::size_t done)
    {
        m_reported = done;
        m_context.report(Stage::Building, done, codes.size());
    }

    const NodeCodes& codes;
    std::atomic<bool> stopped = false;

private:
    std::atomic<std::size_t> m_done;
    std::size_t m_reported = 0;
    const TaskContext& m_context;
    std::thread::id m_caller = std::this_thread::get_id();
};

/// Distances to one node by the codes. What faiss takes for the node's vector is its number: one float of dimension 1
/// whose bits are the number, so that no vector need be copied or coded twice.
class CodeDistance final : public faiss::DistanceComputer {
public:
    explicit CodeDistance(Build& build) : m_build(build), m_codes(build.codes), m_memory(build.codes.stride()) {}

    void set_query(const float* number) override
    {
        m_build.began();
        m_node = std::bit_cast<std::uint32_t>(*number);
        m_query = m_codes.asQuery(m_node, m_memory);
    }
    float operator()(idx_t node) override
    {
        if (m_build.stopped.load(std::memory_order_relaxed))
            return 0;
        return m_codes.distance(m_query, m_node, static_cast<std::uint32_t>(node));
    }
    float symmetric_dis(idx_t a, idx_t b) override
    {
        if (m_build.stopped.load(std::memory_order_relaxed))
            return 0;
        return m_codes.distance(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
    }

private:
    Build& m_build;
    const NodeCodes& m_codes;
    LargeVector<std::int8_t> m_memory;
    simd::Int8Query m_query;
    std::uint32_t m_node = 0;
};

/// The "storage" faiss builds a graph over: it holds no vectors, only counts those made known by add().
/// Declared as L2 because faiss negates the distances of inner-product storages.
class CodeStorage final : public faiss::Index {
public:
    explicit CodeStorage(Build& build) : faiss::Index(1, faiss::METRIC_L2), m_build(build) {}
    void add(idx_t count, const float*) override { ntotal += count; }
    void reset() override { ntotal = 0; }
    void search(idx_t, const float*, idx_t, float*, idx_t*, const faiss::SearchParameters*) const override
    {
        FAISS_THROW_MSG("only links are made");
    }
    faiss::DistanceComputer* get_distance_computer() const override { return new CodeDistance(m_build); }

private:
    Build& m_build;
};

/// OpenMP's thread count is a property of the calling thread; put back when done.
class OmpThreads {
public:
    explicit OmpThreads(int wanted)
    {
        const int most = std::min(m_before, static_cast<int>(parallelism()));
        omp_set_num_threads(wanted == 0 ? most : std::min(wanted, most));
    }
    ~OmpThreads() { omp_set_num_threads(m_before); }
    OmpThreads(const OmpThreads&) = delete;
    OmpThreads& operator=(const OmpThreads&) = delete;

private:
    int m_before = omp_get_max_threads();
};

/// Room for all nodes at once: faiss would make the array of slots anew batch by batch.
void reserve(faiss::HNSW& graph, std::size_t nodes, int m)
{
    graph.levels.reserve(nodes);
    graph.offsets.reserve(nodes + 1);
    const auto slots = static_cast<std::size_t>(m);
    // Of the nodes 1 / m lie on the level above the ground, 1 / m² on the next.
    graph.neighbors.reserve(nodes * 2 * slots + nodes + nodes / 4 + 1024 * slots);
}

} // namespace

Result<HnswLinks> extendLinks(const HnswLinks& before, const NodeCodes& codes, const IndexOptions& options,
                              const TaskContext& context)
{
    const std::size_t slots = 2 * static_cast<std::size_t>(options.m);
    if (codes.size() >= std::numeric_limits<std::uint32_t>::max() / slots)
        return fail(ErrorCode::InvalidArgument, "vectors", "too many for this many links a node");
    try {
        const OmpThreads threads(options.threads);
        Build build(codes, before.size(), context);
        faiss::IndexHNSWFlat index(1, options.m, faiss::METRIC_L2);
        delete index.storage;
        index.storage = new CodeStorage(build);
        index.own_fields = true;
        if (before.size() > 0)
            before.toFaiss(options.m, index.hnsw);
        index.hnsw.efConstruction = options.efConstruction;
        index.storage->ntotal = index.ntotal = static_cast<faiss::Index::idx_t>(before.size());
        reserve(index.hnsw, codes.size(), options.m);
        std::vector<float> numbers;
        for (std::size_t begin = before.size(); begin < codes.size(); begin += numbers.size()) {
            numbers.resize(std::min(kBuildBatch, codes.size() - begin));
            for (std::size_t i = 0; i < numbers.size(); ++i)
                numbers[i] = std::bit_cast<float>(static_cast<std::uint32_t>(begin + i));
            index.add(static_cast<faiss::Index::idx_t>(numbers.size()), numbers.data());
            TW_TRY(context.check());
        }
        build.report(codes.size());
        return HnswLinks::fromFaiss(index.hnsw);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, "hnsw", exception.what());
    }
}

Result<HnswLinks> buildLinks(const NodeCodes& codes, const IndexOptions& options, const TaskContext& context)
{
    return extendLinks(HnswLinks(), codes, options, context);
}

} // namespace tw
