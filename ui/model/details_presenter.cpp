// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/details_presenter.h"

#include "core/recommend/profile_recommender.h"

#include <algorithm>

namespace tw::ui {
namespace {

constexpr std::size_t kReasons = 3;

QString joined(const std::vector<std::string>& list)
{
    QStringList parts;
    for (const auto& entry : list)
        parts.append(shownLine(entry));
    return parts.join(QStringLiteral(", "));
}

} // namespace

struct DetailsPresenter::More {
    std::vector<Reason> reasons;
    std::vector<ItemFace> nearest;
    bool known = false;
};

DetailsPresenter::DetailsPresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_request(workspace.jobs())
{
    connect(&workspace, &Workspace::sessionChanged, this, &DetailsPresenter::onSession);
    connect(&workspace, &Workspace::opened, this, &DetailsPresenter::close);
}

DetailsPresenter::~DetailsPresenter() = default;

void DetailsPresenter::open(ItemId item)
{
    if (!m_workspace.session()->catalog->contains(item))
        return;
    m_list.clear();
    m_item = item;
    show();
}

void DetailsPresenter::openFrom(const ItemListModel* list, int row)
{
    if (!list || !list->itemAt(row).isValid())
        return;
    m_list = list->entries();
    m_item = list->itemAt(row);
    show();
}

int DetailsPresenter::place() const
{
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [this](const ListEntry& entry) { return entry.item == m_item; });
    return found == m_list.end() ? -1 : static_cast<int>(found - m_list.begin());
}

QString DetailsPresenter::placeText() const
{
    return place() < 0 ? QString()
                       : tr("%1 of %2", "place in a list").arg(QLocale().toString(place() + 1), QLocale().toString(listSize()));
}

void DetailsPresenter::previous()
{
    if (!hasPrevious())
        return;
    m_item = m_list[static_cast<std::size_t>(place() - 1)].item;
    show();
}

void DetailsPresenter::next()
{
    if (!hasNext())
        return;
    m_item = m_list[static_cast<std::size_t>(place() + 1)].item;
    show();
}

void DetailsPresenter::close()
{
    m_request.cancel();
    m_item = ItemId::invalid();
    m_list.clear();
    m_view = {};
    Q_EMIT changed();
}

void DetailsPresenter::onSession(SessionParts parts)
{
    if (!isOpen())
        return;
    if (!m_workspace.session()->catalog->contains(m_item)) {
        close();
        return;
    }
    if (parts & (SessionPart::Catalog | SessionPart::Space | SessionPart::History))
        show();
}

void DetailsPresenter::show()
{
    const auto session = m_workspace.session();
    const Item& item = session->catalog->item(m_item);
    const bool sameItem = m_view.face.item == m_item;
    DetailsView view;
    // Reasons and neighbours of the same film stay until the new ones are whole.
    if (sameItem) {
        view.reasons = std::move(m_view.reasons);
        view.nearest = std::move(m_view.nearest);
        view.nearestKnown = m_view.nearestKnown;
    }
    view.face = itemFace(*session, m_item);
    view.state = session->history->state(m_item);
    QStringList facts;
    if (item.year)
        facts.append(QString::number(*item.year));
    if (item.runtimeMinutes)
        facts.append(tr("%1 min", "running time").arg(*item.runtimeMinutes));
    if (!item.languages.empty())
        facts.append(joined(item.languages));
    else if (!item.countries.empty())
        facts.append(joined(item.countries));
    view.metaLine = facts.join(QStringLiteral(" · "));
    view.directors = joined(item.directors);
    view.cast = joined(item.cast);
    view.countries = joined(item.countries);
    view.tagline = shownLine(item.tagline);
    view.overview = shown(item.text);
    for (const auto& keyword : item.keywords)
        view.keywords.append(shownLine(keyword));
    m_view = std::move(view);
    Q_EMIT changed();
    askMore();
}

std::vector<ReasonLine> DetailsPresenter::reasonLines(const std::vector<Reason>& near) const
{
    std::vector<ReasonLine> lines;
    if (const int at = place(); at >= 0) {
        const ListEntry& entry = m_list[static_cast<std::size_t>(at)];
        if (entry.matched.size() > 1 || (!entry.matched.isEmpty() && entry.snippet.isEmpty()))
            lines.push_back({tr("It says %1").arg(entry.matched.join(QStringLiteral(", "))), std::nullopt, {}});
        else if (!entry.snippet.isEmpty())
            lines.push_back({tr("It says “%1”").arg(entry.snippet), std::nullopt, {}});
    }
    const auto& catalog = *m_workspace.session()->catalog;
    for (const Reason& reason : near) {
        if (catalog.contains(reason.likedItem))
            lines.push_back({tr("Near %1, which you liked").arg(shownTitle(catalog.item(reason.likedItem).title)),
                             std::clamp(reason.similarity, 0.0F, 1.0F),
                             scoreText(static_cast<double>(reason.similarity))});
    }
    return lines;
}

void DetailsPresenter::askMore()
{
    const auto session = m_workspace.session();
    if (!session->hasSpace()) {
        m_request.cancel();
        m_view.reasons = reasonLines({});
        Q_EMIT changed();
        return;
    }
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Details;
    m_request.start(
        this, spec,
        [session, item = m_item](const TaskContext& context) -> Result<std::shared_ptr<const More>> {
            auto more = std::make_shared<More>();
            const Space& space = *session->space.space;
            if (!space.row(item))
                return more;
            for (const Reason& reason : nearestLikes(space, item, session->history->likes(), kReasons)) {
                if (reason.similarity > 0)
                    more->reasons.push_back(reason);
            }
            TW_ASSIGN(const RankedItems near,
                      similarItems(space, *session->space.index, item, {kNearest, {}}, context));
            for (const RankedItem& neighbour : near)
                more->nearest.push_back(itemFace(*session, neighbour.item));
            more->known = true;
            return more;
        },
        [this](Result<std::shared_ptr<const More>> more) {
            if (!more)
                return;
            m_view.reasons = reasonLines((*more)->reasons);
            m_view.nearest = (*more)->nearest;
            m_view.nearestKnown = (*more)->known;
            Q_EMIT changed();
        });
}

} // namespace tw::ui
