// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace tw::ui {

class ImportFilmsModel;

/// The first films of a file as they will be: poster, title, year, genres, the beginning of the text. As high as its
/// rows; columns give way in a narrow pane.
class ImportFilmsTable : public QTableView {
    Q_OBJECT
public:
    explicit ImportFilmsTable(ImportFilmsModel& films, QWidget* parent = nullptr);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Delegate;
    void fit();
    void fitColumns();

    ImportFilmsModel& m_films;
};

} // namespace tw::ui
