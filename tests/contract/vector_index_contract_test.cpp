// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/vector_index.h"

#include "tests/support/damage.h"
#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <thread>

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
using Index = std::shared_ptr<const VectorIndex>;

/// What VectorIndex promises, whichever way it is built.
class VectorIndexContract : public testing::TestWithParam<IndexKind> {
protected:
    static IndexOptions options()
    {
        IndexOptions options;
        options.kind = GetParam();
        return options;
    }
    static Index build(Matrix rows)
    {
        const auto owner = std::make_shared<const Matrix>(std::move(rows));
        auto index = buildIndex(*owner, owner, options(), {});
        EXPECT_TRUE(index.has_value()) << (index ? "" : index.error().detail);
        return index.value_or(nullptr);
    }
    static Neighbours search(const VectorIndex& index, std::span<const float> query, std::size_t k,
                             const RowFilter* filter = nullptr)
    {
        auto found = index.search(query, k, filter, {});
        EXPECT_TRUE(found.has_value()) << (found ? "" : found.error().detail);
        return found.value_or(Neighbours());
    }
    static std::set<std::uint32_t> rowsOf(const Neighbours& neighbours)
    {
        std::set<std::uint32_t> rows;
        for (const Neighbour& neighbour : neighbours)
            rows.insert(neighbour.row);
        return rows;
    }
    static void expectInOrder(const Neighbours& neighbours)
    {
        for (std::size_t i = 1; i < neighbours.size(); ++i) {
            const Neighbour& before = neighbours[i - 1];
            ASSERT_GE(before.similarity, neighbours[i].similarity);
            ASSERT_TRUE(before.similarity != neighbours[i].similarity || before.row < neighbours[i].row);
        }
        EXPECT_EQ(rowsOf(neighbours).size(), neighbours.size()) << "a row came twice";
    }
    /// The reference: cosine in double, one row after another.
    static Neighbours scan(const Matrix& rows, std::span<const float> query, std::size_t k)
    {
        Neighbours all;
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            double dot = 0;
            double a = 0;
            double b = 0;
            for (std::size_t j = 0; j < rows.cols(); ++j) {
                const auto x = static_cast<double>(rows.row(i)[j]);
                const auto y = static_cast<double>(query[j]);
                dot += x * y;
                a += x * x;
                b += y * y;
            }
            all.push_back({static_cast<std::uint32_t>(i), static_cast<float>(dot / std::sqrt(a * b))});
        }
        std::ranges::sort(all, [](const Neighbour& x, const Neighbour& y) {
            return x.similarity != y.similarity ? x.similarity > y.similarity : x.row < y.row;
        });
        all.resize(std::min(k, all.size()));
        return all;
    }
};

TEST_P(VectorIndexContract, SaysWhatItIs)
{
    const Index index = build(test::clusteredUnitRows(600, 24, 20, 0.5, 1));
    EXPECT_EQ(index->kind(), GetParam());
    EXPECT_EQ(index->size(), 600U);
    EXPECT_EQ(index->dim(), 24U);
    EXPECT_EQ(index->options().efSearch, options().efSearch);
}

TEST_P(VectorIndexContract, FindsTheTrueNeighboursWithTheirCosines)
{
    const Matrix rows = test::clusteredUnitRows(4000, 48, 80, 0.6, 2);
    const Matrix queries = test::clusteredUnitRows(200, 48, 80, 0.9, 2);
    const Index index = build(rows);
    std::size_t hits = 0;
    for (std::size_t q = 0; q < queries.rows(); ++q) {
        const Neighbours expected = scan(rows, queries.row(q), 10);
        const Neighbours found = search(*index, queries.row(q), 10);
        ASSERT_EQ(found.size(), 10U);
        expectInOrder(found);
        const auto expectedRows = rowsOf(expected);
        for (const Neighbour& neighbour : found)
            hits += expectedRows.count(neighbour.row);
        ASSERT_NEAR(found.front().similarity, expected.front().similarity, GetParam() == IndexKind::Exact ? 1e-6 : 1);
        const Neighbours own = scan(rows, queries.row(q), rows.rows());
        for (const Neighbour& neighbour : found) {
            const auto same = std::ranges::find(own, neighbour.row, &Neighbour::row);
            ASSERT_NEAR(neighbour.similarity, same->similarity, 1e-6);
        }
    }
    const double recall = static_cast<double>(hits) / 2000.0;
    EXPECT_GE(recall, GetParam() == IndexKind::Exact ? 0.9995 : 0.95);
}

