// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"
#include "ui/model/map_data.h"
#include "ui/model/starter_sets.h"

#include <QTest>

#include <numeric>
#include <set>

using namespace tw;
using namespace tw::ui;

namespace {

struct Film {
    std::vector<std::string> genres;
    int year;
    std::string country;
};

Catalog catalogOf(const std::vector<Film>& films)
{
    std::vector<Item> items;
    for (const Film& film : films) {
        Item item;
        item.id = ItemId(static_cast<std::uint32_t>(items.size()));
        item.key = item.title = "film " + std::to_string(items.size());
        item.genres = film.genres;
        item.year = film.year;
        item.countries = {film.country};
        items.push_back(std::move(item));
    }
    return Catalog(std::move(items));
}

std::shared_ptr<const Space> spaceOf(const Catalog& catalog)
{
    Space::Parts parts;
    parts.id = "test";
    for (const Item& item : catalog.items()) {
        const std::vector<float> row{1.0F, static_cast<float>(item.id.value())};
        parts.vectors.appendRow(row);
        parts.items.push_back(item.id);
    }
    return *Space::create(std::move(parts));
}

} // namespace

class MapDataTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spellingsShareAColour()
    {
        for (const char* spelling : {"Science Fiction", "Sci-Fi", "science fiction"})
            QCOMPARE(genreColour(spelling), std::uint8_t{6});
        QCOMPARE(genreColour("Telenovela"), kOtherColour);
    }

    void theRarestOfTheTwelveColoursAFilm()
    {
        const Catalog catalog = catalogOf({{{"Drama", "Horror"}, 1990, "France"},
                                           {{"Drama"}, 1991, "France"},
                                           {{"Drama", "Western"}, 1992, "Italy"},
                                           {{"Western"}, 2001, "Italy"}});
        const auto space = spaceOf(catalog);
        const Colouring made = colouringOf(catalog, *space, ColourBy::MainGenre);
        QCOMPARE(made.colourOfRow, (std::vector<std::uint8_t>{7, 0, 0, kOtherColour}));
        QCOMPARE(made.legend.back().colour, kOtherColour);
        std::size_t sum = 0;
        for (const LegendEntry& entry : made.legend)
            sum += entry.count;
        QCOMPARE(sum, catalog.size());
    }

    void aCatalogueOfOtherGenresShowsItsOwn()
    {
        const Catalog catalog = catalogOf({{{"Poetry"}, 1990, "A"}, {{"Essay"}, 1990, "A"}, {{"Poetry"}, 1990, "A"}});
        const auto space = spaceOf(catalog);
        const Colouring made = colouringOf(catalog, *space, ColourBy::MainGenre);
        QCOMPARE(made.legend.size(), std::size_t{2});
        QCOMPARE(made.legend[0].name, QStringLiteral("Poetry"));
        QCOMPARE(made.colourOfRow, (std::vector<std::uint8_t>{0, 1, 0}));
    }

    void twelveColumnsAndTheRestIsOther()
    {
        std::vector<Film> films;
        for (int decade = 0; decade < 14; ++decade) {
            for (int i = 0; i <= decade; ++i)
                films.push_back({{}, 1880 + decade * 10 + i % 10, "Country " + std::to_string(decade)});
        }
        const Catalog catalog = catalogOf(films);
        const auto space = spaceOf(catalog);
        const Colouring decades = colouringOf(catalog, *space, ColourBy::Decade);
        QCOMPARE(decades.legend.size(), std::size_t{13});
        QCOMPARE(decades.legend.front().name, QStringLiteral("1900s"));
        QCOMPARE(decades.legend.back().count, std::size_t{3});
        const Colouring countries = colouringOf(catalog, *space, ColourBy::Country);
        QCOMPARE(countries.legend.front().name, QStringLiteral("Country 13"));
    }

    void firstFilmsAreDistinctAndSpread()
    {
        std::vector<Film> films;
        for (int i = 0; i < 100; ++i)
            films.push_back({{i % 2 == 0 ? "Drama" : "Comedy"}, 1930 + i % 90, "C" + std::to_string(i % 7)});
        const Catalog catalog = catalogOf(films);
        for (const auto set :
             {StarterSet::WellKnown, StarterSet::EveryDecade, StarterSet::ManyCountries, StarterSet::Surprise}) {
            const auto picked = starterItems(catalog, set, 30, 1);
            QCOMPARE(picked.size(), std::size_t{30});
            QCOMPARE(std::set<ItemId>(picked.begin(), picked.end()).size(), picked.size());
            QCOMPARE(starterItems(catalog, set, 500, 1).size(), catalog.size());
        }
        std::set<int> decades;
        for (const ItemId id : starterItems(catalog, StarterSet::EveryDecade, 9, 1))
            decades.insert(*catalog.item(id).year / 10);
        QCOMPARE(decades.size(), std::size_t{9});
        std::set<std::string> countries;
        for (const ItemId id : starterItems(catalog, StarterSet::ManyCountries, 7, 1))
            countries.insert(catalog.item(id).countries.front());
        QCOMPARE(countries.size(), std::size_t{7});
        QVERIFY(starterItems(catalog, StarterSet::Surprise, 10, 1) != starterItems(catalog, StarterSet::Surprise, 10, 2));
        QVERIFY(starterItems(catalog, StarterSet::Surprise, 10, 1) == starterItems(catalog, StarterSet::Surprise, 10, 1));
        const std::vector<std::string> keys{"film 50", "nowhere", "film 3", "film 50"};
        const auto listed = starterItems(catalog, StarterSet::WellKnown, 5, 1, keys);
        QCOMPARE(listed[0], ItemId(50));
        QCOMPARE(listed[1], ItemId(3));
        QCOMPARE(listed.size(), std::size_t{5});
    }
};

static const tw::test::RegisterModelTest<MapDataTest> registered;
#include "test_map_data.moc"
