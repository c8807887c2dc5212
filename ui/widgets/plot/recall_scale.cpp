// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/recall_scale.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace tw::plot {
namespace {

constexpr std::array kRecalls{0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0};
constexpr double kGap = 8; ///< Between an anchor and its label.

QString recallLabel(double recall)
{
    const int decimals = recall <= 0 || recall >= 1 ? 0 : recall < 0.95 ? 1 : recall < 0.995 ? 2 : 3;
    return QLocale().toString(recall, 'f', decimals);
}

} // namespace

double recallPlace(double recall) { return -std::log10(1 - std::clamp(recall, 0.0, kNearlyAll)); }

std::vector<AxisTick> recallTicks(double lowest)
{
    std::vector<AxisTick> ticks;
    for (std::size_t i = 0; i < kRecalls.size(); ++i) {
        const bool last = i + 1 == kRecalls.size();
        if (last || kRecalls[i + 1] > lowest || i + 2 == kRecalls.size())
            ticks.push_back({recallPlace(kRecalls[i]), recallLabel(kRecalls[i])});
    }
    return ticks;
}

std::vector<AxisTick> speedTicks(double low, double high)
{
    const bool far = high / low >= 1000;
    std::vector<AxisTick> ticks;
    for (double decade = std::pow(10.0, std::floor(std::log10(low))); decade <= high; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0}) {
            const double value = decade * step;
            if (value >= low && value <= high && (step == 1.0 || !far))
                ticks.push_back({value, QLocale().toString(value, 'f', value < 1 ? 1 : 0)});
        }
    }
    return ticks;
}

std::pair<double, double> speedLimits(std::span<const double> speeds)
{
    double low = 0;
    double high = 0;
    for (const double speed : speeds) {
        if (!(speed > 0))
            continue;
        low = low > 0 ? std::min(low, speed) : speed;
        high = std::max(high, speed);
    }
    if (!(low > 0))
        return {1, 10};
    return {low / 1.6, high * 1.8};
}

QRectF labelPlace(std::span<const QPointF> anchors, QSizeF size, const QRectF& frame, std::span<const QRectF> taken)
{
    for (const double dy : {-size.height() - kGap / 2, kGap / 2}) {
        for (const QPointF& anchor : anchors) {
            for (const double dx : {kGap, -kGap - size.width()}) {
                const QRectF place(anchor + QPointF(dx, dy), size);
                const bool free = frame.contains(place)
                                  && std::none_of(taken.begin(), taken.end(),
                                                  [&place](const QRectF& other) { return other.intersects(place); });
                if (free)
                    return place;
            }
        }
    }
    return {};
}

} // namespace tw::plot