TEST_P(VectorIndexContract, EachRowFindsItselfFirst)
{
    const Matrix rows = test::clusteredUnitRows(3000, 32, 60, 0.6, 3);
    const Index index = build(rows);
    std::size_t found = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const Neighbours nearest = search(*index, rows.row(i), 1);
        found += nearest.size() == 1 && nearest[0].row == i;
    }
    EXPECT_GE(found, GetParam() == IndexKind::Exact ? rows.rows() : rows.rows() * 99 / 100);
}

TEST_P(VectorIndexContract, TheQuerysLengthDoesNotMatter)
{
    const Matrix rows = test::clusteredUnitRows(800, 20, 10, 0.5, 4);
    const Index index = build(rows);
    std::vector<float> query(rows.row(5).begin(), rows.row(5).end());
    const auto expected = rowsOf(search(*index, query, 10));
    for (const float scale : {1e-30F, 0.25F, 4096.0F, 1e30F}) {
        std::vector<float> scaled = query;
        for (float& value : scaled)
            value *= scale;
        const Neighbours found = search(*index, scaled, 10);
        EXPECT_EQ(rowsOf(found), expected) << scale;
        EXPECT_NEAR(found.front().similarity, 1.0, 1e-6);
        EXPECT_LE(found.front().similarity, 1.0F);
    }
}

TEST_P(VectorIndexContract, AllCopiesOfARowAreReturnedInRisingOrder)
{
    // 200 copies: as many make other rows of a plain graph unreachable.
    Matrix rows = test::clusteredUnitRows(1200, 32, 1200, 0.0, 5);
    for (std::size_t i = 0; i < 200; ++i)
        std::ranges::copy(rows.row(3), rows.row(7 + i * 5).begin());
    std::vector<std::uint32_t> copies{3};
    for (std::uint32_t i = 0; i < 200; ++i)
        copies.push_back(7 + i * 5);
    const Index index = build(rows);
    EXPECT_EQ(index->kind(), GetParam());
    EXPECT_EQ(index->size(), 1200U);
    std::vector<std::uint32_t> found;
    const Neighbours nearest = search(*index, rows.row(3), 110);
    for (const Neighbour& neighbour : nearest)
        found.push_back(neighbour.row);
    copies.resize(110);
    EXPECT_EQ(found, copies);
    std::size_t reachable = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const Neighbours self = search(*index, rows.row(i), 1);
        reachable += self.size() == 1 && self[0].similarity > 0.9999F;
    }
    EXPECT_GE(reachable, 1190U);
}

TEST_P(VectorIndexContract, MoreThanAllGivesAll)
{
    const Matrix rows = test::clusteredUnitRows(300, 16, 30, 0.5, 6);
    const Index index = build(rows);
    for (const std::size_t k : {300U, 301U, 5000U}) {
        const Neighbours all = search(*index, rows.row(0), k);
        EXPECT_EQ(all.size(), 300U);
        expectInOrder(all);
    }
}

TEST_P(VectorIndexContract, FilteredRowsAreNeverReturnedAndTheRestFillsUp)
{
    const Matrix rows = test::clusteredUnitRows(2000, 32, 40, 0.5, 7);
    const Index index = build(rows);
    for (const std::uint32_t keepEvery : {2U, 5U, 50U, 400U}) {
        RowFilter filter(rows.rows());
        for (std::uint32_t row = 0; row < rows.rows(); ++row)
            if (row % keepEvery != 0)
                filter.exclude(row);
        for (std::size_t q = 0; q < 50; ++q) {
            const Neighbours found = search(*index, rows.row(q * 37), 20, &filter);
            ASSERT_EQ(found.size(), std::min<std::size_t>(20, (2000 + keepEvery - 1) / keepEvery));
            expectInOrder(found);
            for (const Neighbour& neighbour : found)
                ASSERT_EQ(neighbour.row % keepEvery, 0U);
        }
    }
}

