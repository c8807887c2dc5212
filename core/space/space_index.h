// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"
#include "core/space/space.h"

namespace tw {

/// What an index over the space is built, loaded and extended with. Its content hash is the space's fingerprint, so that
/// nobody needs to hash the rows.
IndexedVectors indexedVectors(std::shared_ptr<const Space> space);

/// For extendIndex: for each row of `after` the row in `before` of the same item, when its vector and length are the
/// same bit for bit; Neighbour::kNone otherwise. All kNone where the two can't share an index (dimension, metric).
/// O(rows · dim), less where vectors differ early.
std::vector<std::uint32_t> unchangedRows(const Space& before, const Space& after);

/// The index of `after`: that of `before` extended where it is a graph or lists, most of its rows have stayed as they were
/// and not many are new; else a new one. Progress and errors: those of buildIndex.
/// @param index    Over `before`, made with the same options.
Result<std::shared_ptr<const VectorIndex>> indexAfter(const Space& before, const VectorIndex& index,
                                                      std::shared_ptr<const Space> after, const IndexOptions& options,
                                                      const TaskContext& context);

} // namespace tw
