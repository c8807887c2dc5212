// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

namespace tw {

/// Auto looks at all rows as long as that takes no longer on one core: a quarter of a frame, so that processors without
/// AVX-512 stay within one.
inline constexpr double kAutoExactMilliseconds = 4;

/// Up to so many rows of that dimension Auto looks at all of them; about 91,000 of 768.
std::size_t autoExactRows(std::size_t dim);

/// What is known before an index is built.
struct IndexSituation {
    std::size_t rows = 0;
    std::size_t dim = 0;
    std::uint64_t freeMemory = 0; ///< Bytes that may be taken; see freeMemory().
    /// Thousands of searches are to come (neighbours of every row, an evaluation): a graph pays much earlier.
    bool manyQueries = false;
};

/// What to build, and why. `options` has neither Auto left in it, nor zeros that stand for a default of the kind chosen.
struct IndexChoice {
    IndexOptions options;
    IndexReason kindReason = IndexReason::Asked;
    IndexReason layoutReason = IndexReason::Asked; ///< LittleMemory where Auto had to take Small; else Asked.
    std::uint64_t expectedBytes = 0;     ///< Codes, links and tables, in memory; the float rows are not counted.
    double expectedMilliseconds = 0;     ///< Of one search on one core of the machine of docs/index.md.
    /// IVF-PQ: with fewer rows than this its centroids are learnt from too little (39 rows for each), and recall
    /// suffers. 0 for other kinds.
    std::size_t recommendedRows = 0;
};

/// Resolves Auto and defaults by the measured rules of docs/index.md. Pure: the same situation, the same choice.
/// Errors: InvalidArgument, also for IVF-PQ whose codeBytes does not divide dim or that has too few rows to train
/// (the detail says how many it needs).
Result<IndexChoice> chooseIndex(const IndexOptions& wanted, const IndexSituation& situation);

/// Rows that training an IVF-PQ with so many lists needs at the least: one a list, and 256, the centroids of a byte.
std::size_t fewestRowsToTrain(int lists);

/// The divisor of dim nearest to dim / 8, of two equally near ones the greater: the bytes an IVF-PQ code has unless
/// asked otherwise. dim > 0.
int defaultCodeBytes(std::size_t dim);

/// Options of an IVF-PQ over so many rows with zeros for what chooseIndex() would have chosen, so that it chooses anew.
IndexOptions withoutDefaults(IndexOptions resolved, std::size_t rows, std::size_t dim);

/// MemAvailable of /proc/meminfo, in bytes; a guess of 2 GiB where it can't be read.
std::uint64_t freeMemory();

} // namespace tw
