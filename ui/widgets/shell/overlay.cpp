// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/overlay.h"

#include "ui/widgets/kit/popover.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace tw::ui {

Overlay::Overlay(QWidget* window, const QString& name, int width, int top)
    : QWidget(window), m_scrim(new Scrim(window)), m_frame(new Popover(this)), m_width(width), m_top(top)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    connect(m_scrim, &Scrim::clicked, this, &Overlay::closeOverlay);
    window->installEventFilter(this);
    hide();
    m_scrim->hide();
}

Overlay::~Overlay() { delete m_scrim.data(); }

QWidget* Overlay::frame() const { return m_frame; }

void Overlay::open()
{
    m_before = QApplication::focusWidget();
    m_scrim->show();
    m_scrim->raise();
    place();
    show();
    raise();
    focusFirst();
}

void Overlay::closeOverlay()
{
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    m_scrim->hide();
    Q_EMIT closed();
    close();
}

void Overlay::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(m_width, room.width() - 32);
    // Wrapped labels need the width before the height can be told.
    setFixedWidth(width);
    if (layout()->hasHeightForWidth())
        resize(width, std::min(layout()->heightForWidth(width), room.height() - 32));
    else
        resize(width, std::min(sizeHint().height(), room.height() - 32));
    const int top = m_top >= 0 ? std::min(m_top, (room.height() - height()) / 2) : (room.height() - height()) / 2;
    move((room.width() - width) / 2, std::max(16, top));
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        closeOverlay();
    else
        QWidget::keyPressEvent(event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    // Tab stays inside: from the last part back to the first.
    QWidget* start = QApplication::focusWidget();
    QWidget* candidate = start ? start : this;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        if (candidate != start && isAncestorOf(candidate) && candidate->isVisible() && candidate->isEnabled()
            && (candidate->focusPolicy() & Qt::TabFocus)) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start && candidate != this);
    return true;
}

} // namespace tw::ui
