// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/pca.h"

#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace tw {
namespace {

using testing::FloatNear;
using testing::Pointwise;

Matrix rowsOf(std::initializer_list<std::vector<float>> rows)
{
    Matrix matrix;
    for (const auto& row : rows)
        matrix.appendRow(row);
    return matrix;
}

Pca fitted(const Matrix& rows, std::size_t count)
{
    auto pca = Pca::fit(rows, count, {});
    EXPECT_TRUE(pca.has_value());
    return pca.value_or(Pca());
}

/// Column `direction` of the unit vectors along the axes, shifted so that the mean drops out: the direction itself.
std::vector<float> direction(const Pca& pca, std::size_t index)
{
    const std::vector<float> origin = pca.project(std::vector<float>(pca.dim(), 0.0F));
    std::vector<float> entries;
    for (std::size_t d = 0; d < pca.dim(); ++d) {
        std::vector<float> axis(pca.dim(), 0.0F);
        axis[d] = 1;
        entries.push_back(pca.project(axis)[index] - origin[index]);
    }
    return entries;
}

double dotOf(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

double sumOfSquaredDeviations(const Matrix& data)
{
    double total = 0;
    for (std::size_t d = 0; d < data.cols(); ++d) {
        double mean = 0;
        for (std::size_t i = 0; i < data.rows(); ++i)
            mean += static_cast<double>(data.row(i)[d]) / static_cast<double>(data.rows());
        for (std::size_t i = 0; i < data.rows(); ++i)
            total += std::pow(static_cast<double>(data.row(i)[d]) - mean, 2);
    }
    return total;
}

// By hand: rows (0,0), (2,2), (4,4), (3,1), (1,3) have mean (2,2) and covariance [[2, 1.2], [1.2, 2]] (sums 10 and 6
// over 5), whose eigenvalues are 3.2 along (1,1)/√2 and 0.8 along (1,−1)/√2; shares .8 and .2.
TEST(Pca, GoldenValuesByHand)
{
    const Pca pca = fitted(rowsOf({{0, 0}, {2, 2}, {4, 4}, {3, 1}, {1, 3}}), 2);
    ASSERT_EQ(pca.count(), 2U);
    EXPECT_EQ(pca.dim(), 2U);
    const float half = std::sqrt(0.5F);
    EXPECT_THAT(direction(pca, 0), Pointwise(FloatNear(1e-5F), {half, half}));
    EXPECT_THAT(direction(pca, 1), Pointwise(FloatNear(1e-5F), {half, -half}));
    EXPECT_THAT(pca.explained(), Pointwise(FloatNear(1e-6F), {0.8F, 0.2F}));
    EXPECT_THAT(pca.project(std::vector<float>{4, 4}), Pointwise(FloatNear(1e-5F), {4 * half, 0.0F}));
    EXPECT_THAT(pca.project(std::vector<float>{3, 1}), Pointwise(FloatNear(1e-5F), {0.0F, 2 * half}));
}

// By hand, fewer rows than columns: (1,0,0,0), (0,1,0,0), (−1,−1,0,0) have mean 0 and X Xᵀ with eigenvalues 3 and 1
// along (1,1,0,0)/√2 and (1,−1,0,0)/√2; the third direction has no variance.
TEST(Pca, GoldenValuesByHandForFewRows)
{
    const Pca pca = fitted(rowsOf({{1, 0, 0, 0}, {0, 1, 0, 0}, {-1, -1, 0, 0}}), 10);
    ASSERT_EQ(pca.count(), 3U);
    const float half = std::sqrt(0.5F);
    EXPECT_THAT(direction(pca, 0), Pointwise(FloatNear(1e-5F), {half, half, 0.0F, 0.0F}));
    EXPECT_THAT(direction(pca, 1), Pointwise(FloatNear(1e-5F), {half, -half, 0.0F, 0.0F}));
    EXPECT_THAT(pca.explained(), Pointwise(FloatNear(1e-6F), {0.75F, 0.25F, 0.0F}));
    EXPECT_NEAR(dotOf(direction(pca, 2), direction(pca, 2)), 1.0, 1e-5);
    EXPECT_NEAR(dotOf(direction(pca, 2), direction(pca, 0)), 0.0, 1e-5);
    EXPECT_NEAR(dotOf(direction(pca, 2), direction(pca, 1)), 0.0, 1e-5);
}

// More rows than one block, fewer, and the other way of computing it.
TEST(Pca, DirectionsAreOrthonormalAndCoordinatesUncorrelated)
{
    for (const auto& [rows, cols] : {std::pair(1000U, 20U), std::pair(256U, 40U), std::pair(30U, 60U)}) {
        Matrix data = test::normalMatrix(rows, cols, rows);
        for (std::size_t i = 0; i < data.rows(); ++i)
            for (std::size_t d = 0; d < data.cols(); ++d)
                data.row(i)[d] = data.row(i)[d] * (2.0F / static_cast<float>(d + 1)) + 3.0F;
        const Pca pca = fitted(data, 8);
        ASSERT_EQ(pca.count(), 8U);
        const Matrix coordinates = pca.project(data);
        const double total = sumOfSquaredDeviations(data);
        for (std::size_t a = 0; a < 8; ++a) {
            EXPECT_LE(pca.explained()[a], pca.explained()[a == 0 ? 0 : a - 1]);
            for (std::size_t b = 0; b <= a; ++b) {
                EXPECT_NEAR(dotOf(direction(pca, a), direction(pca, b)), a == b ? 1.0 : 0.0, 1e-4);
                double products = 0;
                for (std::size_t i = 0; i < data.rows(); ++i)
                    products += static_cast<double>(coordinates.row(i)[a]) * static_cast<double>(coordinates.row(i)[b]);
                const double share = a == b ? static_cast<double>(pca.explained()[a]) : 0.0;
                EXPECT_NEAR(products / total, share, 1e-5) << a << " and " << b;
            }
        }
    }
}

TEST(Pca, BothWaysAgreeWhereBothCanBeUsed)
{
    // 40 × 39 goes by columns; the same rows with two columns of zeros more go by rows.
    const Matrix narrow = test::normalMatrix(40, 39, 5);
    Matrix wide(40, 41);
    for (std::size_t i = 0; i < 40; ++i)
        std::ranges::copy(narrow.row(i), wide.row(i).begin());
    const Pca byColumns = fitted(narrow, 5);
    const Pca byRows = fitted(wide, 5);
    EXPECT_THAT(byRows.explained(), Pointwise(FloatNear(1e-5F), byColumns.explained()));
    for (std::size_t i = 0; i < 40; ++i)
        EXPECT_THAT(byRows.project(wide.row(i)), Pointwise(FloatNear(1e-3F), byColumns.project(narrow.row(i))));
}

TEST(Pca, TheLargestEntryOfEachDirectionIsPositive)
{
    const Pca pca = fitted(test::normalMatrix(200, 15, 6), 15);
    for (std::size_t index = 0; index < pca.count(); ++index) {
        const std::vector<float> entries = direction(pca, index);
        EXPECT_GT(std::ranges::max(entries), -std::ranges::min(entries) * 0.9999F);
    }
}

TEST(Pca, EqualRowsAndOneRowHaveNoVariance)
{
    for (const std::size_t rows : {1U, 7U}) {
        Matrix data(rows, 3);
        std::fill_n(data.data(), rows * 3, 2.0F);
        const Pca pca = fitted(data, 2);
        ASSERT_EQ(pca.count(), std::min<std::size_t>(2, rows));
        for (std::size_t i = 0; i < pca.count(); ++i) {
            EXPECT_EQ(pca.explained()[i], 0.0F);
            EXPECT_NEAR(pca.project(data.row(0))[i], 0.0F, 1e-6F);
        }
    }
}

TEST(Pca, NoRowsAndStoppingAreErrors)
{
    const auto none = Pca::fit(MatrixView(), 2, {});
    ASSERT_FALSE(none.has_value());
    EXPECT_EQ(none.error().code, ErrorCode::InvalidArgument);
    std::stop_source source;
    source.request_stop();
    TaskContext context;
    context.stop = source.get_token();
    const auto stopped = Pca::fit(test::normalMatrix(100, 5, 7), 2, context);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace tw
