// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_file.h"

#include "core/index/distinct_rows.h"
#include "core/index/faiss_graph.h"
#include "tests/support/mutants.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_data.h"
#include "tests/support/vector_data.h"

#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVFFlat.h>
#include <faiss/IndexIVFPQ.h>
#include <faiss/MetaIndexes.h>
#include <faiss/clone_index.h>
#include <faiss/index_io.h>
#include <gmock/gmock.h>

#include <cmath>

namespace tw {
namespace {

using faiss::Index;
const std::filesystem::path kReader = TW_FAISS_READER;

class FaissFileTest : public testing::Test {
protected:
    std::filesystem::path file(const char* name = "x.faiss") const { return m_folder.path() / name; }
    /// Writes with faiss itself.
    std::filesystem::path put(const Index& index) const
    {
        faiss::write_index(&index, file().c_str());
        return file();
    }
    Result<FaissFile> read(const std::filesystem::path& path) const { return readFaissFile(path, kReader, {}); }
    ErrorCode codeOf(const std::filesystem::path& path) const
    {
        const auto result = read(path);
        EXPECT_FALSE(result.has_value());
        return result ? ErrorCode::Internal : result.error().code;
    }

private:
    test::TempFolder m_folder;
};

void expectEqual(const Matrix& a, MatrixView b)
{
    ASSERT_EQ(a.rows(), b.rows());
    ASSERT_EQ(a.cols(), b.cols());
    for (std::size_t i = 0; i < b.rows(); ++i)
        ASSERT_TRUE(std::ranges::equal(a.row(i), b.row(i))) << "row " << i;
}

std::unique_ptr<Index> open(const std::filesystem::path& path)
{
    return std::unique_ptr<Index>(faiss::read_index(path.c_str()));
}

/// The ids stock faiss finds.
std::vector<Index::idx_t> ask(const Index& index, std::span<const float> query, std::size_t k)
{
    std::vector<float> distances(k);
    std::vector<Index::idx_t> labels(k);
    index.search(1, query.data(), static_cast<Index::idx_t>(k), distances.data(), labels.data());
    return labels;
}

IndexedVectors unitVectors(MatrixView rows) { return {.unit = rows, .owner = nullptr}; }

IndexOptions optionsFor(IndexKind kind)
{
    IndexOptions options;
    options.kind = kind;
    options.m = 8;
    options.efConstruction = 60;
    options.threads = 1;
    return options;
}

TEST_F(FaissFileTest, AFlatFileOfOursIsReadByFaissAndByUs)
{
    const Matrix rows = test::clusteredUnitRows(500, 20, 10, 0.3, 1);
    const auto index = buildIndex(unitVectors(rows), optionsFor(IndexKind::Exact), {});
    ASSERT_TRUE(index.has_value());
    ASSERT_TRUE(writeFaissFile(file(), **index, unitVectors(rows), {}).has_value());
    const auto opened = open(file());
    ASSERT_NE(dynamic_cast<faiss::IndexFlat*>(opened.get()), nullptr);
    EXPECT_EQ(opened->metric_type, faiss::METRIC_INNER_PRODUCT);
    for (std::uint32_t row = 0; row < 500; row += 50) {
        const auto ours = (*index)->search(rows.row(row), 5, nullptr, {});
        const auto theirs = ask(*opened, rows.row(row), 5);
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_EQ(theirs[i], (*ours)[i].row);
    }
    const auto back = read(file());
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(back->kind, IndexKind::Exact);
    EXPECT_EQ(back->metric, Metric::InnerProduct);
    expectEqual(back->vectors, rows);
}

TEST_F(FaissFileTest, AFlatFileKeepsLengthsAndMetric)
{
    const Matrix rows = test::clusteredUnitRows(60, 7, 6, 0.3, 2);
    std::vector<float> lengths(60);
    for (std::size_t i = 0; i < lengths.size(); ++i)
        lengths[i] = 0.5F + static_cast<float>(i);
    const IndexedVectors vectors{.unit = rows, .lengths = lengths, .metric = Metric::L2, .owner = nullptr};
    const auto index = buildIndex(vectors, optionsFor(IndexKind::Exact), {});
    ASSERT_TRUE(index.has_value());
    ASSERT_TRUE(writeFaissFile(file(), **index, vectors, {}).has_value());
    EXPECT_EQ(open(file())->metric_type, faiss::METRIC_L2);
    const auto back = read(file());
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(back->metric, Metric::L2);
    for (std::size_t i = 0; i < 60; ++i)
        for (std::size_t d = 0; d < 7; ++d)
            EXPECT_FLOAT_EQ(back->vectors.row(i)[d], rows.row(i)[d] * lengths[i]);
}

TEST_F(FaissFileTest, WritingIsRefusedForOtherVectorsAndEndsWhenStopped)
{
    const Matrix rows = test::clusteredUnitRows(60, 7, 6, 0.3, 2);
    const Matrix others = test::clusteredUnitRows(61, 7, 6, 0.3, 2);
    const auto index = buildIndex(unitVectors(rows), optionsFor(IndexKind::Exact), {});
    EXPECT_EQ(writeFaissFile(file(), **index, unitVectors(others), {}).error().code, ErrorCode::DimensionMismatch);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(writeFaissFile(file(), **index, unitVectors(rows), {stop.get_token()}).error().code,
              ErrorCode::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(file()));
    EXPECT_EQ(writeFaissFile("/dev/full", **index, unitVectors(rows), {}).error().code, ErrorCode::FileUnwritable);
}

double recallOfFaiss(const Index& opened, const VectorIndex& exact, MatrixView queries)
{
    // All at once: faiss starts its threads for every call.
    std::vector<float> distances(queries.rows() * 10);
    std::vector<Index::idx_t> labels(queries.rows() * 10);
    opened.search(static_cast<Index::idx_t>(queries.rows()), queries.data(), 10, distances.data(), labels.data());
    std::size_t found = 0;
    for (std::size_t q = 0; q < queries.rows(); ++q) {
        const auto ours = exact.search(queries.row(q), 10, nullptr, {});
        const std::span theirs(labels.data() + q * 10, 10);
        for (const Neighbour& neighbour : *ours)
            found += static_cast<std::size_t>(std::ranges::count(theirs, Index::idx_t{neighbour.row}));
    }
    return static_cast<double>(found) / (10.0 * static_cast<double>(queries.rows()));
}

TEST_F(FaissFileTest, AGraphOfOursIsWalkedByFaiss)
{
    const Matrix rows = test::clusteredUnitRows(3000, 24, 40, 0.4, 7);
    const Matrix queries = test::clusteredUnitRows(100, 24, 40, 0.4, 7);
    for (const Metric metric : {Metric::Cosine, Metric::L2, Metric::InnerProduct}) {
        std::vector<float> lengths(3000);
        for (std::size_t i = 0; i < lengths.size(); ++i)
            lengths[i] = 1 + 0.2F * std::sin(static_cast<float>(i));
        const IndexedVectors vectors{.unit = rows, .lengths = lengths, .metric = metric, .owner = nullptr};
        const auto graph = buildIndex(vectors, optionsFor(IndexKind::Hnsw), {});
        const auto exact = buildIndex(vectors, optionsFor(IndexKind::Exact), {});
        ASSERT_TRUE(graph.has_value() && exact.has_value());
        ASSERT_EQ((*graph)->kind(), IndexKind::Hnsw);
        ASSERT_TRUE(writeFaissFile(file(), **graph, vectors, {}).has_value());
        const auto opened = open(file());
        auto* theirs = dynamic_cast<faiss::IndexHNSWFlat*>(opened.get());
        ASSERT_NE(theirs, nullptr);
        EXPECT_EQ(theirs->hnsw.efSearch, (*graph)->options().efSearch);
        EXPECT_GE(recallOfFaiss(*opened, **exact, queries), 0.98) << static_cast<int>(metric);
        // What faiss itself writes of it is the same file: nothing was left out.
        faiss::write_index(opened.get(), file("again.faiss").c_str());
        EXPECT_EQ(test::FolderImage::read(file("again.faiss")), test::FolderImage::read(file()));
    }
}

TEST_F(FaissFileTest, CopiesOfARowAreAllFoundByFaiss)
{
    Matrix rows = test::clusteredUnitRows(1000, 16, 20, 0.4, 8);
    for (std::size_t i = 0; i < 30; ++i)
        std::ranges::copy(rows.row(500), rows.row(i * 7).begin());
    const auto graph = buildIndex(unitVectors(rows), optionsFor(IndexKind::Hnsw), {});
    ASSERT_EQ((*graph)->kind(), IndexKind::Hnsw);
    ASSERT_TRUE(writeFaissFile(file(), **graph, unitVectors(rows), {}).has_value());
    const auto found = ask(*open(file()), rows.row(500), 31);
    for (std::size_t i = 0; i < 30; ++i)
        EXPECT_THAT(found, testing::Contains(static_cast<Index::idx_t>(i * 7)));
    EXPECT_THAT(found, testing::Contains(500));
    const auto back = read(file());
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(back->kind, IndexKind::Hnsw);
    EXPECT_EQ(back->options.m, 8);
    expectEqual(back->vectors, rows);
}

TEST_F(FaissFileTest, ListsOfOursAreSearchedByFaiss)
{
    Matrix rows = test::clusteredUnitRows(4000, 32, 60, 0.3, 9);
    std::ranges::copy(rows.row(100), rows.row(200).begin());
    const Matrix queries = test::clusteredUnitRows(50, 32, 60, 0.3, 9);
    for (const Metric metric : {Metric::Cosine, Metric::L2}) {
        const IndexedVectors vectors{.unit = rows, .metric = metric, .owner = nullptr};
        IndexOptions options = optionsFor(IndexKind::IvfPq);
        options.lists = 16;
        options.codeBytes = 16;
        options.probes = 8;
        const auto lists = buildIndex(vectors, options, {});
        ASSERT_TRUE(lists.has_value()) << lists.error().detail;
        ASSERT_EQ((*lists)->kind(), IndexKind::IvfPq);
        ASSERT_TRUE(writeFaissFile(file(), **lists, vectors, {}).has_value());
        const auto opened = open(file());
        const auto* theirs = dynamic_cast<faiss::IndexIVFPQ*>(opened.get());
        ASSERT_NE(theirs, nullptr);
        EXPECT_EQ(theirs->nprobe, 8U);
        const auto exact = buildIndex(vectors, optionsFor(IndexKind::Exact), {});
        // Codes alone, without re-ranking, order the nearest roughly.
        EXPECT_GE(recallOfFaiss(*opened, **exact, queries), 0.6) << static_cast<int>(metric);
        EXPECT_THAT(ask(*opened, rows.row(100), 10), testing::IsSupersetOf({100, 200}));
        faiss::write_index(opened.get(), file("again.faiss").c_str());
        EXPECT_EQ(test::FolderImage::read(file("again.faiss")), test::FolderImage::read(file()));
        const auto back = read(file());
        ASSERT_TRUE(back.has_value()) << back.error().detail;
        EXPECT_EQ(back->options.codeBytes, 16);
        double similar = 0;
        for (std::size_t i = 0; i < 4000; ++i)
            for (std::size_t d = 0; d < 32; ++d)
                similar += static_cast<double>(back->vectors.row(i)[d] * rows.row(i)[d]) / 4000;
        EXPECT_GT(similar, 0.9);
    }
    std::vector<float> lengths(4000, 2.0F);
    const IndexedVectors longer{.unit = rows, .lengths = lengths, .metric = Metric::L2, .owner = nullptr};
    const auto lists = buildIndex(longer, optionsFor(IndexKind::IvfPq), {});
    ASSERT_TRUE(lists.has_value());
    EXPECT_EQ(writeFaissFile(file("longer.faiss"), **lists, longer, {}).error().code, ErrorCode::Unsupported);
}

TEST_F(FaissFileTest, FilesOfFaissAreRead)
{
    const Matrix rows = test::clusteredUnitRows(400, 16, 20, 0.3, 3);
    faiss::IndexHNSWFlat graph(16, 12, faiss::METRIC_L2);
    graph.hnsw.efConstruction = 50;
    graph.hnsw.efSearch = 33;
    graph.add(400, rows.data());
    const auto back = read(put(graph));
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(back->kind, IndexKind::Hnsw);
    EXPECT_EQ(back->metric, Metric::L2);
    EXPECT_EQ(back->options.m, 12);
    EXPECT_EQ(back->options.efConstruction, 50);
    EXPECT_EQ(back->options.efSearch, 33);
    expectEqual(back->vectors, rows);
}

TEST_F(FaissFileTest, AnIvfPqFileGivesWhatItsCodesSay)
{
    const Matrix rows = test::clusteredUnitRows(1200, 16, 20, 0.3, 4);
    faiss::IndexFlatL2 centres(16);
    faiss::IndexIVFPQ index(&centres, 16, 10, 4, 8);
    index.cp.niter = 4;
    index.pq.cp.niter = 4;
    index.train(1200, rows.data());
    index.add(1200, rows.data());
    index.nprobe = 3;
    const auto back = read(put(index));
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(back->kind, IndexKind::IvfPq);
    EXPECT_EQ(back->options.lists, 10);
    EXPECT_EQ(back->options.codeBytes, 4);
    EXPECT_EQ(back->options.probes, 3);
    index.make_direct_map();
    for (std::size_t i = 0; i < 1200; ++i) {
        std::vector<float> decoded(16);
        index.reconstruct(static_cast<Index::idx_t>(i), decoded.data());
        ASSERT_TRUE(std::ranges::equal(back->vectors.row(i), decoded)) << i;
    }
}

TEST_F(FaissFileTest, IdsGiveTheOrderOfRows)
{
    const Matrix rows = test::clusteredUnitRows(50, 8, 5, 0.3, 5);
    faiss::IndexFlatIP flat(8);
    faiss::IndexIDMap2 map(&flat);
    std::vector<Index::idx_t> ids(50);
    for (std::size_t i = 0; i < 50; ++i)
        ids[i] = 1000 - 7 * static_cast<Index::idx_t>(i);
    map.add_with_ids(50, rows.data(), ids.data());
    const auto back = read(put(map));
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    for (std::size_t i = 0; i < 50; ++i)
        EXPECT_TRUE(std::ranges::equal(back->vectors.row(i), rows.row(49 - i)));

    map.id_map[3] = map.id_map[4];
    EXPECT_EQ(codeOf(put(map)), ErrorCode::Damaged);
}

TEST_F(FaissFileTest, OtherThingsAreToldApart)
{
    EXPECT_EQ(codeOf(file("nowhere")), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(file().parent_path()), ErrorCode::FileUnreadable);
    test::FolderImage::write(file(), "");
    EXPECT_EQ(codeOf(file()), ErrorCode::Damaged);
    test::FolderImage::write(file(), "some text that is no index of any kind\n");
    EXPECT_EQ(codeOf(file()), ErrorCode::Damaged);

    const Matrix rows = test::clusteredUnitRows(80, 8, 5, 0.3, 6);
    faiss::IndexFlatL2 centres(8);
    faiss::IndexIVFFlat lists(&centres, 8, 2);
    lists.train(80, rows.data());
    lists.add(80, rows.data());
    const auto other = read(put(lists));
    ASSERT_FALSE(other.has_value());
    EXPECT_EQ(other.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(other.error().detail, testing::HasSubstr("IVF-PQ"));
    std::string unknown = test::FolderImage::read(file());
    unknown.replace(0, 4, "IxZZ");
    test::FolderImage::write(file(), unknown);
    EXPECT_EQ(codeOf(file()), ErrorCode::Unsupported);

    faiss::IndexFlatL2 flat(8);
    Matrix poisoned = rows;
    poisoned.row(41)[3] = std::nanf("");
    flat.add(80, poisoned.data());
    const auto notFinite = read(put(flat));
    ASSERT_FALSE(notFinite.has_value());
    EXPECT_EQ(notFinite.error().code, ErrorCode::NotFinite);
    EXPECT_EQ(notFinite.error().row, 42U);
}

// A file of 45 bytes that announces a petabyte: neither program may ask for it.
TEST_F(FaissFileTest, AnnouncedNumbersAreNotTakenOnTrust)
{
    faiss::IndexFlatL2 flat(1 << 15);
    put(flat);
    std::string content = test::FolderImage::read(file());
    const std::int64_t rows = std::int64_t{1} << 33;
    const std::int64_t count = rows << 5;
    std::memcpy(content.data() + 8, &rows, 8);
    std::memcpy(content.data() + 37, &count, 8);
    test::FolderImage::write(file(), content);
    EXPECT_EQ(codeOf(file()), ErrorCode::Damaged);
}

TEST_F(FaissFileTest, AReaderThatMisbehavesIsAnError)
{
    const Matrix rows = test::clusteredUnitRows(50, 8, 5, 0.3, 5);
    faiss::IndexFlatIP flat(8);
    flat.add(50, rows.data());
    put(flat);
    EXPECT_EQ(readFaissFile(file(), file("no-reader"), {}).error().code, ErrorCode::Unsupported);
    for (const char* program : {"/bin/true", "/bin/false", "/bin/cat"})
        EXPECT_EQ(readFaissFile(file(), program, {}).error().code, ErrorCode::Damaged) << program;
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(readFaissFile(file(), kReader, {stop.get_token()}).error().code, ErrorCode::Cancelled);
}

TEST_F(FaissFileTest, ARealFileIsRead)
{
    TW_REQUIRE_TEST_DATA(path, "embeddings/faiss-flat-2709/movie_index.faiss");
    const auto back = read(path);
    ASSERT_TRUE(back.has_value()) << back.error().detail;
    EXPECT_EQ(back->kind, IndexKind::Exact);
    EXPECT_EQ(back->metric, Metric::InnerProduct);
    EXPECT_EQ(back->vectors.rows(), 2709U);
    EXPECT_EQ(back->vectors.cols(), 384U);
    // The numbers begin at byte 45 of the file.
    const std::string content = test::FolderImage::read(path);
    EXPECT_EQ(std::memcmp(back->vectors.data(), content.data() + 45, content.size() - 45), 0);
}

} // namespace
} // namespace tw
