// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/library/library.h"
#include "core/library/library_jobs.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/library/space_folder.h"
#include "tests/support/damage.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"

namespace tw {

class SpacesTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Library::create(m_folder));
        import(40);
    }

    void import(std::size_t films)
    {
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", films)};
        const auto report = importFiles(m_folder, catalogFiles(files), {});
        ASSERT_TRUE(report) << report.error().detail;
    }
    EmbedReport embed(const EmbedRequest& request = {})
    {
        auto report = embedCatalogue(m_folder, request, nullptr, {});
        EXPECT_TRUE(report) << errorCodeName(report.error().code) << ' ' << report.error().detail;
        return report.value_or(EmbedReport{});
    }
    LoadedSpace load()
    {
        auto space = loadSpace(m_folder, "builtin", {});
        EXPECT_TRUE(space) << errorCodeName(space.error().code) << ' ' << space.error().detail;
        return space.value_or(LoadedSpace{});
    }
    std::filesystem::path file(const char* name) const { return spaceFolder(m_folder, "builtin") / name; }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
};

TEST_F(SpacesTest, EmbeddingMakesASpaceAndUsesIt)
{
    const auto library = Library::open(m_folder).value();
    EXPECT_TRUE(listSpaces(m_folder).empty());
    const EmbedReport report = embed();
    EXPECT_EQ(report.embedded, 40U);
    EXPECT_TRUE(report.withoutText.empty());
    EXPECT_EQ(report.space.id, "builtin");

    const auto changes = library->refresh();
    EXPECT_TRUE(changes->spaces);
    EXPECT_TRUE(changes->settings);
    EXPECT_EQ(library->settings().activeSpace, "builtin");

    const std::vector<SpaceInfo> spaces = listSpaces(m_folder);
    ASSERT_EQ(spaces.size(), 1U);
    EXPECT_EQ(spaces[0].provenance.embedder, "builtin");
    EXPECT_EQ(spaces[0].items, 40U);
    EXPECT_EQ(spaces[0].index, IndexKind::Exact);
    EXPECT_GT(spaces[0].bytes, spaces[0].items * spaces[0].dim * 4);

    const LoadedSpace space = load();
    EXPECT_EQ(space.space->size(), 40U);
    EXPECT_EQ(space.space->dim(), spaces[0].dim);
    EXPECT_EQ(space.index->size(), 40U);
    EXPECT_EQ(space.projection->positions().rows(), 40U);
    ASSERT_TRUE(space.embedder);
    const auto query = space.embedder->embedQuery("whale hunt on the ocean", {});
    ASSERT_TRUE(query);
    const auto nearest = space.index->search(*query, 5, nullptr, {});
    ASSERT_TRUE(nearest);
    for (const Neighbour& neighbour : *nearest)
        EXPECT_EQ(space.space->item(neighbour.row).value() % 4, 1U); // the films at sea
}

TEST_F(SpacesTest, ASecondRunGivesTheSameVectorsWithoutACache)
{
    EXPECT_EQ(embed().fromCache, 0U);
    const std::string before = load().space->fingerprint();
    const EmbedReport again = embed();
    EXPECT_EQ(again.fromCache, 0U) << "the built-in embedder is as fast";
    EXPECT_EQ(load().space->fingerprint(), before);
}

TEST_F(SpacesTest, ANewSpaceReplacesTheOldWhichItsReadersKeep)
{
    embed();
    const LoadedSpace old = load();
    import(60);
    EXPECT_EQ(embed().embedded, 60U);
    EXPECT_EQ(load().space->size(), 60U);
    EXPECT_EQ(old.space->size(), 40U);
    EXPECT_TRUE(old.index->search(old.space->vectors().row(39), 1, nullptr, {}));
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "spaces"))
        EXPECT_EQ(entry.path().filename(), "builtin");
}

TEST_F(SpacesTest, TheActiveSpaceStaysWhenAskedTo)
{
    const auto library = Library::open(m_folder).value();
    EmbedRequest request;
    request.use = false;
    embed(request);
    ASSERT_TRUE(library->refresh());
    EXPECT_EQ(library->settings().activeSpace, "");
}

