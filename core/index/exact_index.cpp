// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_index.h"

#include "core/index/exact_scan.h"
#include "core/index/index_file.h"

namespace tw {

ExactIndex::ExactIndex(MatrixView vectors, std::shared_ptr<const void> owner, const IndexOptions& options)
    : m_vectors(vectors), m_owner(std::move(owner)), m_options(options)
{
}

Result<std::vector<Neighbour>> ExactIndex::search(std::span<const float> query, std::size_t k, const RowFilter* filter,
                                                  const TaskContext& context) const
{
    TW_ASSIGN(const std::vector<float> unit, unitQuery(query, dim(), k));
    return scanRows(unit, m_vectors, k, filter, context);
}

Status ExactIndex::save(const std::filesystem::path& path) const
{
    IndexFile content;
    content.options = m_options;
    return writeIndexFile(path, content, m_vectors);
}

} // namespace tw
