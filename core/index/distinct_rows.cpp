// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/distinct_rows.h"

#include "core/base/hash.h"

#include <cstring>

namespace tw {

DistinctRows DistinctRows::of(MatrixView matrix)
{
    constexpr auto kEnd = std::numeric_limits<std::uint32_t>::max();
    const std::size_t rowBytes = matrix.cols() * sizeof(float);
    std::vector<std::uint32_t> nodeOfRow(matrix.rows());
    std::vector<std::uint32_t> firstRow;
    std::vector<std::uint32_t> nextOfHash; // Nodes whose rows collide in their hash, chained.
    std::unordered_map<std::uint64_t, std::uint32_t> lastOfHash;
    lastOfHash.reserve(matrix.rows());
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        const auto* bytes = reinterpret_cast<const char*>(matrix.row(row).data());
        const auto fresh = static_cast<std::uint32_t>(firstRow.size());
        const auto [entry, isNew] = lastOfHash.try_emplace(hash64({bytes, rowBytes}), fresh);
        std::uint32_t node = isNew ? kEnd : entry->second;
        while (node != kEnd && std::memcmp(matrix.row(firstRow[node]).data(), bytes, rowBytes) != 0)
            node = nextOfHash[node];
        if (node == kEnd) {
            node = fresh;
            firstRow.push_back(static_cast<std::uint32_t>(row));
            nextOfHash.push_back(isNew ? kEnd : entry->second);
            entry->second = fresh;
        }
        nodeOfRow[row] = node;
    }

    DistinctRows result;
    result.m_starts.assign(firstRow.size() + 1, 0);
    for (const std::uint32_t node : nodeOfRow)
        ++result.m_starts[node + 1];
    std::partial_sum(result.m_starts.begin(), result.m_starts.end(), result.m_starts.begin());
    result.m_rows.resize(matrix.rows());
    std::vector<std::uint32_t> place(result.m_starts.begin(), result.m_starts.end() - 1);
    for (std::size_t row = 0; row < matrix.rows(); ++row)
        result.m_rows[place[nodeOfRow[row]]++] = static_cast<std::uint32_t>(row);
    return result;
}

std::optional<DistinctRows> DistinctRows::fromParts(std::vector<std::uint32_t> starts, std::vector<std::uint32_t> rows,
                                                    std::size_t rowCount)
{
    if (rows.size() != rowCount || starts.empty() || starts.front() != 0 || starts.back() != rowCount)
        return std::nullopt;
    if (std::ranges::adjacent_find(starts, std::greater_equal<>()) != starts.end())
        return std::nullopt;
    std::vector<bool> seen(rowCount, false);
    for (const std::uint32_t row : rows) {
        if (row >= rowCount || seen[row])
            return std::nullopt;
        seen[row] = true;
    }
    DistinctRows result;
    result.m_starts = std::move(starts);
    result.m_rows = std::move(rows);
    return result;
}

} // namespace tw
