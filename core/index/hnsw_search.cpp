// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_graph.h"
#include "core/index/hnsw_scratch.h"

#include "core/simd/kernels.h"

#include <faiss/IndexHNSW.h>

namespace tw {
namespace {

using Found = HnswGraph::Found;

/// Of equals the lower node, so that the same graph always gives the same answer.
bool isCloser(const Found& a, const Found& b)
{
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.node < b.node;
}

bool isFarther(const Found& a, const Found& b)
{
    return isCloser(b, a);
}

std::span<const std::int32_t> linksOf(const faiss::HNSW& hnsw, std::uint32_t node, int level)
{
    std::size_t begin = 0;
    std::size_t end = 0;
    hnsw.neighbor_range(node, level, &begin, &end);
    const std::span<const std::int32_t> slots(hnsw.neighbors.data() + begin, end - begin);
    return slots.first(static_cast<std::size_t>(std::ranges::find(slots, -1) - slots.begin()));
}

} // namespace

/// A scratch taken from the idle ones, given back at the end.
class HnswGraph::ScratchLease {
public:
    explicit ScratchLease(const HnswGraph& graph) : m_graph(graph)
    {
        {
            const std::lock_guard lock(m_graph.m_scratchMutex);
            if (!m_graph.m_idleScratch.empty()) {
                m_scratch = std::move(m_graph.m_idleScratch.back());
                m_graph.m_idleScratch.pop_back();
            }
        }
        if (!m_scratch)
            m_scratch = std::make_unique<Scratch>();
        m_scratch->begin(graph.m_nodes->size());
    }
    ~ScratchLease()
    {
        const std::lock_guard lock(m_graph.m_scratchMutex);
        m_graph.m_idleScratch.push_back(std::move(m_scratch));
    }
    ScratchLease(const ScratchLease&) = delete;
    ScratchLease& operator=(const ScratchLease&) = delete;
    Scratch& operator*() { return *m_scratch; }

private:
    const HnswGraph& m_graph;
    std::unique_ptr<Scratch> m_scratch;
};

float HnswGraph::similarity(std::span<const float> query, std::uint32_t node) const
{
    return simd::dot(query, m_vectors.row(m_nodes->firstRow(node)));
}

void HnswGraph::prefetch(std::int32_t node) const
{
    const float* row = m_vectors.row(m_nodes->firstRow(static_cast<std::uint32_t>(node))).data();
    __builtin_prefetch(row);
    __builtin_prefetch(row + 16);
}

HnswGraph::Found HnswGraph::descend(std::span<const float> query) const
{
    const faiss::HNSW& hnsw = m_index->hnsw;
    const auto entry = static_cast<std::uint32_t>(hnsw.entry_point);
    Found best{similarity(query, entry), entry};
    for (int level = hnsw.max_level; level > 0; --level) {
        for (bool improved = true; improved;) {
            improved = false;
            for (const std::int32_t link : linksOf(hnsw, best.node, level)) {
                const Found candidate{similarity(query, static_cast<std::uint32_t>(link)),
                                      static_cast<std::uint32_t>(link)};
                if (isCloser(candidate, best)) {
                    best = candidate;
                    improved = true;
                }
            }
        }
    }
    return best;
}

Status HnswGraph::walkGroundLevel(std::span<const float> query, Found start, std::size_t width,
                                  const std::function<bool(std::uint32_t)>& accepts, const TaskContext& context,
                                  Scratch& scratch) const
{
    const auto meet = [&](Found found) {
        if (scratch.results.size() >= width && !isCloser(found, scratch.results.front()))
            return;
        scratch.candidates.push_back(found);
        std::push_heap(scratch.candidates.begin(), scratch.candidates.end(), isFarther);
        if (accepts && !accepts(found.node))
            return;
        scratch.results.push_back(found);
        std::push_heap(scratch.results.begin(), scratch.results.end(), isCloser);
        if (scratch.results.size() > width) {
            std::pop_heap(scratch.results.begin(), scratch.results.end(), isCloser);
            scratch.results.pop_back();
        }
    };
    scratch.visit(start.node);
    meet(start);
    for (std::size_t steps = 0; !scratch.candidates.empty(); ++steps) {
        if (steps % 64 == 0)
            TW_TRY(context.check());
        std::pop_heap(scratch.candidates.begin(), scratch.candidates.end(), isFarther);
        const Found nearest = scratch.candidates.back();
        scratch.candidates.pop_back();
        if (scratch.results.size() >= width && isCloser(scratch.results.front(), nearest))
            break;
        const std::span<const std::int32_t> links = linksOf(m_index->hnsw, nearest.node, 0);
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (i + 2 < links.size())
                prefetch(links[i + 2]);
            const auto node = static_cast<std::uint32_t>(links[i]);
            if (scratch.visit(node))
                meet({similarity(query, node), node});
        }
    }
    return {};
}

Result<std::vector<HnswGraph::Found>> HnswGraph::search(std::span<const float> query, std::size_t width,
                                                        const std::function<bool(std::uint32_t)>& accepts,
                                                        const TaskContext& context) const
{
    ScratchLease lease(*this);
    Scratch& scratch = *lease;
    TW_TRY(walkGroundLevel(query, descend(query), width, accepts, context, scratch));
    std::sort_heap(scratch.results.begin(), scratch.results.end(), isCloser);
    return scratch.results;
}

} // namespace tw
