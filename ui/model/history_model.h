// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/model/item_format.h"
#include "ui/model/workspace.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tw::ui {

class TastePresenter;

/// Everything with a standing, newest first. GUI thread.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, YearColumn, GenresColumn, WhatColumn, WhenColumn, FoundInColumn, ShareColumn, ColumnCount };
    enum Role {
        ItemIdRole = Qt::UserRole + 1, ///< quint32.
        FaceRole,        ///< tw::ui::ItemFace.
        OriginalTitleRole,
        StateRole,       ///< int of tw::ItemState.
        ShareRole,       ///< float 0..1, or invalid when it has none.
        ShareFractionRole, ///< double 0..1, the largest share being 1: length of the bar.
        SortRole,        ///< What to sort the column by.
    };
    /// @param now  For "Today"; the system clock by default.
    HistoryModel(Workspace& workspace, TastePresenter& taste, QObject* parent = nullptr, WallClock now = {});

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    ItemId itemAt(int row) const;
    std::size_t count(ItemState state) const;
    /// "18 liked, 3 disliked, since 20 October"; empty when there is nothing.
    QString summary() const;

Q_SIGNALS:
    /// Counts or summary changed.
    void countsChanged();

private:
    void rebuild();
    void updateShares();
    QString cellText(const Standing& row, int column) const;
    QVariant sortValue(const Standing& row, int column) const;

    Workspace& m_workspace;
    TastePresenter& m_taste;
    WallClock m_now;
    std::shared_ptr<const Session> m_session;
    std::vector<Standing> m_rows; ///< Newest first.
    std::unordered_map<ItemId, float> m_shares;
    float m_largestShare = 0;
};

/// The history as filtered and sorted by the user.
class HistoryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit HistoryFilter(HistoryModel& model, QObject* parent = nullptr);
    /// Words that must all be found in title, original title, genres, year, state or where it was found; case and
    /// marks do not matter.
    void setText(const QString& text);
    QString text() const { return m_text; }
    /// Only this standing; none: all.
    void setState(std::optional<ItemState> state);
    std::optional<ItemState> state() const { return m_state; }
    ItemId itemAt(int row) const;
    /// The films shown, in the order shown.
    std::vector<ItemId> items() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    HistoryModel& m_model;
    QString m_text;
    std::vector<std::string> m_words;
    std::optional<ItemState> m_state;
};

} // namespace tw::ui
