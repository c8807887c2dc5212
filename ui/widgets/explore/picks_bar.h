// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/explore_presenter.h"

#include <QWidget>

namespace tw {
class ElidedLabel;
}

namespace tw::ui {

/// The foot of Explore: how many films were picked from each column, and which column serves best.
class PicksBar : public QWidget {
    Q_OBJECT
public:
    explicit PicksBar(ExplorePresenter& explore, QWidget* parent = nullptr);

    void refresh();
    /// 0 leaves the names out, so that the sentence has room.
    void setWidthClass(int widthClass);

private:
    class Shares;

    ExplorePresenter& m_explore;
    ElidedLabel* m_total;
    Shares* m_shares;
    std::array<ElidedLabel*, kExploreColumns.size()> m_names{};
    QWidget* m_legend;
    ElidedLabel* m_favourite;
};

} // namespace tw::ui
