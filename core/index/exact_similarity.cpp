// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_similarity.h"

#include <limits>

namespace tw {

Result<ExactSimilarity> ExactSimilarity::of(std::span<const float> query, const IndexedVectors& vectors,
                                            std::size_t k)
{
    if (k == 0)
        return fail(ErrorCode::InvalidArgument, "k", "must be at least 1");
    if (query.size() != vectors.unit.cols())
        return fail(ErrorCode::DimensionMismatch, "query",
                    fmt::format("{} numbers for {}", query.size(), vectors.unit.cols()));
    std::vector<float> unit(query.begin(), query.end());
    if (!simd::allFinite(unit))
        return fail(ErrorCode::NotFinite, "query", "has NaN or infinite numbers");
    const float length = simd::normalise(unit);
    if (length == 0 && !unit.empty() && vectors.metric == Metric::Cosine)
        return fail(ErrorCode::NotFinite, "query", "has length 0");
    return ExactSimilarity(std::move(unit), static_cast<double>(length), vectors);
}

float ExactSimilarity::ofCosine(float cosine, std::uint32_t row) const
{
    const float bounded = std::clamp(cosine, -1.0F, 1.0F);
    if (m_vectors->metric == Metric::Cosine)
        return bounded;
    constexpr auto kMost = static_cast<double>(std::numeric_limits<float>::max());
    const double rowLength = m_vectors->lengths.empty() ? 1.0 : static_cast<double>(m_vectors->lengths[row]);
    const auto c = static_cast<double>(bounded);
    if (m_vectors->metric == Metric::InnerProduct)
        return static_cast<float>(std::clamp(m_length * rowLength * c, -kMost, kMost));
    const double difference = m_length - rowLength;
    const double squared = difference * difference + 2 * m_length * rowLength * (1 - c);
    return -static_cast<float>(std::min(squared, kMost));
}

void ExactSimilarity::ofRows(std::span<const std::uint32_t> rows, float* out) const
{
    simd::floatKernels().dotScattered(m_unit.data(), m_vectors->unit.data(), m_unit.size(), rows.data(), rows.size(),
                                      out);
    for (std::size_t i = 0; i < rows.size(); ++i)
        out[i] = ofCosine(out[i], rows[i]);
}

} // namespace tw
