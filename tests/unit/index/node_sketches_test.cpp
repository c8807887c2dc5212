// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/node_sketches.h"

#include "core/base/random.h"
#include "core/index/hnsw_build.h"
#include "core/index/index_file.h"
#include "core/index/leading_directions.h"
#include "core/simd/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace tw {
namespace {

/// Rows in a random subspace of `latent` dimensions, with a little noise in all.
Matrix flatRows(std::size_t count, std::size_t dim, std::size_t latent, double noise, std::uint64_t seed)
{
    Random random(seed);
    Matrix basis(latent, dim);
    for (std::size_t i = 0; i < latent; ++i)
        for (float& value : basis.row(i))
            value = static_cast<float>(random.normal());
    Matrix rows(count, dim);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < latent; ++j) {
            const auto weight = static_cast<float>(random.normal());
            for (std::size_t d = 0; d < dim; ++d)
                rows.row(i)[d] += weight * basis.row(j)[d];
        }
        for (float& value : rows.row(i))
            value += static_cast<float>(noise * random.normal());
        simd::normalise(rows.row(i));
    }
    return rows;
}

HnswLinks linksOf(const IndexedVectors& vectors, const DistinctRows& nodes)
{
    NodeCodes codes(vectors.unit.cols(), vectors.metric);
    EXPECT_TRUE(codes.append(vectors, nodes, 0, {}).has_value());
    IndexOptions options;
    options.threads = 1;
    auto links = buildLinks(codes, options, {});
    EXPECT_TRUE(links.has_value());
    return std::move(*links);
}

std::optional<NodeSketches> made(const IndexedVectors& vectors, const DistinctRows& nodes, SketchKind kind)
{
    auto sketches = NodeSketches::make(vectors, nodes, linksOf(vectors, nodes), {}, kind);
    EXPECT_TRUE(sketches.has_value());
    return std::move(*sketches);
}

std::vector<float> scoresOf(const NodeSketches& sketches, std::span<const float> query)
{
    std::vector<std::uint32_t> all(sketches.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<float> scores(all.size());
    std::visit(
        [&](const auto& codes) {
            typename std::decay_t<decltype(codes)>::Query prepared;
            codes.prepare(query, prepared);
            codes.scores(prepared, all, scores.data());
        },
        sketches.codes());
    return scores;
}

std::vector<std::byte> bytesOf(const NodeSketches& sketches)
{
    PieceWriter writer;
    sketches.write(writer);
    std::vector<std::byte> bytes;
    for (const std::span<const std::byte> piece : writer.pieces())
        bytes.insert(bytes.end(), piece.begin(), piece.end());
    return bytes;
}

TEST(LeadingDirections, AreThoseOfTheSpread)
{
    // Standard deviations 8, 4, 2, 1 along the axes 5, 0, 3 and 7.
    constexpr std::array<std::size_t, 4> kAxes{5, 0, 3, 7};
    Random random(1);
    Matrix rows(4000, 9);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t j = 0; j < kAxes.size(); ++j)
            rows.row(i)[kAxes[j]] = static_cast<float>(random.normal() * 8 / static_cast<double>(1U << j));
    const auto directions = leadingDirections(rows, 6, {});
    ASSERT_TRUE(directions.has_value());
    for (std::size_t j = 0; j < kAxes.size(); ++j)
        EXPECT_GT(std::fabs(directions->row(j)[kAxes[j]]), 0.99F) << j;
    for (std::size_t j = kAxes.size(); j < 6; ++j)
        EXPECT_EQ(simd::squaredNorm(directions->row(j)), 0.0F) << "there is no fifth direction";
}

