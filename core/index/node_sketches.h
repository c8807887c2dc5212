// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/component_codes.h"
#include "core/index/distinct_rows.h"
#include "core/index/hnsw_links.h"
#include "core/index/rabitq_codes.h"

#include <variant>

namespace tw {

class PieceWriter;

/// A query as either kind wants it; keeps its memory from search to search.
struct SketchQuery {
    std::vector<float> seen;
    RabitqCodes::Query signs;
    ComponentCodes::Query components;

    template <class Codes>
    typename Codes::Query& of()
    {
        if constexpr (std::is_same_v<Codes, RabitqCodes>)
            return signs;
        else
            return components;
    }
};

/// Which kind of sketch to make; the one that was measured to serve best unless a test or a benchmark wants another.
enum class SketchKind { Measured, Signs, Components };

/// What the fast layout walks a graph with: one or two cache lines a node from which the node's score is estimated.
/// There are two kinds, and which one serves is measured when they are made, on the vectors and the graph at hand:
/// leading components (component_codes.h) where a few directions hold most of the variance, as with text encoders;
/// signs of all directions (rabitq_codes.h) where they don't. Private to core/index. Immutable while searched.
class NodeSketches {
public:
    using Codes = std::variant<RabitqCodes, ComponentCodes>;

    /// Fits both kinds, measures them and encodes all nodes with the one that serves. Deterministic. Of the kinds that
    /// keep kWantedKept of the nearest the smallest is taken, otherwise the one that keeps most.
    /// None where even that keeps fewer than kFewestKept (unless `wanted` names a kind): a walk would miss too much.
    /// Precondition: the links are those of the nodes, and all nodes have rows. Errors: Cancelled.
    static Result<std::optional<NodeSketches>> make(const IndexedVectors& vectors, const DistinctRows& nodes,
                                                    const HnswLinks& links, const TaskContext& context,
                                                    SketchKind wanted = SketchKind::Measured);
    /// The same kind, fitted as it was, for the nodes size() .. nodes.size() − 1, which must have rows.
    /// Errors: Cancelled: throw the sketches away then.
    Status append(const IndexedVectors& vectors, const DistinctRows& nodes, const TaskContext& context);

    /// Whether there are so many more nodes than those it was made for that it should be made anew.
    bool outgrownBy(std::size_t nodes) const { return nodes > m_fittedNodes + m_fittedNodes / 2; }

    const Codes& codes() const { return m_codes; }
    std::size_t size() const;
    std::uint64_t bytes() const;
    /// How far an estimate may be off: the true score is at most the estimated one plus this (mean and three standard
    /// deviations of what was measured near sampled nodes). Re-ranking ends by it.
    float margin() const { return m_margin; }
    /// What was measured: of the ten nodes nearest to a sampled one among those within two links, the share that are
    /// also among the kAmong best by estimate.
    float kept() const { return m_kept; }
    static constexpr std::size_t kAmong = 20;
    static constexpr float kWantedKept = 0.99F;
    static constexpr float kFewestKept = 0.85F;

    /// Borrows: this must stay until the file is written.
    void write(PieceWriter& writer) const;
    /// None when the parts do not fit each other, or numbers are not finite.
    static std::optional<NodeSketches> read(ByteReader& reader, std::size_t nodes, std::size_t dim);

private:
    explicit NodeSketches(Codes codes) : m_codes(std::move(codes)) {}

    Codes m_codes;
    float m_margin = 0;
    float m_kept = 0;
    std::uint64_t m_fittedNodes = 0;
};

} // namespace tw
