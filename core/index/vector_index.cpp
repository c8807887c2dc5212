// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/vector_index.h"

#include "core/index/exact_index.h"
#include "core/index/hnsw_index.h"
#include "core/index/index_choice.h"
#include "core/index/index_file.h"
#include "core/index/ivfpq_index.h"
#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

namespace tw {
namespace {

constexpr double kLowestSelfRecall = 0.99;
/// Lengths beyond this would make squares of theirs infinite.
constexpr float kLongest = 1e18F;
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

Status checkLengths(const IndexedVectors& vectors)
{
    if (vectors.metric == Metric::Cosine || vectors.lengths.empty())
        return {};
    if (vectors.lengths.size() != vectors.unit.rows())
        return fail(ErrorCode::DimensionMismatch, "lengths",
                    fmt::format("{} for {} rows", vectors.lengths.size(), vectors.unit.rows()));
    for (std::size_t row = 0; row < vectors.lengths.size(); ++row) {
        const float length = vectors.lengths[row];
        if (!std::isfinite(length) || length <= 0)
            return rowFailure(ErrorCode::NotFinite, row, "has no length");
        if (length > kLongest)
            return rowFailure(ErrorCode::InvalidArgument, row, "is too long");
    }
    return {};
}

/// The choice for these rows. Too few to train IVF-PQ on are no error here: a catalogue may shrink below that.
Result<IndexChoice> choose(MatrixView vectors, const IndexOptions& options)
{
    const IndexSituation situation{vectors.rows(), vectors.cols(), freeMemory()};
    if (options.kind != IndexKind::IvfPq || vectors.rows() >= fewestRowsToTrain(options.lists))
        return chooseIndex(options, situation);
    IndexOptions exact = options;
    exact.kind = IndexKind::Exact;
    TW_ASSIGN(IndexChoice choice, chooseIndex(exact, situation));
    choice.kindReason = IndexReason::TooFewToTrain;
    return choice;
}

Result<std::shared_ptr<const VectorIndex>> extendLists(const IvfPqIndex& before, IndexedVectors vectors,
                                                       std::span<const std::uint32_t> rowBefore,
                                                       const TaskContext& context)
{
    // Lists and probes that followed the number of rows follow it on.
    const IndexOptions options = withoutDefaults(before.options(), before.size(), before.dim());
    if (vectors.metric == before.metric() && !vectors.unit.empty()) {
        TW_TRY(checkRows(vectors.unit, context));
        TW_TRY(checkLengths(vectors));
        TW_ASSIGN(const IndexChoice choice, choose(vectors.unit, options));
        if (choice.options.kind == IndexKind::IvfPq) {
            TW_ASSIGN(auto grown, IvfPqIndex::extend(before, vectors, rowBefore, context));
            if (grown && grown->selfRecall() >= kLowestSelfRecall)
                return grown;
        }
    }
    return buildIndex(std::move(vectors), options, context);
}

} // namespace

Status IndexOptions::validate() const
{
    TW_TRY(checkRange("m", m, 4, 64));
    TW_TRY(checkRange("efConstruction", efConstruction, 8, 800));
    TW_TRY(checkRange("efSearch", efSearch, 8, 4096));
    TW_TRY(checkRange("lists", lists, 0, 1 << 16));
    TW_TRY(checkRange("codeBytes", codeBytes, 0, 4096));
    TW_TRY(checkRange("probes", probes, 0, 1 << 16));
    TW_TRY(checkRange("threads", threads, 0, 256));
    if (!(wishedRecall >= 0.5 && wishedRecall <= 1))
        return fail(ErrorCode::InvalidArgument, "wishedRecall", "not in 0.5..1");
    return {};
}

Result<std::shared_ptr<const VectorIndex>> buildIndex(IndexedVectors vectors, const IndexOptions& options,
                                                      const TaskContext& context)
{
    TW_TRY(options.validate());
    TW_TRY(checkRows(vectors.unit, context));
    TW_TRY(checkLengths(vectors));
    TW_ASSIGN(const IndexChoice choice, choose(vectors.unit, options));
    // What was wished is kept, so that Auto decides anew when rows are added.
    IndexOptions used = choice.options;
    used.kind = options.kind;
    if (choice.options.kind == IndexKind::Hnsw && !vectors.unit.empty()) {
        TW_ASSIGN(auto graph, HnswIndex::build(vectors, used, choice.kindReason, context));
        if (graph->selfRecall() >= kLowestSelfRecall)
            return graph;
        return std::make_shared<const ExactIndex>(std::move(vectors), used, IndexReason::PoorGraph);
    }
    if (choice.options.kind == IndexKind::IvfPq) {
        TW_ASSIGN(auto lists, IvfPqIndex::build(vectors, used, choice.kindReason, context));
        if (lists && lists->selfRecall() >= kLowestSelfRecall)
            return lists;
        const IndexReason why = lists ? IndexReason::PoorGraph : IndexReason::TooFewToTrain;
        return std::make_shared<const ExactIndex>(std::move(vectors), used, why);
    }
    return std::make_shared<const ExactIndex>(std::move(vectors), used, choice.kindReason);
}

Result<std::shared_ptr<const VectorIndex>> buildIndex(MatrixView vectors, std::shared_ptr<const void> owner,
                                                      const IndexOptions& options, const TaskContext& context)
{
    return buildIndex(IndexedVectors{.unit = vectors, .owner = std::move(owner)}, options, context);
}

Result<std::shared_ptr<const VectorIndex>> extendIndex(const VectorIndex& before, IndexedVectors vectors,
                                                       std::span<const std::uint32_t> rowBefore,
                                                       const TaskContext& context)
{
    const IndexOptions options = before.options();
    const bool otherDim = !vectors.unit.empty() && before.size() > 0 && vectors.unit.cols() != before.dim();
    if (rowBefore.size() != vectors.unit.rows() || otherDim)
        return fail(ErrorCode::DimensionMismatch, "rowBefore",
                    fmt::format("{} for {} rows", rowBefore.size(), vectors.unit.rows()));
    if (const auto* lists = dynamic_cast<const IvfPqIndex*>(&before))
        return extendLists(*lists, std::move(vectors), rowBefore, context);
    const auto* graph = dynamic_cast<const HnswIndex*>(&before);
    if (graph == nullptr || vectors.metric != before.metric() || vectors.unit.empty())
        return buildIndex(std::move(vectors), options, context);
    TW_TRY(checkRows(vectors.unit, context));
    TW_TRY(checkLengths(vectors));
    TW_ASSIGN(const IndexChoice choice, choose(vectors.unit, options));
    if (choice.options.kind == IndexKind::Hnsw && graph->removedShareAfter(rowBefore) <= kMostRemoved) {
        TW_ASSIGN(auto grown, HnswIndex::extend(*graph, vectors, rowBefore, context));
        if (grown->selfRecall() >= kLowestSelfRecall)
            return grown;
    }
    return buildIndex(std::move(vectors), options, context);
}

Result<std::vector<std::vector<Neighbour>>> VectorIndex::searchAll(MatrixView queries, std::size_t k,
                                                                   const SearchOptions& options,
                                                                   const TaskContext& context) const
{
    std::vector<std::vector<Neighbour>> all(queries.rows());
    std::mutex mutex;
    std::optional<Error> failure;
    TW_TRY(parallelFor(queries.rows(), 8, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            auto found = search(queries.row(i), k, options, context);
            if (!found) {
                const std::lock_guard lock(mutex);
                failure = std::move(found).error();
                return;
            }
            all[i] = std::move(*found);
        }
    }));
    if (failure)
        return fail(std::move(*failure));
    context.report(Stage::Searching, queries.rows(), queries.rows());
    return all;
}

Result<std::shared_ptr<const VectorIndex>> loadIndex(const std::filesystem::path& path, IndexedVectors vectors)
{
    TW_ASSIGN(const IndexFileContent content, readIndexFile(path, vectors));
    if (content.head.facts.kind == IndexKind::Exact)
        return std::make_shared<const ExactIndex>(std::move(vectors), content.head.options, content.head.facts.reason);
    const auto named = [&path](auto parsed) -> Result<std::shared_ptr<const VectorIndex>> {
        if (parsed)
            return std::shared_ptr<const VectorIndex>(std::move(*parsed));
        Error error = std::move(parsed).error();
        error.subject = path.string();
        return fail(std::move(error));
    };
    if (content.head.facts.kind == IndexKind::IvfPq)
        return named(IvfPqIndex::fromFile(content, std::move(vectors)));
    return named(HnswIndex::fromFile(content, std::move(vectors)));
}

Result<std::shared_ptr<const VectorIndex>> loadIndex(const std::filesystem::path& path, MatrixView vectors,
                                                     std::shared_ptr<const void> owner)
{
    return loadIndex(path, IndexedVectors{.unit = vectors, .owner = std::move(owner)});
}

} // namespace tw
