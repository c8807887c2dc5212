// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/taste/taste_event.h"
#include "ui/model/item_list_model.h"
#include "ui/widgets/kit/item_card.h"
#include "ui/widgets/kit/item_row.h"

#include <QListView>

#include <functional>
#include <optional>

namespace tw::ui {

class FilmActs;

/// How a list of films is drawn.
enum class FilmListStyle {
    Rows,    ///< Result rows: poster, three lines, acts, score with bar (Discover).
    Columns, ///< Two-line rows with value or "new" at the right (Explore).
    Cards,   ///< Posters in a grid with the act bar on hover, selection or focus.
};

/// A list of films over an ItemListModel, painted by a delegate: keyboard (Space or L like, D dislike, M more like
/// this, B between two, H hide, Enter details, G show on map, Menu key), mouse, context menu, accessible rows. After an act that removes the
/// film from the list the focus goes to the next film. Selection follows the film when the list is swapped.
/// Sizes follow the width of the window and the density. The widget reaches bleed() beyond the edge of its texts or
/// posters at both sides, and keeps room for the scroll bar at the right of that.
class FilmList : public QListView {
    Q_OBJECT
public:
    FilmList(FilmListStyle style, FilmActs& acts, ItemListModel* model, QWidget* parent = nullptr);
    ~FilmList() override;

    /// Where acts from this list are found, for the history. The detail is asked for at the moment of the act.
    void setSource(Source source, std::function<QString()> detail);
    FilmListStyle style() const { return m_style; }
    ItemListModel* films() const { return m_films; }
    ItemId currentFilm() const;
    /// Selects and shows a film; false when it is not in the list.
    bool select(ItemId item);
    /// Focus with a current film: the first when none is.
    void focusFilms();

    /// Where a film is painted, in the viewport (without the grounds' bleed for cards).
    QRectF filmRect(int row) const;
    /// The act under a point of the viewport, were the pointer there.
    ItemAct actAt(const QPoint& point) const;

    /// How far grounds and focus rings reach beyond texts and posters: rows 12, columns 8, cards 6.
    int bleed() const;
    /// Room for the scroll bar, kept whether it shows or not.
    int scrollBarRoom() const;
    /// Keeps the films away from the widget's edges; the scroll bar stays at the right edge.
    void setViewportInset(int left, int right = 0) { setViewportMargins(left, 0, right, 0); }
    /// Cards: lines under the title (2; 1 without reasons). Rows: ignored.
    void setCaptionLines(int lines);
    /// Rows: whether the overview may show in wide windows (default true). It also needs room for itself.
    void setOverviewAllowed(bool allowed);

Q_SIGNALS:
    /// Up was pressed on the first film.
    void leftUpwards();
    /// The current film changed by the user.
    void currentFilmChanged(tw::ItemId item);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    class Delegate;
    void watchModel();
    void perform(ItemAct act, const QModelIndex& index);
    bool performKey(int key);
    void layoutItems();
    void updateHover();
    bool showToolTip(const QPoint& position, const QPoint& globalPosition);
    QString sourceDetail() const { return m_detail ? m_detail() : QString(); }

    FilmListStyle m_style;
    FilmActs& m_acts;
    ItemListModel* m_films;
    Source m_source = Source::Unknown;
    std::function<QString()> m_detail;
    Delegate* m_delegate;
    std::optional<QPoint> m_pointer;    ///< In the viewport.
    ItemId m_pressedFilm;
    ItemAct m_pressedAct = ItemAct::None;
    bool m_byUser = false;              ///< A key or click is being handled.
    int m_rowBeforeReset = -1;
};

/// A row of the model as the kit paints it.
ItemView itemView(const ItemListModel& model, int row);
PosterSpec posterSpec(const ItemFace& face);

} // namespace tw::ui
