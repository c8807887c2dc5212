// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shell/window_context.h"

#include <QBoxLayout>
#include <QWidget>

namespace tw::ui {

/// One page of the window (Discover, Explore, Map, Likes, Library).
class Page : public QWidget {
    Q_OBJECT
public:
    Page(WindowContext context, QWidget* parent) : QWidget(parent), m_context(context) {}

    /// Called when the page becomes the current one, or stops being it.
    virtual void setActive(bool active) { Q_UNUSED(active); }
    /// Gives the focus to the page's main part.
    virtual void focusMain() = 0;
    /// True when everything the page shows is there (for pictures): nothing asked for is still on its way.
    virtual bool complete() const = 0;
    /// Closes the innermost open thing (details, selection, query); false when there was none.
    virtual bool closeInnermost() { return false; }
    /// The column in which the window puts its banner, behind the first entry: the page's toolbar.
    virtual QBoxLayout* bannerColumn() const { return qobject_cast<QBoxLayout*>(layout()); }
    /// The window's width changed across a break; 0 narrow, 1 normal, 2 wide.
    virtual void setWidthClass(int widthClass) { Q_UNUSED(widthClass); }

Q_SIGNALS:
    /// bannerColumn() is another one now.
    void bannerColumnChanged();

protected:
    WindowContext m_context;
};

} // namespace tw::ui
