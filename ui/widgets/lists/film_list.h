// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/taste/taste_event.h"
#include "ui/model/item_list_model.h"
#include "ui/widgets/kit/item_card.h"
#include "ui/widgets/kit/item_row.h"

#include <QListView>

#include <functional>

namespace tw::ui {

class FilmActs;

/// How a list of films is drawn.
enum class FilmListStyle {
    Rows,    ///< Result rows: poster, three lines, acts, score with bar (Discover).
    Columns, ///< Two-line rows with value or "new" at the right (Explore).
    Cards,   ///< Posters in a grid with the act bar on hover, selection or focus.
};

/// A list of films over an ItemListModel, painted by a delegate: keyboard (Space or L like, D dislike, M more like this,
/// H hide, Enter details, G show on map, Menu key), mouse, context menu, accessible rows. After an act that removes the
/// film from the list the focus goes to the next film. Selection follows the film when the list is swapped.
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

Q_SIGNALS:
    /// Up was pressed on the first film.
    void leftUpwards();
    /// The current film changed by the user.
    void currentFilmChanged(tw::ItemId item);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    class Delegate;
    void perform(ItemAct act);
    void layoutItems();

    FilmListStyle m_style;
    FilmActs& m_acts;
    ItemListModel* m_films;
    Source m_source = Source::Unknown;
    std::function<QString()> m_detail;
    Delegate* m_delegate;
};

/// An ItemFace and its row as the kit paints it.
ItemView itemView(const ItemListModel& model, int row);
PosterSpec posterSpec(const ItemFace& face);

} // namespace tw::ui
