// SPDX-License-Identifier: GPL-3.0-or-later
// A library with spaces of two embedders, one of them behind a server.
#include "core/base/database.h"
#include "core/library/library_jobs.h"
#include "core/library/library_store.h"
#include "core/library/session.h"
#include "tests/support/fake_ollama_server.h"
#include "tests/support/mutants.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>

namespace tw {

namespace {

constexpr const char* kSpace = "ollama-nomic-embed-text";

} // namespace

class OllamaSpaceTest : public testing::Test {
protected:
    void SetUp() override
    {
        ::unsetenv("OLLAMA_HOST");
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", 60)};
        const auto report = createLibrary(m_folder, catalogFiles(files), {});
        ASSERT_TRUE(report) << report.error().detail;
        m_library = Library::open(m_folder).value();
        m_request.kind = EmbedderKind::Ollama;
        m_request.url = m_server.url();
        m_request.batchSize = 16;
    }
    Result<EmbedReport> embed() { return embedCatalogue(m_folder, m_request, makeCurlTransport(), {}); }
    Session session()
    {
        EXPECT_TRUE(m_library->refresh());
        auto opened = openSession(*m_library, {});
        EXPECT_TRUE(opened);
        return opened ? opened->session : Session{};
    }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    test::FakeOllamaServer m_server;
    std::unique_ptr<Library> m_library;
    EmbedRequest m_request;
};

TEST_F(OllamaSpaceTest, StandsBesideTheBuiltinOne)
{
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->embedded, 60U);
    EXPECT_EQ(m_server.largestBatch(), 16U);
    EXPECT_EQ(m_server.mostInFlight(), 1U);

    const std::vector<SpaceInfo> spaces = listSpaces(m_folder);
    ASSERT_EQ(spaces.size(), 2U);
    EXPECT_EQ(spaces[0].id, "builtin");
    EXPECT_EQ(spaces[1].id, kSpace);
    EXPECT_EQ(spaces[1].dim, 64U);
    EXPECT_EQ(spaces[1].provenance.server, m_server.url());
    const Session now = session();
    EXPECT_EQ(now.settings.activeSpace, kSpace);
    EXPECT_EQ(now.space.space->dim(), 64U);
    EXPECT_FALSE(now.space.embedder) << "opening a library must not wait for a server";
}

TEST_F(OllamaSpaceTest, ABrokenRunGoesOnWhereItWas)
{
    ASSERT_TRUE(embed());
    const std::string before = session().space.space->fingerprint();
    // More films, of which the server refuses one batch in the middle.
    const std::array files = {test::writeSmallCatalogue(m_temp / "more.jsonl", 100)};
    ASSERT_TRUE(importFiles(m_folder, catalogFiles(files), {}));
    m_server.setAnswerer([](const test::FakeOllamaServer::EmbedCall& call) {
        const bool refused = call.number > 2;
        return refused ? std::optional(test::HttpAnswer{405, "text/plain", "not today"}) : std::nullopt;
    });
    m_server.resetCounts();
    ASSERT_FALSE(embed());
    EXPECT_EQ(session().space.space->fingerprint(), before) << "the old space must stay";
    m_server.clearFaults();
    m_server.resetCounts();
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->fromCache, 60U + 32U) << "two batches were whole before the bad one";
    EXPECT_EQ(m_server.textsEmbedded(), 8U);
    EXPECT_EQ(session().space.space->size(), 100U);
}

TEST_F(OllamaSpaceTest, AFilmTheServerRefusesIsLeftOutAndNamed)
{
    m_server.setPoisonWord("Film 37");
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->embedded, 59U);
    ASSERT_EQ(report->refused.size(), 1U);
    EXPECT_EQ(report->refused.front().first, ItemId(37));
    EXPECT_NE(report->refused.front().second.detail.find("NaN"), std::string::npos);
    EXPECT_TRUE(report->withoutText.empty());
    // Once the server takes it, it is the only one that is asked for.
    m_server.clearFaults();
    m_server.resetCounts();
    const auto again = embed();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->embedded, 60U);
    EXPECT_EQ(m_server.textsEmbedded(), 1U);
}

