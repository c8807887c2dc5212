// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/embedding_cache.h"

#include "core/base/database.h"
#include "core/base/files.h"
#include "tests/support/temp_folder.h"

namespace {

/// Gives each text a vector of its length and counts what it was asked; can fail or stop at the nth text.
class CountingEmbedder final : public tw::Embedder {
public:
    CountingEmbedder()
    {
        m_info.kind = "builtin";
        m_info.model = "counting";
        m_info.digest = "one";
        m_info.dim = 3;
    }
    const tw::EmbedderInfo& info() const override { return m_info; }
    std::size_t batchSize() const override { return 4; }
    tw::Result<std::vector<tw::EmbeddedText>> embedDocuments(std::span<const std::string> texts,
                                                             const tw::TaskContext&) const override
    {
        std::vector<tw::EmbeddedText> results;
        for (const std::string& text : texts) {
            if (text == failAt) {
                tw::Error error{tw::ErrorCode::NotFinite, {}, {}, {}};
                error.row = results.size();
                return tw::fail(error);
            }
            ++asked;
            tw::EmbeddedText result;
            if (!text.empty()) {
                result.vector = {static_cast<float>(text.size()), 1, 2};
                result.passages.appendRow(std::vector<float>{3, 4, static_cast<float>(text.size())});
            }
            results.push_back(std::move(result));
        }
        if (stopAfterBatch)
            stop.request_stop();
        return results;
    }
    tw::Result<std::vector<float>> embedQuery(std::string_view, const tw::TaskContext&) const override
    {
        return std::vector<float>(3, 1.0F);
    }
    mutable std::size_t asked = 0;
    mutable std::stop_source stop;
    std::string failAt = "nothing";
    bool stopAfterBatch = false;
    tw::EmbedderInfo m_info;
};

std::vector<std::string> someTexts(std::size_t count)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.push_back("text " + std::string(i, 'x'));
    return texts;
}

std::unique_ptr<tw::EmbeddingCache> opened(const std::filesystem::path& path)
{
    auto cache = tw::EmbeddingCache::open(path);
    EXPECT_TRUE(cache) << cache.error().detail;
    return cache ? std::move(*cache) : nullptr;
}

TEST(EmbeddingCache, KeepsVectorsAndPassagesBitForBit)
{
    const tw::test::TempFolder folder;
    const CountingEmbedder embedder;
    const std::vector<std::string> texts{"a film", ""};
    tw::EmbeddedText full;
    full.vector = {0.1F, -0.0F, 3e-39F};
    full.passages.appendRow(std::vector<float>{1, 2, 3});
    full.passages.appendRow(std::vector<float>{4, 5, 6});
    ASSERT_TRUE(opened(folder / "e.sqlite")->store(embedder.info(), texts, std::vector{full, tw::EmbeddedText{}}));
    const auto cache = opened(folder / "e.sqlite");
    const auto found = cache->find(embedder.info(), "a film");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->vector, full.vector);
    ASSERT_EQ((*found)->passages.rows(), 2U);
    EXPECT_EQ((*found)->passages.row(1)[2], 6);
    const auto empty = cache->find(embedder.info(), "");
    ASSERT_TRUE(empty && *empty) << "a text without a vector is remembered too";
    EXPECT_TRUE((*empty)->vector.empty());
    EXPECT_FALSE(cache->find(embedder.info(), "another film")->has_value());
}

TEST(EmbeddingCache, KeepsDigestsAndPrefixesApart)
{
    const tw::test::TempFolder folder;
    CountingEmbedder embedder;
    const auto cache = opened(folder / "e.sqlite");
    const std::vector<std::string> texts{"a film"};
    tw::EmbeddedText one;
    one.vector = {1, 2, 3};
    ASSERT_TRUE(cache->store(embedder.info(), texts, std::vector{one}));
    tw::EmbedderInfo other = embedder.info();
    other.digest = "two";
    EXPECT_FALSE(cache->find(other, "a film")->has_value());
    other = embedder.info();
    other.documentPrefix = "clustering: ";
    EXPECT_FALSE(cache->find(other, "a film")->has_value());
    other = embedder.info();
    other.digest = "two";
    ASSERT_TRUE(cache->store(other, texts, std::vector{one}));
    ASSERT_TRUE(cache->dropOtherDigests(other));
    EXPECT_TRUE(cache->find(other, "a film")->has_value());
    EXPECT_FALSE(cache->find(embedder.info(), "a film")->has_value());
}

TEST(EmbeddingCache, DamagedEntriesCountAsMissing)
{
    const tw::test::TempFolder folder;
    const CountingEmbedder embedder;
    const std::vector<std::string> texts{"a film"};
    tw::EmbeddedText one;
    one.vector = {1, 2, 3};
    ASSERT_TRUE(opened(folder / "e.sqlite")->store(embedder.info(), texts, std::vector{one}));
    {
        auto database = tw::Database::open(folder / "e.sqlite", tw::Database::Mode::ReadWrite,
                                           tw::Database::Durability::Derived);
        ASSERT_TRUE(database && database->execute("UPDATE vectors SET rows = x'000000000000000000000000'"));
    }
    EXPECT_FALSE(opened(folder / "e.sqlite")->find(embedder.info(), "a film")->has_value());
}

