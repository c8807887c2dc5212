// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/rabitq_codes.h"

#include "core/base/thread_pool.h"
#include "core/index/index_file.h"
#include "core/simd/kernels.h"

#include <cmath>
#include <cstring>

namespace tw {

RabitqCodes::RabitqCodes(std::vector<float> centre)
    : m_centre(std::move(centre)), m_rotation(m_centre.size()), m_rotatedCentre(m_rotation.size()),
      m_words(simd::bitWords(m_rotation.size())),
      m_stride((m_words * sizeof(std::uint64_t) + sizeof(Factors) + 63) / 64 * 64), m_kernels(&simd::bitKernels())
{
    m_rotation.apply(m_centre, m_rotatedCentre);
}

RabitqCodes RabitqCodes::fit(const SeenVectors& vectors, std::span<const std::uint32_t> rows)
{
    return RabitqCodes(meanOf(vectors, sampleOf(rows, kSampledRows)));
}

Status RabitqCodes::append(const SeenVectors& vectors, std::span<const std::uint32_t> rows, const TaskContext& context)
{
    const std::size_t first = size();
    m_records.resize((first + rows.size()) * m_stride);
    return parallelFor(rows.size(), 1024, context, [&](std::size_t begin, std::size_t end) {
        std::vector<float> seen(m_centre.size());
        for (std::size_t i = begin; i < end; ++i) {
            vectors.copy(rows[i], seen);
            encode(seen, vectors.ownScore(rows[i]), m_records.data() + (first + i) * m_stride);
        }
    });
}

void RabitqCodes::encode(std::span<const float> seen, float ownScore, std::byte* record) const
{
    std::vector<float> residual(m_rotation.size());
    m_rotation.apply(seen, residual);
    double square = 0;
    double magnitude = 0;
    for (std::size_t i = 0; i < residual.size(); ++i) {
        residual[i] -= m_rotatedCentre[i];
        square += static_cast<double>(residual[i]) * static_cast<double>(residual[i]);
        magnitude += std::fabs(static_cast<double>(residual[i]));
    }
    std::vector<std::uint64_t> bits(m_words);
    m_kernels->packSigns(residual.data(), residual.size(), bits.data());
    Factors factors;
    factors.perSign = magnitude > 0 ? static_cast<float>(square / magnitude) : 0.0F;
    factors.setBits = static_cast<float>(m_kernels->popcount(bits.data(), bits.size()));
    factors.own = simd::dot(seen, m_centre) - simd::squaredNorm(m_centre) + ownScore;
    std::memcpy(record, bits.data(), bits.size() * sizeof(std::uint64_t));
    std::memcpy(record + bits.size() * sizeof(std::uint64_t), &factors, sizeof factors);
}

void RabitqCodes::prepare(std::span<const float> seen, Query& query) const
{
    query.rotated.resize(m_rotation.size());
    query.planes.resize(kPlanes * m_words);
    m_rotation.apply(seen, query.rotated);
    for (std::size_t i = 0; i < query.rotated.size(); ++i)
        query.rotated[i] -= m_rotatedCentre[i];
    const simd::BitScale scale
        = m_kernels->quantise(query.rotated.data(), query.rotated.size(), kPlanes, query.planes.data());
    query.perBit = 2 * scale.low;
    query.perSum = 2 * scale.step;
    query.common = -(static_cast<float>(query.rotated.size()) * scale.low + scale.step * static_cast<float>(scale.sum));
    query.offset = simd::dot(seen, m_centre);
}

void RabitqCodes::scores(Query& query, std::span<const std::uint32_t> nodes, float* out) const
{
    for (const std::uint32_t node : nodes)
        fetch(node);
    query.sums.resize(std::max(query.sums.size(), nodes.size()));
    m_kernels->dotScattered({query.planes.data(), kPlanes, m_words}, {m_records.data(), m_stride}, nodes.data(),
                            nodes.size(), query.sums.data());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        Factors factors;
        std::memcpy(&factors, m_records.data() + nodes[i] * m_stride + m_words * sizeof(std::uint64_t), sizeof factors);
        const float signs
            = query.perBit * factors.setBits + query.perSum * static_cast<float>(query.sums[i]) + query.common;
        out[i] = query.offset + factors.own + factors.perSign * signs;
    }
}

void RabitqCodes::write(PieceWriter& writer) const
{
    writer.array(std::span(m_centre));
    writer.array(std::span<const std::byte>(m_records));
}

std::optional<RabitqCodes> RabitqCodes::read(ByteReader& reader, std::size_t nodes, std::size_t dim)
{
    std::vector<float> centre = reader.array<float>();
    const std::span<const std::byte> records = reader.byteArray();
    if (reader.failed() || centre.size() != dim || dim == 0 || !simd::allFinite(centre))
        return std::nullopt;
    RabitqCodes codes(std::move(centre));
    if (records.size() / codes.m_stride != nodes || records.size() % codes.m_stride != 0)
        return std::nullopt;
    for (std::size_t node = 0; node < nodes; ++node) {
        Factors factors;
        std::memcpy(&factors, records.data() + node * codes.m_stride + codes.m_words * sizeof(std::uint64_t),
                    sizeof factors);
        if (!std::isfinite(factors.perSign) || !std::isfinite(factors.setBits) || !std::isfinite(factors.own))
            return std::nullopt;
    }
    codes.m_records.assign(records.begin(), records.end());
    return codes;
}

} // namespace tw
