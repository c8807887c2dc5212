// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/ivfpq_centroids.h"
#include "core/index/vector_index.h"

#include <functional>
#include <mutex>

namespace tw {

/// Counts what a build has done in Stage::Building, from any thread.
class BuildCount {
public:
    BuildCount(const TaskContext& context, std::uint64_t total) : m_context(context), m_total(total) {}
    void add(std::uint64_t done)
    {
        const std::lock_guard lock(m_mutex); // Else a lower count might be told after a higher one.
        m_context.report(Stage::Building, m_done += done, m_total);
    }
    const TaskContext& context() const { return m_context; }

private:
    const TaskContext& m_context;
    std::uint64_t m_total;
    std::mutex m_mutex;
    std::uint64_t m_done = 0;
};

/// parallelFor, but in this thread when `threads` is 1.
Status forRows(int threads, std::size_t count, std::size_t grain, const TaskContext& context,
               const std::function<void(std::size_t begin, std::size_t end)>& body);

/// The list of each of these rows. Counts each. Errors: Cancelled.
Result<std::vector<std::uint32_t>> assignRows(const NearestCentroids& lists, MatrixView unit,
                                              std::span<const std::uint32_t> rows, int threads, BuildCount& count);

/// What trainIvfPq() adds to a BuildCount.
std::uint64_t trainingCount(std::size_t rows, const IndexOptions& options);

/// Learns lists and parts' centroids by faiss' k-means from a sample of rows (kSampleOfCentroid for each centroid).
/// The same rows and options give the same bits, however many threads. Asked to stop several times a second.
/// @param rows  Numbers of different rows of `unit`; at least fewestRowsToTrain(options.lists).
/// Errors: Cancelled, Internal.
Result<IvfPqCentroids> trainIvfPq(MatrixView unit, std::span<const std::uint32_t> rows, const IndexOptions& options,
                                  BuildCount& count);

} // namespace tw
