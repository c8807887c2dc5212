// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors that are added to an index and that go from it.
#include "tests/contract/vector_index_kinds.h"
#include "tests/support/temp_folder.h"

namespace tw {
namespace {

using test::Index;
using test::Neighbours;

constexpr std::uint32_t kNew = Neighbour::kNone;

/// A matrix made of rows of another one, and where each came from.
struct Change {
    Matrix rows;
    std::vector<std::uint32_t> rowBefore;

    void keep(const Matrix& from, std::uint32_t row)
    {
        rows.appendRow(from.row(row));
        rowBefore.push_back(row);
    }
    void add(std::span<const float> row)
    {
        rows.appendRow(row);
        rowBefore.push_back(kNew);
    }
};

class VectorIndexGrowth : public testing::TestWithParam<test::IndexWay> {
protected:
    static Index build(const Matrix& rows) { return test::indexOf(rows, GetParam().options()); }
    /// The matrix is kept alive by the index.
    static Index extend(const Index& before, const Change& change)
    {
        const auto owner = std::make_shared<const Matrix>(change.rows);
        auto grown = extendIndex(*before, {.unit = *owner, .owner = owner}, change.rowBefore, {});
        EXPECT_TRUE(grown.has_value()) << (grown ? "" : grown.error().detail);
        return grown.value_or(nullptr);
    }
    static void expectGood(const Index& index, const Matrix& rows, const Matrix& queries)
    {
        EXPECT_EQ(index->size(), rows.rows());
        EXPECT_GE(test::recallOf(*index, {.unit = rows}, queries, 10), GetParam().recall);
        std::size_t found = 0;
        for (std::size_t i = 0; i < rows.rows(); ++i)
            found += test::searched(*index, rows.row(i), 1).at(0).row == i;
        EXPECT_GE(static_cast<double>(found), GetParam().selfRecall * static_cast<double>(rows.rows()));
    }

