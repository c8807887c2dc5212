// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/index_output.h"

namespace tw::cli {
namespace {

std::string bytesText(std::uint64_t bytes)
{
    const auto value = static_cast<double>(bytes);
    return value < 1e6 ? fmt::format("{:.0f} kB", value / 1e3)
        : value < 1e9  ? fmt::format("{:.1f} MB", value / 1e6)
                       : fmt::format("{:.2f} GB", value / 1e9);
}

/// "hnsw small", "exact".
std::string fullName(IndexKind kind, IndexLayout layout)
{
    return kind == IndexKind::Hnsw ? fmt::format("{} {}", kindName(kind), layoutName(layout))
                                   : std::string(kindName(kind));
}

/// The options that the kind heeds.
Json optionsJson(IndexKind kind, const IndexOptions& options)
{
    Json json{Json::Object{}};
    if (kind == IndexKind::Hnsw) {
        json.set("m", options.m);
        json.set("ef_construction", options.efConstruction);
        json.set("ef_search", options.efSearch);
    } else if (kind == IndexKind::IvfPq) {
        json.set("lists", options.lists);
        json.set("code_bytes", options.codeBytes);
        json.set("probes", options.probes);
        json.set("rerank", options.rerank);
    }
    return json;
}

std::string optionsText(IndexKind kind, const IndexOptions& options)
{
    if (kind == IndexKind::Hnsw)
        return fmt::format("  m {}, ef-construction {}, ef-search {}\n", options.m, options.efConstruction,
                           options.efSearch);
    if (kind == IndexKind::IvfPq)
        return fmt::format("  {} lists, {} bytes a code, {} lists looked at{}\n", options.lists, options.codeBytes,
                           options.probes, options.rerank ? "" : ", no re-ranking");
    return {};
}

} // namespace

std::string_view kindName(IndexKind kind)
{
    switch (kind) {
    case IndexKind::Auto: return "auto";
    case IndexKind::Exact: return "exact";
    case IndexKind::Hnsw: return "hnsw";
    case IndexKind::IvfPq: return "ivfpq";
    }
    return "";
}

std::string_view layoutName(IndexLayout layout)
{
    switch (layout) {
    case IndexLayout::Auto: return "auto";
    case IndexLayout::Small: return "small";
    case IndexLayout::Fast: return "fast";
    }
    return "";
}

std::string_view reasonName(IndexReason reason)
{
    switch (reason) {
    case IndexReason::Asked: return "asked";
    case IndexReason::Few: return "few";
    case IndexReason::Many: return "many";
    case IndexReason::LittleMemory: return "little_memory";
    case IndexReason::WishedRecall: return "wished_recall";
    case IndexReason::PoorGraph: return "poor_graph";
    case IndexReason::TooFewToTrain: return "too_few_to_train";
    }
    return "";
}

std::string reasonText(IndexReason reason, IndexKind kind, std::size_t rows)
{
    switch (reason) {
    case IndexReason::Asked: return {};
    case IndexReason::Few:
        return fmt::format("all {} vectors are looked at in a quarter of a frame, so nothing faster is needed", rows);
    case IndexReason::Many:
        return fmt::format("looking at all {} vectors would take more than a quarter of a frame", rows);
    case IndexReason::LittleMemory:
        return kind == IndexKind::IvfPq ? "a graph would not fit into half of the free memory"
                                        : "the vectors would not fit into half of the free memory";
    case IndexReason::WishedRecall: return "nothing else reaches the wished recall";
    case IndexReason::PoorGraph: return "a graph was built but did not find its own vectors";
    case IndexReason::TooFewToTrain: return "there are too few vectors to train IVF-PQ on";
    }
    return {};
}

Json indexJson(const VectorIndex& index)
{
    const IndexFacts facts = index.facts();
    Json json;
    json.set("kind", kindName(facts.kind));
    json.set("wanted", kindName(index.options().kind));
    json.set("layout", facts.kind == IndexKind::Hnsw ? Json(layoutName(facts.layout)) : Json());
    json.set("options", optionsJson(facts.kind, index.options()));
    json.set("reason", reasonName(facts.reason));
    json.set("rows", index.size());
    json.set("dim", index.dim());
    json.set("nodes", facts.nodes);
    json.set("removed", facts.removed);
    json.set("code_bytes", facts.codeBytes);
    json.set("link_bytes", facts.linkBytes);
    json.set("vector_bytes", facts.vectorBytes);
    json.set("self_recall", facts.selfRecall);
    return json;
}

std::string indexText(const VectorIndex& index)
{
    const IndexFacts facts = index.facts();
    std::string text = optionsText(facts.kind, index.options());
    text += fmt::format("  {} vectors, {} of them distinct, {} dimensions", index.size(), facts.nodes - facts.removed,
                        index.dim());
    if (facts.removed > 0)
        text += fmt::format(", {} removed", facts.removed);
    text += fmt::format("\n  codes {}, links and tables {}, vectors {} (mapped)\n", bytesText(facts.codeBytes),
                        bytesText(facts.linkBytes), bytesText(facts.vectorBytes));
    if (facts.kind == IndexKind::Hnsw)
        text += fmt::format("  {:.1f} % of the vectors find themselves\n", 100 * facts.selfRecall);
    return text;
}

namespace {

/// A loaded index does not know any more why Auto chose it.
IndexReason reasonOf(const IndexChoice& choice, const IndexFacts& facts)
{
    return facts.reason == IndexReason::Asked && facts.kind == choice.options.kind ? choice.kindReason : facts.reason;
}

} // namespace

void setChoice(Json& json, const IndexChoice& choice, const IndexFacts& facts)
{
    json.set("reason", reasonName(reasonOf(choice, facts)));
    json.set("layout_reason", reasonName(choice.layoutReason));
    json.set("expected_bytes", choice.expectedBytes);
    json.set("expected_milliseconds", choice.expectedMilliseconds);
    json.set("recommended_rows", choice.recommendedRows);
}

std::string choiceText(const IndexChoice& choice, const IndexFacts& facts, std::size_t rows)
{
    std::string text;
    if (const std::string why = reasonText(reasonOf(choice, facts), facts.kind, rows); !why.empty())
        text += fmt::format("  {}, since {}\n", kindName(facts.kind), why);
    if (facts.kind == IndexKind::Hnsw && choice.layoutReason != IndexReason::Asked)
        text += fmt::format("  layout {}, since {}\n", layoutName(facts.layout),
                            reasonText(choice.layoutReason, facts.kind, rows));
    if (facts.kind == IndexKind::IvfPq && rows < choice.recommendedRows)
        text += fmt::format("  its centroids are learnt from {} vectors; {} would be better\n", rows,
                            choice.recommendedRows);
    return text;
}

Json curveJson(const IndexCurve& curve, std::size_t k)
{
    Json json;
    json.set("k", k);
    json.set("queries", curve.queries);
    Json::Array indexes;
    for (const CurveIndex& index : curve.indexes) {
        Json entry;
        entry.set("kind", kindName(index.facts.kind));
        entry.set("layout", index.facts.kind == IndexKind::Hnsw ? Json(layoutName(index.facts.layout)) : Json());
        entry.set("options", optionsJson(index.facts.kind, index.options));
        entry.set("reason", reasonName(index.facts.reason));
        entry.set("build_seconds", index.buildSeconds);
        entry.set("code_bytes", index.facts.codeBytes);
        entry.set("link_bytes", index.facts.linkBytes);
        entry.set("vector_bytes", index.facts.vectorBytes);
        indexes.push_back(std::move(entry));
    }
    json.set("indexes", Json(std::move(indexes)));
    Json::Array points;
    for (const CurvePoint& point : curve.points) {
        Json entry;
        entry.set("kind", kindName(point.kind));
        entry.set("layout", point.kind == IndexKind::Hnsw ? Json(layoutName(point.layout)) : Json());
        entry.set("effort", point.effort);
        entry.set("recall", point.recall);
        entry.set("queries_per_second", point.queriesPerSecond);
        entry.set("median_milliseconds", point.median);
        entry.set("slowest_milliseconds", point.slowest);
        points.push_back(std::move(entry));
    }
    json.set("points", Json(std::move(points)));
    return json;
}

std::string curveText(const IndexCurve& curve, std::size_t k)
{
    std::string text;
    for (const CurveIndex& index : curve.indexes) {
        text += fmt::format("{:<11} {}, links and tables {}", fullName(index.facts.kind, index.facts.layout),
                            bytesText(index.facts.codeBytes), bytesText(index.facts.linkBytes));
        text += index.buildSeconds > 0 ? fmt::format(", built in {:.1f} s\n", index.buildSeconds) : "\n";
    }
    text += fmt::format("\nrecall among the {} nearest, one thread, {} vectors of the space as queries:\n\n", k,
                        curve.queries);
    text += fmt::format("{:<11} {:>7} {:>8} {:>12} {:>10} {:>10}\n", "index", "effort", "recall", "queries/s", "ms",
                        "ms (99 %)");
    for (const CurvePoint& point : curve.points)
        text += fmt::format("{:<11} {:>7} {:>8.4f} {:>12.0f} {:>10.3f} {:>10.3f}\n", fullName(point.kind, point.layout),
                            point.effort > 0 ? std::to_string(point.effort) : "-", point.recall,
                            point.queriesPerSecond, point.median, point.slowest);
    return text;
}

} // namespace tw::cli
