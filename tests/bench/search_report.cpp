// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search_report.h"

#include "core/base/files.h"

#include <fmt/format.h>

#include <vector>

namespace tw::bench {

namespace {

constexpr std::string_view kBegin = "<!-- search_quality:";
constexpr std::string_view kEnd = "<!-- end -->";

std::string pair(const Json& figures)
{
    return fmt::format("{:.3f} / {:.3f}", figures["mrr"].asNumber(), figures["recall_at_5"].asNumber());
}

std::string missText(const Json& miss)
{
    const auto place = [&](std::string_view name) {
        const auto value = miss[name].asInteger();
        return value > 0 ? std::to_string(value) : std::string("–");
    };
    return fmt::format("{} | {} | {} | {} | {}", miss["query"].asString(), miss["answer"].asString(), place("place"),
                       place("text"), place("meaning"));
}

std::string qualityTable(const Json& report)
{
    std::string text = "| catalogue | queries | best FTS5 | text | meaning | **hybrid** | gain in MRR (95 %) |\n"
                       "|---|---|---|---|---|---|---|\n";
    for (const Json& set : report["sets"].asArray()) {
        std::string best;
        for (const Json& fts : set["fts5"].asArray())
            if (fts["name"].asString() == set["best_fts5"].asString())
                best = pair(fts);
        text += fmt::format("| {}, {} items | {} | {} | {} | {} | **{}** | {:+.3f} ({:+.3f} to {:+.3f}) |\n",
                            set["name"].asString(), set["items"].asInteger(), set["queries"].asInteger(), best,
                            pair(set["text"]), pair(set["meaning"]), pair(set["hybrid"]), set["gain"].asNumber(),
                            set["gain_low"].asNumber(), set["gain_high"].asNumber());
    }
    return text;
}

std::string baselineTable(const Json& report)
{
    std::string head = "| FTS5 |";
    std::string rule = "|---|";
    std::vector<std::string> rows;
    for (const Json& set : report["sets"].asArray()) {
        head += fmt::format(" {} |", set["name"].asString());
        rule += "---|";
        const auto& all = set["fts5"].asArray();
        rows.resize(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (rows[i].empty())
                rows[i] = fmt::format("| {} |", all[i]["name"].asString());
            rows[i] += fmt::format(" {} |", pair(all[i]));
        }
    }
    std::string text = head + "\n" + rule + "\n";
    for (const std::string& row : rows)
        text += row + "\n";
    return text;
}

std::string costTable(const Json& report)
{
    std::string text = "| catalogue | built-in embedder | fitted in | embedded in | memory | a search, median | p99 |\n"
                       "|---|---|---|---|---|---|---|\n";
    for (const Json& set : report["sets"].asArray()) {
        const Json& cost = set["embedding"];
        text += fmt::format("| {} | {}, {} numbers | {:.1f} s | {:.1f} s | {:.0f} MB | {:.1f} ms | {:.1f} ms |\n",
                            set["name"].asString(), cost["model"].asString(), cost["dim"].asInteger(),
                            cost["fit_s"].asNumber(), cost["embed_s"].asNumber(), cost["peak_mb"].asNumber(),
                            set["times"]["median_ms"].asNumber(), set["times"]["p99_ms"].asNumber());
    }
    if (report.contains("minilm_overlap_at_10"))
        text += fmt::format("\nOf the ten nearest films by all-MiniLM-L6-v2 (1,000 films, the same text) the built-in "
                            "embedder has **{:.3f}** among its own ten.\n",
                            report["minilm_overlap_at_10"].asNumber());
    return text;
}

std::string missTable(const Json& report)
{
    std::string text = "| query | film | hybrid | text | meaning |\n|---|---|---|---|---|\n";
    for (const Json& set : report["sets"].asArray()) {
        text += fmt::format("| **{}** | | | | |\n", set["name"].asString());
        for (const Json& miss : set["misses"].asArray())
            text += fmt::format("| {} |\n", missText(miss));
    }
    return text;
}

} // namespace

std::string setText(const Json& set, bool misses)
{
    std::string text = fmt::format("{}: {} items, {} queries\n", set["name"].asString(), set["items"].asInteger(),
                                   set["queries"].asInteger());
    for (const Json& fts : set["fts5"].asArray())
        text += fmt::format("  FTS5 {:66} {}\n", fts["name"].asString(), pair(fts));
    for (const char* way : {"title", "text", "meaning", "hybrid"})
        text += fmt::format("  {:71} {}\n", way, pair(set[way]));
    if (set.contains("gain"))
        text += fmt::format("  hybrid over the best FTS5: MRR {:+.3f} (95 %: {:+.3f} to {:+.3f})\n",
                            set["gain"].asNumber(), set["gain_low"].asNumber(), set["gain_high"].asNumber());
    if (set.contains("times"))
        text += fmt::format("  a search {:.2f} ms at the median, {:.2f} at p99; fitted in {:.2f} s, embedded in {:.2f} s, "
                            "{:.0f} MB; {}\n",
                            set["times"]["median_ms"].asNumber(), set["times"]["p99_ms"].asNumber(),
                            set["embedding"]["fit_s"].asNumber(), set["embedding"]["embed_s"].asNumber(),
                            set["embedding"]["peak_mb"].asNumber(), set["embedding"]["model"].asString());
    if (misses)
        for (const Json& miss : set["misses"].asArray())
            text += fmt::format("    {}\n", missText(miss));
    return text;
}

Status writeTables(const Json& report, const std::filesystem::path& file)
{
    TW_ASSIGN(std::string text, readFile(file));
    const std::vector<std::pair<std::string_view, std::string>> tables{{"quality", qualityTable(report)},
                                                                       {"baselines", baselineTable(report)},
                                                                       {"costs", costTable(report)},
                                                                       {"misses", missTable(report)}};
    for (const auto& [name, table] : tables) {
        const std::string mark = fmt::format("{} {} -->\n", kBegin, name);
        const std::size_t at = text.find(mark);
        const std::size_t end = at == std::string::npos ? at : text.find(kEnd, at);
        if (end == std::string::npos)
            return fail(ErrorCode::FormatBroken, file.string(), mark);
        text.replace(at + mark.size(), end - at - mark.size(), table);
    }
    return writeFileAtomically(file, text);
}

} // namespace tw::bench
