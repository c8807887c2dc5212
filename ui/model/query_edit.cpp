// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/query_edit.h"

#include "core/base/text.h"
#include "core/search/query_lexer.h"
#include "core/search/query_numbers.h"
#include "ui/model/item_format.h"

#include <algorithm>

namespace tw::ui {
namespace {

std::optional<FilterField> fieldOf(const QueryPiece& piece)
{
    return piece.field.empty() ? std::nullopt : filterFieldFromName(piece.field);
}

bool sameValue(const FilterTerm& term, const std::string& typed)
{
    if (isNumeric(term.field)) {
        const auto range = parseRange(typed);
        return range && range->from == term.from && range->to == term.to;
    }
    return !term.values.empty() && foldForMatching(typed) == foldForMatching(term.values.front());
}

bool asksFor(const QueryPiece& piece, const FilterTerm& term)
{
    return piece.negative == term.excludes && fieldOf(piece) == term.field
           && std::any_of(piece.values.begin(), piece.values.end(),
                          [&term](const std::string& value) { return sameValue(term, value); });
}

/// The query without the bytes, and without the blank that is then one too many.
std::string cut(std::string text, std::size_t begin, std::size_t end, const std::string& instead)
{
    if (instead.empty()) {
        while (end < text.size() && text[end] == ' ')
            ++end;
        if (end == text.size())
            while (begin > 0 && text[begin - 1] == ' ')
                --begin;
    }
    return text.replace(begin, end - begin, instead);
}

} // namespace

bool holdsTerm(const QString& query, const FilterTerm& term)
{
    const auto pieces = splitQuery(utf8(query));
    return std::any_of(pieces.begin(), pieces.end(), [&term](const QueryPiece& piece) { return asksFor(piece, term); });
}

QString withTerm(const QString& query, const FilterTerm& term)
{
    if (holdsTerm(query, term))
        return query;
    const QString rest = query.trimmed();
    const QString added = QString::fromStdString(toQueryText(term));
    return rest.isEmpty() ? added : rest + QLatin1Char(' ') + added;
}

QString withoutTerm(const QString& query, const FilterTerm& term)
{
    std::string text = utf8(query);
    const auto pieces = splitQuery(text);
    // From the end, so that the places before stay right.
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (!asksFor(*piece, term))
            continue;
        FilterTerm left = term;
        left.values.clear();
        if (!isNumeric(term.field)) {
            for (const std::string& value : piece->values)
                if (!sameValue(term, value))
                    left.values.push_back(value);
        }
        text = cut(std::move(text), piece->begin, piece->end, left.values.empty() ? std::string() : toQueryText(left));
    }
    return QString::fromStdString(text);
}

QString withoutFilters(const QString& query)
{
    std::string text = utf8(query);
    const auto pieces = splitQuery(text);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        if (fieldOf(*piece))
            text = cut(std::move(text), piece->begin, piece->end, {});
    return QString::fromStdString(text);
}

QString withSuggestion(const QString& query, const QueryProblem& problem)
{
    std::string text = utf8(query);
    if (problem.suggestion.empty() || problem.begin > problem.end || problem.end > text.size())
        return query;
    std::string instead = problem.suggestion;
    if (const auto field = filterFieldFromName(problem.field);
        field && problem.kind == QueryProblem::Kind::UnknownValue && !isNumeric(*field)) {
        FilterTerm term;
        term.field = *field;
        term.excludes = problem.begin < text.size() && text[problem.begin] == '-';
        term.values = {problem.suggestion};
        instead = toQueryText(term);
    } else if (problem.kind == QueryProblem::Kind::UnknownField) {
        instead += text.substr(problem.begin + problem.field.size(), problem.end - problem.begin - problem.field.size());
    }
    return QString::fromStdString(cut(std::move(text), problem.begin, problem.end, instead));
}

} // namespace tw::ui
