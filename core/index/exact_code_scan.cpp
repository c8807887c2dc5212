// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_code_scan.h"

#include "core/base/thread_pool.h"
#include "core/index/exact_scan.h"
#include "core/simd/top_k.h"

#include <limits>

namespace tw {
namespace {

constexpr std::size_t kBlockRows = 256;
/// Rows of a block below which they are visited one by one.
constexpr std::size_t kSparseRows = 96;
/// Code bytes below which waking other threads costs more than it gives.
constexpr std::size_t kParallelBytes = 1U << 22U;
/// Queries that share one pass over the codes.
constexpr std::size_t kMostQueries = 64;
/// A pass for one query waits for the memory anyway: a finer query costs nothing then, and keeps fewer rows.
constexpr std::size_t kPlanesOfOne = 2;
constexpr std::size_t kPlanesOfMany = 1;

/// Rows that follow each other, or some of them.
struct Block {
    std::size_t first = 0;
    std::size_t count = 0;
    const std::uint32_t* some = nullptr; ///< [count], or null: first and those behind it.

    std::uint32_t row(std::size_t i) const { return some ? some[i] : static_cast<std::uint32_t>(first + i); }
};

/// What may be among the k best rows of one query, by the codes seen so far.
class Sieve {
public:
    Sieve(const ExactSimilarity& query, const Int8Codes& codes, float queryError, std::size_t k)
        : m_query(&query), m_codes(&codes), m_queryError(queryError), m_least(k)
    {
        // Sums of floats over 16 lanes or more round by less than half of this.
        m_slack = 1e-6F + 8e-9F * static_cast<float>(query.unit().size());
        m_widest = margin(codes.largestError());
    }

    /// @param scores  Products of codes, of the block's rows. @param places  Scratch.
    void take(const float* scores, const Block& block, const RowFilter* filter, std::vector<std::uint32_t>& places)
    {
        places.resize(block.count);
        const std::size_t found
            = simd::floatKernels().atLeast(scores, block.count, leastScore(), places.data());
        for (std::size_t i = 0; i < found; ++i) {
            const std::uint32_t row = block.row(places[i]);
            if (!filter || !filter->excludes(row))
                consider(scores[places[i]], row);
        }
    }
    void merge(const Sieve& other)
    {
        m_least.merge(other.m_least);
        m_kept.insert(m_kept.end(), other.m_kept.begin(), other.m_kept.end());
    }
    /// Looks at the numbers of what was kept, best first, until the rest can't get in.
    std::vector<Neighbour> finish(std::size_t k)
    {
        const float bound = m_least.threshold();
        std::erase_if(m_kept, [bound](const simd::ScoredRow& row) { return row.score < bound; });
        std::ranges::sort(m_kept, simd::isBetter);
        simd::TopK best(k);
        std::array<std::uint32_t, 16> rows{};
        std::array<float, 16> similarities{};
        for (std::size_t i = 0; i < m_kept.size();) {
            std::size_t count = 0;
            for (; count < rows.size() && i < m_kept.size() && m_kept[i].score >= best.threshold(); ++count, ++i)
                rows[count] = m_kept[i].row;
            if (count == 0)
                break;
            m_query->ofRows(std::span(rows).first(count), similarities.data());
            for (std::size_t j = 0; j < count; ++j)
                best.offer(similarities[j], rows[j]);
        }
        std::vector<Neighbour> nearest;
        for (const simd::ScoredRow& found : best.takeSorted())
            nearest.push_back({found.row, found.score});
        return nearest;
    }

private:
    static constexpr float kLowest = -std::numeric_limits<float>::infinity();

    /// Rows whose product of codes is below need no second look.
    float leastScore() const
    {
        // Only the cosine itself can be compared before a row's length is known; it is never below −1.
        const bool known = m_query->metric() == Metric::Cosine && m_least.threshold() > -1;
        return known ? m_least.threshold() - m_widest : kLowest;
    }
    /// How far a cosine may be from the product of the codes, its own rounding included. Rows and queries are of unit
    /// length to within a thousandth.
    float margin(float rowError) const
    {
        return 1.001F * (m_queryError * (1 + rowError) + rowError) + m_slack;
    }
    void consider(float score, std::uint32_t row)
    {
        const float around = margin(m_codes->errors()[row]);
        const float most = m_query->ofCosine(score + around, row);
        if (most < m_least.threshold())
            return;
        m_kept.push_back({most, row});
        m_least.offer(m_query->ofCosine(score - around, row), row);
    }

    const ExactSimilarity* m_query;
    const Int8Codes* m_codes;
    float m_queryError;
    float m_slack = 0;
    float m_widest = 0;
    simd::TopK m_least;                   ///< The least that similarities can be.
    std::vector<simd::ScoredRow> m_kept;  ///< Rows with the most that their similarities can be.
};

/// Some queries on one thread.
class Pass {
public:
    Pass(const Int8Codes& codes, std::span<const ExactSimilarity> queries, std::size_t planes, std::size_t k,
         const RowFilter* filter, const TaskContext& context)
        : m_codes(codes), m_planeCount(planes), m_filter(filter), m_context(context)
    {
        for (const ExactSimilarity& query : queries) {
            const Int8CodedQuery& coded = m_coded.emplace_back(query.unit(), planes);
            m_planes.insert(m_planes.end(), coded.planes().begin(), coded.planes().end());
            m_sieves.emplace_back(query, codes, coded.error(), k);
        }
        m_scores.resize(m_planes.size() * kBlockRows);
    }

