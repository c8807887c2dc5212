// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/index_presenter.h"

#include "core/space/space_index.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <tuple>

namespace tw::ui {
namespace {

constexpr std::uint64_t kMemoryGuess = std::uint64_t{2} << 30;
const std::vector<MeasuredCurve> kNoCurves;

auto tied(const IndexOptions& options)
{
    return std::tie(options.kind, options.layout, options.m, options.efConstruction, options.efSearch, options.lists,
                    options.codeBytes, options.probes, options.rerank, options.wishedRecall);
}

QString keyOf(const QString& space, const IndexOptions& o)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9")
        .arg(space)
        .arg(static_cast<int>(o.kind) * 10 + static_cast<int>(o.layout))
        .arg(o.m)
        .arg(o.efConstruction)
        .arg(o.efSearch)
        .arg(o.lists)
        .arg(o.codeBytes)
        .arg(o.probes)
        .arg(o.wishedRecall);
}

int effortOf(const IndexOptions& options)
{
    return options.kind == IndexKind::Hnsw ? options.efSearch : options.kind == IndexKind::IvfPq ? options.probes : 0;
}

/// Between two points evenly in the logarithms of effort and speed.
CurvePoint between(const CurvePoint& low, const CurvePoint& high, int effort)
{
    const double share = std::log(static_cast<double>(effort) / low.effort)
                         / std::log(static_cast<double>(high.effort) / low.effort);
    const auto grown = [share](double a, double b) { return a > 0 && b > 0 ? a * std::pow(b / a, share) : 0; };
    CurvePoint point = low;
    point.effort = effort;
    point.recall = low.recall + (high.recall - low.recall) * share;
    point.queriesPerSecond = grown(low.queriesPerSecond, high.queriesPerSecond);
    point.median = grown(low.median, high.median);
    point.slowest = grown(low.slowest, high.slowest);
    return point;
}

} // namespace

struct IndexPresenter::Growing {
    std::mutex mutex;
    std::vector<CurvePoint> points;
};

struct IndexPresenter::Measured {
    MeasureState state = MeasureState::Never;
    std::vector<MeasuredCurve> curves;
    std::vector<CurveIndex> indexes;
    std::size_t queries = 0;
    std::optional<Error> error;
    std::size_t items = 0; ///< Of the space as it was then.
    std::size_t dim = 0;
};

IndexPresenter::IndexPresenter(Workspace& workspace, QObject* parent, Measure measure, std::size_t leastToMeasure)
    : QObject(parent), m_workspace(workspace), m_measure(std::move(measure)), m_leastToMeasure(leastToMeasure),
      m_memory(kMemoryGuess), m_memoryRequest(workspace.jobs())
{
    connect(&workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & (SessionPart::Space | SessionPart::Spaces | SessionPart::Settings))
            refresh();
    });
    connect(&workspace, &Workspace::libraryChanged, this, &IndexPresenter::refresh);
    connect(&workspace, &Workspace::opened, this, [this] {
        stopMeasuring();
        m_measured.clear();
        setSpace({});
    });
    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, [this] {
        takeGrowing();
        Q_EMIT changed();
    });
    refresh();
}

IndexPresenter::~IndexPresenter() { stopMeasuring(); }

QString IndexPresenter::space() const
{
    const auto& spaces = m_workspace.spaces();
    const auto has = [&spaces](const QString& id) {
        return std::any_of(spaces.begin(), spaces.end(),
                           [&id](const SpaceInfo& space) { return QString::fromStdString(space.id) == id; });
    };
    if (!m_space.isEmpty() && has(m_space))
        return m_space;
    if (m_workspace.hasSpace()) {
        const QString active = QString::fromStdString(m_workspace.session()->space.space->id());
        if (has(active))
            return active;
    }
    return spaces.empty() ? QString() : QString::fromStdString(spaces.front().id);
}

const SpaceInfo* IndexPresenter::info() const
{
    const std::string id = space().toStdString();
    for (const SpaceInfo& one : m_workspace.spaces())
        if (one.id == id)
            return &one;
    return nullptr;
}

std::optional<IndexFacts> IndexPresenter::facts() const
{
    const auto session = m_workspace.session();
    if (!session->hasSpace() || !session->space.index || QString::fromStdString(session->space.space->id()) != space())
        return std::nullopt;
    return session->space.index->facts();
}

IndexOptions IndexPresenter::present() const
{
    const auto session = m_workspace.session();
    if (facts())
        return session->space.index->options();
    IndexOptions options;
    if (const SpaceInfo* one = info())
        options.kind = one->index;
    return options;
}

IndexSituation IndexPresenter::situation() const
{
    const SpaceInfo* one = info();
    return one ? IndexSituation{one->items, one->dim, m_memory} : IndexSituation{};
}

