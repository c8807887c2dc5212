// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tw::bench {

inline constexpr std::size_t kNeighbours = 10;
using RowIds = std::vector<std::uint32_t>;

/// The true neighbours of every query, by full precision over all rows.
struct Truth {
    std::vector<float> last; ///< Similarity of each query's last true neighbour.
};
/// On all threads.
Truth findTruth(MatrixView rows, MatrixView queries);

/// One way to find neighbours, with the efforts to try.
struct Contender {
    std::string name;
    std::function<void(std::span<const float> query, int effort, RowIds& found)> find;
    std::vector<int> efforts = {0};
    std::size_t queries = static_cast<std::size_t>(-1); ///< The first so many only.
};

struct CurvePoint {
    int effort = 0;
    double recall = 0;
    double qps = 0; ///< Queries a second of the searching thread's processor time, median of the passes.
};
struct Curve {
    std::string name;
    std::vector<CurvePoint> points; ///< By effort.
};

/// Asks all queries of all contenders at all efforts, once a pass, contender beside contender, so that a busy moment
/// hits all alike. One thread. A row as similar as the last true neighbour counts as found: rounding may swap those.
std::vector<Curve> measureCurves(std::span<const Contender> contenders, MatrixView rows, MatrixView queries,
                                 const Truth& truth, int passes);

/// Queries a second at a recall: between the two measured points around it, the logarithm taken as linear in the
/// recall. Where the least effort has more, that one's. None when the recall is never reached.
std::optional<double> qpsAt(const Curve& curve, double recall);

/// The point with this effort, or null.
const CurvePoint* pointAt(const Curve& curve, int effort);

/// The greatest lack of recall of `ours` beside `reference` over the efforts at which the reference reaches `floor`;
/// negative when ours is better everywhere.
double worstLack(const Curve& ours, const Curve& reference, double floor);

double median(std::vector<double> values);
/// Processor seconds of this thread, of the whole process, and seconds on the wall.
double threadSeconds();
double processSeconds();
double wallSeconds();

/// Runs `body` on one thread: what it calls can't spread over others through parallelFor.
void onOneThread(const std::function<void()>& body);

} // namespace tw::bench
