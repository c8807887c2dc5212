// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/item_list_model.h"

#include <algorithm>

namespace tw::ui {
namespace {

/// Of liked films, how many back are looked at for "close to …".
constexpr std::size_t kLikesLookedAt = 200;
constexpr std::size_t kFacesKept = 1000;

QString spokenRow(const ItemFace& face, const ListEntry& entry, ItemState state)
{
    QStringList parts{face.title, face.metaLine()};
    parts.append(entry.why);
    if (entry.score)
        parts.append(ItemListModel::tr("score %1").arg(scoreText(static_cast<double>(*entry.score))));
    if (entry.isNew)
        parts.append(ItemListModel::tr("new"));
    parts.append(stateText(state));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<ListEntry> entriesOf(const Catalog& catalog, const RankedItems& items)
{
    std::vector<ListEntry> entries;
    entries.reserve(items.size());
    for (const RankedItem& item : items) {
        ListEntry entry;
        entry.item = item.item;
        entry.score = item.score;
        entry.reasons = item.reasons;
        entry.why = reasonText(catalog, item.reasons);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<ListEntry> entriesOf(const Session& session, const SearchResults& results)
{
    auto likes = session.history->likes();
    if (likes.size() > kLikesLookedAt)
        likes = likes.last(kLikesLookedAt);
    std::vector<ListEntry> entries;
    entries.reserve(results.hits.size());
    for (const SearchHit& hit : results.hits) {
        ListEntry entry;
        entry.item = hit.item;
        entry.score = hit.score;
        entry.foundBy = hit.foundBy;
        entry.snippet = shownLine(hit.snippet);
        for (const auto& word : hit.matched)
            entry.matched.append(shownLine(word));
        if (hit.matched.empty() && hit.snippet.empty() && session.space.space)
            entry.reasons = nearestLikes(*session.space.space, hit.item, likes, 2);
        entry.why = hitText(*session.catalog, hit, entry.reasons);
        entries.push_back(std::move(entry));
    }
    return entries;
}

ItemListModel::ItemListModel(QObject* parent) : QAbstractListModel(parent) {}

void ItemListModel::setSession(std::shared_ptr<const Session> session)
{
    const bool facesChange = !m_session || !session || m_session->catalog != session->catalog
                             || m_session->space.projection != session->space.projection;
    m_session = std::move(session);
    if (facesChange)
        m_faces.clear();
    if (std::any_of(m_entries.begin(), m_entries.end(),
                    [this](const ListEntry& e) { return !m_session || !m_session->catalog->contains(e.item); }))
        setEntries(std::vector<ListEntry>(m_entries));
    int first = -1;
    int last = -1;
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        const ItemState state = m_session->history->state(m_entries[row].item);
        if (state == m_states[row] && !facesChange)
            continue;
        m_states[row] = state;
        first = first < 0 ? static_cast<int>(row) : first;
        last = static_cast<int>(row);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first), index(last));
}

void ItemListModel::setEntries(std::vector<ListEntry> entries)
{
    std::unordered_map<ItemId, std::size_t> wanted;
    std::erase_if(entries, [&](const ListEntry& entry) {
        return !m_session || !m_session->catalog->contains(entry.item)
               || !wanted.emplace(entry.item, wanted.size()).second;
    });
    const bool anyStays = std::any_of(m_entries.begin(), m_entries.end(),
                                      [&](const ListEntry& entry) { return wanted.contains(entry.item); });
    if (!anyStays) {
        if (m_entries.empty() && entries.empty())
            return;
        beginResetModel();
        m_entries = std::move(entries);
        reindex();
        endResetModel();
        return;
    }
    removeMissing(wanted);
    reorder(wanted);
    insertMissing(std::move(entries));
}

void ItemListModel::removeMissing(const std::unordered_map<ItemId, std::size_t>& wanted)
{
    for (int end = static_cast<int>(m_entries.size()); end > 0;) {
        int begin = end;
        while (begin > 0 && !wanted.contains(m_entries[static_cast<std::size_t>(begin - 1)].item))
            --begin;
        if (begin == end) {
            --end;
            continue;
        }
        beginRemoveRows({}, begin, end - 1);
        m_entries.erase(m_entries.begin() + begin, m_entries.begin() + end);
        reindex();
        endRemoveRows();
        end = begin;
    }
}

void ItemListModel::reorder(const std::unordered_map<ItemId, std::size_t>& wanted)
{
    const auto earlier = [&wanted](const ListEntry& a, const ListEntry& b) {
        return wanted.at(a.item) < wanted.at(b.item);
    };
    if (std::is_sorted(m_entries.begin(), m_entries.end(), earlier))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<ItemId> itemsBefore;
    for (const QModelIndex& index : before)
        itemsBefore.push_back(itemAt(index.row()));
    std::sort(m_entries.begin(), m_entries.end(), earlier);
    reindex();
    QModelIndexList after;
    for (const ItemId item : itemsBefore)
        after.append(index(rowOf(item)));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ItemListModel::insertMissing(std::vector<ListEntry>&& entries)
{
    // What is left of the old list is now in the new order: walk both and put in what lies between.
    for (std::size_t row = 0; row < entries.size();) {
        if (row < m_entries.size() && m_entries[row].item == entries[row].item) {
            m_entries[row] = std::move(entries[row]);
            ++row;
            continue;
        }
        std::size_t end = row;
        while (end < entries.size() && !(row < m_entries.size() && m_entries[row].item == entries[end].item))
            ++end;
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(end) - 1);
        m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(row),
                         std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(row)),
                         std::make_move_iterator(entries.begin() + static_cast<std::ptrdiff_t>(end)));
        reindex();
        endInsertRows();
        row = end;
    }
    reindex();
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
}

void ItemListModel::reindex()
{
    m_rowOf.clear();
    m_states.resize(m_entries.size());
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        m_rowOf.emplace(m_entries[row].item, static_cast<int>(row));
        m_states[row] = m_session ? m_session->history->state(m_entries[row].item) : ItemState::None;
    }
}

int ItemListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ItemListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const ListEntry& entry = m_entries[row];
    switch (role) {
    case ItemIdRole: return entry.item.value();
    case TagsRole: return foundByTags(entry.foundBy);
    case WhyRole: return entry.why;
    case ScoreRole: return entry.score ? QVariant(*entry.score) : QVariant();
    case ScoreTextRole: return entry.score ? scoreText(static_cast<double>(*entry.score)) : QString();
    case FractionRole:
        return entry.score ? QVariant(std::clamp(static_cast<double>(*entry.score), 0.0, 1.0)) : QVariant();
    case StateRole: return static_cast<int>(m_states[row]);
    case LikedRole: return m_states[row] == ItemState::Liked;
    case DislikedRole: return m_states[row] == ItemState::Disliked;
    case NewRole: return entry.isNew;
    case FaceRole: return QVariant::fromValue(knownFace(entry.item));
    case Qt::DisplayRole: return knownFace(entry.item).title;
    case OriginalTitleRole: return knownFace(entry.item).originalTitle;
    case MetaRole: return knownFace(entry.item).metaLine();
    case OverviewRole: return knownFace(entry.item).overview;
    case Qt::AccessibleTextRole: return spokenRow(knownFace(entry.item), entry, m_states[row]);
    default: return {};
    }
}

QHash<int, QByteArray> ItemListModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{ItemIdRole, "itemId"}, {FaceRole, "face"}, {OriginalTitleRole, "originalTitle"},
                  {MetaRole, "meta"}, {TagsRole, "tags"}, {WhyRole, "why"}, {ScoreRole, "score"},
                  {ScoreTextRole, "scoreText"}, {FractionRole, "fraction"}, {StateRole, "state"},
                  {LikedRole, "liked"}, {DislikedRole, "disliked"}, {NewRole, "isNew"}, {OverviewRole, "overview"}});
    return names;
}

std::vector<ItemId> ItemListModel::items() const
{
    std::vector<ItemId> list;
    list.reserve(m_entries.size());
    for (const ListEntry& entry : m_entries)
        list.push_back(entry.item);
    return list;
}

ItemId ItemListModel::itemAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[static_cast<std::size_t>(row)].item : ItemId::invalid();
}

ItemId ItemListModel::itemAt(const QModelIndex& index) const { return itemAt(index.isValid() ? index.row() : -1); }

int ItemListModel::rowOf(ItemId item) const
{
    const auto found = m_rowOf.find(item);
    return found == m_rowOf.end() ? -1 : found->second;
}

ItemFace ItemListModel::face(int row) const
{
    const ItemId item = itemAt(row);
    return m_session && m_session->catalog->contains(item) ? knownFace(item) : ItemFace{};
}

const ItemFace& ItemListModel::knownFace(ItemId item) const
{
    const auto known = m_faces.find(item);
    if (known != m_faces.end())
        return known->second;
    if (m_faces.size() >= kFacesKept)
        m_faces.clear();
    return m_faces.emplace(item, itemFace(*m_session, item)).first->second;
}

ItemState ItemListModel::state(int row) const
{
    return row >= 0 && row < rowCount() ? m_states[static_cast<std::size_t>(row)] : ItemState::None;
}

const ListEntry* ItemListModel::entryOf(ItemId item) const
{
    const int row = rowOf(item);
    return row < 0 ? nullptr : &m_entries[static_cast<std::size_t>(row)];
}

} // namespace tw::ui
