// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_file.h"

#include "core/index/faiss_graph.h"
#include "core/index/hnsw_index.h"

namespace tw {

Status writeFaissFile(const std::filesystem::path& path, const VectorIndex& index, const IndexedVectors& vectors,
                      const TaskContext& context)
{
    if (vectors.unit.rows() != index.size() || vectors.unit.cols() != index.dim() || vectors.metric != index.metric())
        return fail(ErrorCode::DimensionMismatch, path.string(), "index and vectors differ");
    if (index.facts().removed > 0)
        return fail(ErrorCode::Unsupported, path.string(), "the graph has nodes that were removed: build it anew");
    const auto* graph = dynamic_cast<const HnswIndex*>(&index);
    if (!graph && index.kind() != IndexKind::Exact)
        return fail(ErrorCode::Unsupported, path.string(), "this kind of index");
    return writeStreamAtomically(path, [&](const ByteSink& sink) {
        FaissStream stream(sink);
        if (graph)
            writeFaissGraph(stream, graph->graph().links, graph->graph().nodes, index.options(), vectors, context);
        else
            writeFaissFlat(stream, vectors, context);
        return stream.finish();
    });
}

} // namespace tw
