// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/item_row.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

constexpr double kActGap = 2;
constexpr double kEndGap = 8;
constexpr double kTextGap = 14;
constexpr double kTagGap = 6;
constexpr double kReasonLine = 18;
constexpr double kReasonGap = 3;
constexpr double kWideEnd = 196;
constexpr int kOverviewLines = 4;

bool isActive(const ItemView& item)
{
    return item.hovered || item.selected || item.focused;
}

/// Acts as painted now, left to right.
QList<ItemAct> shownActs(const RowMetrics& metrics, const ItemView& item)
{
    if (metrics.end == RowEnd::ValueThenActs || isActive(item))
        return metrics.end == RowEnd::ActInValue ? metrics.acts.mid(0, 1) : metrics.acts;
    if (item.liked && metrics.acts.contains(ItemAct::Like))
        return {ItemAct::Like};
    if (item.disliked && metrics.acts.contains(ItemAct::Dislike))
        return {ItemAct::Dislike};
    return {};
}

double actsWidth(const RowMetrics& metrics, qsizetype count)
{
    return count == 0 ? 0 : static_cast<double>(count) * (metrics.actSize + kActGap) - kActGap;
}

QFont valueFont(const RowMetrics& metrics, const ItemView& item)
{
    const bool heavy = item.valueIsAccent || metrics.end == RowEnd::ActsThenScore;
    return theme().fontOfSize(metrics.valueSize, heavy ? QFont::DemiBold : QFont::Normal);
}

double valueWidth(const RowMetrics& metrics, const ItemView& item)
{
    if (item.value.isEmpty() && metrics.end != RowEnd::ActsThenScore)
        return 0;
    return std::max<double>(metrics.scoreWidth, text::tabularWidth(QFontMetricsF(valueFont(metrics, item)), item.value));
}

/// Where the parts of a row lie.
struct RowLayout {
    QRectF poster;
    QRectF text;      ///< full height; lines are centred in it
    QRectF overview;  ///< empty when there is none
    QRectF value;     ///< full height; empty when an act has its place
    double actsLeft = 0;
};

RowLayout layoutRow(const QRectF& rect, const RowMetrics& metrics, const ItemView& item)
{
    RowLayout layout;
    layout.poster = item_row::posterRect(rect, metrics);
    double right = rect.right() - metrics.padding;
    const auto acts = shownActs(metrics, item);
    const double actWidth = actsWidth(metrics, acts.size());
    const double width = valueWidth(metrics, item);
    switch (metrics.end) {
    case RowEnd::ActsThenScore:
        layout.value = QRectF(right - width, rect.top(), width, rect.height());
        layout.actsLeft = right - width - kEndGap - actWidth;
        right = acts.isEmpty() ? layout.value.left() : layout.actsLeft;
        break;
    case RowEnd::ActInValue:
        layout.actsLeft = right - actWidth + (actWidth > 0 ? 4 : 0);
        if (acts.isEmpty())
            layout.value = QRectF(right - width, rect.top(), width, rect.height());
        right -= acts.isEmpty() ? width : actWidth;
        break;
    case RowEnd::ValueThenActs:
        layout.actsLeft = right - actWidth;
        layout.value = QRectF(layout.actsLeft - kEndGap - width, rect.top(), width, rect.height());
        right = layout.value.left();
        break;
    }
    if (metrics.overviewWidth > 0) {
        right = rect.right() - metrics.padding - kWideEnd - kTextGap;
        layout.overview = QRectF(right - metrics.overviewWidth, rect.top(), metrics.overviewWidth - 8, rect.height());
        right = layout.overview.left();
    }
    const double left = layout.poster.right() + metrics.gap;
    const double gap = metrics.end == RowEnd::ActsThenScore ? kTextGap : 10;
    layout.text = QRectF(left, rect.top(), std::max(0.0, right - gap - left), rect.height());
    return layout;
}

