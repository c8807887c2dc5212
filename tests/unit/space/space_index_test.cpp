// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_index.h"

#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw {
namespace {

/// Items 0, 1, 2, … with the rows of the matrix; those in `without` are left out.
std::shared_ptr<const Space> spaceOf(const Matrix& rows, std::vector<std::uint32_t> without = {},
                                     Metric metric = Metric::Cosine)
{
    Space::Parts parts;
    parts.id = "test";
    parts.provenance.rawScaleKnown = true;
    parts.provenance.metric = metric;
    for (std::uint32_t i = 0; i < rows.rows(); ++i) {
        if (std::ranges::find(without, i) != without.end())
            continue;
        parts.items.emplace_back(i);
        parts.vectors.appendRow(rows.row(i));
    }
    auto space = Space::create(std::move(parts));
    EXPECT_TRUE(space) << space.error().detail;
    return *space;
}

Matrix withRows(const Matrix& rows, std::size_t count, std::uint64_t seed)
{
    Matrix more = rows;
    const Matrix fresh = test::normalMatrix(count, rows.cols(), seed);
    for (std::size_t i = 0; i < count; ++i)
        more.appendRow(fresh.row(i));
    return more;
}

TEST(UnchangedRows, AreThoseOfTheSameItemBitForBit)
{
    const Matrix rows = test::normalMatrix(6, 8, 1);
    Matrix changed = withRows(rows, 2, 2);
    changed.row(3)[5] = std::nextafter(changed.row(3)[5], 9.0F);
    const auto before = spaceOf(rows, {1});
    const auto after = spaceOf(changed, {4});
    // After: items 0 1 2 3 5 6 7; before: 0 2 3 4 5.
    constexpr std::uint32_t kNone = Neighbour::kNone;
    EXPECT_THAT(unchangedRows(*before, *after), testing::ElementsAre(0U, kNone, 1U, kNone, 4U, kNone, kNone));
}

TEST(UnchangedRows, CountLengthsWhereTheMetricDoes)
{
    const Matrix rows = test::normalMatrix(3, 4, 1);
    Matrix longer = rows;
    for (float& value : longer.row(1))
        value *= 2; // Exact, so that the unit row stays the same bit for bit.
    EXPECT_THAT(unchangedRows(*spaceOf(rows), *spaceOf(longer)), testing::ElementsAre(0U, 1U, 2U));
    EXPECT_THAT(unchangedRows(*spaceOf(rows, {}, Metric::L2), *spaceOf(longer, {}, Metric::L2)),
                testing::ElementsAre(0U, Neighbour::kNone, 2U));
    EXPECT_THAT(unchangedRows(*spaceOf(rows), *spaceOf(rows, {}, Metric::L2)),
                testing::Each(testing::Eq(Neighbour::kNone)));
    EXPECT_THAT(unchangedRows(*spaceOf(rows), *spaceOf(test::normalMatrix(3, 5, 1))),
                testing::Each(testing::Eq(Neighbour::kNone)));
}

class IndexAfter : public testing::TestWithParam<Metric> {};

/// However it was made, the index answers like one that looks at every row.
TEST_P(IndexAfter, FindsWhatIsThereAndNothingElse)
{
    constexpr std::size_t kRows = 800;
    const Matrix rows = test::normalMatrix(kRows, 16, 3);
    const auto before = spaceOf(rows, {}, GetParam());
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.m = 12;
    options.efConstruction = 80;
    options.threads = 1;
    const auto index = buildIndex(indexedVectors(before), options, {});
    ASSERT_TRUE(index) << index.error().detail;
    for (const auto& [added, without] : std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>>{
             {60, {}}, {0, {3, 4, 5, 600}}, {25, {0, 7, 799}}, {900, {}}}) {
        const auto after = spaceOf(withRows(rows, added, 4), without, GetParam());
        const auto extended = indexAfter(*before, **index, after, options, {});
        ASSERT_TRUE(extended) << extended.error().detail;
        EXPECT_EQ((*extended)->size(), after->size());
        EXPECT_EQ((*extended)->metric(), GetParam());
        IndexOptions exact;
        exact.kind = IndexKind::Exact;
        const auto reference = buildIndex(indexedVectors(after), exact, {});
        ASSERT_TRUE(reference);
        std::size_t found = 0;
        for (std::uint32_t row = 0; row < after->size(); row += 17) {
            const std::vector<float> query = after->comparedVector(after->item(row));
            const auto near = (*extended)->search(query, 10, SearchOptions{nullptr, 200}, {});
            const auto wanted = (*reference)->search(query, 10, nullptr, {});
            ASSERT_TRUE(near && wanted);
            ASSERT_EQ(near->size(), 10U);
            for (const Neighbour& each : *wanted)
                found += std::ranges::count(*near, each.row, &Neighbour::row) > 0 ? 1 : 0;
        }
        const auto asked = static_cast<double>((after->size() + 16) / 17 * 10);
        EXPECT_GT(static_cast<double>(found) / asked, 0.95) << added << " added";
    }
}

INSTANTIATE_TEST_SUITE_P(Metrics, IndexAfter, testing::Values(Metric::Cosine, Metric::InnerProduct, Metric::L2),
                         [](const auto& each) {
                             return each.param == Metric::Cosine ? "Cosine"
                                    : each.param == Metric::L2   ? "L2"
                                                                 : "InnerProduct";
                         });

} // namespace
} // namespace tw
