// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/index_bench_report.h"

#include "core/base/thread_pool.h"
#include "core/simd/kernels.h"

#include <fmt/format.h>

#include <cmath>

namespace tw::bench {
namespace {

enum class Demand { AtLeast, AtMost, None };

/// A line of the table: a figure and what is asked of it.
struct Line {
    const char* group; ///< "ratios", "recall", "threads" or "million".
    const char* name;
    const char* text;
    Demand demand = Demand::None;
    double limit = 0;
};

bool hasVnni() { return simd::instructionSet().starts_with("avx512") && __builtin_cpu_supports("avx512vnni") != 0; }

std::vector<Line> demandedLines(const Settings& settings)
{
    const bool vnni = hasVnni();
    const auto beside = [vnni](double onVnni) { return vnni ? onVnni : 1.2; };
    using enum Demand;
    std::vector<Line> lines{
        {"ratios", "qps_at_0.98", "small: queries/s at recall .98, times hnswlib", AtLeast, beside(2.0)},
        {"ratios", "qps_at_0.99", "small: queries/s at recall .99, times hnswlib", AtLeast, beside(2.0)},
        {"ratios", "fast_qps_at_0.98", "fast: queries/s at recall .98, times hnswlib", AtLeast, beside(2.5)},
        {"ratios", "fast_qps_at_0.99", "fast: queries/s at recall .99, times hnswlib", AtLeast, beside(2.5)},
        {"ratios", "build", "small: build speed, times hnswlib", AtLeast, beside(2.5)},
        {"recall", "build_lack", "small: recall lacking beside hnswlib at equal ef", AtMost, 0.002},
        {"ratios", "memory", "small: codes and links, share of hnswlib", AtMost, 0.4},
        {"ratios", "fast_memory", "fast: codes, links and f32 rows, share of hnswlib"},
        {"ratios", "exact_vs_f32_scan", "exact: speed, times the f32 scan", AtLeast, 3.0},
        {"recall", "exact", "exact: recall@10", AtLeast, 0.9999},
        {"ratios", "ivfpq_speed", "IVF-PQ: speed, times exact", AtLeast, 3.0},
        {"recall", "ivfpq", "IVF-PQ: recall@10 with re-rank", AtLeast, 0.90},
        {"ratios", "ivfpq_size", "IVF-PQ: f32 rows' size, times its own", AtLeast, 10.0},
        {"threads", "busy loops", "two threads against one: busy loops"},
        {"threads", "hnswlib", "two threads against one: hnswlib"},
        {"threads", "small", "two threads against one: small"},
        {"threads", "fast", "two threads against one: fast"},
    };
    if (settings.millionRows > 0)
        lines.push_back({"million", "memory_mb", "large set: codes and links, MB", AtMost, 400});
    return lines;
}

Json numbers(const std::map<std::string, double>& values)
{
    Json object(Json::Object{});
    for (const auto& [name, value] : values)
        object.set(name, value);
    return object;
}

Json curveJson(const Curve& curve)
{
    Json points(Json::Array{});
    for (const CurvePoint& point : curve.points) {
        Json one;
        one.set("effort", point.effort).set("recall", point.recall).set("qps", point.qps);
        points.push(std::move(one));
    }
    Json object;
    object.set("name", curve.name).set("points", std::move(points));
    return object;
}

Json curvesJson(const std::vector<Curve>& curves)
{
    Json array(Json::Array{});
    for (const Curve& curve : curves)
        array.push(curveJson(curve));
    return array;
}

Json builtJson(const std::vector<Built>& built)
{
    Json array(Json::Array{});
    for (const Built& each : built) {
        Json one;
        one.set("name", each.name).set("build_cpu_s", each.seconds);
        one.set("bytes", static_cast<std::size_t>(each.bytes));
        one.set("resident_bytes", static_cast<std::size_t>(each.residentBytes));
        one.set("code_bytes", static_cast<std::size_t>(each.facts.codeBytes));
        one.set("link_bytes", static_cast<std::size_t>(each.facts.linkBytes));
        one.set("vector_bytes", static_cast<std::size_t>(each.facts.vectorBytes));
        one.set("self_recall", each.facts.selfRecall);
        array.push(std::move(one));
    }
    return array;
}

Json setJson(const Settings& settings, const Figures& figures)
{
    Json set;
    set.set("rows", settings.rows).set("dim", settings.dim).set("queries", settings.queries);
    set.set("m", settings.m).set("ef_construction", settings.efConstruction).set("passes", settings.passes);
    set.set("seed", static_cast<std::int64_t>(settings.seed));
    set.set("nearest_cosine", figures.nearestCosine).set("random_cosine", figures.randomCosine);
    return set;
}

void judge(const Settings& settings, Json& report)
{
    bool pass = true;
    Json table(Json::Array{});
    for (const Line& line : demandedLines(settings)) {
        const Json& value = report[line.group][line.name];
        const bool reached = value.isNumber()
            && (line.demand == Demand::AtLeast ? value.asNumber() >= line.limit : value.asNumber() <= line.limit);
        Json row;
        row.set("figure", line.text).set("value", value);
        if (line.demand != Demand::None) {
            row.set("limit", line.limit).set("at_least", line.demand == Demand::AtLeast).set("pass", reached);
            pass = pass && reached;
        }
        table.push(std::move(row));
    }
    report.set("table", std::move(table)).set("pass", pass);
}

void printCurve(const Json& curve)
{
    fmt::print("{:<10}", curve["name"].asString());
    for (const Json& point : curve["points"].asArray())
        fmt::print(" {:>3} {:.4f} {:>6.0f} |", point["effort"].asInteger(), point["recall"].asNumber(),
                   point["qps"].asNumber());
    fmt::print("\n");
}

std::string verdict(const Json& row)
{
    if (row["pass"].isNull())
        return "reported";
    return fmt::format("{} {:<6g} {}", row["at_least"].asBool() ? ">=" : "<=", row["limit"].asNumber(),
                       row["pass"].asBool() ? "pass" : "FAIL");
}

} // namespace

std::string instructionSetName()
{
    return hasVnni() && simd::instructionSet() == "avx512" ? "avx512-vnni" : std::string(simd::instructionSet());
}

Json makeReport(const Settings& settings, const Figures& figures)
{
    Json report;
    report.set("benchmark", "index").set("cores", parallelism()).set("isa", instructionSetName());
    report.set("set", setJson(settings, figures));
    Json groups(Json::Object{});
    groups.set("ratios", numbers(figures.ratios)).set("recall", numbers(figures.recall));
    for (const Line& line : demandedLines(settings))
        if (groups.contains(line.group) && !groups[line.group].contains(line.name)) {
            Json group = groups[line.group];
            groups.set(line.group, group.set(line.name, Json()));
        }
    report.set("ratios", groups["ratios"]).set("recall", groups["recall"]);
    report.set("threads", numbers(figures.threads)).set("million", numbers(figures.million));
    report.set("built", builtJson(figures.built));
    report.set("graphs", curvesJson(figures.graphs)).set("scans", curvesJson(figures.scans));
    Json real(Json::Array{});
    for (const RealSet& set : figures.real) {
        Json one;
        one.set("name", set.name).set("rows", set.rows).set("dim", set.dim).set("curves", curvesJson(set.curves));
        real.push(std::move(one));
    }
    report.set("real", std::move(real));
    Json missing(Json::Array{});
    for (const std::string& text : figures.missing)
        missing.push(text);
    report.set("missing", std::move(missing));
    judge(settings, report);
    return report;
}

void printReport(const Json& report)
{
    const Json& set = report["set"];
    fmt::print("{} cores, {}; {} x {}, {} queries, M {}, efConstruction {}, median of {} passes\n",
               report["cores"].asInteger(), report["isa"].asString(), set["rows"].asInteger(), set["dim"].asInteger(),
               set["queries"].asInteger(), set["m"].asInteger(), set["ef_construction"].asInteger(),
               set["passes"].asInteger());
    fmt::print("cosine of a query and its nearest row {:.3f}, of two rows {:.3f}\n\n", set["nearest_cosine"].asNumber(),
               set["random_cosine"].asNumber());
    for (const Json& each : report["built"].asArray())
        fmt::print("{:<10} built in {:>7.1f} processor seconds, {:>7.1f} MB (the process grew by {:.1f} MB)\n",
                   each["name"].asString(), each["build_cpu_s"].asNumber(), each["bytes"].asNumber() / 1e6,
                   each["resident_bytes"].asNumber() / 1e6);
    fmt::print("\neffort, recall@10, queries a second of one thread's processor time\n");
    for (const char* group : {"graphs", "scans"})
        for (const Json& curve : report[group].asArray())
            printCurve(curve);
    for (const Json& real : report["real"].asArray()) {
        fmt::print("{} ({} x {})\n", real["name"].asString(), real["rows"].asInteger(), real["dim"].asInteger());
        for (const Json& curve : real["curves"].asArray())
            printCurve(curve);
    }
    for (const auto& [name, value] : report["million"].asObject())
        fmt::print("large set: {:<20} {:.3f}\n", name, value.asNumber());
    for (const Json& text : report["missing"].asArray())
        fmt::print("missing: {}\n", text.asString());
    fmt::print("\n");
    for (const Json& row : report["table"].asArray())
        fmt::print("{:<52} {:>9} {}\n", row["figure"].asString(),
                   row["value"].isNull() ? "-" : fmt::format("{:.4f}", row["value"].asNumber()), verdict(row));
    fmt::print("{}\n", report["pass"].asBool() ? "PASS" : "FAIL");
}

} // namespace tw::bench