TEST_F(SpacesTest, CancellingKeepsTheOldSpace)
{
    embed();
    const std::string before = load().space->fingerprint();
    import(60);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(embedCatalogue(m_folder, {}, nullptr, {stop.get_token(), nullptr}).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(load().space->fingerprint(), before);
}

TEST_F(SpacesTest, AnEmptyCatalogueCannotBeEmbedded)
{
    ASSERT_TRUE(Library::create(m_temp / "empty"));
    EXPECT_EQ(embedCatalogue(m_temp / "empty", {}, nullptr, {}).error().code, ErrorCode::EmptyText);
    EXPECT_EQ(loadSpace(m_temp / "empty", "builtin", {}).error().code, ErrorCode::NotFound);
}

TEST_F(SpacesTest, DeletedDerivedFilesAreMadeAnewAndGiveTheSame)
{
    embed();
    const LoadedSpace before = load();
    for (const char* name : {"index.bin", "map.bin", "info.bin"}) {
        std::filesystem::remove(file(name));
        const LoadedSpace after = load();
        EXPECT_TRUE(std::filesystem::exists(file(name))) << name;
        EXPECT_EQ(after.projection->positions().row(7)[0], before.projection->positions().row(7)[0]);
        EXPECT_EQ(listSpaces(m_folder).size(), 1U);
        for (std::size_t row = 0; row < 40; ++row) {
            const auto a = before.index->search(before.space->vectors().row(row), 5, nullptr, {}).value();
            const auto b = after.index->search(after.space->vectors().row(row), 5, nullptr, {}).value();
            ASSERT_EQ(a.size(), b.size());
            for (std::size_t i = 0; i < a.size(); ++i)
                EXPECT_EQ(a[i].row, b[i].row);
        }
    }
}

TEST_F(SpacesTest, DamagedIndexAndMapAreRepaired)
{
    embed();
    for (const char* name : {"index.bin", "map.bin"}) {
        std::filesystem::resize_file(file(name), std::filesystem::file_size(file(name)) / 2);
        const auto broken = readFile(file(name)).value();
        load();
        EXPECT_NE(readFile(file(name)).value(), broken) << name;
    }
}

TEST_F(SpacesTest, RepairsStayInMemoryWhileAnotherHoldsTheLock)
{
    embed();
    std::filesystem::remove(file("map.bin"));
    const auto lock = lockLibrary(m_folder, "import");
    ASSERT_TRUE(lock);
    EXPECT_TRUE(load().projection);
    EXPECT_FALSE(std::filesystem::exists(file("map.bin")));
}

TEST_F(SpacesTest, DamagedVectorsAreTold)
{
    embed();
    std::filesystem::resize_file(file("vectors.bin"), 1000);
    EXPECT_EQ(loadSpace(m_folder, "builtin", {}).error().code, ErrorCode::Damaged);
    EXPECT_EQ(embed().embedded, 40U);
    load();
}

TEST_F(SpacesTest, NoDamageToTheRecordDoesHarm)
{
    embed();
    int listed = 0;
    int damages = 0;
    test::forEachDamage(file("info.bin"), [&](const std::string& what) {
        listed += listSpaces(m_folder).empty() ? 0 : 1;
        ++damages;
        EXPECT_FALSE(readSpaceRecord(spaceFolder(m_folder, "builtin"))) << what;
    });
    EXPECT_EQ(listed, damages) << "the vectors tell enough to list it";
    EXPECT_EQ(listSpaces(m_folder).size(), 1U);
}

TEST_F(SpacesTest, TheIndexCanBeRebuiltAndIsRemembered)
{
    embed();
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.m = 8;
    const auto info = rebuildIndex(m_folder, "builtin", options, {});
    ASSERT_TRUE(info) << info.error().detail;
    EXPECT_EQ(info->index, IndexKind::Hnsw);
    EXPECT_EQ(listSpaces(m_folder)[0].index, IndexKind::Hnsw);
    EXPECT_EQ(load().index->kind(), IndexKind::Hnsw);
    std::filesystem::remove(file("index.bin"));
    EXPECT_EQ(load().index->kind(), IndexKind::Hnsw);
    EXPECT_EQ(load().index->options().m, 8);

    options.m = 1;
    EXPECT_EQ(rebuildIndex(m_folder, "builtin", options, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(rebuildIndex(m_folder, "none", {}, {}).error().code, ErrorCode::NotFound);
}

TEST_F(SpacesTest, RemovingASpaceTakesItsKeptProfileWithIt)
{
    embed();
    const auto library = Library::open(m_folder).value();
    ASSERT_TRUE(library->stepKeptProfile("builtin", std::vector<float>{1}, std::vector<float>{1}, 8));
    ASSERT_TRUE(removeSpace(m_folder, "builtin"));
    EXPECT_TRUE(listSpaces(m_folder).empty());
    EXPECT_FALSE(library->keptProfile("builtin").value());
    const auto changes = library->refresh();
    EXPECT_TRUE(changes->spaces);
    EXPECT_EQ(library->settings().activeSpace, "");
    EXPECT_EQ(removeSpace(m_folder, "builtin").error().code, ErrorCode::NotFound);
}

TEST_F(SpacesTest, TheBuiltinEmbedderIsRestoredWithoutATransport)
{
    embed();
    const LoadedSpace space = load();
    const auto embedder = connectEmbedder(*space.space, {}, nullptr, {});
    ASSERT_TRUE(embedder);
    EXPECT_EQ((*embedder)->info().digest, space.space->provenance().digest);
    EXPECT_EQ((*embedder)->embedQuery("whale", {}).value(), space.embedder->embedQuery("whale", {}).value());
}

} // namespace tw
