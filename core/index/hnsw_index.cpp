// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_index.h"

#include "core/base/thread_pool.h"
#include "core/index/exact_scan.h"
#include "core/index/index_file.h"

namespace tw {

HnswIndex::HnswIndex(IndexedVectors vectors, const IndexOptions& options, DistinctRows nodes)
    : m_vectors(std::move(vectors)), m_options(options), m_nodes(std::move(nodes))
{
}

Result<std::shared_ptr<const HnswIndex>> HnswIndex::build(IndexedVectors vectors, const IndexOptions& options,
                                                          const TaskContext& context)
{
    std::shared_ptr<HnswIndex> index(new HnswIndex(vectors, options, DistinctRows::of(vectors.unit)));
    TW_ASSIGN(index->m_graph, HnswGraph::build(vectors.unit, index->m_nodes, options, context));
    return index;
}

Result<std::shared_ptr<const HnswIndex>> HnswIndex::fromFile(IndexFile content, IndexedVectors vectors)
{
    auto nodes
        = DistinctRows::fromParts(std::move(content.starts), std::move(content.groupedRows), vectors.unit.rows());
    if (!nodes || nodes->size() == 0)
        return fail(ErrorCode::Damaged, {}, "the grouping of equal rows does not fit the vectors");
    std::shared_ptr<HnswIndex> index(
        new HnswIndex(vectors, content.options, std::move(*nodes)));
    TW_ASSIGN(index->m_graph,
              HnswGraph::parse(std::as_bytes(std::span(content.graph)), vectors.unit, index->m_nodes, content.options));
    return index;
}

Result<double> HnswIndex::selfRecall(const TaskContext& context) const
{
    constexpr std::size_t kAmong = 10;
    const std::size_t samples = std::min(kCheckedNodes, m_nodes.size());
    const auto width = std::max(kAmong, static_cast<std::size_t>(m_options.efSearch));
    std::atomic<std::size_t> found = 0;
    std::atomic<std::size_t> done = 0;
    context.report(Stage::Checking, 0, samples);
    TW_TRY(parallelFor(samples, 50, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto node = static_cast<std::uint32_t>(i * m_nodes.size() / samples);
            const auto nearest = m_graph->search(m_vectors.unit.row(m_nodes.firstRow(node)), width, {}, context);
            if (!nearest)
                return;
            const auto among = std::span(*nearest).first(std::min(kAmong, nearest->size()));
            if (std::ranges::find(among, node, &HnswGraph::Found::node) != among.end())
                ++found;
            ++done;
        }
    }));
    TW_TRY(context.check());
    context.report(Stage::Checking, done, samples);
    return samples == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(samples);
}

Result<std::vector<Neighbour>> HnswIndex::search(std::span<const float> query, std::size_t k,
                                                 const SearchOptions& options, const TaskContext& context) const
{
    const RowFilter* filter = options.filter;
    TW_ASSIGN(const std::vector<float> unit, unitQuery(query, dim(), k));
    const std::size_t excluded = filter ? std::min(filter->excludedCount(), size()) : 0;
    const std::size_t eligible = size() - excluded;
    // A walk that keeps an eighth of the nodes, or finds nine of ten of them forbidden, costs more than looking at all.
    const bool graphServes = k < m_nodes.size() / 8 && eligible > size() / 10;
    if (graphServes) {
        TW_ASSIGN(std::vector<Neighbour> nearest, searchGraph(unit, k, filter, context));
        if (nearest.size() >= std::min(k, eligible))
            return nearest;
    }
    return scanRows(unit, m_vectors.unit, k, filter, context);
}

Result<std::vector<Neighbour>> HnswIndex::searchGraph(std::span<const float> unit, std::size_t k,
                                                      const RowFilter* filter, const TaskContext& context) const
{
    const auto isExcluded = [filter](std::uint32_t row) { return filter && filter->excludes(row); };
    std::function<bool(std::uint32_t)> accepts;
    if (filter && filter->excludedCount() > 0)
        accepts = [&](std::uint32_t node) { return !std::ranges::all_of(m_nodes.rows(node), isExcluded); };
    const std::size_t width = std::max(k, static_cast<std::size_t>(m_options.efSearch));
    TW_ASSIGN(const std::vector<HnswGraph::Found> found, m_graph->search(unit, width, accepts, context));
    std::vector<Neighbour> nearest;
    for (const HnswGraph::Found& node : found) {
        const float similarity = std::clamp(node.similarity, -1.0F, 1.0F);
        // Nodes as good as the last one may still hold lower rows.
        if (nearest.size() >= k && similarity < nearest.back().similarity)
            break;
        for (const std::uint32_t row : m_nodes.rows(node.node))
            if (!isExcluded(row))
                nearest.push_back({row, similarity});
    }
    std::ranges::sort(nearest, isBetter);
    nearest.resize(std::min(nearest.size(), k));
    return nearest;
}

IndexFacts HnswIndex::facts() const
{
    IndexFacts facts;
    facts.kind = IndexKind::Hnsw;
    facts.vectorBytes = std::uint64_t{size()} * dim() * sizeof(float);
    facts.nodes = m_nodes.size();
    return facts;
}

Status HnswIndex::save(const std::filesystem::path& path) const
{
    IndexFile content;
    content.kind = IndexKind::Hnsw;
    content.options = m_options;
    content.starts.assign(m_nodes.starts().begin(), m_nodes.starts().end());
    content.groupedRows.assign(m_nodes.groupedRows().begin(), m_nodes.groupedRows().end());
    TW_ASSIGN(content.graph, m_graph->serialise());
    return writeIndexFile(path, content, m_vectors.unit);
}

} // namespace tw
