// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/pca.h"

#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

#include <Eigen/Eigenvalues>

namespace tw {
namespace {

using SymmetricSolver = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>;

/// Rows taken together: sums over this many products are made in float, those over blocks in double.
constexpr std::size_t kBlockRows = 256;
/// Directions with less than this share of the largest variance are rounding noise.
constexpr double kRankTolerance = 1e-9;

std::vector<float> meanOf(MatrixView rows)
{
    std::vector<double> sum(rows.cols(), 0.0);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t d = 0; d < rows.cols(); ++d)
            sum[d] += static_cast<double>(rows.row(i)[d]);
    std::vector<float> mean(rows.cols());
    for (std::size_t d = 0; d < rows.cols(); ++d)
        mean[d] = static_cast<float>(sum[d] / static_cast<double>(rows.rows()));
    return mean;
}

/// Products of the rows of `block` with each other, added to the upper triangle of `sum`: each row's lie adjacent there.
Status addProducts(const Matrix& block, Eigen::MatrixXd& sum, const TaskContext& context)
{
    return parallelFor(block.rows(), 8, context, [&](std::size_t begin, std::size_t end) {
        std::vector<float> products(end);
        for (std::size_t i = begin; i < end; ++i) {
            const MatrixView upToSelf(block.data(), i + 1, block.cols());
            simd::dotRows(block.row(i), upToSelf, std::span(products).first(i + 1));
            for (std::size_t j = 0; j <= i; ++j)
                sum(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(i)) += static_cast<double>(products[j]);
        }
    });
}

/// Σ (x − mean)(x − mean)ᵀ, upper triangle [cols × cols].
Result<Eigen::MatrixXd> scatter(MatrixView rows, std::span<const float> mean, const TaskContext& context)
{
    const auto dim = static_cast<Eigen::Index>(rows.cols());
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(dim, dim);
    for (std::size_t begin = 0; begin < rows.rows(); begin += kBlockRows) {
        TW_TRY(context.check());
        context.report(Stage::Projecting, begin, rows.rows());
        const std::size_t count = std::min(kBlockRows, rows.rows() - begin);
        Matrix block(rows.cols(), count); // Transposed: sums run along adjacent numbers.
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t d = 0; d < rows.cols(); ++d)
                block.row(d)[i] = rows.row(begin + i)[d] - mean[d];
        TW_TRY(addProducts(block, sum, context));
    }
    context.report(Stage::Projecting, rows.rows(), rows.rows());
    return sum;
}

Matrix centred(MatrixView rows, std::span<const float> mean)
{
    Matrix result(rows.rows(), rows.cols());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t d = 0; d < rows.cols(); ++d)
            result.row(i)[d] = rows.row(i)[d] - mean[d];
    return result;
}

/// One direction in double, before it is stored.
using Direction = Eigen::VectorXd;

void fixSign(Direction& direction)
{
    // The first among practically equal magnitudes, so that rounding does not decide.
    const double largest = direction.cwiseAbs().maxCoeff();
    for (Eigen::Index d = 0; d < direction.size(); ++d)
        if (std::abs(direction[d]) >= largest * (1 - 1e-5)) {
            if (direction[d] < 0)
                direction = -direction;
            return;
        }
}

/// Any unit direction at right angles to those found: for directions without variance.
Direction freeDirection(const std::vector<Direction>& found, Eigen::Index dim)
{
    Direction best = Direction::Zero(dim);
    for (Eigen::Index axis = 0; axis < dim; ++axis) {
        Direction candidate = Direction::Unit(dim, axis);
        for (int pass = 0; pass < 2; ++pass)
            for (const Direction& other : found)
                candidate -= candidate.dot(other) * other;
        if (candidate.norm() > best.norm())
            best = candidate;
        // Good enough: among dim axes one keeps at least this much when fewer than half are taken.
        if (best.norm() > 0.7)
            break;
    }
    return best.normalized();
}

struct Spectrum {
    std::vector<Direction> directions;
    std::vector<double> variances; ///< Sums of squares along each direction.
};

