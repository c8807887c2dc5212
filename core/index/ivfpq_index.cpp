// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/ivfpq_index.h"

#include "core/index/index_choice.h"
#include "core/index/index_file.h"
#include "core/index/ivfpq_train.h"
#include "core/simd/pq_kernels.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <numeric>

namespace tw {
namespace {

constexpr std::size_t kGrain = 256;

std::span<const float> lengthsThatMatter(const IndexedVectors& vectors)
{
    return vectors.metric == Metric::Cosine ? std::span<const float>() : vectors.lengths;
}

bool sameVector(const IndexedVectors& a, std::size_t rowA, const IndexedVectors& b, std::size_t rowB)
{
    const auto length = [](const IndexedVectors& vectors, std::size_t row) {
        const std::span<const float> lengths = lengthsThatMatter(vectors);
        return lengths.empty() ? 1.0F : lengths[row];
    };
    return length(a, rowA) == length(b, rowB)
        && std::memcmp(a.unit.row(rowA).data(), b.unit.row(rowB).data(), a.unit.cols() * sizeof(float)) == 0;
}

std::vector<std::uint32_t> firstRows(const DistinctRows& nodes)
{
    std::vector<std::uint32_t> rows(nodes.size());
    for (std::uint32_t node = 0; node < nodes.size(); ++node)
        rows[node] = nodes.firstRow(node);
    return rows;
}

/// Gives these nodes lists and codes: [numbers] and [numbers × codeBytes] of `listOf` and `codes`.
Status encodeNodes(const IvfPqCentroids& centroids, MatrixView unit, const DistinctRows& nodes,
                   std::span<const std::uint32_t> numbers, std::span<std::uint32_t> listOf,
                   std::span<std::uint8_t> codes, int threads, BuildCount& count)
{
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t node : numbers)
        rows.push_back(nodes.firstRow(node));
    TW_ASSIGN(const std::vector<std::uint32_t> lists, assignRows(centroids.lists(), unit, rows, threads, count));
    const std::size_t codeBytes = centroids.codeBytes();
    return forRows(threads, numbers.size(), kGrain, count.context(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            listOf[numbers[i]] = lists[i];
            centroids.encode(unit.row(rows[i]), lists[i], codes.subspan(numbers[i] * codeBytes, codeBytes));
        }
        count.add(end - begin);
    });
}

} // namespace

IvfPqIndex::IvfPqIndex(IndexedVectors vectors, const IndexOptions& options, IndexReason reason, IvfPqContent content)
    : m_vectors(std::move(vectors)), m_options(options), m_reason(reason), m_content(std::move(content))
{
    const std::span<const float> lengths = lengthsThatMatter(m_vectors);
    if (lengths.empty() && m_vectors.metric == Metric::Cosine)
        return;
    const IvfPqLists& lists = m_content.lists;
    m_lengths.assign(lists.listCount(), {1, 1});
    for (std::uint32_t list = 0; list < lists.listCount() && !lengths.empty(); ++list) {
        Lengths& here = m_lengths[list];
        here = {std::numeric_limits<float>::max(), 0};
        const std::uint32_t* nodes = lists.blockNodes(lists.blockBegin(list));
        for (std::size_t i = 0; i < lists.size(list); ++i) {
            const float length = lengths[m_content.nodes.firstRow(nodes[i])];
            here.shortest = std::min(here.shortest, length);
            here.longest = std::max(here.longest, length);
        }
    }
}

