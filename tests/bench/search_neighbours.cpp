// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_neighbours.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/simd/kernels.h"
#include "tests/support/search_fixture.h"
#include "tests/support/test_data.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <numeric>

namespace tw::bench {

namespace {

constexpr std::size_t kFilms = 1000;
constexpr std::size_t kDim = 384;
constexpr std::size_t kNearest = 10;

/// The text that the model was given (see the data's own description).
std::string modelText(const Item& item)
{
    const auto joined = [](const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); };
    const std::array parts{item.title, item.tagline, joined(item.genres), truncateCharacters(item.text, 300),
                           truncateCharacters(joined(item.keywords), 200), joined(item.directors),
                           truncateCharacters(joined(item.cast), 100)};
    return fmt::format("{}", fmt::join(parts, " | "));
}

/// Float32 in C order, version 1: the header's length stands at byte 8.
Result<Matrix> readNpy(const std::filesystem::path& path)
{
    TW_ASSIGN(const std::string bytes, readFile(path));
    const std::size_t begin = bytes.size() < 10 ? 0 : 10U + static_cast<unsigned char>(bytes[8]) +
                                                          256U * static_cast<unsigned char>(bytes[9]);
    if (bytes.size() != begin + kFilms * kDim * sizeof(float))
        return fail(ErrorCode::FormatBroken, path.string());
    Matrix matrix(kFilms, kDim);
    std::memcpy(matrix.data(), bytes.data() + begin, kFilms * kDim * sizeof(float));
    return matrix;
}

/// Ten nearest rows of each row, itself left out, rising.
std::vector<std::vector<std::size_t>> nearestRows(Matrix rows)
{
    for (std::size_t i = 0; i < rows.rows(); ++i)
        simd::normalise(rows.row(i));
    std::vector<std::vector<std::size_t>> nearest;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        std::vector<float> similarity(rows.rows());
        simd::dotRows(rows.row(i), rows, similarity);
        similarity[i] = -2;
        std::vector<std::size_t> order(rows.rows());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::partial_sort(order, order.begin() + kNearest, std::ranges::greater(),
                                  [&](std::size_t row) { return similarity[row]; });
        order.resize(kNearest);
        std::ranges::sort(order);
        nearest.push_back(std::move(order));
    }
    return nearest;
}

} // namespace

Result<std::optional<double>> overlapWithMiniLm()
{
    const auto vectors = test::testData("embeddings/minilm-tmdb-1000/movie_embeddings.npy");
    const auto films = test::testData("embeddings/minilm-tmdb-1000/tmdb_top1000_movies.csv");
    if (vectors.empty() || films.empty())
        return std::nullopt;
    TW_ASSIGN(const auto catalog, test::readCatalog(std::vector{films}));
    TW_ASSIGN(Matrix model, readNpy(vectors));
    if (catalog->size() != kFilms)
        return fail(ErrorCode::FormatBroken, films.string(), fmt::format("{} films", catalog->size()));
    std::vector<std::string> texts;
    for (const Item& item : catalog->items())
        texts.push_back(modelText(item));
    TW_ASSIGN(const auto embedder, BuiltinEmbedder::fit(test::shippedWordVectors(), texts, {}, {}));
    TW_ASSIGN(const auto embedded, embedder->embedDocuments(texts, {}));
    Matrix ours(kFilms, embedder->info().dim);
    for (std::size_t i = 0; i < kFilms; ++i)
        std::ranges::copy(embedded[i].vector, ours.row(i).begin());
    const auto theirs = nearestRows(std::move(model));
    const auto found = nearestRows(std::move(ours));
    std::size_t common = 0;
    for (std::size_t i = 0; i < kFilms; ++i) {
        std::vector<std::size_t> both;
        std::ranges::set_intersection(theirs[i], found[i], std::back_inserter(both));
        common += both.size();
    }
    return std::optional(static_cast<double>(common) / static_cast<double>(kFilms * kNearest));
}

} // namespace tw::bench
