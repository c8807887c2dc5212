// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_links.h"

#include "core/index/index_file.h"

#include <faiss/impl/HNSW.h>

#include <algorithm>
#include <limits>

namespace tw {
namespace {

/// The filled slots of a node's list; the first -1 ends it.
std::span<const std::int32_t> slotsOf(const faiss::HNSW& graph, std::size_t node, int level)
{
    std::size_t begin = 0;
    std::size_t end = 0;
    graph.neighbor_range(static_cast<faiss::HNSW::idx_t>(node), level, &begin, &end);
    const std::span<const std::int32_t> slots(graph.neighbors.data() + begin, end - begin);
    return slots.first(static_cast<std::size_t>(std::ranges::find_if(slots, [](auto link) { return link < 0; })
                                                - slots.begin()));
}

HnswLinks::Level levelOf(const faiss::HNSW& graph, int number)
{
    HnswLinks::Level level;
    std::vector<std::uint32_t> placeOf(graph.levels.size(), 0);
    for (std::size_t node = 0; node < graph.levels.size(); ++node) {
        if (graph.levels[node] > number) {
            placeOf[node] = static_cast<std::uint32_t>(level.nodes.size());
            level.nodes.push_back(static_cast<std::uint32_t>(node));
        }
    }
    level.starts.push_back(0);
    for (const std::uint32_t node : level.nodes) {
        for (const std::int32_t link : slotsOf(graph, node, number))
            level.links.push_back(placeOf[static_cast<std::size_t>(link)]);
        level.starts.push_back(static_cast<std::uint32_t>(level.links.size()));
    }
    return level;
}

/// Lists one after another, none longer than `slots`, whose links stay below `count`.
bool listsFit(std::span<const std::uint32_t> starts, std::span<const std::uint32_t> links, std::size_t count,
              std::size_t slots)
{
    if (starts.size() != count + 1 || starts.front() != 0 || starts.back() != links.size())
        return false;
    for (std::size_t i = 0; i < count; ++i)
        if (starts[i + 1] < starts[i] || starts[i + 1] - starts[i] > slots)
            return false;
    return std::ranges::all_of(links, [count](std::uint32_t link) { return link < count; });
}

template <class Vector>
Vector readArray(ByteReader& reader)
{
    const std::span<const std::byte> bytes = reader.byteArray();
    Vector items(bytes.size() / sizeof(std::uint32_t));
    if (!items.empty())
        std::memcpy(items.data(), bytes.data(), items.size() * sizeof(std::uint32_t));
    return items;
}

template <class Vector>
void writeArray(PieceWriter& writer, const Vector& items)
{
    writer.array(std::as_bytes(std::span(items)));
}

} // namespace

HnswLinks HnswLinks::fromFaiss(const faiss::HNSW& graph)
{
    HnswLinks packed;
    const std::size_t nodes = graph.levels.size();
    packed.m_starts.resize(nodes + 1, 0);
    for (std::size_t node = 0; node < nodes; ++node)
        packed.m_starts[node + 1]
            = packed.m_starts[node] + static_cast<std::uint32_t>(slotsOf(graph, node, 0).size());
    packed.m_links.resize(packed.m_starts.back());
    for (std::size_t node = 0; node < nodes; ++node)
        std::ranges::transform(slotsOf(graph, node, 0), packed.m_links.begin() + packed.m_starts[node],
                               [](std::int32_t link) { return static_cast<std::uint32_t>(link); });
    for (int level = 1; level <= graph.max_level; ++level)
        packed.m_levels.push_back(levelOf(graph, level));
    const auto entry = static_cast<std::uint32_t>(graph.entry_point);
    packed.m_entry = entry;
    if (!packed.m_levels.empty())
        packed.m_entry = static_cast<std::uint32_t>(std::ranges::lower_bound(packed.m_levels.back().nodes, entry)
                                                    - packed.m_levels.back().nodes.begin());
    packed.findPlacesBelow();
    return packed;
}

void HnswLinks::toFaiss(int m, faiss::HNSW& graph) const
{
    faiss::HNSW fresh(m);
    fresh.efConstruction = graph.efConstruction;
    fresh.efSearch = graph.efSearch;
    fresh.rng = faiss::RandomGenerator(static_cast<std::int64_t>(12345 + size()));
    fresh.levels.assign(size(), 1);
    for (const Level& level : m_levels)
        for (const std::uint32_t node : level.nodes)
            ++fresh.levels[node];
    fresh.offsets.assign(1, 0);
    fresh.offsets.reserve(size() + 1);
    for (const int levels : fresh.levels)
        fresh.offsets.push_back(fresh.offsets.back() + static_cast<std::size_t>(fresh.cum_nb_neighbors(levels)));
    fresh.neighbors.assign(fresh.offsets.back(), -1);
    const auto signedLink = [](std::uint32_t link) { return static_cast<std::int32_t>(link); };
    for (std::uint32_t node = 0; node < size(); ++node)
        std::ranges::transform(of(node), fresh.neighbors.data() + fresh.offsets[node], signedLink);
    for (std::size_t number = 0; number < m_levels.size(); ++number) {
        const Level& level = m_levels[number];
        const auto before = static_cast<std::size_t>(fresh.cum_nb_neighbors(static_cast<int>(number) + 1));
        for (std::uint32_t place = 0; place < level.nodes.size(); ++place)
            std::ranges::transform(level.of(place),
                                   fresh.neighbors.data() + fresh.offsets[level.nodes[place]] + before,
                                   [&](std::uint32_t link) { return signedLink(level.nodes[link]); });
    }
    fresh.max_level = size() == 0 ? -1 : static_cast<int>(m_levels.size());
    fresh.entry_point = size() == 0 ? -1 : signedLink(entryNode());
    graph = std::move(fresh);
}

void HnswLinks::write(PieceWriter& writer) const
{
    writer.value(m_entry);
    writer.value(static_cast<std::uint32_t>(m_levels.size()));
    writeArray(writer, m_starts);
    writeArray(writer, m_links);
    for (const Level& level : m_levels) {
        writeArray(writer, level.nodes);
        writeArray(writer, level.starts);
        writeArray(writer, level.links);
    }
}

std::optional<HnswLinks> HnswLinks::read(ByteReader& reader, std::size_t nodes, int m)
{
    HnswLinks packed;
    packed.m_entry = reader.value<std::uint32_t>();
    const auto levelCount = reader.value<std::uint32_t>();
    packed.m_starts = readArray<LargeVector<std::uint32_t>>(reader);
    packed.m_links = readArray<LargeVector<std::uint32_t>>(reader);
    for (std::uint32_t number = 0; number < levelCount && !reader.failed(); ++number) {
        Level& level = packed.m_levels.emplace_back();
        level.nodes = readArray<std::vector<std::uint32_t>>(reader);
        level.starts = readArray<std::vector<std::uint32_t>>(reader);
        level.links = readArray<std::vector<std::uint32_t>>(reader);
    }
    if (reader.failed() || !packed.sound(nodes, m))
        return std::nullopt;
    packed.findPlacesBelow();
    return packed;
}

bool HnswLinks::sound(std::size_t nodes, int m) const
{
    const auto slots = static_cast<std::size_t>(m);
    // Faiss has as many levels as its table of slots; the ground is one of them.
    const faiss::HNSW shape(m);
    if (nodes == 0 || nodes > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())
        || m_levels.size() + 2 > shape.cum_nneighbor_per_level.size() || !listsFit(m_starts, m_links, nodes, 2 * slots))
        return false;
    const std::vector<std::uint32_t>* lower = nullptr;
    for (const Level& level : m_levels) {
        if (level.nodes.empty() || level.nodes.back() >= nodes
            || std::ranges::adjacent_find(level.nodes, std::greater_equal<>()) != level.nodes.end()
            || (lower && !std::ranges::includes(*lower, level.nodes))
            || !listsFit(level.starts, level.links, level.nodes.size(), slots))
            return false;
        lower = &level.nodes;
    }
    return m_entry < (lower ? lower->size() : nodes);
}

void HnswLinks::findPlacesBelow()
{
    for (std::size_t number = 0; number < m_levels.size(); ++number) {
        Level& level = m_levels[number];
        level.below = level.nodes;
        if (number == 0)
            continue;
        const std::vector<std::uint32_t>& lower = m_levels[number - 1].nodes;
        std::uint32_t place = 0;
        for (std::uint32_t& below : level.below) {
            while (lower[place] != below)
                ++place;
            below = place;
        }
    }
}

std::uint64_t HnswLinks::bytes() const
{
    std::uint64_t entries = m_starts.size() + m_links.size();
    for (const Level& level : m_levels)
        entries += 2 * level.nodes.size() + level.starts.size() + level.links.size();
    return entries * sizeof(std::uint32_t);
}

} // namespace tw
