// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_codes.h"

#include "core/base/thread_pool.h"
#include "core/index/index_file.h"

#include <algorithm>
#include <cmath>

namespace tw {

NodeCodes::NodeCodes(std::size_t dim, Metric metric)
    : m_dim(dim), m_metric(metric), m_kernels(&simd::int8Kernels())
{
    m_rows.stride = simd::int8Padded(dim);
}

Status NodeCodes::append(const IndexedVectors& vectors, const DistinctRows& nodes, std::size_t first,
                         const TaskContext& context)
{
    const std::size_t stride = m_rows.stride;
    m_codes.resize(nodes.size() * stride);
    m_scales.resize(nodes.size());
    m_sums.resize(nodes.size());
    if (m_metric != Metric::Cosine)
        m_halfSquares.resize(nodes.size());
    TW_TRY(parallelFor(nodes.size() - first, 1024, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t node = first + begin; node < first + end; ++node) {
            const std::uint32_t row = nodes.firstRow(static_cast<std::uint32_t>(node));
            const float length
                = m_metric == Metric::Cosine || vectors.lengths.empty() ? 1.0F : vectors.lengths[row];
            m_scales[node] = length
                * m_kernels->quantise(vectors.unit.row(row).data(), m_dim, m_codes.data() + node * stride,
                                      &m_sums[node]);
            if (m_metric != Metric::Cosine)
                m_halfSquares[node] = length * length / 2;
        }
    }));
    settle();
    return {};
}

void NodeCodes::settle()
{
    m_rows.codes = m_codes.data();
    m_rows.scales = m_scales.data();
    if (m_metric != Metric::InnerProduct || m_halfSquares.empty())
        return;
    const float greatest = *std::ranges::max_element(m_halfSquares);
    m_complements.resize(m_halfSquares.size());
    std::ranges::transform(m_halfSquares, m_complements.begin(),
                           [greatest](float half) { return std::sqrt(2 * (greatest - half)); });
}

std::uint64_t NodeCodes::bytes() const
{
    return m_codes.size()
        + sizeof(float) * (m_scales.size() + m_sums.size() + m_halfSquares.size() + m_complements.size());
}

void NodeCodes::prepare(std::span<const float> unit, float length, Query& query) const
{
    query.codes.resize(m_rows.stride);
    query.scale = m_kernels->quantiseQuery(unit.data(), unit.size(), query.codes.data(), &query.sum);
    if (m_metric == Metric::L2)
        query.scale *= length;
}

simd::Int8Query NodeCodes::asQuery(std::uint32_t a, std::span<std::int8_t> codes) const
{
    const std::uint8_t* row = m_rows.codes + a * m_rows.stride;
    std::transform(row, row + m_rows.stride, codes.begin(),
                   [](std::uint8_t code) { return static_cast<std::int8_t>(code ^ 0x80U); });
    return {codes.data(), m_sums[a], m_rows.scales[a]};
}

void NodeCodes::decode(std::uint32_t node, std::span<float> vector) const
{
    m_kernels->dequantise(m_rows.codes + node * m_rows.stride, m_rows.scales[node], m_dim, vector.data());
}

void NodeCodes::write(PieceWriter& writer) const
{
    writer.array(std::span(m_scales));
    writer.array(std::span(m_sums));
    writer.array(std::span(m_halfSquares));
    writer.array(std::span<const std::uint8_t>(m_codes));
}

std::optional<NodeCodes> NodeCodes::read(ByteReader& reader, std::size_t nodes, std::size_t dim, Metric metric)
{
    NodeCodes read(dim, metric);
    read.m_scales = reader.array<float>();
    read.m_sums = reader.array<std::int32_t>();
    read.m_halfSquares = reader.array<float>();
    const std::span<const std::byte> codes = reader.byteArray();
    const auto sound = [](float value) { return std::isfinite(value) && value >= 0; };
    const std::size_t stride = read.m_rows.stride;
    const auto most = static_cast<std::int32_t>(128 * stride);
    const auto possible = [most](std::int32_t sum) { return -most <= sum && sum <= most; };
    if (reader.failed() || read.m_scales.size() != nodes || read.m_sums.size() != nodes
        || codes.size() / stride != nodes || codes.size() % stride != 0 || !std::ranges::all_of(read.m_sums, possible)
        || read.m_halfSquares.size() != (metric == Metric::Cosine ? 0 : nodes)
        || !std::ranges::all_of(read.m_scales, sound) || !std::ranges::all_of(read.m_halfSquares, sound))
        return std::nullopt;
    const auto* first = reinterpret_cast<const std::uint8_t*>(codes.data());
    read.m_codes.assign(first, first + codes.size());
    read.settle();
    return read;
}

} // namespace tw
