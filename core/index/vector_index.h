// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"
#include "core/index/metric.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tw {

/// Auto chooses by size, dimension, memory and wished recall (index_choice.h).
enum class IndexKind { Auto, Exact, Hnsw, IvfPq };

/// What a graph is walked with. Small: 8-bit codes. Fast: sketches of one to four cache lines beside them (leading
/// components or 1-bit RaBitQ codes, whichever was measured to serve), then exact distances of the best; wants the float
/// rows in memory. Becomes Small where no sketch keeps enough of the nearest. Auto: by free memory.
enum class IndexLayout { Auto, Small, Fast };

struct IndexOptions {
    IndexKind kind = IndexKind::Auto;
    IndexLayout layout = IndexLayout::Auto; ///< HNSW only.
    /// HNSW: links per node and level (twice that on level 0). 4..64. More: better recall, more memory. Default 32.
    int m = 32;
    /// HNSW: candidates kept while building. 8..800. More: better graph, slower build. Default 40.
    int efConstruction = 40;
    /// HNSW: candidates kept while searching, at least k. 8..4096. More: better recall, slower answers. Default 64.
    int efSearch = 64;
    /// IVF-PQ: lists (centroids) the rows are shared out to. 0 (default): 4·√rows, but no more than rows / 64.
    int lists = 0;
    /// IVF-PQ: bytes a row's code has; must divide dim. 0 (default): the divisor of dim nearest to dim / 8.
    int codeBytes = 0;
    /// IVF-PQ: lists looked at by a search. 0 (default): a sixteenth of them, at least 16.
    int probes = 0;
    /// IVF-PQ: the best candidates are ordered anew by their exact vectors. Default on.
    bool rerank = true;
    /// Auto: recall@10 to aim at, 0.5..1. 1 allows exact search only. Default 0.98.
    double wishedRecall = 0.98;
    /// Threads that build; 0 (default): as many as parallelism(). With 1 two builds are equal bit for bit.
    int threads = 0;

    /// InvalidArgument naming the option that is out of range.
    Status validate() const;
    bool operator==(const IndexOptions&) const = default;
};

/// What an index is over: unit rows that stay where they are, with the lengths they had.
struct IndexedVectors {
    MatrixView unit;                         ///< [rows × dim], each of unit length.
    std::span<const float> lengths = {};     ///< [rows] > 0; empty: all 1. Ignored by Metric::Cosine.
    Metric metric = Metric::Cosine;
    std::shared_ptr<const void> owner = {};  ///< What the views above belong to; every index keeps it alive.
    std::string contentHash = {};            ///< Of unit and lengths, as their file's envelope has it; empty: computed
                                             ///< when an index is saved or loaded.
};

/// One neighbour: a row of the indexed matrix and how near it is to the query; more is nearer. Cosine: −1..1.
/// InnerProduct: with the query and the row at the lengths they have. L2: minus the squared distance.
struct Neighbour {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t row = kNone;
    float similarity = -2.0F;
};

/// Which rows may be returned: a bitmap, for items liked or hidden and for facets ("only the 1970s").
class RowFilter {
public:
    /// All may be returned.
    explicit RowFilter(std::size_t rows) : m_excluded((rows + 63) / 64, 0), m_rows(rows) {}
    void exclude(std::uint32_t row)
    {
        if (row < m_rows && !excludes(row)) {
            m_excluded[row / 64] |= std::uint64_t{1} << (row % 64);
            ++m_count;
        }
    }
    /// Rows beyond the end are not excluded.
    bool excludes(std::uint32_t row) const
    {
        return row < m_rows && ((m_excluded[row / 64] >> (row % 64)) & 1U) != 0;
    }
    std::size_t excludedCount() const { return m_count; }
    std::size_t rows() const { return m_rows; }
    /// Bit row % 64 of word row / 64 is set when the row is excluded.
    std::span<const std::uint64_t> words() const { return m_excluded; }

private:
    std::vector<std::uint64_t> m_excluded;
    std::size_t m_rows;
    std::size_t m_count = 0;
};

struct SearchOptions {
    const RowFilter* filter = nullptr; ///< Rows to leave out, or null.
    int effort = 0;                    ///< HNSW: efSearch of this search; IVF-PQ: probes. 0: as the index was made.
};

/// Why an index is what it is.
enum class IndexReason {
    Asked,         ///< As the options said.
    Few,           ///< Auto: so few rows that all are looked at within a frame.
    Many,          ///< Auto: too many for that.
    LittleMemory,  ///< Auto: codes and links would not fit the free memory.
    WishedRecall,  ///< Auto: nothing else reaches the recall.
    PoorGraph,     ///< The graph did not find its own rows (sinks, duplicates): exact instead.
    TooFewToTrain, ///< IVF-PQ without rows enough for its centroids: exact instead.
};