TEST_P(VectorIndexContract, OneFilteredCopyLeavesTheOthers)
{
    Matrix rows = test::clusteredUnitRows(500, 16, 500, 0.0, 8);
    std::ranges::copy(rows.row(10), rows.row(400).begin());
    const Index index = build(rows);
    RowFilter filter(rows.rows());
    filter.exclude(10);
    EXPECT_EQ(search(*index, rows.row(10), 1, &filter).at(0).row, 400U);
    filter.exclude(400);
    EXPECT_NE(search(*index, rows.row(10), 1, &filter).at(0).row, 400U);
}

TEST_P(VectorIndexContract, NothingLeftGivesNothing)
{
    const Matrix rows = test::clusteredUnitRows(400, 16, 40, 0.5, 9);
    const Index index = build(rows);
    RowFilter filter(rows.rows());
    for (std::uint32_t row = 0; row < rows.rows(); ++row)
        filter.exclude(row);
    EXPECT_TRUE(search(*index, rows.row(0), 5, &filter).empty());
}

TEST_P(VectorIndexContract, SmallestSizes)
{
    const Index empty = build(Matrix(0, 3));
    EXPECT_EQ(empty->size(), 0U);
    const Matrix one = test::clusteredUnitRows(1, 5, 1, 0.1, 10);
    EXPECT_EQ(search(*build(one), one.row(0), 3).size(), 1U);
    const Matrix line = test::clusteredUnitRows(40, 1, 40, 0.1, 11);
    EXPECT_EQ(search(*build(line), line.row(0), 3).size(), 3U);
}

TEST_P(VectorIndexContract, WrongQueriesAreRefused)
{
    const Matrix rows = test::clusteredUnitRows(300, 16, 30, 0.5, 12);
    const Index index = build(rows);
    const auto failure = [&](std::vector<float> query, std::size_t k) {
        const auto found = index->search(query, k, nullptr, {});
        return found ? ErrorCode::Internal : found.error().code;
    };
    EXPECT_EQ(failure(std::vector<float>(15, 1.0F), 5), ErrorCode::DimensionMismatch);
    EXPECT_EQ(failure({}, 5), ErrorCode::DimensionMismatch);
    EXPECT_EQ(failure(std::vector<float>(16, 1.0F), 0), ErrorCode::InvalidArgument);
    EXPECT_EQ(failure(std::vector<float>(16, 0.0F), 5), ErrorCode::NotFinite);
    std::vector<float> bad(16, 1.0F);
    bad[15] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(failure(bad, 5), ErrorCode::NotFinite);
    bad[15] = std::numeric_limits<float>::infinity();
    EXPECT_EQ(failure(bad, 5), ErrorCode::NotFinite);
}

TEST_P(VectorIndexContract, WrongRowsAreRefusedByNumber)
{
    const Matrix good = test::clusteredUnitRows(50, 8, 5, 0.5, 13);
    const auto failure = [&](std::size_t row, float value) {
        Matrix rows = good;
        std::ranges::fill(rows.row(row), value);
        const auto index = buildIndex(rows, nullptr, options(), {});
        EXPECT_FALSE(index.has_value());
        return index ? Error() : index.error();
    };
    const Error nan = failure(17, std::numeric_limits<float>::quiet_NaN());
    EXPECT_EQ(nan.code, ErrorCode::NotFinite);
    EXPECT_EQ(nan.row, 17U);
    const Error zero = failure(0, 0.0F);
    EXPECT_EQ(zero.code, ErrorCode::NotFinite);
    EXPECT_EQ(zero.row, 0U);
    const Error longRow = failure(49, 1.0F);
    EXPECT_EQ(longRow.code, ErrorCode::InvalidArgument);
    EXPECT_EQ(longRow.row, 49U);
}

