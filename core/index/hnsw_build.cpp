// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_graph.h"
#include "core/index/hnsw_scratch.h"

#include "core/base/bytes.h"
#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/impl/DistanceComputer.h>
#include <faiss/impl/io.h>
#include <faiss/index_io.h>
#include <omp.h>

#include <cstring>

namespace tw {
namespace {

/// 1 − inner product over the rows that stand for the nodes.
class MatrixDistance final : public faiss::DistanceComputer {
public:
    MatrixDistance(MatrixView vectors, const DistinctRows& nodes) : m_vectors(vectors), m_nodes(nodes) {}

    void set_query(const float* query) override { m_query = {query, m_vectors.cols()}; }
    float operator()(idx_t node) override { return 1.0F - simd::dot(m_query, vector(node)); }
    float symmetric_dis(idx_t a, idx_t b) override { return 1.0F - simd::dot(vector(a), vector(b)); }

private:
    std::span<const float> vector(idx_t node) const
    {
        return m_vectors.row(m_nodes.firstRow(static_cast<std::uint32_t>(node)));
    }
    MatrixView m_vectors;
    const DistinctRows& m_nodes;
    std::span<const float> m_query;
};

/// The "storage" faiss builds a graph over: it holds no vectors, only counts those made known by add().
/// Declared as L2 because faiss negates the distances of inner-product storages.
class MatrixStorage final : public faiss::Index {
public:
    MatrixStorage(MatrixView vectors, const DistinctRows& nodes)
        : faiss::Index(static_cast<idx_t>(vectors.cols()), faiss::METRIC_L2), m_vectors(vectors), m_nodes(nodes)
    {
    }
    void add(idx_t count, const float*) override { ntotal += count; }
    void reset() override { ntotal = 0; }
    void search(idx_t, const float*, idx_t, float*, idx_t*, const faiss::SearchParameters*) const override
    {
        FAISS_THROW_MSG("only the graph is searched");
    }
    faiss::DistanceComputer* get_distance_computer() const override { return new MatrixDistance(m_vectors, m_nodes); }

private:
    MatrixView m_vectors;
    const DistinctRows& m_nodes;
};

/// OpenMP's thread count is a property of the calling thread; put back when done.
class OmpThreads {
public:
    OmpThreads() { omp_set_num_threads(std::min(m_before, static_cast<int>(parallelism()))); }
    ~OmpThreads() { omp_set_num_threads(m_before); }
    OmpThreads(const OmpThreads&) = delete;
    OmpThreads& operator=(const OmpThreads&) = delete;

private:
    int m_before = omp_get_max_threads();
};

void setStorage(faiss::IndexHNSWFlat& index, std::unique_ptr<faiss::Index> storage)
{
    if (index.own_fields)
        delete index.storage;
    index.storage = storage.release();
    index.own_fields = true;
}

/// What faiss writes before the content of an index of the given kind; false when it is anything else.
bool readHead(ByteReader& reader, std::string_view kind, std::size_t dim, std::size_t count)
{
    std::array<char, 4> name = reader.value<std::array<char, 4>>();
    const auto storedDim = reader.value<std::int32_t>();
    const auto storedCount = reader.value<std::int64_t>();
    static_cast<void>(reader.value<std::array<std::int64_t, 2>>()); // unused by faiss
    static_cast<void>(reader.value<std::uint8_t>());                // whether trained; these kinds always are
    const auto metric = reader.value<std::int32_t>();
    return !reader.failed() && std::string_view(name.data(), name.size()) == kind && metric == faiss::METRIC_L2
        && storedDim == static_cast<std::int32_t>(dim) && storedCount == static_cast<std::int64_t>(count);
}

/// Reads what faiss::write_index wrote of a graph over an empty flat storage, and nothing else. faiss' own reader makes
/// an index of whatever kind the bytes name, trusts their sizes and leaks when it fails.
bool readGraph(std::span<const std::byte> bytes, faiss::IndexHNSWFlat& index, std::size_t nodeCount)
{
    ByteReader reader(bytes);
    const auto dim = static_cast<std::size_t>(index.d);
    if (!readHead(reader, "IHNf", dim, nodeCount))
        return false;
    faiss::HNSW& hnsw = index.hnsw;
    hnsw.assign_probas = reader.array<double>();
    hnsw.cum_nneighbor_per_level = reader.array<int>();
    hnsw.levels = reader.array<int>();
    hnsw.offsets = reader.array<std::size_t>();
    hnsw.neighbors = reader.array<faiss::HNSW::storage_idx_t>();
    hnsw.entry_point = reader.value<faiss::HNSW::storage_idx_t>();
    hnsw.max_level = reader.value<int>();
    hnsw.efConstruction = reader.value<int>();
    hnsw.efSearch = reader.value<int>();
    hnsw.upper_beam = reader.value<int>();
    index.ntotal = static_cast<faiss::Index::idx_t>(nodeCount);
    return readHead(reader, "IxF2", dim, 0) && reader.value<std::uint64_t>() == 0 && reader.finished();
}

Status addInBatches(faiss::IndexHNSWFlat& index, MatrixView vectors, const DistinctRows& nodes,
                    const TaskContext& context)
{
    Matrix batch(std::min(HnswGraph::kBatchNodes, nodes.size()), vectors.cols());
    for (std::size_t begin = 0; begin < nodes.size(); begin += HnswGraph::kBatchNodes) {
        TW_TRY(context.check());
        context.report(Stage::Building, begin, nodes.size());
        const std::size_t count = std::min(HnswGraph::kBatchNodes, nodes.size() - begin);
        for (std::size_t i = 0; i < count; ++i)
            std::ranges::copy(vectors.row(nodes.firstRow(static_cast<std::uint32_t>(begin + i))), batch.row(i).begin());
        index.add(static_cast<faiss::Index::idx_t>(count), batch.data());
    }
    context.report(Stage::Building, nodes.size(), nodes.size());
    return {};
}

/// True when every link of the node leads to a node that exists on that level.
bool linksFit(const faiss::HNSW& hnsw, std::size_t node)
{
    for (int level = 0; level < hnsw.levels[node]; ++level) {
        std::size_t begin = 0;
        std::size_t end = 0;
        hnsw.neighbor_range(static_cast<faiss::HNSW::idx_t>(node), level, &begin, &end);
        // Only -1 ends a list; any other negative number would be walked along.
        for (std::size_t i = begin; i < end && hnsw.neighbors[i] != -1; ++i) {
            const auto other = static_cast<std::size_t>(hnsw.neighbors[i]);
            if (other >= hnsw.levels.size() || hnsw.levels[other] <= level)
                return false;
        }
    }
    return true;
}

/// Everything our search relies on; a graph that fails could be walked out of its memory.
bool graphFits(const faiss::IndexHNSWFlat& index, std::size_t nodeCount, std::size_t dim, const IndexOptions& options)
{
    const faiss::HNSW& hnsw = index.hnsw;
    faiss::HNSW expected(options.m);
    if (index.d != static_cast<int>(dim) || index.ntotal != static_cast<faiss::Index::idx_t>(nodeCount)
        || hnsw.levels.size() != nodeCount || hnsw.offsets.size() != nodeCount + 1 || hnsw.offsets.front() != 0
        || hnsw.offsets.back() != hnsw.neighbors.size()
        || hnsw.cum_nneighbor_per_level != expected.cum_nneighbor_per_level)
        return false;
    const auto levelCount = static_cast<int>(hnsw.cum_nneighbor_per_level.size()) - 1;
    int highest = 0;
    for (std::size_t node = 0; node < nodeCount; ++node) {
        const int levels = hnsw.levels[node];
        if (levels < 1 || levels > levelCount)
            return false;
        const auto slots = static_cast<std::size_t>(hnsw.cum_nb_neighbors(levels));
        if (hnsw.offsets[node] + slots != hnsw.offsets[node + 1])
            return false;
        highest = std::max(highest, levels);
    }
    if (hnsw.entry_point < 0 || static_cast<std::size_t>(hnsw.entry_point) >= nodeCount || hnsw.max_level != highest - 1
        || hnsw.levels[static_cast<std::size_t>(hnsw.entry_point)] != highest)
        return false;
    for (std::size_t node = 0; node < nodeCount; ++node)
        if (!linksFit(hnsw, node))
            return false;
    return true;
}

} // namespace

HnswGraph::HnswGraph(MatrixView vectors, const DistinctRows& nodes) : m_vectors(vectors), m_nodes(&nodes) {}

HnswGraph::~HnswGraph() = default;

Result<std::unique_ptr<HnswGraph>> HnswGraph::build(MatrixView vectors, const DistinctRows& nodes,
                                                    const IndexOptions& options, const TaskContext& context)
{
    try {
        const OmpThreads threads;
        std::unique_ptr<HnswGraph> graph(new HnswGraph(vectors, nodes));
        const auto dim = static_cast<int>(vectors.cols());
        graph->m_index = std::make_unique<faiss::IndexHNSWFlat>(dim, options.m, faiss::METRIC_L2);
        graph->m_index->hnsw.efConstruction = options.efConstruction;
        setStorage(*graph->m_index, std::make_unique<MatrixStorage>(vectors, nodes));
        TW_TRY(addInBatches(*graph->m_index, vectors, nodes, context));
        // From here on only the links are used, and an empty storage is what gets serialised.
        setStorage(*graph->m_index, std::make_unique<faiss::IndexFlatL2>(dim));
        return graph;
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, "hnsw", exception.what());
    }
}

Result<std::vector<std::uint8_t>> HnswGraph::serialise() const
{
    try {
        faiss::VectorIOWriter writer;
        faiss::write_index(m_index.get(), &writer);
        return std::move(writer.data);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, "hnsw", exception.what());
    }
}

Result<std::unique_ptr<HnswGraph>> HnswGraph::parse(std::span<const std::byte> bytes, MatrixView vectors,
                                                    const DistinctRows& nodes, const IndexOptions& options)
{
    try {
        std::unique_ptr<HnswGraph> graph(new HnswGraph(vectors, nodes));
        graph->m_index
            = std::make_unique<faiss::IndexHNSWFlat>(static_cast<int>(vectors.cols()), options.m, faiss::METRIC_L2);
        if (!readGraph(bytes, *graph->m_index, nodes.size()))
            return fail(ErrorCode::Damaged, {}, "not a graph of ours");
        if (!graphFits(*graph->m_index, nodes.size(), vectors.cols(), options))
            return fail(ErrorCode::Damaged, {}, "the graph does not fit the vectors");
        return graph;
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Damaged, {}, exception.what());
    }
}

} // namespace tw
