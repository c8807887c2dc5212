// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_file.h"

#include "core/index/faiss_stream.h"

namespace tw {

Status writeFaissFile(const std::filesystem::path& path, const VectorIndex& index, const IndexedVectors& vectors,
                      const TaskContext& context)
{
    if (vectors.unit.rows() != index.size() || vectors.unit.cols() != index.dim() || vectors.metric != index.metric())
        return fail(ErrorCode::DimensionMismatch, path.string(), "index and vectors differ");
    if (index.kind() != IndexKind::Exact)
        return fail(ErrorCode::Unsupported, path.string(), "only flat files so far");
    return writeStreamAtomically(path, [&](const ByteSink& sink) {
        FaissStream stream(sink);
        writeFaissFlat(stream, vectors, context);
        return stream.finish();
    });
}

} // namespace tw
