// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/coalesced_request.h"
#include "ui/model/item_list_model.h"
#include "ui/model/starter_sets.h"
#include "ui/model/within_filter.h"
#include "ui/model/workspace.h"

#include <QObject>

namespace tw::ui {

enum class RecommendState {
    Waiting,     ///< The space is not there yet.
    Starting,    ///< No likes yet: items() holds the chosen starter set.
    Recommending,///< items() holds what is nearest to the profile.
    Failed,
};

/// What lies near the taste, or films to begin with. Follows the session by itself. GUI thread.
class RecommendPresenter : public QObject {
    Q_OBJECT
public:
    explicit RecommendPresenter(Workspace& workspace, QObject* parent = nullptr);
    ~RecommendPresenter() override;

    ItemListModel* items() { return &m_items; }
    RecommendState state() const { return m_state; }
    StarterSet starterSet() const { return m_starterSet; }
    std::optional<Error> error() const { return m_error; }
    /// "Near your taste" or "Start with a few films you know".
    QString heading() const;
    static constexpr std::size_t kCount = 60;

public Q_SLOTS:
    /// Only these from now on.
    void setAllowed(tw::ui::Allowed allowed);
    /// A set chosen again draws Surprise anew.
    void setStarterSet(tw::ui::StarterSet set);

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void onSession(SessionParts parts);

    Workspace& m_workspace;
    Allowed m_allowed;
    ItemListModel m_items;
    CoalescedRequest<std::vector<ListEntry>> m_request;
    RecommendState m_state = RecommendState::Waiting;
    StarterSet m_starterSet = StarterSet::WellKnown;
    std::uint64_t m_surpriseSeed = 1;
    std::optional<Error> m_error;
};

} // namespace tw::ui
