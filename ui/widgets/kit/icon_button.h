// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/icons.h"

#include <QToolButton>

namespace tw {

/// A square button with an icon only: 32×32 (small: 28×28), radius 6. Its name and shortcut are the
/// tooltip, the name the accessible name. Checkable ones show AccentSoft while on.
class IconButton : public QToolButton {
    Q_OBJECT
public:
    enum class Size { Normal, Small };

    /// @param name  Translated, e.g. tr("Shuffle").
    IconButton(IconId id, const QString& name, QWidget* parent = nullptr, Size size = Size::Normal);

    void setIconId(IconId id);
    /// Another picture while on, e.g. Likes and Liked; makes the button checkable.
    void setToggleIcons(IconId off, IconId on);
    void setName(const QString& name);
    /// Shown in the tooltip; sets no shortcut. Portable text such as "Ctrl+E".
    void setShortcutText(const QString& shortcut);
    /// Says why a disabled button is disabled; replaces the tooltip while it is. Empty restores.
    void setDisabledReason(const QString& reason);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateTip();

    QString m_name;
    QString m_shortcut;
    QString m_reason;
    Size m_size;
};

}  // namespace tw
