// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/recall_plot.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/plot/plot_layers.h"
#include "ui/widgets/plot/recall_scale.h"
#include "ui/widgets/theme/theme.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tw::plot {
namespace {

constexpr double kReach = 28;      ///< Of the pointer to a point.
constexpr double kMarkRadius = 3.5, kPlaceRadius = 6.5;
constexpr int kRight = 14, kTop = 10;

void paintMark(QPainter* painter, const QPointF& at, CurveInk ink, double radius)
{
    switch (ink) {
    case CurveInk::Second: painter->drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)); break;
    case CurveInk::Third:
        painter->drawPolygon(QPolygonF{{at.x(), at.y() - 1.3 * radius},
                                       {at.x() + 1.3 * radius, at.y()},
                                       {at.x(), at.y() + 1.3 * radius},
                                       {at.x() - 1.3 * radius, at.y()}});
        break;
    case CurveInk::Reference:
    case CurveInk::First: painter->drawEllipse(at, radius, radius); break;
    }
}

} // namespace

QColor inkColor(CurveInk ink)
{
    switch (ink) {
    case CurveInk::Reference: return theme().color(ColorToken::Plot3);
    case CurveInk::First: return theme().color(ColorToken::Plot1);
    case CurveInk::Second: return theme().color(ColorToken::Plot2);
    case CurveInk::Third: return theme().color(Category::Crime);
    }
    return {};
}

RecallPlot::RecallPlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    setObjectName(QStringLiteral("recallPlot"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setPaintsOwnFocus(this);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
    buildPlot();
    connect(&theme(), &Theme::changed, this, &RecallPlot::restyle);
    restyle();
}

RecallPlot::~RecallPlot() = default;

void RecallPlot::buildPlot()
{
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->plotLayout()->setMargins(QMargins());
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLabelPadding(8);
        axis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    }
    m_plot->xAxis->grid()->setVisible(false);
    // Above the axes' own numbers, which the cross hair's values cover.
    m_plot->addLayer(QStringLiteral("marks"), m_plot->layer(QStringLiteral("axes")));
    m_plot->addLayer(QStringLiteral("hair"), m_plot->layer(QStringLiteral("marks")));
    for (const char* name : {"marks", "hair"})
        m_plot->layer(QLatin1String(name))->setMode(QCPLayer::lmBuffered);
    m_marks = new PaintedLayer(m_plot, QStringLiteral("marks"), [this](QPainter* painter) {
        paintMarks(painter);
        paintLabels(painter);
    });
    m_hair = new PaintedLayer(m_plot, QStringLiteral("hair"), [this](QPainter* painter) { paintCursor(painter); });
}

void RecallPlot::setCurves(std::vector<RecallCurve> curves)
{
    m_curves = std::move(curves);
    if (m_cursor && (m_cursor->first >= m_curves.size() || m_cursor->second >= m_curves[m_cursor->first].points.size()))
        setCursor(std::nullopt);
    rebuild();
}

