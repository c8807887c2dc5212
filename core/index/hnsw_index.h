// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/hnsw_graph.h"
#include "core/index/vector_index.h"

namespace tw {

struct IndexFile;

/// Approximate neighbours through a graph over the distinct rows. Where the graph is the wrong tool (many neighbours
/// wanted, most rows filtered out, or too few found) it looks at all rows instead.
class HnswIndex final : public VectorIndex {
public:
    /// Precondition: at least one row; rows are finite and of unit length. Errors: Cancelled, Internal.
    static Result<std::shared_ptr<const HnswIndex>> build(IndexedVectors vectors, const IndexOptions& options,
                                                          const TaskContext& context);
    /// From a file that was verified to belong to these vectors. Errors: Damaged.
    static Result<std::shared_ptr<const HnswIndex>> fromFile(IndexFile content, IndexedVectors vectors);

    /// Share of up to kCheckedNodes distinct rows, evenly spread, that are among the ten nearest of themselves.
    /// Progress in Stage::Checking. Errors: Cancelled.
    Result<double> selfRecall(const TaskContext& context) const;
    static constexpr std::size_t kCheckedNodes = 1000;

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
    HnswIndex(IndexedVectors vectors, const IndexOptions& options, DistinctRows nodes);
    Result<std::vector<Neighbour>> searchGraph(std::span<const float> unit, std::size_t k, const RowFilter* filter,
                                               const TaskContext& context) const;

    IndexedVectors m_vectors;
    IndexOptions m_options;
    DistinctRows m_nodes;
    std::unique_ptr<HnswGraph> m_graph; ///< Borrows m_nodes.
};

} // namespace tw
