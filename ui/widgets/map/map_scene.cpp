// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/map_scene.h"

#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace tw::ui {
namespace {

constexpr double kCasing = 6, kTrail = 2.4, kJump = 1.6, kJumpShare = 0.06, kStop = 8, kPosition = 18, kHole = 6;
constexpr double kNoise = 5.2, kNeighbour = 9, kChosen = 14, kLiked = 9, kLabelOutline = 4.5;

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

void disc(QPainter* painter, const QPointF& centre, double diameter, const QColor& fill, const QColor& line = {},
          double width = 0)
{
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawEllipse(centre, diameter / 2, diameter / 2);
}

/// One pass over the scene with the colours at hand.
class ScenePainter {
public:
    ScenePainter(QPainter* painter, const plot::PlotView& view, const MapScene& scene)
        : m_painter(painter), m_view(view), m_scene(scene), m_text(theme().color(ColorToken::Text)),
          m_surface(theme().color(ColorToken::Surface)), m_accent(theme().color(ColorToken::Accent))
    {
    }

    void cloud() const
    {
        const MapEllipse& cloud = m_scene.taste->cloud;
        if (cloud.major <= 0)
            return;
        QPen line(withAlpha(m_accent, 0.75), 1.2);
        line.setDashPattern({3 / 1.2, 3 / 1.2});
        m_painter->save();
        m_painter->translate(m_view.toScreen(cloud.centre));
        m_painter->rotate(-cloud.angle * 180 / std::numbers::pi);
        m_painter->setPen(line);
        m_painter->setBrush(withAlpha(m_accent, 0.10));
        for (const double deviations : {1.1, 2.0})
            m_painter->drawEllipse(QPointF(), cloud.major * m_view.scale * deviations,
                                   cloud.minor * m_view.scale * deviations);
        m_painter->restore();
        for (const QPointF& sample : m_scene.taste->noise)
            disc(m_painter, m_view.toScreen(sample), kNoise, m_surface, m_accent, 1.3);
    }

    void trail() const
    {
        const auto& trail = m_scene.taste->trail;
        const std::size_t last = std::min(m_scene.stop, trail.size() - 1);
        for (std::size_t i = 1; i <= last; ++i) {
            const QPointF end = i == last ? m_scene.standing() : trail[i];
            const QPointF from = m_view.toScreen(trail[i - 1]), to = m_view.toScreen(end);
            const bool jump = std::hypot(trail[i].x() - trail[i - 1].x(), trail[i].y() - trail[i - 1].y()) >
                              kJumpShare * m_scene.width;
            m_painter->setPen(QPen(m_surface, kCasing, Qt::SolidLine, Qt::RoundCap));
            m_painter->drawLine(from, to);
            QPen line(m_text, jump ? kJump : kTrail, Qt::SolidLine, Qt::RoundCap);
            if (jump)
                line.setDashPattern({2 / kJump, 5 / kJump});
            m_painter->setPen(line);
            m_painter->drawLine(from, to);
        }
        if (last > 0)
            disc(m_painter, m_view.toScreen(trail.front()), kStop, m_surface, m_text, 1.8);
        for (std::size_t i = 1; i < last; ++i)
            disc(m_painter, m_view.toScreen(trail[i]), kStop, m_text, m_surface, 1.8);
    }

    void standing() const
    {
        const QPointF at = m_view.toScreen(m_scene.standing());
        disc(m_painter, at, kPosition + 4, m_surface);
        disc(m_painter, at, kPosition, m_accent);
        disc(m_painter, at, kHole, m_surface);
    }

    void neighbourLines() const
    {
        const QPointF from = m_view.toScreen(m_scene.card->position);
        for (const double width : {3.5, 1.3}) {
            m_painter->setPen(QPen(width > 2 ? m_surface : m_text, width));
            for (const MapNeighbour& neighbour : m_scene.card->neighbours)
                m_painter->drawLine(from, m_view.toScreen(m_scene.position(neighbour.row)));
        }
    }

    void neighbourRings() const
    {
        for (const MapNeighbour& neighbour : m_scene.card->neighbours)
            disc(m_painter, m_view.toScreen(m_scene.position(neighbour.row)), kNeighbour,
                 m_scene.colour(neighbour.row), m_text, 1.5);
        disc(m_painter, m_view.toScreen(m_scene.card->position), kChosen, m_scene.colour(m_scene.card->row), m_text,
             2.2);
    }

