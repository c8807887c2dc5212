// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hnsw_index.h"

#include "core/index/exact_scan.h"
#include "core/index/exact_similarity.h"

namespace tw {
namespace {

/// Of a full answer so many candidates more are looked at exactly: 8 bits a number may have changed their order.
constexpr std::size_t kFewestReranked = 30;

/// Scores by 8-bit codes.
class CodeScorer {
public:
    CodeScorer(const NodeCodes& codes, const NodeCodes::Query& query) : m_codes(codes), m_query(query) {}
    void scores(std::span<const std::uint32_t> nodes, float* out) const { m_codes.scores(m_query, nodes, out); }
    void expanded(std::uint32_t) const {}

private:
    const NodeCodes& m_codes;
    const NodeCodes::Query& m_query;
};

/// Scores as the fast layout's codes estimate them.
template <class Codes>
class SketchScorer {
public:
    SketchScorer(const Codes& codes, typename Codes::Query& query) : m_codes(codes), m_query(query) {}
    void scores(std::span<const std::uint32_t> nodes, float* out) const { m_codes.scores(m_query, nodes, out); }
    void expanded(std::uint32_t) const {}

private:
    const Codes& m_codes;
    typename Codes::Query& m_query;
};

/// Scores by the distance to a node that the graph was linked with.
class NodeScorer {
public:
    NodeScorer(const NodeCodes& codes, std::uint32_t node) : m_codes(codes), m_node(node) {}
    void scores(std::span<const std::uint32_t> nodes, float* out) const
    {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            out[i] = -m_codes.distance(m_node, nodes[i]);
    }
    void expanded(std::uint32_t) const {}

private:
    const NodeCodes& m_codes;
    std::uint32_t m_node;
};

} // namespace

template <class Scorer>
Status HnswIndex::walkGraph(Scorer& scorer, const Asked& asked, GraphScratch& scratch, const TaskContext& context) const
{
    const HnswLinks& links = m_graph.links;
    scratch.begin(links.size(), asked.width, 2 * static_cast<std::size_t>(m_options.m));
    const Candidate start = descend(links, scorer, scratch);
    if (asked.filter == nullptr && m_removed == 0)
        return walk(links, scorer, start, scratch, context);
    if (asked.filter != nullptr && m_graph.nodes.isIdentity())
        return walkFiltered(
            links, scorer, start, [&](std::uint32_t node) { return !asked.filter->excludes(node); }, scratch, context);
    const auto isLeft = [&](std::uint32_t row) { return asked.filter == nullptr || !asked.filter->excludes(row); };
    return walkFiltered(
        links, scorer, start, [&](std::uint32_t node) { return std::ranges::any_of(m_graph.nodes.rows(node), isLeft); },
        scratch, context);
}

template <class Codes>
Status HnswIndex::walkSketches(const Codes& codes, const Asked& asked, Scratch& scratch,
                               const TaskContext& context) const
{
    const std::span<const float> unit = asked.similarity.unit();
    scratch.sketch.seen.assign(unit.begin(), unit.end());
    if (metric() == Metric::L2)
        for (float& value : scratch.sketch.seen)
            value *= asked.similarity.length();
    auto& query = scratch.sketch.of<Codes>();
    codes.prepare(scratch.sketch.seen, query);
    SketchScorer<Codes> scorer(codes, query);
    return walkGraph(scorer, asked, scratch.walk, context);
}

Status HnswIndex::findNodes(const Asked& asked, Scratch& scratch, const TaskContext& context) const
{
    if (m_graph.sketches) {
        TW_TRY(std::visit([&](const auto& codes) { return walkSketches(codes, asked, scratch, context); },
                          m_graph.sketches->codes()));
        rerankSketched(asked, scratch);
        return {};
    }
    m_graph.codes.prepare(asked.similarity.unit(), asked.similarity.length(), scratch.query);
    CodeScorer scorer(m_graph.codes, scratch.query);
    TW_TRY(walkGraph(scorer, asked, scratch.walk, context));
    rerank(asked, scratch);
    return {};
}

void HnswIndex::rerankNext(const Asked& asked, std::size_t count, Scratch& scratch) const
{
    const NodePool& pool = scratch.walk.pool;
    const std::size_t first = scratch.exact.size();
    scratch.rows.resize(count);
    scratch.similarities.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        scratch.rows[i] = m_graph.nodes.firstRow(pool[first + i].node);
    asked.similarity.ofRows(scratch.rows, scratch.similarities.data());
    for (std::size_t i = 0; i < count; ++i)
        scratch.exact.push_back({scratch.similarities[i], pool[first + i].node});
}

void HnswIndex::rerank(const Asked& asked, Scratch& scratch) const
{
    scratch.exact.clear();
    rerankNext(asked, std::min(scratch.walk.pool.size(), std::max(kFewestReranked, 2 * asked.k)), scratch);
}

void HnswIndex::rerankSketched(const Asked& asked, Scratch& scratch) const
{
    constexpr std::size_t kStep = 8;
    const NodePool& pool = scratch.walk.pool;
    // What a score can be as a similarity, its margin included; with L2 errors grow with the query, so no bound holds.
    const float factor = metric() == Metric::Cosine ? 1.0F : asked.similarity.length();
    const auto mostOf = [&](float score) {
        return metric() == Metric::L2 ? std::numeric_limits<float>::infinity()
                                      : factor * (score + m_graph.sketches->margin());
    };
    scratch.exact.clear();
    std::size_t next = std::min(pool.size(), asked.k + kStep);
    while (next > 0) {
        rerankNext(asked, next, scratch);
        const std::size_t done = scratch.exact.size();
        if (done == pool.size())
            break;
        scratch.similarities.clear();
        for (const Candidate& candidate : scratch.exact)
            scratch.similarities.push_back(candidate.score);
        const auto last = scratch.similarities.begin() + static_cast<std::ptrdiff_t>(asked.k - 1);
        std::ranges::nth_element(scratch.similarities, last, std::greater<>{});
        if (mostOf(pool[done].score) < *last)
            break;
        next = std::min(pool.size() - done, kStep);
    }
}

std::vector<Neighbour> HnswIndex::finish(const Asked& asked, std::vector<Candidate>& exact) const
{
    const DistinctRows& nodes = m_graph.nodes;
    std::ranges::sort(exact, [](Candidate a, Candidate b) { return a.score > b.score; });
    std::vector<Neighbour> nearest;
    nearest.reserve(asked.k + 8);
    for (const Candidate& candidate : exact) {
        // Nodes as good as the last one may still hold lower rows.
        if (nearest.size() >= asked.k && candidate.score < nearest.back().similarity)
            break;
        for (const std::uint32_t row : nodes.rows(candidate.node))
            if (asked.filter == nullptr || !asked.filter->excludes(row))
                nearest.push_back({row, candidate.score});
    }
    std::ranges::sort(nearest, isBetter);
    nearest.resize(std::min(nearest.size(), asked.k));
    return nearest;
}

Result<std::vector<Neighbour>> HnswIndex::searchGraph(const Asked& asked, const TaskContext& context) const
{
    const ScratchPool<Scratch>::Lease lease(m_scratch);
    Scratch& scratch = *lease;
    TW_TRY(findNodes(asked, scratch, context));
    return finish(asked, scratch.exact);
}

Result<std::vector<Neighbour>> HnswIndex::search(std::span<const float> query, std::size_t k,
                                                 const SearchOptions& options, const TaskContext& context) const
{
    TW_ASSIGN(const ExactSimilarity similarity, ExactSimilarity::of(query, m_vectors, k));
    const bool filters = options.filter != nullptr && options.filter->excludedCount() > 0;
    const std::size_t excluded = filters ? std::min(options.filter->excludedCount(), size()) : 0;
    const std::size_t eligible = size() - excluded;
    const auto effort = static_cast<std::size_t>(options.effort > 0 ? options.effort : m_options.efSearch);
    const Asked asked{similarity, k, filters ? options.filter : nullptr, std::max(k, effort)};
    // A walk that keeps an eighth of the nodes, or finds nine of ten of them forbidden, costs more than looking at all.
    // A query of length 0 has no direction to walk in.
    const bool graphServes = k < m_graph.nodes.size() / 8 && eligible > size() / 10 && similarity.length() > 0;
    if (graphServes) {
        TW_ASSIGN(std::vector<Neighbour> nearest, searchGraph(asked, context));
        if (nearest.size() >= std::min(k, eligible))
            return nearest;
    }
    return scanRows(similarity, m_vectors, k, asked.filter, context);
}

Result<bool> HnswIndex::findsItself(std::uint32_t node, const TaskContext& context) const
{
    constexpr std::size_t kAmong = 10;
    const std::uint32_t row = m_graph.nodes.firstRow(node);
    std::vector<float> vector(m_vectors.unit.row(row).begin(), m_vectors.unit.row(row).end());
    if (metric() == Metric::L2 && !m_vectors.lengths.empty())
        for (float& value : vector)
            value *= m_vectors.lengths[row];
    TW_ASSIGN(const ExactSimilarity similarity, ExactSimilarity::of(vector, m_vectors, kAmong));
    const Asked asked{similarity, kAmong, nullptr, std::max(kAmong, static_cast<std::size_t>(m_options.efSearch))};
    const ScratchPool<Scratch>::Lease lease(m_scratch);
    Scratch& scratch = *lease;
    const auto among = [&](std::size_t count) {
        bool found = false;
        for (std::size_t i = 0; i < std::min(count, scratch.exact.size()); ++i)
            found |= scratch.exact[i].node == node;
        return found;
    };
    if (metric() != Metric::InnerProduct) {
        TW_TRY(findNodes(asked, scratch, context));
        std::ranges::sort(scratch.exact, [](Candidate a, Candidate b) { return a.score > b.score; });
        return among(kAmong);
    }
    NodeScorer scorer(m_graph.codes, node);
    TW_TRY(walkGraph(scorer, asked, scratch.walk, context));
    scratch.exact.clear();
    for (std::size_t i = 0; i < scratch.walk.pool.size(); ++i)
        scratch.exact.push_back(scratch.walk.pool[i]);
    return among(kFewestReranked);
}

} // namespace tw