TEST(EmbeddingCache, NoDamagedRowEverBecomesAVector)
{
    const tw::test::TempFolder folder;
    const CountingEmbedder embedder;
    const std::vector<std::string> texts = someTexts(6);
    const auto before = tw::embedAll(embedder, *opened(folder / "e.sqlite"), texts, {});
    ASSERT_TRUE(before);
    // A shorter blob, another dimension, an odd length, nothing, and NaN with its right checksum.
    {
        auto database = tw::Database::open(folder / "e.sqlite", tw::Database::Mode::ReadWrite,
                                           tw::Database::Durability::Derived);
        ASSERT_TRUE(database);
        for (const char* damage : {"UPDATE vectors SET rows = substr(rows, 1, 12) WHERE id = 1",
                                   "UPDATE vectors SET dim = 1 WHERE id = 2", "UPDATE vectors SET dim = -3 WHERE id = 3",
                                   "UPDATE vectors SET rows = x'' WHERE id = 4"})
            ASSERT_TRUE(database->execute(damage)) << damage;
    }
    {
        tw::EmbeddedText poisoned;
        poisoned.vector = {1, std::numeric_limits<float>::quiet_NaN(), 3};
        const std::vector<std::string> fifth{texts[4]};
        ASSERT_TRUE(opened(folder / "e.sqlite")->store(embedder.info(), fifth, std::vector{poisoned}));
    }
    const std::size_t asked = embedder.asked;
    tw::EmbedAllReport report;
    const auto after = tw::embedAll(embedder, *opened(folder / "e.sqlite"), texts, {}, &report);
    ASSERT_TRUE(after);
    EXPECT_EQ(report.fromCache, 1U);
    EXPECT_EQ(embedder.asked, asked + 5);
    for (std::size_t i = 0; i < texts.size(); ++i)
        EXPECT_EQ((*after)[i].vector, (*before)[i].vector);
}

TEST(EmbeddingCache, ADamagedFileIsPutAsideAndBegunAnew)
{
    const tw::test::TempFolder folder;
    ASSERT_TRUE(tw::writeFileAtomically(folder / "e.sqlite", std::string(5000, 'x')));
    const auto cache = opened(folder / "e.sqlite");
    ASSERT_TRUE(cache);
    const std::filesystem::directory_iterator files(folder.path());
    EXPECT_TRUE(std::any_of(begin(files), end(files), [](const std::filesystem::directory_entry& file) {
        return file.path().filename().string().starts_with("e.sqlite.bad-");
    }));
    EXPECT_FALSE(cache->find(CountingEmbedder().info(), "a film")->has_value());
}

TEST(EmbedAll, AsksOnlyForWhatIsMissingAndOnceForEqualTexts)
{
    const tw::test::TempFolder folder;
    const CountingEmbedder embedder;
    const auto cache = opened(folder / "e.sqlite");
    std::vector<std::string> texts = someTexts(10);
    texts.push_back(texts[3]);
    texts.emplace_back();
    tw::EmbedAllReport report{99, {}};
    const auto first = tw::embedAll(embedder, *cache, texts, {}, &report);
    ASSERT_TRUE(first);
    EXPECT_EQ(report.fromCache, 0U);
    EXPECT_EQ(embedder.asked, 11U);
    EXPECT_EQ((*first)[10].vector, (*first)[3].vector);
    EXPECT_TRUE((*first)[11].vector.empty());

    texts.emplace_back("a new one");
    const auto second = tw::embedAll(embedder, *cache, texts, {}, &report);
    ASSERT_TRUE(second);
    EXPECT_EQ(embedder.asked, 12U);
    EXPECT_EQ(report.fromCache, 12U);
    for (std::size_t i = 0; i < first->size(); ++i)
        EXPECT_EQ((*second)[i].vector, (*first)[i].vector);
    EXPECT_EQ((*second)[12].vector.front(), 9.0F);
}

TEST(EmbedAll, GoesOnWhereACancelledRunStopped)
{
    const tw::test::TempFolder folder;
    CountingEmbedder embedder;
    embedder.stopAfterBatch = true;
    const std::vector<std::string> texts = someTexts(10);
    const auto stopped = tw::embedAll(embedder, *opened(folder / "e.sqlite"), texts, {embedder.stop.get_token()});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, tw::ErrorCode::Cancelled);
    EXPECT_EQ(embedder.asked, 4U) << "one batch";
    embedder.stopAfterBatch = false;
    tw::EmbedAllReport report;
    ASSERT_TRUE(tw::embedAll(embedder, *opened(folder / "e.sqlite"), texts, {}, &report));
    EXPECT_EQ(report.fromCache, 4U);
    EXPECT_EQ(embedder.asked, 10U);
}

TEST(EmbedAll, NamesTheTextThatFailedAndKeepsTheBatchesBefore)
{
    const tw::test::TempFolder folder;
    CountingEmbedder embedder;
    const std::vector<std::string> texts = someTexts(10);
    embedder.failAt = texts[6];
    const auto cache = opened(folder / "e.sqlite");
    const auto failed = tw::embedAll(embedder, *cache, texts, {});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().row, 6U);
    EXPECT_TRUE(cache->find(embedder.info(), texts[3])->has_value());
    EXPECT_FALSE(cache->find(embedder.info(), texts[4])->has_value());
}

/// Notes the last of what it is told.
class LastProgress final : public tw::ProgressSink {
public:
    void report(tw::Stage stage, std::uint64_t done, std::uint64_t total) override
    {
        EXPECT_EQ(stage, tw::Stage::Embedding);
        EXPECT_GE(done, lastDone);
        lastDone = done;
        lastTotal = total;
    }
    std::uint64_t lastDone = 0;
    std::uint64_t lastTotal = 0;
};

TEST(EmbedAll, ReportsProgressUpToTheEnd)
{
    const tw::test::TempFolder folder;
    LastProgress progress;
    ASSERT_TRUE(tw::embedAll(CountingEmbedder(), *opened(folder / "e.sqlite"), someTexts(9), {{}, &progress}));
    EXPECT_EQ(progress.lastDone, 9U);
    EXPECT_EQ(progress.lastTotal, 9U);
}

} // namespace