void RecallPlot::setPlaces(std::optional<RecallPlace> here, std::optional<RecallPlace> wished)
{
    m_here = std::move(here);
    m_wished = std::move(wished);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RecallPlot::setCursor(std::optional<std::pair<std::size_t, std::size_t>> cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    const QString name = tr("Speed against recall");
    setAccessibleName(m_cursor ? tr("%1: %2", "a plot and the point in it").arg(name, pointAt(*m_cursor).text) : name);
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT cursorChanged();
}

const RecallPoint& RecallPlot::pointAt(std::pair<std::size_t, std::size_t> place) const
{
    return m_curves[place.first].points[place.second];
}

void RecallPlot::rebuild()
{
    m_plot->clearPlottables();
    for (const RecallCurve& curve : m_curves) {
        if (curve.ink == CurveInk::Reference)
            continue;
        // Along its own order, not along recall: that may step back by chance.
        auto* line = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
        line->setPen(QPen(inkColor(curve.ink), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const RecallPoint& point : curve.points)
            line->addData(recallPlace(point.recall), point.speed);
    }
    layOut();
}

void RecallPlot::layOut()
{
    double lowest = 1;
    std::vector<double> speeds;
    for (const RecallCurve& curve : m_curves) {
        for (const RecallPoint& point : curve.points) {
            speeds.push_back(point.speed);
            lowest = std::min(lowest, point.recall);
        }
    }
    const auto recalls = recallTicks(lowest);
    const auto [low, high] = speedLimits(speeds);
    const QFontMetricsF metrics(theme().font(TypeStep::Caption));
    const auto xTicker = QSharedPointer<QCPAxisTickerText>::create();
    const double width = std::max(1.0, this->width() - 60.0);
    const double span = recalls.back().place - recalls.front().place;
    double free = -1e9; // labels that would lie on the one before are left out
    for (const AxisTick& tick : recalls) {
        const double at = span > 0 ? (tick.place - recalls.front().place) / span * width : 0;
        const double half = metrics.horizontalAdvance(tick.label) / 2 + 4;
        xTicker->addTick(tick.place, at - half >= free ? tick.label : QString());
        if (at - half >= free)
            free = at + half;
    }
    const auto yTicker = QSharedPointer<QCPAxisTickerText>::create();
    double widest = 0;
    for (const AxisTick& tick : speedTicks(low, high)) {
        yTicker->addTick(tick.place, tick.label);
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    }
    m_plot->xAxis->setTicker(xTicker);
    m_plot->yAxis->setTicker(yTicker);
    const double pad = span * 0.02;
    m_plot->xAxis->setRange(recalls.front().place - pad, recalls.back().place + pad);
    m_plot->yAxis->setRange(low, high);
    m_plot->axisRect()->setMargins(QMargins(static_cast<int>(std::ceil(widest)) + 10, kTop, kRight,
                                            static_cast<int>(std::ceil(theme().lineHeight(TypeStep::Caption))) + 10));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RecallPlot::restyle()
{
    m_plot->setBackground(theme().color(ColorToken::Surface));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(theme().font(TypeStep::Caption));
        axis->setTickLabelColor(theme().color(ColorToken::Text3));
    }
    m_plot->yAxis->grid()->setPen(QPen(theme().color(ColorToken::LineRow), 1));
    rebuild();
}

QRectF RecallPlot::frame() const { return QRectF(m_plot->axisRect()->rect()); }

QPointF RecallPlot::position(double recall, double speed) const
{
    return {m_plot->xAxis->coordToPixel(recallPlace(recall)), m_plot->yAxis->coordToPixel(speed)};
}

void RecallPlot::paintMarks(QPainter* painter)
{
    for (const RecallCurve& curve : m_curves) {
        const QColor colour = inkColor(curve.ink);
        if (curve.ink == CurveInk::Reference && !curve.points.empty()) {
            const double y = position(1, curve.points.front().speed).y();
            painter->setPen(QPen(colour, 1.5, Qt::DashLine));
            painter->drawLine(QPointF(frame().left(), y), QPointF(frame().right(), y));
        }
        painter->setPen(QPen(theme().color(ColorToken::Surface), 1.5));
        painter->setBrush(colour);
        for (const RecallPoint& point : curve.points)
            paintMark(painter, position(point.recall, point.speed), curve.ink, kMarkRadius);
    }
    const bool same = m_here && m_wished && position(m_here->recall, m_here->speed) == position(m_wished->recall, m_wished->speed);
    if (m_here) {
        const QPointF at = position(m_here->recall, m_here->speed);
        painter->setPen(QPen(theme().color(ColorToken::Accent), 1.2, Qt::DotLine));
        painter->drawLine(at, QPointF(at.x(), frame().bottom()));
        painter->setPen(QPen(theme().color(ColorToken::Surface), 2));
        painter->setBrush(theme().color(ColorToken::Accent));
        painter->drawEllipse(at, kPlaceRadius, kPlaceRadius);
    }
    if (m_wished && !same) {
        painter->setPen(QPen(theme().color(ColorToken::Accent), 2));
        painter->setBrush(theme().color(ColorToken::Surface));
        painter->drawEllipse(position(m_wished->recall, m_wished->speed), kPlaceRadius, kPlaceRadius);
    }
    if (hasFocus() && keyboardFocusVisible() && !m_cursor)
        paint::focusRing(painter, QRectF(rect()), radius::kControl, paint::Ring::Inside);
}

void RecallPlot::paintLabels(QPainter* painter)
{
    std::vector<QRectF> taken;
    for (const RecallCurve& curve : m_curves)
        for (const RecallPoint& point : curve.points)
            taken.push_back(QRectF(position(point.recall, point.speed) - QPointF(5, 5), QSizeF(10, 10)));
    std::vector<QRectF> labels; // and the two places, which are never covered
    for (const auto* place : {&m_here, &m_wished}) {
        if (*place)
            labels.push_back(QRectF(position((*place)->recall, (*place)->speed) - QPointF(8, 8), QSizeF(16, 16)));
    }
    const auto label = [&](const std::vector<QPointF>& anchors, const QString& text, const QColor& colour) {
        const QFont font = theme().font(TypeStep::Caption, QFont::DemiBold);
        const QSizeF size(std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2, theme().lineHeight(TypeStep::Caption));
        const QRectF room = frame().adjusted(0, -kTop, kRight, 0);
        QRectF place = labelPlace(anchors, size, room, taken);
        if (!place.isValid())
            place = labelPlace(anchors, size, room, labels); // rather over a curve than nowhere
        if (!place.isValid())
            return;
        taken.push_back(place);
        labels.push_back(place);
        text::drawElided(painter, place.adjusted(1, 0, 1, 0), text, font, colour);
    };
    const bool same = m_here && m_wished && position(m_here->recall, m_here->speed) == position(m_wished->recall, m_wished->speed);
    if (m_here)
        label({position(m_here->recall, m_here->speed)}, m_here->text, theme().color(ColorToken::Accent));
    if (m_wished && !same)
        label({position(m_wished->recall, m_wished->speed)}, m_wished->text, theme().color(ColorToken::Accent));
    for (const RecallCurve& curve : m_curves) {
        if (curve.points.empty())
            continue;
        std::vector<QPointF> anchors;
        if (curve.ink == CurveInk::Reference)
            anchors.push_back({frame().left(), position(1, curve.points.front().speed).y()});
        for (const RecallPoint& point : curve.points)
            anchors.push_back(position(point.recall, point.speed));
        label(anchors, curve.name, inkColor(curve.ink));
    }
}

void RecallPlot::paintCursor(QPainter* painter)
{
    if (!m_cursor)
        return;
    const RecallPoint& point = pointAt(*m_cursor);
    const QPointF at = position(point.recall, point.speed);
    painter->setPen(QPen(theme().color(ColorToken::Text3), 1));
    painter->drawLine(QPointF(frame().left(), at.y()), at);
    painter->drawLine(at, QPointF(at.x(), frame().bottom()));
    painter->setPen(QPen(inkColor(m_curves[m_cursor->first].ink), 2));
    painter->setBrush(theme().color(ColorToken::Surface));
    painter->drawEllipse(at, kPlaceRadius - 1, kPlaceRadius - 1);
    // The exact values stand on the axes.
    const QFont font = theme().font(TypeStep::Caption, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const auto tag = [&](const QString& text, QPointF middle, bool onLeft) {
        QRectF place(0, 0, text::tabularWidth(metrics, text) + 10, theme().lineHeight(TypeStep::Caption) + 2);
        place.moveCenter(middle);
        if (onLeft)
            place.moveRight(frame().left() - 3);
        place.moveLeft(std::clamp(place.left(), 0.0, std::max(0.0, width() - place.width())));
        paint::roundedRect(painter, place, radius::kTag, theme().color(ColorToken::Text));
        text::drawTabular(painter, place, Qt::AlignHCenter, text, font, theme().color(ColorToken::Surface));
    };
    const double below = frame().bottom() + 4 + theme().lineHeight(TypeStep::Caption) / 2;
    tag(QLocale().toString(point.recall, 'f', point.recall < 1 ? 4 : 0), {at.x(), below}, false);
    tag(QLocale().toString(point.speed, 'f', point.speed < 10 ? 1 : 0), {0, at.y()}, true);
}

std::optional<std::pair<std::size_t, std::size_t>> RecallPlot::nearest(const QPointF& at, double within) const
{
    std::optional<std::pair<std::size_t, std::size_t>> best;
    for (std::size_t curve = 0; curve < m_curves.size(); ++curve) {
        for (std::size_t i = 0; i < m_curves[curve].points.size(); ++i) {
            const RecallPoint& point = m_curves[curve].points[i];
            const QPointF away = position(point.recall, point.speed) - at;
            const double distance = std::hypot(away.x(), away.y());
            if (distance < within) {
                within = distance;
                best = {curve, i};
            }
        }
    }
    return best;
}

void RecallPlot::walk(int along, int across)
{
    if (!m_cursor) {
        const std::optional<RecallPlace>& start = m_wished ? m_wished : m_here;
        setCursor(nearest(start ? position(start->recall, start->speed) : frame().topLeft(), 1e9));
        return;
    }
    auto [curve, point] = *m_cursor;
    if (across != 0) {
        const double x = position(pointAt(*m_cursor).recall, 1).x();
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            curve = across > 0 ? (curve + 1) % m_curves.size() : (curve + m_curves.size() - 1) % m_curves.size();
            if (!m_curves[curve].points.empty())
                break;
        }
        const auto& points = m_curves[curve].points;
        const auto away = [&](const RecallPoint& one) { return std::abs(position(one.recall, 1).x() - x); };
        point = static_cast<std::size_t>(
            std::min_element(points.begin(), points.end(),
                             [&](const RecallPoint& a, const RecallPoint& b) { return away(a) < away(b); })
            - points.begin());
    } else {
        const auto last = static_cast<std::ptrdiff_t>(m_curves[curve].points.size()) - 1;
        point = static_cast<std::size_t>(
            std::clamp(static_cast<std::ptrdiff_t>(point) + along, std::ptrdiff_t{0}, last));
    }
    setCursor(std::pair(curve, point));
}

void RecallPlot::keyPressEvent(QKeyEvent* event)
{
    constexpr int kFar = 1'000'000;
    switch (event->key()) {
    case Qt::Key_Left: walk(-1, 0); return;
    case Qt::Key_Right: walk(1, 0); return;
    case Qt::Key_Up: walk(0, -1); return;
    case Qt::Key_Down: walk(0, 1); return;
    case Qt::Key_Home: walk(-kFar, 0); return;
    case Qt::Key_End: walk(kFar, 0); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_cursor)
            Q_EMIT picked(m_cursor->first, m_cursor->second);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void RecallPlot::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(nearest(event->position(), kReach));
    QWidget::setCursor(m_cursor ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RecallPlot::mousePressEvent(QMouseEvent* event)
{
    setCursor(nearest(event->position(), kReach));
    if (event->button() == Qt::LeftButton && m_cursor)
        Q_EMIT picked(m_cursor->first, m_cursor->second);
}

void RecallPlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        setCursor(std::nullopt);
}

void RecallPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !m_curves.empty())
        walk(0, 0);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RecallPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        setCursor(std::nullopt);
}

bool RecallPlot::event(QEvent* event)
{
    if (event->type() == QEvent::LocaleChange)
        layOut();
    return QWidget::event(event);
}

void RecallPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->setGeometry(rect());
    layOut();
}

} // namespace tw::plot
