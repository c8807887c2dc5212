// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace tw {
class BannerBar;
class ElidedLabel;
}

namespace tw::ui {

class ImportColumnsTable;
class ImportFilmsTable;
class ImportPresenter;

/// One file to import: what it is, its columns with their meaning, the first films as they will be, and the text that
/// will be embedded. Old content stays until the new is whole.
class ImportFilePane : public QWidget {
    Q_OBJECT
public:
    explicit ImportFilePane(ImportPresenter& presenter, QWidget* parent = nullptr);

    /// Columns above the films instead of beside them.
    void setStacked(bool stacked);
    QWidget* firstControl() const;

private:
    QWidget* addFact(const QString& name, QWidget* value);
    void buildHead(QVBoxLayout* column);
    void buildFacts(QVBoxLayout* column);
    void buildNotes(QVBoxLayout* column);
    void buildTables(QVBoxLayout* column);
    void refresh();
    void refreshFacts();
    void refreshEncoding();
    void refreshNotes();

    ImportPresenter& m_presenter;
    QWidget* m_head;
    ElidedLabel* m_name;
    QCheckBox* m_wanted;
    QWidget* m_factRow;
    QLabel* m_recognised;
    QLabel* m_format;
    QLabel* m_size;
    QLabel* m_looked;
    QWidget* m_recognisedFact;
    QComboBox* m_encoding;
    BannerBar* m_banner;
    QWidget* m_repairRow;
    QCheckBox* m_repair;
    QLabel* m_repairNote;
    QWidget* m_leftOutRow;
    QLabel* m_leftOut;
    QWidget* m_textRow;
    QLabel* m_text;
    QWidget* m_tables;
    QBoxLayout* m_tableRow;
    QWidget* m_columnsPart;
    QLabel* m_sameColumns;
    ImportColumnsTable* m_columns;
    ImportFilmsTable* m_films;
    QLabel* m_noFilms;
    QWidget* m_examplePart;
    QPlainTextEdit* m_example;
};

} // namespace tw::ui
