// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do on the map.
#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/map/map_canvas.h"
#include "ui/widgets/shell/film_acts.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace tw::ui {
namespace {

constexpr double kReach = 10;      // px within which a film is under the pointer
constexpr double kPanStep = 80;    // px
constexpr double kEdge = 64;       // px a chosen film keeps from the edge
constexpr double kWheelStep = 1.2; // zoom a notch

} // namespace

bool MapCanvas::shown(std::uint32_t row) const { return !m_hidden.test(m_scene.points->colouring.colourOfRow[row]); }

std::optional<std::uint32_t> MapCanvas::rowAt(const QPointF& screen) const
{
    if (!m_grid)
        return std::nullopt;
    return m_grid->nearest(m_view.toData(screen), kReach / m_view.scale, [this](std::uint32_t row) { return shown(row); });
}

ItemId MapCanvas::itemOf(std::optional<std::uint32_t> row) const
{
    return row && m_scene.points ? m_scene.points->items[*row] : ItemId::invalid();
}

void MapCanvas::pan(const QPointF& by)
{
    m_viewMotion.stop();
    m_whole = false;
    plot::PlotView view = m_view;
    view.centre -= QPointF(by.x(), -by.y()) / m_view.scale;
    setView(view);
}

void MapCanvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0 || !m_grid) {
        event->ignore();
        return;
    }
    m_viewMotion.stop();
    m_whole = false;
    const double whole = wholeView().scale;
    const double scale = std::clamp(m_view.scale * std::pow(kWheelStep, notches), whole * 0.5, whole * 200);
    setView(m_view.zoomed(scale / m_view.scale, event->position()));
    event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_dragged = false;
    m_pressedAt = m_draggedAt = event->position();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed) {
        if (!m_dragged && (event->position() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        m_dragged = true;
        setCursor(Qt::ClosedHandCursor);
        pan(event->position() - m_draggedAt);
        m_draggedAt = event->position();
        return;
    }
    const auto row = rowAt(event->position());
    setCursor(row ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (row == m_hovered)
        return;
    m_hovered = row;
    if (!m_pinned)
        Q_EMIT filmHovered(itemOf(row));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed = false;
    setCursor(Qt::ArrowCursor);
    if (m_dragged)
        return;
    m_hovered = rowAt(event->position());
    setChosen(m_hovered);
    Q_EMIT filmPicked(itemOf(m_hovered));
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const ItemId item = itemOf(rowAt(event->position())); item.isValid())
        Q_EMIT m_acts.detailsRequested(item, nullptr, -1);
}

void MapCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    if (!m_pinned && !m_chosen)
        Q_EMIT filmHovered(ItemId::invalid());
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    const auto row = event->reason() == QContextMenuEvent::Keyboard ? m_chosen : rowAt(QPointF(event->pos()));
    if (!row)
        return;
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
                          ? mapToGlobal(m_view.toScreen(m_scene.position(*row)).toPoint())
                          : event->globalPos();
    m_acts.showMenu(itemOf(row), Source::Map, {}, this, at);
}

void MapCanvas::walk(const QPointF& direction)
{
    const auto row = m_grid->next(m_scene.position(*m_chosen), direction, [this](std::uint32_t each) { return shown(each); });
    if (!row)
        return;
    setChosen(row);
    // Keep it away from the edge, so that one sees where one goes.
    const QPointF at = m_view.toScreen(m_scene.position(*row));
    const QPointF wanted(std::clamp(at.x(), kEdge, std::max(kEdge, width() - kEdge)),
                         std::clamp(at.y(), kEdge, std::max(kEdge, height() - kEdge)));
    if (wanted != at)
        pan(wanted - at);
    Q_EMIT filmFocused(itemOf(row));
}

void MapCanvas::chooseNearest(const QPointF& screen)
{
    if (!m_grid)
        return;
    const QPointF at = m_view.toData(screen);
    const double everything = (width() + height()) / m_view.scale;
    if (const auto row = m_grid->nearest(at, everything, [this](std::uint32_t each) { return shown(each); })) {
        setChosen(row);
        Q_EMIT filmFocused(itemOf(row));
    }
}

bool MapCanvas::actOnChosen(int key)
{
    const ItemId item = itemOf(m_chosen);
    switch (key) {
    case Qt::Key_L:
    case Qt::Key_Space: m_acts.perform(ItemAct::Like, item, Source::Map); return true;
    case Qt::Key_D: m_acts.perform(ItemAct::Dislike, item, Source::Map); return true;
    case Qt::Key_H: m_acts.hide(item, Source::Map); return true;
    case Qt::Key_M: m_acts.perform(ItemAct::MoreLikeThis, item, Source::Map); return true;
    case Qt::Key_G: showRow(*m_chosen); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT m_acts.detailsRequested(item, nullptr, -1); return true;
    default: return false;
    }
}

bool MapCanvas::moveByKey(QKeyEvent* event)
{
    QPointF direction; // data: y upwards
    switch (event->key()) {
    case Qt::Key_Left: direction = {-1, 0}; break;
    case Qt::Key_Right: direction = {1, 0}; break;
    case Qt::Key_Up: direction = {0, 1}; break;
    case Qt::Key_Down: direction = {0, -1}; break;
    default: return false;
    }
    if (m_chosen && m_grid && !(event->modifiers() & Qt::ShiftModifier))
        walk(direction);
    else
        pan(QPointF(-direction.x(), direction.y()) * kPanStep);
    return true;
}

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && moveByKey(event))
        return;
    if (plain && m_chosen && actOnChosen(event->key()))
        return;
    const bool choose = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (plain && choose && !m_chosen)
        chooseNearest(QPointF(width() / 2.0, height() / 2.0));
    else
        QWidget::keyPressEvent(event);
}

void MapCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    setChosen(m_chosen);
}

void MapCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setChosen(m_chosen);
}

} // namespace tw::ui
