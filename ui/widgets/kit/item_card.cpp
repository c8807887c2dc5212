// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/item_card.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace tw {
namespace {

constexpr double kBarInset = 8;
constexpr double kBarHeight = 36;
constexpr double kActSide = 28;
constexpr std::array kActs{ItemAct::Like, ItemAct::Dislike, ItemAct::MoreLikeThis};

bool isActive(const ItemView& item)
{
    return item.hovered || item.focused || item.selected;
}

QRectF posterRect(const QRectF& rect, const CardMetrics& metrics)
{
    return {rect.left(), rect.top(), static_cast<double>(metrics.posterWidth),
            static_cast<double>(metrics.posterHeight())};
}

QRectF barRect(const QRectF& poster)
{
    return {poster.left() + kBarInset, poster.bottom() - kBarInset - kBarHeight, poster.width() - 2 * kBarInset,
            kBarHeight};
}

void paintActBar(QPainter* painter, const QRectF& rect, const CardMetrics& metrics, const ItemView& item)
{
    const Theme& look = theme();
    paint::roundedRect(painter, barRect(posterRect(rect, metrics)), radius::kControl, look.color(ColorToken::Surface),
                       look.color(ColorToken::LineControl));
    for (const ItemAct act : kActs) {
        const QRectF box = item_card::actRect(rect, metrics, item, act);
        const bool on = (act == ItemAct::Like && item.liked) || (act == ItemAct::Dislike && item.disliked);
        const bool hot = item.enabled && item.hotAct == act;
        if (hot)
            paint::roundedRect(painter, box, radius::kControl, look.color(ColorToken::Hover));
        QColor ink = look.color(on ? ColorToken::Accent : hot ? ColorToken::Text : ColorToken::Text2);
        if (!item.enabled && !on)
            ink.setAlphaF(0.45F);
        paintIcon(painter, box, itemActIcon(act, on), kIconButton, ink);
    }
}

/// What a card at rest says about the past: a small plate with the filled heart or the struck one.
void paintBadge(QPainter* painter, const QRectF& poster, const ItemView& item)
{
    // At the top, where it covers no title.
    const QRectF box(poster.right() - kBarInset - kActSide, poster.top() + kBarInset, kActSide, kActSide);
    paint::roundedRect(painter, box, radius::kControl, theme().color(ColorToken::Surface),
                       theme().color(ColorToken::LineControl));
    paintIcon(painter, box, itemActIcon(item.liked ? ItemAct::Like : ItemAct::Dislike, item.liked), kIconField,
              theme().color(item.liked ? ColorToken::Accent : ColorToken::Text2));
}

void paintCaption(QPainter* painter, const QRectF& poster, const CardMetrics& metrics, const ItemView& item)
{
    const Theme& look = theme();
    const double scale = look.scale();
    const bool foreign = !item.originalTitle.isEmpty();
    const QString head = foreign ? item.originalTitle : item.title;
    QString second = item.meta;
    if (foreign)
        second = item.poster.year > 0
                     ? QCoreApplication::translate("tw::item_card", "%1, %2", "title and year")
                           .arg(item.title, QString::number(item.poster.year))
                     : item.title;
    double y = poster.bottom() + 8;
    text::drawElided(painter, QRectF(poster.left(), y, poster.width(), 19 * scale), head,
                     look.fontOfSize(14, QFont::DemiBold), look.color(ColorToken::Text));
    y += 19 * scale;
    if (metrics.captionLines >= 1)
        text::drawElided(painter, QRectF(poster.left(), y, poster.width(), 17 * scale), second,
                         look.fontOfSize(12.5), look.color(ColorToken::Text2));
    y += 17 * scale;
    if (metrics.captionLines >= 2)
        text::drawElided(painter, QRectF(poster.left(), y, poster.width(), 17 * scale), item.reason,
                         look.fontOfSize(12.5), look.color(ColorToken::Text3));
}

}  // namespace

int CardMetrics::height() const
{
    const double caption = (19 + 17 * captionLines) * std::max(1.0, theme().scale());
    return posterHeight() + 8 + static_cast<int>(std::ceil(caption)) + 4;
}

int CardMetrics::columns(int width) const
{
    return std::max(1, (width + minimumGap) / (posterWidth + minimumGap));
}

double CardMetrics::columnX(int column, int columnCount, double width) const
{
    if (columnCount < 2)
        return 0;
    const double gap = (width - columnCount * posterWidth) / (columnCount - 1);
    return std::round(column * (posterWidth + gap));
}

CardMetrics CardMetrics::forWindow(int windowWidth)
{
    CardMetrics metrics;
    metrics.posterWidth = windowWidth < kNarrowBelow ? 120 : windowWidth >= kWideFrom ? 168 : 144;
    return metrics;
}

namespace item_card {

void paint(QPainter* painter, const QRectF& rect, const CardMetrics& metrics, const ItemView& item)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF poster = posterRect(rect, metrics);
    paintItemPoster(painter, poster, item);
    if (item.selected || (item.focused && keyboardFocusVisible()))
        paint::focusRing(painter, poster, radius::kSmallPoster, paint::Ring::Outside);
    if (isActive(item))
        paintActBar(painter, rect, metrics, item);
    else if (item.liked || item.disliked)
        paintBadge(painter, poster, item);
    paintCaption(painter, poster, metrics, item);
    painter->restore();
}

QRectF actRect(const QRectF& rect, const CardMetrics& metrics, const ItemView& item, ItemAct act)
{
    const auto place = std::find(kActs.begin(), kActs.end(), act);
    if (!isActive(item) || place == kActs.end())
        return {};
    const QRectF bar = barRect(posterRect(rect, metrics));
    const double count = static_cast<double>(kActs.size());
    const double gap = (bar.width() - count * kActSide) / (count + 1);
    const double index = static_cast<double>(place - kActs.begin());
    return {bar.left() + gap + index * (kActSide + gap), bar.center().y() - kActSide / 2, kActSide, kActSide};
}

ItemAct hitTest(const QRectF& rect, const CardMetrics& metrics, const ItemView& item, const QPointF& point)
{
    if (!item.enabled)
        return ItemAct::None;
    for (const ItemAct act : kActs)
        if (actRect(rect, metrics, item, act).contains(point))
            return act;
    return ItemAct::None;
}

}  // namespace item_card
}  // namespace tw
