// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/starter_sets.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/library/resources.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>

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

/// All items, the best known first.
struct Renown {
    std::vector<ItemId> order;
    std::size_t listed = 0; ///< How many at the front are there by the list of keys.
};

void putListedFirst(Renown& renown, const Catalog& catalog, std::span<const std::string> keys)
{
    std::vector<ItemId> front;
    std::unordered_set<ItemId> met;
    for (const auto& key : keys) {
        const ItemId id = catalog.findKey(key);
        if (id.isValid() && met.insert(id).second)
            front.push_back(id);
    }
    renown.listed = front.size();
    std::copy_if(renown.order.begin(), renown.order.end(), std::back_inserter(front),
                 [&met](ItemId id) { return !met.contains(id); });
    renown.order = std::move(front);
}

Renown byRenown(const Catalog& catalog, std::span<const std::string> keys)
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
    Renown made{std::move(order), 0};
    putListedFirst(made, catalog, keys);
    return made;
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

std::vector<ItemId> wellKnown(const Catalog& catalog, const Renown& renown, std::size_t count)
{
    const std::vector<ItemId>& order = renown.order;
    std::vector<ItemId> picked(order.begin(),
                               order.begin() + static_cast<std::ptrdiff_t>(std::min(count, renown.listed)));
    std::vector<bool> used(order.size(), false);
    std::fill_n(used.begin(), picked.size(), true);
    std::string_view last;
    std::size_t first = picked.size();
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

std::vector<ItemId> everyDecade(const Catalog& catalog, const Renown& renown, std::size_t count)
{
    std::map<int, std::vector<ItemId>> groups;
    for (const ItemId id : renown.order) {
        if (const auto year = catalog.item(id).year)
            groups[*year / 10].push_back(id);
    }
    std::vector<int> decades;
    for (const auto& [decade, items] : groups)
        decades.push_back(decade);
    return inTurn(groups, decades, count);
}

std::vector<ItemId> manyCountries(const Catalog& catalog, const Renown& renown, std::size_t count)
{
    std::map<std::string, std::vector<ItemId>> groups;
    for (const ItemId id : renown.order) {
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

std::vector<ItemId> starterItems(const Catalog& catalog, StarterSet set, std::size_t count, std::uint64_t seed,
                                 std::span<const std::string> wellKnownKeys)
{
    if (set == StarterSet::Surprise)
        return surprise(catalog, count, seed);
    const Renown renown = byRenown(catalog, wellKnownKeys);
    switch (set) {
    case StarterSet::EveryDecade: return everyDecade(catalog, renown, count);
    case StarterSet::ManyCountries: return manyCountries(catalog, renown, count);
    default: return wellKnown(catalog, renown, count);
    }
}

std::vector<std::string> shippedWellKnownKeys()
{
    const auto text = readFile(bundledCatalogue().parent_path() / "well-known.txt");
    if (!text)
        return {};
    auto keys = splitAndTrim(*text, '\n');
    std::erase_if(keys, [](const std::string& key) { return key.empty(); });
    return keys;
}

} // namespace tw::ui
