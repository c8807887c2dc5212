// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/filter_presenter.h"

#include "core/base/text.h"
#include "ui/model/genre_text.h"
#include "ui/model/query_edit.h"

#include <QCoreApplication>

#include <algorithm>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::FilterText)
};

const FacetView* viewWith(const std::vector<FacetView>& facets, const FilterTerm& term, const std::string& value)
{
    for (const FacetView& facet : facets) {
        if (facet.field != term.field)
            continue;
        for (const FacetRow& row : facet.rows) {
            const bool same = isNumeric(term.field) ? row.term.from == term.from && row.term.to == term.to
                                                    : foldForMatching(row.term.values.front()) == foldForMatching(value);
            if (row.on && same)
                return &facet;
        }
    }
    return nullptr;
}

QString rangeText(const FilterTerm& term)
{
    if (term.from && term.to && *term.from == *term.to)
        return QString::number(*term.from);
    if (term.from && term.to)
        return Text::tr("%1 to %2", "years").arg(*term.from).arg(*term.to);
    return term.from ? Text::tr("from %1 on").arg(*term.from) : Text::tr("up to %1").arg(term.to.value_or(0));
}

} // namespace

QString filterFieldText(FilterField field)
{
    switch (field) {
    case FilterField::Genre: return Text::tr("Genre");
    case FilterField::Director: return Text::tr("Director");
    case FilterField::Actor: return Text::tr("Actor");
    case FilterField::Country: return Text::tr("Country");
    case FilterField::Language: return Text::tr("Language");
    case FilterField::Keyword: return Text::tr("Keyword");
    case FilterField::Title: return Text::tr("Title");
    case FilterField::Year: return Text::tr("Year");
    case FilterField::Runtime: return Text::tr("Minutes");
    }
    return {};
}

QString queryProblemText(const QueryProblem& problem)
{
    const QString value = shownLine(problem.value);
    const QString field = shownLine(problem.field);
    const QString suggestion = shownLine(problem.suggestion);
    switch (problem.kind) {
    case QueryProblem::Kind::UnknownField:
        return Text::tr("Films have no “%1” to filter by; it is searched as words.").arg(field);
    case QueryProblem::Kind::BadNumber:
        return Text::tr("“%1” is no number or range. Write %2 or %3.")
            .arg(value, QStringLiteral("1994"), QStringLiteral("1990..1999"));
    case QueryProblem::Kind::EmptyValue: return Text::tr("Behind “%1:” a value is still missing.").arg(field);
    case QueryProblem::Kind::UnknownValue: return Text::tr("No film has “%1” as its %2.").arg(value, field);
    case QueryProblem::Kind::UnknownTitle: return Text::tr("No film is called “%1”.").arg(value);
    case QueryProblem::Kind::AmbiguousTitle:
        return Text::tr("Several films are called “%1”; this is about %2.").arg(value, suggestion);
    }
    return {};
}

