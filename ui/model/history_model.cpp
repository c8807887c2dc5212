// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/history_model.h"

#include "core/base/text.h"
#include "ui/model/taste_presenter.h"

#include <algorithm>
#include <unordered_set>

namespace tw::ui {

HistoryModel::HistoryModel(Workspace& workspace, TastePresenter& taste, QObject* parent, WallClock now)
    : QAbstractTableModel(parent), m_workspace(workspace), m_taste(taste), m_now(now ? std::move(now) : systemTime),
      m_session(workspace.session())
{
    connect(&workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & (SessionPart::History | SessionPart::Catalog | SessionPart::Space))
            rebuild();
    });
    connect(&taste, &TastePresenter::changed, this, &HistoryModel::updateShares);
    rebuild();
    updateShares();
}

void HistoryModel::rebuild()
{
    const auto before = m_session;
    m_session = m_workspace.session();
    const auto standings = m_session->history->standings();
    std::vector<Standing> rows(standings.rbegin(), standings.rend());
    std::erase_if(rows, [this](const Standing& row) { return !m_session->catalog->contains(row.item); });
    if (before->catalog != m_session->catalog) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countsChanged();
        return;
    }
    // Rows are the same when their event is: then they keep their order, and what is new lies between them.
    std::unordered_set<std::int64_t> kept;
    for (const Standing& row : rows)
        kept.insert(row.since.id);
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (kept.contains(m_rows[static_cast<std::size_t>(row)].since.id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].since.id == rows[row].since.id)
            continue;
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), rows[row]);
        endInsertRows();
    }
    if (before->space.projection != m_session->space.projection && !m_rows.empty())
        Q_EMIT dataChanged(index(0, TitleColumn), index(rowCount() - 1, TitleColumn));
    Q_EMIT countsChanged();
}

void HistoryModel::updateShares()
{
    m_shares.clear();
    m_largestShare = 0;
    for (const ShareRow& row : m_taste.view()->shares) {
        m_shares[row.face.item] = row.share;
        m_largestShare = std::max(m_largestShare, row.share);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, ShareColumn), index(rowCount() - 1, ShareColumn));
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Standing& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto found = m_shares.find(row.item);
    const bool shared = row.state == ItemState::Liked && found != m_shares.end();
    switch (role) {
    case ItemIdRole: return row.item.value();
    case StateRole: return static_cast<int>(row.state);
    case FaceRole: return QVariant::fromValue(itemFace(*m_session, row.item));
    case OriginalTitleRole: return itemFace(*m_session, row.item).originalTitle;
    case ShareRole: return shared ? QVariant(found->second) : QVariant();
    case ShareFractionRole:
        return shared && m_largestShare > 0 ? QVariant(static_cast<double>(found->second / m_largestShare)) : QVariant();
    case SortRole: return sortValue(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == YearColumn ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                            : QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return cellText(row, index.column());
    default: return {};
    }
}

QString HistoryModel::cellText(const Standing& row, int column) const
{
    const Item& item = m_session->catalog->item(row.item);
    switch (column) {
    case TitleColumn: return shownTitle(item.title);
    case YearColumn: return item.year ? QString::number(*item.year) : QString();
    case GenresColumn: return itemFace(*m_session, row.item).genres.join(QStringLiteral(", "));
    case WhatColumn: return stateText(row.state);
    case WhenColumn: return dateText(row.since.time, m_now());
    case FoundInColumn: return foundInText(row.since.source, shownLine(row.since.sourceDetail));
    case ShareColumn: {
        const auto found = m_shares.find(row.item);
        return row.state == ItemState::Liked && found != m_shares.end()
                   ? percentText(static_cast<double>(found->second))
                   : QString();
    }
    default: return {};
    }
}

