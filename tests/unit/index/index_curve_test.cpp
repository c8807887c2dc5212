// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_curve.h"

#include "core/index/curve_reference.h"
#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

IndexOptions graph(int m, int efConstruction)
{
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.layout = IndexLayout::Small;
    options.m = m;
    options.efConstruction = efConstruction;
    return options;
}

CurveRequest requestOf(std::vector<IndexOptions> indexes)
{
    CurveRequest request;
    request.indexes = std::move(indexes);
    request.queries = 60;
    request.efforts = {10, 64};
    request.passes = 2;
    return request;
}

TEST(IndexCurve, ExactComesFirstThenTheGraphByEffort)
{
    const Matrix rows = test::clusteredUnitRows(3000, 24, 60, 0.6, 1);
    const IndexedVectors vectors{.unit = rows};
    std::vector<CurvePoint> told;
    const auto curve = measureIndexes(vectors, requestOf({graph(8, 16)}), {},
                                      [&](const CurvePoint& point) { told.push_back(point); }, {});
    ASSERT_TRUE(curve.has_value()) << curve.error().detail;
    EXPECT_EQ(curve->queries, 60U);
    ASSERT_EQ(curve->indexes.size(), 2U);
    EXPECT_EQ(curve->indexes[1].facts.kind, IndexKind::Hnsw);
    EXPECT_EQ(curve->indexes[1].options.m, 8);
    EXPECT_GT(curve->indexes[1].buildSeconds, 0);
    ASSERT_EQ(curve->points.size(), 3U);
    EXPECT_EQ(curve->points[0].kind, IndexKind::Exact);
    EXPECT_EQ(curve->points[0].recall, 1);
    EXPECT_EQ(curve->points[1].effort, 10);
    EXPECT_EQ(curve->points[2].effort, 64);
    EXPECT_GE(curve->points[2].recall, curve->points[1].recall);
    EXPECT_GT(curve->points[1].recall, 0.5);
    EXPECT_LT(curve->points[1].recall, 1) << "so thin a graph misses some";
    for (const CurvePoint& point : curve->points) {
        EXPECT_GT(point.queriesPerSecond, 0);
        EXPECT_GT(point.median, 0);
        EXPECT_GE(point.slowest, point.median);
    }
    ASSERT_EQ(told.size(), 3U);
    for (std::size_t i = 0; i < told.size(); ++i)
        EXPECT_EQ(told[i].recall, curve->points[i].recall);
}

TEST(IndexCurve, WhatIsReadyIsNotBuiltAgain)
{
    const Matrix rows = test::clusteredUnitRows(2000, 16, 40, 0.6, 2);
    const IndexedVectors vectors{.unit = rows};
    const auto ready = buildIndex(vectors, graph(12, 24), {});
    ASSERT_TRUE(ready.has_value());
    const std::vector<std::shared_ptr<const VectorIndex>> indexes{*ready};
    const auto curve = measureIndexes(vectors, requestOf({graph(12, 24), graph(16, 24)}), indexes, {}, {});
    ASSERT_TRUE(curve.has_value());
    ASSERT_EQ(curve->indexes.size(), 3U);
    EXPECT_EQ(curve->indexes[1].buildSeconds, 0);
    EXPECT_GT(curve->indexes[2].buildSeconds, 0);
}

TEST(IndexCurve, TooFewRowsOrQueriesAreRefused)
{
    const Matrix one = test::clusteredUnitRows(1, 4, 1, 0.1, 3);
    const auto curve = measureIndexes({.unit = one}, requestOf({}), {}, {}, {});
    ASSERT_FALSE(curve.has_value());
    EXPECT_EQ(curve.error().code, ErrorCode::InvalidArgument);
    const Matrix two = test::clusteredUnitRows(2, 4, 1, 0.5, 3);
    const auto small = measureIndexes({.unit = two}, requestOf({}), {}, {}, {});
    ASSERT_TRUE(small.has_value());
    EXPECT_EQ(small->queries, 2U);
    EXPECT_EQ(small->points.at(0).recall, 1);
}

class StoppingSink : public ProgressSink {
public:
    StoppingSink(std::stop_source source, Stage at) : m_source(source), m_at(at) {}
    void report(Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        wentBack |= stage == m_stage && done < m_done;
        m_stage = stage;
        m_done = done;
        EXPECT_LE(done, total);
        if (stage == m_at && done > 0)
            m_source.request_stop();
    }
    bool wentBack = false;

private:
    std::stop_source m_source;
    Stage m_at;
    Stage m_stage = Stage::Reading;
    std::uint64_t m_done = 0;
};

TEST(IndexCurve, StopsInEachStageAndProgressRises)
{
    const Matrix rows = test::clusteredUnitRows(3000, 16, 40, 0.6, 4);
    for (const Stage at : {Stage::Building, Stage::Searching, Stage::Writing}) {
        std::stop_source source;
        StoppingSink sink(source, at);
        const auto curve = measureIndexes({.unit = rows}, requestOf({graph(8, 16), graph(12, 16)}), {}, {},
                                          {source.get_token(), &sink});
        EXPECT_FALSE(sink.wentBack);
        ASSERT_EQ(curve.has_value(), at == Stage::Writing);
        if (!curve) {
            EXPECT_EQ(curve.error().code, ErrorCode::Cancelled);
        }
    }
}

/// −|a − b|², from the definition.
double minusSquaredDistance(std::span<const float> a, std::span<const float> b, double lengthB)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i]) - lengthB * static_cast<double>(b[i]), 2);
    return -sum;
}

TEST(CurveReference, KnowsTheTrueNeighboursByEachMetric)
{
    const Matrix rows = test::clusteredUnitRows(400, 8, 20, 0.8, 5);
    std::vector<float> lengths;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        lengths.push_back(0.5F + static_cast<float>(i % 7));
    const IndexedVectors vectors{.unit = rows, .lengths = lengths, .metric = Metric::L2};
    const auto reference = CurveReference::find(vectors, 5, 30, 6, {});
    ASSERT_TRUE(reference.has_value());
    for (std::size_t q = 0; q < reference->size(); ++q) {
        std::vector<Neighbour> all;
        for (std::uint32_t row = 0; row < rows.rows(); ++row)
            all.push_back({row, static_cast<float>(minusSquaredDistance(reference->query(q), rows.row(row),
                                                                        static_cast<double>(lengths[row])))});
        std::ranges::sort(all, std::greater<>(), &Neighbour::similarity);
        EXPECT_NEAR(all.front().similarity, 0, 1e-5) << "the query is a row at its own length";
        EXPECT_EQ(reference->recall(q, std::span(all).first(6)), 1);
        EXPECT_EQ(reference->recall(q, std::span(all).first(4)), 0.6);
        EXPECT_EQ(reference->recall(q, std::span(all).last(6)), 0);
    }
}

} // namespace
} // namespace tw
