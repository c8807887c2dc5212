// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/map_presenter.h"

#include "core/recommend/profile_recommender.h"
#include "core/taste/noise.h"

#include <cmath>
#include <numeric>

namespace tw::ui {
namespace {

QPointF placed(const Projection& projection, std::span<const float> vector)
{
    const auto at = projection.place(vector);
    return {static_cast<double>(at[0]), static_cast<double>(at[1])};
}

bool hasMap(const Session& session) { return session.hasSpace() && session.space.projection != nullptr; }

/// Principal axes of the points' covariance (two by two, in closed form).
MapEllipse ellipseOf(const std::vector<QPointF>& points)
{
    MapEllipse ellipse;
    if (points.size() < 2)
        return ellipse;
    const double n = static_cast<double>(points.size());
    ellipse.centre = std::accumulate(points.begin(), points.end(), QPointF()) / n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const QPointF& point : points) {
        const QPointF d = point - ellipse.centre;
        xx += d.x() * d.x() / n;
        xy += d.x() * d.y() / n;
        yy += d.y() * d.y() / n;
    }
    const double middle = (xx + yy) / 2;
    const double spread = std::hypot((xx - yy) / 2, xy);
    ellipse.major = std::sqrt(std::max(0.0, middle + spread));
    ellipse.minor = std::sqrt(std::max(0.0, middle - spread));
    ellipse.angle = 0.5 * std::atan2(2 * xy, xx - yy);
    return ellipse;
}

Result<std::shared_ptr<const MapTaste>> tasteOf(const Session& session, const TaskContext& context)
{
    const Projection& projection = *session.space.projection;
    const Space& space = *session.space.space;
    const TasteProfile profile = session.profile();
    auto taste = std::make_shared<MapTaste>();
    for (std::size_t step = 0; step < profile.trail.rows(); ++step)
        taste->trail.push_back(placed(projection, amongUnitRows(space, profile.trail.row(step))));
    for (const ProfileShare& share : profile.shares)
        taste->trailItems.push_back(share.item);
    taste->position = placed(projection, amongUnitRows(space, profile.vector));
    if (session.settings.gaussianPercent <= 0)
        return taste;
    for (std::size_t sample = 0; sample < MapPresenter::kNoiseSamples; ++sample) {
        TW_TRY(context.check());
        const NoiseOptions options{NoiseKind::Gaussian, session.settings.gaussianPercent,
                                   session.settings.seed + sample};
        TW_ASSIGN(const NoisyProfile noisy, noisyProfile(space, profile.vector, options));
        taste->noise.push_back(placed(projection, amongUnitRows(space, noisy.vector)));
    }
    taste->cloud = ellipseOf(taste->noise);
    return taste;
}

Result<MapCard> cardOf(const Session& session, ItemId item, const TaskContext& context)
{
    const Space& space = *session.space.space;
    MapCard card;
    card.face = itemFace(session, item);
    card.state = session.history->state(item);
    const auto row = space.row(item);
    if (!row)
        return card;
    card.row = *row;
    const auto at = session.space.projection->positions().row(*row);
    card.position = {static_cast<double>(at[0]), static_cast<double>(at[1])};
    card.why = reasonText(*session.catalog, nearestLikes(space, item, session.history->likes(), 2));
    if (!session.history->likes().empty() || session.keptProfile) {
        const std::vector<float> profile = session.profile().vector;
        const auto own = space.vector(item);
        const float length = std::sqrt(std::inner_product(profile.begin(), profile.end(), profile.begin(), 0.0F));
        if (length > 0)
            card.nearness = std::inner_product(own.begin(), own.end(), profile.begin(), 0.0F) / length;
    }
    TW_ASSIGN(const RankedItems near, similarItems(space, *session.space.index, item,
                                                   {MapPresenter::kNeighbours, {}}, context));
    for (const RankedItem& neighbour : near) {
        if (const auto place = space.row(neighbour.item))
            card.neighbours.push_back({neighbour.item, *place, neighbour.score,
                                       shownTitle(session.catalog->item(neighbour.item).title)});
    }
    return card;
}

} // namespace

MapPresenter::MapPresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_pointsRequest(workspace.jobs()), m_tasteRequest(workspace.jobs()),
      m_cardRequest(workspace.jobs())
{
    connect(&workspace, &Workspace::sessionChanged, this, &MapPresenter::onSession);
}

