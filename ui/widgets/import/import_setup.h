// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;
class QComboBox;
class QScrollArea;
class QVBoxLayout;

namespace tw {
class OptionRow;
}

namespace tw::ui {

class ImportFilePane;
class ImportPresenter;

/// The files chosen for an import, as a list at the left (a box above in narrow windows), and the one looked at.
class ImportSetup : public QWidget {
    Q_OBJECT
public:
    explicit ImportSetup(ImportPresenter& presenter, QWidget* parent = nullptr);

    /// @param side  Room at the left and right of the page.
    void setSide(int side);
    void focusMain();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshFiles();
    void arrange();

    ImportPresenter& m_presenter;
    QScrollArea* m_list;
    QVBoxLayout* m_listRows;
    std::vector<OptionRow*> m_rows;
    QWidget* m_boxRow;
    QComboBox* m_box;
    QScrollArea* m_scroll;
    ImportFilePane* m_pane;
    int m_side = 24;
    bool m_arranged = false;
};

} // namespace tw::ui
