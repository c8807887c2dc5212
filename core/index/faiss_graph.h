// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/distinct_rows.h"
#include "core/index/faiss_stream.h"
#include "core/index/hnsw_links.h"

namespace tw {

/// A whole HNSW-flat index: the links over rows instead of nodes, then the rows. The copies of a row, which are one node
/// here, become a chain there: each links to the next and to the node's neighbours, so that stock faiss finds them all.
/// Precondition: every node has a row, every row a node. Progress and errors of writeFaissFlat.
void writeFaissGraph(FaissStream& stream, const HnswLinks& links, const DistinctRows& nodes,
                     const IndexOptions& options, const IndexedVectors& vectors, const TaskContext& context);

} // namespace tw
