// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/faiss_stream.h"
#include "core/index/ivfpq_index.h"

namespace tw {

/// A whole IVF-PQ index of residual codes; each row of a node stands in its list with the node's code.
/// Precondition: all rows count with length 1, which is what the codes are of. Progress and errors of writeFaissFlat.
void writeFaissLists(FaissStream& stream, const IvfPqContent& content, const IndexOptions& options,
                     const IndexedVectors& vectors, const TaskContext& context);

} // namespace tw
