// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/vector_index_kinds.h"

#include "tests/support/damage.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <thread>

namespace tw {
namespace {

using test::expectInOrder;
using test::Index;
using test::Neighbours;
using test::recallOf;
using test::rowsOf;
using test::scanAll;
using test::searched;

/// What VectorIndex promises, whichever way it is built.
class VectorIndexContract : public testing::TestWithParam<test::IndexWay> {
protected:
    static IndexOptions options() { return GetParam().options(); }
    static Index build(Matrix rows) { return test::indexOf(std::move(rows), options()); }
    static Neighbours search(const VectorIndex& index, std::span<const float> query, std::size_t k,
                             const RowFilter* filter = nullptr)
    {
        return searched(index, query, k, {filter, 0});
    }
};

TEST_P(VectorIndexContract, SaysWhatItIs)
{
    const Index index = build(test::clusteredUnitRows(600, 24, 20, 0.5, 1));
    EXPECT_EQ(index->kind(), GetParam().kindOf(index->size()));
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
        const Neighbours expected = scanAll({.unit = rows}, queries.row(q), 10);
        const Neighbours found = search(*index, queries.row(q), 10);
        ASSERT_EQ(found.size(), 10U);
        expectInOrder(found);
        const auto expectedRows = rowsOf(expected);
        for (const Neighbour& neighbour : found)
            hits += expectedRows.count(neighbour.row);
        ASSERT_NEAR(found.front().similarity, expected.front().similarity, GetParam().isExact() ? 1e-6 : 1);
        const Neighbours own = scanAll({.unit = rows}, queries.row(q), rows.rows());
        for (const Neighbour& neighbour : found) {
            const auto same = std::ranges::find(own, neighbour.row, &Neighbour::row);
            ASSERT_NEAR(neighbour.similarity, same->similarity, 1e-6);
        }
    }
    const double recall = static_cast<double>(hits) / 2000.0;
    EXPECT_GE(recall, GetParam().recall);
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
    EXPECT_GE(static_cast<double>(found), GetParam().selfRecall * static_cast<double>(rows.rows()));
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
    EXPECT_EQ(index->kind(), GetParam().kindOf(index->size()));
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
    EXPECT_EQ((*loaded)->options().kind, GetParam().kind);
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

TEST_P(VectorIndexContract, AllItemsEqual)
{
    const Matrix one = test::clusteredUnitRows(1, 12, 1, 0.1, 20);
    Matrix rows;
    for (std::size_t i = 0; i < 500; ++i)
        rows.appendRow(one.row(0));
    const Neighbours found = search(*build(rows), rows.row(0), 7);
    ASSERT_EQ(found.size(), 7U);
    for (std::uint32_t i = 0; i < 7; ++i)
        EXPECT_EQ(found[i].row, i);
}

// A fifth are copies of a few: as a graph without care those swallow the searches for others.
TEST_P(VectorIndexContract, ManyDuplicatesHideNothing)
{
    Matrix rows = test::clusteredUnitRows(2500, 24, 2500, 0.0, 21);
    for (std::size_t i = 0; i < 500; ++i)
        std::ranges::copy(rows.row(i % 4), rows.row(4 + 5 * i % 2496).begin());
    const Index index = build(rows);
    std::size_t found = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        found += search(*index, rows.row(i), 1).at(0).similarity > 0.9999F;
    EXPECT_GE(static_cast<double>(found), GetParam().selfRecall * static_cast<double>(rows.rows()));
}

TEST_P(VectorIndexContract, AFilterOfFewerRowsLeavesTheOthers)
{
    const Matrix rows = test::clusteredUnitRows(600, 16, 60, 0.5, 22);
    const Index index = build(rows);
    RowFilter filter(300);
    for (std::uint32_t row = 0; row < 300; ++row)
        filter.exclude(row);
    const Neighbours found = search(*index, rows.row(5), 20, &filter);
    ASSERT_EQ(found.size(), 20U);
    for (const Neighbour& neighbour : found)
        EXPECT_GE(neighbour.row, 300U);
}

TEST_P(VectorIndexContract, MoreEffortFindsNoLess)
{
    const Matrix rows = test::clusteredUnitRows(3000, 32, 600, 0.7, 23);
    const Matrix queries = test::clusteredUnitRows(60, 32, 600, 0.9, 23);
    const Index index = build(rows);
    const double little = recallOf(*index, {.unit = rows}, queries, 10, {nullptr, 1});
    const double all = recallOf(*index, {.unit = rows}, queries, 10, {nullptr, 4096});
    EXPECT_GE(all, little);
    EXPECT_GE(all, GetParam().kind == IndexKind::IvfPq ? GetParam().recall : 0.999);
}

TEST_P(VectorIndexContract, SearchAllIsSearchForEach)
{
    const Matrix rows = test::clusteredUnitRows(1500, 24, 100, 0.6, 24);
    const Matrix queries = test::clusteredUnitRows(70, 24, 100, 0.9, 24);
    const Index index = build(rows);
    RowFilter filter(rows.rows());
    for (std::uint32_t row = 0; row < 1500; row += 3)
        filter.exclude(row);
    for (const RowFilter* used : {static_cast<const RowFilter*>(nullptr), static_cast<const RowFilter*>(&filter)}) {
        const auto all = index->searchAll(queries, 9, {used, 0}, {});
        ASSERT_TRUE(all.has_value());
        ASSERT_EQ(all->size(), 70U);
        for (std::size_t q = 0; q < 70; ++q)
            ASSERT_EQ((*all)[q], searched(*index, queries.row(q), 9, {used, 0}));
    }
    const auto none = index->searchAll(Matrix(), 9, {}, {});
    ASSERT_TRUE(none.has_value());
    EXPECT_TRUE(none->empty());
    Matrix bad = queries;
    bad.row(69)[0] = std::numeric_limits<float>::quiet_NaN();
    const auto refused = index->searchAll(bad, 9, {}, {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::NotFinite);
}

TEST_P(VectorIndexContract, OneThreadBuildsTheSameFileTwice)
{
    const test::TempFolder folder;
    const Matrix rows = test::clusteredUnitRows(2200, 16, 100, 0.6, 25);
    IndexOptions one = options();
    one.threads = 1;
    for (const char* name : {"a.bin", "b.bin"})
        ASSERT_TRUE((*buildIndex(rows, nullptr, one, {}))->save(folder / name).has_value());
    EXPECT_EQ(readFile(folder / "a.bin").value(), readFile(folder / "b.bin").value());
}

TEST_P(VectorIndexContract, AFullDiskIsToldAndTheOldFileStays)
{
    const test::TempFolder folder;
    const Matrix rows = test::clusteredUnitRows(300, 16, 30, 0.5, 26);
    const Index index = build(rows);
    const Status full = index->save("/dev/full");
    ASSERT_FALSE(full.has_value());
    EXPECT_EQ(full.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(index->save(folder / "no" / "folder.bin").error().code, ErrorCode::FileUnwritable);
}

TEST_P(VectorIndexContract, FactsAddUp)
{
    Matrix rows = test::clusteredUnitRows(3000, 32, 60, 0.6, 27);
    std::ranges::copy(rows.row(1), rows.row(2).begin());
    const IndexFacts facts = build(rows)->facts();
    EXPECT_EQ(facts.kind, GetParam().kind);
    EXPECT_EQ(facts.vectorBytes, 3000U * 32 * 4);
    EXPECT_EQ(facts.removed, 0U);
    EXPECT_GE(facts.selfRecall, 0.99);
    if (GetParam().kind == IndexKind::Hnsw) {
        EXPECT_EQ(facts.nodes, 2999U);
        EXPECT_GT(facts.codeBytes, 0U);
        EXPECT_GT(facts.linkBytes, 2999U * 8 * 4);
    }
}

INSTANTIATE_TEST_SUITE_P(Index, VectorIndexContract, testing::ValuesIn(test::kIndexWays),
                         [](const auto& way) { return std::string(way.param.name); });

} // namespace
} // namespace tw
