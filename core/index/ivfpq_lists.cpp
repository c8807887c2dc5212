// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/ivfpq_lists.h"

#include <cstring>
#include <numeric>

namespace tw {

void IvfPqLists::layOut()
{
    m_firstBlock.assign(m_sizes.size() + 1, 0);
    for (std::size_t list = 0; list < m_sizes.size(); ++list)
        m_firstBlock[list + 1] = m_firstBlock[list] + (m_sizes[list] + 63) / 64;
}

IvfPqLists::IvfPqLists(std::span<const std::uint32_t> listOf, std::span<const std::uint8_t> codes, std::size_t lists,
                       std::size_t codeBytes)
    : m_codeBytes(codeBytes), m_nodeCount(listOf.size()), m_sizes(lists, 0)
{
    for (const std::uint32_t list : listOf)
        ++m_sizes[list];
    layOut();
    const std::size_t blocks = m_firstBlock.back();
    m_nodes.assign(blocks * 64, kNone);
    m_codes.assign(blocks * 64 * codeBytes, 0);
    std::vector<std::uint32_t> next(lists);
    for (std::size_t list = 0; list < lists; ++list)
        next[list] = m_firstBlock[list] * 64;
    for (std::size_t node = 0; node < listOf.size(); ++node) {
        const std::uint32_t slot = next[listOf[node]]++;
        m_nodes[slot] = static_cast<std::uint32_t>(node);
        std::uint8_t* block = m_codes.data() + static_cast<std::size_t>(slot / 64) * 64 * codeBytes;
        for (std::size_t j = 0; j < codeBytes; ++j)
            block[j * 64 + slot % 64] = codes[node * codeBytes + j];
    }
}

std::optional<IvfPqLists> IvfPqLists::fromParts(std::vector<std::uint32_t> sizes, std::vector<std::uint32_t> nodes,
                                                std::span<const std::byte> codes, std::size_t nodeCount,
                                                std::size_t codeBytes)
{
    IvfPqLists lists;
    lists.m_codeBytes = codeBytes;
    lists.m_nodeCount = nodeCount;
    if (std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0}) != nodeCount)
        return std::nullopt;
    lists.m_sizes = std::move(sizes);
    lists.layOut();
    const std::size_t blocks = lists.m_firstBlock.back();
    if (nodes.size() != blocks * 64 || codes.size() != nodes.size() * codeBytes)
        return std::nullopt;
    std::vector<bool> seen(nodeCount, false);
    for (std::uint32_t list = 0; list < lists.m_sizes.size(); ++list) {
        const std::size_t begin = lists.blockBegin(list) * 64;
        for (std::size_t slot = begin; slot < lists.blockEnd(list) * 64; ++slot) {
            const std::uint32_t node = nodes[slot];
            if (slot - begin >= lists.m_sizes[list]) {
                if (node != kNone)
                    return std::nullopt;
                continue;
            }
            if (node >= nodeCount || seen[node])
                return std::nullopt;
            seen[node] = true;
        }
    }
    lists.m_nodes = std::move(nodes);
    lists.m_codes.resize(codes.size());
    std::memcpy(lists.m_codes.data(), codes.data(), codes.size());
    return lists;
}

std::vector<IvfPqLists::Place> IvfPqLists::places() const
{
    std::vector<Place> places(m_nodeCount);
    for (std::uint32_t list = 0; list < m_sizes.size(); ++list) {
        const auto begin = static_cast<std::uint32_t>(blockBegin(list) * 64);
        for (std::uint32_t slot = begin; slot < begin + m_sizes[list]; ++slot)
            places[m_nodes[slot]] = {list, slot};
    }
    return places;
}

void IvfPqLists::copyCode(std::uint32_t slot, std::span<std::uint8_t> code) const
{
    const std::uint8_t* block = blockCodes(slot / 64);
    for (std::size_t j = 0; j < m_codeBytes; ++j)
        code[j] = block[j * 64 + slot % 64];
}

} // namespace tw
