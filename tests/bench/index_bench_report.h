// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "tests/bench/index_bench_figures.h"

namespace tw::bench {

/// What this machine computes with: "avx512-vnni", "avx512", "avx2" or "baseline".
std::string instructionSetName();

/// Whether every required figure was reached. Machines without VNNI owe 1.2 times hnswlib.
/// "ratios" and "recall" hold null for what could not be measured, which is not reached.
Json makeReport(const Settings& settings, const Figures& figures);

/// The report as tables.
void printReport(const Json& report);

} // namespace tw::bench
