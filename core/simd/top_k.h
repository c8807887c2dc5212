// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace tw::simd {

/// A row and how good it is.
struct ScoredRow {
    float score;
    std::uint32_t row;
    bool operator==(const ScoredRow&) const = default;
};

/// Best first: the higher score, of equals the lower row. A strict order of scores that are no NaN.
inline bool isBetter(const ScoredRow& a, const ScoredRow& b)
{
    return a.score != b.score ? a.score > b.score : a.row < b.row;
}

/// The k best of the rows offered, whatever their order. Not thread-safe: one a thread, then merge().
class TopK {
public:
    /// k > 0.
    explicit TopK(std::size_t k) : m_k(k) { m_heap.reserve(k); }
    /// Empties it; keeps its memory.
    void reset(std::size_t k)
    {
        m_k = k;
        m_heap.clear();
        m_heap.reserve(k);
    }
    std::size_t size() const { return m_heap.size(); }
    bool full() const { return m_heap.size() >= m_k; }

    /// What scores below this can't get in; minus infinity until k rows are there.
    float threshold() const
    {
        return full() ? m_heap.front().score : -std::numeric_limits<float>::infinity();
    }
    /// Precondition: the score is no NaN.
    void offer(float score, std::uint32_t row)
    {
        const ScoredRow candidate{score, row};
        if (!full()) {
            m_heap.push_back(candidate);
            std::push_heap(m_heap.begin(), m_heap.end(), isBetter);
        } else if (isBetter(candidate, m_heap.front())) {
            std::pop_heap(m_heap.begin(), m_heap.end(), isBetter);
            m_heap.back() = candidate;
            std::push_heap(m_heap.begin(), m_heap.end(), isBetter);
        }
    }
    void merge(const TopK& other)
    {
        for (const ScoredRow& candidate : other.m_heap)
            offer(candidate.score, candidate.row);
    }
    /// In no order.
    std::span<const ScoredRow> unsorted() const { return m_heap; }
    /// Best first; leaves this empty.
    std::vector<ScoredRow> takeSorted()
    {
        std::sort_heap(m_heap.begin(), m_heap.end(), isBetter);
        return std::exchange(m_heap, {});
    }

private:
    std::size_t m_k;
    std::vector<ScoredRow> m_heap; ///< The worst on top.
};

} // namespace tw::simd
