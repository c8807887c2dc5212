// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/taste_map.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tw::ui {
namespace {

constexpr double kMargin = 12;
constexpr double kDotRadius = 0.85;
/// More would only fill the picture; every so many rows is a fair sample because rows are in the catalogue's order.
constexpr std::size_t kMostDots = 2500;
constexpr double kLongStep = 0.06; ///< Of the width; longer steps are dashed.
constexpr double kPositionRadius = 5;
constexpr double kCloudSize = 2; ///< In standard deviations.

} // namespace

TasteMap::TasteMap(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("tasteMap"));
    setAccessibleName(tr("Map of your taste"));
    setToolTip(text::tip(tr("Open the map"), QStringLiteral("Ctrl+3")));
    setFocusPolicy(Qt::TabFocus);
    setFocusRadius(this, radius::kRow);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] {
        m_dots = {};
        update();
    });
}

void TasteMap::setProjection(std::shared_ptr<const Projection> projection)
{
    if (projection == m_projection)
        return;
    m_projection = std::move(projection);
    m_dots = {};
    m_bounds = {};
    if (m_projection && m_projection->positions().rows() > 0) {
        const MatrixView positions = m_projection->positions();
        QPointF low(positions.row(0)[0], positions.row(0)[1]);
        QPointF high = low;
        for (std::size_t row = 1; row < positions.rows(); ++row) {
            const double x = positions.row(row)[0];
            const double y = positions.row(row)[1];
            low = {std::min(low.x(), x), std::min(low.y(), y)};
            high = {std::max(high.x(), x), std::max(high.y(), y)};
        }
        m_bounds = QRectF(low, high);
    }
    update();
}

void TasteMap::setTaste(std::shared_ptr<const TasteView> view)
{
    m_view = std::move(view);
    m_fresh = true;
    setAccessibleDescription(m_view ? m_view->countsText : QString());
    update();
}

void TasteMap::setCloud(const MapEllipse& cloud)
{
    m_cloud = cloud;
    update();
}

QPointF TasteMap::placed(QPointF point) const
{
    const auto fraction = [](double value, double low, double extent) {
        return extent > 0 ? (value - low) / extent : 0.5;
    };
    // Up is up: the data's y grows upwards.
    return {kMargin + fraction(point.x(), m_bounds.left(), m_bounds.width()) * (width() - 2 * kMargin),
            height() - kMargin - fraction(point.y(), m_bounds.top(), m_bounds.height()) * (height() - 2 * kMargin)};
}

void TasteMap::paintDots()
{
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(this->size()) * ratio).toSize();
    if (m_dots.size() == size)
        return;
    m_dots = QPixmap(size);
    m_dots.setDevicePixelRatio(ratio);
    m_dots.fill(Qt::transparent);
    QPainter painter(&m_dots);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::roundedRect(&painter, rect(), radius::kRow, theme().color(ColorToken::Surface));
    if (!m_projection)
        return;
    QColor ink = theme().color(ColorToken::Mark);
    ink.setAlphaF(0.5F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const MatrixView positions = m_projection->positions();
    const std::size_t step = std::max<std::size_t>(1, positions.rows() / kMostDots);
    for (std::size_t row = 0; row < positions.rows(); row += step)
        painter.drawEllipse(placed({positions.row(row)[0], positions.row(row)[1]}), kDotRadius, kDotRadius);
}

void TasteMap::paintTrail(QPainter& painter) const
{
    const QColor accent = theme().color(ColorToken::Accent);
    QColor faint = accent;
    faint.setAlphaF(0.8F);
    QPen solid(accent, 1.7, Qt::SolidLine, Qt::RoundCap);
    QPen dashed(faint, 1.0, Qt::CustomDashLine, Qt::RoundCap);
    dashed.setDashPattern({1.5, 3});
    for (std::size_t i = 1; i < m_view->trail.size(); ++i) {
        const QLineF step(placed(m_view->trail[i - 1]), placed(m_view->trail[i]));
        painter.setPen(step.length() > kLongStep * width() ? dashed : solid);
        painter.drawLine(step);
    }
}

void TasteMap::paintCloud(QPainter& painter) const
{
    if (m_cloud.major <= 0)
        return;
    // Point by point, because the two axes of the picture have scales of their own.
    constexpr int kCorners = 72;
    QPolygonF outline;
    for (int i = 0; i < kCorners; ++i) {
        const double t = 2 * std::numbers::pi * i / kCorners;
        const double along = m_cloud.major * kCloudSize * std::cos(t);
        const double across = m_cloud.minor * kCloudSize * std::sin(t);
        outline << placed(m_cloud.centre + QPointF(along * std::cos(m_cloud.angle) - across * std::sin(m_cloud.angle),
                                                   along * std::sin(m_cloud.angle) + across * std::cos(m_cloud.angle)));
    }
    QColor fill = theme().color(ColorToken::Accent);
    QColor edge = fill;
    fill.setAlphaF(0.14F);
    edge.setAlphaF(0.6F);
    QPen pen(edge, 1);
    pen.setDashPattern({2, 2.5});
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawPolygon(outline);
    painter.setBrush(Qt::NoBrush);
}

void TasteMap::paintEvent(QPaintEvent*)
{
    paintDots();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_dots);
    if (m_view && m_view->hasProfile && m_projection) {
        const bool moved = m_view->likes > 0 || !m_view->historyKept;
        if (moved)
            paintCloud(painter);
        paintTrail(painter);
        const QPointF at = placed(m_view->position);
        const QColor accent = theme().color(ColorToken::Accent);
        const QColor surface = theme().color(ColorToken::Surface);
        painter.setPen(QPen(moved ? surface : accent, 2));
        painter.setBrush(moved ? accent : surface);
        painter.drawEllipse(at, kPositionRadius + (moved ? 1 : 0.5), kPositionRadius + (moved ? 1 : 0.5));
    }
    if (std::exchange(m_fresh, false))
        Q_EMIT painted();
}

} // namespace tw::ui