    void liked() const
    {
        for (const MapLabel& label : m_scene.labels) {
            if (label.stop <= m_scene.stop)
                disc(m_painter, m_view.toScreen(m_scene.position(label.row)), kLiked, m_scene.colour(label.row),
                     m_accent, 2);
        }
        for (const std::uint32_t row : m_scene.found)
            disc(m_painter, m_view.toScreen(m_scene.position(row)), kNeighbour + 4, QColor(), m_accent, 2);
    }

    void labels()
    {
        const QFont font = theme().fontOfSize(13, QFont::DemiBold);
        const QFontMetricsF metrics(font);
        const QRectF screen(QPointF(), m_view.size);
        const QPointF standing = m_scene.taste ? m_view.toScreen(m_scene.standing()) : QPointF(-100, -100);
        m_taken.push_back(QRectF(standing, QSizeF()).adjusted(-12, -12, 12, 12));
        for (const MapLabel& label : m_scene.labels) {
            if (label.stop <= m_scene.stop)
                m_taken.push_back(QRectF(m_view.toScreen(m_scene.position(label.row)), QSizeF()).adjusted(-4, -4, 4, 4));
        }
        for (const MapLabel& label : m_scene.labels) {
            const QPointF at = m_view.toScreen(m_scene.position(label.row));
            if (label.stop <= m_scene.stop && screen.contains(at))
                place(label.text, at, font, metrics, screen);
        }
    }

private:
    void place(const QString& label, const QPointF& at, const QFont& font, const QFontMetricsF& metrics,
               const QRectF& screen)
    {
        const QSizeF size(metrics.horizontalAdvance(label) + 6, metrics.height());
        const std::array<QPointF, 4> places{QPointF(-size.width() / 2, -size.height() - 6), QPointF(-size.width() / 2, 6),
                                            QPointF(8, -size.height() / 2), QPointF(-size.width() - 8, -size.height() / 2)};
        for (const QPointF& offset : places) {
            const QRectF box(at + offset, size);
            const bool free = screen.contains(box) && std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& other) {
                return other.intersects(box);
            });
            if (!free)
                continue;
            QPainterPath path;
            path.addText(box.left() + 3, box.top() + metrics.ascent(), font, label);
            m_painter->setBrush(Qt::NoBrush);
            m_painter->strokePath(path, QPen(withAlpha(m_surface, 0.92), kLabelOutline, Qt::SolidLine, Qt::RoundCap,
                                             Qt::RoundJoin));
            m_painter->fillPath(path, m_text);
            m_taken.push_back(box);
            return;
        }
    }

    QPainter* m_painter;
    const plot::PlotView& m_view;
    const MapScene& m_scene;
    QColor m_text;
    QColor m_surface;
    QColor m_accent;
    std::vector<QRectF> m_taken;
};

} // namespace

QPointF MapScene::position(std::uint32_t row) const
{
    const auto place = points->positions.row(row);
    return {static_cast<double>(place[0]), static_cast<double>(place[1])};
}

QColor MapScene::colour(std::uint32_t row) const
{
    return theme().color(static_cast<Category>(points->colouring.colourOfRow[row]));
}

QPointF MapScene::standing() const
{
    const auto& trail = taste->trail;
    if (trail.empty())
        return taste->position;
    const std::size_t last = std::min(stop, trail.size() - 1);
    const QPointF end = last + 1 == trail.size() ? taste->position : trail[last];
    return last == 0 || step >= 1 ? end : trail[last - 1] + (end - trail[last - 1]) * step;
}

void paintMapScene(QPainter* painter, const plot::PlotView& view, const MapScene& scene)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    ScenePainter part(painter, view, scene);
    if (scene.points) {
        const bool hasTaste = scene.taste != nullptr;
        if (hasTaste && scene.atEnd() && scene.step >= 1)
            part.cloud();
        if (hasTaste && !scene.taste->trail.empty())
            part.trail();
        if (scene.card)
            part.neighbourLines();
        part.liked();
        if (hasTaste)
            part.standing();
        part.labels();
        if (scene.card)
            part.neighbourRings();
    }
    if (scene.focusRing)
        paint::focusRing(painter, QRectF(QPointF(), view.size), 0, paint::Ring::Inside);
    painter->restore();
}

} // namespace tw::ui
