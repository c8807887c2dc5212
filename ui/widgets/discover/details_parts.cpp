// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/details_parts.h"

#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/meter.h"
#include "ui/widgets/library/facts_table.h"
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

DetailsNumbersPart::DetailsNumbersPart(QWidget* parent)
    : QWidget(parent), m_button(new Button(IconId::Right, tr("In numbers"))), m_body(new QWidget),
      m_to(new Paragraph(TypeStep::Caption, ColorToken::Text2)), m_lines(new FactsTable)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(2);
    m_button->setKind(ButtonKind::Flat);
    m_button->setControlHeight(28);
    m_button->setCheckable(true);
    m_button->setObjectName(QStringLiteral("numbersButton"));
    m_button->setAccessibleName(tr("How near, in numbers"));
    m_lines->setObjectName(QStringLiteral("numberLines"));
    // The button's text begins where the other heads do.
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    row->addStretch(1);
    column->addLayout(row);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(2);
    body->addWidget(m_to);
    body->addWidget(m_lines);
    column->addWidget(m_body);
    m_body->hide();
    connect(m_button, &QAbstractButton::toggled, this, [this](bool on) {
        m_button->setIconId(on ? IconId::Down : IconId::Right);
        m_body->setVisible(on);
    });
    hide();
}

void DetailsNumbersPart::setNumbers(const std::optional<DetailsNumbers>& numbers)
{
    setVisible(numbers.has_value());
    if (!numbers)
        return;
    m_to->setText(tr("To %1, in the space “%2”").arg(numbers->to, numbers->space));
    std::vector<FactsTable::Line> lines;
    for (const NumberLine& line : numberLines(*numbers))
        lines.push_back({line.name, line.note, line.value});
    m_lines->setLines(lines);
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
