// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/search_presenter.h"

namespace tw::ui {

struct SearchPresenter::Answer {
    SearchResults results;
    std::vector<ListEntry> entries;
    ParsedQuery parsed;
    Allowed allowed;
    std::vector<Facet> facets;

    /// Of what passes when it is all there is; of what was found when words were looked for.
    void count(const SearchRequest& request, const CatalogValues& values)
    {
        const bool ranked = !request.words.empty() || !request.phrases.empty() || !request.like.empty()
                            || !request.unlike.empty();
        if (!request.filter.empty())
            allowed = std::make_shared<const ItemSet>(filterItems(request.filter, values).items);
        if (ranked || !allowed) {
            std::vector<ItemId> items;
            for (const SearchHit& hit : results.hits)
                items.push_back(hit.item);
            facets = countFacets(items, values, kMostFacetValues);
            return;
        }
        facets = countFacets(*allowed, values, kMostFacetValues);
        // Years are alternatives: beside those asked for, the others can be asked for too.
        ItemFilter anyYear = request.filter;
        std::erase_if(anyYear.terms, [](const FilterTerm& term) { return term.field == FilterField::Year && !term.excludes; });
        if (anyYear == request.filter)
            return;
        for (const Facet& facet : countFacets(filterItems(anyYear, values).items, values, kMostFacetValues))
            if (facet.field == FilterField::Year)
                std::replace_if(facets.begin(), facets.end(),
                                [](const Facet& one) { return one.field == FilterField::Year; }, facet);
    }
};

SearchPresenter::SearchPresenter(Workspace& workspace, QObject* parent, int debounceMs)
    : QObject(parent), m_workspace(workspace), m_answer(std::make_shared<const Answer>()),
      m_request(workspace.jobs())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(debounceMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchPresenter::ask);
    connect(&workspace, &Workspace::sessionChanged, this, &SearchPresenter::onSession);
    connect(&workspace, &Workspace::opened, this, &SearchPresenter::clear);
    m_results.setSession(workspace.session());
}

SearchPresenter::~SearchPresenter() = default;

void SearchPresenter::setQuery(const QString& query)
{
    if (query == m_query && !m_likeItem.isValid())
        return;
    m_query = query;
    m_likeItem = ItemId::invalid();
    if (query.trimmed().isEmpty()) {
        clear();
        return;
    }
    setState(SearchState::Searching);
    m_pause.start();
}

void SearchPresenter::searchNow(const QString& query)
{
    setQuery(query);
    if (m_pause.isActive() || m_state == SearchState::Failed)
        ask();
}

void SearchPresenter::setBy(SearchBy by)
{
    if (by == m_by)
        return;
    m_by = by;
    if (m_query.trimmed().isEmpty() || m_likeItem.isValid()) {
        Q_EMIT changed();
        return;
    }
    setState(SearchState::Searching);
    ask();
}

void SearchPresenter::moreLikeThis(ItemId item)
{
    if (!m_workspace.session()->catalog->contains(item))
        return;
    m_query.clear();
    m_likeItem = item;
    setState(SearchState::Searching);
    ask();
}

void SearchPresenter::clear()
{
    m_pause.stop();
    m_request.cancel();
    m_query.clear();
    m_likeItem = ItemId::invalid();
    m_error.reset();
    m_answer = std::make_shared<const Answer>();
    m_results.clear();
    setState(SearchState::Empty);
}

