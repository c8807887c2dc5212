// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facets.h"
#include "core/search/query_parser.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/item_list_model.h"
#include "ui/model/within_filter.h"
#include "ui/model/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tw::ui {

enum class SearchState {
    Empty,              ///< Nothing typed.
    Searching,          ///< The first answer to this query is on its way; the old list stays.
    Results,
    NoMatch,
    MeaningUnavailable, ///< Asked by meaning alone, and no space or embedder is there.
    Failed,             ///< error() says why; the old list stays.
};

/// Search as one types, and "more like this". Answers to older queries never show. GUI thread.
class SearchPresenter : public QObject {
    Q_OBJECT
public:
    /// @param debounceMs  Pause after a key before asking; 0 asks at once.
    explicit SearchPresenter(Workspace& workspace, QObject* parent = nullptr, int debounceMs = 40);
    ~SearchPresenter() override;

    ItemListModel* results() { return &m_results; }
    QString query() const { return m_query; }
    SearchBy by() const { return m_by; }
    /// The film of "more like this"; invalid while searching by text.
    ItemId likeItem() const { return m_likeItem; }
    SearchState state() const { return m_state; }
    /// Films found, at most kMaxResults.
    std::size_t count() const { return m_results.entries().size(); }
    /// False when meaning took no part in the answer (no space yet, server away).
    bool meaningSearched() const { return m_meaningSearched; }
    std::optional<Error> error() const { return m_error; }
    /// What the answered query asks for; empty for "more like this".
    const SearchRequest& request() const;
    /// Its parts that could not be used.
    const std::vector<QueryProblem>& problems() const;
    /// The words that were searched instead of misspelt ones; empty when none was.
    QString corrected() const;
    /// Items that its filters let through; null without filters.
    Allowed allowed() const;
    /// Values among what was found, with how many have them.
    const std::vector<Facet>& facets() const;
    /// "31 films for “hackers”", "More like “Hackers”", "Nothing matches “qwertz”. Try fewer words.", …; empty when Empty.
    QString heading() const;
    /// Where acts on these films are found: Source::Search and the query (or the film's title).
    QString sourceDetail() const;

    static constexpr std::size_t kMaxResults = 200;
    static constexpr std::size_t kMostFacetValues = 40;

public Q_SLOTS:
    void setQuery(const QString& query);
    /// As setQuery, without the pause (Enter, a query from elsewhere).
    void searchNow(const QString& query);
    void setBy(tw::SearchBy by);
    void moreLikeThis(tw::ItemId item);
    void clear();

Q_SIGNALS:
    /// Query, state, count or heading changed.
    void changed();
    /// An answer is in results().
    void answered();

private:
    struct Answer;
    void ask();
    void receive(Result<std::shared_ptr<const Answer>> answer, const QString& query);
    void setState(SearchState state);
    void onSession(SessionParts parts);

    Workspace& m_workspace;
    std::shared_ptr<const Answer> m_answer; ///< The last one, while its query stands; never null.
    ItemListModel m_results;
    LatestRequest<std::shared_ptr<const Answer>> m_request;
    QTimer m_pause;
    QString m_query;
    QString m_answeredQuery;
    SearchBy m_by = SearchBy::All;
    ItemId m_likeItem;
    SearchState m_state = SearchState::Empty;
    bool m_meaningSearched = true;
    std::optional<Error> m_error;
};

} // namespace tw::ui