TEST_F(OllamaSpaceTest, AModelReplacedMidwayIsBegunAnew)
{
    test::FakeOllamaServer::Model changed{"nomic-embed-text:latest", "sha256:fedcba"};
    changed.seed = 7;
    m_server.setAnswerer([&](const test::FakeOllamaServer::EmbedCall& call) {
        if (call.number == 2)
            m_server.setModels({changed});
        return std::nullopt;
    });
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->space.provenance.digest, "sha256:fedcba");
    EXPECT_EQ(report->embedded, 60U);
    EXPECT_EQ(report->fromCache, 0U);
    const Session now = session();
    // Vectors are kept at unit length, as the server gives them: each must be the new model's own.
    const auto received = m_server.textsReceived();
    for (std::size_t i = 0; i < 60; ++i) {
        const auto expected = test::FakeOllamaServer::vectorOf(received[received.size() - 60 + i], 64, 7);
        for (std::size_t d = 0; d < 64; ++d)
            ASSERT_NEAR(now.space.space->vectors().row(i)[d], expected[d], 1e-5F) << i;
    }

    // One that changes again and again ends the run.
    m_server.setAnswerer([&](const test::FakeOllamaServer::EmbedCall& call) {
        changed.digest = "sha256:" + std::to_string(call.number);
        m_server.setModels({changed});
        return std::nullopt;
    });
    const std::array files = {test::writeSmallCatalogue(m_temp / "more.jsonl", 100)};
    ASSERT_TRUE(importFiles(m_folder, catalogFiles(files), {}));
    EXPECT_EQ(embed().error().code, ErrorCode::ModelChanged);
}

TEST_F(OllamaSpaceTest, TheEmbedderIsFoundAgainAndRefusedWhenItChanged)
{
    ASSERT_TRUE(embed());
    const Session now = session();
    const auto embedder = connectEmbedder(*now.space.space, now.settings, makeCurlTransport(), {});
    ASSERT_TRUE(embedder) << embedder.error().detail;
    EXPECT_EQ((*embedder)->embedQuery("whale", {})->size(), 64U);

    test::FakeOllamaServer::Model changed;
    changed.name = "nomic-embed-text:latest";
    changed.digest = "sha256:fedcba";
    m_server.setModels({changed});
    EXPECT_EQ(connectEmbedder(*now.space.space, now.settings, makeCurlTransport(), {}).error().code,
              ErrorCode::DimensionMismatch);
}

TEST_F(OllamaSpaceTest, WithoutKeptHistoryALikeMovesTheProfileOfEverySpace)
{
    ASSERT_TRUE(embed());
    ASSERT_TRUE(recordAct(*m_library, session(), Act::Liked, ItemId(3), Source::Search, {}));
    ASSERT_TRUE(setKeepHistory(*m_library, session(), false));
    ASSERT_TRUE(recordAct(*m_library, session(), Act::Liked, ItemId(8), Source::Search, {}));
    for (const char* id : {"builtin", kSpace}) {
        const auto space = loadSpace(m_folder, id, {}).value().space;
        const std::vector<ItemId> likes = {ItemId(3), ItemId(8)};
        EXPECT_EQ(m_library->keptProfile(id).value(), foldProfile(*space, likes, kDefaultMemory).vector) << id;
    }

    // Another model's axes mean something else: that profile can't be kept.
    test::FakeOllamaServer::Model changed;
    changed.name = "nomic-embed-text:latest";
    changed.digest = "sha256:fedcba";
    m_server.setModels({changed});
    ASSERT_TRUE(embed());
    EXPECT_FALSE(m_library->keptProfile(kSpace).value());
    EXPECT_TRUE(m_library->keptProfile("builtin").value());
}

