// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <span>
#include <utility>
#include <vector>

namespace tw::plot {

/// Recall as a place along an axis: −log10(1 − recall), so that 0.9, 0.99 and 0.999 lie equally far apart. From
/// kNearlyAll on it is drawn as 1: some hundred questions can't tell those apart.
double recallPlace(double recall);
inline constexpr double kNearlyAll = 0.9998;

struct AxisTick {
    double place = 0; ///< On the axis: recallPlace(), or the speed itself.
    QString label;    ///< "0.99", "2,000".
};

/// From the last tick at or below the lowest recall to 1. Sorted; at least two.
std::vector<AxisTick> recallTicks(double lowest);
/// 1, 2 and 5 times powers of ten within the limits (powers of ten alone where those are three decades apart).
std::vector<AxisTick> speedTicks(double low, double high);
/// Limits with room above and below all speeds; 1..10 without any.
std::pair<double, double> speedLimits(std::span<const double> speeds);

/// Where a label of that size goes beside one of the anchors (tried in order: above right, above left, below right,
/// below left) without lying on what is taken or outside the frame. Invalid when there is no room anywhere.
QRectF labelPlace(std::span<const QPointF> anchors, QSizeF size, const QRectF& frame, std::span<const QRectF> taken);

} // namespace tw::plot
