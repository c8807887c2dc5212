// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/item_filter.h"
#include "core/search/query_parser.h"

#include <QString>

namespace tw::ui {

// Changes to the text of the query box by something else than typing. What else is typed there stays as it is.

/// Whether the query asks for this one value (or range) already; leaving it out is not asking for it.
bool holdsTerm(const QString& query, const FilterTerm& term);
/// With the condition behind the rest.
QString withTerm(const QString& query, const FilterTerm& term);
/// Without this value: of `genre:horror,comedy` the other stays.
QString withoutTerm(const QString& query, const FilterTerm& term);
/// Words alone, all conditions taken out.
QString withoutFilters(const QString& query);
/// What could not be used as it stands, put right: its suggestion in its place.
QString withSuggestion(const QString& query, const QueryProblem& problem);

} // namespace tw::ui
