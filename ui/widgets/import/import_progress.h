// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace tw {
class BarWidget;
class Button;
}

namespace tw::ui {

class ImportPresenter;

/// An import under way: what, how far, how long yet, and Cancel.
class ImportProgress : public QWidget {
    Q_OBJECT
public:
    explicit ImportProgress(ImportPresenter& presenter, QWidget* parent = nullptr);
    void setSide(int side);
    void focusMain();

private:
    void refresh();

    ImportPresenter& m_presenter;
    QLabel* m_name;
    BarWidget* m_bar;
    QLabel* m_done;
    QLabel* m_left;
    Button* m_cancel;
};

} // namespace tw::ui
