// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tw {
class Button;
}

namespace tw::ui {

class FactsTable;
class ImportPresenter;
class ImportReportModel;
class ImportReportTable;

/// How an import ended: the counts, what was left out and what was mended, by reason and row.
class ImportResult : public QWidget {
    Q_OBJECT
public:
    explicit ImportResult(ImportPresenter& presenter, QWidget* parent = nullptr);
    void setSide(int side);
    void focusMain();

private:
    /// A part with a sentence, a link that opens all reasons, and the table.
    struct Part {
        QWidget* widget = nullptr;
        QLabel* sentence = nullptr;
        Button* show = nullptr;
        ImportReportTable* table = nullptr;
    };
    Part addPart(QVBoxLayout* column, ImportReportModel& model, const char* name, const QString& title);
    void refresh();
    void refreshNote();

    ImportPresenter& m_presenter;
    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_note;
    FactsTable* m_facts;
    Part m_leftOut;
    Part m_mended;
};

} // namespace tw::ui
