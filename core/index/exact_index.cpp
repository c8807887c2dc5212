// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_index.h"

#include "core/index/exact_scan.h"
#include "core/index/index_file.h"

namespace tw {

ExactIndex::ExactIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason)
    : m_vectors(std::move(vectors)), m_options(options), m_reason(reason)
{
}

Result<std::vector<Neighbour>> ExactIndex::search(std::span<const float> query, std::size_t k,
                                                  const SearchOptions& options, const TaskContext& context) const
{
    TW_ASSIGN(const std::vector<float> unit, unitQuery(query, dim(), k));
    return scanRows(unit, m_vectors.unit, k, options.filter, context);
}

IndexFacts ExactIndex::facts() const
{
    IndexFacts facts;
    facts.reason = m_reason;
    facts.vectorBytes = std::uint64_t{size()} * dim() * sizeof(float);
    facts.nodes = size();
    return facts;
}

Status ExactIndex::save(const std::filesystem::path& path) const
{
    IndexFile content;
    content.options = m_options;
    return writeIndexFile(path, content, m_vectors.unit);
}

} // namespace tw
