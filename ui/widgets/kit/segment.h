// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace tw {

/// Exclusive choices side by side: 32 high, Sunken ground, entries 28, the active one on Surface. One tab
/// stop; arrow keys move the choice.
class Segment : public QWidget {
    Q_OBJECT
public:
    /// @param name  Accessible name of the whole, translated.
    explicit Segment(const QString& name, QWidget* parent = nullptr);

    /// Adds an entry; the first becomes current. Ids are the caller's, each once, not negative.
    void addEntry(int id, const QString& text);
    /// Changes the text of an entry, e.g. "Liked 18".
    void setEntryText(int id, const QString& text);
    void setEntryEnabled(int id, bool enabled, const QString& reason = {});
    /// -1 when there are no entries.
    int currentId() const;
    /// Makes an entry current; emits currentChanged() only when it changed.
    void setCurrentId(int id);
    /// On Bg instead of Surface: the ground becomes Press.
    void setOnPanel(bool onPanel);

    /// Focus goes to the current entry.
    void focusCurrent();

Q_SIGNALS:
    void currentChanged(int id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    bool m_onPanel = false;
};

}  // namespace tw
