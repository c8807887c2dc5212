// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_parser.h"

#include "core/base/text.h"
#include "core/search/edit_distance.h"
#include "core/search/query_lexer.h"
#include "core/search/query_numbers.h"
#include "core/search/query_phrases.h"
#include "core/search/title_matcher.h"

namespace tw {

namespace {

constexpr int kFirstYear = 1880;
constexpr int kLastYear = 2100;

std::string nearestFieldName(std::string_view typed)
{
    for (const FilterField field : kFilterFields)
        if (editDistance(toLower(typed), filterFieldName(field), 2) <= 2)
            return std::string(filterFieldName(field));
    return {};
}

std::optional<int> bareYear(std::string_view word)
{
    const auto range = word.size() == 4 ? parseRange(word) : std::nullopt;
    if (!range || !range->from || range->from != range->to || *range->from < kFirstYear || *range->from > kLastYear)
        return std::nullopt;
    return range->from;
}

class Parser {
public:
    Parser(std::string_view text, const CatalogValues& values) : m_text(text), m_values(values) {}

    ParsedQuery parse()
    {
        for (QueryPiece& piece : splitQuery(m_text)) {
            if (piece.field.empty())
                addWords(piece);
            else
                addField(piece);
        }
        if (m_result.request.like.empty())
            readPhrasing();
        weighYear();
        if (!m_result.request.like.empty())
            readComparisons();
        return std::move(m_result);
    }

private:
    SearchRequest& request() { return m_result.request; }

    void problem(QueryProblem::Kind kind, const QueryPiece& piece, std::string value = {}, std::string suggestion = {})
    {
        m_result.problems.push_back({kind, piece.field, std::move(value), std::move(suggestion), piece.begin, piece.end});
    }
    void addWord(std::string_view word)
    {
        if (!request().words.empty())
            request().words.push_back(' ');
        request().words += word;
    }
    void addWords(const QueryPiece& piece)
    {
        const std::string& value = piece.values.front();
        if (piece.negative)
            request().without.push_back(value);
        else if (piece.quoted)
            request().phrases.push_back(value);
        // A phrase ranks as well as it selects.
        if (!piece.negative)
            addWord(value);
    }

    void addField(const QueryPiece& piece)
    {
        const std::string name = toLower(piece.field);
        if (name == "like" || name == "unlike" || name == "between" || name == "similar")
            return addItems(piece, (name == "unlike") != piece.negative);
        const auto field = filterFieldFromName(name);
        if (!field) {
            problem(QueryProblem::Kind::UnknownField, piece, {}, nearestFieldName(piece.field));
            addWord(m_text.substr(piece.begin, piece.end - piece.begin));
            return;
        }
        if (piece.values.empty())
            return problem(QueryProblem::Kind::EmptyValue, piece);
        if (!isNumeric(*field)) {
            FilterTerm term{*field, piece.negative, piece.values, {}, {}};
            for (const UnknownValue& unknown : filterItems({{term}}, m_values).unknown)
                problem(QueryProblem::Kind::UnknownValue, piece, unknown.value, unknown.suggestion);
            request().filter.terms.push_back(std::move(term));
            return;
        }
        for (const std::string& value : piece.values) {
            const auto range = parseRange(value);
            if (!range)
                problem(QueryProblem::Kind::BadNumber, piece, value);
            else
                request().filter.terms.push_back({*field, piece.negative, {}, range->from, range->to});
        }
    }

    void addItems(const QueryPiece& piece, bool unlike)
    {
        if (piece.values.empty())
            problem(QueryProblem::Kind::EmptyValue, piece);
        for (const std::string& value : piece.values) {
            bool others = false;
            const ItemId item = itemMeant(value, m_values, &others);
            if (!item.isValid()) {
                problem(QueryProblem::Kind::UnknownTitle, piece, value, m_values.nearest(FilterField::Title, value));
                continue;
            }
            if (others)
                problem(QueryProblem::Kind::AmbiguousTitle, piece, value, m_values.catalog().item(item).titleWithYear());
            (unlike ? request().unlike : request().like).push_back(item);
        }
    }

