// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QLabel;

namespace tw::ui {

class FactsTable;

/// What the library takes on disk, part by part, and where it lies.
class StorageSection : public QWidget {
    Q_OBJECT
public:
    explicit StorageSection(WindowContext context, QWidget* parent = nullptr);
    void refresh();

private:
    WindowContext m_context;
    QLabel* m_folder;
    FactsTable* m_lines;
};

} // namespace tw::ui
