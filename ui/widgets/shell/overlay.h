// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/kit/popover.h"

#include <QPointer>
#include <QWidget>


namespace tw::ui {

/// A dialog drawn inside the window over a scrim: takes the focus, keeps Tab inside, closes by Esc or a click on the
/// scrim, gives the focus back. Deletes itself when closed.
class Overlay : public QWidget {
    Q_OBJECT
public:
    /// @param width  Wanted width; shrinks with the window. @param top  Distance from the window's top; -1 centres.
    Overlay(QWidget* window, const QString& name, int width, int top = -1);
    ~Overlay() override;

    /// The frame that subclasses fill.
    QWidget* frame() const;
    /// Shows it and moves the focus in.
    void open();

public Q_SLOTS:
    void closeOverlay();

Q_SIGNALS:
    void closed();

protected:
    virtual void focusFirst() = 0;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void place();

private:
    QPointer<Scrim> m_scrim; ///< A sibling: the window may delete it first.
    Popover* m_frame;
    QPointer<QWidget> m_before;
    int m_width;
    int m_top;
};

} // namespace tw::ui
