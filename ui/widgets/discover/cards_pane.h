// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace tw {
class Chip;
class ElidedLabel;
class EmptyState;
class IconButton;
}

namespace tw::ui {

class FilmList;

/// Recommendations as cards ("Near your taste"); before the first like, films to begin with: as a whole page with sets
/// to choose from, or beside search results.
class CardsPane : public QWidget {
    Q_OBJECT
public:
    CardsPane(WindowContext context, QWidget* parent = nullptr);

    FilmList* list() const { return m_list; }
    /// Alone on the page: the starter set then has its own head with sets to choose from.
    void setAlone(bool alone);
    /// Room before the first and behind the last poster.
    void setPadding(int left, int right);

private:
    QWidget* buildHead();
    QWidget* buildStarterHead();
    void refresh();
    void showEmpty();
    void act(const QString& id);

    WindowContext m_context;
    ElidedLabel* m_heading;
    IconButton* m_export;
    std::vector<Chip*> m_sets;
    QWidget* m_head;
    QWidget* m_starterHead;
    QStackedLayout* m_stack;
    FilmList* m_list;
    EmptyState* m_empty;
    QWidget* m_emptyFrame;
    bool m_alone = true;
};

} // namespace tw::ui
