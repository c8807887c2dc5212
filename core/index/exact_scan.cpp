// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_scan.h"

#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

namespace tw {
namespace {

constexpr std::size_t kBlockRows = 256;
/// Numbers to multiply below which waking other threads costs more than it gives.
constexpr std::size_t kParallelWork = 1U << 20U;

/// The best k neighbours seen; the worst of them lies on top of a heap.
class TopK {
public:
    explicit TopK(std::size_t k) : m_k(k) { m_heap.reserve(k); }

    /// Anything below can't get in.
    float threshold() const { return m_heap.size() < m_k ? -2.0F : m_heap.front().similarity; }
    void offer(const Neighbour& candidate)
    {
        if (m_heap.size() < m_k) {
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
        for (const Neighbour& candidate : other.m_heap)
            offer(candidate);
    }
    std::vector<Neighbour> takeSorted()
    {
        std::sort_heap(m_heap.begin(), m_heap.end(), isBetter);
        return std::move(m_heap);
    }

private:
    std::size_t m_k;
    std::vector<Neighbour> m_heap;
};

struct Scan {
    std::span<const float> query;
    MatrixView vectors;
    const RowFilter* filter;
    const TaskContext* context;

    void run(std::size_t begin, std::size_t end, TopK& top) const
    {
        std::array<float, kBlockRows> similarities{};
        for (std::size_t block = begin; block < end && !context->cancelled(); block += kBlockRows) {
            const std::size_t count = std::min(kBlockRows, end - block);
            const MatrixView rows(vectors.data() + block * vectors.cols(), count, vectors.cols());
            simd::dotRows(query, rows, std::span(similarities).first(count));
            for (std::size_t i = 0; i < count; ++i) {
                const auto row = static_cast<std::uint32_t>(block + i);
                if (similarities[i] < top.threshold() || (filter && filter->excludes(row)))
                    continue;
                top.offer({row, std::clamp(similarities[i], -1.0F, 1.0F)});
            }
        }
    }
};

} // namespace

Result<std::vector<float>> unitQuery(std::span<const float> query, std::size_t dim, std::size_t k)
{
    if (k == 0)
        return fail(ErrorCode::InvalidArgument, "k", "must be at least 1");
    if (query.size() != dim)
        return fail(ErrorCode::DimensionMismatch, "query", fmt::format("{} numbers for {}", query.size(), dim));
    std::vector<float> unit(query.begin(), query.end());
    if (!simd::allFinite(unit))
        return fail(ErrorCode::NotFinite, "query", "has NaN or infinite numbers");
    if (simd::normalise(unit) == 0 && !unit.empty())
        return fail(ErrorCode::NotFinite, "query", "has length 0");
    return unit;
}

Result<std::vector<Neighbour>> scanRows(std::span<const float> query, MatrixView vectors, std::size_t k,
                                        const RowFilter* filter, const TaskContext& context)
{
    const std::size_t kept = std::min(k, vectors.rows());
    if (kept == 0)
        return std::vector<Neighbour>();
    const Scan scan{query, vectors, filter, &context};
    TopK top(kept);
    if (parallelism() > 1 && vectors.rows() * vectors.cols() >= kParallelWork) {
        const std::size_t grain = std::max(kBlockRows, vectors.rows() / (parallelism() * 4) + 1);
        std::mutex mutex;
        TW_TRY(parallelFor(vectors.rows(), grain, context, [&](std::size_t begin, std::size_t end) {
            TopK mine(kept);
            scan.run(begin, end, mine);
            const std::lock_guard lock(mutex);
            top.merge(mine);
        }));
    } else {
        scan.run(0, vectors.rows(), top);
    }
    TW_TRY(context.check());
    return top.takeSorted();
}

} // namespace tw
