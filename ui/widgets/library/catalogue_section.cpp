// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/catalogue_section.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kWidest = 640; // names and values must not lie too far apart

} // namespace

CatalogueSection::CatalogueSection(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_facts(new FactsTable), m_import(new QWidget),
      m_importText(makeLabel({}, TypeStep::Body, ColorToken::Text, nullptr, true)),
      m_skippedText(makeLabel({}, TypeStep::Body, ColorToken::Warn, nullptr, true)), m_skipped(new QPlainTextEdit),
      m_show(new Button(tr("Show them")))
{
    setObjectName(QStringLiteral("catalogueSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Catalogue"), TypeStep::Section));
    column->addWidget(makeLabel(tr("The films of this library. An import adds new ones and updates those it has."),
                                TypeStep::Small, ColorToken::Text2, nullptr, true));
    m_facts->setMaximumWidth(theme().scaled(kWidest));
    column->addWidget(m_facts);

    m_import->setObjectName(QStringLiteral("lastImport"));
    m_import->setMaximumWidth(theme().scaled(kWidest));
    auto* last = new QVBoxLayout(m_import);
    last->setContentsMargins(0, 20, 0, 0);
    last->setSpacing(6);
    auto* head = new QHBoxLayout;
    auto* close = new IconButton(IconId::X, tr("Put the report away"), nullptr, IconButton::Size::Small);
    head->addWidget(makeLabel(tr("Last import"), TypeStep::Section));
    head->addStretch(1);
    head->addWidget(close);
    last->addLayout(head);
    m_importText->setObjectName(QStringLiteral("importText"));
    last->addWidget(m_importText);
    auto* left = new QHBoxLayout;
    m_skippedText->setObjectName(QStringLiteral("skippedText"));
    m_show->setKind(ButtonKind::Link);
    m_show->setObjectName(QStringLiteral("showSkippedButton"));
    left->addWidget(m_skippedText, 1);
    left->addWidget(m_show);
    last->addLayout(left);
    m_skipped->setObjectName(QStringLiteral("skippedRows"));
    m_skipped->setAccessibleName(tr("Rows that were left out, and why"));
    m_skipped->setReadOnly(true);
    m_skipped->setTabChangesFocus(true);
    m_skipped->setProperty("twPreview", true);
    m_skipped->setFont(theme().font(TypeStep::Small));
    m_skipped->setMinimumHeight(theme().scaled(180));
    last->addWidget(m_skipped);
    column->addWidget(m_import);
    column->addStretch(1);

    LibraryPresenter& presenter = context.presenters.library;
    connect(close, &IconButton::clicked, &presenter, &LibraryPresenter::dismissImport);
    connect(m_show, &Button::clicked, this, [this] {
        m_skipped->setVisible(!m_skipped->isVisible());
        m_show->setText(m_skipped->isVisible() ? tr("Hide them") : tr("Show them"));
    });
    connect(&presenter, &LibraryPresenter::factsChanged, this, &CatalogueSection::refreshFacts);
    connect(&presenter, &LibraryPresenter::importChanged, this, &CatalogueSection::refreshImport);
    refreshFacts();
    refreshImport();
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
    const auto& import = m_context.presenters.library.lastImport();
    m_import->setVisible(import.has_value());
    if (!import)
        return;
    m_importText->setText(import->text);
    m_skippedText->setText(import->skippedText);
    m_skippedText->setVisible(!import->skipped.isEmpty());
    m_show->setVisible(!import->skipped.isEmpty());
    m_show->setText(tr("Show them"));
    m_skipped->setPlainText(import->skipped.join(QLatin1Char('\n')));
    m_skipped->hide();
}

} // namespace tw::ui
