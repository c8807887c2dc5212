// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_file.h"

#include "core/index/faiss_graph.h"
#include "core/index/faiss_lists.h"
#include "core/index/hnsw_index.h"

#include <algorithm>

namespace tw {
namespace {

/// What can't be said in faiss' files, as the detail of an error; empty when all can.
std::string whatStandsAgainst(const VectorIndex& index, const IndexedVectors& vectors)
{
    if (index.facts().removed > 0)
        return "the graph has nodes that were removed: build it anew";
    const bool ofLengthOne = vectors.metric == Metric::Cosine
        || std::ranges::all_of(vectors.lengths, [](float length) { return length == 1.0F; });
    if (index.kind() == IndexKind::IvfPq && !ofLengthOne)
        return "IVF-PQ here codes directions; faiss would take them for vectors of length 1";
    return {};
}

void writeIndex(FaissStream& stream, const VectorIndex& index, const IndexedVectors& vectors,
                const TaskContext& context)
{
    if (const auto* graph = dynamic_cast<const HnswIndex*>(&index))
        writeFaissGraph(stream, graph->graph().links, graph->graph().nodes, index.options(), vectors, context);
    else if (const auto* lists = dynamic_cast<const IvfPqIndex*>(&index))
        writeFaissLists(stream, lists->content(), index.options(), vectors, context);
    else
        writeFaissFlat(stream, vectors, context);
}

} // namespace

Status writeFaissFile(const std::filesystem::path& path, const VectorIndex& index, const IndexedVectors& vectors,
                      const TaskContext& context)
{
    if (vectors.unit.rows() != index.size() || vectors.unit.cols() != index.dim() || vectors.metric != index.metric())
        return fail(ErrorCode::DimensionMismatch, path.string(), "index and vectors differ");
    if (const std::string against = whatStandsAgainst(index, vectors); !against.empty())
        return fail(ErrorCode::Unsupported, path.string(), against);
    return writeStreamAtomically(path, [&](const ByteSink& sink) {
        FaissStream stream(sink);
        writeIndex(stream, index, vectors, context);
        return stream.finish();
    });
}

} // namespace tw
