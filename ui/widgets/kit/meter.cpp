// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/meter.h"

#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tw {
namespace {

constexpr double kLabelWidth = 62;
constexpr double kValueWidth = 34;
constexpr double kGap = 8;
constexpr double kBarHeight = 6;

}  // namespace

MeterWidget::MeterWidget(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(label);
}

void MeterWidget::setValue(double fraction, const QString& text)
{
    m_fraction = std::clamp(fraction, 0.0, 1.0);
    m_text = text;
    setAccessibleName(tr("%1: %2", "name of a measure and its value").arg(m_label, text));
    update();
}

void MeterWidget::setReference(std::optional<double> fraction)
{
    m_reference = fraction;
    update();
}

QSize MeterWidget::sizeHint() const
{
    return {200, theme().scaled(20)};
}

QSize MeterWidget::minimumSizeHint() const
{
    return {140, theme().scaled(20)};
}

void MeterWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& look = theme();
    const QFont labelFont = look.fontOfSize(12.5);
    const QFont valueFont = look.fontOfSize(12.5, QFont::DemiBold);
    // Longer words (other languages, larger fonts) take room from the bar, up to half of the width.
    const double labelWidth = std::clamp(QFontMetricsF(labelFont).horizontalAdvance(m_label), kLabelWidth,
                                         std::max(kLabelWidth, width() / 2.0));
    const double valueWidth = std::max(kValueWidth, text::tabularWidth(QFontMetricsF(valueFont), m_text));
    text::drawElided(&painter, QRectF(0, 0, labelWidth, height()), m_label, labelFont, look.color(ColorToken::Text2));
    text::drawTabular(&painter, QRectF(width() - valueWidth, 0, valueWidth, height()), Qt::AlignRight, m_text,
                      valueFont, look.color(ColorToken::Text));
    const double left = labelWidth + kGap;
    const QRectF bar(left, (height() - kBarHeight) / 2, width() - left - valueWidth - kGap, kBarHeight);
    if (bar.width() <= 0)
        return;
    paint::bar(&painter, bar, m_fraction, look.color(ColorToken::Text3));
    if (m_reference) {
        const double x = bar.left() + std::clamp(*m_reference, 0.0, 1.0) * (bar.width() - 2);
        painter.fillRect(QRectF(std::round(x), bar.top() - 2, 2, 10), look.color(ColorToken::Text));
    }
}

BarWidget::BarWidget(QWidget* parent, int height)
    : QWidget(parent)
    , m_height(height)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarWidget::setFraction(double fraction)
{
    const double clamped = std::clamp(fraction, 0.0, 1.0);
    if (clamped == m_fraction)
        return;
    m_fraction = clamped;
    update();
}

QSize BarWidget::sizeHint() const
{
    return {120, m_height};
}

void BarWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::bar(&painter, QRectF(0, (height() - m_height) / 2.0, width(), m_height), m_fraction);
}

}  // namespace tw
