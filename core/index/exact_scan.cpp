// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_scan.h"

#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"
#include "core/simd/top_k.h"

#include <bit>

namespace tw {
namespace {

constexpr std::size_t kBlockRows = 256;
/// Numbers to multiply below which waking other threads costs more than it gives.
constexpr std::size_t kParallelWork = 1U << 20U;

struct Scan {
    const ExactSimilarity& similarity;
    MatrixView vectors;
    const RowFilter* filter;
    const TaskContext& context;

    void run(std::size_t begin, std::size_t end, simd::TopK& top) const
    {
        const simd::FloatKernels& kernels = simd::floatKernels();
        std::vector<std::uint32_t> rows;
        std::array<float, kBlockRows> products{};
        for (std::size_t block = begin; block < end && !context.cancelled(); block += kBlockRows) {
            const std::size_t count = std::min(kBlockRows, end - block);
            rows.clear();
            if (filter) {
                appendEligible(block, block + count, *filter, rows);
                kernels.dotScattered(similarity.unit().data(), vectors.data(), vectors.cols(), rows.data(),
                                     rows.size(), products.data());
            } else {
                rows.resize(count);
                std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(block));
                kernels.dotRows(similarity.unit().data(), vectors.data() + block * vectors.cols(), count,
                                vectors.cols(), products.data());
            }
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const float found = similarity.ofCosine(products[i], rows[i]);
                if (found >= top.threshold())
                    top.offer(found, rows[i]);
            }
        }
    }
};

} // namespace

std::size_t eligibleRows(std::size_t rows, const RowFilter* filter)
{
    if (!filter)
        return rows;
    if (filter->rows() <= rows)
        return rows - filter->excludedCount();
    std::size_t excluded = 0;
    for (std::uint32_t row = 0; row < rows; ++row)
        excluded += filter->excludes(row) ? 1 : 0;
    return rows - excluded;
}

void appendEligible(std::size_t begin, std::size_t end, const RowFilter& filter, std::vector<std::uint32_t>& rows)
{
    const std::span<const std::uint64_t> words = filter.words();
    for (std::size_t word = begin / 64; word * 64 < end; ++word) {
        std::uint64_t left = word < words.size() ? ~words[word] : ~std::uint64_t{0};
        if (end - word * 64 < 64)
            left &= (std::uint64_t{1} << (end - word * 64)) - 1;
        for (; left != 0; left &= left - 1)
            rows.push_back(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
}

Result<std::vector<Neighbour>> scanRows(const ExactSimilarity& similarity, const IndexedVectors& vectors,
                                        std::size_t k, const RowFilter* filter, const TaskContext& context)
{
    const std::size_t rowCount = vectors.unit.rows();
    const std::size_t kept = std::min(k, rowCount);
    if (kept == 0)
        return std::vector<Neighbour>();
    const Scan scan{similarity, vectors.unit, filter && filter->excludedCount() > 0 ? filter : nullptr, context};
    simd::TopK top(kept);
    if (parallelism() > 1 && eligibleRows(rowCount, scan.filter) * vectors.unit.cols() >= kParallelWork) {
        const std::size_t blocks = rowCount / (parallelism() * 4 * kBlockRows) + 1;
        std::mutex mutex;
        TW_TRY(parallelFor(rowCount, blocks * kBlockRows, context, [&](std::size_t begin, std::size_t end) {
            simd::TopK mine(kept);
            scan.run(begin, end, mine);
            const std::lock_guard lock(mutex);
            top.merge(mine);
        }));
    } else {
        scan.run(0, rowCount, top);
    }
    TW_TRY(context.check());
    std::vector<Neighbour> nearest;
    for (const simd::ScoredRow& found : top.takeSorted())
        nearest.push_back({found.row, found.score});
    return nearest;
}

} // namespace tw
