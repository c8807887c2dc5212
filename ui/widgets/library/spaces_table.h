// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/kit/rows_table.h"

namespace tw::ui {

class SpacesModel;

/// The library's spaces, one a row: radio for the one in use, kind, origin, size, films with progress while it is
/// being embedded, index, and a menu. As high as its rows; Enter or Space uses the space, the menu key opens its menu.
class SpacesTable : public RowsTable {
    Q_OBJECT
public:
    explicit SpacesTable(SpacesModel& spaces, QWidget* parent = nullptr);

    /// Acts of the menu and the radio can be chosen.
    void setWritable(bool writable);

Q_SIGNALS:
    void useRequested(const QString& id);
    void rebuildRequested(const QString& id);
    void removeRequested(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Delegate;
    void fitColumns() override;
    void use(int row);
    void showMenu(int row, const QPoint& globalPoint);

    SpacesModel& m_spaces;
    bool m_writable = true;
};

} // namespace tw::ui
