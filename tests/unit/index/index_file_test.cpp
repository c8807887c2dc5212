// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_file.h"

#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

namespace tw {
namespace {

IndexOptions graphOptions()
{
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.m = 8;
    return options;
}

/// A graph over rows some of which are equal, saved.
struct Saved {
    Saved()
    {
        std::ranges::copy(rows.row(0), rows.row(200).begin());
        EXPECT_TRUE((*buildIndex(rows, nullptr, graphOptions(), {}))->save(path).has_value());
    }
    /// The file with another payload and the checksum that fits it.
    void put(std::span<const std::byte> payload) const
    {
        ASSERT_TRUE(writeEnvelope(path, kIndexEnvelope, payload).has_value());
    }
    std::vector<std::byte> payload() const
    {
        const auto opened = openEnvelope(path, kIndexEnvelope);
        return opened ? std::vector(opened->bytes.begin(), opened->bytes.end()) : std::vector<std::byte>();
    }

    test::TempFolder folder;
    std::filesystem::path path = folder / "index.bin";
    Matrix rows = test::clusteredUnitRows(300, 8, 10, 0.5, 8);
};

// Behind a valid checksum too, nothing may be walked along that leads out of memory.
TEST(IndexFile, AnyBytesBehindARightChecksumAreRefusedOrSafe)
{
    const Saved saved;
    const std::vector<std::byte> good = saved.payload();
    ASSERT_GT(good.size(), 5000U);
    Random random(1);
    const auto below = [&random](std::size_t limit) {
        return static_cast<std::size_t>(random.uniform() * static_cast<double>(limit));
    };
    std::size_t refused = 0;
    for (std::size_t trial = 0; trial < 300; ++trial) {
        std::vector<std::byte> bad = good;
        // Heads of sections lie in the first kilobyte.
        const std::size_t at = trial % 3 == 0 ? below(1024) : below(good.size() - 4);
        if (trial % 20 == 19)
            bad.resize(below(bad.size()));
        else
            for (std::size_t i = 0; i < 1 + trial % 4; ++i)
                bad[at + i] = static_cast<std::byte>(below(256));
        saved.put(bad);
        const auto loaded = loadIndex(saved.path, saved.rows, nullptr);
        if (!loaded) {
            EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
            ++refused;
            continue;
        }
        for (std::uint32_t row = 0; row < 300; row += 29) {
            const auto nearest = (*loaded)->search(saved.rows.row(row), 5, nullptr, {}).value();
            for (const Neighbour& neighbour : nearest)
                ASSERT_LT(neighbour.row, 300U);
        }
    }
    EXPECT_GT(refused, 75U);
}

TEST(IndexFile, AnOlderVersionIsAsGoodAsNone)
{
    const Saved saved;
    ASSERT_TRUE(writeEnvelope(saved.path, {kIndexEnvelope.name, kIndexEnvelope.version - 1}, saved.payload()).has_value());
    EXPECT_EQ(loadIndex(saved.path, saved.rows, nullptr).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(writeEnvelope(saved.path, {kIndexEnvelope.name, kIndexEnvelope.version + 1}, saved.payload()).has_value());
    EXPECT_EQ(loadIndex(saved.path, saved.rows, nullptr).error().code, ErrorCode::VersionTooNew);
}

TEST(IndexFile, WhatIsWrittenIsReadBack)
{
    const Saved saved;
    const std::vector<std::uint32_t> large(5000, 7);
    IndexFileWriter writer;
    writer.section(IndexSection::Lists).array(std::span(large));
    writer.section(IndexSection::Fast).value(std::uint8_t{3});
    IndexHead head;
    head.options.kind = IndexKind::IvfPq;
    head.options.layout = IndexLayout::Fast;
    head.options.codeBytes = 4;
    head.options.wishedRecall = 0.75;
    head.options.rerank = false;
    head.facts.kind = IndexKind::IvfPq;
    head.facts.reason = IndexReason::LittleMemory;
    head.facts.selfRecall = 0.125;
    const IndexedVectors vectors{.unit = saved.rows, .metric = Metric::L2, .contentHash = "abc"};
    ASSERT_TRUE(writer.write(saved.path, head, vectors).has_value());
    const auto read = readIndexFile(saved.path, vectors);
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(read->head.options.kind, IndexKind::IvfPq);
    EXPECT_EQ(read->head.options.layout, IndexLayout::Fast);
    EXPECT_EQ(read->head.options.codeBytes, 4);
    EXPECT_EQ(read->head.options.wishedRecall, 0.75);
    EXPECT_FALSE(read->head.options.rerank);
    EXPECT_EQ(read->head.facts.kind, IndexKind::IvfPq);
    EXPECT_EQ(read->head.facts.reason, IndexReason::LittleMemory);
    EXPECT_EQ(read->head.facts.selfRecall, 0.125);
    ByteReader lists = read->section(IndexSection::Lists);
    EXPECT_EQ(lists.array<std::uint32_t>(), large);
    EXPECT_TRUE(lists.finished());
    EXPECT_EQ(read->section(IndexSection::Fast).value<std::uint8_t>(), 3);
    EXPECT_TRUE(read->section(IndexSection::Links).failed());
}

TEST(IndexFile, TheContentsHashDecidesWhereBothHaveOne)
{
    const Saved saved;
    const auto outcome = [&](std::string written, std::string asked, const Matrix& rows) {
        EXPECT_TRUE(IndexFileWriter()
                        .write(saved.path, {}, {.unit = saved.rows, .contentHash = std::move(written)})
                        .has_value());
        const auto read = readIndexFile(saved.path, {.unit = rows, .contentHash = std::move(asked)});
        return read ? "read" : read.error().detail;
    };
    Matrix other = saved.rows;
    std::ranges::copy(other.row(1), other.row(2).begin());
    EXPECT_EQ(outcome("a", "a", saved.rows), "read");
    EXPECT_EQ(outcome("a", "b", saved.rows), "belongs to other vectors");
    EXPECT_EQ(outcome("", "b", saved.rows), "read");
    EXPECT_EQ(outcome("a", "", saved.rows), "read");
    EXPECT_EQ(outcome("a", "", other), "belongs to other vectors");
    EXPECT_EQ(outcome("", "b", other), "belongs to other vectors");
}

} // namespace
} // namespace tw
