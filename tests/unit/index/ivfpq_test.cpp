// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/ivfpq_index.h"

#include "core/index/index_file.h"
#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace tw {
namespace {

using testing::ElementsAreArray;

IndexOptions listOptions(int lists = 0, int codeBytes = 0, int probes = 0)
{
    IndexOptions options;
    options.kind = IndexKind::IvfPq;
    options.lists = lists;
    options.codeBytes = codeBytes;
    options.probes = probes;
    return options;
}

std::shared_ptr<const IvfPqIndex> built(const IndexedVectors& vectors, const IndexOptions& options)
{
    auto index = buildIndex(vectors, options, {});
    EXPECT_TRUE(index.has_value()) << (index ? "" : index.error().detail);
    return index ? std::dynamic_pointer_cast<const IvfPqIndex>(*index) : nullptr;
}

std::set<std::uint32_t> rowsOf(const std::vector<Neighbour>& neighbours)
{
    std::set<std::uint32_t> rows;
    for (const Neighbour& each : neighbours)
        rows.insert(each.row);
    return rows;
}

double recallBesideExact(const VectorIndex& index, const Matrix& rows, const Matrix& queries, int effort)
{
    IndexOptions exact;
    exact.kind = IndexKind::Exact;
    const auto truth = buildIndex({.unit = rows}, exact, {});
    std::size_t hits = 0;
    for (std::size_t q = 0; q < queries.rows(); ++q) {
        const auto expected = rowsOf(*(*truth)->search(queries.row(q), 10, nullptr, {}));
        const auto found = index.search(queries.row(q), 10, SearchOptions{nullptr, effort}, {});
        for (const Neighbour& each : *found)
            hits += expected.count(each.row);
    }
    return static_cast<double>(hits) / static_cast<double>(10 * queries.rows());
}

TEST(NearestCentroids, AreThoseOfTheDefinition)
{
    for (const std::size_t count : {1U, 3U, 700U}) {
        const Matrix centroids = test::normalMatrix(count, 37, 1);
        const Matrix rows = test::normalMatrix(100, 37, 2);
        const NearestCentroids nearest(centroids);
        std::vector<std::uint32_t> found(rows.rows());
        nearest.assign(rows.data(), rows.rows(), found.data());
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto distance = [&](std::size_t c) { return simd::squaredDistance(rows.row(row), centroids.row(c)); };
            float least = distance(0);
            for (std::size_t c = 1; c < count; ++c)
                least = std::min(least, distance(c));
            ASSERT_NEAR(distance(found[row]), least, 1e-4);
        }
    }
}

TEST(IvfPqLists, KeepEveryNodeAndItsCode)
{
    constexpr std::size_t kNodes = 1000;
    constexpr std::size_t kBytes = 5;
    std::vector<std::uint32_t> listOf(kNodes);
    std::vector<std::uint8_t> codes(kNodes * kBytes);
    for (std::size_t node = 0; node < kNodes; ++node)
        listOf[node] = node < 130 ? 2 : static_cast<std::uint32_t>(node * node % 7); // 3, 5 and 6 stay empty of those
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = static_cast<std::uint8_t>(i * 31 % 251);
    const IvfPqLists lists(listOf, codes, 9, kBytes);
    EXPECT_EQ(std::accumulate(lists.sizes().begin(), lists.sizes().end(), 0U), kNodes);
    EXPECT_EQ(lists.size(8), 0U);
    EXPECT_EQ(lists.blockBegin(8), lists.blockEnd(8));
    const auto places = lists.places();
    for (std::size_t node = 0; node < kNodes; ++node) {
        ASSERT_EQ(places[node].list, listOf[node]);
        std::array<std::uint8_t, kBytes> code{};
        lists.copyCode(places[node].slot, code);
        ASSERT_THAT(code, ElementsAreArray(std::span(codes).subspan(node * kBytes, kBytes)));
    }
    using U = std::vector<std::uint32_t>;
    const auto parsed = [&](U sizes, U nodes, std::size_t codeCount) {
        const std::vector<std::byte> bytes(codeCount);
        return IvfPqLists::fromParts(std::move(sizes), std::move(nodes), bytes, kNodes, kBytes).has_value();
    };
    const U sizes(lists.sizes().begin(), lists.sizes().end());
    const U nodes(lists.nodes().begin(), lists.nodes().end());
    const std::size_t codeCount = lists.codes().size();
    EXPECT_TRUE(parsed(sizes, nodes, codeCount));
    EXPECT_FALSE(parsed(sizes, nodes, codeCount - 1));
    EXPECT_FALSE(parsed({}, {}, 0));
    U changed = sizes;
    ++changed[0];
    EXPECT_FALSE(parsed(changed, nodes, codeCount)) << "a sum that is no longer the number of nodes";
    changed = sizes;
    changed[0] += 0xFFFFFFFFU - 5;
    changed[1] += 6;
    EXPECT_FALSE(parsed(changed, nodes, codeCount)) << "a sum that only fits 32 bits by running over";
    U other = nodes;
    other[0] = other[1];
    EXPECT_FALSE(parsed(sizes, other, codeCount)) << "one twice";
    other = nodes;
    other[0] = kNodes;
    EXPECT_FALSE(parsed(sizes, other, codeCount)) << "one that is none";
    other = nodes;
    other.back() = 0;
    EXPECT_FALSE(parsed(sizes, other, codeCount)) << "one behind the end of its list";
}

