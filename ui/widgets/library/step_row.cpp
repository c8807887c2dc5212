// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/step_row.h"

#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tw::ui {
namespace {

constexpr int kSign = 24;
constexpr int kGap = 14;

} // namespace

StepRow::StepRow(int number, bool last, QWidget* parent)
    : QWidget(parent), m_number(number), m_last(last), m_title(new ElidedLabel({}, TypeStep::Body, ColorToken::Text)),
      m_detail(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2)), m_row(new QHBoxLayout(this))
{
    m_title->setWeight(QFont::DemiBold);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 1, 0, 8);
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    words->addStretch(1);
    m_row->setContentsMargins(kSign + kGap, 0, 0, 0);
    m_row->setSpacing(kGap);
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(theme().scaled(50));
}

void StepRow::setStep(const EmbedderStep& step)
{
    m_state = step.state;
    m_title->setText(step.title);
    m_detail->setText(step.detail);
    setAccessibleName(tr("Step %1: %2").arg(m_number).arg(step.title));
    setAccessibleDescription(step.detail);
    update();
}

void StepRow::addControl(QWidget* control) { m_row->addWidget(control, 0, Qt::AlignTop); }

void StepRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& look = theme();
    const QRectF sign(0, 0, kSign, kSign);
    const double round = kSign / 2.0;
    switch (m_state) {
    case StepState::Done:
        paint::roundedRect(&painter, sign, round, look.color(ColorToken::AccentSoft));
        paintIcon(&painter, sign, IconId::Check, kIconField, look.color(ColorToken::Accent));
        break;
    case StepState::Failed:
        paint::roundedRect(&painter, sign, round, look.color(ColorToken::WarnSoft));
        paintIcon(&painter, sign, IconId::Warn, kIconField, look.color(ColorToken::Warn));
        break;
    case StepState::Running:
    case StepState::Waiting: {
        const bool running = m_state == StepState::Running;
        paint::roundedRect(&painter, sign, round, Qt::transparent,
                           look.color(running ? ColorToken::Accent : ColorToken::LineControl), running ? 2 : 1);
        text::drawTabular(&painter, sign, Qt::AlignHCenter, QString::number(m_number),
                          look.fontOfSize(12.5, QFont::DemiBold),
                          look.color(running ? ColorToken::Accent : ColorToken::Text2));
        break;
    }
    }
    if (!m_last)
        painter.fillRect(QRectF(round - 0.5, kSign + 3, 1, height() - kSign - 6), look.color(ColorToken::LineControl));
}

} // namespace tw::ui
