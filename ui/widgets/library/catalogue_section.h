// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QLabel;

namespace tw {
class Button;
}

namespace tw::ui {

class FactsTable;

/// What the catalogue holds, the import that waits or runs, and how the last one ended.
class CatalogueSection : public QWidget {
    Q_OBJECT
public:
    explicit CatalogueSection(WindowContext context, QWidget* parent = nullptr);

private:
    void refreshFacts();
    void refreshImport();
    QWidget* addImport(const QString& title, const char* name, QLabel*& text, Button*& open, Button*& forget);

    WindowContext m_context;
    FactsTable* m_facts;
    QWidget* m_waiting = nullptr;
    QLabel* m_waitingText = nullptr;
    Button* m_goOn = nullptr;
    Button* m_discard = nullptr;
    QWidget* m_last = nullptr;
    QLabel* m_lastText = nullptr;
    Button* m_report = nullptr;
    Button* m_dismiss = nullptr;
};

} // namespace tw::ui
