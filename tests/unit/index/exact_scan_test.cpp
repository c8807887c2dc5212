// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_scan.h"

#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

namespace tw {
namespace {

/// The reference: every similarity, fully sorted.
std::vector<Neighbour> sortedAll(const ExactSimilarity& query, const Matrix& rows, const RowFilter* filter)
{
    std::vector<Neighbour> all;
    for (std::uint32_t row = 0; row < rows.rows(); ++row)
        if (!filter || !filter->excludes(row))
            all.push_back({row, std::clamp(simd::dot(query.unit(), rows.row(row)), -1.0F, 1.0F)});
    std::ranges::sort(all, isBetter);
    return all;
}

void expectFirstOf(const std::vector<Neighbour>& all, const std::vector<Neighbour>& found, std::size_t k)
{
    ASSERT_EQ(found.size(), std::min(k, all.size()));
    for (std::size_t i = 0; i < found.size(); ++i) {
        ASSERT_EQ(found[i].row, all[i].row) << "place " << i;
        ASSERT_EQ(found[i].similarity, all[i].similarity);
    }
}

// Large enough for several threads; copies far apart make ties across their pieces.
TEST(ExactScan, EqualsFullSortingOnOneThreadAndOnSeveral)
{
    for (const std::size_t count : {100U, 257U, 40'000U}) {
        Matrix rows = test::clusteredUnitRows(count, 32, 50, 0.4, count);
        for (std::size_t i = 1; i < 20; ++i)
            std::ranges::copy(rows.row(0), rows.row(i * (count / 20)).begin());
        RowFilter filter(count);
        for (std::uint32_t row = 0; row < count; row += 3)
            filter.exclude(row);
        for (const RowFilter* used : {static_cast<const RowFilter*>(nullptr), static_cast<const RowFilter*>(&filter)}) {
            const IndexedVectors vectors{.unit = rows};
            const auto query = ExactSimilarity::of(rows.row(0), vectors, 1);
            ASSERT_TRUE(query.has_value());
            const auto all = sortedAll(*query, rows, used);
            for (const std::size_t k : {1U, 7U, 100U, 1000U}) {
                const auto found = scanRows(*query, vectors, k, used, {});
                ASSERT_TRUE(found.has_value());
                expectFirstOf(all, *found, k);
            }
        }
    }
}

TEST(ExactScan, StopsWhenAsked)
{
    const Matrix rows = test::clusteredUnitRows(40'000, 32, 50, 0.4, 1);
    std::stop_source source;
    source.request_stop();
    TaskContext context;
    context.stop = source.get_token();
    const IndexedVectors vectors{.unit = rows};
    const auto found = scanRows(*ExactSimilarity::of(rows.row(0), vectors, 5), vectors, 5, nullptr, context);
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace tw
