// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/kit/rows_table.h"

namespace tw::ui {

class ImportFilmsModel;

/// The first films of a file as they will be: poster, title, year, genres, the beginning of the text. As high as its
/// rows; columns give way in a narrow pane.
class ImportFilmsTable : public RowsTable {
    Q_OBJECT
public:
    explicit ImportFilmsTable(ImportFilmsModel& films, QWidget* parent = nullptr);

private:
    class Delegate;
    void fitColumns() override;
};

} // namespace tw::ui