Result<IvfPqContent> IvfPqIndex::encodeAll(MatrixView unit, DistinctRows nodes, const IndexOptions& options,
                                           const TaskContext& context)
{
    const std::vector<std::uint32_t> rows = firstRows(nodes);
    BuildCount count(context, trainingCount(rows.size(), options) + 2 * rows.size());
    count.add(0);
    TW_ASSIGN(IvfPqCentroids centroids, trainIvfPq(unit, rows, options, count));
    std::vector<std::uint32_t> all(nodes.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<std::uint32_t> listOf(nodes.size());
    std::vector<std::uint8_t> codes(nodes.size() * centroids.codeBytes());
    TW_TRY(encodeNodes(centroids, unit, nodes, all, listOf, codes, options.threads, count));
    IvfPqLists lists(listOf, codes, centroids.listCount(), centroids.codeBytes());
    const std::size_t trained = nodes.size();
    return IvfPqContent{std::move(nodes), std::move(centroids), std::move(lists), trained};
}

Result<std::shared_ptr<const IvfPqIndex>> IvfPqIndex::build(IndexedVectors vectors, const IndexOptions& options,
                                                            IndexReason reason, const TaskContext& context)
{
    DistinctRows nodes = DistinctRows::of(vectors.unit, lengthsThatMatter(vectors));
    if (nodes.size() < fewestRowsToTrain(options.lists))
        return std::shared_ptr<const IvfPqIndex>();
    TW_ASSIGN(IvfPqContent content, encodeAll(vectors.unit, std::move(nodes), options, context));
    std::shared_ptr<IvfPqIndex> index(new IvfPqIndex(std::move(vectors), options, reason, std::move(content)));
    TW_TRY(index->checkItself(context));
    return index;
}

Result<std::shared_ptr<const IvfPqIndex>> IvfPqIndex::extend(const IvfPqIndex& before, IndexedVectors vectors,
                                                             std::span<const std::uint32_t> rowBefore,
                                                             const TaskContext& context)
{
    const IvfPqContent& old = before.m_content;
    DistinctRows nodes = DistinctRows::of(vectors.unit, lengthsThatMatter(vectors));
    if (nodes.size() > 2 * old.trainedNodes || nodes.size() < old.trainedNodes / 2)
        return std::shared_ptr<const IvfPqIndex>();
    const std::vector<std::uint32_t> oldNodeOf = old.nodes.nodeOfRow();
    const std::vector<IvfPqLists::Place> places = old.lists.places();
    const std::size_t codeBytes = old.centroids.codeBytes();
    std::vector<std::uint32_t> listOf(nodes.size());
    std::vector<std::uint8_t> codes(nodes.size() * codeBytes);
    std::vector<std::uint32_t> fresh;
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        if (node % 4096 == 0)
            TW_TRY(context.check());
        bool known = false;
        for (const std::uint32_t row : nodes.rows(node)) {
            const std::uint32_t oldRow = rowBefore[row];
            if (oldRow == Neighbour::kNone)
                continue;
            if (oldRow >= oldNodeOf.size() || !sameVector(before.m_vectors, oldRow, vectors, row))
                return fail(Error{ErrorCode::InvalidArgument, "rowBefore", "names a row of another vector", row});
            const IvfPqLists::Place place = places[oldNodeOf[oldRow]];
            listOf[node] = place.list;
            old.lists.copyCode(place.slot, std::span(codes).subspan(node * codeBytes, codeBytes));
            known = true;
        }
        if (!known)
            fresh.push_back(node);
    }
    BuildCount count(context, 2 * fresh.size());
    TW_TRY(encodeNodes(old.centroids, vectors.unit, nodes, fresh, listOf, codes, before.m_options.threads, count));
    IvfPqLists lists(listOf, codes, old.lists.listCount(), codeBytes);
    IvfPqContent content{std::move(nodes), old.centroids, std::move(lists), old.trainedNodes};
    std::shared_ptr<IvfPqIndex> index(
        new IvfPqIndex(std::move(vectors), before.m_options, before.m_reason, std::move(content)));
    TW_TRY(index->checkItself(context));
    return index;
}

Status IvfPqIndex::checkItself(const TaskContext& context)
{
    constexpr std::size_t kAmong = 10;
    const std::size_t nodes = m_content.nodes.size();
    const std::size_t samples = std::min(kCheckedNodes, nodes);
    IndexedVectors byCosine = m_vectors;
    byCosine.metric = Metric::Cosine;
    std::atomic<std::size_t> found = 0;
    context.report(Stage::Checking, 0, samples);
    TW_TRY(forRows(m_options.threads, samples, 50, context, [&](std::size_t begin, std::size_t end) {
        const ScratchPool<Scratch>::Lease lease(m_scratch);
        Scratch& scratch = *lease;
        for (std::size_t i = begin; i < end; ++i) {
            const auto node = static_cast<std::uint32_t>(i * nodes / samples);
            const auto similarity
                = ExactSimilarity::of(m_vectors.unit.row(m_content.nodes.firstRow(node)), byCosine, kAmong);
            if (!similarity)
                continue;
            const std::size_t width = std::max<std::size_t>(widthFor(kAmong), 100);
            if (!findNodes({*similarity, kAmong, width, probesFor(0), nullptr}, scratch, context))
                return;
            const auto among = std::span(scratch.pool).first(std::min(kAmong, scratch.pool.size()));
            found += std::ranges::find(among, node, &simd::ScoredRow::row) != among.end() ? 1 : 0;
        }
    }));
    TW_TRY(context.check());
    context.report(Stage::Checking, samples, samples);
    m_selfRecall = samples == 0 ? 1 : static_cast<double>(found) / static_cast<double>(samples);
    return {};
}

