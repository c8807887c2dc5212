// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/session.h"
#include "ui/model/item_format.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tw::ui {

/// One line of a list with what is known of it there.
struct ListEntry {
    ItemId item;
    std::optional<float> score;     ///< As shown; none: no number.
    FoundBy foundBy;
    QStringList matched;            ///< Words found.
    QString snippet;
    std::vector<Reason> reasons;    ///< Strongest first.
    QString why;                    ///< The reason as one line, ready to show.
    bool isNew = false;             ///< Not in the list it is compared with (Explore).
};
std::vector<ListEntry> entriesOf(const Catalog& catalog, const RankedItems& items);
/// Hits found by meaning alone say what they are close to among the likes.
std::vector<ListEntry> entriesOf(const Session& session, const SearchResults& results);

/// A list of films for rows and cards. Lists are swapped whole: rows that stay keep their persistent indexes (so
/// selection and focus stay on the film), the others come and go. GUI thread.
class ItemListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ItemIdRole = Qt::UserRole + 1, ///< quint32.
        FaceRole,         ///< tw::ui::ItemFace: all a row or card paints of the film.
        OriginalTitleRole,///< QString.
        MetaRole,         ///< QString, ItemFace::metaLine().
        TagsRole,         ///< QStringList: "Title", "Text", "Meaning".
        WhyRole,          ///< QString: matched words or reason.
        ScoreRole,        ///< float, or invalid.
        ScoreTextRole,    ///< "0.83"; empty without a score.
        FractionRole,     ///< double 0..1 for the bar, or invalid.
        StateRole,        ///< int of tw::ItemState.
        LikedRole,        ///< bool.
        DislikedRole,     ///< bool.
        NewRole,          ///< bool.
        OverviewRole,     ///< QString.
    };

    explicit ItemListModel(QObject* parent = nullptr);

    /// Catalogue, standings and drawn posters come from here; repaints what changed. Entries that the new catalogue
    /// does not hold are removed.
    void setSession(std::shared_ptr<const Session> session);
    /// Swaps the list. Items not in the catalogue and repeated items are left out.
    void setEntries(std::vector<ListEntry> entries);
    void clear() { setEntries({}); }

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole is the title, AccessibleTextRole the whole row as a sentence, ToolTipRole nothing.
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const std::vector<ListEntry>& entries() const { return m_entries; }
    std::vector<ItemId> items() const;
    /// ItemId::invalid() outside the list.
    ItemId itemAt(int row) const;
    ItemId itemAt(const QModelIndex& index) const;
    /// -1 when it is not in the list.
    int rowOf(ItemId item) const;
    ItemFace face(int row) const;
    ItemState state(int row) const;
    const ListEntry* entryOf(ItemId item) const;

private:
    void removeMissing(const std::unordered_map<ItemId, std::size_t>& wanted);
    void reorder(const std::unordered_map<ItemId, std::size_t>& wanted);
    void insertMissing(std::vector<ListEntry>&& entries);
    void reindex();
    /// The row's face from m_faces; made at its first use.
    const ItemFace& knownFace(ItemId item) const;

    std::shared_ptr<const Session> m_session;
    std::vector<ListEntry> m_entries;
    std::vector<ItemState> m_states;
    std::unordered_map<ItemId, int> m_rowOf;
    /// Painting asks for the same faces again and again, also after a swap; making one cleans all its texts.
    mutable std::unordered_map<ItemId, ItemFace> m_faces;
};

} // namespace tw::ui
