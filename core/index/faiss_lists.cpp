// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_lists.h"

#include <algorithm>

namespace tw {
namespace {

constexpr std::size_t kCentroidsOfByte = 256;

/// Ours lie by dimension, faiss' by centroid: [codeBytes][256][dim / codeBytes].
void writePartCentroids(FaissStream& stream, const IvfPqCentroids& centroids)
{
    const std::size_t partDim = centroids.partDim();
    stream.count(centroids.parts().size());
    std::vector<float> turned(kCentroidsOfByte * partDim);
    for (std::size_t part = 0; part < centroids.codeBytes(); ++part) {
        const std::span<const float> ours = centroids.parts().subspan(part * turned.size(), turned.size());
        for (std::size_t c = 0; c < kCentroidsOfByte; ++c)
            for (std::size_t d = 0; d < partDim; ++d)
                turned[c * partDim + d] = ours[d * kCentroidsOfByte + c];
        stream.raw(std::span<const float>(turned));
    }
}

/// What a list holds, by row.
struct ListRows {
    std::vector<std::uint8_t> codes;
    std::vector<std::int64_t> ids;
};
void fill(ListRows& rows, const IvfPqContent& content, std::uint32_t list)
{
    const std::size_t codeBytes = content.lists.codeBytes();
    std::vector<std::uint8_t> code(codeBytes);
    rows.codes.clear();
    rows.ids.clear();
    for (std::size_t block = content.lists.blockBegin(list); block < content.lists.blockEnd(list); ++block) {
        for (std::size_t at = 0; at < 64; ++at) {
            const std::uint32_t node = content.lists.blockNodes(block)[at];
            if (node == IvfPqLists::kNone)
                continue;
            content.lists.copyCode(static_cast<std::uint32_t>(block * 64 + at), code);
            for (const std::uint32_t row : content.nodes.rows(node)) {
                rows.codes.insert(rows.codes.end(), code.begin(), code.end());
                rows.ids.push_back(row);
            }
        }
    }
}

std::vector<std::uint64_t> rowsOfLists(const IvfPqContent& content)
{
    std::vector<std::uint64_t> counts(content.lists.listCount(), 0);
    for (std::uint32_t list = 0; list < counts.size(); ++list)
        for (std::size_t block = content.lists.blockBegin(list); block < content.lists.blockEnd(list); ++block)
            for (std::size_t at = 0; at < 64; ++at)
                if (const std::uint32_t node = content.lists.blockNodes(block)[at]; node != IvfPqLists::kNone)
                    counts[list] += content.nodes.rows(node).size();
    return counts;
}

} // namespace

void writeFaissLists(FaissStream& stream, const IvfPqContent& content, const IndexOptions& options,
                     const IndexedVectors& vectors, const TaskContext& context)
{
    const IvfPqCentroids& centroids = content.centroids;
    const std::size_t rows = vectors.unit.rows();
    stream.letters("IwPQ");
    writeFaissHeader(stream, vectors.unit.cols(), rows, vectors.metric);
    stream.count(centroids.listCount());
    stream.count(static_cast<std::size_t>(std::max(1, options.probes)));
    writeFaissFlat(stream, {.unit = centroids.lists().centroids(), .metric = vectors.metric, .owner = nullptr}, {});
    stream.value(std::uint8_t{0}); // no direct map
    stream.count(0);
    stream.value(std::uint8_t{1}); // codes are of residuals
    stream.count(centroids.codeBytes());
    stream.count(vectors.unit.cols());
    stream.count(centroids.codeBytes());
    stream.count(8); // bits of a part's code
    writePartCentroids(stream, centroids);
    stream.letters("ilar");
    stream.count(centroids.listCount());
    stream.count(centroids.codeBytes());
    stream.letters("full");
    stream.array(std::span<const std::uint64_t>(rowsOfLists(content)));
    ListRows listRows;
    std::size_t done = 0;
    for (std::uint32_t list = 0; list < centroids.listCount() && !stream.failed(); ++list) {
        if (const Status status = context.check(); !status)
            return stream.fail(status.error());
        fill(listRows, content, list);
        stream.raw(std::span<const std::uint8_t>(listRows.codes));
        stream.raw(std::span<const std::int64_t>(listRows.ids));
        context.report(Stage::Writing, done += listRows.ids.size(), rows);
    }
}

} // namespace tw
