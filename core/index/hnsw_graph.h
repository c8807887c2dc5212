// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/distinct_rows.h"
#include "core/index/vector_index.h"

#include <functional>
#include <mutex>

namespace faiss {
struct HNSW;
struct IndexHNSWFlat;
}

namespace tw {

/// A hierarchical navigable small world graph (Malkov & Yashunin 2018) over the distinct rows of a matrix. faiss
/// builds the links; the vectors stay where they are, and searching is ours. Private to core/index.
/// Immutable after build or parse; any number of threads may search at once.
class HnswGraph {
public:
    /// A node with its inner product to the query.
    struct Found {
        float similarity;
        std::uint32_t node;
    };

    /// Progress in Stage::Building, in nodes. Parallel where faiss is, so two builds may differ in some links.
    /// @param vectors  Unit rows; must outlive the graph, as must `nodes`.
    /// Errors: Cancelled (asked between batches of kBatchNodes), Internal.
    static Result<std::unique_ptr<HnswGraph>> build(MatrixView vectors, const DistinctRows& nodes,
                                                    const IndexOptions& options, const TaskContext& context);
    /// From serialise()'s bytes, whose checksum must have been verified already: faiss trusts what it reads.
    /// Every link is checked against the nodes then. Errors: Damaged.
    static Result<std::unique_ptr<HnswGraph>> parse(std::span<const std::byte> bytes, MatrixView vectors,
                                                    const DistinctRows& nodes, const IndexOptions& options);
    ~HnswGraph();

    /// The links in faiss' format, without vectors.
    Result<std::vector<std::uint8_t>> serialise() const;

    /// The best nodes found, best first; at most `width`.
    /// @param width    Candidates kept (ef).
    /// @param accepts  Which nodes may be returned; all when empty. The others are still walked through.
    /// Errors: Cancelled.
    Result<std::vector<Found>> search(std::span<const float> query, std::size_t width,
                                      const std::function<bool(std::uint32_t)>& accepts,
                                      const TaskContext& context) const;

    /// Adding in batches costs nothing down to about a thousand nodes; below a hundred faiss works on one thread.
    static constexpr std::size_t kBatchNodes = 2000;

private:
    struct Scratch;
    class ScratchLease;

    HnswGraph(MatrixView vectors, const DistinctRows& nodes);
    float similarity(std::span<const float> query, std::uint32_t node) const;
    void prefetch(std::int32_t node) const;
    Found descend(std::span<const float> query) const;
    Status walkGroundLevel(std::span<const float> query, Found start, std::size_t width,
                           const std::function<bool(std::uint32_t)>& accepts, const TaskContext& context,
                           Scratch& scratch) const;

    MatrixView m_vectors;
    const DistinctRows* m_nodes;
    std::unique_ptr<faiss::IndexHNSWFlat> m_index;
    mutable std::mutex m_scratchMutex;
    mutable std::vector<std::unique_ptr<Scratch>> m_idleScratch;
};

} // namespace tw
