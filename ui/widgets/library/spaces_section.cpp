// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/spaces_section.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/library/bring_vectors.h"
#include "ui/widgets/library/embedder_part.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/library/spaces_table.h"
#include "ui/widgets/shell/dialog_service.h"

#include <QVBoxLayout>

namespace tw::ui {

SpacesSection::SpacesSection(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_table(new SpacesTable(*context.presenters.library.spaces())),
      m_none(new EmptyState), m_embedders(new EmbedderPart(context)),
      m_bring(new Button(IconId::Plus, tr("Bring vectors…"))), m_vectors(new BringVectors(context))
{
    setObjectName(QStringLiteral("spacesSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    // The table's cells have their padding beyond the text edge; everything else is set in by as much.
    const auto addInset = [column](QWidget* widget) {
        auto* inset = new QVBoxLayout;
        inset->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
        inset->addWidget(widget);
        column->addLayout(inset);
    };
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    head->addWidget(makeLabel(tr("Spaces"), TypeStep::Section));
    head->addStretch(1);
    head->addWidget(m_bring);
    column->addLayout(head);
    m_bring->setObjectName(QStringLiteral("bringVectorsButton"));
    m_bring->setToolTip(text::tip(tr("A space of a file of vectors: .npy, .fvecs, a table, or an index of faiss")));
    connect(m_bring, &Button::clicked, m_vectors, &BringVectors::start);
    addInset(makeLabel(tr("Everything you see is measured in the marked space. Switching loses nothing."),
                       TypeStep::Small, ColorToken::Text2, nullptr, true));
    column->addWidget(m_table);
    m_none->setText(tr("No space yet"),
                    tr("Search by words works without one. Recommendations, Explore and the map need one."));
    addInset(m_none);
    addInset(m_vectors);
    column->addSpacing(20);
    addInset(m_embedders);
    column->addStretch(1);
    connect(m_table, &SpacesTable::useRequested, &context.workspace, &Workspace::useSpace);
    connect(m_table, &SpacesTable::rebuildRequested, this, &SpacesSection::rebuildRequested);
    connect(m_table, &SpacesTable::removeRequested, this, &SpacesSection::removeSpace);
    connect(context.presenters.library.spaces(), &QAbstractItemModel::modelReset, this, &SpacesSection::refresh);
    connect(&context.workspace, &Workspace::libraryChanged, this, &SpacesSection::refresh);
    refresh();
}

void SpacesSection::setStacked(bool stacked) { m_embedders->setStacked(stacked); }

void SpacesSection::refresh()
{
    const bool any = m_context.presenters.library.spaces()->rowCount() > 0;
    m_table->setVisible(any);
    m_none->setVisible(!any);
    m_bring->setEnabled(m_context.workspace.isOpen() && !m_context.workspace.readOnly());
    m_table->setWritable(m_context.workspace.isOpen() && !m_context.workspace.readOnly());
    m_embedders->refresh();
}

void SpacesSection::removeSpace(const QString& id)
{
    SpacesModel& spaces = *m_context.presenters.library.spaces();
    const QString name = spaces.index(spaces.rowOf(id), SpacesModel::NameColumn).data().toString();
    if (m_context.dialogs.confirmLoss(this, tr("Remove the space “%1”?").arg(name),
                                      tr("Its files are deleted. Your likes stay, and so do the vectors kept: embedding "
                                         "again is quick."),
                                      tr("Remove the space")))
        m_context.workspace.removeSpace(id);
}

} // namespace tw::ui
