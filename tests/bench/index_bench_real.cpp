// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/index_bench_figures.h"

#include "core/base/files.h"
#include "core/index/faiss_file.h"
#include "core/simd/kernels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace tw::bench {
namespace {

/// A file of NumPy's, version 1, of little-endian floats in C order; empty when it is anything else.
Matrix readNumbers(const std::filesystem::path& path)
{
    const auto content = readFile(path);
    if (!content || content->size() < 10 || !content->starts_with("\x93NUMPY\x01"))
        return {};
    const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>((*content)[at])}; };
    const std::size_t header = byte(8) + 256 * byte(9);
    const std::string text = content->substr(10, header);
    const std::size_t shape = text.find("'shape': (");
    std::size_t rows = 0;
    std::size_t cols = 0;
    if (text.find("'<f4'") == std::string::npos || text.find("'fortran_order': False") == std::string::npos
        || shape == std::string::npos || std::sscanf(text.c_str() + shape, "'shape': (%zu, %zu)", &rows, &cols) != 2
        || content->size() != 10 + header + rows * cols * sizeof(float))
        return {};
    Matrix matrix(rows, cols);
    std::memcpy(matrix.data(), content->data() + 10 + header, rows * cols * sizeof(float));
    return matrix;
}

/// Such a file's rows, or those of a file of faiss', at unit length.
Matrix readUnitRows(const std::filesystem::path& path)
{
    Matrix matrix;
    if (path.extension() == ".faiss") {
        if (auto file = readFaissFile(path, TW_FAISS_READER, {}))
            matrix = std::move(file->vectors);
    } else {
        matrix = readNumbers(path);
    }
    for (std::size_t i = 0; i < matrix.rows(); ++i)
        simd::normalise(matrix.row(i));
    return matrix;
}

/// Rows spread evenly over the set.
Matrix someRows(MatrixView rows, std::size_t count)
{
    count = std::min(count, rows.rows());
    Matrix some(count, rows.cols());
    for (std::size_t i = 0; i < count; ++i)
        std::ranges::copy(rows.row(i * rows.rows() / count), some.row(i).begin());
    return some;
}

void measureSet(const std::string& name, const Matrix& rows, const Settings& settings, Figures& figures)
{
    const Matrix queries = someRows(rows, settings.queries);
    const Truth truth = findTruth(rows, queries);
    IndexOptions options;
    options.m = settings.m;
    options.efConstruction = settings.efConstruction;
    options.threads = 1;
    std::vector<Contender> contenders;
    std::vector<std::shared_ptr<const VectorIndex>> indexes;
    Built built;
    if (const auto theirs = buildReference(rows, settings, built))
        contenders.push_back(referenceContender(theirs, {64}));
    const auto add = [&](const char* kindName, IndexKind kind, IndexLayout layout) {
        options.kind = kind;
        options.layout = layout;
        if (const auto index = buildOurs(kindName, {.unit = rows, .owner = nullptr}, options, built, figures)) {
            indexes.push_back(index);
            contenders.push_back(indexContender(kindName, *index, {kind == IndexKind::Hnsw ? 64 : 0}));
        }
    };
    add("small", IndexKind::Hnsw, IndexLayout::Small);
    add("fast", IndexKind::Hnsw, IndexLayout::Fast);
    add("exact", IndexKind::Exact, IndexLayout::Small);
    figures.real.push_back({name, rows.rows(), rows.cols(),
                            measureCurves(contenders, rows, queries, truth, settings.passes)});
}

} // namespace

void measureReal(const Settings& settings, Figures& figures)
{
    if (settings.embeddings.empty())
        return;
    for (const char* name : {"minilm-tmdb-1000/movie_embeddings.npy", "minilm-tmdb-2112/movie_embeddings.npy",
                             "minilm-tmdb-2112/title_embeddings.npy", "faiss-flat-2709/movie_index.faiss"}) {
        const Matrix rows = readUnitRows(settings.embeddings / name);
        if (rows.empty())
            figures.missing.push_back(fmt::format("{}: not there", name));
        else
            measureSet(name, rows, settings, figures);
    }
}

} // namespace tw::bench
