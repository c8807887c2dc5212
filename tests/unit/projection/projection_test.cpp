// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/pca.h"

#include "tests/support/damage.h"
#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tw {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::ElementsAreArray;

std::shared_ptr<const Projection> built(MatrixView vectors)
{
    auto projection = Projection::build(vectors, {});
    EXPECT_TRUE(projection.has_value());
    return projection.value_or(nullptr);
}

TEST(Projection, PlacingARowGivesItsPosition)
{
    for (const auto& [rows, cols] : {std::pair(500U, 30U), std::pair(20U, 30U), std::pair(50U, 1U)}) {
        const Matrix vectors = test::clusteredUnitRows(rows, cols, 10, 0.5, rows);
        const auto projection = built(vectors);
        ASSERT_EQ(projection->positions().rows(), rows);
        for (std::size_t row = 0; row < rows; ++row)
            EXPECT_THAT(projection->place(vectors.row(row)), ElementsAreArray(projection->positions().row(row)));
    }
}

TEST(Projection, IsTheSameOnEveryRun)
{
    const Matrix vectors = test::clusteredUnitRows(700, 30, 10, 0.5, 1);
    const auto first = built(vectors);
    const auto second = built(vectors);
    for (std::size_t row = 0; row < vectors.rows(); ++row) {
        ASSERT_THAT(first->positions().row(row), ElementsAreArray(second->positions().row(row)));
        ASSERT_THAT(first->ranks(row), ElementsAreArray(second->ranks(row)));
    }
}

TEST(Projection, RanksOrderTheRowsFromZeroToOne)
{
    const Matrix vectors = test::clusteredUnitRows(301, 40, 301, 0.0, 2);
    const auto projection = built(vectors);
    std::vector<std::pair<float, float>> byPosition;
    for (std::size_t row = 0; row < 301; ++row) {
        ASSERT_EQ(projection->ranks(row).size(), Projection::kRankDirections);
        byPosition.emplace_back(projection->positions().row(row)[0], projection->ranks(row)[0]);
    }
    std::ranges::sort(byPosition);
    EXPECT_EQ(byPosition.front().second, 0.0F);
    EXPECT_EQ(byPosition.back().second, 1.0F);
    EXPECT_FLOAT_EQ(byPosition[150].second, 0.5F);
    for (std::size_t i = 1; i < byPosition.size(); ++i)
        ASSERT_GT(byPosition[i].second, byPosition[i - 1].second);
}

// Along one dimension, by hand: places 0, 1 and 2 (two equal rows share 1.5), divided by 3.
TEST(Projection, EqualRowsShareARankAndMissingDirectionsAreInTheMiddle)
{
    Matrix vectors;
    for (const float value : {5.0F, 1.0F, 9.0F, 5.0F})
        vectors.appendRow(std::vector<float>{value});
    const auto projection = built(vectors);
    EXPECT_FLOAT_EQ(projection->ranks(0)[0], 0.5F);
    EXPECT_FLOAT_EQ(projection->ranks(3)[0], 0.5F);
    EXPECT_FLOAT_EQ(projection->ranks(1)[0], 0.0F);
    EXPECT_FLOAT_EQ(projection->ranks(2)[0], 1.0F);
    EXPECT_THAT(projection->ranks(2).subspan(1), Each(0.5F));
    EXPECT_EQ(projection->positions().row(2)[1], 0.0F);
    EXPECT_THAT(built(MatrixView(vectors.data(), 1, 1))->ranks(0), Each(0.5F));
}

TEST(Projection, IsTheSameAfterSaveAndLoad)
{
    const test::TempFolder folder;
    const Matrix vectors = test::clusteredUnitRows(200, 30, 10, 0.5, 3);
    const auto projection = built(vectors);
    ASSERT_TRUE(projection->save(folder / "map.bin", "f1").has_value());
    const auto loaded = Projection::load(folder / "map.bin", "f1");
    ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    EXPECT_THAT((*loaded)->explained(), ElementsAreArray(projection->explained()));
    for (std::size_t row = 0; row < vectors.rows(); ++row) {
        ASSERT_THAT((*loaded)->positions().row(row), ElementsAreArray(projection->positions().row(row)));
        ASSERT_THAT((*loaded)->ranks(row), ElementsAreArray(projection->ranks(row)));
        ASSERT_EQ((*loaded)->place(vectors.row(row)), projection->place(vectors.row(row)));
    }
}

TEST(Projection, DamageAndOtherVectorsAreNoticed)
{
    const test::TempFolder folder;
    const std::filesystem::path path = folder / "map.bin";
    const auto projection = built(test::clusteredUnitRows(60, 10, 10, 0.5, 4));
    ASSERT_TRUE(projection->save(path, "f1").has_value());
    const auto failure = [&](const std::string& fingerprint) {
        const auto loaded = Projection::load(path, fingerprint);
        return loaded ? ErrorCode::Internal : loaded.error().code;
    };
    EXPECT_EQ(failure("f2"), ErrorCode::Damaged);
    test::forEachDamage(path, [&](const std::string& what) { EXPECT_EQ(failure("f1"), ErrorCode::Damaged) << what; });
    std::filesystem::remove(path);
    EXPECT_EQ(failure("f1"), ErrorCode::NotFound);
}

TEST(Projection, StopsWhenAsked)
{
    std::stop_source source;
    source.request_stop();
    TaskContext context;
    context.stop = source.get_token();
    const auto projection = Projection::build(test::clusteredUnitRows(60, 10, 10, 0.5, 4), context);
    ASSERT_FALSE(projection.has_value());
    EXPECT_EQ(projection.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace tw
