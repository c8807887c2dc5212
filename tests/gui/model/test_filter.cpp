// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of the query box as something to click: the text they live in, facets, completion, what goes by them.
#include "tests/gui/model/library_fixture.h"

#include "ui/model/completion_presenter.h"
#include "ui/model/presenters.h"
#include "ui/model/query_edit.h"

#include <QTest>

using namespace tw;
using namespace tw::ui;
using tw::test::OpenLibrary;

namespace {

FilterTerm genre(const char* value)
{
    FilterTerm term;
    term.field = FilterField::Genre;
    term.values = {value};
    return term;
}

FilterTerm years(int from, int to)
{
    FilterTerm term;
    term.field = FilterField::Year;
    term.from = from;
    term.to = to;
    return term;
}

const FacetView* facetOf(const FilterPresenter& filter, FilterField field)
{
    for (const FacetView& facet : filter.facets())
        if (facet.field == field)
            return &facet;
    return nullptr;
}

std::size_t filmsWith(const Catalog& catalog, const std::string& genreName)
{
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < catalog.size(); ++i) {
        const auto& genres = catalog.item(ItemId(i)).genres;
        count += static_cast<std::size_t>(std::find(genres.begin(), genres.end(), genreName) != genres.end());
    }
    return count;
}

} // namespace

class FilterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickChangesOnlyItsCondition()
    {
        const QString words = QStringLiteral("a lonely robot");
        const QString one = withTerm(words, genre("Horror"));
        QVERIFY(holdsTerm(one, genre("Horror")));
        QVERIFY(holdsTerm(one, genre("horror"))); // in any case
        QVERIFY(!holdsTerm(one, genre("Comedy")));
        QCOMPARE(withTerm(one, genre("Horror")), one);
        const QString two = withTerm(one, years(1990, 1999));
        QVERIFY(two.startsWith(one));
        QVERIFY(holdsTerm(two, years(1990, 1999)));
        QVERIFY(!holdsTerm(two, years(1980, 1989)));
        QCOMPARE(withoutTerm(two, genre("Horror")), withTerm(words, years(1990, 1999)));
        QCOMPARE(withoutTerm(withoutTerm(two, genre("Horror")), years(1990, 1999)), words);
        QCOMPARE(withoutFilters(two), words);
        QCOMPARE(withoutTerm(QStringLiteral("genre:horror,comedy moon"), genre("Comedy")), QStringLiteral("genre:horror moon"));
        QVERIFY(!holdsTerm(QStringLiteral("-genre:horror"), genre("Horror")));
        QVERIFY(holdsTerm(QStringLiteral("year:1990s"), years(1990, 1999)));
        QCOMPARE(withoutFilters(QStringLiteral("Alien: Covenant")), QStringLiteral("Alien: Covenant"));
    }

    void facetsCountAndNarrow()
    {
        OpenLibrary library;
        Presenters all(library.workspace);
        QTRY_VERIFY(facetOf(all.filter, FilterField::Genre));
        const FacetView& genres = *facetOf(all.filter, FilterField::Genre);
        QVERIFY(!genres.rows.empty() && genres.active.isEmpty() && !all.filter.filtering());
        const FacetRow first = genres.rows.front();
        QCOMPARE(first.count, filmsWith(*library.workspace.session()->catalog, first.term.values.front()));
        all.filter.toggle(first.term);
        QVERIFY(all.search.query().startsWith(QStringLiteral("genre:")));
        QTRY_VERIFY(all.search.state() == SearchState::Results);
        QTRY_VERIFY(all.filter.filtering());
        QVERIFY(all.filter.allowed());
        QCOMPARE(all.filter.allowed()->count(), first.count);
        QCOMPARE(all.search.count(), first.count);
        QVERIFY(facetOf(all.filter, FilterField::Genre)->rows.front().on);
        all.filter.toggle(first.term);
        QTRY_VERIFY(!all.filter.filtering());
        QVERIFY(all.search.state() == SearchState::Empty);
        QVERIFY(!all.filter.allowed());
    }

    void recommendationsAndExploreStayWithin()
    {
        OpenLibrary library;
        QVERIFY(library.like(ItemId(3)));
        Presenters all(library.workspace);
        all.explore.setActive(true);
        QTRY_VERIFY(all.recommend.state() == RecommendState::Recommending && all.recommend.items()->rowCount() > 0);
        QTRY_VERIFY(facetOf(all.filter, FilterField::Genre));
        const FilterTerm term = facetOf(all.filter, FilterField::Genre)->rows.front().term;
        all.filter.toggle(term);
        QTRY_VERIFY(all.filter.allowed());
        const auto within = [&all](const std::vector<ItemId>& items) {
            return std::all_of(items.begin(), items.end(),
                               [&all](ItemId item) { return all.filter.allowed()->contains(item); });
        };
        QTRY_VERIFY(all.recommend.items()->rowCount() > 0 && within(all.recommend.items()->items()));
        for (const ExploreColumn column : {ExploreColumn::Profile, ExploreColumn::Gaussian, ExploreColumn::Buckets})
            QTRY_VERIFY(all.explore.list(column)->rowCount() > 0 && within(all.explore.list(column)->items()));
        all.filter.clear();
        QTRY_VERIFY(!all.filter.allowed());
        QTRY_VERIFY(all.recommend.items()->rowCount() > 0);
    }

    void decadesAreAlternatives()
    {
        OpenLibrary library;
        Presenters all(library.workspace);
        QTRY_VERIFY(facetOf(all.filter, FilterField::Year));
        QVERIFY(facetOf(all.filter, FilterField::Year)->rows.size() >= 2);
        const std::vector<FacetRow> decades = facetOf(all.filter, FilterField::Year)->rows;
        all.filter.toggle(decades[0].term);
        QTRY_VERIFY(all.filter.allowed());
        QCOMPARE(all.filter.allowed()->count(), decades[0].count);
        QCOMPARE(facetOf(all.filter, FilterField::Year)->rows.size(), decades.size());
        all.filter.toggle(decades[1].term);
        QTRY_COMPARE(all.filter.allowed()->count(), decades[0].count + decades[1].count);
    }

    void whatCouldNotBeUsedIsSaid()
    {
        OpenLibrary library;
        Presenters all(library.workspace);
        QTRY_VERIFY(facetOf(all.filter, FilterField::Genre));
        all.search.searchNow(QStringLiteral("year:abc robot"));
        QTRY_VERIFY(!all.filter.problemText().isEmpty());
        QVERIFY(all.filter.problemText().contains(QStringLiteral("abc")));
        all.search.searchNow(QStringLiteral("genre:dramma"));
        QTRY_VERIFY(!all.filter.remedyText().isEmpty());
        QVERIFY2(all.filter.problemText().contains(QStringLiteral("dramma")), qPrintable(all.filter.problemText()));
        all.filter.mend();
        QTRY_VERIFY(all.search.state() == SearchState::Results);
        QVERIFY(all.filter.problemText().isEmpty());
        QVERIFY(holdsTerm(all.search.query(), genre("Drama")));
    }

    void completionGoesFromFieldToValue()
    {
        OpenLibrary library;
        CompletionPresenter completion(library.workspace);
        completion.ask(QStringLiteral("robot gen"), 9);
        QCOMPARE(completion.rows().size(), std::size_t{1});
        auto done = completion.completed(0);
        QCOMPARE(done.text, QStringLiteral("robot genre:"));
        QCOMPARE(done.cursor, 12);
        completion.ask(done.text, done.cursor);
        QTRY_VERIFY(completion.rows().size() > 1);
        for (const Completion& row : completion.rows())
            QVERIFY(!row.note.isEmpty());
        completion.ask(QStringLiteral("genre:dra -moon"), 9);
        QTRY_VERIFY(!completion.rows().empty() && completion.rows().front().text == QStringLiteral("Drama"));
        done = completion.completed(0);
        QCOMPARE(done.text, QStringLiteral("genre:Drama -moon"));
        completion.ask(QStringLiteral("plain words"), 11);
        QVERIFY(completion.rows().empty());
        completion.ask(QStringLiteral("-genre:science"), 14);
        QTRY_VERIFY(!completion.rows().empty());
        QVERIFY2(completion.completed(0).text.startsWith(QStringLiteral("-genre:\"Science")),
                 qPrintable(completion.completed(0).text));
    }
};

static const tw::test::RegisterModelTest<FilterTest> kFilter;
#include "test_filter.moc"