MapPresenter::~MapPresenter() = default;

void MapPresenter::setActive(bool active)
{
    m_active = active;
    if (m_active && m_pointsStale)
        refreshPoints();
    if (m_active && m_tasteStale)
        refreshTaste();
}

void MapPresenter::setTasteActive(bool active)
{
    m_tasteActive = active;
    if (active && m_tasteStale)
        refreshTaste();
}

void MapPresenter::setColourBy(ColourBy by)
{
    if (by == m_colourBy)
        return;
    m_colourBy = by;
    refreshPoints();
}

void MapPresenter::onSession(SessionParts parts)
{
    if (parts & (SessionPart::Catalog | SessionPart::Space))
        refreshPoints();
    if (parts & (SessionPart::Catalog | SessionPart::Space | SessionPart::History | SessionPart::Settings
                 | SessionPart::KeptProfile))
        refreshTaste();
    if (m_hovered.isValid() && (parts & (SessionPart::History | SessionPart::Space)))
        hover(m_hovered);
}

void MapPresenter::refreshPoints()
{
    m_pointsStale = true;
    const auto session = m_workspace.session();
    if (!hasMap(*session)) {
        m_pointsRequest.cancel();
        const bool had = m_points != nullptr;
        m_points.reset();
        hover(ItemId::invalid());
        if (had)
            Q_EMIT pointsChanged();
        return;
    }
    if (!m_active)
        return;
    m_pointsStale = false;
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Map;
    m_pointsRequest.start(
        this, spec,
        [session, by = m_colourBy](const TaskContext&) -> Result<std::shared_ptr<const MapPoints>> {
            auto points = std::make_shared<MapPoints>();
            points->session = session;
            points->positions = session->space.projection->positions();
            const auto items = session->space.space->items();
            points->items.assign(items.begin(), items.end());
            points->colouring = colouringOf(*session->catalog, *session->space.space, by);
            return points;
        },
        [this](Result<std::shared_ptr<const MapPoints>> points) {
            if (!points)
                return;
            m_points = std::move(*points);
            Q_EMIT pointsChanged();
        });
}

void MapPresenter::refreshTaste()
{
    m_tasteStale = true;
    const auto session = m_workspace.session();
    if (!hasMap(*session)) {
        m_tasteRequest.cancel();
        const bool had = m_taste != nullptr;
        m_taste.reset();
        if (had)
            Q_EMIT tasteChanged();
        return;
    }
    if (!m_active && !m_tasteActive)
        return;
    m_tasteStale = false;
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Map;
    m_tasteRequest.start(
        this, spec, [session](const TaskContext& context) { return tasteOf(*session, context); },
        [this](Result<std::shared_ptr<const MapTaste>> taste) {
            if (!taste)
                return;
            m_taste = std::move(*taste);
            Q_EMIT tasteChanged();
        });
}

void MapPresenter::hover(ItemId item)
{
    const auto session = m_workspace.session();
    m_hovered = hasMap(*session) && session->catalog->contains(item) ? item : ItemId::invalid();
    if (!m_hovered.isValid()) {
        m_cardRequest.cancel();
        if (m_card) {
            m_card.reset();
            Q_EMIT cardChanged();
        }
        return;
    }
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Neighbours;
    m_cardRequest.start(
        this, spec, [session, item](const TaskContext& context) { return cardOf(*session, item, context); },
        [this](Result<MapCard> card) {
            if (!card)
                return;
            card->nearnessText =
                card->nearness ? tr("%1 to your taste").arg(scoreText(static_cast<double>(*card->nearness))) : QString();
            m_card = std::move(*card);
            Q_EMIT cardChanged();
        });
}

std::optional<std::uint32_t> MapPresenter::rowOf(ItemId item) const
{
    return m_points ? m_points->session->space.space->row(item) : std::nullopt;
}

QString MapPresenter::qualityText() const
{
    if (!m_points)
        return {};
    const auto explained = m_points->session->space.projection->explained();
    if (explained.size() < 2)
        return {};
    return tr("The two directions shown hold %1 of what tells films apart.")
        .arg(percentText(static_cast<double>(explained[0] + explained[1])));
}

} // namespace tw::ui
