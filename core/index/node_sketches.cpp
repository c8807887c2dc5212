// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/node_sketches.h"

#include "core/index/index_file.h"
#include "core/simd/kernels.h"

#include <cmath>
#include <numeric>

namespace tw {
namespace {

/// A sampled node, those within two links of it, and how near they truly are.
struct Surroundings {
    std::uint32_t row;
    float factor; ///< What the row's unit vector is taken times as a query: its length with L2.
    std::vector<std::uint32_t> rows;
    std::vector<float> scores;
};

constexpr std::size_t kSamples = 64;
constexpr std::size_t kMostAround = 256;
constexpr std::size_t kNearest = 10;

Surroundings surroundingsOf(std::uint32_t node, const IndexedVectors& vectors, const DistinctRows& nodes,
                            const HnswLinks& links)
{
    std::vector<std::uint32_t> around{node};
    for (std::size_t next = 0; next <= links.of(node).size() && around.size() <= kMostAround; ++next) {
        if (next >= around.size())
            break;
        for (const std::uint32_t link : links.of(around[next]))
            if (around.size() <= kMostAround && std::ranges::find(around, link) == around.end())
                around.push_back(link);
    }
    const SeenVectors seen(vectors);
    Surroundings found{nodes.firstRow(node), 1, {}, {}};
    if (seen.metric() == Metric::L2)
        found.factor = seen.length(found.row);
    for (const std::uint32_t other : std::span(around).subspan(1)) {
        if (nodes.rows(other).empty())
            continue;
        const std::uint32_t row = nodes.firstRow(other);
        found.rows.push_back(row);
        found.scores.push_back(simd::dot(vectors.unit.row(found.row), vectors.unit.row(row)) * found.factor
                                   * seen.length(row)
                               + seen.ownScore(row));
    }
    return found;
}

/// The places of the `count` greatest scores.
std::vector<std::uint32_t> greatest(std::span<const float> scores, std::size_t count)
{
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(count, order.size()));
    std::partial_sort(order.begin(), end, order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    });
    order.erase(end, order.end());
    return order;
}

struct Quality {
    float kept = 1;
    float margin = 0;
};

template <class Codes>
Result<Quality> measure(Codes codes, const SeenVectors& vectors, std::span<const Surroundings> samples,
                        const TaskContext& context)
{
    std::size_t wanted = 0;
    std::size_t kept = 0;
    double sum = 0;
    double squares = 0;
    typename Codes::Query query;
    std::vector<float> seen(vectors.dim());
    for (const Surroundings& sample : samples) {
        const std::size_t first = codes.size();
        TW_TRY(codes.append(vectors, sample.rows, context));
        std::vector<std::uint32_t> numbers(sample.rows.size());
        std::iota(numbers.begin(), numbers.end(), static_cast<std::uint32_t>(first));
        std::vector<float> estimates(numbers.size());
        vectors.copy(sample.row, seen);
        if (vectors.metric() == Metric::InnerProduct)
            simd::normalise(seen);
        codes.prepare(seen, query);
        codes.scores(query, numbers, estimates.data());
        const std::vector<std::uint32_t> best = greatest(estimates, NodeSketches::kAmong);
        for (const std::uint32_t near : greatest(sample.scores, kNearest)) {
            const double error = static_cast<double>(sample.scores[near] - estimates[near]);
            sum += error;
            squares += error * error;
            ++wanted;
            kept += std::ranges::find(best, near) != best.end() ? 1U : 0U;
        }
    }
    if (wanted == 0)
        return Quality{};
    const double mean = sum / static_cast<double>(wanted);
    const double variance = std::max(0.0, squares / static_cast<double>(wanted) - mean * mean);
    return Quality{static_cast<float>(kept) / static_cast<float>(wanted),
                   static_cast<float>(mean + 3 * std::sqrt(variance))};
}

std::vector<std::uint32_t> firstRows(const DistinctRows& nodes, std::size_t first)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t node = first; node < nodes.size(); ++node)
        rows.push_back(nodes.firstRow(static_cast<std::uint32_t>(node)));
    return rows;
}

