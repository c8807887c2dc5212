// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/empty_state.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tw {
namespace {

constexpr int kSentenceWidth = 640;
constexpr int kMaximumActs = 3;

}  // namespace

EmptyState::EmptyState(Extent extent, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kXs);
    const bool page = extent == Extent::WholePage;
    m_title = makeLabel({}, page ? TypeStep::Page : TypeStep::Section, ColorToken::Text, this, true);
    m_sentence = makeLabel({}, page ? TypeStep::Body : TypeStep::Small, ColorToken::Text2, this, true);
    m_sentence->setMaximumWidth(kSentenceWidth);
    m_acts = new QHBoxLayout;
    m_acts->setContentsMargins(0, spacing::kS, 0, 0);
    m_acts->setSpacing(spacing::kS);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addLayout(m_acts);
    column->addStretch(1);
}

void EmptyState::setText(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::setActs(const QList<KitAct>& acts)
{
    QList<Button*> buttons;
    for (const KitAct& act : acts.mid(0, kMaximumActs)) {
        const auto same = std::find_if(m_buttons.begin(), m_buttons.end(),
                                       [&act](const Button* button) { return button->objectName() == act.id; });
        Button* button = nullptr;
        if (same != m_buttons.end()) {
            button = *same;
            m_buttons.erase(same);
        } else {
            button = new Button(act.text, this);
            button->setObjectName(act.id);
            connect(button, &QAbstractButton::clicked, this, [this, id = act.id] { Q_EMIT actTriggered(id); });
        }
        if (button->text() != act.text)
            button->setText(act.text);
        button->setKind(act.emphasised ? ButtonKind::Primary : ButtonKind::Plain);
        buttons.append(button);
    }
    for (Button* gone : std::as_const(m_buttons)) {
        // The act being clicked may be what takes it away.
        gone->hide();
        gone->deleteLater();
    }
    while (QLayoutItem* item = m_acts->takeAt(0))
        delete item;
    for (Button* button : std::as_const(buttons))
        m_acts->addWidget(button);
    m_acts->addStretch(1);
    m_buttons = std::move(buttons);
}

QString EmptyState::title() const
{
    return m_title->text();
}

}  // namespace tw
