// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/workspace.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace tw::ui {

/// The library's spaces. GUI thread.
class SpacesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, KindColumn, FromColumn, NumbersColumn, FilmsColumn, IndexColumn, SizeColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString.
        ActiveRole,   ///< bool: everything is measured in this one.
        ProgressRole, ///< double 0..1 while it is being embedded, else invalid.
    };
    explicit SpacesModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString idAt(int row) const;
    int rowOf(const QString& id) const;
    const SpaceInfo* infoAt(int row) const;

private:
    void rebuild();
    void followJobs();
    QString cellText(const SpaceInfo& row, int column) const;

    Workspace& m_workspace;
    std::vector<SpaceInfo> m_rows;
    QString m_active;
    QString m_embedding;               ///< Model of the running embedding; empty: the built-in one.
    std::optional<double> m_progress;  ///< Of it.
};

} // namespace tw::ui
