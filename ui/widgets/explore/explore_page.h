// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/explore_presenter.h"
#include "ui/widgets/shell/page.h"

#include <array>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace tw {
class Button;
class EmptyState;
class IconButton;
class Segment;
}

namespace tw::ui {

class ExploreColumnPane;
class PicksBar;

/// The article's panels side by side, live under their sliders: profile, Gaussian noise, buckets, search.
class ExplorePage : public Page {
    Q_OBJECT
public:
    ExplorePage(WindowContext context, QWidget* parent);
    ~ExplorePage() override;

    void setActive(bool active) override;
    void focusMain() override;
    bool complete() const override;
    bool closeInnermost() override;
    void setWidthClass(int widthClass) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildToolbar();
    QWidget* buildColumns();
    void addSeed(QHBoxLayout* row);
    void connectModel();
    void connectActions();
    void refresh();
    void answered();
    void arrange();
    void step(int by);
    void focusColumn(std::size_t index);
    void updateEmpty();
    std::size_t focusedColumn() const;
    void togglePin(ExploreColumn column);

    ExplorePresenter& m_explore;
    std::array<ExploreColumnPane*, kExploreColumns.size()> m_panes{};
    std::array<QWidget*, kExploreColumns.size()> m_lines{}; ///< Before each pane; none before the first.
    QHBoxLayout* m_columns = nullptr;
    QHBoxLayout* m_bar = nullptr;
    QLabel* m_seedLabel = nullptr;
    QLineEdit* m_seed = nullptr;
    Button* m_shuffle = nullptr;
    IconButton* m_shuffleIcon = nullptr;
    Segment* m_mode = nullptr;
    IconButton* m_before = nullptr;
    IconButton* m_after = nullptr;
    bool m_told = false; ///< The last answer was a failure.
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    PicksBar* m_picks;
    std::size_t m_first = 0;       ///< First column seen where only two have room.
    std::size_t m_lastFocused = 0; ///< Column that had the focus last.
    int m_widthClass = 1;
    bool m_asked = false;          ///< An answer is on its way.
    bool m_answered = false;       ///< The first answer is there.
    bool m_paintAwaited = false;   ///< The lists changed under a slider and are not painted yet.
};

} // namespace tw::ui
