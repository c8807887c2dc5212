// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

namespace tw {

/// Looks at every row: nothing to build, recall 1. Searching costs O(rows · dim), on several threads when large.
class ExactIndex final : public VectorIndex {
public:
    /// Precondition: rows are finite and of unit length. Keeps `owner`.
    ExactIndex(MatrixView vectors, std::shared_ptr<const void> owner, const IndexOptions& options);

    IndexKind kind() const override { return IndexKind::Exact; }
    std::size_t size() const override { return m_vectors.rows(); }
    std::size_t dim() const override { return m_vectors.cols(); }
    const IndexOptions& options() const override { return m_options; }
    Result<std::vector<Neighbour>> search(std::span<const float> query, std::size_t k, const RowFilter* filter,
                                          const TaskContext& context) const override;
    Status save(const std::filesystem::path& path) const override;

private:
    MatrixView m_vectors;
    std::shared_ptr<const void> m_owner;
    IndexOptions m_options;
};

} // namespace tw
