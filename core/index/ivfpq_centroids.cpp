// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/ivfpq_centroids.h"

#include "core/simd/kernels.h"
#include "core/simd/pq_kernels.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tw {
namespace {

/// Rows held against centroids at once, and centroids: together their codes stay in the cache.
constexpr std::size_t kTileRows = 16;
constexpr std::size_t kTileCentroids = 512;
/// Centroids that full precision decides among.
constexpr std::size_t kChosen = 4;

} // namespace

NearestCentroids::NearestCentroids(Matrix centroids) : m_centroids(std::move(centroids))
{
    if (m_centroids.cols() <= simd::kMostInt8Numbers)
        m_codes = Int8Codes::of(m_centroids);
    for (std::size_t c = 0; c < m_centroids.rows(); ++c)
        m_halfNorms.push_back(simd::squaredNorm(m_centroids.row(c)) / 2);
}

/// The best few of one row, best first.
class NearestCentroids::Chooser {
public:
    void reset() { m_count = 0; }
    void offer(float score, std::uint32_t centroid)
    {
        if (m_count == kChosen && !(score > m_best[kChosen - 1].first))
            return;
        std::size_t at = std::min(m_count, kChosen - 1);
        m_count = std::min(m_count + 1, kChosen);
        for (; at > 0 && score > m_best[at - 1].first; --at)
            m_best[at] = m_best[at - 1];
        m_best[at] = {score, centroid};
    }
    float threshold() const
    {
        return m_count == kChosen ? m_best[kChosen - 1].first : -std::numeric_limits<float>::infinity();
    }
    std::uint32_t decide(const float* row, const NearestCentroids& among) const
    {
        const simd::FloatKernels& kernels = simd::floatKernels();
        const MatrixView centroids = among.m_centroids;
        float best = -std::numeric_limits<float>::infinity();
        std::uint32_t winner = 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            const std::uint32_t c = m_best[i].second;
            const float score = kernels.dot(row, centroids.row(c).data(), centroids.cols()) - among.m_halfNorms[c];
            if (score > best || (score == best && c < winner)) {
                best = score;
                winner = c;
            }
        }
        return winner;
    }

private:
    std::array<std::pair<float, std::uint32_t>, kChosen> m_best{};
    std::size_t m_count = 0;
};

void NearestCentroids::assign(const float* rows, std::size_t count, std::uint32_t* nearest) const
{
    const std::size_t dim = m_centroids.cols();
    const std::size_t stride = simd::int8Padded(dim);
    const simd::Int8Kernels& int8 = simd::int8Kernels();
    LargeVector<std::int8_t> codes(kTileRows * stride);
    std::array<simd::Int8Query, kTileRows> queries;
    std::array<Chooser, kTileRows> choosers;
    std::vector<float> products(kTileRows * kTileCentroids);
    for (std::size_t begin = 0; begin < count; begin += kTileRows) {
        const std::size_t some = std::min(kTileRows, count - begin);
        for (std::size_t i = 0; i < some; ++i) {
            choosers[i].reset();
            if (m_codes.empty())
                continue;
            queries[i].codes = codes.data() + i * stride;
            queries[i].scale
                = int8.quantiseQuery(rows + (begin + i) * dim, dim, codes.data() + i * stride, &queries[i].sum);
        }
        for (std::size_t first = 0; first < m_centroids.rows(); first += kTileCentroids) {
            const std::size_t width = std::min(kTileCentroids, m_centroids.rows() - first);
            if (!m_codes.empty())
                int8.dotTile(queries.data(), some, m_codes.rows(), first, width, products.data(), kTileCentroids);
            for (std::size_t i = 0; i < some; ++i) {
                const float* scores = products.data() + i * kTileCentroids;
                if (m_codes.empty())
                    simd::floatKernels().dotRows(rows + (begin + i) * dim, m_centroids.row(first).data(), width, dim,
                                                 products.data() + i * kTileCentroids);
                for (std::size_t c = 0; c < width; ++c)
                    if (const float score = scores[c] - m_halfNorms[first + c]; score > choosers[i].threshold())
                        choosers[i].offer(score, static_cast<std::uint32_t>(first + c));
            }
        }
        for (std::size_t i = 0; i < some; ++i)
            nearest[begin + i] = choosers[i].decide(rows + (begin + i) * dim, *this);
    }
}

