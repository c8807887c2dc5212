// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/large_vector.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tw {

/// The codes of nodes, list by list, in blocks of 64 as pq_kernels.h wants them; a list's last block is filled up.
/// Immutable.
class IvfPqLists {
public:
    /// Where no node is, behind the end of a list.
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    IvfPqLists() = default;
    /// @param listOf  [nodes] The list of each node, below `lists`.
    /// @param codes   [nodes × codeBytes]
    IvfPqLists(std::span<const std::uint32_t> listOf, std::span<const std::uint8_t> codes, std::size_t lists,
               std::size_t codeBytes);
    /// From sizes(), nodes() and codes(); none when they are not every node below `nodeCount` exactly once.
    static std::optional<IvfPqLists> fromParts(std::vector<std::uint32_t> sizes, std::vector<std::uint32_t> nodes,
                                               std::span<const std::byte> codes, std::size_t nodeCount,
                                               std::size_t codeBytes);

    std::size_t listCount() const { return m_sizes.size(); }
    std::size_t codeBytes() const { return m_codeBytes; }
    std::size_t nodeCount() const { return m_nodeCount; }
    /// Nodes in the list.
    std::uint32_t size(std::uint32_t list) const { return m_sizes[list]; }
    /// The list's blocks: numbers from begin to before end.
    std::size_t blockBegin(std::uint32_t list) const { return m_firstBlock[list]; }
    std::size_t blockEnd(std::uint32_t list) const { return m_firstBlock[list + 1]; }
    /// The 64 nodes of a block; kNone behind the list's end.
    const std::uint32_t* blockNodes(std::size_t block) const { return m_nodes.data() + block * 64; }
    const std::uint8_t* blockCodes(std::size_t block) const { return m_codes.data() + block * 64 * m_codeBytes; }

    /// [nodes] Where each node lies: the list, and the place among the nodes of all blocks.
    struct Place {
        std::uint32_t list = 0;
        std::uint32_t slot = 0;
    };
    std::vector<Place> places() const;
    /// Copies the code in a slot out, codeBytes() bytes.
    void copyCode(std::uint32_t slot, std::span<std::uint8_t> code) const;

    std::span<const std::uint32_t> sizes() const { return m_sizes; }
    std::span<const std::uint32_t> nodes() const { return m_nodes; }
    std::span<const std::uint8_t> codes() const { return m_codes; }

private:
    void layOut();
    std::size_t m_codeBytes = 0;
    std::size_t m_nodeCount = 0;
    std::vector<std::uint32_t> m_sizes;
    std::vector<std::uint32_t> m_firstBlock; ///< [lists + 1]
    std::vector<std::uint32_t> m_nodes;      ///< [blocks × 64]
    LargeVector<std::uint8_t> m_codes;       ///< [blocks][codeBytes][64]
};

} // namespace tw
