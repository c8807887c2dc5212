// SPDX-License-Identifier: GPL-3.0-or-later
//
// What faults in a file of faiss' can do to whoever has it read: nothing but an error, or numbers that are numbers.

#include "core/index/faiss_file.h"

#include "core/simd/kernels.h"
#include "tests/support/mutants.h"
#include "tests/support/reliability_log.h"
#include "tests/support/temp_folder.h"
#include "tests/support/vector_data.h"

#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVFPQ.h>
#include <faiss/MetaIndexes.h>
#include <faiss/impl/io.h>
#include <faiss/index_io.h>
#include <gtest/gtest.h>

namespace tw {
namespace {

std::string written(const faiss::Index& index)
{
    faiss::VectorIOWriter writer;
    faiss::write_index(&index, &writer);
    return {writer.data.begin(), writer.data.end()};
}

/// A file of each kind that is read, small ones, so that faults hit what steers reading.
std::map<std::string, std::string> goodFiles()
{
    constexpr faiss::Index::idx_t kRows = 300;
    const Matrix rows = test::clusteredUnitRows(kRows, 8, 20, 0.3, 1);
    std::map<std::string, std::string> files;
    faiss::IndexFlatIP flat(8);
    faiss::IndexIDMap map(&flat);
    std::vector<faiss::Index::idx_t> ids(kRows);
    for (std::size_t i = 0; i < ids.size(); ++i)
        ids[i] = static_cast<faiss::Index::idx_t>(i) * 3;
    map.add_with_ids(kRows, rows.data(), ids.data());
    files["flat under an id map"] = written(map);
    faiss::IndexHNSWFlat graph(8, 6);
    graph.add(kRows, rows.data());
    files["HNSW"] = written(graph);
    faiss::IndexFlatL2 centres(8);
    faiss::IndexIVFPQ lists(&centres, 8, 4, 2, 8);
    lists.cp.niter = 2;
    lists.pq.cp.niter = 2;
    lists.train(kRows, rows.data());
    lists.add(kRows, rows.data());
    files["IVF-PQ"] = written(lists);
    return files;
}

/// How many of each kind of file: a reader is started for each.
std::uint64_t trials()
{
    if (const char* wanted = std::getenv("TASTEWALK_MUTANTS"))
        return std::strtoull(wanted, nullptr, 10);
    return std::getenv("TASTEWALK_DEEP") ? 3'400 : 500;
}

TEST(FaissMutants, NoFaultInAFileReachesWhoeverHasItRead)
{
    const test::TempFolder folder;
    const auto path = folder.path() / "x.faiss";
    const auto files = goodFiles();
    std::vector<std::string> contents;
    for (const auto& [name, content] : files)
        contents.push_back(content);
    for (const auto& [name, good] : files) {
        test::FolderImage::write(path, good);
        const auto whole = readFaissFile(path, TW_FAISS_READER, {});
        ASSERT_TRUE(whole.has_value()) << name << ": " << whole.error().detail;
        std::map<std::string, std::map<std::string, std::uint64_t>> outcomes;
        for (std::uint64_t number = 0; number < trials(); ++number) {
            const test::Mutant mutant = test::mutantOf(good, contents, number);
            test::FolderImage::write(path, mutant.content);
            const auto read = readFaissFile(path, TW_FAISS_READER, {});
            std::string outcome = "refused";
            if (read) {
                const MatrixView vectors = read->vectors;
                ASSERT_TRUE(simd::allFinite({vectors.data(), vectors.rows() * vectors.cols()}))
                    << name << ", " << mutant.kind << ' ' << mutant.place;
                outcome = std::ranges::equal(std::span(vectors.data(), vectors.rows() * vectors.cols()),
                                             std::span(whole->vectors.data(), whole->vectors.rows() * 8))
                    ? "read as it was"
                    : "read, with other numbers";
            } else {
                const ErrorCode code = read.error().code;
                ASSERT_TRUE(code == ErrorCode::Damaged || code == ErrorCode::Unsupported || code == ErrorCode::NotFinite)
                    << name << ", " << mutant.kind << ' ' << mutant.place << ": " << errorCodeName(code);
                ASSERT_FALSE(read.error().detail.empty() && code != ErrorCode::NotFinite);
            }
            ++outcomes[mutant.kind][outcome];
        }
        for (const auto& [kind, counts] : outcomes) {
            std::uint64_t tried = 0;
            for (const auto& [outcome, count] : counts)
                tried += count;
            test::logReliability("damaged files", "faiss file, " + name + ", " + kind, tried, counts);
        }
        // Cut short anywhere, a file is refused; nothing else can be promised of files without a checksum.
        EXPECT_EQ(outcomes["cut short"].size(), 1U) << name;
        EXPECT_GT(outcomes["cut short"]["refused"], 0U) << name;
    }
}

} // namespace
} // namespace tw
