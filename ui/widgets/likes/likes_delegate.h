// SPDX-License-Identifier: GPL-3.0-or-later
// Private to likes_table.cpp and likes_delegate.cpp.
#pragma once

#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/likes/likes_table.h"

namespace tw::ui {

/// Paints the cells of the history and knows where the acts of a row lie.
class LikesTable::Delegate : public TableDelegate {
public:
    Delegate(LikesTable& table, FilmActs& acts) : TableDelegate(&table), m_table(table), m_acts(acts) {}

    static constexpr int kPosterWidth = 24;
    static constexpr int kTitleIndent = 46; ///< Poster and the gap behind it.
    static constexpr int kActSize = 28;
    static constexpr int kActsWidth = 2 * kActSize + 12;

    /// Of the What column with the longest of its words.
    static int whatWidth();
    /// Where an act is painted within the last cell of its row.
    static QRect actRect(const QRect& lastCell, ItemAct act);
    /// Whether the row shows its acts now.
    bool showsActs(int row) const;
    bool offers(ItemAct act) const;

    ItemAct hotAct = ItemAct::None;
    int hotRow = -1;
    bool iconOnly = false; ///< The What column is narrow.

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTitle(QPainter* painter, const QRectF& rect, const QModelIndex& index) const;
    void paintGenres(QPainter* painter, const QRectF& rect, const QModelIndex& index) const;
    void paintWhat(QPainter* painter, const QRectF& rect, const QModelIndex& index) const;
    void paintShare(QPainter* painter, const QRectF& rect, const QModelIndex& index) const;
    void paintActs(QPainter* painter, const QRect& cell, int row) const;

    LikesTable& m_table;
    FilmActs& m_acts;
};

} // namespace tw::ui
