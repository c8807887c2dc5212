// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/plot_layers.h"

namespace tw::plot {

PointPlottable::PointPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis) : QCPAbstractPlottable(keyAxis, valueAxis)
{
    setSelectable(QCP::stNone);
}

void PointPlottable::setPoints(std::shared_ptr<const PointGrid> grid, std::vector<std::uint8_t> colourOfRow)
{
    m_grid = std::move(grid);
    m_colourOfRow = std::move(colourOfRow);
    m_stale = true;
}

void PointPlottable::setStyle(const PointStyle& style) { m_style = style; }

double PointPlottable::selectTest(const QPointF&, bool, QVariant*) const { return -1; }

QCPRange PointPlottable::getKeyRange(bool& foundRange, QCP::SignDomain) const
{
    foundRange = m_grid && m_grid->size() > 0;
    return foundRange ? QCPRange(m_grid->bounds().left(), m_grid->bounds().right()) : QCPRange();
}

QCPRange PointPlottable::getValueRange(bool& foundRange, QCP::SignDomain, const QCPRange&) const
{
    foundRange = m_grid && m_grid->size() > 0;
    return foundRange ? QCPRange(m_grid->bounds().top(), m_grid->bounds().bottom()) : QCPRange();
}

void PointPlottable::draw(QCPPainter* painter)
{
    if (!m_grid || m_view.size.isEmpty())
        return;
    const double ratio = mParentPlot->bufferDevicePixelRatio();
    if (m_stale || m_picture.devicePixelRatio() != ratio || !(m_pictureView == m_view) ||
        !(m_pictureStyle == m_style)) {
        m_picture = rasterPoints(*m_grid, m_colourOfRow, m_view, m_style, ratio);
        m_pictureView = m_view;
        m_pictureStyle = m_style;
        m_stale = false;
    }
    painter->drawImage(QPointF(0, 0), m_picture);
}

void PointPlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

PaintedLayer::PaintedLayer(QCustomPlot* plot, const QString& layer, std::function<void(QPainter*)> paint)
    : QCPLayerable(plot, layer), m_paint(std::move(paint))
{
}

void PaintedLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const { painter->setAntialiasing(true); }

void PaintedLayer::draw(QCPPainter* painter) { m_paint(painter); }

} // namespace tw::plot
