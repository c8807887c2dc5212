// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"
#include "tests/support/vector_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>
#include <string>

namespace tw {

// Found by argument-dependent lookup, so that failures show numbers.
inline bool operator==(const Neighbour& a, const Neighbour& b)
{
    return a.row == b.row && a.similarity == b.similarity;
}
inline void PrintTo(const Neighbour& neighbour, std::ostream* out)
{
    *out << "row " << neighbour.row << " at " << neighbour.similarity;
}

namespace test {

using Neighbours = std::vector<Neighbour>;
using Index = std::shared_ptr<const VectorIndex>;

/// A way to index that the contract is held against. Adding one to kIndexWays is all that a new kind needs.
struct IndexWay {
    const char* name;
    IndexKind kind;
    IndexLayout layout;
    double recall;           ///< Recall@10 that is asked of it on a few thousand clustered rows.
    double selfRecall;       ///< Share of rows that must find themselves first.
    std::size_t fewest = 0;  ///< Rows below which it is exact instead.

    bool isExact() const { return kind == IndexKind::Exact; }
    /// Kind that an index of so many rows has.
    IndexKind kindOf(std::size_t rows) const { return rows < fewest ? IndexKind::Exact : kind; }
    IndexOptions options() const
    {
        IndexOptions wanted;
        wanted.kind = kind;
        wanted.layout = layout;
        wanted.threads = 1; // Where cores are busy faiss' threads would wait for each other.
        return wanted;
    }
};

inline const IndexWay kIndexWays[] = {
    {"Exact", IndexKind::Exact, IndexLayout::Small, 0.9995, 1.0},
    {"HnswSmall", IndexKind::Hnsw, IndexLayout::Small, 0.95, 0.99},
    {"HnswFast", IndexKind::Hnsw, IndexLayout::Fast, 0.95, 0.99},
    {"IvfPq", IndexKind::IvfPq, IndexLayout::Small, 0.90, 0.99, 256},
};

/// Names of parameters have letters and digits only.
inline void PrintTo(const IndexWay& way, std::ostream* out)
{
    *out << way.name;
}

/// Rows of the lengths a model's factors may have: about log-normal around 1, some twice another.
inline std::vector<float> someLengths(std::size_t rows, std::uint64_t seed)
{
    Random random(seed);
    std::vector<float> lengths(rows);
    for (float& length : lengths)
        length = static_cast<float>(std::exp(0.4 * random.normal()));
    return lengths;
}

/// The reference: every row in double precision, fully sorted.
inline Neighbours scanAll(const IndexedVectors& vectors, std::span<const float> query, std::size_t k)
{
    Neighbours all;
    for (std::size_t i = 0; i < vectors.unit.rows(); ++i) {
        const double length = vectors.lengths.empty() ? 1.0 : static_cast<double>(vectors.lengths[i]);
        std::vector<float> row(vectors.unit.row(i).begin(), vectors.unit.row(i).end());
        double dot = 0;
        double a = 0;
        double b = 0;
        double squares = 0;
        for (std::size_t j = 0; j < row.size(); ++j) {
            const double x = static_cast<double>(row[j]) * (vectors.metric == Metric::Cosine ? 1.0 : length);
            const auto y = static_cast<double>(query[j]);
            dot += x * y;
            a += x * x;
            b += y * y;
            squares += (x - y) * (x - y);
        }
        const double near = vectors.metric == Metric::Cosine ? dot / std::sqrt(a * b)
            : vectors.metric == Metric::InnerProduct         ? dot
                                                             : -squares;
        all.push_back({static_cast<std::uint32_t>(i), static_cast<float>(near)});
    }
    std::ranges::sort(all, [](const Neighbour& x, const Neighbour& y) {
        return x.similarity != y.similarity ? x.similarity > y.similarity : x.row < y.row;
    });
    all.resize(std::min(k, all.size()));
    return all;
}

inline std::set<std::uint32_t> rowsOf(const Neighbours& neighbours)
{
    std::set<std::uint32_t> rows;
    for (const Neighbour& neighbour : neighbours)
        rows.insert(neighbour.row);
    return rows;
}

inline void expectInOrder(const Neighbours& neighbours)
{
    for (std::size_t i = 1; i < neighbours.size(); ++i) {
        const Neighbour& before = neighbours[i - 1];
        ASSERT_GE(before.similarity, neighbours[i].similarity);
        ASSERT_TRUE(before.similarity != neighbours[i].similarity || before.row < neighbours[i].row);
    }
    EXPECT_EQ(rowsOf(neighbours).size(), neighbours.size()) << "a row came twice";
}

inline Neighbours searched(const VectorIndex& index, std::span<const float> query, std::size_t k,
                           const SearchOptions& options = {})
{
    auto found = index.search(query, k, options, {});
    EXPECT_TRUE(found.has_value()) << (found ? "" : found.error().detail);
    return found.value_or(Neighbours());
}

/// Of the k best of each query the share that the index finds; a row as near as the last counts.
inline double recallOf(const VectorIndex& index, const IndexedVectors& vectors, const Matrix& queries, std::size_t k,
                       const SearchOptions& options = {})
{
    std::size_t hits = 0;
    std::size_t wanted = 0;
    for (std::size_t q = 0; q < queries.rows(); ++q) {
        const Neighbours truth = scanAll(vectors, queries.row(q), k);
        const Neighbours found = searched(index, queries.row(q), k, options);
        const float last = truth.back().similarity;
        const float rounding = 1e-5F * (1 + std::abs(last));
        hits += static_cast<std::size_t>(
            std::ranges::count_if(found, [&](const Neighbour& each) { return each.similarity >= last - rounding; }));
        wanted += truth.size();
    }
    return static_cast<double>(hits) / static_cast<double>(wanted);
}

/// An index over rows that it keeps.
inline Index indexOf(Matrix rows, const IndexOptions& options)
{
    const auto owner = std::make_shared<const Matrix>(std::move(rows));
    auto index = buildIndex(*owner, owner, options, {});
    EXPECT_TRUE(index.has_value()) << (index ? "" : index.error().detail);
    return index.value_or(nullptr);
}

} // namespace test
} // namespace tw
