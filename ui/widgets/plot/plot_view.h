// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <algorithm>

namespace tw::plot {

/// Which part of a plane is seen, at one scale for both axes. Data y grows upwards, screen y downwards. A value.
struct PlotView {
    QPointF centre;          ///< Data coordinates in the middle of the screen.
    double scale = 1;        ///< Logical pixels a data unit, > 0.
    QSizeF size;             ///< Of the screen, logical pixels.

    QPointF toScreen(const QPointF& data) const
    {
        return {size.width() / 2 + (data.x() - centre.x()) * scale, size.height() / 2 - (data.y() - centre.y()) * scale};
    }
    QPointF toData(const QPointF& screen) const
    {
        return {centre.x() + (screen.x() - size.width() / 2) / scale,
                centre.y() - (screen.y() - size.height() / 2) / scale};
    }
    /// The visible part of the plane; top() is its lowest y.
    QRectF visible() const
    {
        const QSizeF span = size / scale;
        return {centre.x() - span.width() / 2, centre.y() - span.height() / 2, span.width(), span.height()};
    }
    /// Zooms by a factor so that the data under a screen point stays there.
    PlotView zoomed(double factor, const QPointF& anchor) const
    {
        PlotView view = *this;
        view.scale *= factor;
        view.centre += toData(anchor) - view.toData(anchor);
        return view;
    }
    /// All of `bounds` inside the margins. A rectangle without extent is shown as one unit.
    static PlotView fitting(const QRectF& bounds, const QSizeF& size, const QMarginsF& margins)
    {
        PlotView view;
        view.size = size;
        const double width = std::max(1.0, size.width() - margins.left() - margins.right());
        const double height = std::max(1.0, size.height() - margins.top() - margins.bottom());
        const double x = bounds.width() > 0 ? width / bounds.width() : width;
        const double y = bounds.height() > 0 ? height / bounds.height() : height;
        view.scale = std::min(x, y);
        view.centre = bounds.center() + QPointF((margins.right() - margins.left()) / 2,
                                                (margins.top() - margins.bottom()) / 2) / view.scale;
        return view;
    }
    bool operator==(const PlotView&) const = default;
};

} // namespace tw::plot
