// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/map_data.h"

#include "core/base/text.h"
#include "ui/model/item_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::MapData)
};

constexpr std::size_t kColours = kOtherColour;

/// Spellings in catalogues we have met, folded.
const std::map<std::string, std::uint8_t, std::less<>>& spellings()
{
    static const std::map<std::string, std::uint8_t, std::less<>> table{
        {"drama", 0},        {"dramas", 0},           {"tv dramas", 0},
        {"action", 1},       {"action & adventure", 1},
        {"adventure", 2},    {"adventures", 2},
        {"romance", 3},      {"romantic", 3},         {"romantic movies", 3},  {"romantic tv shows", 3},
        {"comedy", 4},       {"comedies", 4},         {"tv comedies", 4},      {"stand-up comedy", 4},
        {"crime", 5},        {"crime tv shows", 5},   {"film-noir", 5},        {"film noir", 5},
        {"science fiction", 6}, {"science-fiction", 6}, {"sci-fi", 6},         {"scifi", 6},
        {"sci-fi & fantasy", 6}, {"tv sci-fi & fantasy", 6},
        {"horror", 7},       {"horror movies", 7},    {"tv horror", 7},
        {"fantasy", 8},
        {"animation", 9},    {"animated", 9},         {"anime features", 9},   {"anime series", 9},
        {"thriller", 10},    {"thrillers", 10},       {"tv thrillers", 10},
        {"documentary", 11}, {"documentaries", 11},   {"docuseries", 11},
    };
    return table;
}

QString genreName(std::uint8_t colour)
{
    switch (colour) {
    case 0: return Text::tr("Drama");
    case 1: return Text::tr("Action");
    case 2: return Text::tr("Adventure");
    case 3: return Text::tr("Romance");
    case 4: return Text::tr("Comedy");
    case 5: return Text::tr("Crime");
    case 6: return Text::tr("Science fiction");
    case 7: return Text::tr("Horror");
    case 8: return Text::tr("Fantasy");
    case 9: return Text::tr("Animation");
    case 10: return Text::tr("Thriller");
    case 11: return Text::tr("Documentary");
    default: return Text::tr("Other");
    }
}

/// The legend in the theme's own order of genres: Drama, Comedy, Thriller, …
constexpr std::array<std::uint8_t, kColours> kGenreOrder{0, 4, 10, 1, 2, 6, 7, 3, 5, 8, 9, 11};

void addOther(Colouring& colouring)
{
    const auto count = static_cast<std::size_t>(
        std::count(colouring.colourOfRow.begin(), colouring.colourOfRow.end(), kOtherColour));
    if (count > 0)
        colouring.legend.push_back({Text::tr("Other"), kOtherColour, count});
}

/// Colours by the twelve known genres; nothing when most points have none of them.
std::optional<Colouring> byKnownGenres(const Catalog& catalog, const Space& space)
{
    std::array<std::size_t, kColours> inCatalogue{};
    for (const Item& item : catalog.items()) {
        for (const auto& genre : item.genres) {
            if (const auto colour = genreColour(genre); colour != kOtherColour)
                ++inCatalogue[colour];
        }
    }
    Colouring colouring;
    std::array<std::size_t, kColours> shownCount{};
    std::size_t other = 0;
    for (const ItemId id : space.items()) {
        std::uint8_t best = kOtherColour;
        for (const auto& genre : catalog.item(id).genres) {
            const auto colour = genreColour(genre);
            if (colour != kOtherColour && (best == kOtherColour || inCatalogue[colour] < inCatalogue[best]))
                best = colour;
        }
        colouring.colourOfRow.push_back(best);
        if (best == kOtherColour)
            ++other;
        else
            ++shownCount[best];
    }
    if (other * 2 > space.size())
        return std::nullopt;
    for (const std::uint8_t colour : kGenreOrder) {
        if (shownCount[colour] > 0)
            colouring.legend.push_back({genreName(colour), colour, shownCount[colour]});
    }
    addOther(colouring);
    return colouring;
}

std::string valueOf(const Catalog& catalog, ItemId id, ColourBy by)
{
    const Item& item = catalog.item(id);
    switch (by) {
    case ColourBy::MainGenre: return std::string(catalog.mainGenre(id));
    case ColourBy::Decade: return item.year ? std::to_string(*item.year / 10 * 10) : std::string();
    case ColourBy::Country: return item.countries.empty() ? std::string() : item.countries.front();
    case ColourBy::Language: return item.languages.empty() ? std::string() : item.languages.front();
    }
    return {};
}

QString legendName(const std::string& value, ColourBy by)
{
    return by == ColourBy::Decade ? Text::tr("%1s", "decade, as in 1990s").arg(shownLine(value)) : shownLine(value);
}

Colouring byValues(const Catalog& catalog, const Space& space, ColourBy by)
{
    std::map<std::string, std::size_t> counts;
    for (const ItemId id : space.items()) {
        if (auto value = valueOf(catalog, id, by); !value.empty())
            ++counts[value];
    }
    std::vector<std::pair<std::string, std::size_t>> kept(counts.begin(), counts.end());
    std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    kept.resize(std::min(kept.size(), kColours));
    if (by == ColourBy::Decade)
        std::sort(kept.begin(), kept.end());
    Colouring colouring;
    std::map<std::string, std::uint8_t> colours;
    for (const auto& [value, count] : kept) {
        const auto colour = static_cast<std::uint8_t>(colours.size());
        colours.emplace(value, colour);
        colouring.legend.push_back({legendName(value, by), colour, count});
    }
    for (const ItemId id : space.items()) {
        const auto found = colours.find(valueOf(catalog, id, by));
        colouring.colourOfRow.push_back(found == colours.end() ? kOtherColour : found->second);
    }
    addOther(colouring);
    return colouring;
}

} // namespace

QString colourByName(ColourBy by)
{
    switch (by) {
    case ColourBy::MainGenre: return Text::tr("Main genre");
    case ColourBy::Decade: return Text::tr("Decade");
    case ColourBy::Country: return Text::tr("Country");
    case ColourBy::Language: return Text::tr("Language");
    }
    return {};
}

std::uint8_t genreColour(std::string_view genre)
{
    // Most come in plain ASCII; folding each of them anew would be the slowest part of colouring a large catalogue.
    thread_local std::map<std::string, std::uint8_t, std::less<>> met;
    if (const auto known = met.find(genre); known != met.end())
        return known->second;
    const auto found = spellings().find(foldForMatching(genre));
    const std::uint8_t colour = found == spellings().end() ? kOtherColour : found->second;
    if (met.size() < 4096)
        met.emplace(genre, colour);
    return colour;
}

Colouring colouringOf(const Catalog& catalog, const Space& space, ColourBy by)
{
    Colouring colouring;
    if (by == ColourBy::MainGenre) {
        if (auto known = byKnownGenres(catalog, space))
            return *known;
    }
    colouring = byValues(catalog, space, by);
    colouring.by = by;
    return colouring;
}

} // namespace tw::ui
