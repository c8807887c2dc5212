// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/kit/rows_table.h"

namespace tw::ui {

class ImportReportModel;

/// What was left out or mended: a line for each reason with its count, opened by a click, Space, Enter or the right
/// arrow; below it the rows of the files. Grows with what is open, then scrolls.
class ImportReportTable : public RowsTable {
    Q_OBJECT
public:
    ImportReportTable(ImportReportModel& report, const QString& name, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    class Delegate;
    void fitColumns() override;

    ImportReportModel& m_report;
};

} // namespace tw::ui
