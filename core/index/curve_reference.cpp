// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/curve_reference.h"

#include "core/base/random.h"
#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

#include <algorithm>
#include <numeric>

namespace tw {
namespace {

/// As many rows as stay in the cache while several queries are held against them.
constexpr std::size_t kBlockRows = 128;
constexpr std::size_t kBlockQueries = 16;

double lengthOf(const IndexedVectors& vectors, std::size_t row)
{
    return vectors.metric == Metric::Cosine || vectors.lengths.empty() ? 1 : static_cast<double>(vectors.lengths[row]);
}

/// Of the inner product of the unit rows; Neighbour::similarity says what each metric makes of it.
double similarityOf(Metric metric, double product, double queryLength, double rowLength)
{
    switch (metric) {
    case Metric::Cosine: return product;
    case Metric::InnerProduct: return product * queryLength * rowLength;
    case Metric::L2: break;
    }
    return 2 * product * queryLength * rowLength - queryLength * queryLength - rowLength * rowLength;
}

} // namespace

Result<CurveReference> CurveReference::find(const IndexedVectors& vectors, std::size_t k, std::size_t queries,
                                            std::uint64_t seed, const TaskContext& context)
{
    CurveReference reference;
    reference.m_vectors = &vectors;
    const std::size_t rows = vectors.unit.rows();
    reference.m_k = std::min(k, rows - 1);
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    Random random(seed);
    for (std::size_t i = 0; i < std::min(queries, rows); ++i) {
        std::swap(order[i], order[i + random.below(rows - i)]);
        reference.m_rows.push_back(order[i]);
        const std::span<const float> unit = vectors.unit.row(order[i]);
        std::vector<float> query(unit.begin(), unit.end());
        for (float& value : query)
            value *= static_cast<float>(lengthOf(vectors, order[i]));
        reference.m_queries.push_back(std::move(query));
    }
    reference.m_last.resize(reference.m_rows.size());
    std::atomic<bool> stopped = false;
    TW_TRY(parallelFor(reference.m_rows.size(), kBlockQueries, context, [&](std::size_t begin, std::size_t end) {
        if (!reference.findLast(begin, end, context))
            stopped = true;
    }));
    if (stopped)
        return fail(ErrorCode::Cancelled);
    return reference;
}

Status CurveReference::findLast(std::size_t begin, std::size_t end, const TaskContext& context)
{
    const MatrixView unit = m_vectors->unit;
    std::vector<std::vector<double>> best(end - begin); // Heaps, the least on top.
    std::vector<float> products(kBlockRows);
    for (std::size_t first = 0; first < unit.rows(); first += kBlockRows) {
        TW_TRY(context.check());
        const std::size_t count = std::min(kBlockRows, unit.rows() - first);
        const MatrixView block(unit.data() + first * unit.cols(), count, unit.cols());
        for (std::size_t q = begin; q < end; ++q) {
            std::vector<double>& heap = best[q - begin];
            const double queryLength = lengthOf(*m_vectors, m_rows[q]);
            simd::dotRows(unit.row(m_rows[q]), block, std::span(products).first(count));
            for (std::size_t i = 0; i < count; ++i) {
                if (first + i == m_rows[q])
                    continue;
                heap.push_back(similarityOf(m_vectors->metric, static_cast<double>(products[i]), queryLength,
                                            lengthOf(*m_vectors, first + i)));
                std::push_heap(heap.begin(), heap.end(), std::greater<>());
                if (heap.size() > m_k) {
                    std::pop_heap(heap.begin(), heap.end(), std::greater<>());
                    heap.pop_back();
                }
            }
        }
    }
    for (std::size_t q = begin; q < end; ++q)
        m_last[q] = best[q - begin].front();
    return {};
}

double CurveReference::similarity(std::size_t i, std::size_t row) const
{
    const auto product = static_cast<double>(simd::dot(m_vectors->unit.row(m_rows[i]), m_vectors->unit.row(row)));
    return similarityOf(m_vectors->metric, product, lengthOf(*m_vectors, m_rows[i]), lengthOf(*m_vectors, row));
}

double CurveReference::recall(std::size_t i, std::span<const Neighbour> found) const
{
    constexpr double kRounding = 1e-6;
    const double queryLength = lengthOf(*m_vectors, m_rows[i]);
    std::size_t taken = 0;
    std::size_t hits = 0;
    for (const Neighbour& neighbour : found) {
        if (neighbour.row == m_rows[i] || taken == m_k)
            continue;
        ++taken;
        const double scale = m_vectors->metric == Metric::Cosine
            ? 1
            : queryLength * std::max(queryLength, lengthOf(*m_vectors, neighbour.row));
        if (similarity(i, neighbour.row) >= m_last[i] - kRounding * scale)
            ++hits;
    }
    return static_cast<double>(hits) / static_cast<double>(m_k);
}

} // namespace tw
