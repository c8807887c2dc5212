// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/space_import.h"

#include "core/base/bad_files.h"
#include "core/library/session.h"
#include "core/library/space_folder.h"
#include "tests/support/damage.h"
#include "tests/support/mutants.h"
#include "tests/support/small_catalogue.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_data.h"
#include "tests/support/vector_data.h"

namespace tw {

using testing::ElementsAre;
using testing::HasSubstr;

class SpaceImportTest : public testing::Test {
protected:
    static constexpr std::size_t kFilms = 40;
    static constexpr std::size_t kDim = 6;

    void SetUp() override
    {
        const std::array files = {test::writeSmallCatalogue(m_temp / "films.jsonl", kFilms)};
        const auto made = createLibrary(m_folder, catalogFiles(files), {}, false);
        ASSERT_TRUE(made) << made.error().detail;
    }

    /// One line a row, behind its key where there are keys.
    std::filesystem::path table(const Matrix& rows, const std::vector<std::string>& keys = {},
                                const std::string& name = "mine.csv")
    {
        std::ofstream file(m_temp / name);
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (!keys.empty())
                file << '"' << keys[row] << "\",";
            file << fmt::format("{}\n", fmt::join(rows.row(row), ","));
        }
        return m_temp / name;
    }
    std::filesystem::path lines(const std::vector<std::string>& texts)
    {
        std::ofstream(m_temp / "keys.txt") << fmt::format("{}\n", fmt::join(texts, "\r\n"));
        return m_temp / "keys.txt";
    }
    Result<ImportSpaceReport> bring(const std::filesystem::path& file, Metric metric = Metric::Cosine,
                                    const std::filesystem::path& keys = {}, const IndexOptions& index = {})
    {
        ImportSpaceRequest request;
        request.file = file;
        request.metric = metric;
        request.keys = keys;
        request.index = index;
        return importSpace(m_folder, request, {});
    }
    OpenedSession opened()
    {
        m_library = Library::open(m_folder).value();
        auto session = openSession(*m_library, {});
        EXPECT_TRUE(session) << session.error().detail;
        return session.value_or(OpenedSession());
    }
    std::filesystem::path file(const char* name) const { return spaceFolder(m_folder, "imported-mine") / name; }

    test::TempFolder m_temp;
    std::filesystem::path m_folder = m_temp / "L";
    std::unique_ptr<Library> m_library;
};

TEST_F(SpaceImportTest, RowsWithoutKeysGoByTheOrderOfTheCatalogue)
{
    const Matrix rows = test::normalMatrix(kFilms, kDim, 1);
    const auto report = bring(table(rows));
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->matching, RowMatching::CatalogueOrder);
    EXPECT_EQ(report->imported, kFilms);
    EXPECT_EQ(report->itemsWithout, 0U);
    EXPECT_EQ(report->space.id, "imported-mine");
    EXPECT_FALSE(report->replaced);

    const OpenedSession now = opened();
    ASSERT_FALSE(now.spaceError);
    const Space& space = *now.session.space.space;
    EXPECT_EQ(space.provenance().kind, SpaceKind::Imported);
    EXPECT_EQ(space.provenance().model, "mine");
    EXPECT_EQ(space.metric(), Metric::Cosine);
    for (std::uint32_t item = 0; item < kFilms; ++item)
        for (std::size_t d = 0; d < kDim; ++d)
            EXPECT_NEAR(space.vector(ItemId(item))[d] * space.rawNorms()[item], rows.row(item)[d], 1e-4F);

    const auto wrong = bring(table(test::normalMatrix(kFilms - 1, kDim, 1)));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(wrong.error().detail, HasSubstr("39 rows"));
    EXPECT_THAT(wrong.error().detail, HasSubstr("40 items"));
}

