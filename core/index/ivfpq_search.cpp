// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/exact_scan.h"
#include "core/index/ivfpq_index.h"
#include "core/simd/kernels.h"
#include "core/simd/pq_kernels.h"

#include <algorithm>
#include <array>

namespace tw {
namespace {

/// Candidates ordered anew for each neighbour wanted, and at the least.
constexpr std::size_t kWidthFactor = 10;
constexpr std::size_t kLeastWidth = 100;
/// Lists chosen by codes beyond those that are looked at, for full precision to decide.
constexpr std::size_t kSpareLists = 8;

} // namespace

/// The best nodes so far. Takes in what passes its threshold and throws the worse half away when it is full: cheaper
/// than a heap where most are thrown away.
class IvfPqIndex::Pool {
public:
    Pool(std::vector<simd::ScoredRow>& nodes, std::size_t width) : m_nodes(nodes), m_width(width) { m_nodes.clear(); }
    float threshold() const { return m_threshold; }
    void offer(float score, std::uint32_t node)
    {
        m_nodes.push_back({score, node});
        if (m_nodes.size() >= 2 * m_width + 64)
            shrink();
    }
    void shrink()
    {
        if (m_nodes.size() <= m_width)
            return;
        const auto last = m_nodes.begin() + static_cast<std::ptrdiff_t>(m_width) - 1;
        std::nth_element(m_nodes.begin(), last, m_nodes.end(),
                         [](const simd::ScoredRow& a, const simd::ScoredRow& b) { return simd::isBetter(a, b); });
        m_threshold = last->score;
        m_nodes.resize(m_width);
    }
    std::size_t size() const { return m_nodes.size(); }

private:
    std::vector<simd::ScoredRow>& m_nodes;
    std::size_t m_width;
    float m_threshold = -std::numeric_limits<float>::infinity();
};

std::size_t IvfPqIndex::widthFor(std::size_t k) const
{
    return m_options.rerank ? std::max(k * kWidthFactor, kLeastWidth) : k;
}

std::size_t IvfPqIndex::probesFor(int effort) const
{
    const int wanted = effort > 0 ? effort : m_options.probes;
    return std::clamp<std::size_t>(static_cast<std::size_t>(wanted), 1, m_content.lists.listCount());
}

bool IvfPqIndex::accepts(std::uint32_t node, const RowFilter* filter) const
{
    return !filter || !std::ranges::all_of(m_content.nodes.rows(node), [filter](std::uint32_t row) {
        return filter->excludes(row);
    });
}

/// How near a list's rows may be: more is nearer. By cosine that is −|q − c|²/2 but for what all lists share, as rows were
/// shared out. Where lengths count, for the length in the list that suits the query best.
float IvfPqIndex::listScore(const ExactSimilarity& similarity, std::uint32_t list, float product) const
{
    const float byDirection = product - m_content.centroids.lists().halfNorms()[list];
    if (m_lengths.empty() || similarity.metric() == Metric::Cosine)
        return byDirection;
    const Lengths lengths = m_lengths[list];
    if (similarity.metric() == Metric::InnerProduct)
        return product * (product > 0 ? lengths.longest : lengths.shortest);
    const float suiting = std::clamp(similarity.length(), lengths.shortest, lengths.longest);
    const float difference = similarity.length() - suiting;
    // |q − x|² = (|q| − |x|)² + |q||x|·|q/|q| − x/|x||², with the centroid for the row's direction.
    return -difference * difference - similarity.length() * suiting * (1 - 2 * byDirection);
}

void IvfPqIndex::rankLists(const Asked& asked, Scratch& scratch) const
{
    const NearestCentroids& lists = m_content.centroids.lists();
    const auto count = static_cast<std::uint32_t>(m_content.lists.listCount());
    scratch.products.resize(count);
    lists.products(asked.similarity.unit(), scratch.products);
    scratch.ranked.clear();
    for (std::uint32_t list = 0; list < count; ++list)
        if (m_content.lists.size(list) > 0)
            scratch.ranked.push_back({listScore(asked.similarity, list, scratch.products[list]), list});
    const auto chosen = static_cast<std::ptrdiff_t>(std::min(asked.probes + kSpareLists, scratch.ranked.size()));
    const auto end = scratch.ranked.begin() + chosen;
    std::nth_element(scratch.ranked.begin(), end, scratch.ranked.end(), isBetterList);
    for (auto ranked = scratch.ranked.begin(); ranked != end; ++ranked) {
        float& product = scratch.products[ranked->list];
        product = simd::dot(asked.similarity.unit(), lists.centroids().row(ranked->list));
        ranked->score = listScore(asked.similarity, ranked->list, product);
    }
    std::sort(scratch.ranked.begin(), end, isBetterList);
    scratch.sorted = static_cast<std::size_t>(chosen);
}

/// Puts the rest in order by what the codes of their centroids said.
void IvfPqIndex::sortMore(Scratch& scratch)
{
    std::sort(scratch.ranked.begin() + static_cast<std::ptrdiff_t>(scratch.sorted), scratch.ranked.end(),
              isBetterList);
    scratch.sorted = scratch.ranked.size();
}

void IvfPqIndex::scanList(const Asked& asked, std::uint32_t list, Pool& pool, const Scratch& scratch) const
{
    const simd::PqKernels& kernels = simd::pqKernels();
    const simd::FloatKernels& floats = simd::floatKernels();
    const IvfPqLists& lists = m_content.lists;
    const float low = scratch.products[list] + scratch.tables.low;
    const float step = scratch.tables.step;
    std::array<std::uint16_t, simd::kPqBlockRows> sums{};
    std::array<float, simd::kPqBlockRows> scores{};
    std::array<std::uint32_t, simd::kPqBlockRows> places{};
    std::size_t left = lists.size(list);
    for (std::size_t block = lists.blockBegin(list); block < lists.blockEnd(list); ++block) {
        const std::size_t count = std::min(left, simd::kPqBlockRows);
        left -= count;
        kernels.blockSums(scratch.tables.bytes.data(), lists.blockCodes(block), lists.codeBytes(), sums.data());
        for (std::size_t r = 0; r < simd::kPqBlockRows; ++r)
            scores[r] = low + step * static_cast<float>(sums[r]);
        const std::uint32_t* nodes = lists.blockNodes(block);
        if (!m_lengths.empty())
            for (std::size_t r = 0; r < count; ++r)
                scores[r] = asked.similarity.ofCosine(scores[r], m_content.nodes.firstRow(nodes[r]));
        const std::size_t passing = floats.atLeast(scores.data(), count, pool.threshold(), places.data());
        for (std::size_t i = 0; i < passing; ++i)
            if (const std::uint32_t r = places[i]; accepts(nodes[r], asked.filter))
                pool.offer(scores[r], nodes[r]);
    }
}

Status IvfPqIndex::scanLists(const Asked& asked, Scratch& scratch, const TaskContext& context) const
{
    m_content.centroids.makeTables(asked.similarity.unit(), scratch.tables);
    Pool pool(scratch.pool, asked.width);
    // A filter, or lists with few rows, may leave too little: then go on to further ones.
    for (std::size_t i = 0; i < scratch.ranked.size() && (i < asked.probes || pool.size() < asked.wanted); ++i) {
        if (i == scratch.sorted)
            sortMore(scratch);
        if (i % 16 == 0)
            TW_TRY(context.check());
        scanList(asked, scratch.ranked[i].list, pool, scratch);
    }
    pool.shrink();
    return {};
}

Status IvfPqIndex::findNodes(const Asked& asked, Scratch& scratch, const TaskContext& context) const
{
    rankLists(asked, scratch);
    TW_TRY(scanLists(asked, scratch, context));
    scratch.rows.clear();
    for (const simd::ScoredRow& found : scratch.pool)
        scratch.rows.push_back(m_content.nodes.firstRow(found.row));
    scratch.similarities.resize(scratch.rows.size());
    asked.similarity.ofRows(scratch.rows, scratch.similarities.data());
    for (std::size_t i = 0; i < scratch.pool.size(); ++i)
        scratch.pool[i].score = scratch.similarities[i];
    std::ranges::sort(scratch.pool,
                      [](const simd::ScoredRow& a, const simd::ScoredRow& b) { return simd::isBetter(a, b); });
    return {};
}

Result<std::vector<Neighbour>> IvfPqIndex::search(std::span<const float> query, std::size_t k,
                                                  const SearchOptions& options, const TaskContext& context) const
{
    TW_ASSIGN(const ExactSimilarity similarity, ExactSimilarity::of(query, m_vectors, k));
    const RowFilter* filter = options.filter && options.filter->excludedCount() > 0 ? options.filter : nullptr;
    const std::size_t eligible = eligibleRows(size(), filter);
    // Ordering an eighth of the rows anew, or asking lists of which nine of ten rows are forbidden, costs more than
    // looking at all.
    if (k >= m_content.nodes.size() / 8 || eligible <= size() / 10)
        return scanRows(similarity, m_vectors, k, filter, context);
    const ScratchPool<Scratch>::Lease lease(m_scratch);
    Scratch& scratch = *lease;
    // The fewer rows may be returned, the farther away they lie.
    const std::size_t probes = std::min(probesFor(options.effort) * size() / eligible, m_content.lists.listCount());
    TW_TRY(findNodes({similarity, k, widthFor(k), probes, filter}, scratch, context));
    std::vector<Neighbour> nearest;
    for (const simd::ScoredRow& found : scratch.pool) {
        // Nodes as good as the last one may still hold lower rows.
        if (nearest.size() >= k && found.score < nearest.back().similarity)
            break;
        for (const std::uint32_t row : m_content.nodes.rows(found.row))
            if (!filter || !filter->excludes(row))
                nearest.push_back({row, found.score});
    }
    if (nearest.size() < std::min(k, eligible))
        return scanRows(similarity, m_vectors, k, filter, context);
    std::ranges::sort(nearest, isBetter);
    nearest.resize(std::min(nearest.size(), k));
    return nearest;
}

} // namespace tw
