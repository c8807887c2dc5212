// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

namespace tw {

/// Up to so many rows looking at all of them is quick enough for a window, whatever their dimension.
inline constexpr std::size_t kAutoExactLimit = 50'000;

/// What is known before an index is built.
struct IndexSituation {
    std::size_t rows = 0;
    std::size_t dim = 0;
    std::uint64_t freeMemory = 0; ///< Bytes that may be taken; see freeMemory().
};

/// What to build, and why. `options` has neither Auto left in it, nor zeros that stand for a default.
struct IndexChoice {
    IndexOptions options;
    IndexReason kindReason = IndexReason::Asked;
    IndexReason layoutReason = IndexReason::Asked;
    std::uint64_t expectedBytes = 0;     ///< Codes, links and tables, in memory.
    double expectedMilliseconds = 0;     ///< Of one search on one core of the machine of docs/index.md.
};

/// Resolves Auto and defaults by the measured rules of docs/index.md. Pure: the same situation, the same choice.
/// Errors: InvalidArgument, also for IVF-PQ whose codeBytes does not divide dim or that has too few rows to train
/// (the detail says how many it needs).
Result<IndexChoice> chooseIndex(const IndexOptions& wanted, const IndexSituation& situation);

/// MemAvailable of /proc/meminfo, in bytes; a guess of 2 GiB where it can't be read.
std::uint64_t freeMemory();

} // namespace tw
