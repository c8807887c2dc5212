// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_graph.h"

#include <faiss/impl/HNSW.h>

#include <algorithm>

namespace tw {
namespace {

constexpr std::int32_t kEmptySlot = -1;

/// The graph as faiss numbers it: by row.
class RowGraph {
public:
    RowGraph(const HnswLinks& links, const DistinctRows& nodes, std::size_t rows, int m)
        : m_links(links), m_nodes(nodes), m_slots(static_cast<std::size_t>(m)), m_nodeOf(rows), m_next(rows, kEmptySlot),
          m_levels(rows, 1)
    {
        for (std::uint32_t node = 0; node < nodes.size(); ++node) {
            const std::span<const std::uint32_t> copies = nodes.rows(node);
            for (std::size_t i = 0; i < copies.size(); ++i) {
                m_nodeOf[copies[i]] = node;
                if (i + 1 < copies.size())
                    m_next[copies[i]] = static_cast<std::int32_t>(copies[i + 1]);
            }
        }
        for (const HnswLinks::Level& level : links.levels())
            for (const std::uint32_t node : level.nodes)
                ++m_levels[nodes.firstRow(node)];
    }

    /// Levels a row is on, the ground included.
    std::span<const std::int32_t> levels() const { return m_levels; }
    std::size_t slots(std::size_t row) const { return (static_cast<std::size_t>(m_levels[row]) + 1) * m_slots; }
    std::int32_t entryRow() const { return static_cast<std::int32_t>(m_nodes.firstRow(m_links.entryNode())); }

    /// Appends all slots of a row, from the ground up.
    void appendSlots(std::uint32_t row, std::vector<std::int32_t>& out) const
    {
        const std::size_t begin = out.size();
        const std::uint32_t node = m_nodeOf[row];
        if (m_next[row] != kEmptySlot)
            out.push_back(m_next[row]);
        if (row != m_nodes.firstRow(node))
            out.push_back(static_cast<std::int32_t>(m_nodes.firstRow(node)));
        for (const std::uint32_t neighbour : m_links.of(node))
            out.push_back(static_cast<std::int32_t>(m_nodes.firstRow(neighbour)));
        out.resize(begin + 2 * m_slots, kEmptySlot);
        for (std::size_t number = 0; number + 1 < static_cast<std::size_t>(m_levels[row]); ++number) {
            const HnswLinks::Level& level = m_links.levels()[number];
            const auto place = std::ranges::lower_bound(level.nodes, node) - level.nodes.begin();
            const std::size_t levelBegin = out.size();
            for (const std::uint32_t neighbour : level.of(static_cast<std::uint32_t>(place)))
                out.push_back(static_cast<std::int32_t>(m_nodes.firstRow(level.nodes[neighbour])));
            out.resize(levelBegin + m_slots, kEmptySlot);
        }
    }

private:
    const HnswLinks& m_links;
    const DistinctRows& m_nodes;
    std::size_t m_slots;
    std::vector<std::uint32_t> m_nodeOf;
    std::vector<std::int32_t> m_next; ///< The next copy of the same row.
    std::vector<std::int32_t> m_levels;
};

void writeSlots(FaissStream& stream, const RowGraph& graph, std::size_t rows, const TaskContext& context)
{
    constexpr std::size_t kRowsAtOnce = 4096;
    std::size_t total = 0;
    for (std::size_t row = 0; row < rows; ++row)
        total += graph.slots(row);
    stream.count(total);
    std::vector<std::int32_t> slots;
    for (std::size_t first = 0; first < rows && !stream.failed(); first += kRowsAtOnce) {
        if (const Status status = context.check(); !status)
            return stream.fail(status.error());
        slots.clear();
        for (std::size_t row = first; row < std::min(rows, first + kRowsAtOnce); ++row)
            graph.appendSlots(static_cast<std::uint32_t>(row), slots);
        stream.raw(std::span<const std::int32_t>(slots));
    }
}

} // namespace

void writeFaissGraph(FaissStream& stream, const HnswLinks& links, const DistinctRows& nodes,
                     const IndexOptions& options, const IndexedVectors& vectors, const TaskContext& context)
{
    const std::size_t rows = vectors.unit.rows();
    const RowGraph graph(links, nodes, rows, options.m);
    const faiss::HNSW shape(options.m);
    stream.letters("IHNf");
    writeFaissHeader(stream, vectors.unit.cols(), rows, vectors.metric);
    stream.array(std::span<const double>(shape.assign_probas));
    stream.array(std::span<const int>(shape.cum_nneighbor_per_level));
    stream.array(graph.levels());
    stream.count(rows + 1);
    std::uint64_t offset = 0;
    stream.value(offset);
    for (std::size_t row = 0; row < rows; ++row)
        stream.value(offset += graph.slots(row));
    writeSlots(stream, graph, rows, context);
    stream.value(graph.entryRow());
    stream.value(static_cast<std::int32_t>(links.levels().size()));
    stream.value(std::int32_t{options.efConstruction});
    stream.value(std::int32_t{options.efSearch});
    stream.value(std::int32_t{1}); // upper_beam
    writeFaissFlat(stream, vectors, context);
}

} // namespace tw
