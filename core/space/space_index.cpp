// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_index.h"

#include <cstring>

namespace tw {

IndexedVectors indexedVectors(std::shared_ptr<const Space> space)
{
    IndexedVectors vectors;
    vectors.unit = space->vectors();
    if (space->comparesRaw())
        vectors.lengths = space->rawNorms();
    vectors.metric = space->metric();
    vectors.contentHash = space->fingerprint();
    vectors.owner = std::move(space);
    return vectors;
}

std::vector<std::uint32_t> unchangedRows(const Space& before, const Space& after)
{
    std::vector<std::uint32_t> rows(after.size(), Neighbour::kNone);
    if (before.dim() != after.dim() || before.metric() != after.metric())
        return rows;
    const std::size_t bytes = after.dim() * sizeof(float);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const auto old = before.row(after.item(row));
        if (!old || std::memcmp(before.vectors().row(*old).data(), after.vectors().row(row).data(), bytes) != 0)
            continue;
        if (!after.comparesRaw() || before.rawNorms()[*old] == after.rawNorms()[row])
            rows[row] = *old;
    }
    return rows;
}

Result<std::shared_ptr<const VectorIndex>> indexAfter(const Space& before, const VectorIndex& index,
                                                      std::shared_ptr<const Space> after, const IndexOptions& options,
                                                      const TaskContext& context)
{
    const std::vector<std::uint32_t> rows = unchangedRows(before, *after);
    const auto kept = static_cast<double>(rows.size())
                      - static_cast<double>(std::ranges::count(rows, Neighbour::kNone));
    // What Auto chooses depends on the size; and a graph that grows by half is better made anew.
    const bool grown = rows.size() > before.size() + before.size() / 2;
    if (index.kind() == IndexKind::Exact || grown || kept < (1 - kMostRemoved) * static_cast<double>(before.size()))
        return buildIndex(indexedVectors(std::move(after)), options, context);
    return extendIndex(index, indexedVectors(std::move(after)), rows, context);
}

} // namespace tw