TEST_P(VectorIndexContract, StopsWhenAsked)
{
    const Matrix rows = test::clusteredUnitRows(3000, 16, 30, 0.5, 14);
    std::stop_source source;
    source.request_stop();
    TaskContext context;
    context.stop = source.get_token();
    const auto built = buildIndex(rows, nullptr, options(), context);
    ASSERT_FALSE(built.has_value());
    EXPECT_EQ(built.error().code, ErrorCode::Cancelled);
    const auto found = build(rows)->search(rows.row(0), 5, nullptr, context);
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

TEST_P(VectorIndexContract, KeepsTheVectorsAlive)
{
    auto owner = std::make_shared<const Matrix>(test::clusteredUnitRows(300, 16, 30, 0.5, 15));
    const std::weak_ptr<const Matrix> watch = owner;
    auto index = buildIndex(*owner, owner, options(), {});
    ASSERT_TRUE(index.has_value());
    owner.reset();
    EXPECT_FALSE(watch.expired());
    index->reset();
    EXPECT_TRUE(watch.expired());
}

TEST_P(VectorIndexContract, ManyThreadsGetWhatOneGets)
{
    const Matrix rows = test::clusteredUnitRows(2000, 24, 40, 0.5, 16);
    const Index index = build(rows);
    std::vector<Neighbours> expected;
    for (std::size_t q = 0; q < 100; ++q)
        expected.push_back(search(*index, rows.row(q), 10));
    std::array<std::size_t, 4> differing{};
    {
        std::vector<std::jthread> threads;
        for (std::size_t& count : differing)
            threads.emplace_back([&index, &rows, &expected, &count] {
                for (std::size_t q = 0; q < expected.size(); ++q) {
                    const auto found = index->search(rows.row(q), 10, nullptr, {});
                    count += !found || *found != expected[q];
                }
            });
    }
    EXPECT_THAT(differing, testing::Each(0U));
}

TEST_P(VectorIndexContract, IsTheSameAfterSaveAndLoad)
{
    const test::TempFolder folder;
    Matrix rows = test::clusteredUnitRows(2500, 24, 50, 0.5, 17);
    std::ranges::copy(rows.row(1), rows.row(2000).begin());
    const Index index = build(rows);
    ASSERT_TRUE(index->save(folder / "index.bin").has_value());
    const auto owner = std::make_shared<const Matrix>(rows);
    const auto loaded = loadIndex(folder / "index.bin", *owner, owner);
    ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    EXPECT_EQ((*loaded)->kind(), index->kind());
    EXPECT_EQ((*loaded)->options().kind, GetParam());
    EXPECT_EQ((*loaded)->options().m, index->options().m);
    for (std::size_t q = 0; q < 200; ++q)
        ASSERT_EQ(search(**loaded, rows.row(q), 10), search(*index, rows.row(q), 10));
}

TEST_P(VectorIndexContract, AnyDamageIsNoticed)
{
    const test::TempFolder folder;
    const Matrix rows = test::clusteredUnitRows(400, 12, 40, 0.5, 18);
    ASSERT_TRUE(build(rows)->save(folder / "index.bin").has_value());
    test::forEachDamage(folder / "index.bin", [&](const std::string& what) {
        const auto loaded = loadIndex(folder / "index.bin", rows, nullptr);
        ASSERT_FALSE(loaded.has_value()) << what;
        EXPECT_EQ(loaded.error().code, ErrorCode::Damaged) << what;
    });
    EXPECT_TRUE(loadIndex(folder / "index.bin", rows, nullptr).has_value());
}

TEST_P(VectorIndexContract, OtherVectorsAreRefused)
{
    const test::TempFolder folder;
    const Matrix rows = test::clusteredUnitRows(400, 12, 40, 0.5, 19);
    ASSERT_TRUE(build(rows)->save(folder / "index.bin").has_value());
    Matrix changed = rows;
    changed.row(399)[11] = -changed.row(399)[11];
    const std::vector<Matrix> others{changed, test::clusteredUnitRows(399, 12, 40, 0.5, 19),
                                     test::clusteredUnitRows(400, 11, 40, 0.5, 19), Matrix()};
    for (const Matrix& other : others) {
        const auto loaded = loadIndex(folder / "index.bin", other, nullptr);
        ASSERT_FALSE(loaded.has_value());
        EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
    }
    const auto missing = loadIndex(folder / "nothing.bin", rows, nullptr);
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

INSTANTIATE_TEST_SUITE_P(Index, VectorIndexContract, testing::Values(IndexKind::Exact, IndexKind::Hnsw),
                         [](const auto& kind) { return kind.param == IndexKind::Exact ? "Exact" : "Hnsw"; });

} // namespace
} // namespace tw
