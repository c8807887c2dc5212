// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace tw {
class ElidedLabel;
class EmptyState;
class IconButton;
class Segment;
}

namespace tw::ui {

class FilmList;

/// What a search found: heading, the ways to search, rows; or why there are none.
class ResultsPane : public QWidget {
    Q_OBJECT
public:
    ResultsPane(WindowContext context, QWidget* parent = nullptr);

    FilmList* list() const { return m_list; }
    /// Narrow windows choose the way to search from a combobox.
    void setWidthClass(int widthClass);
    /// Where the texts begin at the left.
    void setPagePadding(int padding);

Q_SIGNALS:
    /// The user wants the search field again.
    void searchFieldWanted();

private:
    QWidget* buildHead();
    void refresh();
    void showEmpty();
    void act(const QString& id);

    WindowContext m_context;
    ElidedLabel* m_heading;
    Segment* m_by;
    QComboBox* m_byCombo;
    IconButton* m_close;
    QLabel* m_note;
    QWidget* m_head;
    QStackedLayout* m_stack;
    FilmList* m_list;
    EmptyState* m_empty;
    QWidget* m_emptyFrame;
    QString m_listed; ///< The query the list was last scrolled for.
    int m_widthClass = 1;
};

} // namespace tw::ui
