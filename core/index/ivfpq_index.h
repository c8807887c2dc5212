// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/distinct_rows.h"
#include "core/index/exact_similarity.h"
#include "core/index/hnsw_walk.h"
#include "core/index/ivfpq_centroids.h"
#include "core/index/ivfpq_lists.h"
#include "core/index/vector_index.h"
#include "core/simd/top_k.h"

namespace tw {

struct IndexFileContent;

/// What an IVF-PQ index consists of.
struct IvfPqContent {
    DistinctRows nodes;
    IvfPqCentroids centroids;
    IvfPqLists lists;
    std::size_t trainedNodes = 0; ///< How many there were when the centroids were learnt.
};

/// Approximate neighbours through lists of short codes: the distinct rows are shared out to lists by their nearest
/// centroid, each kept as one byte for every few dimensions of what it differs from that centroid by. A search looks at
/// the codes of the nearest lists; the best are ordered anew by their float rows. Where lists are the wrong tool (many
/// neighbours wanted, most rows filtered out) it looks at all rows instead.
///
/// All is about directions: rows and queries take part at unit length, and the metric is applied to the cosine that a
/// code stands for. The smallest of the kinds.
class IvfPqIndex final : public VectorIndex {
public:
    /// Progress in Stage::Building, then Stage::Checking. Null when there are too few distinct rows to train on.
    /// @param options  Resolved by chooseIndex (lists, codeBytes and probes are no zeros).
    /// Precondition: rows are finite and of unit length. Errors: Cancelled, Internal.
    static Result<std::shared_ptr<const IvfPqIndex>> build(IndexedVectors vectors, const IndexOptions& options,
                                                           IndexReason reason, const TaskContext& context);
    /// See extendIndex(): codes of rows that stayed are kept, those of rows that are gone are dropped. Null when it
    /// should be built anew, since there are now twice or half the rows that the centroids were learnt from.
    /// Errors: Cancelled, InvalidArgument (rowBefore names a row of another vector).
    static Result<std::shared_ptr<const IvfPqIndex>> extend(const IvfPqIndex& before, IndexedVectors vectors,
                                                            std::span<const std::uint32_t> rowBefore,
                                                            const TaskContext& context);
    /// From a file that was verified to belong to these vectors. Errors: Damaged.
    static Result<std::shared_ptr<const IvfPqIndex>> fromFile(const IndexFileContent& content, IndexedVectors vectors);

    /// Share of up to kCheckedNodes distinct rows, evenly spread, that are among the ten nearest of themselves by their
    /// cosines, with re-ranking.
    double selfRecall() const { return m_selfRecall; }
    static constexpr std::size_t kCheckedNodes = 1000;
    const IvfPqContent& content() const { return m_content; }

    IndexKind kind() const override { return IndexKind::IvfPq; }
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
    struct RankedList {
        float score;
        std::uint32_t list;
    };
    static bool isBetterList(const RankedList& a, const RankedList& b)
    {
        return a.score != b.score ? a.score > b.score : a.list < b.list;
    }
    /// What one search needs; kept so that none allocates.
    struct Scratch {
        std::vector<float> products;
        std::vector<RankedList> ranked;
        std::size_t sorted = 0; ///< How many of them are in order, the best in front.
        IvfPqCentroids::Tables tables;
        std::vector<simd::ScoredRow> pool; ///< Nodes with what their codes say.
        std::vector<std::uint32_t> rows;
        std::vector<float> similarities;
    };
    /// A query that was found good.
    struct Asked {
        const ExactSimilarity& similarity;
        std::size_t wanted;      ///< Nodes to find, if need be in further lists.
        std::size_t width;       ///< Candidates to order anew.
        std::size_t probes;
        const RowFilter* filter; ///< Null when nothing is excluded.
    };
    /// Shortest and longest row of a list, as the metric sees them.
    struct Lengths {
        float shortest;
        float longest;
    };
    class Pool;

    IvfPqIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason, IvfPqContent content);
    static Result<IvfPqContent> encodeAll(MatrixView unit, DistinctRows nodes, const IndexOptions& options,
                                          const TaskContext& context);
    Status checkItself(const TaskContext& context);
    std::size_t widthFor(std::size_t k) const;
    std::size_t probesFor(int effort) const;
    bool accepts(std::uint32_t node, const RowFilter* filter) const;
    void rankLists(const Asked& asked, Scratch& scratch) const;
    float listScore(const ExactSimilarity& similarity, std::uint32_t list, float product) const;
    Status scanLists(const Asked& asked, Scratch& scratch, const TaskContext& context) const;
    static void sortMore(Scratch& scratch);
    void scanList(const Asked& asked, std::uint32_t list, Pool& pool, const Scratch& scratch) const;
    /// Leaves the nodes found in scratch.pool with their exact similarities, best first.
    Status findNodes(const Asked& asked, Scratch& scratch, const TaskContext& context) const;

    IndexedVectors m_vectors;
    IndexOptions m_options;
    IndexReason m_reason;
    IvfPqContent m_content;
    std::vector<Lengths> m_lengths; ///< By list; empty where all rows count with length 1.
    double m_selfRecall = 1;
    mutable ScratchPool<Scratch> m_scratch;
};

} // namespace tw
