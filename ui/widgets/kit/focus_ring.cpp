// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/focus_ring.h"

#include "ui/widgets/kit/paint.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QWidget>

namespace tw {
namespace {

constexpr const char* kOwnFocus = "twOwnFocus";
constexpr const char* kFocusRadius = "twFocusRadius";
constexpr int kReach = 4;

bool g_keyboard = false;

/// The ring itself: a transparent sheet over the focused widget and 4 px around.
class RingSheet final : public QWidget {
public:
    explicit RingSheet(QWidget* host, int cornerRadius)
        : QWidget(host)
        , m_radius(cornerRadius)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("twFocusRing"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paint::focusRing(&painter, QRectF(rect()).adjusted(kReach, kReach, -kReach, -kReach), m_radius,
                         paint::Ring::Outside);
    }

private:
    int m_radius;
};

bool isTextKey(const QKeyEvent& event)
{
    // A modifier alone does not mean that somebody navigates.
    switch (event.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
        return true;
    default:
        return false;
    }
}

class FocusRing final : public QObject {
public:
    explicit FocusRing(QApplication& application)
        : QObject(&application)
    {
        application.installEventFilter(this);
        connect(&application, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
            if (!isTextKey(*static_cast<QKeyEvent*>(event)))
                setKeyboard(true);
            break;
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
            setKeyboard(false);
            break;
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Hide:
        case QEvent::Show:
        case QEvent::EnabledChange:
            if (m_target && watched->isWidgetType() && watched != m_sheet) {
                auto* widget = static_cast<QWidget*>(watched);
                if (widget == m_target || widget->isAncestorOf(m_target))
                    place();
            }
            break;
        default:
            break;
        }
        return false;
    }

private:
    void setKeyboard(bool keyboard)
    {
        if (g_keyboard == keyboard)
            return;
        g_keyboard = keyboard;
        QWidget* focus = QApplication::focusWidget();
        if (focus)
            focus->update();
        follow(focus);
    }

    static bool wantsRing(const QWidget* widget)
    {
        if (!widget || widget->property(kOwnFocus).toBool())
            return false;
        if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            return !combo->isEditable();
        return qobject_cast<const QAbstractButton*>(widget) != nullptr;
    }

    void follow(QWidget* focus)
    {
        m_target = g_keyboard && wantsRing(focus) ? focus : nullptr;
        delete m_sheet;
        if (!m_target)
            return;
        const QVariant cornerRadius = m_target->property(kFocusRadius);
        m_sheet = new RingSheet(hostOf(m_target), cornerRadius.isValid() ? cornerRadius.toInt() : radius::kControl);
        place();
    }

    /// The nearest part that scrolls or is a window: the ring moves with it and is cut off by it.
    static QWidget* hostOf(QWidget* widget)
    {
        for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
            if (parent->isWindow())
                return parent;
            if (qobject_cast<QAbstractScrollArea*>(parent->parentWidget()))
                return parent;
        }
        return widget->window();
    }

    void place()
    {
        if (!m_sheet || !m_target)
            return;
        QWidget* host = m_sheet->parentWidget();
        const QRect rect(m_target->mapTo(host, QPoint()), m_target->size());
        m_sheet->setGeometry(rect.adjusted(-kReach, -kReach, kReach, kReach));
        m_sheet->raise();
        m_sheet->setVisible(m_target->isVisible() && m_target->isEnabled() && host != m_target);
    }

    QPointer<QWidget> m_target;
    QPointer<RingSheet> m_sheet;
};

}  // namespace

void installFocusRing(QApplication& application)
{
    static QPointer<FocusRing> ring;
    if (!ring)
        ring = new FocusRing(application);
}

bool keyboardFocusVisible()
{
    return g_keyboard;
}

void setPaintsOwnFocus(QWidget* widget)
{
    widget->setProperty(kOwnFocus, true);
}

void setFocusRadius(QWidget* widget, int radius)
{
    widget->setProperty(kFocusRadius, radius);
}

}  // namespace tw