void SearchPresenter::ask()
{
    m_pause.stop();
    const auto session = m_workspace.session();
    // Not there yet: the session's change asks again.
    const bool byText = !m_likeItem.isValid();
    if (byText && m_by == SearchBy::Meaning && (!session->hasSpace() || !session->space.embedder)) {
        m_request.cancel();
        m_results.clear();
        setState(SearchState::MeaningUnavailable);
        return;
    }
    if (byText ? !session->text : !session->hasSpace())
        return;
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Search;
    m_request.start(
        this, spec,
        [session, query = utf8(m_query), by = m_by, item = m_likeItem,
         values = m_workspace.catalogValues()](const TaskContext& context)
            -> Result<std::shared_ptr<const Answer>> {
            auto answer = std::make_shared<Answer>();
            if (item.isValid()) {
                TW_ASSIGN(const auto ranked, session->similar(item, kMaxResults, context));
                answer->entries = entriesOf(*session->catalog, ranked);
                return answer;
            }
            const LoadedSpace& space = session->space;
            const HybridSearch engine(session->catalog, session->text, space.space, space.index, space.embedder, values);
            answer->parsed = parseQuery(query, *values);
            TW_ASSIGN(answer->results, engine.search(answer->parsed.request, kMaxResults, by, context));
            answer->entries = entriesOf(*session, answer->results);
            answer->count(answer->parsed.request, *values);
            return answer;
        },
        [this, query = m_query](Result<std::shared_ptr<const Answer>> answer) { receive(std::move(answer), query); });
}

void SearchPresenter::receive(Result<std::shared_ptr<const Answer>> answer, const QString& query)
{
    if (!answer) {
        if (answer.error().code != ErrorCode::Cancelled) {
            m_error = answer.error();
            setState(SearchState::Failed);
        }
        return;
    }
    m_error.reset();
    m_answer = *answer;
    m_answeredQuery = query;
    m_meaningSearched = m_likeItem.isValid() || (*answer)->results.meaningSearched;
    m_results.setEntries((*answer)->entries);
    if (count() > 0)
        setState(SearchState::Results);
    else if (m_by == SearchBy::Meaning && !m_meaningSearched)
        setState(SearchState::MeaningUnavailable);
    else
        setState(SearchState::NoMatch);
    Q_EMIT answered();
}

void SearchPresenter::setState(SearchState state)
{
    m_state = state;
    Q_EMIT changed();
}

void SearchPresenter::onSession(SessionParts parts)
{
    m_results.setSession(m_workspace.session());
    const bool concerned = parts & (SessionPart::Catalog | SessionPart::Text | SessionPart::Space | SessionPart::Embedder);
    if (concerned && m_state != SearchState::Empty && !m_pause.isActive())
        ask();
}

const SearchRequest& SearchPresenter::request() const { return m_answer->parsed.request; }
const std::vector<QueryProblem>& SearchPresenter::problems() const { return m_answer->parsed.problems; }
QString SearchPresenter::corrected() const { return shownLine(m_answer->results.corrected); }
Allowed SearchPresenter::allowed() const { return m_answer->allowed; }
const std::vector<Facet>& SearchPresenter::facets() const { return m_answer->facets; }

QString SearchPresenter::heading() const
{
    if (m_likeItem.isValid() && m_workspace.session()->catalog->contains(m_likeItem))
        return tr("More like “%1”").arg(itemFace(*m_workspace.session(), m_likeItem).title);
    const int found = static_cast<int>(count());
    switch (m_state) {
    case SearchState::Empty: return {};
    case SearchState::Searching:
        return count() == 0 || m_answeredQuery.isEmpty()
                   ? tr("Searching for “%1”").arg(m_query)
                   : tr("%Ln films for “%1”", nullptr, found).arg(m_answeredQuery);
    case SearchState::Results:
    case SearchState::Failed:
        if (allowed() && request().words.empty() && request().phrases.empty() && request().like.empty())
            return tr("%Ln films pass the filter", nullptr, static_cast<int>(allowed()->count()));
        if (count() >= kMaxResults)
            return tr("The best %Ln films for “%1”", nullptr, found).arg(m_answeredQuery);
        return tr("%Ln films for “%1”", nullptr, found).arg(m_answeredQuery);
    case SearchState::NoMatch: return tr("Nothing matches “%1”. Try fewer words.").arg(m_answeredQuery);
    case SearchState::MeaningUnavailable:
        return m_workspace.spaceTakesQueries() ? tr("Search by meaning has to wait for its space.")
                                               : tr("This space of vectors you brought takes no words.");
    }
    return {};
}

QString SearchPresenter::sourceDetail() const
{
    if (m_likeItem.isValid() && m_workspace.session()->catalog->contains(m_likeItem))
        return itemFace(*m_workspace.session(), m_likeItem).title;
    return m_query.trimmed();
}

} // namespace tw::ui
