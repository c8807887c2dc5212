// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fame.h"

#include "core/base/text.h"

namespace tw {

namespace {

/// So many times as known (e^kRange) as the middle makes an item entirely known.
constexpr double kRange = 3;
/// A name or keyword tells about as much as so many characters of text.
constexpr double kCharactersPerEntry = 15;

bool countsVotes(std::string_view column)
{
    std::string name = toLower(column);
    std::ranges::replace(name, ' ', '_');
    constexpr std::array kNames{"votes",     "vote_count", "numvotes",     "num_votes",
                                "imdb_votes", "popularity", "rating_count", "ratings_count"};
    return std::ranges::find(kNames, name) != kNames.end();
}

std::optional<double> votesOf(const Item& item)
{
    for (const auto& [column, value] : item.extra) {
        if (!countsVotes(column))
            continue;
        std::string digits = value;
        std::erase(digits, ',');
        char* end = nullptr;
        const double votes = std::strtod(digits.c_str(), &end);
        if (end != digits.c_str() && std::isfinite(votes) && votes >= 0)
            return votes;
    }
    return std::nullopt;
}

double writtenAbout(const Item& item)
{
    const std::size_t entries = item.cast.size() + item.keywords.size() + item.directors.size();
    return static_cast<double>(item.text.size() + item.tagline.size()) + kCharactersPerEntry * static_cast<double>(entries);
}

} // namespace

std::vector<float> fameOf(const Catalog& catalog)
{
    std::vector<double> known(catalog.size());
    std::size_t voted = 0;
    for (const Item& item : catalog.items())
        voted += votesOf(item) ? 1 : 0;
    const bool byVotes = 2 * voted > catalog.size();
    double mean = 0;
    for (const Item& item : catalog.items()) {
        const double amount = byVotes ? votesOf(item).value_or(0) : writtenAbout(item);
        known[item.id.value()] = std::log1p(amount);
        mean += known[item.id.value()] / static_cast<double>(catalog.size());
    }
    std::vector<float> fame;
    for (const double each : known)
        fame.push_back(static_cast<float>(std::clamp(0.5 + (each - mean) / (2 * kRange), 0.0, 1.0)));
    return fame;
}

} // namespace tw
