// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/vector_index.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QGridLayout;

namespace tw {
class Button;
class ElidedLabel;
class OptionRow;
}

namespace tw::ui {

class IndexMeasure;
class IndexSettings;

/// How the neighbours in a space are found, what the choices cost, and how they measure on the space's own vectors.
/// Choices take effect with Rebuild.
class IndexSection : public QWidget {
    Q_OBJECT
public:
    explicit IndexSection(WindowContext context, QWidget* parent = nullptr);

    /// The space whose index is shown; empty: the one in use.
    void setSpace(const QString& id);
    void setStacked(bool stacked);

private:
    QWidget* buildKinds();
    void refresh();
    void refreshButtons();

    WindowContext m_context;
    ElidedLabel* m_title;
    Button* m_measure;
    Button* m_rebuild;
    QGridLayout* m_kindGrid = nullptr;
    QBoxLayout* m_columns = nullptr;
    std::map<IndexKind, OptionRow*> m_kinds;
    IndexMeasure* m_curves;
    IndexSettings* m_settings;
    bool m_taking = false; ///< The choice follows the wish, not the other way round.
};

} // namespace tw::ui
