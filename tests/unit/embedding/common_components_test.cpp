// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/common_components.h"

#include "tests/support/vector_data.h"

namespace {

/// Rows spread over all directions, most along the first axis, less along the second.
tw::Matrix stretched(std::size_t rows, std::size_t dim)
{
    tw::Matrix matrix = tw::test::normalMatrix(rows, dim, 11);
    for (std::size_t i = 0; i < rows; ++i) {
        matrix.row(i)[0] *= 8;
        matrix.row(i)[1] *= 4;
    }
    return matrix;
}

TEST(SecondMoment, FindsTheStrongestDirectionsInOrder)
{
    const tw::Matrix rows = stretched(2000, 12);
    tw::SecondMoment moment(12);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        moment.add(rows.row(i));
    const tw::Matrix directions = moment.leadingDirections(2);
    ASSERT_EQ(directions.rows(), 2U);
    EXPECT_GT(directions.row(0)[0], 0.99);
    EXPECT_GT(directions.row(1)[1], 0.99);
}

TEST(SecondMoment, DirectionsAreOrthonormalAndRemovalIsComplete)
{
    const tw::Matrix rows = stretched(300, 12);
    tw::SecondMoment moment(12);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        moment.add(rows.row(i));
    const tw::Matrix directions = moment.leadingDirections(3);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            EXPECT_NEAR(tw::simd::dot(directions.row(i), directions.row(j)), i == j ? 1 : 0, 1e-5);
    std::vector<float> vector(rows.row(7).begin(), rows.row(7).end());
    tw::removeComponents(vector, directions);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(tw::simd::dot(directions.row(i), vector), 0, 1e-4);
}

TEST(SecondMoment, LengthDoesNotCountAndFewRowsGiveFewDirections)
{
    tw::SecondMoment moment(3);
    moment.add(std::vector<float>{0, 0, 0});
    EXPECT_EQ(moment.leadingDirections(2).rows(), 0U);
    moment.add(std::vector<float>{1000, 0, 0});
    moment.add(std::vector<float>{0, 1, 0});
    moment.add(std::vector<float>{0, 1, 0});
    const tw::Matrix direction = moment.leadingDirections(1);
    EXPECT_NEAR(direction.row(0)[1], 1, 1e-6);
    EXPECT_EQ(moment.leadingDirections(9).rows(), 3U);
}

} // namespace
