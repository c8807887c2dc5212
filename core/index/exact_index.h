// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/int8_codes.h"
#include "core/index/vector_index.h"

namespace tw {

/// Looks at every row: recall 1. Codes of 8 bits, made anew wherever an index begins, tell most rows to be too far;
/// see ExactCodeScan. Searching costs O(rows · dim), on several threads when large.
class ExactIndex final : public VectorIndex {
public:
    /// Precondition: rows are finite and of unit length. Keeps `owner`.
    ExactIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason = IndexReason::Asked);

    IndexKind kind() const override { return IndexKind::Exact; }
    std::size_t size() const override { return m_vectors.unit.rows(); }
    std::size_t dim() const override { return m_vectors.unit.cols(); }
    Metric metric() const override { return m_vectors.metric; }
    const IndexOptions& options() const override { return m_options; }
    IndexFacts facts() const override;
    using VectorIndex::search;
    Result<std::vector<Neighbour>> search(std::span<const float> query, std::size_t k, const SearchOptions& options,
                                          const TaskContext& context) const override;
    Result<std::vector<std::vector<Neighbour>>> searchAll(MatrixView queries, std::size_t k,
                                                          const SearchOptions& options,
                                                          const TaskContext& context) const override;
    Status save(const std::filesystem::path& path) const override;

private:
    bool usesCodes(std::size_t k, const RowFilter* filter) const;

    IndexedVectors m_vectors;
    IndexOptions m_options;
    IndexReason m_reason;
    Int8Codes m_codes; ///< Empty where they would not pay.
};

} // namespace tw
