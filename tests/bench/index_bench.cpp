// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our indexes beside hnswlib in one run: speed at equal recall, building, memory; the exact scan beside a plain one;
// IVF-PQ; two threads; a million rows. Absolute times of one machine say little, the ratios are what to compare.

#include "core/base/files.h"
#include "tests/bench/index_bench_report.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>

namespace {

using namespace tw;
using namespace tw::bench;

/// The smoke run's floors: the benchmark must measure something that works.
bool recallsAreFit(const Figures& figures)
{
    if (!figures.missing.empty())
        return false;
    for (const Curve& curve : figures.graphs)
        if (curve.points.back().recall < 0.95)
            return false;
    const auto exact = figures.recall.find("exact");
    return figures.graphs.size() == 3 && exact != figures.recall.end() && exact->second >= 0.9999;
}

void makeSmall(Settings& settings)
{
    settings.rows = 6000;
    settings.dim = 32;
    settings.queries = 50;
    settings.efConstruction = 40;
    settings.m = 16;
    settings.passes = 1;
    settings.millionRows = 2000;
    settings.millionDim = 16;
    settings.embeddings.clear();
}

/// After every part, so that a run that is broken off leaves what it had.
bool write(const Settings& settings, const Json& report)
{
    if (settings.json.empty())
        return true;
    const Status status = writeFileAtomically(settings.json, report.dump(2) + "\n");
    if (!status)
        fmt::print(stderr, "{}: {}\n", status.error().subject, status.error().detail);
    return status.has_value();
}

int run(const Settings& settings)
{
    Figures figures;
    bool written = true;
    for (const auto part : {measureClustered, measureReal, measureMillion}) {
        part(settings, figures);
        written = write(settings, makeReport(settings, figures));
    }
    const Json report = makeReport(settings, figures);
    printReport(report);
    return written && (settings.smoke ? recallsAreFit(figures) : report["pass"].asBool()) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    if (const char* data = std::getenv("TASTEWALK_TEST_DATA"); data && *data)
        settings.embeddings = std::filesystem::path(data) / "embeddings";
    bool quick = false;
    bool noMillion = false;
    CLI::App app("Tastewalk's indexes beside hnswlib; ends with 1 when a required figure is missed");
    app.add_option("--json", settings.json, "Also write the report to this file");
    app.add_flag("--quick", quick, "20,000 rows, efConstruction 100, no million: about three minutes");
    app.add_flag("--no-million", noMillion, "Leave the million rows out");
    app.add_flag("--smoke", settings.smoke, "Tiny sets, one pass; only tells whether the benchmark works");
    app.add_option("--passes", settings.passes, "The median is reported")->check(CLI::Range(1, 99));
    app.add_option("--seed", settings.seed, "Of the generated sets");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (quick) {
        settings.rows = 20'000;
        settings.efConstruction = 100;
    }
    if (quick || noMillion)
        settings.millionRows = 0;
    if (settings.smoke)
        makeSmall(settings);
    return run(settings);
}
