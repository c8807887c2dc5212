// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/vector_index.h"

#include "core/index/exact_index.h"
#include "core/index/hnsw_index.h"
#include "core/index/index_file.h"
#include "core/simd/kernels.h"

namespace tw {
namespace {

constexpr double kLowestSelfRecall = 0.99;
/// How far a squared length may be from 1: rounding of a few thousand floats stays well below.
constexpr float kUnitTolerance = 1e-3F;

Status checkRange(const char* name, int value, int low, int high)
{
    if (value < low || value > high)
        return fail(ErrorCode::InvalidArgument, name, fmt::format("{} is not in {}..{}", value, low, high));
    return {};
}

tl::unexpected<Error> rowFailure(ErrorCode code, std::size_t row, const char* why)
{
    return fail(Error{code, "vectors", why, row});
}

Status checkRows(MatrixView vectors, const TaskContext& context)
{
    // faiss numbers nodes with 32 bits and a sign.
    if (vectors.rows() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        return fail(ErrorCode::InvalidArgument, "vectors", "too many rows");
    if (!vectors.empty() && vectors.cols() == 0)
        return fail(ErrorCode::InvalidArgument, "vectors", "rows without numbers");
    for (std::size_t row = 0; row < vectors.rows(); ++row) {
        if (row % 1024 == 0)
            TW_TRY(context.check());
        if (!simd::allFinite(vectors.row(row)))
            return rowFailure(ErrorCode::NotFinite, row, "has NaN or infinite numbers");
        const float squared = simd::squaredNorm(vectors.row(row));
        if (squared == 0)
            return rowFailure(ErrorCode::NotFinite, row, "has length 0");
        if (std::abs(squared - 1.0F) > kUnitTolerance)
            return rowFailure(ErrorCode::InvalidArgument, row, "is not of unit length");
    }
    return {};
}

} // namespace

Status IndexOptions::validate() const
{
    TW_TRY(checkRange("m", m, 4, 64));
    TW_TRY(checkRange("efConstruction", efConstruction, 8, 800));
    return checkRange("efSearch", efSearch, 8, 4096);
}

Result<std::shared_ptr<const VectorIndex>> buildIndex(MatrixView vectors, std::shared_ptr<const void> owner,
                                                      const IndexOptions& options, const TaskContext& context)
{
    TW_TRY(options.validate());
    TW_TRY(checkRows(vectors, context));
    const bool wantsGraph = options.kind == IndexKind::Hnsw
        || (options.kind == IndexKind::Auto && vectors.rows() > kAutoExactLimit);
    if (wantsGraph && !vectors.empty()) {
        TW_ASSIGN(auto graph, HnswIndex::build(vectors, owner, options, context));
        TW_ASSIGN(const double selfRecall, graph->selfRecall(context));
        if (selfRecall >= kLowestSelfRecall)
            return graph;
    }
    return std::make_shared<const ExactIndex>(vectors, std::move(owner), options);
}

Result<std::shared_ptr<const VectorIndex>> loadIndex(const std::filesystem::path& path, MatrixView vectors,
                                                     std::shared_ptr<const void> owner)
{
    TW_ASSIGN(IndexFile content, readIndexFile(path, vectors));
    if (content.kind == IndexKind::Exact)
        return std::make_shared<const ExactIndex>(vectors, std::move(owner), content.options);
    auto graph = HnswIndex::fromFile(std::move(content), vectors, std::move(owner));
    if (!graph) {
        Error error = std::move(graph).error();
        error.subject = path.string();
        return fail(std::move(error));
    }
    return std::shared_ptr<const VectorIndex>(std::move(*graph));
}

} // namespace tw
