// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/walk_scrubber.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace tw::ui {
namespace {

constexpr double kHandle = 18, kStop = 8, kInset = kHandle / 2 + 4, kLeastGap = 11;

} // namespace

WalkScrubber::WalkScrubber(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setPaintsOwnFocus(this);
    setRange(0, 0);
    setFocusPolicy(Qt::StrongFocus);
    setSingleStep(1);
    setPageStep(5);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

double WalkScrubber::stopX(int stop) const
{
    const double share = maximum() > minimum() ? double(stop - minimum()) / (maximum() - minimum()) : 1;
    return kInset + share * (width() - 2 * kInset);
}

int WalkScrubber::stopAt(double x) const
{
    const double share = std::clamp((x - kInset) / std::max(1.0, width() - 2 * kInset), 0.0, 1.0);
    return minimum() + static_cast<int>(std::lround(share * (maximum() - minimum())));
}

void WalkScrubber::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& look = theme();
    const double y = height() / 2.0;
    painter.setOpacity(isEnabled() ? 1 : 0.45);
    const double here = stopX(value());
    painter.setPen(QPen(look.color(ColorToken::Groove), 2));
    painter.drawLine(QPointF(here, y), QPointF(width() - kInset, y));
    painter.setPen(QPen(look.color(ColorToken::Accent), 2));
    painter.drawLine(QPointF(kInset, y), QPointF(here, y));
    painter.setPen(Qt::NoPen);
    // Where stops would touch each other, the line alone is drawn.
    const int stops = maximum() - minimum();
    if (stops > 0 && (width() - 2 * kInset) / stops >= kLeastGap) {
        for (int stop = minimum(); stop <= maximum(); ++stop) {
            painter.setBrush(look.color(stop <= value() ? ColorToken::Accent : ColorToken::Groove));
            painter.drawEllipse(QPointF(stopX(stop), y), kStop / 2, kStop / 2);
        }
    }
    painter.setPen(QPen(look.color(ColorToken::Accent), 2));
    painter.setBrush(look.color(ColorToken::Surface));
    painter.drawEllipse(QPointF(here, y), kHandle / 2 - 1, kHandle / 2 - 1);
    if (hasFocus() && keyboardFocusVisible())
        paint::focusRing(&painter, QRectF(here - kHandle / 2, y - kHandle / 2, kHandle, kHandle), kHandle / 2,
                         paint::Ring::Outside);
}

void WalkScrubber::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setValue(stopAt(event->position().x()));
}

void WalkScrubber::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setValue(stopAt(event->position().x()));
}

void WalkScrubber::mouseReleaseEvent(QMouseEvent*) { setSliderDown(false); }

} // namespace tw::ui
