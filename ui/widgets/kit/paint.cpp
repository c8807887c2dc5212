// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/paint.h"

#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QKeySequence>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tw {
namespace paint {
namespace {

constexpr double kRingWidth = 2;

QFont hintFont(int weight)
{
    return theme().fontOfSize(11.5, weight);
}

}  // namespace

void focusRing(QPainter* painter, const QRectF& rect, double radius, Ring ring)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme().color(ColorToken::Accent), kRingWidth));
    // The pen is centred on its path: 2 px outside plus half its width, or half its width inside.
    const double grow = ring == Ring::Outside ? 3 : -1;
    const double corner = std::max(0.0, radius + grow);
    painter->drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), corner, corner);
    painter->restore();
}

void roundedRect(QPainter* painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border,
                 double borderWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        painter->setPen(QPen(border, borderWidth));
        const double half = borderWidth / 2;
        painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
    } else {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, radius, radius);
    }
    painter->restore();
}

void bar(QPainter* painter, const QRectF& rect, double fraction, const QColor& color)
{
    const double radius = rect.height() / 2;
    roundedRect(painter, rect, radius, theme().color(ColorToken::Groove));
    const double width = rect.width() * std::clamp(fraction, 0.0, 1.0);
    if (width <= 0)
        return;
    painter->save();
    // Clipped rather than narrowed, so that small values keep the round left end of the ground.
    painter->setClipRect(QRectF(rect.left(), rect.top(), width, rect.height()), Qt::IntersectClip);
    const double filled = std::max(width, rect.height());
    roundedRect(painter, QRectF(rect.left(), rect.top(), filled, rect.height()), radius,
                color.isValid() ? color : theme().color(ColorToken::Accent));
    painter->restore();
}

QSizeF keyHintSize(const QString& text)
{
    const double width = QFontMetricsF(hintFont(QFont::Medium)).horizontalAdvance(text) + 14;
    return {std::max(20.0, std::ceil(width)), 20};
}

void keyHint(QPainter* painter, const QPointF& topLeft, const QString& text)
{
    const QRectF rect(topLeft, keyHintSize(text));
    const QColor ground = theme().isDark() ? QColor(0x1A, 0x1B, 0x1B) : theme().color(ColorToken::Surface);
    roundedRect(painter, rect, radius::kTag, ground, theme().color(ColorToken::LineControl));
    text::drawElided(painter, rect, text, hintFont(QFont::Medium), theme().color(ColorToken::Text2), Qt::AlignHCenter);
}

QSizeF tagSize(const QString& text)
{
    return {std::ceil(QFontMetricsF(hintFont(QFont::Normal)).horizontalAdvance(text)) + 14, 18};
}

void tag(QPainter* painter, const QPointF& topLeft, const QString& text)
{
    const QRectF rect(topLeft, tagSize(text));
    roundedRect(painter, rect, radius::kTag, QColor(), theme().color(ColorToken::LineControl));
    text::drawElided(painter, rect, text, hintFont(QFont::Normal), theme().color(ColorToken::Text2), Qt::AlignHCenter);
}

void radio(QPainter* painter, const QRectF& rect, bool on)
{
    const QRectF box(rect.center().x() - 8, rect.center().y() - 8, 16, 16);
    const QColor ground = theme().color(ColorToken::Surface);
    if (on)
        roundedRect(painter, box, 8, ground, theme().color(ColorToken::Accent), 5);
    else
        roundedRect(painter, box, 8, ground, theme().color(ColorToken::Mark), 1.5);
}

void checkBox(QPainter* painter, const QRectF& rect, bool on)
{
    const QRectF box(rect.center().x() - 8, rect.center().y() - 8, 16, 16);
    if (!on) {
        roundedRect(painter, box, radius::kTag, theme().color(ColorToken::Surface), theme().color(ColorToken::Mark), 1.5);
        return;
    }
    roundedRect(painter, box, radius::kTag, theme().color(ColorToken::Accent));
    paintIcon(painter, box, IconId::Check, 14, theme().color(ColorToken::OnAccent));
}

}  // namespace paint

QString keyHintText(const QString& portableShortcut)
{
    QString text = QKeySequence::fromString(portableShortcut, QKeySequence::PortableText)
                       .toString(QKeySequence::NativeText);
    if (text.isEmpty())
        return portableShortcut;
    // "Ctrl++" keeps its last plus.
    const bool plusKey = text.endsWith(u'+');
    text.replace(u'+', u' ');
    return plusKey ? text.trimmed() + QStringLiteral(" +") : text;
}

}  // namespace tw