Result<IndexChoice> IndexPresenter::choiceOf(const IndexOptions& options) const
{
    if (!info())
        return fail(ErrorCode::NotFound);
    return chooseIndex(options, situation());
}

bool IndexPresenter::differs() const { return tied(m_wanted) != tied(present()); }

bool IndexPresenter::rebuilding() const
{
    for (const JobStatus& job : m_workspace.jobs().visibleJobs())
        if (job.kind == JobKind::RebuildIndex || job.kind == JobKind::Embed)
            return true;
    return false;
}

bool IndexPresenter::canRebuild() const
{
    return info() && m_workspace.isOpen() && !m_workspace.readOnly() && !rebuilding() && choice();
}

void IndexPresenter::setSpace(const QString& id)
{
    m_space = id;
    m_wantedOf.clear();
    refresh();
}

void IndexPresenter::setWanted(const IndexOptions& options)
{
    if (tied(options) == tied(m_wanted))
        return;
    m_wanted = options;
    Q_EMIT changed();
    Q_EMIT measureChanged(); // the wish stands elsewhere in the curves
}

void IndexPresenter::refresh()
{
    const IndexOptions now = present();
    const QString key = keyOf(space(), now);
    if (key != std::exchange(m_wantedOf, key)) {
        m_wanted = now; // what is being set stays while only other things change
        askMemory();
    }
    if (const SpaceInfo* one = info()) {
        const auto found = m_measured.find(space());
        const bool other = found != m_measured.end() && m_jobSpace != space()
                           && (found->second->items != one->items || found->second->dim != one->dim);
        if (other)
            m_measured.erase(found);
    }
    Q_EMIT changed();
    Q_EMIT measureChanged();
}

void IndexPresenter::askMemory()
{
    m_memoryRequest.start(
        this, JobSpec{}, [](const TaskContext&) -> Result<std::uint64_t> { return freeMemory(); },
        [this](Result<std::uint64_t> bytes) {
            m_memory = bytes.value_or(kMemoryGuess);
            Q_EMIT changed();
        });
}

void IndexPresenter::rebuild()
{
    if (!canRebuild())
        return;
    m_workspace.rebuildIndex(space(), m_wanted);
}

IndexPresenter::Measured* IndexPresenter::measured() const
{
    const auto found = m_measured.find(space());
    return found == m_measured.end() ? nullptr : found->second.get();
}

MeasureState IndexPresenter::measureState() const
{
    const SpaceInfo* one = info();
    if (!one)
        return MeasureState::NoSpace;
    if (const Measured* known = measured())
        return known->state;
    return one->items < m_leastToMeasure ? MeasureState::TooFew : MeasureState::Never;
}

const std::vector<MeasuredCurve>& IndexPresenter::curves() const
{
    const Measured* known = measured();
    return known ? known->curves : kNoCurves;
}

std::optional<Error> IndexPresenter::error() const
{
    const Measured* known = measured();
    return known ? known->error : std::nullopt;
}

std::size_t IndexPresenter::queriesAsked() const
{
    const Measured* known = measured();
    return known ? known->queries : 0;
}

std::optional<JobStatus> IndexPresenter::measuring() const
{
    if (m_jobSpace.isEmpty() || m_jobSpace != space())
        return std::nullopt;
    const JobStatus status = m_workspace.jobs().status(m_job.id());
    return status.id != 0 ? std::optional(status) : std::nullopt;
}

void IndexPresenter::measure()
{
    const SpaceInfo* one = info();
    if (!one || !m_jobSpace.isEmpty() || one->items < m_leastToMeasure)
        return;
    CurveRequest request;
    IndexOptions options = m_wanted;
    const auto add = [&](IndexKind kind, IndexLayout layout) {
        options.kind = kind;
        options.layout = layout;
        if (const auto choice = choiceOf(options); choice && choice->expectedBytes < m_memory)
            request.indexes.push_back(choice->options);
    };
    add(IndexKind::Exact, IndexLayout::Small);
    add(IndexKind::Hnsw, IndexLayout::Small);
    add(IndexKind::Hnsw, IndexLayout::Fast);
    add(IndexKind::IvfPq, IndexLayout::Small);

    auto fresh = std::make_unique<Measured>();
    fresh->state = MeasureState::Measuring;
    fresh->items = one->items;
    fresh->dim = one->dim;
    fresh->queries = std::min(request.queries, one->items);
    m_jobSpace = space();
    m_measured[m_jobSpace] = std::move(fresh);
    m_growing = std::make_shared<Growing>();

    JobSpec spec;
    spec.lane = Lane::Compute;
    spec.kind = JobKind::Measure;
    spec.subject = spaceName(one->id, one->provenance);
    spec.visible = true;
    const auto session = m_workspace.session();
    const LoadedSpace loaded = facts() ? session->space : LoadedSpace{};
    m_job = m_workspace.jobs().submit(spec, [loaded, request, folder = m_workspace.folder(), id = one->id,
                                             growing = m_growing,
                                             measure = m_measure](const TaskContext& context) -> Result<IndexCurve> {
        LoadedSpace held = loaded;
        if (!held.space) {
            TW_ASSIGN(held, loadSpace(folder, id, context));
        }
        const std::vector<std::shared_ptr<const VectorIndex>> ready{held.index};
        return measure(indexedVectors(held.space), request, ready,
                       [&growing](const CurvePoint& point) {
                           const std::lock_guard lock(growing->mutex);
                           growing->points.push_back(point);
                       },
                       context);
    });
    m_job.then(this, [this, id = m_jobSpace](const Result<IndexCurve>& curve) { receive(id, curve); });
    Q_EMIT measureChanged();
}

