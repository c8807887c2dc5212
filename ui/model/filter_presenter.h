// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facets.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/search_presenter.h"
#include "ui/model/within_filter.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tw::ui {

/// One line of a facet: "Comedy 123".
struct FacetRow {
    QString text;
    std::size_t count = 0; ///< 0: not counted, as it is only known from the query.
    bool on = false;       ///< The query asks for it.
    FilterTerm term;
};

/// One thing to narrow by.
struct FacetView {
    FilterField field = FilterField::Genre;
    QString name;          ///< "Genre".
    QString active;        ///< What the query asks for of it: "Horror, Comedy"; empty when nothing.
    std::vector<FacetRow> rows;
};

/// A condition of the query that no facet shows: "Director: Agnès Varda", "not Comedy".
struct OtherTerm {
    QString text;
    FilterTerm term;
};

/// Filters as something to click. They live in the text of the search field alone: a click writes there. GUI thread.
class FilterPresenter : public QObject {
    Q_OBJECT
public:
    explicit FilterPresenter(Workspace& workspace, SearchPresenter& search, QObject* parent = nullptr);
    ~FilterPresenter() override;

    /// Genres, decades, countries, languages, as far as the catalogue has them.
    const std::vector<FacetView>& facets() const { return m_facets; }
    const std::vector<OtherTerm>& others() const { return m_others; }
    bool filtering() const;
    /// Null: all films.
    Allowed allowed() const { return m_allowed; }
    /// What could not be used of the query, in a sentence; empty when all could.
    QString problemText() const;
    /// Text of the act that mends it: "Search for “Horror”"; empty when nothing is known to.
    QString remedyText() const;

public Q_SLOTS:
    /// Asks for this too, or no longer.
    void toggle(const tw::FilterTerm& term);
    void clear();
    /// Puts the first problem's suggestion in its place.
    void mend();

Q_SIGNALS:
    void changed();
    void allowedChanged(tw::ui::Allowed allowed);

private:
    void countAll();
    void refresh();
    FacetView viewOf(const Facet& facet) const;
    QString valueText(FilterField field, const std::string& value) const;

    Workspace& m_workspace;
    SearchPresenter& m_search;
    LatestRequest<std::vector<Facet>> m_request;
    std::vector<Facet> m_all;    ///< Of the whole catalogue.
    std::vector<FacetView> m_facets;
    std::vector<OtherTerm> m_others;
    Allowed m_allowed;
};

/// "Genre", "Decade", "Director", …
QString filterFieldText(FilterField field);
/// A sentence about it.
QString queryProblemText(const QueryProblem& problem);

} // namespace tw::ui
