// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace tw {
class ElidedLabel;
class EmptyState;
class Paragraph;
}
namespace tw::plot {
class RecallPlot;
}

namespace tw::ui {

/// How speed and recall trade in the space shown: the curves, once measured; before that what measuring would do, or
/// why it would be in vain.
class IndexMeasure : public QWidget {
    Q_OBJECT
public:
    explicit IndexMeasure(WindowContext context, QWidget* parent = nullptr);

    void refresh();

private:
    void showCurves();
    void showWords();
    void showReadout();

    WindowContext m_context;
    ElidedLabel* m_title;
    QLabel* m_unit;
    QStackedWidget* m_stack;
    EmptyState* m_words;
    QWidget* m_drawn;
    plot::RecallPlot* m_plot;
    QLabel* m_axis;
    Paragraph* m_readout;
    Paragraph* m_note;
};

} // namespace tw::ui
