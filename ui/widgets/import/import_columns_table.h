// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/column_mapping.h"
#include "ui/widgets/kit/rows_table.h"

#include <optional>

namespace tw::ui {

class ImportColumnsModel;

/// The columns of a file, one a row: name, examples, and what it is taken for, which a menu corrects (a click there, or
/// Space, Enter or F4 on the row). As high as its rows, up to thirty.
class ImportColumnsTable : public RowsTable {
    Q_OBJECT
public:
    explicit ImportColumnsTable(ImportColumnsModel& columns, QWidget* parent = nullptr);

Q_SIGNALS:
    /// @param field  None: as it was guessed.
    void fieldChosen(const std::string& column, std::optional<tw::Field> field);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    class Delegate;
    void fitColumns() override;
    void showMenu(int row);

    ImportColumnsModel& m_columns;
};

} // namespace tw::ui
