// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/taste_presenter.h"

namespace tw::ui {
namespace {

QPointF placed(const Projection& projection, std::span<const float> vector)
{
    const auto at = projection.place(vector);
    return {static_cast<double>(at[0]), static_cast<double>(at[1])};
}

void countStandings(TasteView& view, const TasteHistory& history)
{
    view.likes = history.count(ItemState::Liked);
    view.dislikes = history.count(ItemState::Disliked);
    view.hidden = history.count(ItemState::Hidden);
    view.countsText = likeCounts(view.likes, view.dislikes);
}

std::shared_ptr<const TasteView> fold(const Session& session)
{
    auto view = std::make_shared<TasteView>();
    countStandings(*view, *session.history);
    view->historyKept = session.settings.keepHistory;
    if (!session.hasSpace())
        return view;
    view->profile = session.profile();
    view->hasProfile = true;
    view->middleShare = view->profile.meanShare;
    view->withoutVector = view->profile.missing;
    for (auto share = view->profile.shares.rbegin(); share != view->profile.shares.rend(); ++share)
        view->shares.push_back({itemFace(session, share->item), share->share,
                                percentText(static_cast<double>(share->share))});
    if (const auto& projection = session.space.projection) {
        const Space& space = *session.space.space;
        for (std::size_t step = 0; step < view->profile.trail.rows(); ++step)
            view->trail.push_back(placed(*projection, amongUnitRows(space, std::as_const(view->profile.trail).row(step))));
        view->position = placed(*projection, amongUnitRows(space, view->profile.vector));
    }
    return view;
}

} // namespace

TastePresenter::TastePresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_request(workspace.jobs()),
      m_view(std::make_shared<const TasteView>())
{
    connect(&workspace, &Workspace::sessionChanged, this, &TastePresenter::onSession);
    connect(&workspace, &Workspace::acted, this, &TastePresenter::onActed);
    connect(&workspace, &Workspace::opened, this, &TastePresenter::dismissNotice);
    refresh();
}

TastePresenter::~TastePresenter() = default;

void TastePresenter::onSession(SessionParts parts)
{
    const SessionParts concerned = SessionPart::Catalog | SessionPart::History | SessionPart::Space
                                   | SessionPart::KeptProfile | SessionPart::Settings;
    if (parts & concerned)
        refresh();
}

void TastePresenter::refresh()
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Refold;
    m_request.start(
        this, spec,
        [session = m_workspace.session()](const TaskContext&) -> Result<std::shared_ptr<const TasteView>> {
            return fold(*session);
        },
        [this](Result<std::shared_ptr<const TasteView>> view) {
            if (!view)
                return;
            m_view = std::move(*view);
            Q_EMIT changed();
        });
}

float TastePresenter::shareBeyond(std::size_t count) const
{
    float sum = 0;
    for (std::size_t i = count; i < m_view->shares.size(); ++i)
        sum += m_view->shares[i].share;
    return sum;
}

QString TastePresenter::olderText(std::size_t count) const
{
    const std::size_t size = m_view->shares.size();
    return size <= count ? QString() : tr("%Ln older likes", nullptr, static_cast<int>(size - count));
}

void TastePresenter::remove(ItemId item) { m_workspace.act(Act::Removed, item, Source::Likes); }

void TastePresenter::undoNotice()
{
    if (m_notice.isRedo)
        m_workspace.redo();
    else
        m_workspace.undo();
}

void TastePresenter::dismissNotice()
{
    if (!m_notice.visible)
        return;
    m_notice = {};
    Q_EMIT noticeChanged();
}

void TastePresenter::onActed(const TasteEvent& event, HistoryMove move)
{
    const auto session = m_workspace.session();
    const QString title =
        session->catalog->contains(event.item) ? itemFace(*session, event.item).title : QString();
    // A like shows in the list by itself; what went away needs the way back.
    const bool loses = event.act == Act::Removed || event.act == Act::Disliked || event.act == Act::Hidden;
    m_notice = {};
    m_notice.item = event.item;
    if (move == HistoryMove::Undone) {
        m_notice.visible = m_workspace.canRedo();
        m_notice.isRedo = true;
        m_notice.text = title.isEmpty() ? tr("Taken back") : tr("Taken back: “%1”").arg(title);
    } else if (loses) {
        m_notice.visible = m_workspace.canUndo();
        m_notice.text = actText(event.act, title);
    }
    Q_EMIT noticeChanged();
}

} // namespace tw::ui
