// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/option_row.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

constexpr int kPaddingX = 10;
constexpr int kPaddingY = 8;
constexpr int kGap = 10;

}  // namespace

OptionRow::OptionRow(const QString& title, const QString& subtitle, QWidget* parent, Sign sign, IconId iconId)
    : QAbstractButton(parent)
    , m_subtitle(subtitle)
    , m_sign(sign)
    , m_icon(iconId)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(sign != Sign::Check);
    setFocusPolicy(Qt::StrongFocus);
    setPaintsOwnFocus(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme(), &Theme::changed, this, &OptionRow::updateGeometry);
    updateName();
}

void OptionRow::setTitle(const QString& title)
{
    setText(title);
    updateName();
}

void OptionRow::setSubtitle(const QString& subtitle)
{
    m_subtitle = subtitle;
    updateName();
}

void OptionRow::setIconId(IconId iconId)
{
    if (m_icon == iconId)
        return;
    m_icon = iconId;
    update();
}

QSize OptionRow::sizeHint() const
{
    const Theme& look = theme();
    const double text = std::max(
        QFontMetricsF(look.font(TypeStep::Small, QFont::DemiBold)).horizontalAdvance(QAbstractButton::text()),
        QFontMetricsF(look.font(TypeStep::Caption)).horizontalAdvance(m_subtitle));
    double height = look.lineHeight(TypeStep::Small) + 2 * kPaddingY;
    if (!m_subtitle.isEmpty())
        height += look.lineHeight(TypeStep::Caption);
    const int sign = m_sign == Sign::Icon ? kIconButton : 16;
    return {static_cast<int>(std::ceil(text)) + 2 * kPaddingX + kGap + sign + 1, static_cast<int>(std::ceil(height))};
}

QSize OptionRow::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 140), sizeHint().height()};
}

void OptionRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const Theme& look = theme();
    const bool on = isChecked();
    const bool ground = on && m_sign != Sign::Check;
    if (ground || ((underMouse() || isDown()) && isEnabled()))
        paint::roundedRect(&painter, rect(), radius::kRow,
                           look.color(ground ? ColorToken::Selected : isDown() ? ColorToken::Press : ColorToken::Hover));
    const double line = look.lineHeight(TypeStep::Small);
    const QRectF first(kPaddingX, kPaddingY, 0, line);
    double left = kPaddingX;
    if (m_sign == Sign::Icon) {
        // Beside two lines an icon stands in the middle.
        const QRectF box(left, 0, kIconButton, height());
        paintIcon(&painter, box, m_icon, kIconButton, look.color(on ? ColorToken::Accent : ColorToken::Text2));
        left += kIconButton + kGap + 2;
    } else {
        const QRectF box(left, first.top() + 1, 16, line);
        if (m_sign == Sign::Radio)
            paint::radio(&painter, box, on);
        else
            paint::checkBox(&painter, box, on);
        left += 16 + kGap;
    }
    const double room = width() - left - kPaddingX;
    const bool accented = on && m_sign == Sign::Icon;
    text::drawElided(&painter, QRectF(left, first.top(), room, line), QAbstractButton::text(),
                     look.font(TypeStep::Small, m_subtitle.isEmpty() && m_sign == Sign::Check ? 400 : 600),
                     look.color(accented ? ColorToken::Accent : ColorToken::Text));
    text::drawElided(&painter, QRectF(left, first.top() + line, room, look.lineHeight(TypeStep::Caption)), m_subtitle,
                     look.font(TypeStep::Caption), look.color(ColorToken::Text2));
    if (hasFocus() && keyboardFocusVisible())
        paint::focusRing(&painter, rect(), radius::kRow, paint::Ring::Inside);
}

void OptionRow::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void OptionRow::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void OptionRow::updateName()
{
    setAccessibleName(m_subtitle.isEmpty() ? text() : text() + QStringLiteral(", ") + m_subtitle);
    updateGeometry();
    update();
}

}  // namespace tw
