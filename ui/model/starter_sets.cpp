// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/starter_sets.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <string_view>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::StarterSets)
};

/// Columns that tell how well known a film is, the most telling first.
constexpr std::array<std::string_view, 6> kRenown{"vote_count", "votes",      "num_votes",
                                                  "ratings_count", "popularity", "num_ratings"};

double renown(const Item& item, std::string_view column)
{
    for (const auto& [name, value] : item.extra) {
        if (name == column)
            return std::strtod(value.c_str(), nullptr);
    }
    return 0;
}

/// Items by renown where the catalogue tells it, else in its own order.
std::vector<ItemId> byRenown(const Catalog& catalog)
{
    std::vector<ItemId> order;
    order.reserve(catalog.size());
    for (const Item& item : catalog.items())
        order.push_back(item.id);
    for (const std::string_view column : kRenown) {
        std::vector<double> values(catalog.size());
        bool told = false;
        for (const Item& item : catalog.items()) {
            values[item.id.value()] = renown(item, column);
            told = told || values[item.id.value()] > 0;
        }
        if (!told)
            continue;
        std::stable_sort(order.begin(), order.end(),
                         [&](ItemId a, ItemId b) { return values[a.value()] > values[b.value()]; });
        break;
    }
    return order;
}

/// One of each group in turn, each group in the order given, groups in the order of `keys`.
template <class Key>
std::vector<ItemId> inTurn(const std::map<Key, std::vector<ItemId>>& groups, const std::vector<Key>& keys,
                           std::size_t count)
{
    std::vector<ItemId> picked;
    for (std::size_t round = 0; picked.size() < count; ++round) {
        bool any = false;
        for (const Key& key : keys) {
            const auto& group = groups.at(key);
            if (round >= group.size())
                continue;
            any = true;
            if (picked.size() < count)
                picked.push_back(group[round]);
        }
        if (!any)
            break;
    }
    return picked;
}

std::vector<ItemId> wellKnown(const Catalog& catalog, std::size_t count)
{
    std::vector<ItemId> order = byRenown(catalog);
    std::vector<ItemId> picked;
    std::vector<bool> used(order.size(), false);
    std::string_view last;
    std::size_t first = 0;
    while (picked.size() < std::min(count, order.size())) {
        while (used[first])
            ++first;
        // The best known one of another genre than the last, looked for among the next few only.
        std::size_t choice = first;
        for (std::size_t i = first; i < std::min(first + 12, order.size()); ++i) {
            if (!used[i] && catalog.mainGenre(order[i]) != last) {
                choice = i;
                break;
            }
        }
        used[choice] = true;
        picked.push_back(order[choice]);
        last = catalog.mainGenre(order[choice]);
    }
    return picked;
}

std::vector<ItemId> everyDecade(const Catalog& catalog, std::size_t count)
{
    std::map<int, std::vector<ItemId>> groups;
    for (const ItemId id : byRenown(catalog)) {
        if (const auto year = catalog.item(id).year)
            groups[*year / 10].push_back(id);
    }
    std::vector<int> decades;
    for (const auto& [decade, items] : groups)
        decades.push_back(decade);
    return inTurn(groups, decades, count);
}

std::vector<ItemId> manyCountries(const Catalog& catalog, std::size_t count)
{
    std::map<std::string, std::vector<ItemId>> groups;
    for (const ItemId id : byRenown(catalog)) {
        const auto& countries = catalog.item(id).countries;
        if (!countries.empty())
            groups[countries.front()].push_back(id);
    }
    std::vector<std::string> names;
    for (const auto& [name, items] : groups)
        names.push_back(name);
    std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
        return groups.at(a).size() > groups.at(b).size();
    });
    return inTurn(groups, names, count);
}

std::vector<ItemId> surprise(const Catalog& catalog, std::size_t count, std::uint64_t seed)
{
    std::vector<ItemId> order;
    for (const Item& item : catalog.items())
        order.push_back(item.id);
    std::mt19937_64 generator(seed);
    const std::size_t wanted = std::min(count, order.size());
    for (std::size_t i = 0; i < wanted; ++i)
        std::swap(order[i], order[i + generator() % (order.size() - i)]);
    order.resize(wanted);
    return order;
}

} // namespace

QString starterSetName(StarterSet set)
{
    switch (set) {
    case StarterSet::WellKnown: return Text::tr("Well known");
    case StarterSet::EveryDecade: return Text::tr("From every decade");
    case StarterSet::ManyCountries: return Text::tr("From many countries");
    case StarterSet::Surprise: return Text::tr("Surprise me");
    }
    return {};
}

std::vector<ItemId> starterItems(const Catalog& catalog, StarterSet set, std::size_t count, std::uint64_t seed)
{
    switch (set) {
    case StarterSet::WellKnown: return wellKnown(catalog, count);
    case StarterSet::EveryDecade: return everyDecade(catalog, count);
    case StarterSet::ManyCountries: return manyCountries(catalog, count);
    case StarterSet::Surprise: return surprise(catalog, count, seed);
    }
    return {};
}

} // namespace tw::ui
