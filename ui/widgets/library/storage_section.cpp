// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/storage_section.h"

#include "ui/model/presenters.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QDir>
#include <QLabel>
#include <QVBoxLayout>

namespace tw::ui {

StorageSection::StorageSection(WindowContext context, QWidget* parent)
    : QWidget(parent), m_context(context), m_folder(makeLabel({}, TypeStep::Small, ColorToken::Text2, nullptr, true)),
      m_lines(new FactsTable)
{
    setObjectName(QStringLiteral("storageSection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSectionBleed, 0, kSectionBleed, 0);
    column->setSpacing(8);
    m_folder->setObjectName(QStringLiteral("libraryFolder"));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_folder->setAccessibleName(tr("Folder of the library"));
    m_lines->setMaximumWidth(theme().scaled(640));
    column->addWidget(makeLabel(tr("Storage"), TypeStep::Section));
    column->addWidget(m_folder);
    column->addWidget(m_lines);
    column->addWidget(makeLabel(tr("To move or save a library, copy its folder while the program is closed."),
                                TypeStep::Caption, ColorToken::Text2, nullptr, true));
    column->addStretch(1);
    connect(&context.presenters.library, &LibraryPresenter::storageChanged, this, &StorageSection::refresh);
    connect(&context.workspace, &Workspace::opened, this, &StorageSection::refresh);
    refresh();
}

void StorageSection::refresh()
{
    const LibraryPresenter& presenter = m_context.presenters.library;
    m_folder->setText(QDir::toNativeSeparators(QString::fromStdString(m_context.workspace.folder().string())));
    std::vector<FactsTable::Line> lines;
    for (const StorageLine& line : presenter.storage())
        lines.push_back({line.name, line.note, line.text});
    if (!lines.empty())
        lines.push_back({tr("Together"), {}, presenter.storageText()});
    m_lines->setLines(lines);
}

} // namespace tw::ui
