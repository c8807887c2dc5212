// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_completion.h"

#include "core/base/text.h"
#include "core/search/facets.h"
#include "core/search/query_lexer.h"
#include "core/search/title_matcher.h"

namespace tw {

namespace {

constexpr std::size_t kMinBare = 2;
constexpr std::array<std::string_view, 3> kItemFields{"like", "between", "unlike"};

class Completer {
public:
    Completer(std::string_view query, std::size_t cursor, const CatalogValues& values, std::size_t most)
        : m_values(values), m_most(most)
    {
        cursor = std::min(cursor, query.size());
        // What stands behind the cursor has no say in what is being typed before it.
        const std::vector<QueryPiece> pieces = splitQuery(query.substr(0, cursor));
        if (pieces.empty() || pieces.back().end != cursor || query.substr(0, cursor).ends_with(' ')) {
            const bool openQuote = !pieces.empty() && pieces.back().end == cursor && !pieces.back().field.empty();
            if (!openQuote)
                return;
        }
        m_piece = pieces.back();
        m_result.begin = m_piece.begin;
        m_result.end = cursor;
        m_minus = m_piece.negative ? "-" : "";
        if (m_piece.field.empty())
            completeBare(m_piece.values.empty() ? std::string() : m_piece.values.back());
        else
            completeField(query.substr(0, cursor));
    }
    QueryCompletions result() { return std::move(m_result); }

private:
    bool full() const { return m_result.choices.size() >= m_most; }
    void add(std::string text, std::string label, std::size_t count)
    {
        if (!full())
            m_result.choices.push_back({fmt::format("{}{}", m_minus, text), std::move(label), count});
    }

    void completeBare(const std::string& typed)
    {
        if (m_piece.quoted || typed.size() < kMinBare)
            return;
        const std::string lower = toLower(typed);
        for (const FilterField field : kFilterFields)
            if (filterFieldName(field).starts_with(lower))
                add(fmt::format("{}:", filterFieldName(field)), std::string(filterFieldName(field)), 0);
        for (const std::string_view name : kItemFields)
            if (name.starts_with(lower))
                add(fmt::format("{}:", name), std::string(name), 0);
        for (const FilterField field : {FilterField::Genre, FilterField::Director, FilterField::Country})
            addValues(field, typed, true, {});
    }

    void completeField(std::string_view upToCursor)
    {
        // Values before the last comma stay.
        const bool comma = upToCursor.ends_with(',');
        const std::string typed = comma || m_piece.values.empty() ? std::string() : m_piece.values.back();
        std::vector<std::string> before = m_piece.values;
        if (!comma && !before.empty())
            before.pop_back();
        const std::string name = toLower(m_piece.field);
        if (std::ranges::find(kItemFields, std::string_view(name)) != kItemFields.end())
            return addTitles(name, typed, before);
        const auto field = filterFieldFromName(name);
        if (!field || *field == FilterField::Runtime)
            return;
        if (*field == FilterField::Year)
            return addDecades(typed);
        addValues(*field, typed, false, before);
    }

    void addDecades(const std::string& typed)
    {
        const auto facets = countFacets(ItemSet::all(m_values.catalog().size()), m_values, 0);
        for (const Facet& facet : facets)
            if (facet.field == FilterField::Year)
                for (const FacetValue& decade : facet.values)
                    if (decade.value.starts_with(typed))
                        add(toQueryText(decade.term), decade.value, decade.count);
    }

    void addValues(FilterField field, const std::string& typed, bool onlyBeginnings, const std::vector<std::string>& before)
    {
        const std::string form = titleForm(typed);
        const auto all = m_values.values(field);
        for (const bool beginnings : {true, false}) {
            if (!beginnings && (onlyBeginnings || form.empty()))
                break;
            for (std::size_t i = 0; i < all.size() && !full(); ++i) {
                const std::string value = titleForm(all[i].value);
                const bool begins = value.starts_with(form);
                if (beginnings ? !begins : begins || fmt::format(" {}", value).find(fmt::format(" {}", form)) == std::string::npos)
                    continue;
                FilterTerm term{field, false, before, {}, {}};
                term.values.push_back(all[i].value);
                add(toQueryText(term), all[i].value, all[i].count);
            }
        }
    }

    void addTitles(const std::string& name, const std::string& typed, const std::vector<std::string>& before)
    {
        if (typed.empty())
            return;
        std::string start = name + ":";
        for (const std::string& title : before)
            start += fmt::format("\"{}\",", title);
        const Catalog& catalog = m_values.catalog();
        std::vector<ItemId> items;
        for (const std::uint32_t value : m_values.matching(FilterField::Title, typed)) {
            const auto having = m_values.items(FilterField::Title, value);
            items.insert(items.end(), having.begin(), having.end());
        }
        // Titles that begin so, then the better known.
        const std::string form = titleForm(typed);
        std::ranges::stable_sort(items, std::ranges::greater(), [&](ItemId item) {
            return std::pair(titleForm(catalog.item(item).title).starts_with(form), m_values.fame(item));
        });
        for (const ItemId item : items) {
            const std::string label = catalog.item(item).titleWithYear();
            std::string title = label;
            std::ranges::replace(title, '"', '\'');
            add(fmt::format("{}\"{}\"", start, title), label, 0);
        }
    }

    const CatalogValues& m_values;
    std::size_t m_most;
    QueryPiece m_piece;
    std::string m_minus;
    QueryCompletions m_result;
};

} // namespace

QueryCompletions completeQuery(std::string_view query, std::size_t cursor, const CatalogValues& values, std::size_t most)
{
    return Completer(query, cursor, values, most).result();
}

} // namespace tw
