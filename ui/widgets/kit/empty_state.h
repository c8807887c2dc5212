// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/kit/banner_bar.h"

#include <QWidget>

class QLabel;
class QHBoxLayout;

namespace tw {

class Button;

/// What a view says while it has nothing to show: title, one sentence of at most 640 px, one to three acts,
/// left-aligned at the content's edge. Lies in a stacked layout over the view.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    enum class Extent { WholePage, Section };  ///< title in the Page or the Section step

    explicit EmptyState(Extent extent = Extent::Section, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& sentence);
    /// At most three; the emphasised one is primary. An act that stays (by its id) keeps its button, and with it the
    /// focus.
    void setActs(const QList<KitAct>& acts);
    QString title() const;

Q_SIGNALS:
    void actTriggered(const QString& id);

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_acts;
    QList<Button*> m_buttons;
};

}  // namespace tw