TEST(NodeSketches, TakeComponentsWhereFewDirectionsHoldMost)
{
    const Matrix rows = flatRows(800, 300, 20, 0.01, 2);
    const IndexedVectors vectors{.unit = rows};
    const DistinctRows nodes = DistinctRows::of(rows);
    const auto sketches = made(vectors, nodes, SketchKind::Measured);
    ASSERT_TRUE(sketches.has_value());
    const auto* components = std::get_if<ComponentCodes>(&sketches->codes());
    ASSERT_NE(components, nullptr);
    EXPECT_EQ(components->lines(), 1U);
    EXPECT_EQ(sketches->size(), rows.rows());
    EXPECT_GE(sketches->kept(), NodeSketches::kWantedKept);
    const std::vector<float> scores = scoresOf(*sketches, rows.row(17));
    for (std::size_t i = 0; i < rows.rows(); ++i)
        EXPECT_NEAR(scores[i], simd::dot(rows.row(17), rows.row(i)), 0.03F) << i;
}

TEST(NodeSketches, GrowByNewNodes)
{
    const Matrix rows = flatRows(500, 100, 12, 0.01, 4);
    const MatrixView firstRows(rows.data(), 400, rows.cols());
    const IndexedVectors few{.unit = firstRows};
    const DistinctRows fewNodes = DistinctRows::of(firstRows);
    auto sketches = made(few, fewNodes, SketchKind::Measured);
    ASSERT_TRUE(sketches.has_value());
    const std::vector<float> before = scoresOf(*sketches, rows.row(450));
    ASSERT_TRUE(sketches->append({.unit = rows}, DistinctRows::of(rows), {}).has_value());
    ASSERT_EQ(sketches->size(), rows.rows());
    const std::vector<float> after = scoresOf(*sketches, rows.row(450));
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin()));
    EXPECT_EQ(std::ranges::max_element(after) - after.begin(), 450);
    EXPECT_FALSE(sketches->outgrownBy(600));
    EXPECT_TRUE(sketches->outgrownBy(601));
}

class SketchFiles : public testing::TestWithParam<SketchKind> {};

TEST_P(SketchFiles, ComeBackEqualAndDamagedOnesDoNot)
{
    const Matrix rows = flatRows(120, 320, 30, 0.001, 5);
    const IndexedVectors vectors{.unit = rows};
    const DistinctRows nodes = DistinctRows::of(rows);
    const auto sketches = made(vectors, nodes, GetParam());
    ASSERT_TRUE(sketches.has_value());
    EXPECT_EQ(std::holds_alternative<RabitqCodes>(sketches->codes()), GetParam() == SketchKind::Signs);
    const std::vector<std::byte> bytes = bytesOf(*sketches);
    ByteReader reader(bytes);
    const auto again = NodeSketches::read(reader, rows.rows(), rows.cols());
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(reader.finished());
    EXPECT_EQ(again->margin(), sketches->margin());
    EXPECT_EQ(scoresOf(*again, rows.row(3)), scoresOf(*sketches, rows.row(3)));

    for (std::size_t length = 0; length < bytes.size(); length += 97) {
        ByteReader cut{std::span(bytes).first(length)};
        EXPECT_FALSE(NodeSketches::read(cut, rows.rows(), rows.cols()).has_value()) << length;
    }
    for (const auto& [count, dim] : {std::pair(119U, 320U), std::pair(121U, 320U), std::pair(120U, 319U)}) {
        ByteReader other(bytes);
        EXPECT_FALSE(NodeSketches::read(other, count, dim).has_value());
    }
    // Whatever bits flip, what is read has numbers that can be reckoned with.
    Random random(6);
    for (int i = 0; i < 300; ++i) {
        std::vector<std::byte> flipped = bytes;
        flipped[random.below(bytes.size())] ^= static_cast<std::byte>(1U << random.below(8));
        ByteReader damaged(flipped);
        if (const auto read = NodeSketches::read(damaged, rows.rows(), rows.cols())) {
            EXPECT_EQ(read->size(), rows.rows());
            EXPECT_FALSE(std::isnan(scoresOf(*read, rows.row(0))[0]));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, SketchFiles, testing::Values(SketchKind::Signs, SketchKind::Components));

} // namespace
} // namespace tw
