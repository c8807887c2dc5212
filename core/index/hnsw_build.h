// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/hnsw_codes.h"
#include "core/index/hnsw_links.h"

namespace tw {

/// How many nodes are handed to faiss at once. It shapes the graph (nodes of a batch enter by level, and on several
/// threads don't see each other at once) and is recorded in files.
inline constexpr std::size_t kBuildBatch = 2000;

/// Links all nodes of `codes` with each other, by faiss, with their 8-bit distances. With options.threads = 1 the same
/// codes give the same links; otherwise some differ. Stage::Building, in nodes, exact; from the calling thread only.
/// Cancelled within a tenth of a second: distances become meaningless then, so that what faiss has begun ends at once,
/// and the graph is thrown away.
/// Precondition: at least one node. Errors: Cancelled, InvalidArgument (more nodes than links can number), Internal.
Result<HnswLinks> buildLinks(const NodeCodes& codes, const IndexOptions& options, const TaskContext& context);

/// Adds the nodes of `codes` behind those that `before` has.
Result<HnswLinks> extendLinks(const HnswLinks& before, const NodeCodes& codes, const IndexOptions& options,
                              const TaskContext& context);

} // namespace tw
