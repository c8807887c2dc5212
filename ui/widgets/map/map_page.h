// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/page.h"

#include "core/base/ids.h"
#include "ui/model/workspace.h"

#include <QTimer>

#include <vector>

class QLabel;
class QStackedLayout;

namespace tw {
class Button;
class ElidedLabel;
class EmptyState;
class IconButton;
class Popover;
}

namespace tw::ui {

class MapCanvas;
class MapCardPopover;
class MapFind;
class MapLegend;
class WalkScrubber;
struct MapLabel;

/// The map: films as points, the walk of the taste among them, what lies near a film.
class MapPage : public Page {
    Q_OBJECT
public:
    MapPage(WindowContext context, QWidget* parent);
    ~MapPage() override;

    /// Moves the map to a film and pins its card; waits for the map when it is not there yet.
    void showFilm(ItemId item);

    void setActive(bool active) override;
    void focusMain() override;
    bool complete() const override;
    bool closeInnermost() override;
    void setWidthClass(int widthClass) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    // map_page.cpp
    QWidget* buildToolbar();
    QWidget* buildMiddle();
    QWidget* buildFoot();
    void connectModel();
    void connectCanvas();
    void placeLegend();
    void showLegend();
    void updateEmpty();
    // map_page_state.cpp
    void showPoints();
    void showTaste();
    void showCard();
    void placeCard();
    void showStop();
    void play(bool playing);
    void playOn();
    void pick(ItemId item, bool pinned);
    void markFound(const std::vector<ItemId>& items);
    void savePositions();
    std::vector<MapLabel> likedLabels() const;

    MapCanvas* m_canvas;
    MapCardPopover* m_card;
    MapLegend* m_legend;
    MapFind* m_find;
    WalkScrubber* m_scrubber;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    QWidget* m_foot = nullptr;
    QWidget* m_legendColumn = nullptr;
    Popover* m_legendPopover = nullptr;
    Button* m_legendButton = nullptr;
    IconButton* m_fit = nullptr;
    IconButton* m_export = nullptr;
    IconButton* m_play = nullptr;
    QLabel* m_title = nullptr;
    ElidedLabel* m_stopNumber = nullptr;
    ElidedLabel* m_stopTitle = nullptr;
    QTimer m_playTimer;
    ItemId m_wanted; ///< showFilm() before the map was there.
    int m_widthClass = 1;
};

} // namespace tw::ui
