// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/map_canvas.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/plot/plot_layers.h"
#include "ui/widgets/theme/theme.h"

namespace tw::ui {
namespace {

constexpr double kLightOpacity = 0.62, kDarkOpacity = 0.66, kLitOpacity = 0.95, kDimmedOpacity = 0.16;
constexpr double kLitMore = 0.8, kCloseUp = 2;
const QMarginsF kMargins(40, 28, 40, 28);

plot::PlotView between(const plot::PlotView& from, const plot::PlotView& to, double share)
{
    plot::PlotView view = to;
    view.centre = from.centre + (to.centre - from.centre) * share;
    view.scale = from.scale * std::pow(to.scale / from.scale, share);
    return view;
}

} // namespace

MapCanvas::MapCanvas(FilmActs& acts, QWidget* parent) : QWidget(parent), m_acts(acts), m_plot(new QCustomPlot(this))
{
    setObjectName(QStringLiteral("mapCanvas"));
    setAccessibleName(tr("Map of films"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 200);
    setPaintsOwnFocus(this);
    buildPlot();

    m_viewMotion.setStartValue(0.0);
    m_viewMotion.setEndValue(1.0);
    m_viewMotion.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_viewMotion, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& share) { setView(between(m_from, m_to, share.toDouble())); });
    m_stepMotion.setStartValue(0.0);
    m_stepMotion.setEndValue(1.0);
    m_stepMotion.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_stepMotion, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        m_scene.step = share.toDouble();
        redrawOverlay();
    });
    connect(&theme(), &Theme::changed, this, &MapCanvas::restyle);
    restyle();
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::buildPlot()
{
    // The canvas takes all input itself; the plot only draws.
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMargins(QMargins());
    m_plot->plotLayout()->setMargins(QMargins());
    for (QCPAxis* axis : m_plot->axisRect()->axes())
        axis->setVisible(false);
    m_plot->addLayer(QStringLiteral("points"), m_plot->layer(QStringLiteral("main")));
    m_plot->addLayer(QStringLiteral("taste"), m_plot->layer(QStringLiteral("points")));
    m_plot->layer(QStringLiteral("points"))->setMode(QCPLayer::lmBuffered);
    m_plot->layer(QStringLiteral("taste"))->setMode(QCPLayer::lmBuffered);
    m_points = new plot::PointPlottable(m_plot->xAxis, m_plot->yAxis);
    m_points->setLayer(QStringLiteral("points"));
    m_overlay = new plot::PaintedLayer(m_plot, QStringLiteral("taste"),
                                       [this](QPainter* painter) { paintMapScene(painter, m_view, m_scene); });
}

void MapCanvas::setPoints(std::shared_ptr<const MapPoints> points)
{
    const bool moved = !points || !m_scene.points || points->positions.data() != m_scene.points->positions.data();
    m_scene.points = std::move(points);
    if (moved) {
        m_scene.card.reset();
        m_scene.labels.clear();
        m_scene.found.clear();
        m_hovered.reset();
        m_chosen.reset();
        m_grid = m_scene.points ? std::make_shared<plot::PointGrid>(m_scene.points->positions) : nullptr;
        m_scene.width = m_grid ? m_grid->bounds().width() : 1;
    }
    m_points->setPoints(m_grid, m_scene.points ? m_scene.points->colouring.colourOfRow : std::vector<std::uint8_t>());
    m_hidden.reset();
    m_lit.reset();
    if (moved)
        fit(false);
    restyle();
}

void MapCanvas::setTaste(std::shared_ptr<const MapTaste> taste, std::vector<MapLabel> labels)
{
    const bool newStep = taste && m_scene.taste && taste->trail.size() == m_scene.taste->trail.size() + 1 &&
                         m_scene.atEnd() && isVisible();
    m_scene.taste = std::move(taste);
    m_scene.labels = std::move(labels);
    const std::size_t last = m_scene.taste && !m_scene.taste->trail.empty() ? m_scene.taste->trail.size() - 1 : 0;
    setStop(last, newStep);
}

void MapCanvas::setStop(std::size_t vertex, bool animated)
{
    m_stepMotion.stop();
    m_scene.stop = vertex;
    m_scene.step = 1;
    if (animated && theme().duration(motion::kWalkStep) > 0) {
        m_scene.step = 0;
        m_stepMotion.setDuration(theme().duration(motion::kWalkStep));
        m_stepMotion.start();
    }
    redrawOverlay();
}

