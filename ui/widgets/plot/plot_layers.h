// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot/point_raster.h"
#include "ui/widgets/plot/qcustomplot_header.h"

#include <functional>
#include <memory>
#include <vector>

namespace tw::plot {

/// Many points as one cached picture, drawn anew only when the view, the points or their style change. Put it on a
/// layer of its own in the mode lmBuffered.
class PointPlottable : public QCPAbstractPlottable {
public:
    PointPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis);

    void setPoints(std::shared_ptr<const PointGrid> grid, std::vector<std::uint8_t> colourOfRow);
    void setStyle(const PointStyle& style);
    void setView(const PlotView& view) { m_view = view; }

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& foundRange, QCP::SignDomain inSignDomain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& foundRange, QCP::SignDomain inSignDomain = QCP::sdBoth,
                           const QCPRange& inKeyRange = QCPRange()) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    std::shared_ptr<const PointGrid> m_grid;
    std::vector<std::uint8_t> m_colourOfRow;
    PointStyle m_style;
    PlotView m_view;
    QImage m_picture;
    PlotView m_pictureView;
    PointStyle m_pictureStyle;
    bool m_stale = true;
};

/// Whatever a function paints, in the plot's own logical pixels. Put it on a layer of its own in the mode lmBuffered.
class PaintedLayer : public QCPLayerable {
public:
    PaintedLayer(QCustomPlot* plot, const QString& layer, std::function<void(QPainter*)> paint);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    std::function<void(QPainter*)> m_paint;
};

} // namespace tw::plot
