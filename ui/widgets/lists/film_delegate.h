// SPDX-License-Identifier: GPL-3.0-or-later
// Private to film_list*.cpp.
#pragma once

#include "ui/widgets/lists/film_list.h"

#include <QStyledItemDelegate>

namespace tw::ui {

/// Paints the films of a FilmList and finds the act at a point.
class FilmList::Delegate : public QStyledItemDelegate {
public:
    explicit Delegate(FilmList& list) : QStyledItemDelegate(&list), m_list(list) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Takes sizes for the window's width and the list's own; true when something changed.
    bool fit();
    int columns() const { return m_columns; }
    QSize cell() const { return m_cell; }
    /// Where a film is painted, in the viewport.
    QRectF rectOf(const QModelIndex& index) const;
    ItemView viewOf(const QModelIndex& index) const;
    ItemAct actAt(const QModelIndex& index, const QPointF& point) const;
    /// Cards: whether title or reason did not fit.
    bool isElided(const QModelIndex& index) const;

    int hoveredRow = -1;
    ItemAct hotAct = ItemAct::None;
    int captionLines = 2;
    bool overviewAllowed = true;

private:
    FilmList& m_list;
    RowMetrics m_row;
    CardMetrics m_card;
    int m_columns = 1;
    QSize m_cell{1, 88};
};

} // namespace tw::ui
