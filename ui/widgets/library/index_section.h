// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/index_choice.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QLabel;

namespace tw {
class Button;
class ElidedLabel;
class OptionRow;
class SliderRow;
}

namespace tw::ui {

class FactsTable;

/// How the neighbours in a space are found: every one, or nearly every one and faster. Choices take effect with
/// Rebuild.
class IndexSection : public QWidget {
    Q_OBJECT
public:
    explicit IndexSection(WindowContext context, QWidget* parent = nullptr);

    /// The space whose index is shown; empty: the one in use.
    void setSpace(const QString& id);
    void setStacked(bool stacked);
    void refresh();

private:
    QWidget* buildKinds();
    QWidget* buildSettings();
    QString shownSpace() const;
    /// The options the space's index has now, as far as they are known without loading it.
    IndexOptions presentOptions() const;
    void takeOptions();
    void refreshFacts();
    void refreshEnabled();
    void rebuild();

    WindowContext m_context;
    QString m_space;       ///< As asked for; empty: the one in use.
    QString m_takenOf;     ///< The index whose options the controls show: space, kind and options as text.
    ElidedLabel* m_title;
    Button* m_rebuild;
    QBoxLayout* m_kindRow = nullptr;
    QBoxLayout* m_columns = nullptr;
    std::map<IndexKind, OptionRow*> m_kinds;
    SliderRow* m_links = nullptr;
    SliderRow* m_building = nullptr;
    SliderRow* m_searching = nullptr;
    FactsTable* m_facts = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace tw::ui