void IndexPresenter::stopMeasuring()
{
    if (!m_jobSpace.isEmpty())
        m_job.cancel();
}

void IndexPresenter::add(Measured& known, const CurvePoint& point) const
{
    auto curve = std::find_if(known.curves.begin(), known.curves.end(), [&point](const MeasuredCurve& one) {
        return one.kind == point.kind && one.layout == point.layout;
    });
    if (curve == known.curves.end())
        curve = known.curves.insert(curve, MeasuredCurve{point.kind, point.layout, {}});
    const auto place = std::lower_bound(curve->points.begin(), curve->points.end(), point.effort,
                                        [](const CurvePoint& one, int effort) { return one.effort < effort; });
    if (place != curve->points.end() && place->effort == point.effort)
        *place = point;
    else
        curve->points.insert(place, point);
}

void IndexPresenter::takeGrowing()
{
    if (!m_growing)
        return;
    std::vector<CurvePoint> points;
    {
        const std::lock_guard lock(m_growing->mutex);
        points.swap(m_growing->points);
    }
    const auto found = m_measured.find(m_jobSpace);
    if (found == m_measured.end())
        return;
    for (const CurvePoint& point : points)
        add(*found->second, point);
    Q_EMIT measureChanged();
}

void IndexPresenter::receive(const QString& id, const Result<IndexCurve>& curve)
{
    takeGrowing();
    m_jobSpace.clear();
    m_growing.reset();
    const auto found = m_measured.find(id);
    if (found == m_measured.end()) {
        Q_EMIT measureChanged();
        return;
    }
    Measured& known = *found->second;
    if (curve) {
        known.state = MeasureState::Measured;
        known.curves.clear();
        for (const CurvePoint& point : curve->points)
            add(known, point);
        known.indexes = curve->indexes;
        known.queries = curve->queries;
    } else if (curve.error().code == ErrorCode::Cancelled) {
        known.state = MeasureState::Stopped;
    } else {
        known.state = MeasureState::Failed;
        known.error = curve.error();
    }
    Q_EMIT measureChanged();
}

void IndexPresenter::pick(const CurvePoint& point)
{
    IndexOptions options = m_wanted;
    if (const Measured* known = measured()) {
        // The point belongs to an index with these settings.
        for (const CurveIndex& one : known->indexes) {
            if (one.facts.kind == point.kind && (point.kind != IndexKind::Hnsw || one.facts.layout == point.layout))
                options = one.options;
        }
    }
    options.threads = m_wanted.threads;
    options.wishedRecall = m_wanted.wishedRecall;
    options.kind = point.kind;
    if (point.kind == IndexKind::Hnsw) {
        options.layout = point.layout;
        options.efSearch = point.effort;
    } else if (point.kind == IndexKind::IvfPq) {
        options.probes = point.effort;
    }
    setWanted(options);
}

std::optional<CurvePoint> IndexPresenter::placeOf(const IndexOptions& options) const
{
    const auto choice = choiceOf(options);
    if (!choice)
        return std::nullopt;
    const IndexOptions& here = choice->options;
    const int effort = effortOf(here);
    for (const MeasuredCurve& curve : curves()) {
        if (curve.kind != here.kind || (here.kind == IndexKind::Hnsw && curve.layout != here.layout))
            continue;
        const auto& points = curve.points;
        if (points.empty())
            continue;
        if (curve.kind == IndexKind::Exact || effort <= points.front().effort)
            return points.front();
        const auto above = std::lower_bound(points.begin(), points.end(), effort,
                                            [](const CurvePoint& one, int wanted) { return one.effort < wanted; });
        if (above == points.end())
            return points.back();
        return above->effort == effort ? *above : between(*(above - 1), *above, effort);
    }
    return std::nullopt;
}

std::optional<CurvePoint> IndexPresenter::here() const
{
    IndexOptions now = present();
    if (const auto known = facts()) {
        now.kind = known->kind; // what it is, whatever was asked for
        now.layout = known->layout;
    }
    return placeOf(now);
}

std::optional<CurvePoint> IndexPresenter::wished() const { return placeOf(m_wanted); }

} // namespace tw::ui