void paintGround(QPainter* painter, const QRectF& rect, const RowMetrics& metrics, const ItemView& item)
{
    const Theme& look = theme();
    if (item.selected)
        paint::roundedRect(painter, rect, metrics.groundRadius, look.color(ColorToken::Selected));
    else if (item.hovered)
        paint::roundedRect(painter, rect, metrics.groundRadius, look.color(ColorToken::Hover));
    if (item.selected && metrics.selectionBar)
        paint::roundedRect(painter, QRectF(rect.left(), rect.top() + 10, 3, rect.height() - 20), 1.5,
                           look.color(ColorToken::Accent));
    if (item.focused && keyboardFocusVisible())
        paint::focusRing(painter, rect, metrics.groundRadius, paint::Ring::Inside);
}

void paintTitle(QPainter* painter, const QRectF& line, const RowMetrics& metrics, const ItemView& item)
{
    const Theme& look = theme();
    const double used = text::drawElided(painter, line, item.title, look.fontOfSize(metrics.titleSize, QFont::DemiBold),
                                         look.color(ColorToken::Text));
    constexpr double kOriginalGap = 7;
    constexpr double kWorthwhile = 28;
    const double left = used + kOriginalGap;
    if (!item.originalTitle.isEmpty() && line.width() - left > kWorthwhile)
        text::drawElided(painter, line.adjusted(left, 0, 0, 0), item.originalTitle,
                         look.fontOfSize(std::max(12.0, metrics.titleSize - 1)), look.color(ColorToken::Text2));
}

void paintReason(QPainter* painter, const QRectF& line, const ItemView& item)
{
    double x = line.left();
    for (const QString& tag : item.tags) {
        const QSizeF size = paint::tagSize(tag);
        if (x + size.width() > line.right())
            return;
        paint::tag(painter, QPointF(x, std::round(line.center().y() - size.height() / 2)), tag);
        x += size.width() + kTagGap;
    }
    text::drawElided(painter, QRectF(x, line.top(), line.right() - x, line.height()), item.reason,
                     theme().fontOfSize(12.5), theme().color(ColorToken::Text3));
}

void paintLines(QPainter* painter, const QRectF& rect, const RowMetrics& metrics, const ItemView& item)
{
    const Theme& look = theme();
    const double scale = look.scale();
    const double title = metrics.titleLine * scale;
    const double meta = metrics.metaLine * scale;
    const double reason = kReasonLine * scale;
    const bool hasMeta = metrics.lines >= 2 && !item.meta.isEmpty();
    const bool hasReason = metrics.lines >= 3 && (!item.tags.isEmpty() || !item.reason.isEmpty());
    double y = rect.center().y() - (title + (hasMeta ? meta : 0) + (hasReason ? reason + kReasonGap : 0)) / 2;
    paintTitle(painter, QRectF(rect.left(), y, rect.width(), title), metrics, item);
    y += title;
    if (hasMeta) {
        text::drawElided(painter, QRectF(rect.left(), y, rect.width(), meta), item.meta,
                         look.fontOfSize(metrics.metaSize), look.color(ColorToken::Text2));
        y += meta;
    }
    if (hasReason)
        paintReason(painter, QRectF(rect.left(), y + kReasonGap, rect.width(), reason), item);
}

void paintValue(QPainter* painter, const QRectF& rect, const RowMetrics& metrics, const ItemView& item)
{
    if (rect.isEmpty() || item.value.isEmpty())
        return;
    const Theme& look = theme();
    const bool scored = metrics.end == RowEnd::ActsThenScore;
    const QColor color = look.color(item.valueIsAccent ? ColorToken::Accent
                                    : scored           ? ColorToken::Text
                                                       : ColorToken::Text2);
    constexpr double kBarGap = 5;
    constexpr double kBarHeight = 3;
    const double line = 20 * look.scale();
    const bool withBar = scored && item.fraction;
    const double top = rect.center().y() - (line + (withBar ? kBarGap + kBarHeight : 0)) / 2;
    text::drawTabular(painter, QRectF(rect.left(), top, rect.width(), line), Qt::AlignRight, item.value,
                      valueFont(metrics, item), color);
    if (withBar)
        paint::bar(painter, QRectF(rect.left(), std::round(top + line + kBarGap), rect.width(), kBarHeight),
                   *item.fraction);
}