    const Matrix m_all = test::clusteredUnitRows(3000, 32, 300, 0.6, 1);
    const Matrix m_queries = test::clusteredUnitRows(60, 32, 300, 0.9, 1);
};

TEST_P(VectorIndexGrowth, NewRowsAreFoundAndOldOnesStay)
{
    Matrix first;
    Change change;
    for (std::uint32_t i = 0; i < 2700; ++i)
        first.appendRow(m_all.row(i));
    for (std::uint32_t i = 0; i < 2700; ++i)
        change.keep(first, i);
    for (std::uint32_t i = 2700; i < 3000; ++i)
        change.add(m_all.row(i));
    const Index grown = extend(build(first), change);
    expectGood(grown, change.rows, m_queries);
    EXPECT_EQ(grown->facts().removed, 0U);
}

TEST_P(VectorIndexGrowth, RemovedRowsAreNeverReturned)
{
    const Index before = build(m_all);
    Change change;
    for (std::uint32_t i = 0; i < 3000; ++i)
        if (i % 8 != 3)
            change.keep(m_all, i);
    const Index after = extend(before, change);
    expectGood(after, change.rows, m_queries);
    if (GetParam().kind == IndexKind::Hnsw) {
        EXPECT_EQ(after->facts().removed, 375U);
    }
    // The vectors that went are near no row now: each finds its neighbours, not itself.
    for (std::uint32_t i = 3; i < 3000; i += 80)
        EXPECT_LT(test::searched(*after, m_all.row(i), 1).at(0).similarity, 0.999F);
    const Neighbours all = test::searched(*after, m_all.row(3), 5000);
    EXPECT_EQ(all.size(), change.rows.rows());
}

TEST_P(VectorIndexGrowth, WhenTooManyAreGoneItIsBuiltAnew)
{
    const Index before = build(m_all);
    Change change;
    for (std::uint32_t i = 0; i < 3000; ++i)
        if (i % 4 != 3)
            change.keep(m_all, i);
    const Index after = extend(before, change);
    expectGood(after, change.rows, m_queries);
    EXPECT_EQ(after->facts().removed, 0U);
}

TEST_P(VectorIndexGrowth, InAnotherOrderWithCopiesAgainAndAgain)
{
    Matrix rows = test::clusteredUnitRows(1500, 32, 150, 0.6, 2);
    std::ranges::copy(rows.row(10), rows.row(20).begin());
    Index index = build(rows);
    Random random(3);
    for (int round = 0; round < 6; ++round) {
        Change change;
        for (std::uint32_t i = static_cast<std::uint32_t>(rows.rows()); i-- > 0;)
            if (random.uniform() > 0.02 || i == 10)
                change.keep(rows, i);
        const Matrix fresh = test::clusteredUnitRows(40, 32, 150, 0.8, 100 + static_cast<std::uint64_t>(round));
        for (std::size_t i = 0; i < 40; ++i)
            change.add(i == 7 ? rows.row(10) : fresh.row(i)); // A new row may be a copy of an old one.
        index = extend(index, change);
        rows = change.rows;
        std::size_t found = 0;
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            const Neighbours nearest = test::searched(*index, rows.row(i), 3);
            found += nearest.at(0).similarity > 0.9999F;
        }
        ASSERT_GE(static_cast<double>(found), GetParam().selfRecall * static_cast<double>(rows.rows())) << round;
        ASSERT_GE(test::recallOf(*index, {.unit = rows}, m_queries, 10), GetParam().recall) << round;
    }
}

TEST_P(VectorIndexGrowth, TheIndexBeforeStaysAsItWas)
{
    const Index before = build(m_all);
    std::vector<Neighbours> expected;
    for (std::uint32_t i = 0; i < 50; ++i)
        expected.push_back(test::searched(*before, m_all.row(i), 10));
    Change change;
    for (std::uint32_t i = 0; i < 2900; ++i)
        change.keep(m_all, i);
    change.add(m_queries.row(0));
    extend(before, change);
    for (std::uint32_t i = 0; i < 50; ++i)
        EXPECT_EQ(test::searched(*before, m_all.row(i), 10), expected[i]);
}

TEST_P(VectorIndexGrowth, AGrownIndexIsSavedAndLoaded)
{
    const test::TempFolder folder;
    Change change;
    for (std::uint32_t i = 0; i < 3000; ++i)
        if (i % 10 != 3)
            change.keep(m_all, i);
    for (std::size_t i = 0; i < 30; ++i)
        change.add(m_queries.row(i));
    const Index grown = extend(build(m_all), change);
    ASSERT_TRUE(grown->save(folder / "index.bin").has_value());
    const auto loaded = loadIndex(folder / "index.bin", change.rows, nullptr);
    ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    EXPECT_EQ((*loaded)->facts().removed, grown->facts().removed);
    for (std::size_t i = 0; i < 60; ++i)
        ASSERT_EQ(test::searched(**loaded, m_queries.row(i), 10), test::searched(*grown, m_queries.row(i), 10));
    // And grows on from there.
    Change next;
    for (std::uint32_t i = 1; i < change.rows.rows(); ++i)
        next.keep(change.rows, i);
    next.add(m_queries.row(40));
    expectGood(extend(*loaded, next), next.rows, m_queries);
}

TEST_P(VectorIndexGrowth, FromNothingAndToNothing)
{
    Change change;
    for (std::uint32_t i = 0; i < 300; ++i)
        change.add(m_all.row(i));
    const Index grown = extend(build(Matrix()), change);
    EXPECT_EQ(grown->size(), 300U);
    const auto none = extendIndex(*grown, {}, {}, {});
    ASSERT_TRUE(none.has_value());
    EXPECT_EQ((*none)->size(), 0U);
}

TEST_P(VectorIndexGrowth, WhatDoesNotFitIsRefused)
{
    const Index before = build(m_all);
    const std::vector<std::uint32_t> same{0, 1, 2};
    const Matrix few = test::clusteredUnitRows(3, 32, 3, 0.1, 9);
    const auto code = [&](const Matrix& rows, std::span<const std::uint32_t> rowBefore) {
        const auto grown = extendIndex(*before, {.unit = rows}, rowBefore, {});
        return grown ? ErrorCode::Internal : grown.error().code;
    };
    EXPECT_EQ(code(few, std::span(same).first(2)), ErrorCode::DimensionMismatch);
    EXPECT_EQ(code(test::clusteredUnitRows(3, 31, 3, 0.1, 9), same), ErrorCode::DimensionMismatch);
    Matrix bad = few;
    bad.row(1)[0] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(code(bad, std::vector<std::uint32_t>(3, kNew)), ErrorCode::NotFinite);
    std::stop_source source;
    source.request_stop();
    const auto stopped = extendIndex(*before, {.unit = few}, std::vector<std::uint32_t>(3, kNew),
                                     {source.get_token(), nullptr});
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST(HnswGrowth, ARowThatIsNotTheOneNamedIsRefused)
{
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    const Matrix rows = test::clusteredUnitRows(500, 16, 50, 0.5, 4);
    const Index before = test::indexOf(rows, options);
    std::vector<std::uint32_t> rowBefore(500);
    for (std::uint32_t i = 0; i < 500; ++i)
        rowBefore[i] = i;
    std::swap(rowBefore[3], rowBefore[4]);
    const auto grown = extendIndex(*before, {.unit = rows}, rowBefore, {});
    ASSERT_FALSE(grown.has_value());
    EXPECT_EQ(grown.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(grown.error().row, 3U);
}

INSTANTIATE_TEST_SUITE_P(Index, VectorIndexGrowth, testing::ValuesIn(test::kIndexWays),
                         [](const auto& way) { return std::string(way.param.name); });

} // namespace
} // namespace tw
