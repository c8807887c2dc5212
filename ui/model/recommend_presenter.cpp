// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/recommend_presenter.h"

#include "core/recommend/profile_recommender.h"

namespace tw::ui {
namespace {

/// Somebody who keeps no history has a taste as soon as a vector is kept.
bool hasTaste(const Session& session)
{
    return !session.history->likes().empty() || session.keptProfile.has_value();
}

} // namespace

RecommendPresenter::RecommendPresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_request(workspace.jobs())
{
    connect(&workspace, &Workspace::sessionChanged, this, &RecommendPresenter::onSession);
    m_items.setSession(workspace.session());
    refresh();
}

RecommendPresenter::~RecommendPresenter() = default;

void RecommendPresenter::setStarterSet(StarterSet set)
{
    if (set == StarterSet::Surprise && m_starterSet == set)
        ++m_surpriseSeed;
    m_starterSet = set;
    refresh();
}

void RecommendPresenter::setAllowed(Allowed allowed)
{
    m_allowed = std::move(allowed);
    refresh();
}

void RecommendPresenter::onSession(SessionParts parts)
{
    m_items.setSession(m_workspace.session());
    const SessionParts concerned = SessionPart::Catalog | SessionPart::History | SessionPart::Space
                                   | SessionPart::KeptProfile | SessionPart::Settings;
    if (!(parts & concerned))
        return;
    // First films stay as chosen while nothing is liked: a slider changes nothing there.
    if (m_state == RecommendState::Starting && !hasTaste(*m_workspace.session()) && !(parts & SessionPart::Catalog))
        return;
    refresh();
}

void RecommendPresenter::refresh()
{
    const auto session = m_workspace.session();
    const bool recommending = hasTaste(*session);
    if (session->catalog->empty() || (recommending && !session->hasSpace())) {
        m_request.cancel();
        if (session->catalog->empty())
            m_items.clear();
        m_state = RecommendState::Waiting;
        Q_EMIT changed();
        return;
    }
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Recommend;
    m_request.start(
        this, spec,
        [session, recommending, set = m_starterSet, seed = m_surpriseSeed,
         allowed = m_allowed](const TaskContext& context) -> Result<std::vector<ListEntry>> {
            if (recommending) {
                const auto likes = session->history->likes();
                const ProfileRecommender recommender(session->space.space, session->space.index,
                                                     session->profile().vector, {likes.begin(), likes.end()});
                TW_ASSIGN(const auto ranked, recommender.recommend({kCount, leftOut(*session, allowed)}, context));
                return entriesOf(*session->catalog, ranked);
            }
            std::vector<ListEntry> entries;
            const std::size_t most = allowed ? session->catalog->size() : kCount;
            for (const ItemId item : starterItems(*session->catalog, set, most, seed, shippedWellKnownKeys())) {
                if (allowed && !allowed->contains(item))
                    continue;
                if (entries.size() == kCount)
                    break;
                ListEntry entry;
                entry.item = item;
                entries.push_back(std::move(entry));
            }
            return entries;
        },
        [this, recommending](Result<std::vector<ListEntry>> entries) {
            if (!entries) {
                if (entries.error().code == ErrorCode::Cancelled)
                    return;
                m_error = entries.error();
                m_state = RecommendState::Failed;
            } else {
                m_error.reset();
                m_items.setEntries(std::move(*entries));
                m_state = recommending ? RecommendState::Recommending : RecommendState::Starting;
            }
            Q_EMIT changed();
        });
}

QString RecommendPresenter::heading() const
{
    return m_state == RecommendState::Starting ? tr("Start with a few films you know") : tr("Near your taste");
}

} // namespace tw::ui