void paintActs(QPainter* painter, const QRectF& rect, const RowMetrics& metrics, const ItemView& item)
{
    const Theme& look = theme();
    for (const ItemAct act : shownActs(metrics, item)) {
        const QRectF box = item_row::actRect(rect, metrics, item, act);
        const bool on = (act == ItemAct::Like && item.liked) || (act == ItemAct::Dislike && item.disliked);
        const bool hot = item.enabled && item.hotAct == act;
        if (hot)
            paint::roundedRect(painter, box, radius::kControl, look.color(ColorToken::Press));
        QColor ink = look.color(on ? ColorToken::Accent : hot ? ColorToken::Text : ColorToken::Text2);
        if (!item.enabled && !on)
            ink.setAlphaF(0.45F);
        const int size = metrics.actSize >= 32 ? kIconTool : metrics.end == RowEnd::ValueThenActs ? kIconField : kIconButton;
        paintIcon(painter, box, itemActIcon(act, on), size, ink);
    }
}

/// Rows grow with the desktop's font: what the lines need plus 8 above and below.
int grownHeight(const RowMetrics& metrics)
{
    const double lines = metrics.titleLine + (metrics.lines >= 2 ? metrics.metaLine : 0) +
                         (metrics.lines >= 3 ? kReasonLine + kReasonGap : 0);
    return std::max(metrics.height, static_cast<int>(std::ceil(lines * theme().scale())) + 6);
}

}  // namespace

RowMetrics RowMetrics::result(int windowWidth, Density density)
{
    RowMetrics metrics;
    if (windowWidth < kNarrowBelow) {
        metrics.height = 76;
        metrics.posterWidth = 40;
        metrics.gap = 12;
        metrics.scoreWidth = 36;
    } else if (windowWidth >= kWideFrom) {
        metrics.height = 96;
        metrics.posterWidth = 54;
        metrics.overviewWidth = 300;
    }
    if (density == Density::Compact) {
        metrics.height -= 20;
        metrics.lines = 2;
        metrics.posterWidth = (metrics.height - 8) * 2 / 3;
        metrics.actSize = 28;
    }
    metrics.height = grownHeight(metrics);
    return metrics;
}

RowMetrics RowMetrics::column(Density density)
{
    RowMetrics metrics;
    metrics.height = density == Density::Compact ? 44 : 60;
    metrics.posterWidth = density == Density::Compact ? 26 : 36;
    metrics.padding = 8;
    metrics.gap = 10;
    metrics.lines = 2;
    metrics.actSize = 28;
    metrics.scoreWidth = 0;
    metrics.titleSize = 13.5;
    metrics.titleLine = 19;
    metrics.metaSize = 12;
    metrics.metaLine = 16;
    metrics.valueSize = 12;
    metrics.groundRadius = radius::kControl;
    metrics.selectionBar = false;
    metrics.end = RowEnd::ActInValue;
    metrics.height = grownHeight(metrics);
    return metrics;
}

RowMetrics RowMetrics::share()
{
    RowMetrics metrics = column(Density::Comfortable);
    metrics.height = 42;
    metrics.posterWidth = 24;
    metrics.padding = 0;
    metrics.lines = 1;
    metrics.titleSize = 13;
    metrics.titleLine = 18;
    metrics.scoreWidth = 34;
    metrics.end = RowEnd::ValueThenActs;
    metrics.acts = {ItemAct::Remove};
    return metrics;
}

namespace item_row {

QRectF posterRect(const QRectF& rect, const RowMetrics& metrics)
{
    return {rect.left() + metrics.padding, std::floor(rect.center().y() - metrics.posterHeight() / 2.0),
            static_cast<double>(metrics.posterWidth), static_cast<double>(metrics.posterHeight())};
}

void paint(QPainter* painter, const QRectF& rect, const RowMetrics& metrics, const ItemView& item)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, rect, metrics, item);
    const RowLayout layout = layoutRow(rect, metrics, item);
    paintItemPoster(painter, layout.poster, item);
    paintLines(painter, layout.text, metrics, item);
    if (!layout.overview.isEmpty() && !item.overview.isEmpty()) {
        const double line = 18 * theme().scale();
        const double top = layout.overview.center().y() - kOverviewLines * line / 2;
        text::drawParagraph(painter, QRectF(layout.overview.left(), top, layout.overview.width(), 0), item.overview,
                            theme().font(TypeStep::Small), theme().color(ColorToken::Text2), line, kOverviewLines);
    }
    paintValue(painter, layout.value, metrics, item);
    paintActs(painter, rect, metrics, item);
    painter->restore();
}

