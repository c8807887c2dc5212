// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/map/map_scene.h"
#include "ui/widgets/plot/point_grid.h"

#include <QVariantAnimation>
#include <QWidget>

#include <bitset>

class QCustomPlot;

namespace tw::plot {
class PaintedLayer;
class PointPlottable;
}

namespace tw::ui {

class FilmActs;

/// The map's drawing and everything done with pointer and keys in it: wheel zooms to the pointer, dragging pans, a
/// click picks a film, arrows walk from film to film once one is chosen (else they pan), Return or Space choose one.
/// Points lie on one cached layer, all else on a second: moving the pointer never redraws the points.
class MapCanvas : public QWidget {
    Q_OBJECT
public:
    MapCanvas(FilmActs& acts, QWidget* parent);
    ~MapCanvas() override;

    /// Null: an empty canvas. Shows the whole when there were no points or others before.
    void setPoints(std::shared_ptr<const MapPoints> points);
    /// The walk is shown to its end; a new like's step is walked.
    void setTaste(std::shared_ptr<const MapTaste> taste, std::vector<MapLabel> labels);
    /// Shows the walk up to a vertex of the trail. @param animated  Walks there from the vertex before.
    void setStop(std::size_t vertex, bool animated);
    std::size_t stop() const { return m_scene.stop; }
    void setCard(std::optional<MapCard> card);
    /// A pinned card stays: moving the pointer asks for no other.
    void setPinned(bool pinned) { m_pinned = pinned; }
    void setFound(std::vector<std::uint32_t> rows);
    void setColourShown(std::uint8_t colour, bool shown);
    /// Lights one colour and dims the others; none: all alike.
    void setLit(std::optional<std::uint8_t> colour);

    void fit(bool animated);
    /// About the middle of the canvas.
    void zoom(double factor);
    /// Moves a film to the middle, close enough to tell it from its neighbours.
    void showRow(std::uint32_t row);
    /// The film chosen with the keyboard or a click.
    std::optional<std::uint32_t> chosen() const { return m_chosen; }
    void setChosen(std::optional<std::uint32_t> row);

    const plot::PlotView& view() const { return m_view; }
    /// Nothing moves and all is drawn.
    bool settled() const;

Q_SIGNALS:
    /// The film under the pointer changed; invalid: none.
    void filmHovered(tw::ItemId item);
    /// Chosen with the keyboard.
    void filmFocused(tw::ItemId item);
    /// Clicked; invalid: beside all films.
    void filmPicked(tw::ItemId item);
    void viewChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    // map_canvas.cpp
    void buildPlot();
    void setView(const plot::PlotView& view);
    void moveTo(const plot::PlotView& view, bool animated);
    plot::PlotView wholeView() const;
    void restyle();
    void redraw();
    void redrawOverlay();
    // map_canvas_input.cpp
    bool shown(std::uint32_t row) const;
    std::optional<std::uint32_t> rowAt(const QPointF& screen) const;
    ItemId itemOf(std::optional<std::uint32_t> row) const;
    void pan(const QPointF& by);
    void walk(const QPointF& direction);
    void chooseNearest(const QPointF& screen);
    bool actOnChosen(int key);
    bool moveByKey(QKeyEvent* event);

    FilmActs& m_acts;
    QCustomPlot* m_plot;
    plot::PointPlottable* m_points = nullptr; ///< Owned by the plot.
    plot::PaintedLayer* m_overlay = nullptr;  ///< Owned by the plot.
    std::shared_ptr<const plot::PointGrid> m_grid;
    MapScene m_scene;
    plot::PlotView m_view;
    plot::PlotView m_from;
    plot::PlotView m_to;
    QVariantAnimation m_viewMotion;
    QVariantAnimation m_stepMotion;
    std::bitset<16> m_hidden;
    std::optional<std::uint8_t> m_lit;
    std::optional<std::uint32_t> m_hovered;
    std::optional<std::uint32_t> m_chosen;
    QPointF m_pressedAt;
    QPointF m_draggedAt;
    bool m_pressed = false;
    bool m_dragged = false;
    bool m_pinned = false;
    bool m_whole = true;           ///< All is seen; stays so when the size changes.
    bool m_overlayQueued = false;
};

} // namespace tw::ui
