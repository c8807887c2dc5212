// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QBoxLayout;
class QHBoxLayout;

namespace tw {

class IconButton;

enum class BannerKind { Warning, Danger, Info };

/// An act of a banner or an empty state. The id comes back in the signal.
struct KitAct {
    QString id;
    QString text;             ///< translated, names act and object
    bool emphasised = false;  ///< banner: bordered instead of flat; empty state: primary
};

/// One message in the page under its toolbar: one bold sentence and one plain, at most two acts and Details, close.
/// Pushes content, never covers it. Where words and acts are too long for one row, the acts go below. Hidden until show(). Announced to assistive technology as an alert.
class BannerBar : public QFrame {
    Q_OBJECT
public:
    explicit BannerBar(QWidget* parent = nullptr);

    /// Replaces what is shown (a page has one banner, the newest) and makes the bar visible.
    /// @param acts  At most three are used.
    void showMessage(BannerKind kind, const QString& bold, const QString& plain,
                     const QList<KitAct>& acts = {}, bool closable = true);
    /// Hides without emitting closed().
    void clear();
    BannerKind kind() const { return m_kind; }
    QString message() const;

Q_SIGNALS:
    void actTriggered(const QString& id);
    /// The user closed it.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    BannerKind m_kind = BannerKind::Warning;
    bool m_closable = true;
    QString m_bold;
    QString m_plain;
    QWidget* m_words;
    QBoxLayout* m_row;
    QHBoxLayout* m_acts;
    IconButton* m_close;
};

}  // namespace tw
