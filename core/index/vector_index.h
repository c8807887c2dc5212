// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace tw {

/// Auto: exact up to kAutoExactLimit vectors (no build, recall 1, within a frame), HNSW above.
enum class IndexKind { Auto, Exact, Hnsw };
inline constexpr std::size_t kAutoExactLimit = 50'000;

struct IndexOptions {
    IndexKind kind = IndexKind::Auto;
    /// HNSW: links per node and level (twice that on level 0). 4..64. More: better recall, more memory. Default 32.
    int m = 32;
    /// HNSW: candidates kept while building. 8..800. More: better graph, slower build. Default 40.
    int efConstruction = 40;
    /// HNSW: candidates kept while searching, at least k. 8..4096. More: better recall, slower answers. Default 64.
    int efSearch = 64;

    /// InvalidArgument naming the option that is out of range.
    Status validate() const;
};

/// One neighbour: a row of the indexed matrix and its cosine similarity to the query, -1..1.
struct Neighbour {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t row = kNone;
    float similarity = -2.0F;
};

/// Rows that must not be returned, e.g. liked and hidden items.
class RowFilter {
public:
    explicit RowFilter(std::size_t rows) : m_excluded(rows, false) {}
    void exclude(std::uint32_t row)
    {
        if (row < m_excluded.size() && !m_excluded[row]) {
            m_excluded[row] = true;
            ++m_count;
        }
    }
    bool excludes(std::uint32_t row) const { return row < m_excluded.size() && m_excluded[row]; }
    std::size_t excludedCount() const { return m_count; }

private:
    std::vector<bool> m_excluded;
    std::size_t m_count = 0;
};

/// Nearest neighbours by cosine over a fixed matrix of unit rows. Equal rows are indexed once and all returned.
/// Immutable after its build; any number of threads may search at once.
class VectorIndex {
public:
    virtual ~VectorIndex() = default;
    virtual IndexKind kind() const = 0; ///< Exact or Hnsw, never Auto.
    virtual std::size_t size() const = 0; ///< Rows, duplicates included.
    virtual std::size_t dim() const = 0;
    virtual const IndexOptions& options() const = 0;

    /// The k rows most similar to the query, best first; ties by lower row. Fewer than k only when fewer are left
    /// after filtering (or, for HNSW, were found).
    /// @param query   dim() finite numbers of any length but 0; it is normalised here.
    /// @param filter  Rows to leave out, or null.
    /// Errors: DimensionMismatch, NotFinite, InvalidArgument (k = 0), Cancelled.
    virtual Result<std::vector<Neighbour>> search(std::span<const float> query, std::size_t k, const RowFilter* filter,
                                                  const TaskContext& context) const = 0;

    /// Writes what can't be had from the vectors (the graph) in a checksummed envelope, atomically.
    virtual Status save(const std::filesystem::path& path) const = 0;
};

/// Builds an index over unit rows. Progress in Stage::Building and Stage::Checking; cancelled between batches.
/// A graph that finds fewer than 99 % of its own rows is rejected and an exact index returned instead
/// (kind() tells).
/// @param vectors  Unit rows; the index keeps `owner` alive, so the memory behind the view must belong to it.
/// Errors: NotFinite and InvalidArgument (of a row that is not finite, zero, or not of unit length; Error::row is its
/// number in the matrix, from 0), InvalidArgument (options), Cancelled.
Result<std::shared_ptr<const VectorIndex>> buildIndex(MatrixView vectors, std::shared_ptr<const void> owner,
                                                      const IndexOptions& options, const TaskContext& context);

/// Opens a saved index over the same vectors. Errors: NotFound, Damaged (also when it does not fit the vectors),
/// VersionTooNew: then build it anew.
Result<std::shared_ptr<const VectorIndex>> loadIndex(const std::filesystem::path& path, MatrixView vectors,
                                                     std::shared_ptr<const void> owner);

} // namespace tw
