// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace tw {

/// A node and how near it seems.
struct Candidate {
    float score;
    std::uint32_t node;
};

/// The best `width` candidates, best first, in an array. With some hundred of them inserting into an array is quicker
/// than a heap, and the best one not yet expanded is at hand.
class NodePool {
public:
    void reset(std::size_t width)
    {
        m_items.resize(std::max(m_items.size(), width + 1));
        m_width = width;
        m_size = 0;
        m_cursor = 0;
    }
    /// What is not above this can't get in.
    float threshold() const
    {
        return m_size < m_width ? -std::numeric_limits<float>::infinity() : m_items[m_size - 1].score;
    }
    void offer(Candidate candidate)
    {
        if (m_size == m_width) {
            if (!(candidate.score > m_items[m_size - 1].score))
                return;
            --m_size;
        }
        Candidate* const first = m_items.data();
        Candidate* const place = std::upper_bound(
            first, first + m_size, candidate, [](Candidate a, Candidate b) { return a.score > b.score; });
        std::memmove(place + 1, place, static_cast<std::size_t>(first + m_size - place) * sizeof(Candidate));
        *place = candidate;
        ++m_size;
        m_cursor = std::min(m_cursor, static_cast<std::size_t>(place - first));
    }
    /// True when a candidate not yet taken is there: take() returns the best of them, marked as taken.
    bool pending()
    {
        while (m_cursor < m_size && (m_items[m_cursor].node & kTaken) != 0)
            ++m_cursor;
        return m_cursor < m_size;
    }
    std::uint32_t take()
    {
        const std::uint32_t node = m_items[m_cursor].node;
        m_items[m_cursor].node |= kTaken;
        return node;
    }
    /// The one that take() would return. Precondition: pending().
    std::uint32_t peek() const { return m_items[m_cursor].node; }
    std::size_t size() const { return m_size; }
    /// The i-th best.
    Candidate operator[](std::size_t i) const { return {m_items[i].score, m_items[i].node & ~kTaken}; }

private:
    static constexpr std::uint32_t kTaken = 1U << 31U; // Nodes have 31 bits.
    std::vector<Candidate> m_items;
    std::size_t m_width = 0;
    std::size_t m_size = 0;
    std::size_t m_cursor = 0; ///< All before it are taken.
};

/// What one walk needs besides the graph; kept from search to search so that none allocates.
struct GraphScratch {
    std::vector<std::uint8_t> marks; ///< Per node: the generation in which it was last seen.
    std::uint8_t generation = 0;
    NodePool pool;
    std::vector<Candidate> frontier; ///< Of a filtered walk: candidates to expand, a heap, best on top.
    std::vector<std::uint32_t> nodes;
    std::vector<float> scores;
    std::vector<std::uint32_t> places;

    void begin(std::size_t nodeCount, std::size_t width, std::size_t mostLinks)
    {
        if (marks.size() != nodeCount || generation == std::numeric_limits<std::uint8_t>::max()) {
            marks.assign(nodeCount, 0);
            generation = 0;
        }
        ++generation;
        pool.reset(width);
        frontier.clear();
        const std::size_t room = std::max<std::size_t>(mostLinks, 128);
        nodes.resize(room);
        scores.resize(room);
        places.resize(room);
    }
    /// Of the links those not seen before, into `nodes`; returns how many.
    std::size_t gather(std::span<const std::uint32_t> links)
    {
        std::size_t fresh = 0;
        std::uint32_t* const out = nodes.data();
        std::uint8_t* const seen = marks.data();
        const std::uint8_t now = generation;
        for (const std::uint32_t link : links) {
            out[fresh] = link;
            fresh += static_cast<std::size_t>(seen[link] != now);
            seen[link] = now;
        }
        return fresh;
    }
};

/// Scratches of one index, lent to its searches. Thread-safe. `Scratch` has a default constructor.
template <class Scratch>
class ScratchPool {
public:
    class Lease {
    public:
        explicit Lease(ScratchPool& pool) : m_pool(pool)
        {
            {
                const std::lock_guard lock(m_pool.m_mutex);
                if (!m_pool.m_idle.empty()) {
                    m_scratch = std::move(m_pool.m_idle.back());
                    m_pool.m_idle.pop_back();
                }
            }
            if (!m_scratch)
                m_scratch = std::make_unique<Scratch>();
        }
        ~Lease()
        {
            const std::lock_guard lock(m_pool.m_mutex);
            m_pool.m_idle.push_back(std::move(m_scratch));
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Scratch& operator*() const { return *m_scratch; }

    private:
        ScratchPool& m_pool;
        std::unique_ptr<Scratch> m_scratch;
    };

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Scratch>> m_idle;
};

} // namespace tw
