// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/import_models.h"

#include "ui/model/genre_text.h"
#include "ui/model/import_text.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace tw::ui {
namespace {

QStringList shownList(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list.append(shown(text));
    return list;
}

} // namespace

// Columns ------------------------------------------------------------------------------------------------------------

void ImportColumnsModel::show(const std::vector<ColumnPreview>& columns, const ColumnOverrides& corrected)
{
    std::vector<Row> rows;
    rows.reserve(columns.size());
    for (const ColumnPreview& column : columns)
        rows.push_back({column, false});
    for (const auto& [name, field] : corrected) {
        for (Row& row : rows) {
            if (row.preview.name == name) {
                row.preview.field = field;
                row.corrected = true;
            } else if (row.preview.field == field && takesOneColumn(field)) {
                row.preview.field.reset(); // one field takes at most one column
            }
        }
    }
    const auto sameName = [](const Row& a, const Row& b) { return a.preview.name == b.preview.name; };
    // The same columns keep their selection and their place.
    if (!rows.empty() && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameName)) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ImportColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportColumnsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ImportColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString samples = shownList(row.preview.samples).join(QStringLiteral(" · "));
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn: return shown(row.preview.name);
        case SampleColumn: return samples;
        default: return fieldText(row.preview.field);
        }
    case Qt::AccessibleTextRole:
        if (index.column() == SampleColumn && samples.isEmpty())
            return tr("empty", "a column");
        return data(index, Qt::DisplayRole);
    case FieldRole: return row.preview.field ? static_cast<int>(*row.preview.field) : -1;
    case CorrectedRole: return row.corrected;
    default: return {};
    }
}

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Column");
    case SampleColumn: return tr("Examples");
    default: return tr("Taken as");
    }
}

// Films --------------------------------------------------------------------------------------------------------------

void ImportFilmsModel::show(const std::vector<Item>& items)
{
    beginResetModel();
    m_faces.clear();
    for (const Item& item : items) {
        ItemFace face;
        face.key = shown(item.key);
        face.title = shown(item.title);
        face.originalTitle = shown(item.originalTitle);
        face.year = item.year.value_or(0);
        face.catalogueGenres = shownList(item.genres);
        for (const QString& genre : face.catalogueGenres)
            face.genres.append(genreText(genre));
        face.overview = shown(item.text.empty() ? item.tagline : item.text);
        m_faces.push_back(std::move(face));
    }
    endResetModel();
}

int ImportFilmsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faces.size());
}

int ImportFilmsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ImportFilmsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ItemFace& face = m_faces[static_cast<std::size_t>(index.row())];
    if (role == FaceRole)
        return QVariant::fromValue(face);
    if (role == Qt::AccessibleTextRole && index.column() == TitleColumn)
        return face.titleWithYear();
    if (role == Qt::TextAlignmentRole && index.column() == YearColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case TitleColumn: return face.title;
    case YearColumn: return face.year ? QString::number(face.year) : QString();
    case GenresColumn: return face.genres.join(QStringLiteral(", "));
    default: return face.overview;
    }
}

QVariant ImportFilmsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn: return tr("Title");
    case YearColumn: return tr("Year");
    case GenresColumn: return tr("Genres");
    default: return tr("Text");
    }
}

// Report -------------------------------------------------------------------------------------------------------------

void ImportReportModel::show(const ReadCounts& counts, bool mended)
{
    const auto entry = [](const auto& record) {
        QString file = shown(record.file.filename().string());
        if (!record.member.empty())
            file = tr("%1, %2", "an archive, a file in it").arg(file, shown(record.member));
        QString row = record.row ? numberText(record.row) : QString();
        // Lines tell more than rows where an editor is at hand; the two differ once a cell has a line break.
        if (record.line > 0)
            row = tr("%1, line %2", "a row's number, a line's number").arg(row, numberText(record.line));
        return Entry{file, row, shown(record.detail)};
    };
    std::map<int, Group> groups;
    if (mended) {
        for (const auto& [kind, count] : counts.mendedByKind)
            groups[static_cast<int>(kind)] = {mendingText(kind), count, {}, false};
        for (const MendedRecord& record : counts.mended)
            groups[static_cast<int>(record.mending)].entries.push_back(entry(record));
    } else {
        for (const auto& [reason, count] : counts.skippedByReason)
            groups[static_cast<int>(reason)] = {skipReasonText(reason), count, {}, false};
        for (const SkippedRecord& record : counts.skipped)
            groups[static_cast<int>(record.reason)].entries.push_back(entry(record));
    }
    beginResetModel();
    m_groups.clear();
    for (auto& [number, group] : groups)
        m_groups.push_back(std::move(group));
    std::stable_sort(m_groups.begin(), m_groups.end(), [](const Group& a, const Group& b) { return a.count > b.count; });
    endResetModel();
}

std::pair<std::size_t, int> ImportReportModel::at(int row) const
{
    int left = row;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const int size = 1 + (m_groups[i].open ? static_cast<int>(m_groups[i].entries.size()) : 0);
        if (left < size)
            return {i, left - 1};
        left -= size;
    }
    return {m_groups.size(), -1};
}

void ImportReportModel::toggle(int row)
{
    const auto [number, entry] = at(row);
    if (number >= m_groups.size() || entry >= 0)
        return;
    Group& group = m_groups[number];
    const int size = static_cast<int>(group.entries.size());
    if (size > 0 && group.open) {
        beginRemoveRows({}, row + 1, row + size);
        group.open = false;
        endRemoveRows();
    } else if (size > 0) {
        beginInsertRows({}, row + 1, row + size);
        group.open = true;
        endInsertRows();
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ImportReportModel::setAllOpen(bool open)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto [number, entry] = at(row);
        if (entry < 0 && m_groups[number].open != open)
            toggle(row);
    }
}

bool ImportReportModel::anyOpen() const
{
    return std::any_of(m_groups.begin(), m_groups.end(), [](const Group& group) { return group.open; });
}

int ImportReportModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    std::size_t rows = m_groups.size();
    for (const Group& group : m_groups)
        rows += group.open ? group.entries.size() : 0;
    return static_cast<int>(rows);
}

int ImportReportModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ImportReportModel::groupText(const Group& group, int column) const
{
    if (column == WhatColumn)
        return group.name;
    if (column == DetailColumn && group.open && group.entries.size() < group.count)
        return tr("the first %1; all of them are in the report").arg(numberText(group.entries.size()));
    return {};
}

QVariant ImportReportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto [number, row] = at(index.row());
    if (number >= m_groups.size())
        return {};
    const Group& group = m_groups[number];
    if (role == GroupRole)
        return row < 0;
    if (row < 0) {
        switch (role) {
        case OpenRole: return group.open;
        case CountRole: return numberText(group.count);
        case Qt::AccessibleTextRole:
            if (index.column() == WhatColumn)
                return tr("%1: %Ln rows", nullptr, static_cast<int>(std::min<std::uint64_t>(group.count, 2'000'000'000)))
                    .arg(group.name);
            [[fallthrough]];
        case Qt::DisplayRole: return groupText(group, index.column());
        default: return {};
        }
    }
    const Entry& entry = group.entries[static_cast<std::size_t>(row)];
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case WhatColumn: return entry.file;
    case RowColumn: return entry.row;
    default: return entry.detail;
    }
}

QVariant ImportReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn: return tr("What and where");
    case RowColumn: return tr("Row");
    default: return tr("Details");
    }
}

} // namespace tw::ui
