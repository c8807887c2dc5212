// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/distinct_rows.h"

#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw {
namespace {

using testing::ElementsAre;

Matrix rowsOf(std::initializer_list<std::vector<float>> rows)
{
    Matrix matrix;
    for (const auto& row : rows)
        matrix.appendRow(row);
    return matrix;
}

TEST(DistinctRows, GroupsEqualRowsByFirstAppearance)
{
    const DistinctRows nodes = DistinctRows::of(rowsOf({{1, 2}, {3, 4}, {1, 2}, {5, 6}, {3, 4}, {1, 2}}));
    ASSERT_EQ(nodes.size(), 3U);
    EXPECT_THAT(nodes.rows(0), ElementsAre(0, 2, 5));
    EXPECT_THAT(nodes.rows(1), ElementsAre(1, 4));
    EXPECT_THAT(nodes.rows(2), ElementsAre(3));
    EXPECT_EQ(nodes.firstRow(1), 1U);
}

TEST(DistinctRows, NothingAndOnlyDifferentRows)
{
    EXPECT_EQ(DistinctRows::of(Matrix()).size(), 0U);
    const DistinctRows nodes = DistinctRows::of(test::normalMatrix(500, 3, 1));
    ASSERT_EQ(nodes.size(), 500U);
    for (std::uint32_t node = 0; node < 500; ++node)
        ASSERT_THAT(nodes.rows(node), ElementsAre(node));
}

TEST(DistinctRows, ComesBackFromItsParts)
{
    const DistinctRows nodes = DistinctRows::of(rowsOf({{1}, {2}, {1}}));
    const std::vector<std::uint32_t> starts(nodes.starts().begin(), nodes.starts().end());
    const std::vector<std::uint32_t> rows(nodes.groupedRows().begin(), nodes.groupedRows().end());
    const auto again = DistinctRows::fromParts(starts, rows, 3);
    ASSERT_TRUE(again.has_value());
    EXPECT_THAT(again->rows(0), ElementsAre(0, 2));
}

TEST(DistinctRows, NodesMayHaveLostTheirRows)
{
    const auto grown = DistinctRows::fromParts({0, 2, 2, 3}, {0, 2, 1}, 3);
    ASSERT_TRUE(grown.has_value());
    EXPECT_EQ(grown->size(), 3U);
    EXPECT_EQ(grown->emptyCount(), 1U);
    EXPECT_TRUE(grown->rows(1).empty());
    EXPECT_THAT(grown->rows(2), ElementsAre(1));
    EXPECT_THAT(grown->nodeOfRow(), ElementsAre(0, 2, 0));
    EXPECT_FALSE(grown->isIdentity());
    EXPECT_TRUE(DistinctRows::identity(3).isIdentity());
    EXPECT_EQ(DistinctRows::identity(3).emptyCount(), 0U);
}

TEST(DistinctRows, EqualRowsOfOtherLengthsAreNotEqual)
{
    const Matrix rows = rowsOf({{1, 0}, {1, 0}, {1, 0}});
    const std::vector<float> lengths{2, 3, 2};
    EXPECT_EQ(DistinctRows::of(rows).size(), 1U);
    const DistinctRows nodes = DistinctRows::of(rows, lengths);
    ASSERT_EQ(nodes.size(), 2U);
    EXPECT_THAT(nodes.rows(0), ElementsAre(0, 2));
}

TEST(DistinctRows, PartsThatAreNoGroupingAreRefused)
{
    using V = std::vector<std::uint32_t>;
    EXPECT_TRUE(DistinctRows::fromParts(V{0, 2, 3}, V{0, 2, 1}, 3).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{}, V{}, 0).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{0, 2, 3}, V{0, 2, 1}, 4).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{0, 2, 3}, V{2, 0, 1}, 3).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{0, 5, 3}, V{0, 2, 1}, 3).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{1, 2, 3}, V{0, 2, 1}, 3).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{0, 2, 3}, V{0, 2, 2}, 3).has_value());
    EXPECT_FALSE(DistinctRows::fromParts(V{0, 2, 3}, V{0, 2, 3}, 3).has_value());
}

} // namespace
} // namespace tw