/// What an index is and takes.
struct IndexFacts {
    IndexKind kind = IndexKind::Exact;        ///< Never Auto.
    IndexLayout layout = IndexLayout::Small;  ///< Never Auto.
    IndexReason reason = IndexReason::Asked;
    std::uint64_t codeBytes = 0;   ///< Codes in memory.
    std::uint64_t linkBytes = 0;   ///< Links, lists and tables in memory.
    std::uint64_t vectorBytes = 0; ///< The float rows behind it, mapped from their file.
    std::size_t nodes = 0;         ///< Distinct rows, removed ones included.
    std::size_t removed = 0;       ///< Nodes whose rows are gone; walked through, never returned.
    double selfRecall = 1;         ///< Share of sampled rows that find themselves among ten.
};

/// Nearest neighbours over a fixed matrix. Equal rows are indexed once and all returned.
/// Immutable after its build; any number of threads may search at once.
class VectorIndex {
public:
    virtual ~VectorIndex() = default;
    virtual IndexKind kind() const = 0; ///< Never Auto.
    virtual std::size_t size() const = 0; ///< Rows, duplicates included.
    virtual std::size_t dim() const = 0;
    virtual Metric metric() const = 0;
    virtual const IndexOptions& options() const = 0;
    virtual IndexFacts facts() const = 0;

    /// The k rows nearest to the query, best first; ties by lower row. Fewer than k only when fewer are left after
    /// filtering. Similarities are exact (computed from the float rows), whatever found the rows.
    /// @param query   dim() finite numbers; of any length but 0 where the metric is Cosine.
    /// Errors: DimensionMismatch, NotFinite, InvalidArgument (k = 0), Cancelled.
    virtual Result<std::vector<Neighbour>> search(std::span<const float> query, std::size_t k,
                                                  const SearchOptions& options, const TaskContext& context) const = 0;
    Result<std::vector<Neighbour>> search(std::span<const float> query, std::size_t k, const RowFilter* filter,
                                          const TaskContext& context) const
    {
        return search(query, k, SearchOptions{filter, 0}, context);
    }

    /// search() for every row of `queries`, on several threads. Exact indexes share passes over their codes, which is
    /// several times faster than one by one. Progress in Stage::Searching. Errors: those of search().
    virtual Result<std::vector<std::vector<Neighbour>>> searchAll(MatrixView queries, std::size_t k,
                                                                  const SearchOptions& options,
                                                                  const TaskContext& context) const;

    /// Writes what can't be had from the vectors (codes, links, lists) in a checksummed envelope, atomically.
    virtual Status save(const std::filesystem::path& path) const = 0;
};

/// Builds an index. Progress in Stage::Building and Stage::Checking; cancelled within half a second.
/// A graph that finds fewer than 99 % of its own rows is rejected and an exact index returned instead
/// (facts().reason tells).
/// Errors: NotFinite and InvalidArgument (of a row that is not finite, zero, or not of unit length; Error::row is its
/// number in the matrix, from 0), InvalidArgument (options), Cancelled.
Result<std::shared_ptr<const VectorIndex>> buildIndex(IndexedVectors vectors, const IndexOptions& options,
                                                      const TaskContext& context);
/// The same with Metric::Cosine.
Result<std::shared_ptr<const VectorIndex>> buildIndex(MatrixView vectors, std::shared_ptr<const void> owner,
                                                      const IndexOptions& options, const TaskContext& context);

/// The index of vectors that differ little from those of an index at hand: links of rows that stayed are kept, rows
/// that are gone become removed nodes, new rows are added. Built anew when the share of removed nodes passes
/// kMostRemoved, when the kind can't be extended, or when self-recall falls. `before` stays as it is.
/// @param rowBefore  [rows of vectors] For each row its number in `before`, whose vector must be the same bit for bit;
///                   Neighbour::kNone for new ones.
/// Errors: those of buildIndex; DimensionMismatch.
Result<std::shared_ptr<const VectorIndex>> extendIndex(const VectorIndex& before, IndexedVectors vectors,
                                                       std::span<const std::uint32_t> rowBefore,
                                                       const TaskContext& context);
inline constexpr double kMostRemoved = 0.2;

/// Opens a saved index over the same vectors. Its codes and links are verified before use; the vectors are touched
/// only where a search re-ranks. Errors: NotFound, Damaged (also when it does not fit the vectors), VersionTooNew: then
/// build it anew.
Result<std::shared_ptr<const VectorIndex>> loadIndex(const std::filesystem::path& path, IndexedVectors vectors);
Result<std::shared_ptr<const VectorIndex>> loadIndex(const std::filesystem::path& path, MatrixView vectors,
                                                     std::shared_ptr<const void> owner);

} // namespace tw
