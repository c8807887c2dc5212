// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/icon_button.h"

#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"

#include <QEvent>

namespace tw {

IconButton::IconButton(IconId id, const QString& name, QWidget* parent, Size size)
    : QToolButton(parent)
    , m_size(size)
{
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    const int iconSize = size == Size::Small ? kIconButton : kIconTool;
    setIconSize({iconSize, iconSize});
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setIconId(id);
    setName(name);
}

void IconButton::setIconId(IconId id)
{
    setIcon(tw::icon(id));
}

void IconButton::setToggleIcons(IconId off, IconId on)
{
    setCheckable(true);
    setIcon(toggleIcon(off, on));
}

void IconButton::setName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
    updateTip();
}

void IconButton::setShortcutText(const QString& shortcut)
{
    m_shortcut = shortcut;
    updateTip();
}

void IconButton::setDisabledReason(const QString& reason)
{
    m_reason = reason;
    setAccessibleDescription(reason);
    updateTip();
}

QSize IconButton::sizeHint() const
{
    const int side = m_size == Size::Small ? 28 : 32;
    return {side, side};
}

void IconButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::EnabledChange)
        updateTip();
    QToolButton::changeEvent(event);
}

void IconButton::updateTip()
{
    setToolTip(!isEnabled() && !m_reason.isEmpty()
                   ? text::tip(m_name + u'\n' + m_reason)
                   : text::tip(m_name, m_shortcut.isEmpty() ? QString() : keyHintText(m_shortcut)));
}

}  // namespace tw