QRectF actRect(const QRectF& rect, const RowMetrics& metrics, const ItemView& item, ItemAct act)
{
    const qsizetype place = shownActs(metrics, item).indexOf(act);
    if (act == ItemAct::None || place < 0)
        return {};
    const double left = layoutRow(rect, metrics, item).actsLeft + static_cast<double>(place) * (metrics.actSize + kActGap);
    return {left, std::floor(rect.center().y() - metrics.actSize / 2.0), static_cast<double>(metrics.actSize),
            static_cast<double>(metrics.actSize)};
}

ItemAct hitTest(const QRectF& rect, const RowMetrics& metrics, const ItemView& item, const QPointF& point)
{
    if (!item.enabled || !rect.contains(point))
        return ItemAct::None;
    for (const ItemAct act : shownActs(metrics, item))
        if (actRect(rect, metrics, item, act).contains(point))
            return act;
    return ItemAct::None;
}

QString accessibleText(const ItemView& item)
{
    QStringList parts{item.title};
    for (const QString& part : {item.originalTitle, item.meta, item.reason, item.value})
        if (!part.isEmpty())
            parts.append(part);
    if (item.liked)
        parts.append(QCoreApplication::translate("tw::item_row", "liked"));
    else if (item.disliked)
        parts.append(QCoreApplication::translate("tw::item_row", "disliked"));
    return parts.join(QStringLiteral(", "));
}

}  // namespace item_row

void paintItemPoster(QPainter* painter, const QRectF& rect, const ItemView& item)
{
    if (item.picture.isNull()) {
        painter->drawPixmap(rect.topLeft(), poster::pixmap(item.poster, static_cast<int>(rect.width()),
                                                           paintRatio(painter)));
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setPen(Qt::NoPen);
    // A brush keeps the corners smooth where a clip path would not.
    QBrush brush(item.picture);
    QTransform fit = QTransform::fromTranslate(rect.left(), rect.top());
    const QSizeF size = item.picture.deviceIndependentSize();
    fit.scale(rect.width() / size.width(), rect.height() / size.height());
    brush.setTransform(fit);
    painter->setBrush(brush);
    const double corner = rect.width() < 64 ? radius::kSmallPoster : radius::kPoster;
    painter->drawRoundedRect(rect, corner, corner);
    painter->restore();
}

QString itemActName(ItemAct act, bool withKey)
{
    const auto named = [withKey](const QString& name, const QString& key) {
        return withKey ? QCoreApplication::translate("tw::item_row", "%1 (%2)", "name of an act and its key").arg(name, key)
                       : name;
    };
    switch (act) {
    case ItemAct::Like: return named(QCoreApplication::translate("tw::item_row", "Like"), QStringLiteral("L"));
    case ItemAct::Dislike: return named(QCoreApplication::translate("tw::item_row", "Dislike"), QStringLiteral("D"));
    case ItemAct::MoreLikeThis:
        return named(QCoreApplication::translate("tw::item_row", "More like this"), QStringLiteral("M"));
    case ItemAct::Remove: return named(QCoreApplication::translate("tw::item_row", "Remove"), QStringLiteral("Del"));
    case ItemAct::None: break;
    }
    return {};
}

IconId itemActIcon(ItemAct act, bool on)
{
    switch (act) {
    case ItemAct::Like: return on ? IconId::Liked : IconId::Likes;
    case ItemAct::Dislike: return IconId::Dislike;
    case ItemAct::MoreLikeThis: return IconId::More;
    case ItemAct::Remove: return IconId::X;
    case ItemAct::None: break;
    }
    return IconId::None;
}

}  // namespace tw
