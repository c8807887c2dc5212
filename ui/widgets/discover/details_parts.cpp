// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/details_parts.h"

#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/meter.h"
#include "ui/widgets/theme/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kBarWidth = 116;
constexpr int kWeightWidth = 40;

} // namespace

DetailsSection::DetailsSection(const QString& title, int gap, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 16, 0, 0);
    m_column->setSpacing(gap);
    m_column->addWidget(makeLabel(title, TypeStep::Label, ColorToken::Text2));
    setAccessibleName(title);
}

void DetailsSection::setBody(QWidget* body)
{
    delete m_body;
    m_body = body;
    m_column->addWidget(body);
}

QWidget* makeReasonRow(const ReasonLine& reason)
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(new ElidedLabel(reason.text, TypeStep::Small), 1);
    if (reason.weight) {
        auto* bar = new BarWidget(nullptr, 6);
        bar->setFixedWidth(kBarWidth);
        bar->setFraction(static_cast<double>(*reason.weight));
        row->addWidget(bar);
        auto* weight = new ElidedLabel(reason.weightText, TypeStep::Caption, ColorToken::Text2);
        weight->setTabular(true);
        weight->setFixedWidth(kWeightWidth);
        row->addWidget(weight);
        widget->setAccessibleName(QCoreApplication::translate("tw::ui::DetailsPane", "%1, %2", "reason and its weight")
                                      .arg(reason.text, reason.weightText));
    }
    widget->setFixedHeight(std::max(26, theme().scaled(18) + 4));
    return widget;
}

QWidget* makeWords(const QStringList& words)
{
    auto* widget = new QWidget;
    auto* flow = new FlowLayout(widget, 6, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const QString& word : words) {
        auto* chip = new Chip(word);
        chip->setPassive(true);
        flow->addWidget(chip);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
    return widget;
}

} // namespace tw::ui
