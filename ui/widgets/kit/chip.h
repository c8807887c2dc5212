// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace tw {

/// A chip: 24 high, padding 9, radius 12. Checked is on (AccentSoft, Accent 600). Right click or the menu
/// key emits customContextMenuRequested() when the caller sets that policy.
class Chip : public QToolButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);

    /// A share behind the text, e.g. "24 %"; also part of the accessible name. Empty removes it.
    void setShare(const QString& share);
    void setLabel(const QString& text);
    QString label() const { return m_label; }
    /// On Bg instead of Surface: the ground becomes Press.
    void setOnPanel(bool onPanel);
    /// A chip that only tells (keywords): no hover, no focus, no press.
    void setPassive(bool passive);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateName();

    QString m_label;
    QString m_share;
    bool m_onPanel = false;
    bool m_passive = false;
};

}  // namespace tw
