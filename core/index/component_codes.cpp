// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/component_codes.h"

#include "core/base/thread_pool.h"
#include "core/index/index_file.h"
#include "core/index/leading_directions.h"
#include "core/simd/int8_kernels.h"
#include "core/simd/kernels.h"

#include <cmath>
#include <cstring>

namespace tw {
namespace {

/// The step that clips one component of two thousand among the first few, which are the largest.
float stepFor(MatrixView components)
{
    constexpr std::size_t kFirst = 8;
    std::vector<float> magnitudes;
    for (std::size_t i = 0; i < components.rows(); ++i)
        for (const float value : components.row(i).first(std::min(kFirst, components.cols())))
            magnitudes.push_back(std::fabs(value));
    const auto place = static_cast<std::ptrdiff_t>((magnitudes.size() - 1) * 1999 / 2000);
    std::ranges::nth_element(magnitudes, magnitudes.begin() + place);
    const float largest = magnitudes[static_cast<std::size_t>(place)];
    return largest > 1e-30F ? largest / 127 : 1.0F;
}

} // namespace

Result<ComponentCodes> ComponentCodes::fit(const SeenVectors& vectors, std::span<const std::uint32_t> rows,
                                           const TaskContext& context)
{
    ComponentCodes codes;
    const std::vector<std::uint32_t> sample = sampleOf(rows, kSampledRows);
    codes.m_centre = meanOf(vectors, sample);
    Matrix centred(sample.size(), vectors.dim());
    for (std::size_t i = 0; i < sample.size(); ++i) {
        vectors.copy(sample[i], centred.row(i));
        std::ranges::transform(centred.row(i), codes.m_centre, centred.row(i).begin(), std::minus<>{});
    }
    codes.m_lines = std::min(kMostLines, (vectors.dim() + sizeof(float) + 63) / 64);
    TW_ASSIGN(codes.m_directions,
              leadingDirections(centred, std::min(vectors.dim(), componentsIn(codes.m_lines)), context));
    Matrix components(sample.size(), codes.componentCount());
    for (std::size_t i = 0; i < sample.size(); ++i)
        simd::dotRows(centred.row(i), codes.m_directions, components.row(i));
    codes.m_step = stepFor(components);
    return codes;
}

ComponentCodes ComponentCodes::shortened(std::size_t lines) const
{
    ComponentCodes codes;
    codes.m_centre = m_centre;
    codes.m_step = m_step;
    codes.m_lines = lines;
    for (std::size_t i = 0; i < std::min(componentCount(), componentsIn(lines)); ++i)
        codes.m_directions.appendRow(m_directions.row(i));
    return codes;
}

std::uint64_t ComponentCodes::bytes() const
{
    return m_records.size() + (m_centre.size() + m_directions.rows() * m_directions.cols()) * sizeof(float);
}

void ComponentCodes::project(std::span<const float> seen, std::vector<float>& centred,
                             std::vector<float>& components) const
{
    centred.resize(m_centre.size());
    components.resize(componentCount());
    for (std::size_t i = 0; i < centred.size(); ++i)
        centred[i] = seen[i] - m_centre[i];
    simd::dotRows(centred, m_directions, components);
}

Status ComponentCodes::append(const SeenVectors& vectors, std::span<const std::uint32_t> rows,
                              const TaskContext& context)
{
    const std::size_t first = size();
    m_records.resize((first + rows.size()) * stride());
    const float centreSquare = simd::squaredNorm(m_centre);
    return parallelFor(rows.size(), 1024, context, [&](std::size_t begin, std::size_t end) {
        std::vector<float> seen(m_centre.size());
        std::vector<float> centred;
        std::vector<float> components;
        for (std::size_t i = begin; i < end; ++i) {
            vectors.copy(rows[i], seen);
            project(seen, centred, components);
            const float own = simd::dot(seen, m_centre) - centreSquare + vectors.ownScore(rows[i]);
            encode(components, own, m_records.data() + (first + i) * stride());
        }
    });
}

void ComponentCodes::encode(std::span<const float> components, float own, std::uint8_t* record) const
{
    std::fill(record, record + stride(), std::uint8_t{128});
    for (std::size_t i = 0; i < components.size(); ++i) {
        const float code = std::clamp(std::nearbyint(components[i] / m_step), -127.0F, 127.0F);
        record[i] = static_cast<std::uint8_t>(static_cast<int>(code) + 128);
    }
    std::memcpy(record + componentsIn(m_lines), &own, sizeof own);
}

void ComponentCodes::prepare(std::span<const float> seen, Query& query) const
{
    project(seen, query.centred, query.components);
    query.codes.assign(stride(), 0);
    query.factor = m_step
        * simd::int8Kernels().quantiseQuery(query.components.data(), query.components.size(), query.codes.data(),
                                            &query.sum);
    query.offset = simd::dot(seen, m_centre);
}

void ComponentCodes::scores(Query& query, std::span<const std::uint32_t> nodes, float* out) const
{
    for (const std::uint32_t node : nodes)
        fetch(node);
    query.sums.resize(std::max(query.sums.size(), nodes.size()));
    m_kernels->scattered(query.codes.data(), query.sum, {m_records.data(), stride()}, nodes.data(), nodes.size(),
                         query.sums.data());
    const std::uint8_t* owns = m_records.data() + componentsIn(m_lines);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        float own = 0;
        std::memcpy(&own, owns + nodes[i] * stride(), sizeof own);
        out[i] = query.offset + own + query.factor * static_cast<float>(query.sums[i]);
    }
}

void ComponentCodes::write(PieceWriter& writer) const
{
    writer.value(static_cast<std::uint32_t>(m_lines));
    writer.value(m_step);
    writer.array(std::span(m_centre));
    writer.array(std::span(m_directions.data(), m_directions.rows() * m_directions.cols()));
    writer.array(std::span<const std::uint8_t>(m_records));
}

std::optional<ComponentCodes> ComponentCodes::read(ByteReader& reader, std::size_t nodes, std::size_t dim)
{
    ComponentCodes codes;
    codes.m_lines = reader.value<std::uint32_t>();
    codes.m_step = reader.value<float>();
    codes.m_centre = reader.array<float>();
    const std::vector<float> directions = reader.array<float>();
    const std::span<const std::byte> records = reader.byteArray();
    if (reader.failed() || dim == 0 || codes.m_lines < 1 || codes.m_lines > kMostLines || !std::isfinite(codes.m_step)
        || codes.m_step <= 0 || codes.m_centre.size() != dim || !simd::allFinite(codes.m_centre)
        || directions.size() % dim != 0 || directions.empty() || !simd::allFinite(directions)
        || directions.size() / dim > componentsIn(codes.m_lines) || records.size() / codes.stride() != nodes
        || records.size() % codes.stride() != 0)
        return std::nullopt;
    codes.m_directions.reserveRows(directions.size() / dim);
    for (std::size_t i = 0; i < directions.size() / dim; ++i)
        codes.m_directions.appendRow(std::span(directions).subspan(i * dim, dim));
    const auto* first = reinterpret_cast<const std::uint8_t*>(records.data());
    for (std::size_t node = 0; node < nodes; ++node) {
        float own = 0;
        std::memcpy(&own, first + node * codes.stride() + componentsIn(codes.m_lines), sizeof own);
        if (!std::isfinite(own))
            return std::nullopt;
    }
    codes.m_records.assign(first, first + records.size());
    return codes;
}

} // namespace tw