// What a code says of the product with a query is that of the row it stands for, up to the steps of the tables.
TEST(IvfPqCentroids, TablesAndCodesGiveTheProductWithTheDecodedRow)
{
    const Matrix rows = test::clusteredUnitRows(2000, 24, 40, 0.5, 3);
    const auto index = built({.unit = rows}, listOptions(16, 6));
    ASSERT_TRUE(index);
    const IvfPqCentroids& centroids = index->content().centroids;
    const IvfPqLists& lists = index->content().lists;
    IvfPqCentroids::Tables tables;
    const std::span<const float> query = rows.row(77);
    centroids.makeTables(query, tables);
    const auto places = lists.places();
    double error = 0;
    for (std::uint32_t node = 0; node < 200; ++node) {
        std::array<std::uint8_t, 6> code{};
        lists.copyCode(places[node].slot, code);
        std::vector<float> decoded(24);
        std::ranges::copy(centroids.lists().centroids().row(places[node].list), decoded.begin());
        unsigned sum = 0;
        for (std::size_t j = 0; j < 6; ++j) {
            sum += tables.bytes[j * 256 + code[j]];
            for (std::size_t d = 0; d < 4; ++d)
                decoded[j * 4 + d] += centroids.parts()[(j * 4 + d) * 256 + code[j]];
        }
        const float said = simd::dot(query, centroids.lists().centroids().row(places[node].list)) + tables.low
            + tables.step * static_cast<float>(sum);
        ASSERT_NEAR(said, simd::dot(query, decoded), 3 * tables.step + 1e-5F);
        error += 1 - static_cast<double>(simd::dot(rows.row(node), decoded));
    }
    EXPECT_LT(error / 200, 0.05) << "codes stand for rows near the coded ones";
}

