// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/library_presenter.h"

#include <QWidget>

class QHBoxLayout;

namespace tw {
class ElidedLabel;
}

namespace tw::ui {

/// One of several steps below each other: a sign (number, ring, check, warning) with a line to the next, a title, a
/// detail, and room for a control at the right.
class StepRow : public QWidget {
    Q_OBJECT
public:
    /// @param number  From 1. @param last  No line leads on.
    StepRow(int number, bool last, QWidget* parent = nullptr);

    void setStep(const EmbedderStep& step);
    /// Takes the control over.
    void addControl(QWidget* control);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    bool m_last;
    StepState m_state = StepState::Waiting;
    ElidedLabel* m_title;
    ElidedLabel* m_detail;
    QHBoxLayout* m_row;
};

} // namespace tw::ui
