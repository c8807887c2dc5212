// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/likes/likes_delegate.h"

#include "ui/model/history_model.h"
#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tw::ui {
namespace {

constexpr int kCellPadding = 10; // as TableDelegate's
constexpr int kBarWidth = 64;
constexpr double kWhatSize = 13.5;

} // namespace

QRect LikesTable::Delegate::actRect(const QRect& lastCell, ItemAct act)
{
    const int place = act == ItemAct::Remove ? 1 : 2;
    return {lastCell.right() - 4 - place * kActSize, lastCell.top() + (lastCell.height() - 1 - kActSize) / 2, kActSize,
            kActSize};
}

bool LikesTable::Delegate::showsActs(int row) const
{
    return row == hoveredRow()
           || (m_table.hasFocus() && keyboardFocusVisible() && row == m_table.currentIndex().row());
}

bool LikesTable::Delegate::offers(ItemAct act) const { return act != ItemAct::Remove || m_acts.enabled(); }

void LikesTable::Delegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const
{
    const Theme& look = theme();
    switch (index.column()) {
    case HistoryModel::TitleColumn: paintTitle(painter, option.rect, index); break;
    case HistoryModel::YearColumn:
        text::drawTabular(painter, option.rect, Qt::AlignRight, index.data().toString(), look.fontOfSize(13.5),
                          look.color(ColorToken::Text));
        break;
    case HistoryModel::GenresColumn: paintGenres(painter, option.rect, index); break;
    case HistoryModel::WhatColumn: paintWhat(painter, option.rect, index); break;
    case HistoryModel::ShareColumn:
        paintShare(painter, option.rect, index);
        paintActs(painter, option.rect.adjusted(-kCellPadding, 0, kCellPadding, 1), index.row());
        break;
    default:
        text::drawElided(painter, option.rect, index.data().toString(), look.fontOfSize(13.5),
                         look.color(ColorToken::Text2));
    }
}

void LikesTable::Delegate::paintTitle(QPainter* painter, const QRectF& rect, const QModelIndex& index) const
{
    const Theme& look = theme();
    const auto face = index.data(HistoryModel::FaceRole).value<ItemFace>();
    ItemView view;
    view.poster = posterSpec(face);
    const double height = std::min(kPosterWidth * 1.5, rect.height() - 2);
    paintItemPoster(painter, QRectF(rect.left(), rect.center().y() - height / 2, height / 1.5, height), view);
    QRectF room = rect.adjusted(kTitleIndent, 0, 0, 0);
    const double taken = text::drawElided(painter, room, face.title, look.fontOfSize(13.5, QFont::DemiBold),
                                          look.color(ColorToken::Text));
    room.setLeft(room.left() + taken + 7);
    if (!face.originalTitle.isEmpty() && room.width() > 24)
        text::drawElided(painter, room, face.originalTitle, look.fontOfSize(13.5), look.color(ColorToken::Text2));
}

void LikesTable::Delegate::paintGenres(QPainter* painter, const QRectF& rect, const QModelIndex& index) const
{
    // Whole genres as far as there is room for them: the first tell most.
    QStringList genres = index.data(HistoryModel::FaceRole).value<ItemFace>().genres;
    const QFont font = theme().fontOfSize(13.5);
    const QFontMetricsF metrics(font);
    while (genres.size() > 1 && metrics.horizontalAdvance(genres.join(QStringLiteral(", "))) > rect.width())
        genres.removeLast();
    text::drawElided(painter, rect, genres.join(QStringLiteral(", ")), font, theme().color(ColorToken::Text2));
}

int LikesTable::Delegate::whatWidth()
{
    const QFontMetricsF metrics(theme().fontOfSize(kWhatSize));
    double widest = 0;
    for (const ItemState state : {ItemState::Liked, ItemState::Disliked, ItemState::Hidden})
        widest = std::max(widest, metrics.horizontalAdvance(stateText(state)));
    return std::max(theme().scaled(104), static_cast<int>(std::ceil(widest)) + kIconButton + 6 + 22);
}

void LikesTable::Delegate::paintWhat(QPainter* painter, const QRectF& rect, const QModelIndex& index) const
{
    const Theme& look = theme();
    const auto state = static_cast<ItemState>(index.data(HistoryModel::StateRole).toInt());
    const bool liked = state == ItemState::Liked;
    const IconId id = liked ? IconId::Liked : state == ItemState::Disliked ? IconId::Dislike : IconId::X;
    paintIcon(painter, QRectF(rect.left(), rect.top(), kIconButton, rect.height()), id, kIconButton,
              look.color(liked ? ColorToken::Accent : ColorToken::Text2));
    if (!iconOnly)
        text::drawElided(painter, rect.adjusted(kIconButton + 6, 0, 0, 0), index.data().toString(),
                         look.fontOfSize(kWhatSize), look.color(liked ? ColorToken::Text : ColorToken::Text2));
}

void LikesTable::Delegate::paintShare(QPainter* painter, const QRectF& rect, const QModelIndex& index) const
{
    const QVariant fraction = index.data(HistoryModel::ShareFractionRole);
    if (!fraction.isValid())
        return;
    const Theme& look = theme();
    paint::bar(painter, QRectF(rect.left(), rect.center().y() - 2, kBarWidth, 4), fraction.toDouble());
    text::drawTabular(painter, QRectF(rect.left() + kBarWidth, rect.top(), look.scaled(48), rect.height()),
                      Qt::AlignRight, index.data().toString(), look.font(TypeStep::Caption),
                      look.color(ColorToken::Text2));
}

void LikesTable::Delegate::paintActs(QPainter* painter, const QRect& cell, int row) const
{
    if (!showsActs(row))
        return;
    const Theme& look = theme();
    for (const ItemAct act : {ItemAct::MoreLikeThis, ItemAct::Remove}) {
        if (!offers(act))
            continue;
        const QRect rect = actRect(cell, act);
        const bool hot = row == hotRow && act == hotAct;
        if (hot)
            paint::roundedRect(painter, rect, radius::kControl, look.color(ColorToken::Press));
        paintIcon(painter, rect, act == ItemAct::Remove ? IconId::Trash : IconId::More, kIconButton,
                  look.color(hot ? ColorToken::Text : ColorToken::Text2));
    }
}

} // namespace tw::ui
