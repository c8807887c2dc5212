// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QPointer>
#include <QSlider>
#include <QTimer>

#include <functional>
#include <optional>

namespace tw {

class ElidedLabel;

/// How a slider's integer value reads, e.g. 25 → "25 %".
using ValueText = std::function<QString(int)>;

/// A horizontal slider, 20 high: groove 4, handle 16 with a 2 px accent border. While dragged or moved
/// by keys a bubble shows the value 8 above the handle, clipped to the window.
/// Keys: arrows 1 (singleStep), Page 10 (pageStep), Home and End; Backspace or a double click resets.
/// The wheel acts only while the slider has the focus, so that it never eats a page's scrolling.
class ValueSlider : public QSlider {
    Q_OBJECT
public:
    explicit ValueSlider(QWidget* parent = nullptr);
    ~ValueSlider() override;

    void setValueText(ValueText text);
    QString valueText(int value) const;
    /// The value a double click or Backspace restores; without one they do nothing.
    void setResetValue(std::optional<int> value);
    /// The ground it lies on; fills the handle in the dark palette. Surface by default.
    void setGroundToken(ColorToken ground);
    /// Centre of the handle for a value, in widget coordinates.
    double handleCentre(int value) const;
    /// Whether the bubble is on screen (for tests).
    bool bubbleVisible() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Emitted when the user let go: after a drag, a key move (300 ms quiet) or a reset. Work that is too
    /// heavy for every valueChanged() belongs here.
    void settled(int value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    int valueAt(double x) const;
    void reset();
    void showBubble();
    void hideBubble();

    ValueText m_text;
    std::optional<int> m_reset;
    ColorToken m_ground = ColorToken::Surface;
    QPointer<QWidget> m_bubble;
    QTimer m_quiet;
};

/// A ValueSlider under its label line: name at the left, optional dimmed unit word, value at the right.
class SliderRow : public QWidget {
    Q_OBJECT
public:
    /// @param name  Translated. @param dimmed  A short word in Text3 after the name, e.g. "n"; may be empty.
    explicit SliderRow(const QString& name, const QString& dimmed = {}, QWidget* parent = nullptr);

    ValueSlider* slider() const { return m_slider; }
    void setRange(int minimum, int maximum);
    void setValue(int value);
    int value() const;
    void setValueText(ValueText text);
    void setResetValue(std::optional<int> value);
    /// Tooltip for the whole row: what larger values do.
    void setExplanation(const QString& text);

Q_SIGNALS:
    void valueChanged(int value);
    void settled(int value);

private:
    void refresh();

    QString m_name;
    ValueSlider* m_slider;
    ElidedLabel* m_value;
};

}  // namespace tw
