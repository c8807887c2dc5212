// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/icons.h"

#include <QAbstractButton>

namespace tw {

/// A choice with title and subtitle: a radio option (export dialog), a check option, or an entry with an
/// icon (sections of a page). Padding 10/8, radius 8, Selected ground when chosen. Radio and icon rows are
/// auto-exclusive among their siblings.
class OptionRow : public QAbstractButton {
    Q_OBJECT
public:
    enum class Sign { Radio, Check, Icon };

    OptionRow(const QString& title, const QString& subtitle, QWidget* parent = nullptr,
              Sign sign = Sign::Radio, IconId iconId = IconId::None);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    QString subtitle() const { return m_subtitle; }
    /// Of entries with an icon.
    void setIconId(IconId iconId);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void updateName();

    QString m_subtitle;
    Sign m_sign;
    IconId m_icon;
};

}  // namespace tw
