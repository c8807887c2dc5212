// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/filter_presenter.h"
#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace tw {
class Button;
class Chip;
class ElidedLabel;
}

namespace tw::ui {

class FacetPopover;

/// What the search is narrowed by, as chips: one for each facet, which opens its values, one for every other condition,
/// which a click takes away. Below them what of the query could not be used.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    /// @param page  The facets' values lie over it.
    FilterBar(WindowContext context, QWidget* page);

    /// Without the chips it still tells what could not be used.
    void setChipsShown(bool shown);
    bool chipsShown() const { return m_shown; }
    /// Closes the values of a facet, or forgets the first of two films; false when there is neither.
    bool closeInnermost();

private:
    void refresh();
    void refreshChips();
    void refreshOthers();

    WindowContext m_context;
    FilterPresenter& m_filter;
    FacetPopover* m_popover;
    QWidget* m_chips;
    std::vector<std::pair<FilterField, Chip*>> m_facets;
    std::vector<Chip*> m_others;
    Chip* m_clear;
    QWidget* m_line;
    ElidedLabel* m_problem;
    Button* m_mend;
    bool m_shown = true;
};

} // namespace tw::ui
