// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_preview.h"
#include "core/library/library_jobs.h"
#include "ui/model/item_format.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace tw::ui {

/// The columns of a catalogue file with what they are taken for. GUI thread.
class ImportColumnsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SampleColumn, FieldColumn, ColumnCount };
    enum Role {
        FieldRole = Qt::UserRole + 1, ///< int of the Field; -1: kept beside the fields, not by hand.
        CorrectedRole,                ///< bool: set by hand.
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// @param corrected  Columns set by hand; they hold at once, before a new look confirms them.
    void show(const std::vector<ColumnPreview>& columns, const ColumnOverrides& corrected);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const std::string& nameAt(int row) const { return m_rows[static_cast<std::size_t>(row)].preview.name; }

private:
    struct Row {
        ColumnPreview preview;
        bool corrected = false;
    };
    std::vector<Row> m_rows;
};

/// The first films of a file as they will be. GUI thread.
class ImportFilmsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, YearColumn, GenresColumn, TextColumn, ColumnCount };
    enum Role { FaceRole = Qt::UserRole + 1 }; ///< ItemFace.
    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<Item>& items);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ItemFace> m_faces;
};

/// What was left out and what was mended by an import: a group a reason with its count, and below it, once opened, the
/// first rows it concerns. GUI thread.
class ImportReportModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { WhatColumn, RowColumn, DetailColumn, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole + 1, ///< bool: a group, not a row of a file.
        OpenRole,                     ///< bool, of groups: its rows are shown below.
        CountRole,                    ///< QString, of groups: how many rows it concerns.
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// @param mended  Shows what was mended instead of what was left out.
    void show(const ReadCounts& counts, bool mended);
    /// Opens or closes the group in that row; ignored for other rows.
    void toggle(int row);
    void setAllOpen(bool open);
    bool anyOpen() const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        QString file;
        QString row;
        QString detail;
    };
    struct Group {
        QString name;
        std::uint64_t count = 0;
        std::vector<Entry> entries;
        bool open = false;
    };
    /// Group and entry (-1: the group itself) shown in a row.
    std::pair<std::size_t, int> at(int row) const;
    QString groupText(const Group& group, int column) const;

    std::vector<Group> m_groups;
};

} // namespace tw::ui
