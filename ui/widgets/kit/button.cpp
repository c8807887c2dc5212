// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/button.h"

#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

constexpr int kGap = 8;

const char* kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary: return "primary";
    case ButtonKind::Flat: return "flat";
    case ButtonKind::Link: return "link";
    case ButtonKind::Danger: return "danger";
    case ButtonKind::Plain: break;
    }
    return "";
}

/// The text without the ampersands of its mnemonic.
QString plainText(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        plain.append(text[i]);
    }
    return plain;
}

}  // namespace

Button::Button(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, &Button::updateGeometry);
}

Button::Button(IconId iconId, const QString& text, QWidget* parent)
    : Button(text, parent)
{
    setIconId(iconId);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    setButtonKind(this, kind);
    updateGeometry();
}

void Button::setIconId(IconId id)
{
    m_icon = id;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

void Button::setControlHeight(int height)
{
    m_height = height;
    updateGeometry();
}

int Button::contentHeight() const
{
    const int height = m_height > 0 ? m_height : theme().controlHeight();
    return std::max(height, theme().scaled(20) + 6);
}

QSize Button::sizeHint() const
{
    // The weight of the On state, so that a button does not change its width.
    const bool heavy = m_kind == ButtonKind::Primary || m_kind == ButtonKind::Link || isCheckable();
    const QFontMetricsF metrics(theme().fontOfSize(13.5, heavy ? QFont::DemiBold : QFont::Medium));
    const QString label = plainText(text());
    double width = metrics.horizontalAdvance(label);
    if (m_icon != IconId::None)
        width += kIconButton + (label.isEmpty() ? 0 : kGap);
    if (!m_hint.isEmpty())
        width += kGap + paint::keyHintSize(m_hint).width();
    const int padding = m_kind == ButtonKind::Link ? 6 : m_icon != IconId::None && label.isEmpty() ? 7 : 13;
    return {static_cast<int>(std::ceil(width)) + 2 * padding, contentHeight()};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const Theme& look = theme();
    const bool down = isDown();
    const bool over = underMouse() && isEnabled();
    const bool on = isChecked();
    const bool framed = m_kind == ButtonKind::Plain || m_kind == ButtonKind::Danger;

    QColor ground = framed ? look.color(ColorToken::Surface) : QColor(Qt::transparent);
    QColor border = framed ? look.color(ColorToken::LineControl) : QColor();
    ColorToken ink = m_kind == ButtonKind::Danger ? ColorToken::Danger : ColorToken::Text;
    if (m_kind == ButtonKind::Primary) {
        ground = look.color(over || down ? ColorToken::AccentHover : ColorToken::Accent);
        ink = ColorToken::OnAccent;
    } else if (m_kind == ButtonKind::Link) {
        ink = over ? ColorToken::AccentHover : ColorToken::Accent;
    } else if (on) {
        ground = look.color(ColorToken::AccentSoft);
        border = QColor();
        ink = ColorToken::Accent;
    } else if (down) {
        ground = look.color(m_kind == ButtonKind::Danger ? ColorToken::DangerSoft : ColorToken::Press);
    } else if (over) {
        ground = look.color(m_kind == ButtonKind::Danger ? ColorToken::DangerSoft : ColorToken::Hover);
    }
    paint::roundedRect(&painter, rect(), radius::kControl, ground, border);

    const bool heavy = m_kind == ButtonKind::Primary || m_kind == ButtonKind::Link || on;
    const QFont font = look.fontOfSize(13.5, heavy ? QFont::DemiBold : QFont::Medium);
    const QString label = plainText(text());
    const double textWidth = QFontMetricsF(font).horizontalAdvance(label);
    const double hintWidth = m_hint.isEmpty() ? 0 : paint::keyHintSize(m_hint).width() + kGap;
    const double iconWidth = m_icon == IconId::None ? 0 : kIconButton + (label.isEmpty() ? 0 : kGap);
    double x = std::max(4.0, (width() - textWidth - hintWidth - iconWidth) / 2);
    if (m_icon != IconId::None) {
        paintIcon(&painter, QRectF(x, 0, kIconButton, height()), m_icon, kIconButton, look.color(ink));
        x += iconWidth;
    }
    x += text::drawElided(&painter, QRectF(x, 0, width() - x - hintWidth, height()), label, font, look.color(ink));
    if (!m_hint.isEmpty())
        paint::keyHint(&painter, QPointF(x + kGap, std::floor((height() - 20) / 2.0)), m_hint);
}

void setButtonKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty("twKind", QString::fromLatin1(kindName(kind)));
    button->style()->unpolish(button);
    button->style()->polish(button);
    button->update();
}

}  // namespace tw
