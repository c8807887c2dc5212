// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"

#include <filesystem>
#include <optional>

namespace tw {

/// Writes a standard faiss index with the vectors in it (IndexFlat, IndexHNSWFlat or IndexIVFPQ), which faiss 1.7 and
/// later reads. Cosine becomes inner product over the unit rows, L2 stays L2. Rows are numbered as here. Atomic.
/// Progress in Stage::Writing. Errors: FileUnwritable, Cancelled, DimensionMismatch (not the vectors of this index),
/// Unsupported (a graph with removed nodes: build it anew first; IVF-PQ over rows that count with other lengths than 1,
/// for it codes directions only).
Status writeFaissFile(const std::filesystem::path& path, const VectorIndex& index, const IndexedVectors& vectors,
                      const TaskContext& context);

/// What was found in a faiss file.
struct FaissFile {
    IndexKind kind = IndexKind::Exact;      ///< Exact for a flat file.
    Metric metric = Metric::InnerProduct;   ///< As the file says; never Cosine.
    Matrix vectors;                         ///< [rows × dim] as stored, any length; IVF-PQ's are reconstructed.
    IndexOptions options;                   ///< Those that the file tells.
};

/// Reads a flat, HNSW-flat or IVF-PQ file (also under an id map, whose ids then give the order of rows) made by any
/// faiss. faiss 1.7.3 crashes on damaged files, so a helper program (tastewalk-faiss-reader, started with exec and with
/// limits on memory and time) reads it and hands over plain numbers, which are checked here.
/// @param helper  The program; empty: found beside the running program or in its libexec folder.
/// Errors: NotFound, FileUnreadable, Damaged (the helper crashed, ran out of its limits, or the content is unsound),
/// Unsupported (another kind of faiss index; the detail names it), NotFinite, Cancelled.
Result<FaissFile> readFaissFile(const std::filesystem::path& path, const std::filesystem::path& helper,
                                const TaskContext& context);

} // namespace tw
