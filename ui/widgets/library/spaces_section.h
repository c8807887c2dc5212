// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

namespace tw {
class Button;
class EmptyState;
}

namespace tw::ui {

class BringVectors;
class EmbedderPart;
class SpacesTable;

/// The library's spaces and where new ones come from.
class SpacesSection : public QWidget {
    Q_OBJECT
public:
    explicit SpacesSection(WindowContext context, QWidget* parent = nullptr);
    void setStacked(bool stacked);
    void refresh();

Q_SIGNALS:
    /// The menu of a space: build its index anew.
    void rebuildRequested(const QString& id);

private:
    void removeSpace(const QString& id);

    WindowContext m_context;
    SpacesTable* m_table;
    EmptyState* m_none;
    EmbedderPart* m_embedders;
    Button* m_bring;
    BringVectors* m_vectors;
};

} // namespace tw::ui
