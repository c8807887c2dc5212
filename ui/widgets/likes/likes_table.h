// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/model/item_format.h"
#include "ui/widgets/kit/item_row.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace tw {
class TableHeader;
}

namespace tw::ui {

class FilmActs;
class HistoryFilter;

/// The history: poster, title, year, genres, what, when, found in, share, and two acts at the end of the row under the
/// pointer or the keyboard. Sorted by its header; several rows can be selected. Keys as in the lists of films, Delete
/// takes the selected back, Home and End go to the first and the last. Columns give way in a narrow window.
class LikesTable : public QTableView {
    Q_OBJECT
public:
    LikesTable(HistoryFilter& filter, FilmActs& acts, QWidget* parent = nullptr);

    /// In the order shown.
    std::vector<ItemId> selectedItems() const;
    ItemId currentItem() const;
    /// Takes the focus; makes the first row current, unselected, when none is.
    void focusTable();

Q_SIGNALS:
    void selectionChangedByAnything();
    /// Delete was pressed.
    void removeRequested();
    /// D was pressed.
    void turnRoundRequested();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    class Delegate;
    struct Hit {
        int row = -1;
        ItemAct act = ItemAct::None;
        bool operator==(const Hit&) const = default;
    };
    void fitColumns();
    Hit hitAt(const QPoint& position) const;
    void setHot(Hit hit);
    bool performKey(int key);
    void perform(const Hit& hit);

    HistoryFilter& m_filter;
    FilmActs& m_acts;
    TableHeader* m_header;
    Delegate* m_delegate;
    Hit m_hot;
    Hit m_pressed;
};

} // namespace tw::ui
