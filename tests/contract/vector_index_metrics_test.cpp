// SPDX-License-Identifier: GPL-3.0-or-later
// Every way to index with every metric.
#include "tests/contract/vector_index_kinds.h"
#include "tests/support/temp_folder.h"

namespace tw {
namespace {

using test::Index;
using test::Neighbours;

class VectorIndexMetrics : public testing::TestWithParam<std::tuple<test::IndexWay, Metric>> {
protected:
    static const test::IndexWay& way() { return std::get<0>(GetParam()); }
    static Metric metric() { return std::get<1>(GetParam()); }

    /// Rows of different lengths, and queries as long as the rows.
    void SetUp() override
    {
        m_rows = test::clusteredUnitRows(2500, 40, 120, 0.6, 1);
        m_lengths = test::someLengths(2500, 2);
        m_queries = test::clusteredUnitRows(80, 40, 120, 0.9, 1);
        const std::vector<float> lengths = test::someLengths(80, 3);
        for (std::size_t q = 0; q < 80; ++q)
            for (float& value : m_queries.row(q))
                value *= lengths[q];
    }
    IndexedVectors vectors() const { return {.unit = m_rows, .lengths = m_lengths, .metric = metric()}; }
    Index build() const
    {
        auto index = buildIndex(vectors(), way().options(), {});
        EXPECT_TRUE(index.has_value()) << (index ? "" : index.error().detail);
        return index.value_or(nullptr);
    }

    Matrix m_rows;
    std::vector<float> m_lengths;
    Matrix m_queries;
};

TEST_P(VectorIndexMetrics, FindsTheTrueNeighboursWithTheirSimilarities)
{
    const Index index = build();
    EXPECT_EQ(index->metric(), metric());
    EXPECT_EQ(index->kind(), way().kindOf(2500));
    EXPECT_GE(test::recallOf(*index, vectors(), m_queries, 10), way().recall);
    for (std::size_t q = 0; q < 20; ++q) {
        const Neighbours found = test::searched(*index, m_queries.row(q), 10);
        const Neighbours all = test::scanAll(vectors(), m_queries.row(q), m_rows.rows());
        test::expectInOrder(found);
        for (const Neighbour& neighbour : found) {
            const auto same = std::ranges::find(all, neighbour.row, &Neighbour::row);
            ASSERT_NEAR(neighbour.similarity, same->similarity, 2e-6 * (1 + std::abs(same->similarity)));
        }
    }
}

TEST_P(VectorIndexMetrics, AFilterLeavesTheBestOfTheRest)
{
    const Index index = build();
    RowFilter filter(m_rows.rows());
    for (std::uint32_t row = 0; row < m_rows.rows(); ++row)
        if (row % 3 != 0)
            filter.exclude(row);
    std::size_t hits = 0;
    for (std::size_t q = 0; q < 50; ++q) {
        Neighbours truth = test::scanAll(vectors(), m_queries.row(q), m_rows.rows());
        std::erase_if(truth, [](const Neighbour& each) { return each.row % 3 != 0; });
        truth.resize(10);
        const Neighbours found = test::searched(*index, m_queries.row(q), 10, {&filter, 0});
        ASSERT_EQ(found.size(), 10U);
        for (const Neighbour& each : found) {
            ASSERT_EQ(each.row % 3, 0U);
            hits += test::rowsOf(truth).count(each.row);
        }
    }
    EXPECT_GE(static_cast<double>(hits) / 500, way().recall);
}

TEST_P(VectorIndexMetrics, IsTheSameAfterSaveAndLoad)
{
    const test::TempFolder folder;
    const Index index = build();
    ASSERT_TRUE(index->save(folder / "index.bin").has_value());
    const auto loaded = loadIndex(folder / "index.bin", vectors());
    ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    for (std::size_t q = 0; q < 50; ++q)
        ASSERT_EQ(test::searched(**loaded, m_queries.row(q), 10), test::searched(*index, m_queries.row(q), 10));
    IndexedVectors other = vectors();
    other.metric = metric() == Metric::L2 ? Metric::Cosine : Metric::L2;
    EXPECT_EQ(loadIndex(folder / "index.bin", other).error().code, ErrorCode::Damaged);
    if (metric() != Metric::Cosine) {
        std::vector<float> lengths = m_lengths;
        lengths[5] += 1;
        other = vectors();
        other.lengths = lengths;
        EXPECT_EQ(loadIndex(folder / "index.bin", other).error().code, ErrorCode::Damaged);
    }
}

TEST_P(VectorIndexMetrics, WrongLengthsAreRefused)
{
    if (metric() == Metric::Cosine)
        GTEST_SKIP() << "lengths don't matter";
    for (const float bad : {0.0F, -1.0F, std::numeric_limits<float>::quiet_NaN(), 3e38F}) {
        m_lengths[17] = bad;
        const auto index = buildIndex(vectors(), way().options(), {});
        ASSERT_FALSE(index.has_value()) << bad;
        EXPECT_EQ(index.error().row, 17U);
    }
    m_lengths.resize(10);
    EXPECT_EQ(buildIndex(vectors(), way().options(), {}).error().code, ErrorCode::DimensionMismatch);
}

TEST_P(VectorIndexMetrics, QueriesOfExtremeLengths)
{
    const Index index = build();
    for (const float scale : {0.0F, 1e-30F, 1e30F}) {
        std::vector<float> query(m_queries.row(0).begin(), m_queries.row(0).end());
        for (float& value : query)
            value *= scale;
        const auto found = index->search(query, 10, nullptr, {});
        if (scale == 0.0F && metric() == Metric::Cosine) {
            EXPECT_EQ(found.error().code, ErrorCode::NotFinite);
            continue;
        }
        ASSERT_TRUE(found.has_value()) << scale;
        ASSERT_EQ(found->size(), 10U);
        for (const Neighbour& each : *found)
            EXPECT_TRUE(std::isfinite(each.similarity));
    }
}

INSTANTIATE_TEST_SUITE_P(Index, VectorIndexMetrics,
                         testing::Combine(testing::ValuesIn(test::kIndexWays),
                                          testing::Values(Metric::Cosine, Metric::InnerProduct, Metric::L2)),
                         [](const auto& each) {
                             const Metric metric = std::get<1>(each.param);
                             return std::string(std::get<0>(each.param).name)
                                 + (metric == Metric::Cosine ? "Cosine" : metric == Metric::L2 ? "L2" : "Product");
                         });

} // namespace
} // namespace tw
