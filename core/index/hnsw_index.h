// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/hnsw_codes.h"
#include "core/index/hnsw_links.h"
#include "core/index/hnsw_walk.h"
#include "core/index/node_sketches.h"
#include "core/index/vector_index.h"

namespace tw {

class ExactSimilarity;
struct IndexFileContent;

/// The graph over the distinct vectors: which rows its nodes stand for, codes to walk it with, links to walk along.
struct HnswGraph {
    DistinctRows nodes;
    NodeCodes codes;
    HnswLinks links;
    std::optional<NodeSketches> sketches = {}; ///< With the fast layout.
};

/// Approximate neighbours through a graph over the distinct rows, walked with 8-bit codes or, in the fast layout, with
/// sketches; the best are ordered anew by their float rows. Where the graph is the wrong tool (many neighbours wanted,
/// most rows filtered out, or too few found) it looks at all rows instead.
class HnswIndex final : public VectorIndex {
public:
    /// Progress in Stage::Building, then Stage::Checking. The graph may be poor: see selfRecall().
    /// Precondition: at least one row; rows are finite and of unit length. Errors: Cancelled, Internal.
    static Result<std::shared_ptr<const HnswIndex>> build(IndexedVectors vectors, const IndexOptions& options,
                                                          IndexReason reason, const TaskContext& context);
    /// See extendIndex(). The graph that comes out may have too many removed nodes, or be poor.
    /// Errors: Cancelled, Internal, InvalidArgument (rowBefore names a row of another vector).
    static Result<std::shared_ptr<const HnswIndex>> extend(const HnswIndex& before, IndexedVectors vectors,
                                                           std::span<const std::uint32_t> rowBefore,
                                                           const TaskContext& context);
    /// From a file that was verified to belong to these vectors. Errors: Damaged.
    static Result<std::shared_ptr<const HnswIndex>> fromFile(const IndexFileContent& content, IndexedVectors vectors);

    /// Share of up to kCheckedNodes distinct rows, evenly spread, that are among the ten nearest of themselves. With
    /// Metric::InnerProduct, where a row need not be near itself, by the distance the graph was linked with.
    double selfRecall() const { return m_selfRecall; }
    static constexpr std::size_t kCheckedNodes = 1000;
    /// Share of nodes that would be without rows if only these rows stayed; see extendIndex().
    double removedShareAfter(std::span<const std::uint32_t> rowBefore) const;

    const HnswGraph& graph() const { return m_graph; }

    IndexKind kind() const override { return IndexKind::Hnsw; }
    std::size_t size() const override { return m_vectors.unit.rows(); }
    std::size_t dim() const override { return m_vectors.unit.cols(); }
    Metric metric() const override { return m_vectors.metric; }
    const IndexOptions& options() const override { return m_options; }
    IndexFacts facts() const override;
    using VectorIndex::search;
    Result<std::vector<Neighbour>> search(std::span<const float> query, std::size_t k, const SearchOptions& options,
                                          const TaskContext& context) const override;
    Status save(const std::filesystem::path& path) const override;

private:
    /// What one search needs; kept so that none allocates.
    struct Scratch {
        GraphScratch walk;
        NodeCodes::Query query;
        SketchQuery sketch;
        std::vector<std::uint32_t> rows;
        std::vector<float> similarities;
        std::vector<Candidate> exact; ///< Nodes with their similarities.
    };
    /// A query that was found good.
    struct Asked {
        const ExactSimilarity& similarity;
        std::size_t k;
        const RowFilter* filter; ///< Null when nothing is excluded.
        std::size_t width;
    };

    HnswIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason, HnswGraph graph);
    template <class Scorer>
    Status walkGraph(Scorer& scorer, const Asked& asked, GraphScratch& scratch, const TaskContext& context) const;
    Result<std::vector<Neighbour>> searchGraph(const Asked& asked, const TaskContext& context) const;
    /// Walks with what the layout has and leaves the best in scratch.exact. Errors: Cancelled.
    Status findNodes(const Asked& asked, Scratch& scratch, const TaskContext& context) const;
    template <class Codes>
    Status walkSketches(const Codes& codes, const Asked& asked, Scratch& scratch, const TaskContext& context) const;
    void rerank(const Asked& asked, Scratch& scratch) const;
    void rerankSketched(const Asked& asked, Scratch& scratch) const;
    /// The next `count` of the pool's nodes, to the end of scratch.exact.
    void rerankNext(const Asked& asked, std::size_t count, Scratch& scratch) const;
    std::vector<Neighbour> finish(const Asked& asked, std::vector<Candidate>& exact) const;
    Status checkItself(const TaskContext& context);
    Result<bool> findsItself(std::uint32_t node, const TaskContext& context) const;

    IndexedVectors m_vectors;
    IndexOptions m_options;
    IndexReason m_reason;
    HnswGraph m_graph;
    std::size_t m_removed;
    double m_selfRecall = 1;
    mutable ScratchPool<Scratch> m_scratch;
};

} // namespace tw