void MapCanvas::setCard(std::optional<MapCard> card)
{
    m_scene.card = std::move(card);
    redrawOverlay();
}

void MapCanvas::setFound(std::vector<std::uint32_t> rows)
{
    m_scene.found = std::move(rows);
    redrawOverlay();
}

void MapCanvas::setColourShown(std::uint8_t colour, bool shown)
{
    m_hidden.set(colour, !shown);
    restyle();
}

void MapCanvas::setLit(std::optional<std::uint8_t> colour)
{
    m_lit = colour;
    restyle();
}

plot::PlotView MapCanvas::wholeView() const
{
    return plot::PlotView::fitting(m_grid ? m_grid->bounds() : QRectF(0, 0, 1, 1), QSizeF(size()), kMargins);
}

void MapCanvas::fit(bool animated)
{
    m_whole = true;
    moveTo(wholeView(), animated);
}

void MapCanvas::zoom(double factor)
{
    m_viewMotion.stop();
    m_whole = false;
    const double whole = wholeView().scale;
    const double scale = std::clamp(m_view.scale * factor, whole * 0.5, whole * 200);
    setView(m_view.zoomed(scale / m_view.scale, QPointF(width() / 2.0, height() / 2.0)));
}

void MapCanvas::showRow(std::uint32_t row)
{
    plot::PlotView view = wholeView();
    view.scale = std::max(m_view.scale, view.scale * kCloseUp);
    view.centre = m_scene.position(row);
    m_whole = false;
    moveTo(view, true);
}

void MapCanvas::setChosen(std::optional<std::uint32_t> row)
{
    m_chosen = row;
    m_scene.focusRing = hasFocus() && keyboardFocusVisible() && !row;
    redrawOverlay();
}

void MapCanvas::moveTo(const plot::PlotView& view, bool animated)
{
    m_viewMotion.stop();
    const int duration = animated && isVisible() ? theme().duration(motion::kMapView) : 0;
    if (duration == 0) {
        setView(view);
        return;
    }
    m_from = m_view;
    m_to = view;
    m_viewMotion.setDuration(duration);
    m_viewMotion.start();
}

void MapCanvas::setView(const plot::PlotView& view)
{
    m_view = view;
    m_view.size = QSizeF(size());
    const QRectF seen = m_view.visible();
    m_plot->xAxis->setRange(seen.left(), seen.right());
    m_plot->yAxis->setRange(seen.top(), seen.bottom());
    m_points->setView(m_view);
    restyle();
    Q_EMIT viewChanged();
}

void MapCanvas::restyle()
{
    const double normal = theme().isDark() ? kDarkOpacity : kLightOpacity;
    plot::PointStyle style;
    const std::size_t count = m_grid ? m_grid->size() : 0;
    const plot::PlotView whole = wholeView();
    style.radius = plot::pointRadius(count, whole.size.width() * whole.size.height(), m_view.scale / whole.scale);
    style.litRadius = style.radius + kLitMore;
    for (std::size_t colour = 0; colour <= kOtherColour; ++colour) {
        plot::PointInk& ink = style.inks.at(colour);
        ink.colour = theme().color(static_cast<Category>(colour));
        ink.lit = m_lit && *m_lit == colour;
        ink.opacity = ink.lit ? kLitOpacity : m_hidden.test(colour) ? 0 : m_lit ? kDimmedOpacity : normal;
    }
    m_points->setStyle(style);
    m_plot->setBackground(theme().color(ColorToken::Surface));
    redraw();
}

void MapCanvas::redraw() { m_plot->replot(QCustomPlot::rpQueuedReplot); }

void MapCanvas::redrawOverlay()
{
    if (m_overlayQueued)
        return;
    m_overlayQueued = true;
    QMetaObject::invokeMethod(this, [this] {
        m_overlayQueued = false;
        m_overlay->layer()->replot();
    }, Qt::QueuedConnection);
}

bool MapCanvas::settled() const
{
    return m_viewMotion.state() == QAbstractAnimation::Stopped && m_stepMotion.state() == QAbstractAnimation::Stopped &&
           !m_overlayQueued;
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->setGeometry(rect());
    if (m_whole)
        fit(false);
    else
        setView(m_view);
}

} // namespace tw::ui
