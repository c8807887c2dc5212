// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/catalogue_section.h"

#include "ui/model/import_text.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kWidest = 640; // names and values must not lie too far apart

} // namespace

CatalogueSection::CatalogueSection(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_facts(new FactsTable)
{
    m_waiting = addImport(tr("Ready to import"), "waitingImport", m_waitingText, m_goOn, m_discard);
    m_last = addImport(tr("Last import"), "lastImport", m_lastText, m_report, m_dismiss);
    setObjectName(QStringLiteral("catalogueSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Catalogue"), TypeStep::Section));
    column->addWidget(makeLabel(tr("The films of this library. An import adds new ones and updates those it has."),
                                TypeStep::Small, ColorToken::Text2, nullptr, true));
    m_facts->setMaximumWidth(theme().scaled(kWidest));
    column->addWidget(m_facts);
    column->addWidget(m_waiting);
    column->addWidget(m_last);
    column->addStretch(1);

    m_goOn->setText(tr("Go on"));
    m_goOn->setObjectName(QStringLiteral("goOnButton"));
    m_discard->setText(tr("Don’t import"));
    m_report->setText(tr("Show the report"));
    m_report->setObjectName(QStringLiteral("showReportButton"));
    m_dismiss->setText(tr("Put it away"));
    ImportPresenter& importing = context.presenters.importing;
    connect(m_goOn, &Button::clicked, &importing, &ImportPresenter::goOn);
    connect(m_discard, &Button::clicked, &importing, &ImportPresenter::discard);
    connect(m_report, &Button::clicked, &importing, &ImportPresenter::showReport);
    connect(m_dismiss, &Button::clicked, &importing, &ImportPresenter::dismissReport);
    connect(&importing, &ImportPresenter::stateChanged, this, &CatalogueSection::refreshImport);
    connect(&importing, &ImportPresenter::filesChanged, this, &CatalogueSection::refreshImport);
    connect(&context.presenters.library, &LibraryPresenter::factsChanged, this, &CatalogueSection::refreshFacts);
    refreshFacts();
    refreshImport();
}

QWidget* CatalogueSection::addImport(const QString& title, const char* name, QLabel*& text, Button*& open,
                                     Button*& forget)
{
    auto* part = new QWidget(this);
    part->setObjectName(QLatin1String(name));
    part->setMaximumWidth(theme().scaled(kWidest));
    auto* lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 20, 0, 0);
    lines->setSpacing(6);
    lines->addWidget(makeLabel(title, TypeStep::Section));
    text = makeLabel({}, TypeStep::Body, ColorToken::Text, nullptr, true);
    text->setObjectName(QLatin1String(name) + QStringLiteral("Text"));
    lines->addWidget(text);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    open = new Button({});
    forget = new Button({});
    forget->setKind(ButtonKind::Flat);
    row->addWidget(open);
    row->addWidget(forget);
    row->addStretch(1);
    lines->addLayout(row);
    return part;
}

void CatalogueSection::refreshFacts()
{
    std::vector<FactsTable::Line> lines;
    for (const auto& [name, value] : m_context.presenters.library.facts().lines)
        lines.push_back({name, {}, value});
    m_facts->setLines(lines);
}

void CatalogueSection::refreshImport()
{
    const ImportPresenter& importing = m_context.presenters.importing;
    const auto& files = importing.files();
    m_waiting->setVisible(!files.empty());
    if (files.size() == 1)
        m_waitingText->setText(tr("“%1” is chosen and not imported yet.").arg(files.front()->name));
    else
        m_waitingText->setText(tr("%Ln files are chosen and not imported yet.", nullptr, static_cast<int>(files.size())));
    const auto& report = importing.report();
    m_last->setVisible(report.has_value());
    if (!report)
        return;
    const QString skipped = skippedText(report->counts);
    m_lastText->setText(skipped.isEmpty() ? outcomeText(*report)
                                          : tr("%1 %2", "two whole sentences").arg(outcomeText(*report), skipped));
}

} // namespace tw::ui
