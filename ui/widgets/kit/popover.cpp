// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/popover.h"

#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tw {

Popover::Popover(QWidget* parent)
    : QFrame(parent)
{
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Popover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::roundedRect(&painter, rect(), radius::kPopover, theme().color(ColorToken::Popover),
                       theme().color(ColorToken::LineControl));
}

Scrim::Scrim(QWidget* parent)
    : QWidget(parent)
{
    setGeometry(parent->rect());
    parent->installEventFilter(this);
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorToken::Scrim));
}

void Scrim::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    Q_EMIT clicked();
}

bool Scrim::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

}  // namespace tw
