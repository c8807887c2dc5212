// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/index/large_vector.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace faiss {
struct HNSW;
}

namespace tw {

class PieceWriter;

/// The links of a hierarchical navigable small world graph (Malkov & Yashunin 2018), packed: faiss gives each node
/// 2·m slots on the ground level and leaves a third of them empty. Private to core/index. Immutable once made.
///
/// A search begins at entry() on the highest level, goes greedily, steps down by below[] and ends on the ground, level 0,
/// where all nodes are:
///     std::uint32_t place = links.entry();
///     for (std::size_t level = links.levels().size(); level-- > 0;) { …; place = links.levels()[level].below[place]; }
///     // now `place` is a node
class HnswLinks {
public:
    /// A level above the ground: its nodes, numbered anew as "places".
    struct Level {
        std::vector<std::uint32_t> nodes;  ///< [places] The node of each place, rising.
        std::vector<std::uint32_t> below;  ///< [places] Its place on the level below; on the lowest of these, its node.
        std::vector<std::uint32_t> starts; ///< [places + 1] Where each place's links begin.
        std::vector<std::uint32_t> links;  ///< Places on this level, best first as faiss had them.

        std::span<const std::uint32_t> of(std::uint32_t place) const
        {
            return std::span(links).subspan(starts[place], starts[place + 1] - starts[place]);
        }
    };

    /// No nodes.
    HnswLinks() = default;
    /// Lossless but for empty slots: lists keep their order. Precondition: a sound graph with at least one node and
    /// fewer than 2³² links.
    static HnswLinks fromFaiss(const faiss::HNSW& graph);
    /// The same graph as faiss has it, with 2·m and m slots, ready to be added to.
    /// Precondition: no list is longer than that (read() checks it). Draws of levels go on from a seed made of the
    /// number of nodes.
    void toFaiss(int m, faiss::HNSW& graph) const;

    /// Borrows: this must stay until the file is written.
    void write(PieceWriter& writer) const;
    /// Reads what write() wrote and checks all that walking relies on: every list within its level and its 2·m or m
    /// slots, levels that nest. None when anything is amiss.
    static std::optional<HnswLinks> read(ByteReader& reader, std::size_t nodes, int m);

    std::size_t size() const { return m_starts.empty() ? 0 : m_starts.size() - 1; } ///< Nodes.
    std::size_t linkCount() const { return m_links.size(); }                        ///< On the ground level.
    /// The links of a node on the ground level, best first.
    std::span<const std::uint32_t> of(std::uint32_t node) const
    {
        return {m_links.data() + m_starts[node], m_starts[node + 1] - m_starts[node]};
    }
    /// Asks for a node's links ahead of their use.
    void prefetch(std::uint32_t node) const
    {
        const std::uint32_t* first = m_links.data() + m_starts[node];
        __builtin_prefetch(first);
        __builtin_prefetch(first + 16);
        __builtin_prefetch(first + 32);
    }
    /// Levels above the ground, lowest first; may be none.
    std::span<const Level> levels() const { return m_levels; }
    /// Where searches begin: a place on levels().back(), a node where there is no such level.
    std::uint32_t entry() const { return m_entry; }
    /// The same as a node.
    std::uint32_t entryNode() const { return m_levels.empty() ? m_entry : m_levels.back().nodes[m_entry]; }
    /// Memory taken.
    std::uint64_t bytes() const;

private:
    bool sound(std::size_t nodes, int m) const;
    void findPlacesBelow();

    LargeVector<std::uint32_t> m_starts; ///< [nodes + 1]
    LargeVector<std::uint32_t> m_links;
    std::vector<Level> m_levels;
    std::uint32_t m_entry = 0;
};

} // namespace tw
