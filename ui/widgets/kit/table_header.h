// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHeaderView>

class QTableView;

namespace tw {

/// The head of a table in the design's look: label text, a line below, the arrow behind the sorted column's name.
/// In a table that can be sorted it is a tab stop of its own: arrows choose a column, Space or Enter sorts by it and,
/// pressed again, the other way round.
class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    /// Becomes the table's horizontal header.
    explicit TableHeader(QTableView* table);

    /// The name of a column begins this much further right than the cell's padding.
    void setIndent(int section, int pixels);
    /// Numbers: the name stands at the right, as the cells do.
    /// @param room  Kept free at the right of the name.
    void setRightAligned(int section, int room = 0);
    /// No name is shown in this column, though the model has one for screen readers.
    void setSilent(int section, bool silent = true);
    /// Clicks and keys sort; the arrow shows.
    void setSortable(bool sortable);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString nameOf(int section) const;
    void step(int by);
    void announce();

    QHash<int, int> m_indents;
    QHash<int, bool> m_silent;
    QHash<int, int> m_right;  ///< Room kept free; only right-aligned sections.
    int m_section = -1; ///< That the keys stand on.
};

}  // namespace tw
