// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/details_presenter.h"

#include "core/recommend/profile_recommender.h"
#include "ui/model/search_presenter.h"

#include <algorithm>
#include <cmath>

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

/// What the film was found by, as a vector of the space; empty when there is none.
std::vector<float> askedVector(const Session& session, const QString& query, ItemId likeItem,
                               const TaskContext& context)
{
    const Space& space = *session.space.space;
    if (likeItem.isValid())
        return space.comparedVector(likeItem);
    if (!query.isEmpty()) {
        if (!session.space.embedder)
            return {};
        return session.space.embedder->embedQuery(utf8(query), context).value_or(std::vector<float>());
    }
    return session.history->likes().empty() && !session.keptProfile ? std::vector<float>() : session.profile().vector;
}

void makeUnit(std::vector<float>& vector)
{
    double sum = 0;
    for (const float x : vector)
        sum += static_cast<double>(x) * static_cast<double>(x);
    for (float& x : vector)
        x = sum > 0 ? static_cast<float>(static_cast<double>(x) / std::sqrt(sum)) : 0;
}

QString exact(double value) { return QLocale().toString(value, 'f', 4); }

} // namespace

std::vector<NumberLine> numberLines(const DetailsNumbers& numbers)
{
    const Closeness& close = numbers.closeness;
    return {{DetailsPresenter::tr("Cosine"), {}, exact(close.cosine)},
            {DetailsPresenter::tr("Inner product"), numbers.unit ? DetailsPresenter::tr("of unit vectors") : DetailsPresenter::tr("of vectors as they are"),
             exact(close.innerProduct)},
            {DetailsPresenter::tr("Distance"), DetailsPresenter::tr("L2"), exact(std::sqrt(close.squaredDistance))},
            {DetailsPresenter::tr("Squared distance"), DetailsPresenter::tr("as faiss gives it"), exact(close.squaredDistance)}};
}

struct DetailsPresenter::More {
    std::vector<Reason> reasons;
    std::vector<ItemFace> nearest;
    bool known = false;
    std::optional<DetailsNumbers> numbers;
};

DetailsPresenter::DetailsPresenter(Workspace& workspace, SearchPresenter* search, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_search(search), m_request(workspace.jobs())
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
    m_query.clear();
    m_likeItem = ItemId::invalid();
    m_item = item;
    show();
}

void DetailsPresenter::openFrom(const ItemListModel* list, int row)
{
    if (!list || !list->itemAt(row).isValid())
        return;
    m_list = list->entries();
    const bool found = m_search && list == m_search->results();
    m_likeItem = found ? m_search->likeItem() : ItemId::invalid();
    m_query = found && !m_likeItem.isValid() ? m_search->query().trimmed() : QString();
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
        view.numbers = std::move(m_view.numbers);
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

void DetailsPresenter::nameNumbers(DetailsNumbers& numbers) const
{
    const auto session = m_workspace.session();
    if (session->hasSpace())
        numbers.space = spaceName(session->space.space->id(), session->space.space->provenance());
    if (m_likeItem.isValid() && session->catalog->contains(m_likeItem))
        numbers.to = tr("“%1”").arg(shownTitle(session->catalog->item(m_likeItem).title));
    else
        numbers.to = m_query.isEmpty() ? tr("your taste") : tr("“%1”").arg(m_query);
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
        [session, item = m_item, query = m_query,
         likeItem = m_likeItem](const TaskContext& context) -> Result<std::shared_ptr<const More>> {
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
            std::vector<float> asked = askedVector(*session, query, likeItem, context);
            if (std::vector<float> own = space.comparedVector(item); asked.size() == own.size() && !own.empty()) {
                more->numbers.emplace();
                more->numbers->unit = !space.comparesRaw();
                if (more->numbers->unit)
                    makeUnit(asked);
                more->numbers->closeness = closeness(asked, own);
            }
            return more;
        },
        [this](Result<std::shared_ptr<const More>> more) {
            if (!more)
                return;
            m_view.reasons = reasonLines((*more)->reasons);
            m_view.nearest = (*more)->nearest;
            m_view.nearestKnown = (*more)->known;
            m_view.numbers = (*more)->numbers;
            if (m_view.numbers)
                nameNumbers(*m_view.numbers);
            Q_EMIT changed();
        });
}

} // namespace tw::ui
