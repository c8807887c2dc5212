// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/coalesced_request.h"
#include "ui/model/item_format.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QPointF>

#include <memory>
#include <vector>

namespace tw::ui {

/// One like with its part in the profile.
struct ShareRow {
    ItemFace face;
    float share = 0;      ///< 0..1.
    QString shareText;    ///< "11 %".
};

/// The taste at one moment, as the panel shows it.
struct TasteView {
    std::size_t likes = 0;
    std::size_t dislikes = 0;
    std::size_t hidden = 0;
    QString countsText;               ///< "18 likes · 3 dislikes", "No likes yet".
    bool hasProfile = false;          ///< A space is there and the profile was folded in it.
    bool historyKept = true;          ///< False: shares and trail are unknown, only the point is kept.
    std::vector<ShareRow> shares;     ///< Newest like first, all of them.
    float middleShare = 1;            ///< What is left of the middle of the catalogue, 0..1.
    std::size_t withoutVector = 0;    ///< Likes that have no vector in this space.
    std::vector<QPointF> trail;       ///< On the map: the middle, then after each like, oldest first; as the data.
    QPointF position;                 ///< On the map: where the profile stands.
    TasteProfile profile;             ///< The point itself, for others that need it.
};

/// What can be taken back, for the quiet line in the panel.
struct UndoNotice {
    bool visible = false;
    ItemId item;
    QString text;    ///< "Removed “Firewall”".
    bool isRedo = false; ///< It was just undone: the button brings it back.
};

/// The profile folded from the history, live under the memory slider. GUI thread.
class TastePresenter : public QObject {
    Q_OBJECT
public:
    explicit TastePresenter(Workspace& workspace, QObject* parent = nullptr);
    ~TastePresenter() override;

    /// Never null.
    std::shared_ptr<const TasteView> view() const { return m_view; }
    const UndoNotice& notice() const { return m_notice; }
    /// The shares shown one by one when there is room for `count`, and what the rest has together.
    float shareBeyond(std::size_t count) const;
    /// "13 older likes"; empty when none are left over.
    QString olderText(std::size_t count) const;

public Q_SLOTS:
    void remove(tw::ItemId item);
    void undoNotice();
    void dismissNotice();

Q_SIGNALS:
    void changed();
    void noticeChanged();

private:
    void refresh();
    void onSession(SessionParts parts);
    void onActed(const TasteEvent& event, HistoryMove move);

    Workspace& m_workspace;
    CoalescedRequest<std::shared_ptr<const TasteView>> m_request;
    std::shared_ptr<const TasteView> m_view;
    UndoNotice m_notice;
};

} // namespace tw::ui
