// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/distinct_rows.h"

#include "core/base/hash.h"

#include <bit>
#include <cstring>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace tw {
namespace {

/// One row with the number that belongs to it.
class Rows {
public:
    Rows(MatrixView matrix, std::span<const float> lengths) : m_matrix(matrix), m_lengths(lengths) {}
    std::uint64_t hash(std::size_t row) const { return hash64(bytes(row), lengthBits(row)); }
    bool equal(std::size_t a, std::size_t b) const
    {
        return lengthBits(a) == lengthBits(b) && bytes(a) == bytes(b);
    }

private:
    std::string_view bytes(std::size_t row) const
    {
        return {reinterpret_cast<const char*>(m_matrix.row(row).data()), m_matrix.cols() * sizeof(float)};
    }
    std::uint32_t lengthBits(std::size_t row) const
    {
        return m_lengths.empty() ? 0 : std::bit_cast<std::uint32_t>(m_lengths[row]);
    }
    MatrixView m_matrix;
    std::span<const float> m_lengths;
};

} // namespace

DistinctRows DistinctRows::of(MatrixView matrix, std::span<const float> lengths)
{
    constexpr auto kEnd = std::numeric_limits<std::uint32_t>::max();
    const Rows content(matrix, lengths);
    std::vector<std::uint32_t> nodeOfRow(matrix.rows());
    std::vector<std::uint32_t> firstRow;
    std::vector<std::uint32_t> nextOfHash; // Nodes whose rows collide in their hash, chained.
    std::unordered_map<std::uint64_t, std::uint32_t> lastOfHash;
    lastOfHash.reserve(matrix.rows());
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        const auto fresh = static_cast<std::uint32_t>(firstRow.size());
        const auto [entry, isNew] = lastOfHash.try_emplace(content.hash(row), fresh);
        std::uint32_t node = isNew ? kEnd : entry->second;
        while (node != kEnd && !content.equal(firstRow[node], row))
            node = nextOfHash[node];
        if (node == kEnd) {
            node = fresh;
            firstRow.push_back(static_cast<std::uint32_t>(row));
            nextOfHash.push_back(isNew ? kEnd : entry->second);
            entry->second = fresh;
        }
        nodeOfRow[row] = node;
    }
    return fromNodes(nodeOfRow, firstRow.size());
}

DistinctRows DistinctRows::fromNodes(std::span<const std::uint32_t> nodeOfRow, std::size_t nodes)
{
    DistinctRows result = identity(nodeOfRow.size());
    result.m_count = nodes;
    if (nodes == nodeOfRow.size() && std::ranges::equal(nodeOfRow, result.m_rows))
        return result;
    result.m_starts.assign(nodes + 1, 0);
    for (const std::uint32_t node : nodeOfRow)
        ++result.m_starts[node + 1];
    std::partial_sum(result.m_starts.begin(), result.m_starts.end(), result.m_starts.begin());
    std::vector<std::uint32_t> place(result.m_starts.begin(), result.m_starts.end() - 1);
    for (std::size_t row = 0; row < nodeOfRow.size(); ++row)
        result.m_rows[place[nodeOfRow[row]]++] = static_cast<std::uint32_t>(row);
    return result;
}

std::optional<DistinctRows> DistinctRows::fromParts(std::vector<std::uint32_t> starts, std::vector<std::uint32_t> rows,
                                                    std::size_t rowCount)
{
    if (rows.size() != rowCount || starts.empty() || starts.front() != 0 || starts.back() != rowCount
        || !std::ranges::is_sorted(starts))
        return std::nullopt;
    constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> nodeOfRow(rowCount, kNone);
    for (std::uint32_t node = 0; node + 1 < starts.size(); ++node) {
        for (std::uint32_t i = starts[node]; i < starts[node + 1]; ++i) {
            const bool rises = i == starts[node] || rows[i] > rows[i - 1];
            if (rows[i] >= rowCount || nodeOfRow[rows[i]] != kNone || !rises)
                return std::nullopt;
            nodeOfRow[rows[i]] = node;
        }
    }
    return fromNodes(nodeOfRow, starts.size() - 1);
}

std::size_t DistinctRows::emptyCount() const
{
    std::size_t count = 0;
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        count += m_starts[i] == m_starts[i - 1];
    return count;
}

std::vector<std::uint32_t> DistinctRows::nodeOfRow() const
{
    if (isIdentity())
        return m_rows;
    std::vector<std::uint32_t> nodes(m_rows.size());
    for (std::uint32_t node = 0; node < size(); ++node)
        for (const std::uint32_t row : rows(node))
            nodes[row] = node;
    return nodes;
}

DistinctRows DistinctRows::identity(std::size_t rows)
{
    DistinctRows result;
    result.m_rows.resize(rows);
    result.m_count = rows;
    std::iota(result.m_rows.begin(), result.m_rows.end(), 0U);
    return result;
}

} // namespace tw
