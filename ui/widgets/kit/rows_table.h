// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace tw {

class TableHeader;

/// A table in the design's look whose unit is the row: as high as its rows (up to a limit, then it scrolls), never
/// scrolled sideways, arrows go up and down only, Escape is left to who is around it. Subclasses paint with a
/// TableDelegate and share the width out in fitColumns().
class RowsTable : public QTableView {
    Q_OBJECT
public:
    enum class Posters { Without, With };
    static constexpr int kAllRows = 1 << 20;

    /// Call setItemDelegate() and fit() at the end of the subclass' constructor.
    RowsTable(QAbstractItemModel& model, Posters posters, int rowsAtMost, QWidget* parent);

protected:
    TableHeader& header() { return *m_header; }
    /// Sets the column widths for the viewport's width.
    virtual void fitColumns() = 0;
    void fit();

    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    TableHeader* m_header;
    int m_rowsAtMost;
};

}  // namespace tw
