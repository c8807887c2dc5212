// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space.h"

namespace tw {

DimensionStatistics DimensionStatistics::of(MatrixView matrix)
{
    const std::size_t dim = matrix.cols();
    DimensionStatistics result;
    result.mean.assign(dim, 0.0F);
    result.minimum.assign(dim, 0.0F);
    result.maximum.assign(dim, 0.0F);
    result.standardDeviation.assign(dim, 0.0F);
    if (matrix.empty())
        return result;

    std::vector<double> sum(dim, 0.0);
    std::ranges::copy(matrix.row(0), result.minimum.begin());
    std::ranges::copy(matrix.row(0), result.maximum.begin());
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        const std::span<const float> row = matrix.row(i);
        for (std::size_t d = 0; d < dim; ++d) {
            sum[d] += static_cast<double>(row[d]);
            result.minimum[d] = std::min(result.minimum[d], row[d]);
            result.maximum[d] = std::max(result.maximum[d], row[d]);
        }
    }
    const auto count = static_cast<double>(matrix.rows());
    for (double& value : sum)
        value /= count;
    // A second pass over deviations: the sum of squares alone cancels when the mean is large.
    std::vector<double> squares(dim, 0.0);
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        const std::span<const float> row = matrix.row(i);
        for (std::size_t d = 0; d < dim; ++d) {
            const double deviation = static_cast<double>(row[d]) - sum[d];
            squares[d] += deviation * deviation;
        }
    }
    for (std::size_t d = 0; d < dim; ++d) {
        result.mean[d] = static_cast<float>(sum[d]);
        result.standardDeviation[d] = static_cast<float>(std::sqrt(squares[d] / count));
    }
    return result;
}

} // namespace tw
