// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measurement_set.h"

#include "core/base/random.h"
#include "core/simd/kernels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tw::bench {
namespace {

/// What all rows have in common.
class Source {
public:
    Source(std::size_t dim, std::size_t centres, std::size_t latent, Random& random)
        : m_centres(centres, latent), m_map(dim, latent), m_random(random)
    {
        for (std::size_t i = 0; i < centres * latent; ++i)
            m_centres.data()[i] = static_cast<float>(random.normal());
        for (std::size_t i = 0; i < dim * latent; ++i)
            m_map.data()[i] = static_cast<float>(random.normal() / std::sqrt(static_cast<double>(latent)));
        for (std::size_t i = 0; i < centres; ++i)
            m_weights.push_back(std::exp(0.7 * random.normal()));
        std::partial_sum(m_weights.begin(), m_weights.end(), m_weights.begin());
        for (std::size_t d = 0; d < dim; ++d) {
            m_mean.push_back(0.6 * random.normal());
            m_scale.push_back(std::exp(0.3 * random.normal()));
        }
        enlargeFour(random);
    }

    void fill(std::span<float> row)
    {
        const double pick = m_random.uniform() * m_weights.back();
        const auto centre = static_cast<std::size_t>(std::ranges::upper_bound(m_weights, pick) - m_weights.begin());
        std::vector<float> latent(m_centres.cols());
        for (std::size_t j = 0; j < latent.size(); ++j) {
            const double spread = 1.1 / std::sqrt(1 + 0.15 * static_cast<double>(j));
            latent[j] = static_cast<float>(
                spread * (static_cast<double>(m_centres.row(centre)[j]) + 0.65 * m_random.normal()));
        }
        for (std::size_t d = 0; d < row.size(); ++d) {
            const auto mapped = static_cast<double>(simd::dot(latent, m_map.row(d)));
            row[d] = static_cast<float>(m_scale[d] * (mapped + m_mean[d] + 0.05 * m_random.normal()));
        }
        simd::normalise(row);
    }

private:
    /// Four different dimensions, as far as there are four.
    void enlargeFour(Random& random)
    {
        std::vector<std::size_t> dims(m_scale.size());
        std::iota(dims.begin(), dims.end(), std::size_t{0});
        for (std::size_t i = 0; i < std::min<std::size_t>(4, dims.size()); ++i) {
            std::swap(dims[i], dims[i + random.below(dims.size() - i)]);
            m_scale[dims[i]] *= 4;
        }
    }

    Matrix m_centres; ///< [centres × latent]
    Matrix m_map;     ///< P, transposed: [dim × latent]
    std::vector<double> m_weights; ///< Running sums.
    std::vector<double> m_mean;
    std::vector<double> m_scale;
    Random& m_random;
};

} // namespace

MeasurementSet makeMeasurementSet(std::size_t rows, std::size_t queries, std::size_t dim, std::uint64_t seed)
{
    Random random(seed);
    Source source(dim, std::min<std::size_t>(500, rows / 20 + 1), std::min<std::size_t>(64, dim), random);
    MeasurementSet set{Matrix(rows, dim), Matrix(queries, dim)};
    for (std::size_t i = 0; i < rows; ++i)
        source.fill(set.rows.row(i));
    for (std::size_t i = 0; i < queries; ++i)
        source.fill(set.queries.row(i));
    return set;
}

} // namespace tw::bench
