// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/chip.h"

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

constexpr int kPadding = 9;
constexpr int kShareGap = 6;

}  // namespace

Chip::Chip(const QString& text, QWidget* parent)
    : QToolButton(parent)
    , m_label(text)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setFocusRadius(this, 12);
    updateName();
    connect(&theme(), &Theme::changed, this, &Chip::updateGeometry);
}

void Chip::setShare(const QString& share)
{
    m_share = share;
    updateName();
}

void Chip::setLabel(const QString& text)
{
    m_label = text;
    updateName();
}

void Chip::setOnPanel(bool onPanel)
{
    m_onPanel = onPanel;
    update();
}

void Chip::setPassive(bool passive)
{
    m_passive = passive;
    setFocusPolicy(passive ? Qt::NoFocus : Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, passive);
}

QSize Chip::sizeHint() const
{
    const QFontMetricsF metrics(theme().fontOfSize(12.5, m_passive ? QFont::Normal : QFont::DemiBold));
    double width = metrics.horizontalAdvance(m_label);
    if (!m_share.isEmpty())
        width += kShareGap + text::tabularWidth(metrics, m_share);
    return {static_cast<int>(std::ceil(width)) + 2 * kPadding + 1, std::max(24, theme().scaled(18) + 2)};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 48), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const Theme& look = theme();
    const bool on = isChecked();
    const bool over = !m_passive && underMouse() && isEnabled();
    ColorToken ground = m_onPanel ? ColorToken::Press : ColorToken::Sunken;
    if (on)
        ground = ColorToken::AccentSoft;
    else if (isDown())
        ground = ColorToken::Line;
    else if (over)
        ground = ColorToken::Press;
    const double height = rect().height();
    paint::roundedRect(&painter, rect(), height / 2, look.color(ground));
    const QColor ink = look.color(on ? ColorToken::Accent : over ? ColorToken::Text : ColorToken::Text2);
    const QFont font = look.fontOfSize(12.5, on ? QFont::DemiBold : QFont::Normal);
    const double shareWidth = m_share.isEmpty() ? 0 : text::tabularWidth(QFontMetricsF(font), m_share);
    const double shareRoom = m_share.isEmpty() ? 0 : shareWidth + kShareGap;
    const double labelWidth = QFontMetricsF(font).horizontalAdvance(m_label);
    const double room = width() - 2 * kPadding - shareRoom;
    // Centred, because the size is that of the heavier weight.
    const double left = kPadding + std::max(0.0, (room - labelWidth) / 2);
    const double used = text::drawElided(&painter, QRectF(left, 0, room, height), m_label, font, ink);
    if (!m_share.isEmpty())
        text::drawTabular(&painter, QRectF(left + used + kShareGap, 0, shareWidth, height), Qt::AlignLeft, m_share,
                          font, ink);
}

void Chip::updateName()
{
    setText(m_label);
    setAccessibleName(m_share.isEmpty() ? m_label : m_label + u' ' + m_share);
    updateGeometry();
    update();
}

}  // namespace tw
