// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/index_section.h"

#include "ui/model/index_text.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/library/index_measure.h"
#include "ui/widgets/library/index_settings.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <array>

namespace tw::ui {
namespace {

constexpr std::array kKinds{IndexKind::Auto, IndexKind::Exact, IndexKind::Hnsw, IndexKind::IvfPq};
constexpr std::array kKindNames{"indexKind.auto", "indexKind.exact", "indexKind.hnsw", "indexKind.ivfpq"};

} // namespace

IndexSection::IndexSection(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(new ElidedLabel({}, TypeStep::Section, ColorToken::Text)),
      m_measure(new Button(IconId::Gauge, {})), m_rebuild(new Button(tr("Rebuild"))),
      m_curves(new IndexMeasure(context)), m_settings(new IndexSettings(context))
{
    setObjectName(QStringLiteral("indexSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    head->setSpacing(8);
    m_measure->setObjectName(QStringLiteral("measureButton"));
    m_rebuild->setKind(ButtonKind::Primary);
    m_rebuild->setObjectName(QStringLiteral("rebuildButton"));
    m_rebuild->setAccessibleName(tr("Rebuild the index"));
    head->addWidget(m_title, 1);
    head->addWidget(m_measure);
    head->addWidget(m_rebuild);
    column->addLayout(head);
    column->addWidget(buildKinds());
    column->addSpacing(16);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    m_columns->setSpacing(40);
    m_columns->addWidget(m_curves, 17);
    m_columns->addWidget(m_settings, 10);
    column->addLayout(m_columns, 1);
    IndexPresenter& index = context.presenters.index;
    connect(&index, &IndexPresenter::changed, this, &IndexSection::refresh);
    connect(&index, &IndexPresenter::measureChanged, this, &IndexSection::refreshButtons);
    connect(m_rebuild, &Button::clicked, &index, &IndexPresenter::rebuild);
    connect(m_measure, &Button::clicked, this, [&index] {
        if (index.measureState() == MeasureState::Measuring)
            index.stopMeasuring();
        else
            index.measure();
    });
    refresh();
}

QWidget* IndexSection::buildKinds()
{
    auto* part = new QWidget;
    part->setAccessibleName(tr("Kind of index"));
    m_kindGrid = new QGridLayout(part);
    m_kindGrid->setContentsMargins(0, 0, 0, 0);
    m_kindGrid->setSpacing(4);
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        auto* row = new OptionRow(indexKindText(kKinds[i]), QStringLiteral(" "));
        row->setObjectName(QLatin1String(kKindNames[i]));
        m_kinds[kKinds[i]] = row;
        connect(row, &OptionRow::toggled, this, [this, kind = kKinds[i]](bool on) {
            if (!on || m_taking)
                return;
            IndexOptions options = m_context.presenters.index.wanted();
            options.kind = kind;
            m_context.presenters.index.setWanted(options);
        });
    }
    setStacked(false);
    return part;
}

void IndexSection::setSpace(const QString& id) { m_context.presenters.index.setSpace(id); }

void IndexSection::setStacked(bool stacked)
{
    const int perRow = stacked ? 2 : 4;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        const int place = static_cast<int>(i);
        m_kindGrid->addWidget(m_kinds.at(kKinds[i]), place / perRow, place % perRow);
    }
    for (int column = 0; column < 4; ++column)
        m_kindGrid->setColumnStretch(column, column < perRow ? 1 : 0);
    if (m_columns) {
        m_columns->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        m_columns->setSpacing(stacked ? 20 : 40);
    }
}

void IndexSection::refresh()
{
    const IndexPresenter& index = m_context.presenters.index;
    const SpaceInfo* info = index.info();
    m_title->setText(info ? tr("Index of “%1”").arg(spaceName(info->id, info->provenance)) : tr("Index"));
    m_taking = true;
    for (const IndexKind kind : kKinds) {
        OptionRow* row = m_kinds.at(kind);
        IndexOptions options = index.wanted();
        options.kind = kind;
        const auto choice = index.choiceOf(options);
        const QString cost = choice ? costText(*choice) : info ? tr("too few films to train") : QString();
        row->setSubtitle(cost.isEmpty() ? QStringLiteral(" ") : cost);
        row->setToolTip(text::tip(indexKindNote(kind)));
        row->setAccessibleDescription(indexKindNote(kind));
        row->setChecked(kind == index.wanted().kind);
    }
    m_taking = false;
    refreshButtons();
}

void IndexSection::refreshButtons()
{
    const IndexPresenter& index = m_context.presenters.index;
    const MeasureState state = index.measureState();
    const bool again = state == MeasureState::Measured || state == MeasureState::Stopped || state == MeasureState::Failed;
    m_measure->setText(state == MeasureState::Measuring ? tr("Stop measuring")
                       : again                          ? tr("Measure again")
                                                        : tr("Measure on my data"));
    m_measure->setEnabled(state != MeasureState::NoSpace && state != MeasureState::TooFew);
    m_measure->setToolTip(state == MeasureState::TooFew
                              ? text::tip(tr("Measuring makes sense from about %Ln films on", nullptr,
                                             static_cast<int>(IndexPresenter::kLeastToMeasure)))
                              : QString());
    m_rebuild->setEnabled(index.canRebuild());
    m_rebuild->setToolTip(index.rebuilding()                  ? text::tip(tr("It is being built"))
                          : m_context.workspace.readOnly()    ? text::tip(tr("This library can be looked at, not changed"))
                                                              : QString());
}

} // namespace tw::ui