    /// "movies like Inception but funnier", "between Alien and Up": only when the titles are exactly those of items.
    void readPhrasing()
    {
        const auto exact = [this](std::string_view title) {
            const auto found = m_values.catalog().resolve(title);
            if (found)
                return *found;
            return found.error().code == ErrorCode::Ambiguous ? itemMeant(title, m_values) : ItemId::invalid();
        };
        const std::optional<LikePhrasing> phrasing = readLikePhrasing(request().words, [&](std::string_view title) {
            return exact(title).isValid();
        });
        if (!phrasing)
            return;
        for (const std::string& title : phrasing->titles)
            request().like.push_back(exact(title));
        request().words = phrasing->rest;
    }

    void weighYear()
    {
        for (const std::string& word : splitAndTrim(request().words, ' '))
            if (const auto year = bareYear(word))
                request().year = year;
    }

    void readComparisons()
    {
        Comparisons comparisons = comparisonsIn(request().words);
        request().words = std::move(comparisons.more);
        request().less = std::move(comparisons.less);
        if (comparisons.later == 0)
            return;
        std::optional<int> year;
        for (const ItemId item : request().like)
            if (const auto each = m_values.catalog().item(item).year)
                year = !year ? *each : comparisons.later > 0 ? std::max(*year, *each) : std::min(*year, *each);
        if (year)
            request().filter.terms.push_back(comparisons.later > 0
                                                 ? FilterTerm{FilterField::Year, false, {}, *year + 1, {}}
                                                 : FilterTerm{FilterField::Year, false, {}, {}, *year - 1});
    }

    std::string_view m_text;
    const CatalogValues& m_values;
    ParsedQuery m_result;
};

std::string quotedText(std::string_view text) { return fmt::format("\"{}\"", text); }

} // namespace

ParsedQuery parseQuery(std::string_view text, const CatalogValues& values) { return Parser(text, values).parse(); }

std::string toQueryText(const SearchRequest& request, const Catalog& catalog)
{
    std::string text;
    const auto add = [&text](const std::string& piece) {
        if (!piece.empty())
            text += fmt::format("{}{}", text.empty() ? "" : " ", piece);
    };
    const auto titles = [&catalog](const std::vector<ItemId>& items) {
        std::string list;
        for (const ItemId item : items) {
            std::string title = catalog.item(item).titleWithYear();
            std::ranges::replace(title, '"', '\'');
            list += fmt::format("{}{}", list.empty() ? "" : ",", quotedText(title));
        }
        return list;
    };
    if (!request.like.empty())
        add(fmt::format("{}:{}", request.like.size() == 1 ? "like" : "between", titles(request.like)));
    if (!request.unlike.empty())
        add(fmt::format("unlike:{}", titles(request.unlike)));
    std::string words = request.words;
    // A phrase stands among the words as well.
    for (const std::string& phrase : request.phrases) {
        if (const std::size_t at = words.find(phrase); at != std::string::npos)
            words.replace(at, phrase.size(), quotedText(phrase));
        else
            add(quotedText(phrase));
    }
    add(words);
    for (const std::string& word : splitAndTrim(request.less, ' '))
        add(fmt::format("less {}", word));
    for (const std::string& word : request.without)
        add(fmt::format("-{}", word.find(' ') == std::string::npos ? word : quotedText(word)));
    add(toQueryText(request.filter));
    return text;
}

ItemId itemMeant(std::string_view typed, const CatalogValues& values, bool* others)
{
    const Catalog& catalog = values.catalog();
    const auto resolved = catalog.resolve(typed);
    if (resolved)
        return *resolved;
    std::vector<ItemId> items;
    std::size_t shortest = 0;
    // Without its article a title is still that title.
    for (const char* article : {"the ", "a ", "an "})
        if (const auto whole = catalog.resolve(fmt::format("{}{}", article, typed)))
            return *whole;
    for (const std::uint32_t value : values.matching(FilterField::Title, typed)) {
        const std::size_t length = values.values(FilterField::Title)[value].value.size();
        if (shortest > 0 && length > shortest)
            continue;
        if (shortest == 0 || length < shortest)
            items.clear();
        shortest = length;
        const auto having = values.items(FilterField::Title, value);
        items.insert(items.end(), having.begin(), having.end());
    }
    if (items.empty())
        return ItemId::invalid();
    if (others)
        *others = items.size() > 1;
    return *std::ranges::max_element(items, {}, [&](ItemId item) { return catalog.item(item).text.size(); });
}

} // namespace tw
