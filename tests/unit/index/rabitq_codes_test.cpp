// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/rabitq_codes.h"

#include "core/simd/kernels.h"
#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>

namespace tw {
namespace {

Matrix gaussianUnitRows(std::size_t count, std::size_t dim, std::uint64_t seed)
{
    Matrix rows = test::normalMatrix(count, dim, seed);
    test::normaliseRows(rows);
    return rows;
}

std::vector<std::uint32_t> allOf(const Matrix& rows)
{
    std::vector<std::uint32_t> numbers(rows.rows());
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

TEST(RandomRotation, KeepsInnerProducts)
{
    for (const std::size_t dim : {1U, 50U, 64U, 100U, 384U, 768U, 1000U, 1024U}) {
        const Matrix rows = gaussianUnitRows(2, dim, dim);
        const RandomRotation rotation(dim);
        ASSERT_EQ(rotation.size() % 64, 0U);
        ASSERT_GE(rotation.size(), dim);
        std::vector<float> a(rotation.size());
        std::vector<float> b(rotation.size());
        rotation.apply(rows.row(0), a);
        rotation.apply(rows.row(1), b);
        EXPECT_NEAR(simd::dot(a, b), simd::dot(rows.row(0), rows.row(1)), 1e-5) << dim;
        EXPECT_NEAR(simd::squaredNorm(a), 1.0F, 1e-5) << dim;
    }
}

TEST(RandomRotation, SpreadsOneDimensionOverAll)
{
    for (const std::size_t dim : {384U, 768U, 1024U}) {
        const RandomRotation rotation(dim);
        for (const std::size_t at : {std::size_t{0}, dim / 2, dim - 1}) {
            std::vector<float> axis(dim, 0.0F);
            axis[at] = 1;
            std::vector<float> spread(dim);
            rotation.apply(axis, spread);
            for (const float value : spread)
                EXPECT_LT(std::fabs(value), 6 / std::sqrt(static_cast<float>(dim)));
        }
    }
}

// Theorem 3.2 of the paper: right in the mean, with an error of about sqrt((1 - a^2) / a^2) / sqrt(D - 1) of the lengths,
// where a = <o_bar, o> is near sqrt(2 / pi). Rounding the query to four bits adds a little.
TEST(RabitqCodes, EstimatesAreRightInTheMeanAndAsNearAsThePaperSays)
{
    constexpr std::size_t kDim = 256;
    const Matrix rows = gaussianUnitRows(400, kDim, 5);
    const Matrix queries = gaussianUnitRows(20, kDim, 6);
    const IndexedVectors vectors{.unit = rows};
    RabitqCodes codes = RabitqCodes::fit(SeenVectors(vectors), allOf(rows));
    ASSERT_TRUE(codes.append(SeenVectors(vectors), allOf(rows), {}).has_value());
    ASSERT_EQ(codes.size(), rows.rows());
    RabitqCodes::Query query;
    std::vector<float> scores(rows.rows());
    double sum = 0;
    double squares = 0;
    for (std::size_t q = 0; q < queries.rows(); ++q) {
        codes.prepare(queries.row(q), query);
        codes.scores(query, allOf(rows), scores.data());
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            const double error = static_cast<double>(scores[i] - simd::dot(queries.row(q), rows.row(i)));
            sum += error;
            squares += error * error;
        }
    }
    const double count = static_cast<double>(rows.rows() * queries.rows());
    const double expected = std::sqrt((1 - 2 / std::numbers::pi) / (2 / std::numbers::pi) / (kDim - 1));
    EXPECT_NEAR(sum / count, 0, 4 * expected / std::sqrt(count) + 1e-3);
    EXPECT_NEAR(std::sqrt(squares / count), expected, 0.15 * expected);
}

TEST(RabitqCodes, CountLengthsAsTheMetricDoes)
{
    const Matrix rows = gaussianUnitRows(64, 128, 7);
    const Matrix queries = gaussianUnitRows(1, 128, 8);
    std::vector<float> lengths(rows.rows());
    for (std::size_t i = 0; i < lengths.size(); ++i)
        lengths[i] = 0.5F + static_cast<float>(i) / 16;
    for (const Metric metric : {Metric::InnerProduct, Metric::L2}) {
        const IndexedVectors vectors{.unit = rows, .lengths = lengths, .metric = metric};
        RabitqCodes codes = RabitqCodes::fit(SeenVectors(vectors), allOf(rows));
        ASSERT_TRUE(codes.append(SeenVectors(vectors), allOf(rows), {}).has_value());
        RabitqCodes::Query query;
        codes.prepare(queries.row(0), query);
        std::vector<float> scores(rows.rows());
        codes.scores(query, allOf(rows), scores.data());
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            const float own = metric == Metric::L2 ? lengths[i] * lengths[i] / 2 : 0.0F;
            const float score = lengths[i] * simd::dot(queries.row(0), rows.row(i)) - own;
            EXPECT_NEAR(scores[i], score, 0.45F * lengths[i]) << i; // Some six standard deviations.
        }
    }
}

TEST(RabitqCodes, EqualRowsAreKnownExactly)
{
    Matrix rows(5, 70);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        rows.row(i)[3] = 1;
    const IndexedVectors vectors{.unit = rows};
    RabitqCodes codes = RabitqCodes::fit(SeenVectors(vectors), allOf(rows));
    ASSERT_TRUE(codes.append(SeenVectors(vectors), allOf(rows), {}).has_value());
    RabitqCodes::Query query;
    codes.prepare(rows.row(0), query);
    std::vector<float> scores(rows.rows());
    codes.scores(query, allOf(rows), scores.data());
    for (const float score : scores)
        EXPECT_NEAR(score, 1.0F, 1e-4);
}

} // namespace
} // namespace tw
