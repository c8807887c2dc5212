// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/spaces_model.h"

#include "ui/model/index_text.h"

namespace tw::ui {

SpacesModel::SpacesModel(Workspace& workspace, QObject* parent) : QAbstractTableModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::libraryChanged, this, &SpacesModel::rebuild);
    connect(&workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & (SessionPart::Spaces | SessionPart::Space | SessionPart::Settings))
            rebuild();
    });
    connect(&workspace, &Workspace::closed, this, &SpacesModel::rebuild);
    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, &SpacesModel::followJobs);
    rebuild();
}

void SpacesModel::rebuild()
{
    const auto same = [](const SpaceInfo& a, const SpaceInfo& b) {
        return a.id == b.id && a.dim == b.dim && a.items == b.items && a.index == b.index && a.bytes == b.bytes;
    };
    const auto& spaces = m_workspace.spaces();
    const QString active =
        m_workspace.hasSpace() ? QString::fromStdString(m_workspace.session()->space.space->id()) : QString();
    const bool unchanged = std::equal(spaces.begin(), spaces.end(), m_rows.begin(), m_rows.end(), same);
    if (unchanged && active == m_active)
        return;
    m_active = active;
    if (unchanged) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = spaces;
    endResetModel();
}

void SpacesModel::followJobs()
{
    // Which model a running embedding is for is known by its name alone.
    QString model;
    std::optional<double> progress;
    for (const JobStatus& job : m_workspace.jobs().visibleJobs()) {
        if (job.kind == JobKind::Embed) {
            model = job.subject;
            progress = job.progress.stage == Stage::Embedding ? job.fraction() : std::nullopt;
        }
    }
    if (progress == m_progress && model == m_embedding)
        return;
    m_progress = progress;
    m_embedding = model;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, FilmsColumn), index(rowCount() - 1, FilmsColumn));
}

int SpacesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SpacesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SpacesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SpaceInfo& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole: return QString::fromStdString(row.id);
    case ActiveRole: return QString::fromStdString(row.id) == m_active;
    case ProgressRole: {
        const bool builtin = row.provenance.embedder == "builtin";
        const bool embedding = m_progress && (builtin ? m_embedding.isEmpty() : m_embedding == shownLine(row.provenance.model));
        return embedding ? QVariant(*m_progress) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return index.column() == NumbersColumn || index.column() == SizeColumn
                   ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return cellText(row, index.column());
    default: return {};
    }
}

QString SpacesModel::cellText(const SpaceInfo& row, int column) const
{
    switch (column) {
    case NameColumn: return spaceName(row.id, row.provenance);
    case KindColumn:
        switch (row.provenance.kind) {
        case SpaceKind::Content: return tr("content");
        case SpaceKind::Collaborative: return tr("collaborative");
        case SpaceKind::Imported: return tr("imported");
        }
        return {};
    case FromColumn: return row.provenance.embedder == "builtin" ? tr("word vectors") : shownLine(row.provenance.model);
    case NumbersColumn: return QLocale().toString(static_cast<qulonglong>(row.dim));
    case FilmsColumn: return filmCount(row.items);
    case IndexColumn: return indexShortText(row.index);
    case SizeColumn: return byteText(row.bytes);
    default: return {};
    }
}

QVariant SpacesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Space");
    case KindColumn: return tr("Kind");
    case FromColumn: return tr("From");
    case NumbersColumn: return tr("Numbers");
    case FilmsColumn: return tr("Films");
    case IndexColumn: return tr("Index");
    case SizeColumn: return tr("On disk");
    default: return {};
    }
}

QString SpacesModel::idAt(int row) const
{
    const SpaceInfo* info = infoAt(row);
    return info ? QString::fromStdString(info->id) : QString();
}

int SpacesModel::rowOf(const QString& id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

const SpaceInfo* SpacesModel::infoAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

} // namespace tw::ui