TEST_F(SpaceImportTest, AFileOfKeysSaysWhichItemARowIs)
{
    const Matrix rows = test::normalMatrix(6, kDim, 1);
    const auto report = bring(table(rows), Metric::Cosine,
                              lines({"film-7", "Film 3 (1953)", "film 12", "nobody", "film-7", "Film 0"}));
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->matching, RowMatching::KeysFile);
    EXPECT_EQ(report->imported, 4U);
    EXPECT_EQ(report->itemsWithout, kFilms - 4);
    ASSERT_EQ(report->leftOut.size(), 2U);
    EXPECT_EQ(report->leftOut[0].row, 4U);
    EXPECT_EQ(report->leftOut[0].reason, LeftOutRow::Reason::UnknownItem);
    EXPECT_EQ(report->leftOut[0].key, "nobody");
    EXPECT_EQ(report->leftOut[1].row, 5U);
    EXPECT_EQ(report->leftOut[1].reason, LeftOutRow::Reason::Repeated);
    const OpenedSession now = opened();
    EXPECT_THAT(now.session.space.space->items(), ElementsAre(ItemId(0), ItemId(3), ItemId(7), ItemId(12)));
    EXPECT_NEAR(now.session.space.space->comparedVector(ItemId(7))[0] * now.session.space.space->rawNorms()[2],
                rows.row(0)[0], 1e-5F);

    const auto few = bring(table(rows), Metric::Cosine, lines({"film-7", "film-8"}));
    EXPECT_EQ(few.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(few.error().detail, HasSubstr("2 lines for 6 rows"));
    const auto strangers = bring(table(rows), Metric::Cosine, lines({"a", "b", "c", "d", "e", "f"}));
    EXPECT_EQ(strangers.error().code, ErrorCode::NotFound);
}

TEST_F(SpaceImportTest, AColumnOfKeysDoesTheSame)
{
    const auto report = bring(table(test::normalMatrix(2, kDim, 1), {"film-5", "film-1"}));
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->matching, RowMatching::KeyColumn);
    EXPECT_THAT(opened().session.space.space->items(), ElementsAre(ItemId(1), ItemId(5)));
}

TEST_F(SpaceImportTest, RowsThatAreNoVectorsAreNamed)
{
    Matrix rows = test::normalMatrix(kFilms, kDim, 1);
    rows.row(11)[2] = std::numeric_limits<float>::quiet_NaN();
    rows.row(30)[0] = std::numeric_limits<float>::infinity();
    const auto bad = bring(table(rows));
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::NotFinite);
    EXPECT_EQ(bad.error().row, 12U);
    EXPECT_THAT(bad.error().detail, HasSubstr("2 of 40"));
    EXPECT_TRUE(listSpaces(m_folder).empty());

    rows = test::normalMatrix(kFilms, kDim, 1);
    std::ranges::fill(rows.row(4), 0.0F);
    const auto report = bring(table(rows));
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->imported, kFilms - 1);
    ASSERT_EQ(report->leftOut.size(), 1U);
    EXPECT_EQ(report->leftOut[0].row, 5U);
    EXPECT_EQ(report->leftOut[0].reason, LeftOutRow::Reason::ZeroVector);
    EXPECT_EQ(bring(table(Matrix(kFilms, kDim))).error().code, ErrorCode::NotFinite);
}

