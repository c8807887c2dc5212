// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/icons.h"

#include <QPushButton>

namespace tw {

enum class ButtonKind {
    Plain,    ///< surface with border
    Primary,  ///< filled with Accent; at most one a page
    Flat,     ///< no border until hovered
    Link,     ///< Accent text, 600, no ground
    Danger    ///< plain with text in Danger; only for loss of data
};

/// A push button: 32 high (theme().controlHeight()), padding 12, icon 18, gap 8, optional key hint.
/// Checkable ones show the On state (AccentSoft, Accent text).
class Button : public QPushButton {
    Q_OBJECT
public:
    explicit Button(const QString& text, QWidget* parent = nullptr);
    Button(IconId iconId, const QString& text, QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const { return m_kind; }
    /// The icon before the text; None removes it.
    void setIconId(IconId id);
    /// Shows a key hint behind the text, for instance "Ctrl E"; empty removes it. Sets no shortcut.
    void setKeyHint(const QString& hint);
    /// Fixed height instead of theme().controlHeight(): 30 in sections, 28 in banners; 0 for default.
    void setControlHeight(int height);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int contentHeight() const;

    ButtonKind m_kind = ButtonKind::Plain;
    IconId m_icon = IconId::None;
    QString m_hint;
    int m_height = 0;
};

/// Gives a QPushButton that is not a Button (message boxes) the look of a kind.
void setButtonKind(QPushButton* button, ButtonKind kind);

}  // namespace tw
