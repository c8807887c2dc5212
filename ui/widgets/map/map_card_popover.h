// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/map_presenter.h"
#include "ui/widgets/kit/popover.h"

class QLabel;

namespace tw {
class Button;
class ElidedLabel;
}

namespace tw::ui {

class FilmPoster;

/// The card of a film on the map: poster, title, why, nearness, Like and Dislike. While not pinned the pointer passes
/// through it. A child of the canvas, no window.
class MapCardPopover : public Popover {
    Q_OBJECT
public:
    explicit MapCardPopover(QWidget* canvas);

    /// @param enabled  Whether acts are possible.
    void setCard(const MapCard& card, bool enabled);
    void setState(ItemState state);
    void setPinned(bool pinned);
    bool pinned() const { return m_pinned; }
    ItemId item() const { return m_card.face.item; }
    /// Puts it 24 beside a point of the canvas, where it covers the fewest lines to the neighbours (canvas points).
    void placeBeside(const QPointF& point, const QList<QPointF>& neighbours);
    /// The whole card as a sentence.
    QString accessibleText() const;

    static constexpr int kWidth = 304;

Q_SIGNALS:
    void likeClicked(tw::ItemId item);
    void dislikeClicked(tw::ItemId item);

private:
    MapCard m_card;
    FilmPoster* m_poster;
    QLabel* m_title;
    ElidedLabel* m_meta;
    QLabel* m_why;
    ElidedLabel* m_nearness;
    ElidedLabel* m_toTaste;
    Button* m_like;
    Button* m_dislike;
    ElidedLabel* m_nearest;
    bool m_pinned = false;
};

} // namespace tw::ui
