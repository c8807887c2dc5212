// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/leading_directions.h"

#include "core/base/random.h"
#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

/// Unscaled: the factor changes no direction.
Result<Matrix> covariance(MatrixView centred, const TaskContext& context)
{
    // So many rows of a block stay in the cache while every column meets every other.
    constexpr std::size_t kBlock = 512;
    const std::size_t dim = centred.cols();
    Matrix sums(dim, dim);
    for (std::size_t begin = 0; begin < centred.rows(); begin += kBlock) {
        const std::size_t count = std::min(kBlock, centred.rows() - begin);
        Matrix columns(dim, count);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t d = 0; d < dim; ++d)
                columns.row(d)[i] = centred.row(begin + i)[d];
        TW_TRY(parallelFor(dim, 16, context, [&](std::size_t first, std::size_t last) {
            std::vector<float> products(dim);
            for (std::size_t d = first; d < last; ++d) {
                simd::dotRows(columns.row(d), columns, products);
                std::ranges::transform(products, sums.row(d), sums.row(d).begin(), std::plus<>{});
            }
        }));
    }
    return sums;
}

void subtract(std::span<float> from, std::span<const float> direction, float amount)
{
    for (std::size_t i = 0; i < from.size(); ++i)
        from[i] -= amount * direction[i];
}

/// Gram-Schmidt from the first row on; what is left of nothing becomes 0.
void orthogonalise(Matrix& directions)
{
    for (std::size_t i = 0; i < directions.rows(); ++i) {
        const std::span<float> row = directions.row(i);
        const float before = std::sqrt(simd::squaredNorm(row));
        for (std::size_t j = 0; j < i; ++j)
            subtract(row, directions.row(j), simd::dot(row, directions.row(j)));
        const float left = std::sqrt(simd::squaredNorm(row));
        if (left > 1e-5F * before)
            simd::normalise(row);
        else
            std::ranges::fill(row, 0.0F);
    }
}

} // namespace

Result<Matrix> leadingDirections(MatrixView centred, std::size_t count, const TaskContext& context)
{
    constexpr int kRounds = 16;
    TW_ASSIGN(const Matrix spread, covariance(centred, context));
    Matrix directions(count, centred.cols());
    Random random(count);
    for (std::size_t i = 0; i < count; ++i)
        for (float& value : directions.row(i))
            value = static_cast<float>(random.normal());
    orthogonalise(directions);
    Matrix next(count, centred.cols());
    for (int round = 0; round < kRounds; ++round) {
        TW_TRY(context.check());
        for (std::size_t i = 0; i < count; ++i)
            simd::dotRows(directions.row(i), spread, next.row(i));
        std::swap(directions, next);
        orthogonalise(directions);
    }
    return directions;
}

} // namespace tw
