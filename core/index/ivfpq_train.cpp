// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/ivfpq_train.h"

#include "core/base/thread_pool.h"
#include "core/simd/pq_kernels.h"

#include <faiss/Clustering.h>
#include <faiss/Index.h>
#include <omp.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>

namespace tw {
namespace {

/// faiss recommends 39; more makes training longer and recall hardly better.
constexpr std::size_t kListSample = 48;
constexpr std::size_t kPartSample = 64;
constexpr int kListRounds = 8;
constexpr int kPartRounds = 10;
constexpr std::size_t kGrain = 256;

/// Leaves faiss' training from inside.
class Stopped final : public std::exception {
public:
    const char* what() const noexcept override { return "stopped"; }
};

/// OpenMP's thread count is a property of the calling thread; put back when done.
class OneOmpThread {
public:
    OneOmpThread() { omp_set_num_threads(1); }
    ~OneOmpThread() { omp_set_num_threads(m_before); }
    OneOmpThread(const OneOmpThread&) = delete;
    OneOmpThread& operator=(const OneOmpThread&) = delete;

private:
    int m_before = omp_get_max_threads();
};

/// At most `count` of the rows, evenly spread.
std::vector<std::uint32_t> sampleOf(std::span<const std::uint32_t> rows, std::size_t count)
{
    const std::size_t taken = std::min(rows.size(), count);
    std::vector<std::uint32_t> sample(taken);
    for (std::size_t i = 0; i < taken; ++i)
        sample[i] = rows[i * rows.size() / taken];
    return sample;
}

/// What faiss' k-means asks for the nearest centroids.
class Assigner : public faiss::Index {
public:
    explicit Assigner(std::size_t dim) : faiss::Index(static_cast<idx_t>(dim), faiss::METRIC_L2) {}
    void reset() override { ntotal = 0; }
};

class ListAssigner final : public Assigner {
public:
    ListAssigner(std::size_t dim, int threads, BuildCount& count) : Assigner(dim), m_threads(threads), m_count(count) {}
    void add(idx_t count, const float* centroids) override
    {
        ntotal = count;
        Matrix copy(static_cast<std::size_t>(count), static_cast<std::size_t>(d));
        std::copy(centroids, centroids + count * d, copy.data());
        m_nearest = NearestCentroids(std::move(copy));
    }
    void search(idx_t count, const float* rows, idx_t, float* distances, idx_t* labels,
                const faiss::SearchParameters*) const override
    {
        const auto dim = static_cast<std::size_t>(d);
        const Status done = forRows(m_threads, static_cast<std::size_t>(count), kGrain, m_count.context(),
                                    [&](std::size_t begin, std::size_t end) {
                                        std::vector<std::uint32_t> nearest(end - begin);
                                        m_nearest.assign(rows + begin * dim, end - begin, nearest.data());
                                        std::copy(nearest.begin(), nearest.end(), labels + begin);
                                        std::fill(distances + begin, distances + end, 0.0F);
                                        m_count.add(end - begin);
                                    });
        if (!done)
            throw Stopped();
    }

private:
    int m_threads;
    BuildCount& m_count;
    NearestCentroids m_nearest;
};

/// Hands rows to faiss by their numbers, so that the sample need not be copied.
class RowCodec final : public faiss::Index {
public:
    explicit RowCodec(MatrixView unit) : faiss::Index(static_cast<idx_t>(unit.cols()), faiss::METRIC_L2), m_unit(unit) {}
    std::size_t sa_code_size() const override { return sizeof(std::uint32_t); }
    void sa_decode(idx_t count, const std::uint8_t* bytes, float* out) const override
    {
        for (idx_t i = 0; i < count; ++i) {
            std::uint32_t row = 0;
            std::memcpy(&row, bytes + static_cast<std::size_t>(i) * sizeof(row), sizeof(row));
            std::ranges::copy(m_unit.row(row), out + i * d);
        }
    }
    void add(idx_t, const float*) override {}
    void reset() override {}
    void search(idx_t, const float*, idx_t, float*, idx_t*, const faiss::SearchParameters*) const override {}

private:
    MatrixView m_unit;
};

/// One part's 256 centroids.
class PartAssigner final : public Assigner {
public:
    explicit PartAssigner(std::size_t dim) : Assigner(dim), m_byDimension(dim * simd::kPqCentroids) {}
    void add(idx_t count, const float* centroids) override
    {
        ntotal = count;
        const auto dim = static_cast<std::size_t>(d);
        std::ranges::fill(m_halfNorms, 0.0F);
        for (std::size_t c = 0; c < simd::kPqCentroids; ++c)
            for (std::size_t i = 0; i < dim; ++i) {
                const float value = centroids[c * dim + i];
                m_byDimension[i * simd::kPqCentroids + c] = value;
                m_halfNorms[c] += value * value / 2;
            }
    }
    void search(idx_t count, const float* rows, idx_t, float* distances, idx_t* labels,
                const faiss::SearchParameters*) const override
    {
        const simd::PqKernels& kernels = simd::pqKernels();
        const auto dim = static_cast<std::size_t>(d);
        for (idx_t i = 0; i < count; ++i) {
            labels[i] = kernels.nearest(rows + i * d, m_byDimension.data(), m_halfNorms.data(), dim);
            distances[i] = 0;
        }
    }
    const std::vector<float>& byDimension() const { return m_byDimension; }

private:
    std::vector<float> m_byDimension;
    std::array<float, simd::kPqCentroids> m_halfNorms{};
};

faiss::ClusteringParameters parameters(int rounds, std::size_t rows)
{
    faiss::ClusteringParameters chosen;
    chosen.niter = rounds;
    chosen.seed = 1234;
    chosen.min_points_per_centroid = 1; // Else it prints.
    chosen.max_points_per_centroid = static_cast<int>(rows);
    chosen.decode_block_size = 4096;
    return chosen;
}

Matrix trainLists(MatrixView unit, std::span<const std::uint32_t> rows, const IndexOptions& options, BuildCount& count)
{
    const auto lists = static_cast<std::size_t>(options.lists);
    const std::vector<std::uint32_t> sample = sampleOf(rows, lists * kListSample);
    faiss::Clustering clustering(static_cast<int>(unit.cols()), options.lists, parameters(kListRounds, sample.size()));
    ListAssigner assigner(unit.cols(), options.threads, count);
    const RowCodec codec(unit);
    // Sums of rows are cheap beside the assignment, which has threads of its own.
    const OneOmpThread oneThread;
    clustering.train_encoded(static_cast<faiss::Index::idx_t>(sample.size()),
                             reinterpret_cast<const std::uint8_t*>(sample.data()), &codec, assigner);
    Matrix centroids(lists, unit.cols());
    std::ranges::copy(clustering.centroids, centroids.data());
    return centroids;
}

/// What one part of the sampled rows differs from their lists' centroids by.
std::vector<float> residuals(MatrixView unit, std::span<const std::uint32_t> sample,
                             std::span<const std::uint32_t> listOf, MatrixView lists, std::size_t first,
                             std::size_t width)
{
    std::vector<float> values;
    values.reserve(sample.size() * width);
    for (std::size_t i = 0; i < sample.size(); ++i)
        for (std::size_t d = first; d < first + width; ++d)
            values.push_back(unit.row(sample[i])[d] - lists.row(listOf[i])[d]);
    return values;
}

Result<std::vector<float>> trainParts(MatrixView unit, std::span<const std::uint32_t> rows,
                                      const NearestCentroids& lists, const IndexOptions& options, BuildCount& count)
{
    const auto codeBytes = static_cast<std::size_t>(options.codeBytes);
    const std::size_t width = unit.cols() / codeBytes;
    const std::vector<std::uint32_t> sample = sampleOf(rows, kPartSample * simd::kPqCentroids);
    TW_ASSIGN(const std::vector<std::uint32_t> listOf, assignRows(lists, unit, sample, options.threads, count));
    std::vector<float> parts(codeBytes * width * simd::kPqCentroids);
    std::mutex mutex;
    std::string failure;
    TW_TRY(forRows(options.threads, codeBytes, 1, count.context(), [&](std::size_t j, std::size_t) {
        try {
            const OneOmpThread oneThread;
            const std::vector<float> values = residuals(unit, sample, listOf, lists.centroids(), j * width, width);
            faiss::Clustering clustering(static_cast<int>(width), static_cast<int>(simd::kPqCentroids),
                                         parameters(kPartRounds, sample.size()));
            PartAssigner assigner(width);
            clustering.train(static_cast<faiss::Index::idx_t>(sample.size()), values.data(), assigner);
            assigner.add(static_cast<faiss::Index::idx_t>(simd::kPqCentroids), clustering.centroids.data());
            std::ranges::copy(assigner.byDimension(),
                              parts.begin() + static_cast<std::ptrdiff_t>(j * width * simd::kPqCentroids));
        } catch (const std::exception& exception) {
            const std::lock_guard lock(mutex);
            failure = exception.what();
        }
        count.add(sample.size() * 2 / codeBytes);
    }));
    if (!failure.empty())
        return fail(ErrorCode::Internal, "ivfpq", failure);
    return parts;
}

} // namespace

Status forRows(int threads, std::size_t count, std::size_t grain, const TaskContext& context,
               const std::function<void(std::size_t begin, std::size_t end)>& body)
{
    if (threads != 1)
        return parallelFor(count, grain, context, body);
    for (std::size_t begin = 0; begin < count; begin += grain) {
        TW_TRY(context.check());
        body(begin, std::min(count, begin + grain));
    }
    return {};
}

Result<std::vector<std::uint32_t>> assignRows(const NearestCentroids& lists, MatrixView unit,
                                              std::span<const std::uint32_t> rows, int threads, BuildCount& count)
{
    std::vector<std::uint32_t> listOf(rows.size());
    TW_TRY(forRows(threads, rows.size(), kGrain, count.context(), [&](std::size_t begin, std::size_t end) {
        Matrix some(end - begin, unit.cols());
        for (std::size_t i = begin; i < end; ++i)
            std::ranges::copy(unit.row(rows[i]), some.row(i - begin).begin());
        lists.assign(some.data(), end - begin, &listOf[begin]);
        count.add(end - begin);
    }));
    return listOf;
}

std::uint64_t trainingCount(std::size_t rows, const IndexOptions& options)
{
    const std::size_t lists = std::min(rows, static_cast<std::size_t>(options.lists) * kListSample);
    const std::size_t parts = std::min(rows, kPartSample * simd::kPqCentroids);
    const auto codeBytes = static_cast<std::size_t>(options.codeBytes);
    return lists * static_cast<std::size_t>(kListRounds) + parts + parts * 2 / codeBytes * codeBytes;
}

Result<IvfPqCentroids> trainIvfPq(MatrixView unit, std::span<const std::uint32_t> rows, const IndexOptions& options,
                                  BuildCount& count)
{
    try {
        NearestCentroids lists(trainLists(unit, rows, options, count));
        TW_ASSIGN(std::vector<float> parts, trainParts(unit, rows, lists, options, count));
        Matrix centroids(lists.centroids().rows(), unit.cols());
        std::copy(lists.centroids().data(), lists.centroids().data() + centroids.rows() * centroids.cols(),
                  centroids.data());
        return IvfPqCentroids(std::move(centroids), std::move(parts), static_cast<std::size_t>(options.codeBytes));
    } catch (const Stopped&) {
        return fail(ErrorCode::Cancelled);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Internal, "ivfpq", exception.what());
    }
}

} // namespace tw
