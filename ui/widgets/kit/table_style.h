// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace tw {

/// Paints cells of the design's tables: row-wide hover and selection, LineRow between rows, numbers right
/// in tabular cells, inside focus ring on the current cell after a key press. Subclass and override
/// paintContent() for cells of your own.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// The view is watched for the row under the pointer; the delegate must not outlive it.
    explicit TableDelegate(QTableView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The row under the pointer; -1 when none.
    int hoveredRow() const { return m_hoveredRow; }

protected:
    /// Draws a cell's content on a ground that is already painted. The default draws an icon (Decoration)
    /// and the display text with the model's font and foreground.
    virtual void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTableView* m_view;
    int m_hoveredRow = -1;
};

/// Gives a table the look: no grid, hidden vertical header, header 32, rows 41 with posters or 36, whole
/// rows selected, and a TableDelegate (unless it has one). Follows the density.
void applyTableStyle(QTableView* table, bool withPosters = false);

}  // namespace tw
