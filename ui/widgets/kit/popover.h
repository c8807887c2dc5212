// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace tw {

/// A frame on Popover ground with a 1 px LineControl border and radius 10, for hover cards, lists and
/// dialogs drawn inside the window. Has no window of its own and no shadow.
class Popover : public QFrame {
    Q_OBJECT
public:
    explicit Popover(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A plain fill over a window behind a dialog. Follows its parent's size; a click emits clicked().
class Scrim : public QWidget {
    Q_OBJECT
public:
    explicit Scrim(QWidget* parent);

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace tw