QVariant HistoryModel::sortValue(const Standing& row, int column) const
{
    const Item& item = m_session->catalog->item(row.item);
    switch (column) {
    case YearColumn: return item.year.value_or(0);
    case WhenColumn: return static_cast<qlonglong>(row.since.time.time_since_epoch().count());
    case ShareColumn: {
        const auto found = m_shares.find(row.item);
        return row.state == ItemState::Liked && found != m_shares.end() ? found->second : -1.0F;
    }
    default: return cellText(row, column);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn: return tr("Title");
    case YearColumn: return tr("Year");
    case GenresColumn: return tr("Genres");
    case WhatColumn: return tr("What");
    case WhenColumn: return tr("When");
    case FoundInColumn: return tr("Found in");
    case ShareColumn: return tr("Share of taste");
    default: return {};
    }
}

ItemId HistoryModel::itemAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].item : ItemId::invalid();
}

std::size_t HistoryModel::count(ItemState state) const
{
    return static_cast<std::size_t>(
        std::count_if(m_rows.begin(), m_rows.end(), [state](const Standing& row) { return row.state == state; }));
}

QString HistoryModel::summary() const
{
    if (m_rows.empty())
        return {};
    const auto oldest = std::min_element(m_rows.begin(), m_rows.end(),
                                         [](const Standing& a, const Standing& b) { return a.since.time < b.since.time; });
    const QString since = dayText(oldest->since.time, m_now());
    const QString liked = tr("%Ln liked", nullptr, static_cast<int>(count(ItemState::Liked)));
    if (count(ItemState::Disliked) == 0)
        return tr("%1, since %2", "18 liked, since 20 October").arg(liked, since);
    return tr("%1, %2, since %3", "18 liked, 3 disliked, since 20 October")
        .arg(liked, tr("%Ln disliked", nullptr, static_cast<int>(count(ItemState::Disliked))), since);
}

HistoryFilter::HistoryFilter(HistoryModel& model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    setSortRole(HistoryModel::SortRole);
    setDynamicSortFilter(true);
    sort(HistoryModel::WhenColumn, Qt::DescendingOrder);
}

void HistoryFilter::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = splitAndTrim(foldForMatching(utf8(text)), ' ');
    std::erase_if(m_words, [](const std::string& word) { return word.empty(); });
    invalidateFilter();
}

void HistoryFilter::setState(std::optional<ItemState> state)
{
    if (state == m_state)
        return;
    m_state = state;
    invalidateFilter();
}

ItemId HistoryFilter::itemAt(int row) const { return m_model.itemAt(mapToSource(index(row, 0)).row()); }

std::vector<ItemId> HistoryFilter::items() const
{
    std::vector<ItemId> list;
    for (int row = 0; row < rowCount(); ++row)
        list.push_back(itemAt(row));
    return list;
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto cell = [&](int column, int role) { return m_model.data(m_model.index(row, column, parent), role); };
    if (m_state && cell(0, HistoryModel::StateRole).toInt() != static_cast<int>(*m_state))
        return false;
    if (m_words.empty())
        return true;
    QStringList parts{cell(0, HistoryModel::OriginalTitleRole).toString()};
    for (const int column : {HistoryModel::TitleColumn, HistoryModel::YearColumn, HistoryModel::GenresColumn,
                             HistoryModel::WhatColumn, HistoryModel::FoundInColumn})
        parts.append(cell(column, Qt::DisplayRole).toString());
    const std::string all = foldForMatching(utf8(parts.join(QLatin1Char(' '))));
    return std::all_of(m_words.begin(), m_words.end(),
                       [&all](const std::string& word) { return all.find(word) != std::string::npos; });
}

bool HistoryFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(HistoryModel::SortRole);
    const QVariant b = right.data(HistoryModel::SortRole);
    // Rows of the model are newest first. Among equals the newer comes first, whichever way the others go; of acts in
    // one millisecond the later is the newer.
    if (a == b) {
        const bool newerIsLess = left.column() != HistoryModel::WhenColumn && sortOrder() == Qt::AscendingOrder;
        return newerIsLess ? left.row() < right.row() : left.row() > right.row();
    }
    if (a.metaType() == QMetaType::fromType<QString>())
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace tw::ui
