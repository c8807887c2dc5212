// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/empty_state.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

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
    while (QLayoutItem* item = m_acts->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const KitAct& act : acts.mid(0, kMaximumActs)) {
        auto* button = new Button(act.text, this);
        button->setObjectName(act.id);
        if (act.emphasised)
            button->setKind(ButtonKind::Primary);
        connect(button, &QAbstractButton::clicked, this, [this, id = act.id] { Q_EMIT actTriggered(id); });
        m_acts->addWidget(button);
    }
    m_acts->addStretch(1);
}

QString EmptyState::title() const
{
    return m_title->text();
}

}  // namespace tw