    void run(std::size_t begin, std::size_t end)
    {
        for (std::size_t first = begin; first < end && !m_context.cancelled(); first += kBlockRows) {
            const Block block = score(first, std::min(kBlockRows, end - first));
            for (std::size_t q = 0; q < m_sieves.size(); ++q)
                m_sieves[q].take(scoresOf(q, block.count), block, m_filter, m_places);
        }
    }
    std::vector<Sieve>& sieves() { return m_sieves; }

private:
    /// Fills m_scores. Rows that a filter excludes may be among those of the block.
    Block score(std::size_t first, std::size_t count)
    {
        Block block{first, count};
        if (m_filter) {
            m_rows.clear();
            appendEligible(first, first + count, *m_filter, m_rows);
            if (m_rows.size() < kSparseRows)
                block = {first, m_rows.size(), m_rows.data()};
        }
        if (block.some)
            for (std::size_t p = 0; p < m_planes.size(); ++p)
                m_kernels.dotScattered(m_planes[p], m_codes.rows(), block.some, block.count,
                                       m_scores.data() + p * kBlockRows);
        else
            m_kernels.dotTile(m_planes.data(), m_planes.size(), m_codes.rows(), first, count, m_scores.data(),
                              kBlockRows);
        return block;
    }
    /// The scores of one query, its planes added up.
    const float* scoresOf(std::size_t query, std::size_t count)
    {
        float* scores = m_scores.data() + query * m_planeCount * kBlockRows;
        for (std::size_t p = 1; p < m_planeCount; ++p)
            for (std::size_t i = 0; i < count; ++i)
                scores[i] += scores[p * kBlockRows + i];
        return scores;
    }

    const Int8Codes& m_codes;
    std::size_t m_planeCount;
    const RowFilter* m_filter;
    const TaskContext& m_context;
    const simd::Int8Kernels& m_kernels = simd::int8Kernels();
    std::vector<Int8CodedQuery> m_coded;
    std::vector<simd::Int8Query> m_planes; ///< [queries × planes of one]
    std::vector<Sieve> m_sieves;
    std::vector<float> m_scores;           ///< [planes × kBlockRows]
    std::vector<std::uint32_t> m_rows;
    std::vector<std::uint32_t> m_places;
};

} // namespace

Result<std::vector<Neighbour>> ExactCodeScan::search(const ExactSimilarity& query, std::size_t k,
                                                     const RowFilter* filter, const TaskContext& context) const
{
    const std::size_t rows = m_codes.size();
    const std::size_t kept = std::min(k, rows);
    if (kept == 0)
        return std::vector<Neighbour>();
    const RowFilter* used = filter && filter->excludedCount() > 0 ? filter : nullptr;
    Pass whole(m_codes, std::span(&query, 1), kPlanesOfOne, kept, used, context);
    if (parallelism() > 1 && eligibleRows(rows, used) * m_codes.rows().stride >= kParallelBytes) {
        const std::size_t blocks = rows / (parallelism() * 2 * kBlockRows) + 1;
        std::mutex mutex;
        TW_TRY(parallelFor(rows, blocks * kBlockRows, context, [&](std::size_t begin, std::size_t end) {
            Pass part(m_codes, std::span(&query, 1), kPlanesOfOne, kept, used, context);
            part.run(begin, end);
            const std::lock_guard lock(mutex);
            whole.sieves()[0].merge(part.sieves()[0]);
        }));
    } else {
        whole.run(0, rows);
    }
    TW_TRY(context.check());
    return whole.sieves()[0].finish(kept);
}

Result<std::vector<std::vector<Neighbour>>> ExactCodeScan::searchAll(std::span<const ExactSimilarity> queries,
                                                                     std::size_t k, const RowFilter* filter,
                                                                     const TaskContext& context) const
{
    std::vector<std::vector<Neighbour>> all(queries.size());
    const std::size_t kept = std::min(k, m_codes.size());
    if (kept == 0 || queries.empty())
        return all;
    const RowFilter* used = filter && filter->excludedCount() > 0 ? filter : nullptr;
    const std::size_t groups = std::max(parallelism(), (queries.size() + kMostQueries - 1) / kMostQueries);
    const std::size_t grain = (queries.size() + groups - 1) / groups;
    std::size_t done = 0;
    std::mutex mutex;
    TW_TRY(parallelFor(queries.size(), grain, context, [&](std::size_t begin, std::size_t end) {
        Pass pass(m_codes, queries.subspan(begin, end - begin), kPlanesOfMany, kept, used, context);
        pass.run(0, m_codes.size());
        for (std::size_t i = begin; i < end && !context.cancelled(); ++i)
            all[i] = pass.sieves()[i - begin].finish(kept);
        const std::lock_guard lock(mutex);
        done += end - begin;
        context.report(Stage::Searching, done, queries.size());
    }));
    TW_TRY(context.check());
    return all;
}

} // namespace tw
