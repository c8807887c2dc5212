// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_index.h"

#include "core/index/exact_code_scan.h"
#include "core/index/exact_scan.h"
#include "core/index/index_file.h"

namespace tw {

namespace {

/// Numbers below which a scan of them is done before codes have paid for their making.
constexpr std::size_t kCodedNumbers = 1U << 18U;
/// Eligible rows below which looking at their numbers is as quick.
constexpr std::size_t kFewRows = 256;

/// Codes come in blocks of 64: they pay where they are much shorter than the numbers.
bool codesPay(MatrixView rows)
{
    return rows.rows() * rows.cols() >= kCodedNumbers && rows.cols() <= simd::kMostInt8Numbers
        && simd::int8Padded(rows.cols()) * 2 <= rows.cols() * sizeof(float);
}

} // namespace

ExactIndex::ExactIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason)
    : m_vectors(std::move(vectors)), m_options(options), m_reason(reason)
{
    if (codesPay(m_vectors.unit))
        m_codes = Int8Codes::of(m_vectors.unit);
}

bool ExactIndex::usesCodes(std::size_t k, const RowFilter* filter) const
{
    // Each row wanted is looked at in full besides.
    const std::size_t eligible = eligibleRows(size(), filter);
    return !m_codes.empty() && eligible > kFewRows && k < eligible / 8;
}

Result<std::vector<Neighbour>> ExactIndex::search(std::span<const float> query, std::size_t k,
                                                  const SearchOptions& options, const TaskContext& context) const
{
    TW_ASSIGN(const ExactSimilarity similarity, ExactSimilarity::of(query, m_vectors, k));
    if (usesCodes(k, options.filter))
        return ExactCodeScan(m_codes, m_vectors).search(similarity, k, options.filter, context);
    return scanRows(similarity, m_vectors, k, options.filter, context);
}

Result<std::vector<std::vector<Neighbour>>> ExactIndex::searchAll(MatrixView queries, std::size_t k,
                                                                  const SearchOptions& options,
                                                                  const TaskContext& context) const
{
    if (!usesCodes(k, options.filter))
        return VectorIndex::searchAll(queries, k, options, context);
    std::vector<ExactSimilarity> similarities;
    similarities.reserve(queries.rows());
    for (std::size_t i = 0; i < queries.rows(); ++i) {
        TW_ASSIGN(ExactSimilarity similarity, ExactSimilarity::of(queries.row(i), m_vectors, k));
        similarities.push_back(std::move(similarity));
    }
    return ExactCodeScan(m_codes, m_vectors).searchAll(similarities, k, options.filter, context);
}

IndexFacts ExactIndex::facts() const
{
    IndexFacts facts;
    facts.reason = m_reason;
    facts.codeBytes = m_codes.bytes();
    facts.vectorBytes = std::uint64_t{size()} * dim() * sizeof(float);
    facts.nodes = size();
    return facts;
}

Status ExactIndex::save(const std::filesystem::path& path) const
{
    return IndexFileWriter().write(path, {m_options, facts()}, m_vectors);
}

} // namespace tw
