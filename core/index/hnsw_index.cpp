// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_index.h"

#include "core/base/thread_pool.h"
#include "core/index/hnsw_build.h"
#include "core/index/index_file.h"

#include <atomic>
#include <cstring>

namespace tw {
namespace {

std::span<const float> lengthsThatMatter(const IndexedVectors& vectors)
{
    return vectors.metric == Metric::Cosine ? std::span<const float>() : vectors.lengths;
}

float lengthAt(const IndexedVectors& vectors, std::size_t row)
{
    return lengthsThatMatter(vectors).empty() ? 1.0F : vectors.lengths[row];
}

bool sameVector(const IndexedVectors& a, std::size_t rowA, const IndexedVectors& b, std::size_t rowB)
{
    return lengthAt(a, rowA) == lengthAt(b, rowB)
        && std::memcmp(a.unit.row(rowA).data(), b.unit.row(rowB).data(), a.unit.cols() * sizeof(float)) == 0;
}

/// Rows that were there before keep their nodes; vectors that are new get nodes behind the old ones.
Result<DistinctRows> grownNodes(const DistinctRows& before, const IndexedVectors& old, const IndexedVectors& vectors,
                                std::span<const std::uint32_t> rowBefore, const TaskContext& context)
{
    constexpr std::uint32_t kNone = Neighbour::kNone;
    const std::vector<std::uint32_t> oldNodeOf = before.nodeOfRow();
    const DistinctRows groups = DistinctRows::of(vectors.unit, lengthsThatMatter(vectors));
    std::vector<std::uint32_t> nodeOf(vectors.unit.rows(), kNone);
    auto fresh = static_cast<std::uint32_t>(before.size());
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        if (group % 4096 == 0)
            TW_TRY(context.check());
        std::uint32_t node = kNone;
        for (const std::uint32_t row : groups.rows(group)) {
            const std::uint32_t oldRow = rowBefore[row];
            if (oldRow == kNone)
                continue;
            if (oldRow >= oldNodeOf.size() || !sameVector(old, oldRow, vectors, row))
                return fail(Error{ErrorCode::InvalidArgument, "rowBefore", "names a row of another vector", row});
            node = oldNodeOf[oldRow];
        }
        if (node == kNone)
            node = fresh++;
        for (const std::uint32_t row : groups.rows(group))
            nodeOf[row] = node;
    }
    return DistinctRows::fromNodes(nodeOf, fresh);
}

} // namespace

HnswIndex::HnswIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason, HnswGraph graph)
    : m_vectors(std::move(vectors)), m_options(options), m_reason(reason), m_graph(std::move(graph)),
      m_removed(m_graph.nodes.emptyCount())
{
}

Result<std::shared_ptr<const HnswIndex>> HnswIndex::build(IndexedVectors vectors, const IndexOptions& options,
                                                          IndexReason reason, const TaskContext& context)
{
    HnswGraph graph{DistinctRows::of(vectors.unit, lengthsThatMatter(vectors)),
                    NodeCodes(vectors.unit.cols(), vectors.metric), HnswLinks()};
    context.report(Stage::Building, 0, graph.nodes.size());
    TW_TRY(graph.codes.append(vectors, graph.nodes, 0, context));
    TW_ASSIGN(graph.links, buildLinks(graph.codes, options, context));
    if (options.layout == IndexLayout::Fast) {
        TW_ASSIGN(graph.sketches, NodeSketches::make(vectors, graph.nodes, graph.links, context));
    }
    std::shared_ptr<HnswIndex> index(new HnswIndex(std::move(vectors), options, reason, std::move(graph)));
    TW_TRY(index->checkItself(context));
    return index;
}

Result<std::shared_ptr<const HnswIndex>> HnswIndex::extend(const HnswIndex& before, IndexedVectors vectors,
                                                           std::span<const std::uint32_t> rowBefore,
                                                           const TaskContext& context)
{
    const HnswGraph& old = before.m_graph;
    TW_ASSIGN(DistinctRows nodes, grownNodes(old.nodes, before.m_vectors, vectors, rowBefore, context));
    HnswGraph graph{std::move(nodes), old.codes, HnswLinks()};
    TW_TRY(graph.codes.append(vectors, graph.nodes, old.codes.size(), context));
    TW_ASSIGN(graph.links, extendLinks(old.links, graph.codes, before.m_options, context));
    if (old.sketches && old.sketches->outgrownBy(graph.nodes.size()) && graph.nodes.emptyCount() == 0) {
        TW_ASSIGN(graph.sketches, NodeSketches::make(vectors, graph.nodes, graph.links, context));
    } else if (old.sketches) {
        graph.sketches = old.sketches;
        TW_TRY(graph.sketches->append(vectors, graph.nodes, context));
    }
    std::shared_ptr<HnswIndex> index(
        new HnswIndex(std::move(vectors), before.m_options, before.m_reason, std::move(graph)));
    TW_TRY(index->checkItself(context));
    return index;
}

