// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;

namespace tw {
class Button;
class Segment;
}

namespace tw::ui {

class LibraryPresenter;
class StepRow;

/// Where vectors come from: a server of Ollama, in four steps, or the built-in embedder.
class EmbedderPart : public QWidget {
    Q_OBJECT
public:
    explicit EmbedderPart(WindowContext context, QWidget* parent = nullptr);

    /// Steps and fields below each other instead of side by side.
    void setStacked(bool stacked);
    void refresh();

private:
    QWidget* buildOllama();
    QWidget* buildSteps();
    QWidget* buildFields();
    QWidget* buildBuiltin();
    void refreshFields();
    void refreshModels();
    void refreshRefused();
    QWidget* buildRefused();
    void store();
    bool canChange() const;

    WindowContext m_context;
    LibraryPresenter& m_presenter;
    Segment* m_kind;
    QStackedWidget* m_pages;
    QBoxLayout* m_ollama = nullptr;
    QWidget* m_fields = nullptr;
    QWidget* m_rule = nullptr;
    std::array<StepRow*, 4> m_steps{};
    QComboBox* m_model = nullptr;
    QLineEdit* m_address = nullptr;
    QSpinBox* m_batch = nullptr;
    QLineEdit* m_prefix = nullptr;
    Button* m_check = nullptr;
    Button* m_embed = nullptr;
    QWidget* m_refused = nullptr;
    QLabel* m_refusedText = nullptr;
    QPlainTextEdit* m_refusedFilms = nullptr;
    Button* m_showRefused = nullptr;
    QLabel* m_builtinText = nullptr;
    Button* m_embedBuiltin = nullptr;
};

} // namespace tw::ui