IndexFacts IvfPqIndex::facts() const
{
    IndexFacts facts;
    facts.kind = IndexKind::IvfPq;
    facts.reason = m_reason;
    facts.codeBytes = m_content.lists.codes().size();
    facts.linkBytes = m_content.lists.nodes().size_bytes() + 2 * m_content.lists.sizes().size_bytes()
        + m_content.centroids.bytes() + m_content.nodes.bytes() + m_lengths.size() * sizeof(Lengths);
    facts.vectorBytes = std::uint64_t{size()} * dim() * sizeof(float);
    facts.nodes = m_content.nodes.size();
    facts.selfRecall = m_selfRecall;
    return facts;
}

Status IvfPqIndex::save(const std::filesystem::path& path) const
{
    IndexFileWriter writer;
    PieceWriter& rows = writer.section(IndexSection::Rows);
    rows.value(static_cast<std::uint8_t>(m_content.nodes.isIdentity()));
    if (!m_content.nodes.isIdentity()) {
        rows.array(m_content.nodes.starts());
        rows.array(std::span(m_content.nodes.groupedRows()));
    }
    const MatrixView centroids = m_content.centroids.lists().centroids();
    PieceWriter& lists = writer.section(IndexSection::Lists);
    lists.value(static_cast<std::uint64_t>(m_content.trainedNodes));
    lists.array(std::span(centroids.data(), centroids.rows() * centroids.cols()));
    lists.array(m_content.centroids.parts());
    lists.array(m_content.lists.sizes());
    lists.array(m_content.lists.nodes());
    lists.array(m_content.lists.codes());
    return writer.write(path, {m_options, facts()}, m_vectors);
}

Result<std::shared_ptr<const IvfPqIndex>> IvfPqIndex::fromFile(const IndexFileContent& content, IndexedVectors vectors)
{
    const auto damaged = [](const char* what) { return fail(ErrorCode::Damaged, {}, what); };
    ByteReader rows = content.section(IndexSection::Rows);
    std::optional<DistinctRows> nodes;
    if (rows.value<std::uint8_t>() != 0) {
        nodes = DistinctRows::identity(vectors.unit.rows());
    } else {
        auto starts = rows.array<std::uint32_t>();
        auto grouped = rows.array<std::uint32_t>();
        nodes = DistinctRows::fromParts(std::move(starts), std::move(grouped), vectors.unit.rows());
    }
    if (!rows.finished() || !nodes || nodes->size() == 0 || nodes->emptyCount() > 0
        || nodes->size() != content.head.facts.nodes)
        return damaged("the grouping of equal rows does not fit the vectors");
    const std::size_t dim = vectors.unit.cols();
    const auto listCount = static_cast<std::size_t>(content.head.options.lists);
    const auto codeBytes = static_cast<std::size_t>(content.head.options.codeBytes);
    ByteReader reader = content.section(IndexSection::Lists);
    const auto trained = reader.value<std::uint64_t>();
    const std::vector<float> centroids = reader.array<float>();
    std::vector<float> parts = reader.array<float>();
    std::vector<std::uint32_t> sizes = reader.array<std::uint32_t>();
    std::vector<std::uint32_t> slots = reader.array<std::uint32_t>();
    const std::span<const std::byte> codes = reader.byteArray();
    if (!reader.finished() || listCount == 0 || codeBytes == 0 || dim % codeBytes != 0
        || content.head.options.probes == 0 || centroids.size() != listCount * dim
        || parts.size() != dim * simd::kPqCentroids || sizes.size() != listCount || !simd::allFinite(centroids)
        || !simd::allFinite(parts))
        return damaged("the centroids do not fit the vectors");
    auto lists = IvfPqLists::fromParts(std::move(sizes), std::move(slots), codes, nodes->size(), codeBytes);
    if (!lists)
        return damaged("the lists do not hold every vector once");
    Matrix centres(listCount, dim);
    std::ranges::copy(centroids, centres.data());
    IvfPqContent parsed{std::move(*nodes), IvfPqCentroids(std::move(centres), std::move(parts), codeBytes),
                        std::move(*lists), static_cast<std::size_t>(trained)};
    std::shared_ptr<IvfPqIndex> index(
        new IvfPqIndex(std::move(vectors), content.head.options, content.head.facts.reason, std::move(parsed)));
    index->m_selfRecall = content.head.facts.selfRecall;
    return index;
}

} // namespace tw