FilterPresenter::FilterPresenter(Workspace& workspace, SearchPresenter& search, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_search(search), m_request(workspace.jobs())
{
    connect(&search, &SearchPresenter::changed, this, &FilterPresenter::refresh);
    connect(&search, &SearchPresenter::answered, this, &FilterPresenter::refresh);
    connect(&workspace, &Workspace::sessionChanged, this, [this](SessionParts parts) {
        if (parts & SessionPart::Catalog)
            countAll();
    });
    connect(&workspace, &Workspace::opened, this, &FilterPresenter::countAll);
    countAll();
}

FilterPresenter::~FilterPresenter() = default;

void FilterPresenter::countAll()
{
    JobSpec spec;
    spec.lane = Lane::Interactive;
    spec.kind = JobKind::Search;
    m_request.start(
        this, spec,
        [values = m_workspace.catalogValues()](const TaskContext&) -> Result<std::vector<Facet>> {
            return countFacets(ItemSet::all(values->catalog().size()), *values, SearchPresenter::kMostFacetValues);
        },
        [this](Result<std::vector<Facet>> facets) {
            if (!facets)
                return;
            m_all = std::move(*facets);
            refresh();
        });
}

bool FilterPresenter::filtering() const
{
    return !m_others.empty()
           || std::any_of(m_facets.begin(), m_facets.end(), [](const FacetView& facet) { return !facet.active.isEmpty(); });
}

QString FilterPresenter::valueText(FilterField field, const std::string& value) const
{
    const QString text = shownLine(value);
    return field == FilterField::Genre ? genreText(text) : text;
}

FacetView FilterPresenter::viewOf(const Facet& facet) const
{
    FacetView view;
    view.field = facet.field;
    view.name = facet.field == FilterField::Year ? tr("Decade") : filterFieldText(facet.field);
    QStringList active;
    for (const FacetValue& value : facet.values) {
        FacetRow row{valueText(facet.field, value.value), value.count, holdsTerm(m_search.query(), value.term), value.term};
        if (row.on)
            active.append(row.text);
        view.rows.push_back(std::move(row));
    }
    view.active = active.join(QStringLiteral(", "));
    return view;
}

void FilterPresenter::refresh()
{
    const bool found = m_search.state() != SearchState::Empty && !m_search.likeItem().isValid()
                       && !m_search.request().empty();
    m_facets.clear();
    for (const Facet& whole : m_all) {
        // Fields keep their places, also where nothing that was found has them.
        Facet shown{whole.field, {}};
        if (found) {
            for (const Facet& facet : m_search.facets())
                if (facet.field == whole.field)
                    shown = facet;
            for (const FacetValue& value : whole.values) {
                const bool counted = std::any_of(shown.values.begin(), shown.values.end(), [&value](const FacetValue& one) {
                    return one.value == value.value;
                });
                if (!counted && holdsTerm(m_search.query(), value.term)) {
                    shown.values.push_back(value);
                    shown.values.back().count = 0;
                }
            }
        } else {
            shown = whole;
        }
        m_facets.push_back(viewOf(shown));
    }
    m_others.clear();
    if (found) {
        for (const FilterTerm& term : m_search.request().filter.terms) {
            const QString no = term.excludes ? tr("not %1", "a filter") : QStringLiteral("%1");
            if (isNumeric(term.field)) {
                if (term.excludes || !viewWith(m_facets, term, {}))
                    m_others.push_back({no.arg(tr("%1: %2", "field and value").arg(filterFieldText(term.field), rangeText(term))), term});
                continue;
            }
            for (const std::string& value : term.values) {
                FilterTerm one = term;
                one.values = {value};
                if (!holdsTerm(m_search.query(), one) || (!term.excludes && viewWith(m_facets, one, value)))
                    continue;
                m_others.push_back({no.arg(tr("%1: %2", "field and value").arg(filterFieldText(term.field), valueText(term.field, value))), one});
            }
        }
    }
    const Allowed allowed = found ? m_search.allowed() : nullptr;
    if (allowed != m_allowed) {
        m_allowed = allowed;
        Q_EMIT allowedChanged(m_allowed);
    }
    Q_EMIT changed();
}

QString FilterPresenter::problemText() const
{
    const bool stands = m_search.state() != SearchState::Empty && m_search.state() != SearchState::Searching;
    const auto& problems = m_search.problems();
    // A value that is still to be typed is no fault.
    for (const QueryProblem& problem : problems) {
        if (stands && problem.kind != QueryProblem::Kind::EmptyValue)
            return queryProblemText(problem);
    }
    return {};
}

QString FilterPresenter::remedyText() const
{
    for (const QueryProblem& problem : m_search.problems()) {
        if (problem.kind == QueryProblem::Kind::EmptyValue)
            continue;
        const bool mends = !problem.suggestion.empty() && problem.kind != QueryProblem::Kind::AmbiguousTitle;
        return mends ? tr("Take “%1”").arg(shownLine(problem.suggestion)) : QString();
    }
    return {};
}

void FilterPresenter::mend()
{
    for (const QueryProblem& problem : m_search.problems()) {
        if (problem.kind == QueryProblem::Kind::EmptyValue)
            continue;
        m_search.searchNow(withSuggestion(m_search.query(), problem));
        return;
    }
}

void FilterPresenter::toggle(const FilterTerm& term)
{
    const QString query = m_search.query();
    m_search.searchNow(holdsTerm(query, term) ? withoutTerm(query, term) : withTerm(query, term));
}

void FilterPresenter::clear() { m_search.searchNow(withoutFilters(m_search.query())); }

} // namespace tw::ui
