// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/seen_vectors.h"

namespace tw {

std::vector<float> meanOf(const SeenVectors& vectors, std::span<const std::uint32_t> rows)
{
    std::vector<double> sums(vectors.dim(), 0.0);
    std::vector<float> row(vectors.dim());
    for (const std::uint32_t number : rows) {
        vectors.copy(number, row);
        for (std::size_t i = 0; i < row.size(); ++i)
            sums[i] += static_cast<double>(row[i]);
    }
    const double count = static_cast<double>(std::max<std::size_t>(rows.size(), 1));
    std::ranges::transform(sums, row.begin(), [count](double sum) { return static_cast<float>(sum / count); });
    return row;
}

std::vector<std::uint32_t> sampleOf(std::span<const std::uint32_t> rows, std::size_t count)
{
    if (rows.size() <= count)
        return {rows.begin(), rows.end()};
    std::vector<std::uint32_t> sample(count);
    for (std::size_t i = 0; i < count; ++i)
        sample[i] = rows[i * rows.size() / count];
    return sample;
}

} // namespace tw