Result<std::shared_ptr<const HnswIndex>> HnswIndex::fromFile(const IndexFileContent& content, IndexedVectors vectors)
{
    const auto damaged = [](const char* what) { return fail(ErrorCode::Damaged, {}, what); };
    ByteReader rows = content.section(IndexSection::Rows);
    std::optional<DistinctRows> nodes;
    if (rows.value<std::uint8_t>() != 0) {
        nodes = DistinctRows::identity(vectors.unit.rows());
    } else {
        auto starts = rows.array<std::uint32_t>();
        auto grouped = rows.array<std::uint32_t>();
        nodes = DistinctRows::fromParts(std::move(starts), std::move(grouped), vectors.unit.rows());
    }
    if (!rows.finished() || !nodes || nodes->size() == nodes->emptyCount() || nodes->size() != content.head.facts.nodes)
        return damaged("the grouping of equal rows does not fit the vectors");
    ByteReader codeBytes = content.section(IndexSection::Codes);
    auto codes = NodeCodes::read(codeBytes, nodes->size(), vectors.unit.cols(), vectors.metric);
    if (!codes || !codeBytes.finished())
        return damaged("the codes do not fit the vectors");
    ByteReader linkBytes = content.section(IndexSection::Links);
    auto links = HnswLinks::read(linkBytes, nodes->size(), content.head.options.m);
    if (!links || !linkBytes.finished())
        return damaged("the links do not fit the nodes");
    HnswGraph graph{std::move(*nodes), std::move(*codes), std::move(*links)};
    if (content.head.facts.layout == IndexLayout::Fast) {
        ByteReader sketchBytes = content.section(IndexSection::Fast);
        graph.sketches = NodeSketches::read(sketchBytes, graph.nodes.size(), vectors.unit.cols());
        if (!graph.sketches || !sketchBytes.finished())
            return damaged("the fast layout's codes do not fit the vectors");
    }
    std::shared_ptr<HnswIndex> index(
        new HnswIndex(std::move(vectors), content.head.options, content.head.facts.reason, std::move(graph)));
    index->m_selfRecall = content.head.facts.selfRecall;
    return index;
}

Status HnswIndex::checkItself(const TaskContext& context)
{
    std::vector<std::uint32_t> live;
    for (std::uint32_t node = 0; node < m_graph.nodes.size(); ++node)
        if (!m_graph.nodes.rows(node).empty())
            live.push_back(node);
    const std::size_t samples = std::min(kCheckedNodes, live.size());
    std::atomic<std::size_t> found = 0;
    context.report(Stage::Checking, 0, samples);
    TW_TRY(parallelFor(samples, 50, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            found += findsItself(live[i * live.size() / samples], context).value_or(false);
    }));
    TW_TRY(context.check());
    context.report(Stage::Checking, samples, samples);
    m_selfRecall = samples == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(samples);
    return {};
}

double HnswIndex::removedShareAfter(std::span<const std::uint32_t> rowBefore) const
{
    const std::vector<std::uint32_t> nodeOf = m_graph.nodes.nodeOfRow();
    std::vector<bool> stays(m_graph.nodes.size(), false);
    for (const std::uint32_t row : rowBefore)
        if (row < nodeOf.size())
            stays[nodeOf[row]] = true;
    return static_cast<double>(std::ranges::count(stays, false)) / static_cast<double>(stays.size());
}

IndexFacts HnswIndex::facts() const
{
    IndexFacts facts;
    facts.kind = IndexKind::Hnsw;
    facts.reason = m_reason;
    facts.layout = m_graph.sketches ? IndexLayout::Fast : IndexLayout::Small;
    facts.codeBytes = m_graph.codes.bytes() + (m_graph.sketches ? m_graph.sketches->bytes() : 0);
    facts.linkBytes = m_graph.links.bytes() + m_graph.nodes.bytes();
    facts.vectorBytes = std::uint64_t{size()} * dim() * sizeof(float);
    facts.nodes = m_graph.nodes.size();
    facts.removed = m_removed;
    facts.selfRecall = m_selfRecall;
    return facts;
}

Status HnswIndex::save(const std::filesystem::path& path) const
{
    IndexFileWriter writer;
    PieceWriter& rows = writer.section(IndexSection::Rows);
    rows.value(static_cast<std::uint8_t>(m_graph.nodes.isIdentity()));
    if (!m_graph.nodes.isIdentity()) {
        rows.array(m_graph.nodes.starts());
        rows.array(std::span(m_graph.nodes.groupedRows()));
    }
    m_graph.codes.write(writer.section(IndexSection::Codes));
    m_graph.links.write(writer.section(IndexSection::Links));
    if (m_graph.sketches)
        m_graph.sketches->write(writer.section(IndexSection::Fast));
    return writer.write(path, {m_options, facts()}, m_vectors);
}

} // namespace tw
