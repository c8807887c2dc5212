// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tw {

/// Groups the rows of a matrix that are equal byte for byte. A graph gets one node a group: many copies of one vector
/// would link only to each other and hide the rest. Nodes are numbered by their first row, rising.
class DistinctRows {
public:
    /// Hashes each row and compares those of equal hash. O(rows · dim).
    static DistinctRows of(MatrixView matrix);
    /// From what starts() and groupedRows() gave; none when the parts are not a grouping of `rowCount` rows.
    static std::optional<DistinctRows> fromParts(std::vector<std::uint32_t> starts, std::vector<std::uint32_t> rows,
                                                 std::size_t rowCount);

    std::size_t size() const { return m_starts.size() - 1; }
    /// The rows of one node, rising.
    std::span<const std::uint32_t> rows(std::uint32_t node) const
    {
        return std::span(m_rows).subspan(m_starts[node], m_starts[node + 1] - m_starts[node]);
    }
    std::uint32_t firstRow(std::uint32_t node) const { return m_rows[m_starts[node]]; }

    /// [size() + 1] where each node's rows begin in groupedRows().
    std::span<const std::uint32_t> starts() const { return m_starts; }
    std::span<const std::uint32_t> groupedRows() const { return m_rows; }

private:
    std::vector<std::uint32_t> m_starts{0};
    std::vector<std::uint32_t> m_rows;
};

} // namespace tw
