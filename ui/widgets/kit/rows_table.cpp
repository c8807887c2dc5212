// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/rows_table.h"

#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/theme/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace tw {

RowsTable::RowsTable(QAbstractItemModel& model, Posters posters, int rowsAtMost, QWidget* parent)
    : QTableView(parent), m_header(new TableHeader(this)), m_rowsAtMost(rowsAtMost)
{
    setModel(&model);
    applyTableStyle(this, posters == Posters::With);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (rowsAtMost == kAllRows)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_header->setSectionResizeMode(QHeaderView::Fixed);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &RowsTable::fit);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowsTable::fit);
    connect(&theme(), &Theme::changed, this, &RowsTable::fit, Qt::QueuedConnection); // after the row height
}

void RowsTable::fit()
{
    const int rows = std::clamp(model()->rowCount(), 1, m_rowsAtMost);
    setFixedHeight(theme().scaled(32) + rows * verticalHeader()->defaultSectionSize() + 2);
    fitColumns();
}

QModelIndex RowsTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Rows are the unit: across them there is nowhere to go.
    if (action == MoveLeft || action == MoveRight || action == MoveNext || action == MovePrevious)
        return currentIndex();
    return QTableView::moveCursor(action, modifiers);
}

void RowsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QTableView::keyPressEvent(event);
}

void RowsTable::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    QTableView::focusInEvent(event);
}

void RowsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

}  // namespace tw
