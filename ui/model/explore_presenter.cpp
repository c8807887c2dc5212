// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/explore_presenter.h"

#include "core/recommend/list_measures.h"

#include <algorithm>
#include <unordered_set>

namespace tw::ui {
namespace {

constexpr std::size_t kFewestPicks = 10;

std::size_t place(ExploreColumn column) { return static_cast<std::size_t>(column); }

NoiseKind kindOf(ExploreColumn column, bool article)
{
    if (column == ExploreColumn::Buckets)
        return article ? NoiseKind::ArticleBuckets : NoiseKind::Buckets;
    return article ? NoiseKind::ArticleNoise : NoiseKind::Gaussian;
}

QString idOf(ExploreColumn column, bool article)
{
    if (column == ExploreColumn::Profile)
        return QStringLiteral("profile");
    if (column == ExploreColumn::Search)
        return QStringLiteral("search");
    const std::string_view name = noiseKindName(kindOf(column, article));
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

struct ExplorePresenter::Answer {
    struct Column {
        std::vector<ListEntry> entries;
        double distance = 0;
        double diversity = 0;
        double cosine = 1;
        bool rawScale = false;
        bool drowned = false;
        bool hasList = false;
    };
    struct Question {
        std::shared_ptr<const Session> session;
        std::array<NoiseOptions, 2> noise; ///< Gaussian, Buckets.
        std::string query;
        Allowed allowed;
    };
    std::array<Column, 4> columns;

    static Result<Column> near(const Session& session, const TasteProfile& profile, const NoiseOptions& noise,
                               const std::vector<ItemId>& leftOut, const TaskContext& context)
    {
        TW_ASSIGN(const ExploredList list, tw::explore(session.space.space, session.space.index, profile.vector,
                                                       session.history->likes(), noise, {kCount, leftOut}, context));
        Column column;
        column.entries = entriesOf(*session.catalog, list.items);
        column.distance = static_cast<double>(list.distance);
        column.diversity = static_cast<double>(list.diversity);
        column.cosine = static_cast<double>(list.profile.cosine);
        column.rawScale = list.profile.rawScale;
        column.drowned = list.profile.drowned;
        column.hasList = true;
        return column;
    }

    static Result<Column> found(const Session& session, const TasteProfile& profile, const std::string& query,
                                const TaskContext& context)
    {
        Column column;
        if (query.empty() || !session.text)
            return column;
        TW_ASSIGN(const SearchResults results, session.search(query, kCount, SearchBy::All, context));
        column.entries = entriesOf(session, results);
        std::vector<ItemId> items;
        for (const SearchHit& hit : results.hits)
            items.push_back(hit.item);
        column.distance = static_cast<double>(meanDistance(*session.space.space, items, profile.vector));
        column.diversity = static_cast<double>(intraListDiversity(*session.space.space, items));
        column.hasList = true;
        return column;
    }

    static Result<std::shared_ptr<const Answer>> make(const Question& question, const TaskContext& context)
    {
        const Session& session = *question.session;
        const TasteProfile profile = session.profile();
        auto answer = std::make_shared<Answer>();
        const std::vector<ItemId> out = leftOut(session, question.allowed);
        NoiseOptions none = question.noise[0];
        none.kind = NoiseKind::Gaussian;
        none.percent = 0;
        TW_ASSIGN(answer->columns[0], near(session, profile, none, out, context));
        TW_ASSIGN(answer->columns[1], near(session, profile, question.noise[0], out, context));
        TW_ASSIGN(answer->columns[2], near(session, profile, question.noise[1], out, context));
        TW_ASSIGN(answer->columns[3], found(session, profile, question.query, context));
        return answer;
    }
};

ExplorePresenter::ExplorePresenter(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_request(workspace.jobs())
{
    connect(&workspace, &Workspace::sessionChanged, this, &ExplorePresenter::onSession);
    connect(&workspace, &Workspace::opened, this, &ExplorePresenter::unpin);
    for (ItemListModel& list : m_lists)
        list.setSession(workspace.session());
    describe();
}

ExplorePresenter::~ExplorePresenter() = default;

void ExplorePresenter::setAllowed(Allowed allowed)
{
    m_allowed = std::move(allowed);
    refresh();
}

void ExplorePresenter::setActive(bool active)
{
    m_active = active;
    if (m_active && m_stale)
        refresh();
}

ItemListModel* ExplorePresenter::list(ExploreColumn column) { return &m_lists[place(column)]; }
const ColumnView& ExplorePresenter::column(ExploreColumn column) const { return m_columns[place(column)]; }
bool ExplorePresenter::available() const { return m_workspace.hasSpace(); }
std::uint64_t ExplorePresenter::seed() const { return m_workspace.settings().seed; }

double ExplorePresenter::percent(ExploreColumn column) const
{
    switch (column) {
    case ExploreColumn::Gaussian:
        return m_articleMode ? m_articleNoisePercent : m_workspace.settings().gaussianPercent;
    case ExploreColumn::Buckets:
        return m_articleMode ? m_articleBucketsPercent : m_workspace.settings().bucketsPercent;
    case ExploreColumn::Profile:
    case ExploreColumn::Search: break;
    }
    return 0;
}

void ExplorePresenter::setArticleMode(bool article)
{
    if (article == m_articleMode)
        return;
    m_articleMode = article;
    describe();
    refresh();
}

void ExplorePresenter::setPercent(ExploreColumn column, double percent)
{
    const double clipped = std::clamp(percent, 0.0, 100.0);
    if (column == ExploreColumn::Profile || column == ExploreColumn::Search || clipped == this->percent(column))
        return;
    const bool gaussian = column == ExploreColumn::Gaussian;
    if (m_articleMode) {
        (gaussian ? m_articleNoisePercent : m_articleBucketsPercent) = clipped;
        describe();
        refresh();
    } else if (gaussian) {
        m_workspace.setGaussianPercent(clipped); // comes back as a change of the session
    } else {
        m_workspace.setBucketsPercent(clipped);
    }
}

void ExplorePresenter::setSeed(quint64 seed) { m_workspace.setSeed(seed); }
void ExplorePresenter::shuffle() { m_workspace.shuffleSeed(); }

void ExplorePresenter::setSearchQuery(const QString& query)
{
    if (query == m_searchQuery)
        return;
    m_searchQuery = query;
    refresh();
}

void ExplorePresenter::pick(ExploreColumn column, ItemId item, Act act)
{
    m_workspace.act(act, item, Source::Explore, idOf(column, m_articleMode));
}

void ExplorePresenter::pin(ExploreColumn column)
{
    m_pinned = column;
    m_pinnedItems = m_lists[place(column)].items();
    describe();
    markNew();
    Q_EMIT changed();
}

void ExplorePresenter::unpin()
{
    m_pinned.reset();
    m_pinnedItems.clear();
    describe();
    markNew();
    Q_EMIT changed();
}

void ExplorePresenter::onSession(SessionParts parts)
{
    for (ItemListModel& list : m_lists)
        list.setSession(m_workspace.session());
    describe();
    const SessionParts concerned = SessionPart::Catalog | SessionPart::History | SessionPart::Space
                                   | SessionPart::Settings | SessionPart::KeptProfile | SessionPart::Text
                                   | SessionPart::Embedder;
    if (parts & concerned)
        refresh();
}

void ExplorePresenter::refresh()
{
    m_stale = true;
    if (!m_active)
        return;
    const auto session = m_workspace.session();
    if (!session->hasSpace()) {
        m_request.cancel();
        for (ItemListModel& list : m_lists)
            list.clear();
        Q_EMIT changed();
        return;
    }
    m_stale = false;
    Answer::Question question;
    question.session = session;
    question.query = utf8(m_searchQuery.trimmed());
    question.allowed = m_allowed;
    question.noise[0] = {kindOf(ExploreColumn::Gaussian, m_articleMode), percent(ExploreColumn::Gaussian), seed()};
    question.noise[1] = {kindOf(ExploreColumn::Buckets, m_articleMode), percent(ExploreColumn::Buckets), seed()};
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Explore;
    Q_EMIT asked();
    m_request.start(
        this, spec, [question](const TaskContext& context) { return Answer::make(question, context); },
        [this](Result<std::shared_ptr<const Answer>> answer) {
            if (answer) {
                m_error.reset();
                receive(*answer);
            } else if (answer.error().code != ErrorCode::Cancelled) {
                m_error = answer.error();
                Q_EMIT changed();
            }
        });
}

void ExplorePresenter::receive(const std::shared_ptr<const Answer>& answer)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Answer::Column& from = answer->columns[i];
        ColumnView& to = m_columns[i];
        to.distance = from.distance;
        to.diversity = from.diversity;
        to.cosine = from.cosine;
        to.rawScale = from.rawScale;
        to.drowned = from.drowned;
        to.hasList = from.hasList;
        m_lists[i].setEntries(marked(kExploreColumns[i], from.entries, answer->columns[0].entries));
    }
    describe();
    Q_EMIT changed();
}

std::vector<ListEntry> ExplorePresenter::marked(ExploreColumn column, std::vector<ListEntry> entries,
                                                const std::vector<ListEntry>& profileList) const
{
    std::unordered_set<ItemId> known(m_pinnedItems.begin(), m_pinnedItems.end());
    // Nothing pinned: noise is compared with the profile; a search asked for something else altogether.
    const bool noise = column == ExploreColumn::Gaussian || column == ExploreColumn::Buckets;
    const bool compared = m_pinned ? column != *m_pinned : noise;
    if (!m_pinned) {
        for (const ListEntry& entry : profileList)
            known.insert(entry.item);
    }
    for (ListEntry& entry : entries)
        entry.isNew = compared && !known.contains(entry.item);
    return entries;
}

void ExplorePresenter::markNew()
{
    const std::vector<ListEntry> profileList = m_lists[0].entries();
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        m_lists[i].setEntries(marked(kExploreColumns[i], m_lists[i].entries(), profileList));
}

QString ExplorePresenter::nameOf(ExploreColumn column) const
{
    switch (column) {
    case ExploreColumn::Profile: return tr("Profile");
    case ExploreColumn::Gaussian: return m_articleMode ? tr("The article’s noise") : tr("Gaussian noise");
    case ExploreColumn::Buckets: return m_articleMode ? tr("The article’s buckets") : tr("Buckets");
    case ExploreColumn::Search: return tr("Search");
    }
    return {};
}

void ExplorePresenter::describe()
{
    std::unordered_map<std::string, std::size_t> picks;
    for (const Standing& standing : m_workspace.session()->history->standings()) {
        if (standing.state == ItemState::Liked && standing.since.source == Source::Explore)
            ++picks[standing.since.sourceDetail];
    }
    for (const ExploreColumn column : kExploreColumns) {
        ColumnView& view = m_columns[place(column)];
        const bool noise = column == ExploreColumn::Gaussian || column == ExploreColumn::Buckets;
        view.id = idOf(column, m_articleMode);
        view.name = nameOf(column);
        view.percent = percent(column);
        view.distanceText = scoreText(view.distance);
        view.diversityText = scoreText(view.diversity);
        view.cosineText =
            m_articleMode && noise ? tr("Cosine to your profile %1").arg(scoreText(view.cosine)) : QString();
        view.drownedText = m_articleMode && noise && view.drowned
                               ? tr("The noise drowns your profile: this list is pure chance.")
                               : QString();
        view.picks = picks[utf8(view.id)];
        view.picksText = tr("%Ln picked", nullptr, static_cast<int>(view.picks));
        view.pinned = m_pinned == column;
    }
}

std::size_t ExplorePresenter::totalPicks() const
{
    std::size_t sum = 0;
    for (const ColumnView& column : m_columns)
        sum += column.picks;
    return sum;
}

std::optional<ExploreColumn> ExplorePresenter::favourite() const
{
    if (totalPicks() < kFewestPicks)
        return std::nullopt;
    const auto most = std::max_element(m_columns.begin(), m_columns.end(),
                                       [](const auto& a, const auto& b) { return a.picks < b.picks; });
    const auto equals = std::count_if(m_columns.begin(), m_columns.end(),
                                      [&](const auto& column) { return column.picks == most->picks; });
    if (equals > 1)
        return std::nullopt;
    return kExploreColumns[static_cast<std::size_t>(most - m_columns.begin())];
}

QString ExplorePresenter::picksText() const
{
    return tr("%Ln picks", nullptr, static_cast<int>(totalPicks()));
}

QString ExplorePresenter::favouriteText() const
{
    const auto column = favourite();
    if (!column)
        return {};
    switch (*column) {
    case ExploreColumn::Profile: return tr("What lies nearest serves you best so far.");
    case ExploreColumn::Gaussian: return tr("A little noise serves you best so far.");
    case ExploreColumn::Buckets: return tr("Buckets serve you best so far.");
    case ExploreColumn::Search: return tr("Your own searches serve you best so far.");
    }
    return {};
}

} // namespace tw::ui
