// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/icons.h"

#include <QLineEdit>

namespace tw {

class IconButton;

/// A field for searching or filtering: icon at the left, key hint at the right while empty, clear button
/// while filled, 2 px accent border with the focus.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    enum class Size {
        Large,  ///< 44 high, radius 8, icon 20, text 16
        Normal  ///< 32 high, radius 6, icon 16
    };

    explicit SearchField(Size size = Size::Large, IconId icon = IconId::Search, QWidget* parent = nullptr);

    /// The key shown at the right while the field is empty, e.g. "/"; empty for none. Sets no shortcut.
    void setKeyHint(const QString& hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Down was pressed: the focus wants to go to the results.
    void downPressed();
    /// Esc was pressed in an empty field (in a filled one it clears the field).
    void escapePressed();
    /// Cleared by the button or by Esc; textEdited("") was emitted before.
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void clearByUser();
    void layoutParts();

    Size m_size;
    IconId m_icon;
    QString m_hint;
    IconButton* m_clear;
};

}  // namespace tw
