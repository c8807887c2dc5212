// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tw {

/// Groups the rows of a matrix that are equal byte for byte. A graph gets one node a group: many copies of one vector
/// would link only to each other and hide the rest. Nodes are numbered by their first row, rising; those that grew a
/// graph later by their place in it. A node without rows stands for a vector that is gone.
class DistinctRows {
public:
    /// Hashes each row and compares those of equal hash. O(rows · dim).
    /// @param lengths  [rows] Numbers that belong to the rows and must be equal too; empty: none.
    static DistinctRows of(MatrixView matrix, std::span<const float> lengths = {});
    /// From what starts() and groupedRows() gave (not of isIdentity()); none when the parts are not a grouping of `rowCount` rows.
    static std::optional<DistinctRows> fromParts(std::vector<std::uint32_t> starts, std::vector<std::uint32_t> rows,
                                                 std::size_t rowCount);
    /// One node a row.
    static DistinctRows identity(std::size_t rows);
    /// [rows] The node of each row, all below `nodes`.
    static DistinctRows fromNodes(std::span<const std::uint32_t> nodeOfRow, std::size_t nodes);

    std::size_t size() const { return m_starts.empty() ? m_count : m_starts.size() - 1; } ///< Nodes.
    /// The rows of one node, rising; empty when they are gone.
    std::span<const std::uint32_t> rows(std::uint32_t node) const
    {
        if (m_starts.empty())
            return {&m_rows[node], 1};
        return std::span(m_rows).subspan(m_starts[node], m_starts[node + 1] - m_starts[node]);
    }
    /// Precondition: the node has rows.
    std::uint32_t firstRow(std::uint32_t node) const { return m_starts.empty() ? node : m_rows[m_starts[node]]; }
    /// Whether node i is row i alone, for all of them.
    bool isIdentity() const { return m_starts.empty(); }
    /// Nodes without rows.
    std::size_t emptyCount() const;
    /// [rows] The node of each row.
    std::vector<std::uint32_t> nodeOfRow() const;
    std::uint64_t bytes() const { return (m_starts.size() + m_rows.size()) * sizeof(std::uint32_t); }

    /// [size() + 1] where each node's rows begin in groupedRows(); empty when isIdentity().
    std::span<const std::uint32_t> starts() const { return m_starts; }
    const std::vector<std::uint32_t>& groupedRows() const { return m_rows; }

private:
    std::vector<std::uint32_t> m_starts; ///< Empty when isIdentity().
    std::vector<std::uint32_t> m_rows;
    std::size_t m_count = 0;             ///< Nodes when isIdentity().
};

} // namespace tw
