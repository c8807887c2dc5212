// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/space_import.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tw {
class Button;
class ElidedLabel;
class Paragraph;
class Segment;
}

namespace tw::ui {

/// Vectors from a file as a space of their own: which file, whose rows, how they compare; and what came of it.
class BringVectors : public QWidget {
    Q_OBJECT
public:
    explicit BringVectors(WindowContext context, QWidget* parent = nullptr);

    /// Asks for the file; what is set up then shows here.
    void start();

private:
    QWidget* buildSetup();
    QWidget* buildResult();
    void chooseKeys();
    void showSetup();
    void bring();
    void received(const ImportSpaceReport& report);

    WindowContext m_context;
    ImportSpaceRequest m_request;
    QWidget* m_setup = nullptr;
    ElidedLabel* m_file = nullptr;
    QLineEdit* m_name = nullptr;
    ElidedLabel* m_keys = nullptr;
    Segment* m_metric = nullptr;
    QLabel* m_metricNote = nullptr;
    Button* m_bring = nullptr;
    QWidget* m_result = nullptr;
    Paragraph* m_words = nullptr;
    QPlainTextEdit* m_rows = nullptr;
};

} // namespace tw::ui
