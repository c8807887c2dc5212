// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_index.h"

#include "core/index/exact_scan.h"
#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tw {

// Found by argument-dependent lookup, so that failures show numbers.
bool operator==(const Neighbour& a, const Neighbour& b)
{
    return a.row == b.row && a.similarity == b.similarity;
}
void PrintTo(const Neighbour& neighbour, std::ostream* out)
{
    *out << "row " << neighbour.row << " at " << neighbour.similarity;
}

namespace {

using Neighbours = std::vector<Neighbour>;

/// Rows large enough for codes: what an exact index finds must be what looking at all numbers finds.
struct Fixture {
    Matrix rows;
    std::vector<float> lengths;
    IndexedVectors vectors;
    Matrix queries;

    Fixture(Matrix unitRows, Matrix someQueries, Metric metric = Metric::Cosine)
        : rows(std::move(unitRows)), queries(std::move(someQueries))
    {
        Random random(99);
        for (std::size_t i = 0; i < rows.rows(); ++i)
            lengths.push_back(static_cast<float>(std::exp(random.normal())));
        vectors = {.unit = rows, .lengths = lengths, .metric = metric};
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    Neighbours scan(std::size_t query, std::size_t k, const RowFilter* filter = nullptr) const
    {
        return *scanRows(*ExactSimilarity::of(queries.row(query), vectors, k), vectors, k, filter, {});
    }
    void expectAsScanned(std::size_t k, const RowFilter* filter = nullptr) const
    {
        const ExactIndex index(vectors, {});
        ASSERT_GT(index.facts().codeBytes, 0U) << "too few rows to test the codes";
        const auto all = index.searchAll(queries, k, {filter, 0}, {});
        ASSERT_TRUE(all.has_value());
        ASSERT_EQ(all->size(), queries.rows());
        for (std::size_t q = 0; q < queries.rows(); ++q) {
            const Neighbours expected = scan(q, k, filter);
            const auto found = index.search(queries.row(q), k, filter, {});
            ASSERT_TRUE(found.has_value());
            ASSERT_EQ(*found, expected) << "query " << q << ", k " << k;
            ASSERT_EQ((*all)[q], expected) << "query " << q << " of all, k " << k;
        }
    }
};

TEST(ExactIndex, CodesChangeNothing)
{
    for (const std::size_t dim : {60U, 100U, 257U}) {
        const Fixture fixture(test::clusteredUnitRows(6000, dim, 40, 0.5, dim),
                              test::clusteredUnitRows(30, dim, 40, 0.5, dim));
        for (const std::size_t k : {1U, 10U, 300U, 2000U})
            fixture.expectAsScanned(k);
    }
}

TEST(ExactIndex, CodesChangeNothingOnSeveralThreads)
{
    const Fixture fixture(test::clusteredUnitRows(60'000, 96, 300, 0.5, 1), test::clusteredUnitRows(150, 96, 300, 0.5, 1));
    fixture.expectAsScanned(10);
}

// Rounding may go all one way in such rows: the bounds must hold without luck.
TEST(ExactIndex, RowsMadeToRoundBadly)
{
    constexpr std::size_t kDim = 128;
    Matrix rows(4000, kDim);
    Random random(2);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto steps = static_cast<float>(static_cast<double>(random.below(30)) + 0.45 + random.uniform(0, 0.1));
        for (std::size_t j = 0; j < kDim; ++j)
            rows.row(i)[j] = j == i % 5 ? 1.0F : steps / 127;
    }
    test::normaliseRows(rows);
    Matrix queries(20, kDim);
    for (std::size_t i = 0; i < queries.rows(); ++i)
        std::ranges::fill(queries.row(i), 1.0F);
    for (std::size_t i = 0; i < queries.rows(); ++i)
        queries.row(i)[i % kDim] = static_cast<float>(i);
    const Fixture fixture(std::move(rows), std::move(queries));
    for (const std::size_t k : {1U, 10U, 100U})
        fixture.expectAsScanned(k);
}

TEST(ExactIndex, OneGreatNumberInARowSpoilsNoAnswer)
{
    Matrix rows = test::clusteredUnitRows(5000, 80, 20, 0.5, 3);
    for (std::size_t i = 0; i < rows.rows(); i += 3)
        rows.row(i)[i % 80] = 1000;
    test::normaliseRows(rows);
    Matrix queries = test::clusteredUnitRows(20, 80, 20, 0.5, 3);
    queries.row(0)[7] = 500;
    const Fixture fixture(std::move(rows), std::move(queries));
    fixture.expectAsScanned(10);
}

TEST(ExactIndex, CopiesAreTiesByTheLowerRow)
{
    Matrix rows = test::clusteredUnitRows(5000, 96, 50, 0.5, 4);
    for (std::size_t i = 0; i < 100; ++i)
        std::ranges::copy(rows.row(1), rows.row(4999 - 41 * i).begin());
    Matrix queries(1, 96);
    std::ranges::copy(rows.row(1), queries.row(0).begin());
    const Fixture fixture(std::move(rows), std::move(queries));
    fixture.expectAsScanned(30);
    const Neighbours found = *ExactIndex(fixture.vectors, {}).search(fixture.queries.row(0), 30, nullptr, {});
    EXPECT_EQ(found[0].row, 1U);
    for (std::size_t i = 1; i < found.size(); ++i) {
        EXPECT_EQ(found[i].similarity, found[0].similarity);
        EXPECT_EQ(found[i].row, 4999 - 41 * (100 - i));
    }
}

TEST(ExactIndex, AllRowsEqual)
{
    Matrix rows(5000, 64);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        std::ranges::fill(rows.row(i), 0.125F);
    Matrix queries(1, 64);
    std::ranges::fill(queries.row(0), 1.0F);
    const Fixture fixture(std::move(rows), std::move(queries));
    fixture.expectAsScanned(10);
    EXPECT_EQ(fixture.scan(0, 3)[2].row, 2U);
}

TEST(ExactIndex, FiltersOfAllDensities)
{
    const Fixture fixture(test::clusteredUnitRows(7000, 96, 40, 0.5, 5), test::clusteredUnitRows(10, 96, 40, 0.5, 5));
    for (const std::uint32_t keepEvery : {1U, 2U, 5U, 20U, 500U}) {
        RowFilter filter(7000);
        for (std::uint32_t row = 0; row < 7000; ++row)
            if (row % keepEvery != 0)
                filter.exclude(row);
        fixture.expectAsScanned(7, &filter);
    }
    RowFilter block(7000); // dense in places, nothing elsewhere
    for (std::uint32_t row = 0; row < 5100; ++row)
        block.exclude(row);
    fixture.expectAsScanned(7, &block);
    RowFilter shorter(1000); // rows beyond its end are not excluded
    for (std::uint32_t row = 0; row < 1000; ++row)
        shorter.exclude(row);
    fixture.expectAsScanned(7, &shorter);
    RowFilter none(7000);
    for (std::uint32_t row = 0; row < 7000; ++row)
        none.exclude(row);
    EXPECT_TRUE(ExactIndex(fixture.vectors, {}).search(fixture.queries.row(0), 5, &none, {})->empty());
}

class ExactIndexMetrics : public testing::TestWithParam<Metric> {};

TEST_P(ExactIndexMetrics, AgreeWithTheDefinitionInDouble)
{
    const Metric metric = GetParam();
    Matrix queries = test::clusteredUnitRows(12, 72, 30, 0.5, 6);
    for (std::size_t i = 0; i < queries.rows(); ++i)
        for (float& value : queries.row(i))
            value *= 0.25F * static_cast<float>(i + 1);
    const Fixture fixture(test::clusteredUnitRows(5000, 72, 30, 0.5, 6), std::move(queries), metric);
    fixture.expectAsScanned(10);
    fixture.expectAsScanned(700);
    for (std::size_t q = 0; q < fixture.queries.rows(); ++q) {
        std::vector<double> expected;
        for (std::size_t row = 0; row < fixture.rows.rows(); ++row) {
            std::vector<float> whole(fixture.rows.row(row).begin(), fixture.rows.row(row).end());
            for (float& value : whole)
                value *= fixture.lengths[row];
            const Closeness close = closeness(fixture.queries.row(q), whole);
            expected.push_back(metric == Metric::Cosine           ? close.cosine
                                   : metric == Metric::InnerProduct ? close.innerProduct
                                                                    : -close.squaredDistance);
        }
        const Neighbours found = fixture.scan(q, 10);
        std::vector<double> sorted = expected;
        std::ranges::sort(sorted, std::greater());
        for (std::size_t i = 0; i < found.size(); ++i) {
            const double scale = 1e-6 * (1 + std::abs(sorted[i]) + 4 * 72);
            ASSERT_NEAR(static_cast<double>(found[i].similarity), sorted[i], scale);
            ASSERT_NEAR(static_cast<double>(found[i].similarity), expected[found[i].row], scale);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Index, ExactIndexMetrics, testing::Values(Metric::Cosine, Metric::InnerProduct, Metric::L2),
                         [](const auto& metric) {
                             return metric.param == Metric::Cosine           ? "Cosine"
                                 : metric.param == Metric::InnerProduct ? "InnerProduct"
                                                                        : "L2";
                         });

TEST(ExactIndex, AQueryOfLengthZeroIsRefusedByCosineOnly)
{
    for (const Metric metric : {Metric::Cosine, Metric::InnerProduct, Metric::L2}) {
        const Fixture fixture(test::clusteredUnitRows(5000, 64, 30, 0.5, 7), Matrix(1, 64), metric);
        const ExactIndex index(fixture.vectors, {});
        const auto found = index.search(fixture.queries.row(0), 5, nullptr, {});
        if (metric == Metric::Cosine) {
            ASSERT_FALSE(found.has_value());
            EXPECT_EQ(found.error().code, ErrorCode::NotFinite);
            EXPECT_EQ(index.searchAll(fixture.queries, 5, {}, {}).error().code, ErrorCode::NotFinite);
            continue;
        }
        fixture.expectAsScanned(5);
        if (metric == Metric::InnerProduct) {
            EXPECT_EQ(found->at(4).row, 4U) << "all products are 0";
            continue;
        }
        const auto shortest = std::ranges::min(fixture.lengths);
        EXPECT_FLOAT_EQ(found->front().similarity, -shortest * shortest);
    }
}

TEST(ExactIndex, LengthsBeyondFloatsStayFinite)
{
    Fixture fixture(test::clusteredUnitRows(5000, 64, 30, 0.5, 8), test::clusteredUnitRows(3, 64, 30, 0.5, 8),
                    Metric::InnerProduct);
    for (float& length : fixture.lengths)
        length = 1e30F;
    for (std::size_t q = 0; q < 3; ++q)
        for (float& value : fixture.queries.row(q))
            value *= 1e30F;
    fixture.expectAsScanned(5);
    EXPECT_TRUE(std::isfinite(fixture.scan(0, 1)[0].similarity));
    fixture.vectors.metric = Metric::L2;
    fixture.expectAsScanned(5);
    EXPECT_TRUE(std::isfinite(fixture.scan(0, 1)[0].similarity));
}

TEST(ExactIndex, BatchesAreRefusedAndStoppedAsSinglesAre)
{
    const Fixture fixture(test::clusteredUnitRows(5000, 64, 30, 0.5, 9), test::clusteredUnitRows(40, 64, 30, 0.5, 9));
    const ExactIndex index(fixture.vectors, {});
    EXPECT_EQ(index.searchAll(fixture.queries, 0, {}, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(index.searchAll(test::clusteredUnitRows(3, 63, 3, 0.5, 9), 5, {}, {}).error().code,
              ErrorCode::DimensionMismatch);
    Matrix bad = fixture.queries;
    bad.row(39)[5] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(index.searchAll(bad, 5, {}, {}).error().code, ErrorCode::NotFinite);
    EXPECT_TRUE(index.searchAll(Matrix(0, 64), 5, {}, {})->empty());
    std::stop_source source;
    source.request_stop();
    TaskContext context;
    context.stop = source.get_token();
    EXPECT_EQ(index.searchAll(fixture.queries, 5, {}, context).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(index.search(fixture.queries.row(0), 5, nullptr, context).error().code, ErrorCode::Cancelled);
}

TEST(Int8Codes, ErrorsAreTheDistancesToWhatIsDecoded)
{
    const Matrix rows = test::clusteredUnitRows(300, 100, 20, 0.5, 10);
    const Int8Codes codes = Int8Codes::of(rows);
    ASSERT_EQ(codes.size(), 300U);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        double squared = 0;
        for (std::size_t j = 0; j < 100; ++j) {
            const int code = codes.rows().codes[i * codes.rows().stride + j] - 128;
            const double error = static_cast<double>(rows.row(i)[j]) - static_cast<double>(codes.rows().scales[i]) * code;
            squared += error * error;
        }
        ASSERT_GE(static_cast<double>(codes.errors()[i]), std::sqrt(squared));
        ASSERT_LE(static_cast<double>(codes.errors()[i]), std::sqrt(squared) * 1.001);
    }
}

TEST(Int8CodedQuery, ASecondPlaneLeavesLess)
{
    const Matrix query = test::clusteredUnitRows(1, 100, 1, 0.5, 11);
    const Int8CodedQuery one(query.row(0), 1);
    const Int8CodedQuery two(query.row(0), 2);
    ASSERT_EQ(one.planes().size(), 1U);
    ASSERT_EQ(two.planes().size(), 2U);
    EXPECT_LT(two.error(), one.error() / 100);
    double squared = 0;
    for (std::size_t j = 0; j < 100; ++j) {
        double decoded = 0;
        for (const simd::Int8Query& plane : two.planes())
            decoded += static_cast<double>(plane.scale) * plane.codes[j];
        squared += std::pow(static_cast<double>(query.row(0)[j]) - decoded, 2);
    }
    EXPECT_NEAR(static_cast<double>(two.error()), std::sqrt(squared), 0.01 * std::sqrt(squared));
}

} // namespace
} // namespace tw
