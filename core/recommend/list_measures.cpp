// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recommend/list_measures.h"

#include "core/simd/kernels.h"

namespace tw {

float meanDistance(const Space& space, std::span<const ItemId> list, std::span<const float> profile)
{
    const double length = std::sqrt(static_cast<double>(simd::squaredNorm(profile)));
    double sum = 0;
    std::size_t count = 0;
    for (const ItemId item : list) {
        const std::span<const float> vector = space.vector(item);
        if (vector.empty())
            continue;
        sum += length > 0 ? 1 - simd::dot(vector, profile) / length : 1;
        ++count;
    }
    return count == 0 ? 0 : static_cast<float>(std::clamp(sum / static_cast<double>(count), 0.0, 2.0));
}

float intraListDiversity(const Space& space, std::span<const ItemId> list)
{
    // Unit vectors: |Σ u|² = count + 2 · Σ of all pairs' cosines.
    std::vector<double> sum(space.dim());
    std::size_t count = 0;
    for (const ItemId item : list) {
        const std::span<const float> vector = space.vector(item);
        if (vector.empty())
            continue;
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += vector[d];
        ++count;
    }
    if (count < 2)
        return 0;
    const double square = std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0);
    const auto items = static_cast<double>(count);
    return static_cast<float>(std::clamp(1 - (square - items) / (items * (items - 1)), 0.0, 2.0));
}

} // namespace tw