TEST_F(OllamaSpaceTest, LostOrDamagedItIsMadeAnewFromTheCacheWithoutItsServer)
{
    m_request.index.kind = IndexKind::Hnsw;
    m_server.setPoisonWord("Film 37"); // the server never gave this one a vector
    ASSERT_TRUE(embed());
    ASSERT_TRUE(m_library->refresh());
    const auto folder = m_folder / "spaces" / kSpace;
    const test::FolderImage before(folder);
    m_server.stop();
    m_server.resetCounts();
    for (const char* name : {"vectors.bin", "space.bin"}) {
        for (const bool damaged : {true, false}) {
            if (damaged)
                test::FolderImage::write(folder / name, "damage");
            else
                std::filesystem::remove(folder / name);
            auto opened = openSession(*m_library, {});
            ASSERT_TRUE(opened);
            ASSERT_FALSE(opened->spaceError) << name << ": " << opened->spaceError->detail;
            ASSERT_EQ(opened->session.space.space->id(), kSpace);
            ASSERT_EQ(opened->madeAnew.size(), 1U);
            EXPECT_EQ(opened->madeAnew.front().file, DerivedFile::Vectors);
            if (damaged) {
                EXPECT_EQ(test::FolderImage::read(opened->madeAnew.front().kept), "damage");
            }
            EXPECT_EQ(opened->withoutCached, 1U);
            EXPECT_TRUE(opened->session.space.space->vector(ItemId(37)).empty());
            for (const char* file : {"vectors.bin", "space.bin", "index.bin", "map.bin", "info.bin"})
                EXPECT_EQ(test::FolderImage::read(folder / file), before.file(file)) << file << " after " << name;
        }
    }
    // With its record and everything else gone, the only model of that name is the one.
    std::filesystem::remove_all(folder);
    const auto opened = openSession(*m_library, {});
    ASSERT_TRUE(opened && !opened->spaceError);
    EXPECT_EQ(test::FolderImage::read(folder / "vectors.bin").size(), before.file("vectors.bin").size());
    EXPECT_EQ(opened->session.space.space->provenance().digest, "sha256:0123456789abcdef");
    EXPECT_EQ(m_server.requests(), 0U);
}

TEST_F(OllamaSpaceTest, WithTooFewCachedVectorsTheServerIsNeeded)
{
    ASSERT_TRUE(embed());
    ASSERT_TRUE(m_library->refresh());
    const auto folder = m_folder / "spaces" / kSpace;
    {
        auto cache = Database::open(embeddingCachePath(m_folder), Database::Mode::ReadWrite, Database::Durability::Derived).value();
        ASSERT_TRUE(cache.execute("DELETE FROM vectors WHERE id % 10 = 0"));
    }
    m_server.stop();
    test::FolderImage::write(folder / "vectors.bin", "damage");
    auto opened = openSession(*m_library, {});
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->spaceError);
    EXPECT_EQ(opened->spaceError->code, ErrorCode::Damaged);
    // A damaged cache is left for the next embedding to find and to tell of.
    test::FolderImage::write(embeddingCachePath(m_folder), "damage");
    EXPECT_EQ(restoreSpace(m_folder, kSpace, {}).error().code, ErrorCode::Damaged);
    EXPECT_EQ(restoreSpace(m_folder, "builtin", {}).error().code, ErrorCode::Unsupported);
    m_server.start();
    const auto report = embed();
    ASSERT_TRUE(report) << report.error().detail;
    ASSERT_EQ(report->madeAnew.size(), 1U);
    EXPECT_EQ(report->madeAnew.front().file, DerivedFile::Embeddings);
    EXPECT_EQ(test::FolderImage::read(report->madeAnew.front().kept), "damage");
    EXPECT_TRUE(std::filesystem::exists(folder / "vectors.bin"));
}

TEST_F(OllamaSpaceTest, RemovingTheActiveSpaceMakesTheOtherActive)
{
    ASSERT_TRUE(embed());
    ASSERT_TRUE(removeSpace(m_folder, kSpace));
    EXPECT_EQ(session().settings.activeSpace, "builtin");
}

} // namespace tw