/// Few columns: eigenvectors of the scatter matrix are the directions.
Result<Spectrum> spectrumOfColumns(MatrixView rows, std::span<const float> mean, std::size_t count,
                                   const TaskContext& context)
{
    TW_ASSIGN(const Eigen::MatrixXd sum, scatter(rows, mean, context));
    const SymmetricSolver solver(sum.transpose()); // It looks at the lower triangle.
    Spectrum spectrum;
    for (std::size_t i = 0; i < count; ++i) {
        const Eigen::Index at = sum.cols() - 1 - static_cast<Eigen::Index>(i);
        spectrum.directions.emplace_back(solver.eigenvectors().col(at));
        spectrum.variances.push_back(std::max(0.0, solver.eigenvalues()[at]));
    }
    return spectrum;
}

/// Fewer rows than columns: X Xᵀ has the same spectrum and is smaller; u becomes Xᵀu / |Xᵀu| (Turk & Pentland 1991).
Result<Spectrum> spectrumOfRows(MatrixView rows, std::span<const float> mean, std::size_t count,
                                const TaskContext& context)
{
    const Matrix shifted = centred(rows, mean);
    const auto size = static_cast<Eigen::Index>(rows.rows());
    const auto dim = static_cast<Eigen::Index>(rows.cols());
    Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(size, size);
    TW_TRY(addProducts(shifted, gram, context));
    const SymmetricSolver solver(gram.transpose());
    const Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> data(shifted.data(),
                                                                                                     size, dim);
    const double largest = std::max(0.0, solver.eigenvalues()[size - 1]);
    Spectrum spectrum;
    for (std::size_t i = 0; i < count; ++i) {
        TW_TRY(context.check());
        const Eigen::Index at = size - 1 - static_cast<Eigen::Index>(i);
        const double variance = std::max(0.0, solver.eigenvalues()[at]);
        if (variance <= largest * kRankTolerance) {
            spectrum.directions.push_back(freeDirection(spectrum.directions, dim));
            spectrum.variances.push_back(0.0);
            continue;
        }
        Direction direction = Direction::Zero(dim);
        for (Eigen::Index row = 0; row < size; ++row)
            direction += solver.eigenvectors()(row, at) * data.row(row).transpose().cast<double>();
        spectrum.directions.push_back(direction.normalized());
        spectrum.variances.push_back(variance);
    }
    return spectrum;
}

double totalVariance(MatrixView rows, std::span<const float> mean)
{
    double total = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t d = 0; d < rows.cols(); ++d) {
            const double deviation = static_cast<double>(rows.row(i)[d] - mean[d]);
            total += deviation * deviation;
        }
    return total;
}

} // namespace

Result<Pca> Pca::fit(MatrixView rows, std::size_t count, const TaskContext& context)
{
    if (rows.empty() || rows.cols() == 0)
        return fail(ErrorCode::InvalidArgument, "rows", "there are none");
    TW_TRY(context.check());
    count = std::min({count, rows.rows(), rows.cols()});
    Pca pca;
    pca.m_mean = meanOf(rows);
    const auto decompose = rows.rows() < rows.cols() ? spectrumOfRows : spectrumOfColumns;
    TW_ASSIGN(Spectrum spectrum, decompose(rows, pca.m_mean, count, context));
    TW_TRY(context.check());
    const double total = totalVariance(rows, pca.m_mean);
    pca.m_components = Matrix(count, rows.cols());
    for (std::size_t i = 0; i < count; ++i) {
        Direction& direction = spectrum.directions[i];
        fixSign(direction);
        for (std::size_t d = 0; d < rows.cols(); ++d)
            pca.m_components.row(i)[d] = static_cast<float>(direction[static_cast<Eigen::Index>(d)]);
        pca.m_explained.push_back(total > 0 ? static_cast<float>(spectrum.variances[i] / total) : 0.0F);
    }
    return pca;
}

std::vector<float> Pca::project(std::span<const float> vector) const
{
    assert(vector.size() == dim());
    std::vector<float> shifted(dim());
    std::ranges::transform(vector, m_mean, shifted.begin(), std::minus<>());
    std::vector<float> coordinates(count());
    simd::dotRows(shifted, m_components, coordinates);
    return coordinates;
}

Matrix Pca::project(MatrixView rows) const
{
    Matrix result(rows.rows(), count());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        std::ranges::copy(project(rows.row(i)), result.row(i).begin());
    return result;
}

} // namespace tw
