// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/map_presenter.h"
#include "ui/widgets/plot/plot_view.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace tw::ui {

/// A film named on the map.
struct MapLabel {
    std::uint32_t row = 0;
    std::size_t stop = 0; ///< Seen from this stop of the walk on.
    QString text;
};

/// Everything drawn over the points. A value the canvas keeps and the painter reads.
struct MapScene {
    std::shared_ptr<const MapPoints> points;
    std::shared_ptr<const MapTaste> taste;
    std::size_t stop = 0;               ///< The walk is shown up to this vertex of the trail (0: its start).
    double step = 1;                    ///< Share of the last segment that is walked, 0..1.
    double width = 1;                   ///< Of all points, data units: what a jump is measured by.
    std::vector<MapLabel> labels;       ///< Most important first.
    std::vector<std::uint32_t> found;   ///< Rows the find field matches.
    std::optional<MapCard> card;        ///< Of the film under the pointer or the focus.
    bool focusRing = false;             ///< The canvas has the keyboard and no film is chosen.

    QPointF position(std::uint32_t row) const;
    QColor colour(std::uint32_t row) const;
    /// Where the walk stands at stop and step.
    QPointF standing() const;
    /// The walk is shown to its end: noise and cloud belong to that moment only.
    bool atEnd() const { return taste && stop + 1 >= taste->trail.size(); }
};

/// Paints cloud, noise samples, trail, position, neighbour lines, labels and rings, in this order.
void paintMapScene(QPainter* painter, const plot::PlotView& view, const MapScene& scene);

} // namespace tw::ui
