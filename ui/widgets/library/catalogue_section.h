// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace tw {
class BannerBar;
class Button;
}

namespace tw::ui {

class FactsTable;

/// What the catalogue holds, and how the last import ended: what was added and what was left out, row by row.
class CatalogueSection : public QWidget {
    Q_OBJECT
public:
    explicit CatalogueSection(WindowContext context, QWidget* parent = nullptr);

private:
    void refreshFacts();
    void refreshImport();

    WindowContext m_context;
    FactsTable* m_facts;
    QWidget* m_import;
    QLabel* m_importText;
    QLabel* m_skippedText;
    QPlainTextEdit* m_skipped;
    Button* m_show;
};

} // namespace tw::ui