TEST_F(SpaceImportTest, ItsNameIsItsPlaceAndAnotherFileTakesIt)
{
    ImportSpaceRequest request;
    request.file = table(test::normalMatrix(kFilms, kDim, 1));
    request.name = "My Vectors!";
    request.use = false;
    ASSERT_TRUE(importSpace(m_folder, request, {}));
    EXPECT_EQ(listSpaces(m_folder).at(0).id, "imported-my-vectors");
    EXPECT_EQ(Library::open(m_folder).value()->settings().activeSpace, "");
    request.use = true;
    request.metric = Metric::L2;
    EXPECT_TRUE(importSpace(m_folder, request, {})->replaced);
    EXPECT_EQ(Library::open(m_folder).value()->settings().activeSpace, "imported-my-vectors");
    EXPECT_EQ(listSpaces(m_folder).at(0).provenance.metric, Metric::L2) << "also without loading it";
    request.name = "...";
    EXPECT_EQ(importSpace(m_folder, request, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(removeSpace(m_folder, "imported-my-vectors").has_value(), true);
    EXPECT_TRUE(listSpaces(m_folder).empty());
}

// Everything above the space works at the scale of its metric: what is recommended lies nearest to the profile by it.
TEST_F(SpaceImportTest, AnyMetricServesProfileExplorationAndSimilarItems)
{
    Matrix rows = test::normalMatrix(kFilms, kDim, 2);
    for (std::size_t row = 0; row < kFilms; ++row)
        for (float& value : rows.row(row))
            value *= static_cast<float>(1 + row % 7);
    const auto nearness = [&rows](Metric metric, std::span<const float> query, std::size_t row) {
        const Closeness near = closeness(query, std::as_const(rows).row(row));
        return metric == Metric::Cosine ? near.cosine
                                        : metric == Metric::L2 ? -near.squaredDistance : near.innerProduct;
    };
    for (const Metric metric : {Metric::Cosine, Metric::InnerProduct, Metric::L2}) {
        ASSERT_TRUE(bring(table(rows), metric));
        OpenedSession now = opened();
        ASSERT_FALSE(now.spaceError);
        Session& session = now.session;
        EXPECT_EQ(session.space.index->metric(), metric);
        const TasteProfile profile = foldProfile(*session.space.space, std::array{ItemId(3), ItemId(9)}, 4);
        const auto ranked = session.recommend(profile, 5, {});
        ASSERT_TRUE(ranked) << ranked.error().detail;
        ASSERT_EQ(ranked->size(), 5U);
        std::vector<double> all;
        for (std::size_t row = 0; row < kFilms; ++row)
            all.push_back(nearness(metric, profile.vector, row));
        std::ranges::sort(all, std::greater<>());
        for (std::size_t i = 0; i < 5; ++i) {
            EXPECT_NEAR(nearness(metric, profile.vector, (*ranked)[i].item.value()), all[i], 1e-3);
            EXPECT_NEAR((*ranked)[i].score, all[i], 1e-2);
        }
        const auto explored = session.explore(profile, {NoiseKind::Gaussian, 0, 1}, 5, {});
        ASSERT_TRUE(explored);
        EXPECT_EQ(explored->items[0].item, (*ranked)[0].item);
        for (const NoiseKind kind : {NoiseKind::Gaussian, NoiseKind::Buckets, NoiseKind::ArticleNoise})
            EXPECT_EQ(session.explore(profile, {kind, 30, 1}, 5, {})->items.size(), 5U);
        const auto similar = session.similar(ItemId(6), 3, {});
        ASSERT_TRUE(similar);
        for (const RankedItem& each : *similar)
            EXPECT_NE(each.item, ItemId(6));
        const std::vector<float> wanted(rows.row(6).begin(), rows.row(6).end());
        std::size_t best = 0;
        for (std::size_t row = 1; row < kFilms; ++row)
            if (row != 6 && nearness(metric, wanted, row) > nearness(metric, wanted, best))
                best = row;
        EXPECT_EQ((*similar)[0].item.value(), best);
        // There is nothing that could turn words into such vectors.
        const auto found = session.search("whale", 5, SearchBy::All, {});
        ASSERT_TRUE(found);
        EXPECT_FALSE(found->meaningSearched);
        EXPECT_FALSE(found->hits.empty());
        EXPECT_EQ(connectEmbedder(*session.space.space, {}, nullptr, {}).error().code, ErrorCode::Unsupported);
    }
}

TEST_F(SpaceImportTest, AProfileWithoutHistoryStepsAtTheScaleOfTheMetric)
{
    Matrix rows = test::normalMatrix(kFilms, kDim, 3);
    for (float& value : rows.row(2))
        value *= 50;
    ASSERT_TRUE(bring(table(rows), Metric::L2));
    OpenedSession now = opened();
    ASSERT_TRUE(setKeepHistory(*m_library, now.session, false));
    now = opened();
    ASSERT_TRUE(recordAct(*m_library, now.session, Act::Liked, ItemId(2), Source::Search, ""));
    const auto kept = m_library->keptProfile("imported-mine").value();
    ASSERT_TRUE(kept);
    const std::vector<float> folded = foldProfile(*now.session.space.space, std::array{ItemId(2)}, 8).vector;
    for (std::size_t d = 0; d < kDim; ++d)
        EXPECT_NEAR((*kept)[d], folded[d], 1e-4F);
    EXPECT_GT(std::abs((*kept)[0]), 0.0F);
}

// Rows that stayed keep their links; the nodes of those that did not are still there, removed.
TEST_F(SpaceImportTest, TheIndexGrowsWithASpaceThatChangesLittle)
{
    IndexOptions options;
    options.kind = IndexKind::Hnsw;
    options.m = 8;
    Matrix rows = test::normalMatrix(kFilms, kDim, 4);
    ASSERT_TRUE(bring(table(rows), Metric::Cosine, {}, options));
    const OpenedSession before = opened();
    EXPECT_EQ(before.session.space.index->facts().removed, 0U);
    rows.row(7)[0] += 1;
    rows.row(8)[0] += 1;
    ASSERT_TRUE(bring(table(rows), Metric::Cosine, {}, options));
    const OpenedSession after = opened();
    const auto& index = *after.session.space.index;
    EXPECT_EQ(index.kind(), IndexKind::Hnsw);
    EXPECT_EQ(index.facts().removed, 2U);
    for (std::uint32_t row = 0; row < kFilms; ++row)
        EXPECT_EQ(index.search(after.session.space.space->vectors().row(row), 1, nullptr, {}).value().at(0).row, row);
    // All else anew: nothing to take over.
    ASSERT_TRUE(bring(table(test::normalMatrix(kFilms, kDim, 5)), Metric::Cosine, {}, options));
    EXPECT_EQ(opened().session.space.index->facts().removed, 0U);
    // The old one is searched as before.
    EXPECT_EQ(before.session.space.index->search(before.session.space.space->vectors().row(7), 1, nullptr, {})
                  .value().at(0).row, 7U);
}

TEST_F(SpaceImportTest, DamageIsToldAndKept)
{
    ASSERT_TRUE(bring(table(test::normalMatrix(kFilms, kDim, 1))));
    std::filesystem::resize_file(file("vectors.bin"), 700);
    const OpenedSession now = opened();
    ASSERT_TRUE(now.spaceError);
    EXPECT_EQ(now.spaceError->code, ErrorCode::Damaged);
    EXPECT_TRUE(newestBadFile(file("vectors.bin")));
    EXPECT_EQ(restoreSpace(m_folder, "imported-mine", {}).error().code, ErrorCode::Unsupported);
    ASSERT_TRUE(bring(table(test::normalMatrix(kFilms, kDim, 1))));
    EXPECT_FALSE(opened().spaceError);
}

// Used before it is verified: any damage to the matrix gives some answer or an error, and is noticed by verifySpace,
// which keeps the file aside as loadSpace does.
TEST_F(SpaceImportTest, DamageThatIsNoticedLaterDoesNoHarm)
{
    ASSERT_TRUE(bring(table(test::normalMatrix(kFilms, kDim, 1)), Metric::L2));
    const OpenedSession whole = opened();
    const std::string good = test::FolderImage::read(file("vectors.bin"));
    const std::size_t numbersAt = good.size() - kFilms * kDim * sizeof(float);
    std::uint64_t noticed = 0;
    for (std::uint64_t number = 0; number < 300; ++number) {
        std::string bad = good;
        // NaN, infinity, the greatest number, zeros, any bits.
        constexpr std::array<std::uint32_t, 5> kBits = {0x7FC00000U, 0x7F800000U, 0x7F7FFFFFU, 0U, 0xDEADBEEFU};
        Random random(number);
        for (std::size_t i = 0; i < 1 + number % 7 * 20; ++i) {
            const std::size_t at = numbersAt + static_cast<std::size_t>(random.uniform() * kFilms * kDim) * 4;
            std::memcpy(bad.data() + at, &kBits[number % kBits.size()], 4);
        }
        if (bad == good)
            continue;
        test::FolderImage::write(file("vectors.bin"), bad);
        auto loaded = loadSpace(m_folder, "imported-mine", {}, 0);
        ASSERT_TRUE(loaded) << loaded.error().detail;
        ASSERT_TRUE(loaded->space->needsVerifying());
        EXPECT_TRUE(loaded->madeAnew.empty()) << "index, map and record are whole";
        Session session = whole.session;
        session.space = *loaded;
        const TasteProfile profile = foldProfile(*loaded->space, std::array{ItemId(3), ItemId(9)}, 4);
        static_cast<void>(session.recommend(profile, 10, {}));
        static_cast<void>(session.recommend(whole.session.profile(), 10, {}));
        static_cast<void>(session.explore(profile, {NoiseKind::Buckets, 50, number}, 10, {}));
        static_cast<void>(session.similar(ItemId(5), 10, {}));
        EXPECT_TRUE(session.search("whale", 5, SearchBy::All, {}));
        const Status verified = verifySpace(m_folder, *loaded->space, {});
        ASSERT_FALSE(verified);
        EXPECT_EQ(verified.error().code, ErrorCode::Damaged);
        EXPECT_TRUE(test::isKeptAsBad(file("vectors.bin"), bad));
        EXPECT_FALSE(std::filesystem::exists(file("vectors.bin")));
        ++noticed;
        std::filesystem::remove(newestBadFile(file("vectors.bin")).value_or(""));
    }
    EXPECT_GT(noticed, 290U);
    test::FolderImage::write(file("vectors.bin"), good);
    EXPECT_TRUE(verifySpace(m_folder, *loadSpace(m_folder, "imported-mine", {}, 0)->space, {}));
}

// What is made of vectors and kept is made of verified ones only.
TEST_F(SpaceImportTest, NothingIsMadeOfDamagedVectors)
{
    for (const char* lost : {"index.bin", "map.bin"}) {
        ASSERT_TRUE(bring(table(test::normalMatrix(kFilms, kDim, 1))));
        std::string bad = test::FolderImage::read(file("vectors.bin"));
        bad[bad.size() - 5] = static_cast<char>(bad[bad.size() - 5] ^ 1);
        test::FolderImage::write(file("vectors.bin"), bad);
        std::filesystem::remove(file(lost));
        EXPECT_EQ(loadSpace(m_folder, "imported-mine", {}, 0).error().code, ErrorCode::Damaged);
        EXPECT_FALSE(std::filesystem::exists(file(lost)));
    }
}

// Factors of a model, with the ids of MovieLens: the films of a series lie near each other.
TEST_F(SpaceImportTest, RealFactorsByTheirIds)
{
    TW_REQUIRE_TEST_DATA(factors, "embeddings/mf50-ml-latest-small/movie_embeddings.npy");
    TW_REQUIRE_TEST_DATA(movies, "ml-latest-small/movies.csv");
    TW_REQUIRE_TEST_DATA(links, "ml-latest-small/links.csv");
    const std::filesystem::path folder = m_temp / "M";
    const std::array files = {movies};
    ASSERT_TRUE(createLibrary(folder, catalogFiles(files), {}, false));
    // Rows are the rated films in the order of their ids: those that links.csv and ratings.csv both have.
    TW_REQUIRE_TEST_DATA(ratings, "ml-latest-small/ratings.csv");
    std::set<std::uint64_t> rated;
    std::ifstream in(ratings);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line))
        rated.insert(std::stoull(line.substr(line.find(',') + 1)));
    ASSERT_EQ(rated.size(), 9724U);
    const auto catalog = Library::open(folder).value()->catalog();
    std::ofstream keys(m_temp / "ids.txt");
    for (const std::uint64_t id : rated)
        keys << id << '\n';
    keys.close();
    ImportSpaceRequest request;
    request.file = factors;
    request.keys = m_temp / "ids.txt";
    request.name = "factors";
    request.metric = Metric::InnerProduct;
    const auto report = importSpace(folder, request, {});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->imported, 9724U) << (report->leftOut.empty() ? "" : report->leftOut.front().key);
    const auto loaded = loadSpace(folder, "imported-factors", {});
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->space->dim(), 50U);
    EXPECT_EQ(loaded->index->metric(), Metric::InnerProduct);
}

TEST_F(SpaceImportTest, RealEmbeddingsInTheOrderOfTheirTitles)
{
    TW_REQUIRE_TEST_DATA(vectors, "embeddings/minilm-tmdb-1000/movie_embeddings.npy");
    TW_REQUIRE_TEST_DATA(titles, "embeddings/minilm-tmdb-1000/tmdb_top1000_movies.csv");
    const std::filesystem::path folder = m_temp / "T";
    const std::array files = {titles};
    ASSERT_TRUE(createLibrary(folder, catalogFiles(files), {}, false));
    ImportSpaceRequest request;
    request.file = vectors;
    ASSERT_TRUE(importSpace(folder, request, {}));
    auto library = Library::open(folder).value();
    const auto session = openSession(*library, {});
    ASSERT_TRUE(session && !session->spaceError);
    // Sequels find each other.
    const auto film = session->session.catalog->resolve("Toy Story 4");
    ASSERT_TRUE(film);
    const auto similar = session->session.similar(*film, 10, {});
    ASSERT_TRUE(similar);
    EXPECT_TRUE(std::ranges::any_of(*similar, [&](const RankedItem& each) {
        return session->session.catalog->item(each.item).title.find("Toy Story") != std::string::npos;
    }));
}

} // namespace tw