void NearestCentroids::products(std::span<const float> query, std::span<float> out) const
{
    if (m_codes.empty()) {
        simd::dotRows(query, m_centroids, out);
        return;
    }
    const Int8CodedQuery coded(query, 1);
    simd::int8Kernels().dotRows(coded.planes().front(), m_codes.rows(), 0, m_codes.size(), out.data());
}

std::uint64_t NearestCentroids::bytes() const
{
    return (m_centroids.rows() * m_centroids.cols() + m_halfNorms.size()) * sizeof(float) + m_codes.bytes();
}

IvfPqCentroids::IvfPqCentroids(Matrix lists, std::vector<float> parts, std::size_t codeBytes)
    : m_lists(std::move(lists)), m_parts(std::move(parts)), m_codeBytes(codeBytes)
{
    m_partHalfNorms.assign(codeBytes * simd::kPqCentroids, 0.0F);
    for (std::size_t j = 0; j < codeBytes; ++j)
        for (std::size_t d = 0; d < partDim(); ++d)
            for (std::size_t c = 0; c < simd::kPqCentroids; ++c) {
                const float value = part(j)[d * simd::kPqCentroids + c];
                m_partHalfNorms[j * simd::kPqCentroids + c] += value * value / 2;
            }
}

std::uint64_t IvfPqCentroids::bytes() const
{
    return m_lists.bytes() + (m_parts.size() + m_partHalfNorms.size()) * sizeof(float);
}

void IvfPqCentroids::encode(std::span<const float> row, std::uint32_t list, std::span<std::uint8_t> code) const
{
    const simd::PqKernels& kernels = simd::pqKernels();
    const std::span<const float> centre = m_lists.centroids().row(list);
    std::vector<float> residual(partDim());
    for (std::size_t j = 0; j < m_codeBytes; ++j) {
        for (std::size_t d = 0; d < partDim(); ++d)
            residual[d] = row[j * partDim() + d] - centre[j * partDim() + d];
        code[j] = kernels.nearest(residual.data(), part(j), m_partHalfNorms.data() + j * simd::kPqCentroids, partDim());
    }
}

void IvfPqCentroids::makeTables(std::span<const float> query, Tables& tables) const
{
    const simd::PqKernels& kernels = simd::pqKernels();
    const std::size_t size = m_codeBytes * simd::kPqCentroids;
    tables.bytes.resize(size);
    // The products, and behind them the least of each part.
    tables.scratch.resize(size + m_codeBytes);
    float* least = tables.scratch.data() + size;
    float widest = 0;
    tables.low = 0;
    for (std::size_t j = 0; j < m_codeBytes; ++j) {
        float* table = tables.scratch.data() + j * simd::kPqCentroids;
        kernels.products(query.data() + j * partDim(), part(j), partDim(), table);
        float greatest = 0;
        kernels.range(table, &least[j], &greatest);
        widest = std::max(widest, greatest - least[j]);
        tables.low += least[j];
    }
    const auto levels = static_cast<float>(std::min<std::size_t>(255, 65'535 / m_codeBytes));
    tables.step = widest / levels;
    const float scale = widest > 0 ? levels / widest : 0.0F;
    for (std::size_t j = 0; j < m_codeBytes; ++j)
        kernels.quantise(tables.scratch.data() + j * simd::kPqCentroids, least[j], scale,
                         tables.bytes.data() + j * simd::kPqCentroids);
}

} // namespace tw