/// Smallest records first; of equal ones the components, whose queries are cheaper to prepare.
Result<std::vector<NodeSketches::Codes>> candidates(SketchKind wanted, const SeenVectors& vectors,
                                                    std::span<const std::uint32_t> rows, const TaskContext& context)
{
    std::vector<NodeSketches::Codes> all;
    if (wanted != SketchKind::Signs) {
        TW_ASSIGN(const ComponentCodes components, ComponentCodes::fit(vectors, rows, context));
        for (std::size_t lines = 1; lines <= components.lines(); ++lines)
            all.emplace_back(components.shortened(lines));
    }
    if (wanted != SketchKind::Components)
        all.emplace_back(RabitqCodes::fit(vectors, rows));
    std::ranges::stable_sort(all, {}, [](const NodeSketches::Codes& codes) {
        return std::visit([](const auto& kind) { return kind.stride(); }, codes);
    });
    return all;
}

} // namespace

Result<std::optional<NodeSketches>> NodeSketches::make(const IndexedVectors& vectors, const DistinctRows& nodes,
                                                       const HnswLinks& links, const TaskContext& context,
                                                       SketchKind wanted)
{
    const SeenVectors seen(vectors);
    const std::vector<std::uint32_t> rows = firstRows(nodes, 0);
    std::vector<std::uint32_t> allNodes(nodes.size());
    std::iota(allNodes.begin(), allNodes.end(), 0U);
    std::vector<Surroundings> samples;
    for (const std::uint32_t node : sampleOf(allNodes, kSamples))
        samples.push_back(surroundingsOf(node, vectors, nodes, links));
    TW_ASSIGN(std::vector<Codes> all, candidates(wanted, seen, rows, context));
    std::optional<NodeSketches> chosen;
    for (Codes& codes : all) {
        TW_ASSIGN(const Quality quality,
                  std::visit([&](const auto& kind) { return measure(kind, seen, samples, context); }, codes));
        if (chosen && quality.kept <= chosen->m_kept)
            continue;
        chosen = NodeSketches(std::move(codes));
        chosen->m_kept = quality.kept;
        chosen->m_margin = quality.margin;
        chosen->m_fittedNodes = nodes.size();
        if (quality.kept >= kWantedKept)
            break;
    }
    if (wanted == SketchKind::Measured && chosen->kept() < kFewestKept)
        return std::nullopt;
    TW_TRY(chosen->append(vectors, nodes, context));
    return chosen;
}

Status NodeSketches::append(const IndexedVectors& vectors, const DistinctRows& nodes, const TaskContext& context)
{
    const std::vector<std::uint32_t> rows = firstRows(nodes, size());
    return std::visit([&](auto& codes) { return codes.append(SeenVectors(vectors), rows, context); }, m_codes);
}

std::size_t NodeSketches::size() const
{
    return std::visit([](const auto& codes) { return codes.size(); }, m_codes);
}

std::uint64_t NodeSketches::bytes() const
{
    return std::visit([](const auto& codes) { return codes.bytes(); }, m_codes);
}

void NodeSketches::write(PieceWriter& writer) const
{
    writer.value(static_cast<std::uint8_t>(m_codes.index()));
    writer.value(m_margin);
    writer.value(m_kept);
    writer.value(m_fittedNodes);
    std::visit([&](const auto& codes) { codes.write(writer); }, m_codes);
}

std::optional<NodeSketches> NodeSketches::read(ByteReader& reader, std::size_t nodes, std::size_t dim)
{
    const auto kind = reader.value<std::uint8_t>();
    const auto margin = reader.value<float>();
    const auto kept = reader.value<float>();
    const auto fittedNodes = reader.value<std::uint64_t>();
    if (fittedNodes > nodes || reader.failed() || !std::isfinite(margin) || !std::isfinite(kept))
        return std::nullopt;
    std::optional<NodeSketches> read;
    if (kind == 0) {
        if (auto codes = RabitqCodes::read(reader, nodes, dim))
            read = NodeSketches(std::move(*codes));
    } else if (kind == 1) {
        if (auto codes = ComponentCodes::read(reader, nodes, dim))
            read = NodeSketches(std::move(*codes));
    }
    if (read) {
        read->m_margin = margin;
        read->m_kept = kept;
        read->m_fittedNodes = fittedNodes;
    }
    return read;
}

} // namespace tw
