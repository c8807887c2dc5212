// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_result.h"

#include "ui/model/import_presenter.h"
#include "ui/model/import_text.h"
#include "ui/widgets/import/import_report_table.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kWidest = 640;      // names and values must not lie too far apart
constexpr int kWidestTable = 1100;

} // namespace

ImportResult::ImportResult(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_title(makeLabel({}, TypeStep::Section, ColorToken::Text, nullptr, true)),
      m_note(makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true)), m_facts(new FactsTable)
{
    setObjectName(QStringLiteral("importResult"));
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("twScrollContent"));
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(6);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    m_title->setObjectName(QStringLiteral("importOutcome"));
    m_note->setObjectName(QStringLiteral("importNote"));
    m_facts->setMaximumWidth(theme().scaled(kWidest));
    auto* head = new QVBoxLayout;
    head->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    head->setSpacing(6);
    head->addWidget(m_title);
    head->addWidget(m_note);
    head->addSpacing(4);
    head->addWidget(m_facts);
    m_column->addLayout(head);
    m_leftOut = addPart(m_column, *presenter.leftOut(), "importLeftOut", tr("Left out"));
    m_mended = addPart(m_column, *presenter.mended(), "importMended", tr("Mended"));
    m_column->addStretch(1);
    connect(&presenter, &ImportPresenter::stateChanged, this, &ImportResult::refresh);
    connect(&presenter, &ImportPresenter::progressChanged, this, &ImportResult::refreshNote);
    refresh();
}

ImportResult::Part ImportResult::addPart(QVBoxLayout* column, ImportReportModel& model, const char* name,
                                         const QString& title)
{
    Part part;
    part.widget = new QWidget;
    auto* lines = new QVBoxLayout(part.widget);
    lines->setContentsMargins(0, 22, 0, 0);
    lines->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    head->addWidget(makeLabel(title, TypeStep::Section));
    lines->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    row->setSpacing(8);
    part.sentence = makeLabel({}, TypeStep::Body);
    part.sentence->setObjectName(QLatin1String(name) + QStringLiteral("Text"));
    part.show = new Button({});
    part.show->setKind(ButtonKind::Link);
    part.show->setObjectName(QLatin1String(name) + QStringLiteral("Show"));
    row->addWidget(part.sentence);
    row->addWidget(part.show);
    row->addStretch(1);
    lines->addLayout(row);
    part.table = new ImportReportTable(model, title);
    part.table->setObjectName(QLatin1String(name));
    part.table->setMaximumWidth(theme().scaled(kWidestTable));
    lines->addWidget(part.table);
    column->addWidget(part.widget);
    const auto label = [show = part.show, &model, title] {
        show->setText(model.anyOpen() ? tr("Hide them") : tr("Show them"));
        show->setAccessibleName(title + QStringLiteral(": ") + show->text());
        show->updateGeometry();
    };
    label();
    connect(part.show, &Button::clicked, this, [&model] { model.setAllOpen(!model.anyOpen()); });
    connect(&model, &QAbstractItemModel::dataChanged, this, label);
    connect(&model, &QAbstractItemModel::modelReset, this, label);
    return part;
}

void ImportResult::setSide(int side) { m_column->setContentsMargins(side - kSectionBleed, 4, side - kSectionBleed, 24); }

void ImportResult::focusMain()
{
    if (m_leftOut.widget->isVisibleTo(this))
        m_leftOut.show->setFocus(Qt::OtherFocusReason);
    else if (m_mended.widget->isVisibleTo(this))
        m_mended.show->setFocus(Qt::OtherFocusReason);
}

void ImportResult::refresh()
{
    const auto& report = m_presenter.report();
    if (!report)
        return;
    m_title->setText(outcomeText(*report));
    std::vector<FactsTable::Line> lines{{tr("Rows read"), {}, numberText(report->read)}};
    const auto line = [&lines](const QString& name, const QString& note, std::uint64_t number) {
        if (number > 0)
            lines.push_back({name, note, numberText(number)});
    };
    line(tr("Added"), {}, report->added);
    line(tr("Updated"), tr("known before, with something new"), report->updated);
    line(tr("Unchanged"), tr("known before, with nothing new"), report->unchanged);
    line(tr("Without a text"), tr("embedded from title and facts"), report->withoutText);
    line(tr("Left out"), {}, report->counts.skippedCount());
    m_facts->setLines(lines);
    m_leftOut.sentence->setText(skippedText(report->counts));
    m_leftOut.widget->setVisible(report->counts.skippedCount() > 0);
    m_mended.sentence->setText(mendedText(report->counts));
    m_mended.widget->setVisible(!report->counts.mendedByKind.empty());
    refreshNote();
}

void ImportResult::refreshNote()
{
    const auto& report = m_presenter.report();
    if (!report)
        return;
    QString note;
    if (m_presenter.embedding())
        note = tr("The films are being embedded; until that is done, titles and texts find the new ones.");
    else if (report->read > 0 && report->counts.skippedCount() == 0)
        note = tr("No row was left out.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace tw::ui
