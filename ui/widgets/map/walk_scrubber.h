// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace tw::ui {

/// A line with one stop a like and a handle at the moment shown. Values 0 (the start) to the number of likes;
/// arrows, Home and End move it.
class WalkScrubber : public QSlider {
    Q_OBJECT
public:
    explicit WalkScrubber(QWidget* parent = nullptr);

    QSize sizeHint() const override { return {200, 32}; }
    QSize minimumSizeHint() const override { return {60, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double stopX(int stop) const;
    int stopAt(double x) const;
};

} // namespace tw::ui