TEST(IvfPqIndex, FindsMoreTheMoreListsItLooksAt)
{
    const Matrix rows = test::clusteredUnitRows(6000, 32, 600, 0.7, 4);
    const Matrix queries = test::clusteredUnitRows(100, 32, 600, 0.9, 4);
    const auto index = built({.unit = rows}, listOptions(90));
    ASSERT_TRUE(index);
    const double one = recallBesideExact(*index, rows, queries, 1);
    const double some = recallBesideExact(*index, rows, queries, 12);
    const double all = recallBesideExact(*index, rows, queries, 10'000);
    EXPECT_LT(one, some);
    EXPECT_LE(some, all);
    EXPECT_GE(all, 0.97) << "ordered anew by the float rows";
    IndexOptions coarse = listOptions(90, 2);
    coarse.rerank = false;
    const auto plain = buildIndex({.unit = rows}, coarse, {});
    ASSERT_TRUE(plain.has_value());
    EXPECT_LT(recallBesideExact(**plain, rows, queries, 90), all) << "the order of so short codes is another";
}

TEST(IvfPqIndex, TwoBuildsAreEqualHoweverManyThreads)
{
    const Matrix rows = test::clusteredUnitRows(3000, 16, 50, 0.6, 5);
    IndexOptions options = listOptions();
    const auto first = built({.unit = rows}, options);
    options.threads = 1;
    const auto second = built({.unit = rows}, options);
    ASSERT_TRUE(first && second);
    EXPECT_THAT(first->content().lists.nodes(), ElementsAreArray(second->content().lists.nodes()));
    EXPECT_TRUE(std::ranges::equal(first->content().lists.codes(), second->content().lists.codes()));
    EXPECT_TRUE(std::ranges::equal(first->content().centroids.parts(), second->content().centroids.parts()));
}

TEST(IvfPqIndex, WithoutRowsEnoughItIsExactAndSaysSo)
{
    const Matrix few = test::clusteredUnitRows(255, 8, 30, 0.5, 6);
    const Matrix equal = test::clusteredUnitRows(2000, 8, 200, 0.0, 6);
    for (const Matrix* rows : {&few, &equal}) {
        const auto index = buildIndex({.unit = *rows}, listOptions(), {});
        ASSERT_TRUE(index.has_value());
        EXPECT_EQ((*index)->kind(), IndexKind::Exact);
        EXPECT_EQ((*index)->facts().reason, IndexReason::TooFewToTrain);
    }
    const Matrix enough = test::clusteredUnitRows(256, 8, 256, 0.5, 6);
    EXPECT_TRUE(built({.unit = enough}, listOptions()));
}

TEST(IvfPqIndex, IsSmall)
{
    const Matrix rows = test::clusteredUnitRows(20'000, 96, 200, 0.5, 7);
    const auto index = built({.unit = rows}, listOptions());
    ASSERT_TRUE(index);
    const IndexFacts facts = index->facts();
    EXPECT_LT(facts.codeBytes + facts.linkBytes, facts.vectorBytes / 5);
    EXPECT_GE(facts.selfRecall, 0.99);
}

class StoppingSink : public ProgressSink {
public:
    StoppingSink(std::stop_source source, std::uint64_t percent) : m_source(source), m_percent(percent) {}
    void report(Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        const std::lock_guard lock(m_mutex);
        if (stage == Stage::Building) {
            EXPECT_LE(done, total);
            reached = std::max(reached, done * 100 / std::max<std::uint64_t>(total, 1));
            if (reached >= m_percent)
                m_source.request_stop();
        }
    }
    std::uint64_t reached = 0;

private:
    std::mutex m_mutex;
    std::stop_source m_source;
    std::uint64_t m_percent;
};

TEST(IvfPqIndex, StopsWhileItLearnsAndWhileItEncodes)
{
    const Matrix rows = test::clusteredUnitRows(6000, 16, 100, 0.6, 8);
    for (const std::uint64_t percent : {0U, 5U, 40U, 70U, 90U}) {
        std::stop_source source;
        StoppingSink sink(source, percent);
        const auto index = buildIndex({.unit = rows}, listOptions(), {source.get_token(), &sink});
        ASSERT_FALSE(index.has_value()) << percent;
        EXPECT_EQ(index.error().code, ErrorCode::Cancelled);
        EXPECT_LT(sink.reached, percent + 30) << "it stops soon";
    }
    std::stop_source source;
    StoppingSink sink(source, 1000);
    ASSERT_TRUE(buildIndex({.unit = rows}, listOptions(), {source.get_token(), &sink}).has_value());
    EXPECT_EQ(sink.reached, 100U);
}

TEST(IvfPqIndex, GrowsWithItsRowsUntilItHasToLearnAnew)
{
    const Matrix rows = test::clusteredUnitRows(4000, 24, 60, 0.6, 9);
    const MatrixView first(rows.data(), 2500, 24);
    const auto before = built({.unit = first}, listOptions());
    ASSERT_TRUE(before);
    // Every fifth row gone, 400 new ones.
    Matrix after;
    std::vector<std::uint32_t> rowBefore;
    for (std::uint32_t row = 0; row < 2900; ++row)
        if (row >= 2500 || row % 5 != 0) {
            after.appendRow(rows.row(row));
            rowBefore.push_back(row < 2500 ? row : Neighbour::kNone);
        }
    const auto grown = extendIndex(*before, {.unit = after}, rowBefore, {});
    ASSERT_TRUE(grown.has_value()) << grown.error().detail;
    EXPECT_EQ((*grown)->kind(), IndexKind::IvfPq);
    EXPECT_EQ((*grown)->facts().removed, 0U);
    EXPECT_EQ(dynamic_cast<const IvfPqIndex&>(**grown).content().trainedNodes, 2500U);
    for (std::uint32_t row = 0; row < after.rows(); row += 7)
        ASSERT_EQ((*grown)->search(after.row(row), 1, nullptr, {})->at(0).row, row);
    rowBefore.front() = 3;
    const auto wrong = extendIndex(*before, {.unit = after}, rowBefore, {});
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().code, ErrorCode::InvalidArgument);

    const Matrix many = test::clusteredUnitRows(5200, 24, 60, 0.6, 9);
    const std::vector<std::uint32_t> none(many.rows(), Neighbour::kNone);
    const auto anew = extendIndex(*before, {.unit = many}, none, {});
    ASSERT_TRUE(anew.has_value());
    EXPECT_EQ(dynamic_cast<const IvfPqIndex&>(**anew).content().trainedNodes, 5200U);
    EXPECT_GT((*anew)->options().lists, before->options().lists) << "the default follows the rows";
}

// Behind a valid checksum too, numbers that do not fit must be found before anything is looked up by them.
TEST(IvfPqIndex, FilesThatDoNotHoldTogetherAreRefused)
{
    const test::TempFolder folder;
    const std::filesystem::path path = folder / "index.bin";
    const Matrix rows = test::clusteredUnitRows(600, 8, 60, 0.5, 10);
    const IndexedVectors vectors{.unit = rows};
    const auto index = built(vectors, listOptions(8, 2));
    ASSERT_TRUE(index);
    const IvfPqContent& content = index->content();
    const auto loads = [&](auto change) {
        std::vector<float> centroids(content.centroids.lists().centroids().data(),
                                     content.centroids.lists().centroids().data() + 8 * 8);
        std::vector<float> parts(content.centroids.parts().begin(), content.centroids.parts().end());
        std::vector<std::uint32_t> sizes(content.lists.sizes().begin(), content.lists.sizes().end());
        std::vector<std::uint32_t> nodes(content.lists.nodes().begin(), content.lists.nodes().end());
        std::vector<std::uint8_t> codes(content.lists.codes().begin(), content.lists.codes().end());
        IndexHead head{index->options(), index->facts()};
        change(head, centroids, parts, sizes, nodes, codes);
        IndexFileWriter writer;
        writer.section(IndexSection::Rows).value(std::uint8_t{1});
        PieceWriter& lists = writer.section(IndexSection::Lists);
        lists.value(std::uint64_t{600});
        lists.copiedArray(std::span<const float>(centroids));
        lists.copiedArray(std::span<const float>(parts));
        lists.copiedArray(std::span<const std::uint32_t>(sizes));
        lists.copiedArray(std::span<const std::uint32_t>(nodes));
        lists.copiedArray(std::span<const std::uint8_t>(codes));
        EXPECT_TRUE(writer.write(path, head, vectors).has_value());
        const auto loaded = loadIndex(path, vectors);
        if (!loaded) {
            EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
        }
        return loaded.has_value();
    };
    EXPECT_TRUE(loads([](auto&, auto&, auto&, auto&, auto&, auto&) {}));
    EXPECT_FALSE(loads([](auto& head, auto&, auto&, auto&, auto&, auto&) { head.options.lists = 0; }));
    EXPECT_FALSE(loads([](auto& head, auto&, auto&, auto&, auto&, auto&) { head.options.lists = 9; }));
    EXPECT_FALSE(loads([](auto& head, auto&, auto&, auto&, auto&, auto&) { head.options.codeBytes = 3; }));
    EXPECT_FALSE(loads([](auto& head, auto&, auto&, auto&, auto&, auto&) { head.options.codeBytes = 4; }));
    EXPECT_FALSE(loads([](auto& head, auto&, auto&, auto&, auto&, auto&) { head.options.probes = 0; }));
    EXPECT_FALSE(loads([](auto&, auto& centroids, auto&, auto&, auto&, auto&) { centroids.pop_back(); }));
    EXPECT_FALSE(loads([](auto&, auto& centroids, auto&, auto&, auto&, auto&) {
        centroids[3] = std::numeric_limits<float>::quiet_NaN();
    }));
    EXPECT_FALSE(loads([](auto&, auto&, auto& parts, auto&, auto&, auto&) {
        parts[9] = std::numeric_limits<float>::infinity();
    }));
    EXPECT_FALSE(loads([](auto&, auto&, auto&, auto& sizes, auto&, auto&) { sizes.push_back(0); }));
    EXPECT_FALSE(loads([](auto&, auto&, auto&, auto&, auto& nodes, auto&) { nodes[0] = 600; }));
    EXPECT_FALSE(loads([](auto&, auto&, auto&, auto&, auto&, auto& codes) { codes.push_back(0); }));
}

} // namespace
} // namespace tw
