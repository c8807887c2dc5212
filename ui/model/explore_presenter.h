// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/taste/noise.h"
#include "ui/jobs/coalesced_request.h"
#include "ui/model/item_list_model.h"
#include "ui/model/within_filter.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace tw::ui {

enum class ExploreColumn { Profile, Gaussian, Buckets, Search };
inline constexpr std::array kExploreColumns{ExploreColumn::Profile, ExploreColumn::Gaussian, ExploreColumn::Buckets,
                                            ExploreColumn::Search};

/// What is told over one column.
struct ColumnView {
    QString id;             ///< "profile", "gaussian", "article-noise", …, "search": the acts' source detail.
    QString name;           ///< "Gaussian noise", …
    double percent = 0;     ///< Of the slider; 0 for Profile and Search.
    double distance = 0;    ///< Mean of 1 − cosine to the profile, 0..2.
    double diversity = 0;   ///< Mean of 1 − cosine between pairs, 0..2.
    QString distanceText;   ///< "0.38".
    QString diversityText;
    double cosine = 1;      ///< Between profile and noisy profile.
    QString cosineText;     ///< Article columns: "Cosine to your profile 0.01"; else empty.
    bool rawScale = false;
    bool drowned = false;   ///< Nothing of the profile is left.
    QString drownedText;    ///< Then the sentence that says so; else empty.
    std::size_t picks = 0;  ///< Films liked here and still liked.
    QString picksText;      ///< "9 picked".
    bool pinned = false;
    bool hasList = false;   ///< An answer is there (Search: something was typed).
};

/// Profile, Gaussian noise, buckets and search side by side, live under the sliders: one job makes all columns from
/// one moment. GUI thread.
class ExplorePresenter : public QObject {
    Q_OBJECT
public:
    explicit ExplorePresenter(Workspace& workspace, QObject* parent = nullptr);
    ~ExplorePresenter() override;

    /// While not active (the view is hidden) nothing is computed; activating brings it up to date.
    void setActive(bool active);
    bool active() const { return m_active; }

    ItemListModel* list(ExploreColumn column);
    const ColumnView& column(ExploreColumn column) const;
    /// A space is there; without one the lists are empty.
    bool available() const;
    bool articleMode() const { return m_articleMode; }
    /// Percent of Gaussian or Buckets as in force (the article mode has its own two).
    double percent(ExploreColumn column) const;
    std::uint64_t seed() const;
    QString searchQuery() const { return m_searchQuery; }
    std::optional<ExploreColumn> pinnedColumn() const { return m_pinned; }
    std::size_t totalPicks() const;
    /// The column that served best so far, once ten films were picked and it leads; for "serves you best".
    std::optional<ExploreColumn> favourite() const;
    /// "31 picks". And "A little noise serves you best so far." or empty.
    QString picksText() const;
    QString favouriteText() const;
    std::optional<Error> error() const { return m_error; }

    static constexpr std::size_t kCount = 30;

public Q_SLOTS:
    /// Only these from now on; the Search column has filters of its own.
    void setAllowed(tw::ui::Allowed allowed);
    void setArticleMode(bool article);
    /// @param percent  0..100. Only Gaussian and Buckets have one.
    void setPercent(tw::ui::ExploreColumn column, double percent);
    void setSeed(quint64 seed);
    void shuffle();
    void setSearchQuery(const QString& query);
    /// Keeps this column's present list to compare with: films of the other columns that are not in it are new.
    /// With nothing pinned the two noise columns are compared with the profile's list.
    void pin(tw::ui::ExploreColumn column);
    /// Compare with the live profile list again.
    void unpin();
    void pick(tw::ui::ExploreColumn column, tw::ItemId item, tw::Act act = tw::Act::Liked);

Q_SIGNALS:
    /// A slider, the seed, the mode or the query changed and an answer is under way.
    void asked();
    /// All columns are up to date.
    void changed();

private:
    struct Answer;
    void refresh();
    void receive(const std::shared_ptr<const Answer>& answer);
    void markNew();
    /// Entries with isNew set, compared with the pinned list or with the profile's.
    std::vector<ListEntry> marked(ExploreColumn column, std::vector<ListEntry> entries,
                                  const std::vector<ListEntry>& profileList) const;
    QString nameOf(ExploreColumn column) const;
    void describe();
    void onSession(SessionParts parts);

    Workspace& m_workspace;
    std::array<ItemListModel, 4> m_lists;
    std::array<ColumnView, 4> m_columns;
    CoalescedRequest<std::shared_ptr<const Answer>> m_request;
    std::optional<ExploreColumn> m_pinned;
    std::vector<ItemId> m_pinnedItems;
    std::optional<Error> m_error;
    QString m_searchQuery;
    Allowed m_allowed;
    double m_articleNoisePercent = 25;
    double m_articleBucketsPercent = 10;
    bool m_articleMode = false;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace tw::ui
