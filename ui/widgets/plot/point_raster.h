// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot/plot_view.h"
#include "ui/widgets/plot/point_grid.h"

#include <QColor>
#include <QImage>

#include <array>
#include <cstdint>
#include <span>

namespace tw::plot {

inline constexpr std::size_t kMaxColours = 16;

/// How the points of one colour are drawn.
struct PointInk {
    QColor colour;
    double opacity = 0;     ///< 0..1; 0: not drawn.
    bool lit = false;       ///< Drawn above the others, with PointStyle::litRadius.
    bool operator==(const PointInk&) const = default;
};

struct PointStyle {
    std::array<PointInk, kMaxColours> inks; ///< By colour index.
    double radius = 2;      ///< Logical pixels.
    double litRadius = 2.8;
    bool operator==(const PointStyle&) const = default;
};

/// The radius at which `count` points on `area` square pixels neither drown each other nor get lost: 0.18 of the side
/// of a point's share of the area, at most 3 while all is seen, times the root of the zoom; 0.7 to 5 logical pixels.
/// @param zoom  Present scale over the scale at which the whole is seen, > 0.
double pointRadius(std::size_t count, double area, double zoom);

/// Draws the visible points as discs with soft edges into a picture of view.size × ratio pixels, premultiplied, on
/// nothing. Bands of screen rows are shared out over the process' pool; about 5 ms for 100,000
/// points on 960,000 pixels with two threads.
/// @param colourOfRow  Index into style.inks for each row of the points.
/// @param ratio        Device pixels a logical pixel.
QImage rasterPoints(const PointGrid& grid, std::span<const std::uint8_t> colourOfRow, const PlotView& view,
                    const PointStyle& style, double ratio);

} // namespace tw::plot
