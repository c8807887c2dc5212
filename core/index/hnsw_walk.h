// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/index/hnsw_links.h"
#include "core/index/hnsw_scratch.h"
#include "core/simd/kernels.h"

namespace tw {

// The walks below are the same for every layout. A Scorer has
//     void scores(std::span<const std::uint32_t> nodes, float* out)   how near nodes seem, more is nearer
//     void expanded(std::uint32_t node)                               called once for each node whose links are followed
// and may hold the state of one search.

/// Greedily down to the ground level; returns the node to begin there with its score.
template <class Scorer>
Candidate descend(const HnswLinks& links, Scorer& scorer, GraphScratch& scratch)
{
    std::uint32_t place = links.entry();
    const std::uint32_t entry = links.entryNode();
    float best = 0;
    scorer.scores(std::span(&entry, 1), &best);
    for (std::size_t number = links.levels().size(); number-- > 0;) {
        const HnswLinks::Level& level = links.levels()[number];
        for (bool improved = true; improved;) {
            improved = false;
            const std::span<const std::uint32_t> around = level.of(place);
            for (std::size_t i = 0; i < around.size(); ++i)
                scratch.nodes[i] = level.nodes[around[i]];
            scorer.scores(std::span(scratch.nodes).first(around.size()), scratch.scores.data());
            for (std::size_t i = 0; i < around.size(); ++i) {
                if (scratch.scores[i] > best) {
                    best = scratch.scores[i];
                    place = around[i];
                    improved = true;
                }
            }
        }
        place = level.below[place];
    }
    return {best, place};
}

inline constexpr std::size_t kStepsBetweenChecks = 64;

/// Best-first over the ground level; leaves the nearest nodes met in scratch.pool. Errors: Cancelled.
template <class Scorer>
Status walk(const HnswLinks& links, Scorer& scorer, Candidate start, GraphScratch& scratch, const TaskContext& context)
{
    NodePool& pool = scratch.pool;
    const auto atLeast = simd::floatKernels().atLeast;
    scratch.marks[start.node] = scratch.generation;
    pool.offer(start);
    for (std::size_t step = 0; pool.pending(); ++step) {
        if (step % kStepsBetweenChecks == 0)
            TW_TRY(context.check());
        const std::uint32_t node = pool.take();
        const std::size_t fresh = scratch.gather(links.of(node));
        scorer.expanded(node);
        if (pool.pending())
            links.prefetch(pool.peek());
        scorer.scores(std::span(scratch.nodes).first(fresh), scratch.scores.data());
        const std::size_t good = atLeast(scratch.scores.data(), fresh, pool.threshold(), scratch.places.data());
        for (std::size_t i = 0; i < good; ++i) {
            const std::uint32_t at = scratch.places[i];
            pool.offer({scratch.scores[at], scratch.nodes[at]});
        }
    }
    return {};
}

/// The same, but only nodes that accepts(node) enter scratch.pool. The others are walked through.
template <class Scorer, class Accepts>
Status walkFiltered(const HnswLinks& links, Scorer& scorer, Candidate start, const Accepts& accepts,
                    GraphScratch& scratch, const TaskContext& context)
{
    NodePool& pool = scratch.pool;
    std::vector<Candidate>& frontier = scratch.frontier;
    const auto isFarther = [](Candidate a, Candidate b) { return a.score < b.score; };
    const auto meet = [&](Candidate candidate) {
        if (!(candidate.score > pool.threshold()))
            return;
        frontier.push_back(candidate);
        std::push_heap(frontier.begin(), frontier.end(), isFarther);
        if (accepts(candidate.node))
            pool.offer(candidate);
    };
    scratch.marks[start.node] = scratch.generation;
    meet(start);
    for (std::size_t step = 0; !frontier.empty(); ++step) {
        if (step % kStepsBetweenChecks == 0)
            TW_TRY(context.check());
        std::pop_heap(frontier.begin(), frontier.end(), isFarther);
        const Candidate nearest = frontier.back();
        frontier.pop_back();
        if (nearest.score < pool.threshold())
            break;
        const std::size_t fresh = scratch.gather(links.of(nearest.node));
        scorer.expanded(nearest.node);
        if (!frontier.empty())
            links.prefetch(frontier.front().node);
        scorer.scores(std::span(scratch.nodes).first(fresh), scratch.scores.data());
        for (std::size_t i = 0; i < fresh; ++i)
            meet({scratch.scores[i], scratch.nodes[i]});
    }
    return {};
}

} // namespace tw
