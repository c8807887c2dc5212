// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/icons.h"

#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace tw {

struct NavigationEntry {
    int id = 0;
    IconId icon = IconId::None;
    QString text;      ///< translated
    QString shortcut;  ///< portable text for the tooltip, e.g. "Ctrl+1"; sets no shortcut
};

/// The pages at the left edge: mark, exclusive entries, and acts (settings, menu) at the foot.
class NavigationBar : public QWidget {
    Q_OBJECT
public:
    enum class Mode {
        Icons,    ///< 60 wide, icons only
        Labelled, ///< 76 wide or what the longest label takes, icon over label
        Beside    ///< 176 wide, label beside
    };

    explicit NavigationBar(QWidget* parent = nullptr);

    /// Replaces the pages; the first becomes current. Ids are the caller's, each once.
    void setEntries(const QList<NavigationEntry>& entries);
    /// Replaces the acts at the foot; they are not checkable.
    void setFootEntries(const QList<NavigationEntry>& entries);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// The mode for a window of that width: below 1200 Icons, from 1920 Beside.
    static Mode modeForWidth(int windowWidth);

    int currentId() const;
    /// Marks a page as current without emitting pageRequested().
    void setCurrentId(int id);
    /// The button of an entry, e.g. to attach a menu to a foot act; null when unknown.
    QWidget* button(int id) const;

Q_SIGNALS:
    /// The user chose another page.
    void pageRequested(int id);
    void footTriggered(int id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyMode();

    Mode m_mode = Mode::Labelled;
    QButtonGroup* m_pages;
    QButtonGroup* m_foot;
    QWidget* m_mark;
    QVBoxLayout* m_pageLayout;
    QVBoxLayout* m_footLayout;
};

}  // namespace tw
