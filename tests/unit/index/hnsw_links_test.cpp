// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_links.h"

#include "core/index/hnsw_build.h"
#include "core/index/index_file.h"
#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <faiss/impl/HNSW.h>
#include <gtest/gtest.h>

namespace tw {
namespace {

struct Graph {
    explicit Graph(std::size_t rows, int threads = 1) : matrix(test::clusteredUnitRows(rows, 12, rows / 10 + 1, 0.5, 1))
    {
        options.m = 6;
        options.threads = threads;
        const DistinctRows nodes = DistinctRows::of(matrix);
        EXPECT_TRUE(codes.append({.unit = matrix}, nodes, 0, {}).has_value());
        links = buildLinks(codes, options, {}).value();
    }
    Matrix matrix;
    IndexOptions options;
    NodeCodes codes{12, Metric::Cosine};
    HnswLinks links;
};

std::vector<std::byte> bytesOf(const HnswLinks& links)
{
    PieceWriter writer;
    links.write(writer);
    std::vector<std::byte> bytes;
    for (const auto piece : writer.pieces())
        bytes.insert(bytes.end(), piece.begin(), piece.end());
    return bytes;
}

bool reads(std::span<const std::byte> bytes, std::size_t nodes, int m)
{
    ByteReader reader(bytes);
    return HnswLinks::read(reader, nodes, m).has_value() && reader.finished();
}

TEST(HnswLinks, FaissFormComesBackAndForth)
{
    for (const std::size_t count : {1U, 2U, 50U, 3000U}) {
        const Graph graph(count);
        ASSERT_EQ(graph.links.size(), count);
        EXPECT_GT(count < 100 || !graph.links.levels().empty(), 0);
        faiss::HNSW first;
        graph.links.toFaiss(6, first);
        const HnswLinks again = HnswLinks::fromFaiss(first);
        EXPECT_EQ(bytesOf(again), bytesOf(graph.links));
        faiss::HNSW second;
        again.toFaiss(6, second);
        EXPECT_EQ(first.neighbors, second.neighbors);
        EXPECT_EQ(first.levels, second.levels);
        EXPECT_EQ(first.offsets, second.offsets);
        EXPECT_EQ(first.entry_point, second.entry_point);
        EXPECT_EQ(first.max_level, second.max_level);
    }
}

TEST(HnswLinks, LevelsNestAndBelowLeadsToTheSameNode)
{
    const Graph graph(4000);
    const auto levels = graph.links.levels();
    ASSERT_GE(levels.size(), 2U);
    for (std::size_t number = 0; number < levels.size(); ++number)
        for (std::size_t place = 0; place < levels[number].nodes.size(); ++place) {
            const std::uint32_t below = levels[number].below[place];
            ASSERT_EQ(number == 0 ? below : levels[number - 1].nodes[below], levels[number].nodes[place]);
        }
}

TEST(HnswLinks, OneThreadGivesTheSameGraphTwice)
{
    EXPECT_EQ(bytesOf(Graph(5000).links), bytesOf(Graph(5000).links));
}

TEST(HnswLinks, ReadsOnlyWhatFits)
{
    const Graph graph(500);
    const std::vector<std::byte> good = bytesOf(graph.links);
    EXPECT_TRUE(reads(good, 500, 6));
    EXPECT_TRUE(reads(good, 500, 7));
    EXPECT_FALSE(reads(good, 499, 6));
    EXPECT_FALSE(reads(good, 501, 6));
    EXPECT_FALSE(reads(good, 500, 4)) << "lists longer than their slots";
    for (const std::size_t length : {std::size_t{0}, std::size_t{7}, good.size() / 2, good.size() - 1})
        EXPECT_FALSE(reads(std::span(good).first(length), 500, 6));
    // The links of the ground level: each leads to a node.
    const std::size_t firstLink = 4 + 4 + 8 + 501 * 4 + 8;
    for (std::size_t i = 0; i < graph.links.linkCount(); i += 97) {
        std::vector<std::byte> bad = good;
        const std::uint32_t nowhere = i % 2 == 0 ? 500 : 0xFFFFFFFFU;
        std::memcpy(bad.data() + firstLink + i * 4, &nowhere, 4);
        ASSERT_FALSE(reads(bad, 500, 6));
    }
}

TEST(HnswLinks, GrowingKeepsTheOldNodesFindable)
{
    const Graph whole(3000);
    NodeCodes codes(12, Metric::Cosine);
    const DistinctRows nodes = DistinctRows::identity(2900);
    ASSERT_TRUE(codes.append({.unit = MatrixView(whole.matrix.data(), 2900, 12)}, nodes, 0, {}).has_value());
    const HnswLinks before = buildLinks(codes, whole.options, {}).value();
    ASSERT_TRUE(codes.append({.unit = whole.matrix}, DistinctRows::identity(3000), 2900, {}).has_value());
    const HnswLinks after = extendLinks(before, codes, whole.options, {}).value();
    ASSERT_EQ(after.size(), 3000U);
    std::size_t linked = 0;
    for (std::uint32_t node = 0; node < 2900; ++node)
        linked += std::ranges::any_of(after.of(node), [](std::uint32_t link) { return link >= 2900; });
    EXPECT_GT(linked, 50U);
    for (std::uint32_t node = 2900; node < 3000; ++node)
        EXPECT_FALSE(after.of(node).empty());
}

} // namespace
} // namespace tw
