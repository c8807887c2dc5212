// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/item_filter.h"

#include <limits>

namespace tw {

namespace {

std::optional<int> numberOf(const Item& item, FilterField field)
{
    return field == FilterField::Year ? item.year : item.runtimeMinutes;
}

ItemSet inRange(const FilterTerm& term, const Catalog& catalog)
{
    const int from = term.from.value_or(std::numeric_limits<int>::min());
    const int to = term.to.value_or(std::numeric_limits<int>::max());
    ItemSet fitting(catalog.size());
    for (const Item& item : catalog.items())
        if (const auto number = numberOf(item, term.field); number && *number >= from && *number <= to)
            fitting.insert(item.id);
    return fitting;
}

ItemSet withValues(const FilterTerm& term, const CatalogValues& values, std::vector<UnknownValue>& unknown)
{
    ItemSet fitting(values.catalog().size());
    for (const std::string& wanted : term.values) {
        const std::vector<std::uint32_t> found = values.matching(term.field, wanted);
        if (found.empty())
            unknown.push_back({term.field, wanted, values.nearest(term.field, wanted)});
        for (const std::uint32_t value : found)
            for (const ItemId item : values.items(term.field, value))
                fitting.insert(item);
    }
    return fitting;
}

std::string quotedValue(std::string_view value)
{
    const bool plain = !value.empty() && value.find_first_of(" \t,\"“”:") == std::string_view::npos;
    if (plain)
        return std::string(value);
    std::string text = "\"";
    // No title has a double quote that somebody could type; a single one folds to the same words.
    for (const char c : value)
        text.push_back(c == '"' ? '\'' : c);
    return text + "\"";
}

std::string rangeText(const FilterTerm& term)
{
    if (term.from && term.to && *term.from == *term.to)
        return fmt::format("{}", *term.from);
    return fmt::format("{}..{}", term.from ? std::to_string(*term.from) : "", term.to ? std::to_string(*term.to) : "");
}

} // namespace

FilteredItems filterItems(const ItemFilter& filter, const CatalogValues& values)
{
    const Catalog& catalog = values.catalog();
    FilteredItems result{ItemSet::all(catalog.size()), {}};
    std::array<std::optional<ItemSet>, kFilterFieldCount> ranges;
    for (const FilterTerm& term : filter.terms) {
        const ItemSet fitting =
            isNumeric(term.field) ? inRange(term, catalog) : withValues(term, values, result.unknown);
        auto& range = ranges[static_cast<std::size_t>(term.field)];
        if (term.excludes)
            result.items -= fitting;
        else if (!isNumeric(term.field))
            result.items &= fitting;
        else if (range)
            *range |= fitting;
        else
            range = fitting;
    }
    for (const auto& range : ranges)
        if (range)
            result.items &= *range;
    return result;
}

RowFilter rowFilterOf(const ItemSet& items, const Space& space)
{
    RowFilter filter(space.size());
    for (std::uint32_t row = 0; row < space.size(); ++row)
        if (!items.contains(space.item(row)))
            filter.exclude(row);
    return filter;
}

std::string toQueryText(const FilterTerm& term)
{
    std::string text = fmt::format("{}{}:", term.excludes ? "-" : "", filterFieldName(term.field));
    if (isNumeric(term.field))
        return text + rangeText(term);
    for (std::size_t i = 0; i < term.values.size(); ++i)
        text += fmt::format("{}{}", i > 0 ? "," : "", quotedValue(term.values[i]));
    return text;
}

std::string toQueryText(const ItemFilter& filter)
{
    std::string text;
    for (const FilterTerm& term : filter.terms)
        text += fmt::format("{}{}", text.empty() ? "" : " ", toQueryText(term));
    return text;
}

} // namespace tw
