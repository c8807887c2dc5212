// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"

#include "core/base/files.h"
#include "ui/model/presenters.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tw;
using namespace tw::ui;
using tw::test::OpenLibrary;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kReport = QAbstractItemModelTester::FailureReportingMode::QtTest;

std::vector<ItemId> likedItems(const Workspace& workspace)
{
    const auto likes = workspace.session()->history->likes();
    return {likes.begin(), likes.end()};
}

} // namespace

class PresentersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void searchAnswersOnlyTheNewestQuery()
    {
        OpenLibrary library;
        SearchPresenter search(library.workspace, nullptr, 0);
        const Tester tester(search.results(), kReport);
        QSignalSpy answered(&search, &SearchPresenter::answered);
        const Item& film = library.workspace.session()->catalog->item(ItemId(10));
        const QString title = QString::fromStdString(film.title);
        QVERIFY(search.state() == SearchState::Empty);
        for (int length = 1; length <= title.size(); ++length)
            search.setQuery(title.left(length));
        QVERIFY(search.state() == SearchState::Searching);
        QTRY_VERIFY2(search.state() == SearchState::Results, qPrintable(search.heading()));
        QCOMPARE(answered.count(), 1);
        QCOMPARE(search.results()->itemAt(0), ItemId(10));
        QVERIFY(search.results()->index(0).data(ItemListModel::TagsRole).toStringList().contains(QStringLiteral("Title")));
        QVERIFY(search.heading().contains(title));
        QCOMPARE(search.sourceDetail(), title);
    }

    void searchTellsWhenNothingMatches()
    {
        OpenLibrary library;
        SearchPresenter search(library.workspace, nullptr, 0);
        search.searchNow(QStringLiteral("qwertzuiop"));
        QTRY_VERIFY(search.state() == SearchState::NoMatch);
        QCOMPARE(search.heading(), QStringLiteral("Nothing matches “qwertzuiop”. Try fewer words."));
        search.moreLikeThis(ItemId(4));
        QTRY_VERIFY2(search.state() == SearchState::Results, qPrintable(search.heading()));
        QVERIFY(search.results()->rowOf(ItemId(4)) < 0);
        QCOMPARE(search.likeItem(), ItemId(4));
        search.setQuery(QString());
        QVERIFY(search.state() == SearchState::Empty);
        QCOMPARE(search.results()->rowCount(), 0);
    }

    void meaningWaitsForASpace()
    {
        OpenLibrary library;
        SearchPresenter search(library.workspace, nullptr, 0);
        library.workspace.close();
        search.setBy(SearchBy::Meaning);
        search.searchNow(QStringLiteral("a lonely robot"));
        QVERIFY(search.state() == SearchState::MeaningUnavailable);
        test::TempFolder folder;
        library.workspace.open(test::libraryCopy(folder));
        QTRY_VERIFY(library.workspace.hasSpace());
        const std::string text = library.workspace.session()->catalog->item(ItemId(10)).text;
        search.searchNow(QString::fromStdString(text.substr(0, text.find('.'))));
        QTRY_VERIFY2(search.state() == SearchState::Results, qPrintable(search.heading()));
        for (const ListEntry& entry : search.results()->entries())
            QVERIFY(entry.foundBy.meaning);
    }

    void firstFilmsThenRecommendations()
    {
        OpenLibrary library;
        RecommendPresenter recommend(library.workspace);
        const Tester tester(recommend.items(), kReport);
        QTRY_VERIFY(recommend.state() == RecommendState::Starting && recommend.items()->rowCount() > 0);
        QCOMPARE(recommend.heading(), QStringLiteral("Start with a few films you know"));
        const auto first = recommend.items()->items();
        recommend.setStarterSet(StarterSet::Surprise);
        QTRY_VERIFY(recommend.items()->items() != first);
        QVERIFY(library.like(ItemId(20), Source::Starter));
        QTRY_VERIFY(recommend.state() == RecommendState::Recommending);
        QTRY_VERIFY(recommend.items()->rowOf(ItemId(20)) < 0);
        const auto session = library.workspace.session();
        const auto expected = session->recommend(session->profile(), RecommendPresenter::kCount, {});
        QCOMPARE(recommend.items()->rowCount(), static_cast<int>(expected->size()));
        for (std::size_t i = 0; i < expected->size(); ++i)
            QCOMPARE(recommend.items()->itemAt(static_cast<int>(i)), (*expected)[i].item);
        QVERIFY(recommend.items()->index(0).data(ItemListModel::WhyRole).toString().startsWith(QStringLiteral("Like ")));
        library.workspace.setShowSeen(true);
        QTRY_COMPARE(recommend.items()->rowOf(ItemId(20)), 0);
    }

    void theProfileFollowsTheMemorySlider()
    {
        OpenLibrary library;
        TastePresenter taste(library.workspace);
        QTRY_VERIFY(taste.view()->hasProfile);
        QCOMPARE(taste.view()->middleShare, 1.0F);
        QCOMPARE(taste.view()->countsText, QStringLiteral("No likes yet"));
        for (std::uint32_t i = 1; i <= 4; ++i)
            QVERIFY(library.like(ItemId(i)));
        QTRY_COMPARE(taste.view()->shares.size(), std::size_t{4});
        QCOMPARE(taste.view()->shares[0].face.item, ItemId(4)); // newest first
        QCOMPARE(taste.view()->trail.size(), std::size_t{5});
        QCOMPARE(taste.view()->trail.back(), taste.view()->position);
        float sum = taste.view()->middleShare;
        for (const ShareRow& row : taste.view()->shares)
            sum += row.share;
        QVERIFY(std::abs(sum - 1) < 1e-5F);
        QVERIFY(std::abs(taste.shareBeyond(1) + taste.view()->shares[0].share + taste.view()->middleShare - 1) < 1e-5F);
        QCOMPARE(taste.olderText(1), QStringLiteral("3 older likes"));
        for (int n = 1; n <= 100; ++n)
            library.workspace.setMemory(n);
        QTRY_COMPARE(taste.view()->shares[0].share, 1.0F / 101);
    }

    void removingOffersTheWayBack()
    {
        OpenLibrary library;
        TastePresenter taste(library.workspace);
        QVERIFY(library.like(ItemId(1)));
        QVERIFY(!taste.notice().visible);
        const QString title = itemFace(*library.workspace.session(), ItemId(1)).title;
        taste.remove(ItemId(1));
        QTRY_VERIFY(taste.notice().visible);
        QCOMPARE(taste.notice().text, QStringLiteral("Removed “%1”").arg(title));
        taste.undoNotice();
        QTRY_COMPARE(likedItems(library.workspace), std::vector<ItemId>{ItemId(1)});
        QTRY_VERIFY(taste.notice().isRedo);
    }

    void exploreFollowsItsSliders()
    {
        OpenLibrary library;
        ExplorePresenter explore(library.workspace);
        const Tester tester(explore.list(ExploreColumn::Gaussian), kReport);
        QSignalSpy changed(&explore, &ExplorePresenter::changed);
        QVERIFY(library.like(ItemId(1)));
        QCOMPARE(changed.count(), 0); // hidden: nothing is computed
        explore.setActive(true);
        explore.setPercent(ExploreColumn::Gaussian, 0);
        explore.setPercent(ExploreColumn::Buckets, 0);
        QTRY_VERIFY(explore.column(ExploreColumn::Gaussian).hasList
                    && explore.list(ExploreColumn::Gaussian)->items() == explore.list(ExploreColumn::Profile)->items());
        QCOMPARE(explore.list(ExploreColumn::Buckets)->items(), explore.list(ExploreColumn::Profile)->items());
        QVERIFY(!explore.list(ExploreColumn::Gaussian)->index(0).data(ItemListModel::NewRole).toBool());
        for (int percent = 1; percent <= 100; ++percent)
            explore.setPercent(ExploreColumn::Gaussian, percent);
        QCOMPARE(library.workspace.settings().gaussianPercent, 100.0);
        const auto session = library.workspace.session();
        const auto expected = session->explore(session->profile(), {NoiseKind::Gaussian, 100, session->settings.seed},
                                               ExplorePresenter::kCount, {});
        std::vector<ItemId> items;
        for (const RankedItem& item : expected->items)
            items.push_back(item.item);
        QTRY_COMPARE(explore.list(ExploreColumn::Gaussian)->items(), items);
        QVERIFY(changed.count() < 100); // those between were never shown
        const auto before = explore.list(ExploreColumn::Gaussian)->items();
        explore.shuffle();
        QTRY_VERIFY(explore.list(ExploreColumn::Gaussian)->items() != before);
    }

    void picksAreCountedByColumn()
    {
        OpenLibrary library;
        ExplorePresenter explore(library.workspace);
        explore.setActive(true);
        explore.setSearchQuery(QStringLiteral("murder"));
        QTRY_VERIFY(explore.column(ExploreColumn::Search).hasList);
        QSignalSpy acted(&library.workspace, &Workspace::acted);
        for (std::uint32_t i = 0; i < 9; ++i)
            explore.pick(ExploreColumn::Gaussian, ItemId(i));
        explore.pick(ExploreColumn::Profile, ItemId(30));
        QTRY_COMPARE(acted.count(), 10);
        QCOMPARE(explore.column(ExploreColumn::Gaussian).picks, std::size_t{9});
        QCOMPARE(explore.totalPicks(), std::size_t{10});
        QVERIFY(explore.favourite() == ExploreColumn::Gaussian);
        library.workspace.undo();
        QTRY_COMPARE(explore.totalPicks(), std::size_t{9});
        QVERIFY(!explore.favourite());
    }

    void aPinnedListIsComparedWith()
    {
        OpenLibrary library;
        ExplorePresenter explore(library.workspace);
        QVERIFY(library.like(ItemId(1)));
        explore.setActive(true);
        explore.setPercent(ExploreColumn::Gaussian, 60);
        QTRY_VERIFY(explore.column(ExploreColumn::Gaussian).percent == 60.0 && explore.column(ExploreColumn::Gaussian).hasList);
        explore.pin(ExploreColumn::Gaussian);
        QVERIFY(explore.column(ExploreColumn::Gaussian).pinned);
        const auto pinned = explore.list(ExploreColumn::Gaussian)->items();
        const auto check = [&] {
            for (const ListEntry& entry : explore.list(ExploreColumn::Profile)->entries()) {
                const bool known = std::find(pinned.begin(), pinned.end(), entry.item) != pinned.end();
                if (entry.isNew == known)
                    return false;
            }
            return true;
        };
        QVERIFY(check());
        explore.setSeed(77);
        QTRY_COMPARE(library.workspace.settings().seed, std::uint64_t{77});
        QVERIFY(check());
        explore.unpin();
        QVERIFY(!explore.list(ExploreColumn::Profile)->entries().front().isNew);
    }

    void theArticlesNoiseIsNamedForWhatItIs()
    {
        OpenLibrary library;
        ExplorePresenter explore(library.workspace);
        QVERIFY(library.like(ItemId(1)));
        explore.setActive(true);
        explore.setArticleMode(true);
        QTRY_VERIFY(!explore.column(ExploreColumn::Gaussian).cosineText.isEmpty()
                    && explore.column(ExploreColumn::Gaussian).hasList);
        const auto session = library.workspace.session();
        const auto expected = session->explore(session->profile(), {NoiseKind::ArticleNoise, 25, explore.seed()},
                                               ExplorePresenter::kCount, {});
        QTRY_COMPARE(explore.column(ExploreColumn::Gaussian).cosine, static_cast<double>(expected->profile.cosine));
        QCOMPARE(explore.column(ExploreColumn::Gaussian).drowned, expected->profile.drowned);
        QCOMPARE(explore.column(ExploreColumn::Gaussian).drownedText.isEmpty(), !expected->profile.drowned);
        QCOMPARE(explore.column(ExploreColumn::Gaussian).id, QStringLiteral("article-noise"));
        explore.setPercent(ExploreColumn::Gaussian, 50);
        QCOMPARE(library.workspace.settings().gaussianPercent, 25.0); // the other mode's slider stays
    }

    void theMapShowsPointsTasteAndCards()
    {
        OpenLibrary library;
        MapPresenter map(library.workspace);
        QVERIFY(library.like(ItemId(1)));
        QVERIFY(library.like(ItemId(2)));
        QVERIFY(!map.points());
        map.setActive(true);
        QTRY_VERIFY(map.points() && map.taste());
        QCOMPARE(map.points()->positions.rows(), test::kFilms);
        QCOMPARE(map.points()->colouring.colourOfRow.size(), test::kFilms);
        QCOMPARE(map.taste()->trail.size(), std::size_t{3});
        QCOMPARE(map.taste()->trailItems, (std::vector<ItemId>{ItemId(1), ItemId(2)}));
        QCOMPARE(map.taste()->noise.size(), MapPresenter::kNoiseSamples);
        QVERIFY(map.taste()->cloud.major >= map.taste()->cloud.minor && map.taste()->cloud.minor > 0);
        QVERIFY(map.qualityText().contains(QLatin1Char('%')));
        map.hover(ItemId(9));
        map.hover(ItemId(2));
        QTRY_VERIFY(map.card().has_value());
        QCOMPARE(map.card()->face.item, ItemId(2));
        QCOMPARE(map.card()->neighbours.size(), MapPresenter::kNeighbours);
        QVERIFY(map.card()->neighbours[0].similarity >= map.card()->neighbours[1].similarity);
        QVERIFY(map.card()->state == ItemState::Liked);
        QVERIFY(map.card()->nearness.has_value());
        map.hover(ItemId::invalid());
        QVERIFY(!map.card());
        library.workspace.setGaussianPercent(0);
        QTRY_VERIFY(map.taste()->noise.empty());
        QSignalSpy recoloured(&map, &MapPresenter::pointsChanged);
        map.setColourBy(ColourBy::Decade);
        QTRY_COMPARE(recoloured.count(), 1);
        QVERIFY(map.points()->colouring.by == ColourBy::Decade);
    }

    void theHistoryFiltersAndSorts()
    {
        OpenLibrary library;
        TastePresenter taste(library.workspace);
        HistoryModel history(library.workspace, taste);
        HistoryFilter filter(history);
        const Tester tester(&history, kReport);
        const Tester filterTester(&filter, kReport);
        QVERIFY(library.like(ItemId(1), Source::Search, QStringLiteral("hackers")));
        QVERIFY(library.like(ItemId(2), Source::Map));
        QSignalSpy acted(&library.workspace, &Workspace::acted);
        library.workspace.act(Act::Disliked, ItemId(3), Source::Recommended);
        QTRY_COMPARE(acted.count(), 1);
        QCOMPARE(history.rowCount(), 3);
        QCOMPARE(filter.items(), (std::vector<ItemId>{ItemId(3), ItemId(2), ItemId(1)}));
        QVERIFY(history.summary().startsWith(QStringLiteral("2 liked, 1 disliked, since ")));
        QTRY_VERIFY(filter.index(1, HistoryModel::ShareColumn).data(HistoryModel::ShareRole).isValid());
        QCOMPARE(filter.index(1, HistoryModel::ShareColumn).data(HistoryModel::ShareFractionRole).toDouble(), 1.0);
        QVERIFY(!filter.index(0, HistoryModel::ShareColumn).data(HistoryModel::ShareRole).isValid());
        filter.setText(QStringLiteral("HACK"));
        QCOMPARE(filter.items(), std::vector<ItemId>{ItemId(1)});
        filter.setText({});
        filter.setState(ItemState::Disliked);
        QCOMPARE(filter.items(), std::vector<ItemId>{ItemId(3)});
        filter.setState(std::nullopt);
        filter.sort(HistoryModel::TitleColumn, Qt::AscendingOrder);
        const auto titled = filter.items();
        QCOMPARE(titled.size(), std::size_t{3});
        const QPersistentModelIndex kept = history.index(1, 0); // ItemId(2)
        QVERIFY(library.like(ItemId(5)));
        QCOMPARE(history.itemAt(kept.row()), ItemId(2));
        library.workspace.undo();
        QTRY_COMPARE(history.rowCount(), 3);
        QCOMPARE(history.itemAt(kept.row()), ItemId(2));
    }

    void detailsTellWhyAndWalkTheList()
    {
        OpenLibrary library;
        SearchPresenter search(library.workspace, nullptr, 0);
        DetailsPresenter details(library.workspace, &search);
        QVERIFY(library.like(ItemId(1)));
        search.searchNow(QStringLiteral("murder"));
        QTRY_VERIFY(search.count() > 1);
        details.openFrom(search.results(), 0);
        QCOMPARE(details.item(), search.results()->itemAt(0));
        QCOMPARE(details.placeText(), QStringLiteral("1 of %1").arg(search.count()));
        QVERIFY(!details.hasPrevious() && details.hasNext());
        details.next();
        QCOMPARE(details.item(), search.results()->itemAt(1));
        QTRY_VERIFY(details.view().nearestKnown);
        QCOMPARE(details.view().nearest.size(), DetailsPresenter::kNearest);
        QVERIFY(!details.view().overview.isEmpty() && !details.view().keywords.isEmpty());
        QVERIFY(details.view().metaLine.contains(QStringLiteral("min")));
        QVERIFY(details.view().numbers);
        QCOMPARE(details.view().numbers->to, QStringLiteral("“murder”"));
        // Of unit vectors the three say the same.
        const Closeness close = details.view().numbers->closeness;
        QVERIFY(std::abs(close.cosine - close.innerProduct) < 1e-5);
        QVERIFY(std::abs(close.cosine - (1 - close.squaredDistance / 2)) < 1e-5);
        QCOMPARE(numberLines(*details.view().numbers).size(), std::size_t{4});
        library.workspace.toggleLike(details.item(), Source::Details);
        QTRY_VERIFY(details.view().state == ItemState::Liked);
        details.open(ItemId(1));
        QTRY_VERIFY(details.view().numbers && details.view().numbers->to == QStringLiteral("your taste"));
        details.close();
        QVERIFY(!details.isOpen());
    }

    void exportsWhatIsShown()
    {
        OpenLibrary library;
        Presenters all(library.workspace);
        QVERIFY(library.like(ItemId(1)));
        QVERIFY(library.like(ItemId(2)));
        QTRY_VERIFY(all.recommend.state() == RecommendState::Recommending);
        all.exporting.refresh();
        QTRY_COMPARE(all.exporting.preview().rows, std::size_t{2});
        QCOMPARE(all.exporting.actText(), QStringLiteral("Export 2 films"));
        all.exporting.setFormat(ExportFormat::Letterboxd);
        QTRY_VERIFY(all.exporting.preview().text.startsWith(QStringLiteral("imdbID")));
        QVERIFY(!all.exporting.preview().note.isEmpty());
        QVERIFY(all.exporting.suggestedFileName().startsWith(QStringLiteral("tastewalk-liked-")));
        QSignalSpy written(&all.exporting, &ExportPresenter::written);
        const auto path = library.folder / "likes.csv";
        all.exporting.writeTo(path);
        QTRY_COMPARE(written.count(), 1);
        const auto text = readFile(path);
        QVERIFY(text);
        QCOMPARE(static_cast<std::uint64_t>(text->size()), all.exporting.preview().bytes);
        all.exporting.setFormat(ExportFormat::Csv);
        all.exporting.setWhat(ExportWhat::Recommendations);
        QTRY_COMPARE(all.exporting.preview().rows, static_cast<std::size_t>(all.recommend.items()->rowCount()));
        QSignalSpy copied(&all.exporting, &ExportPresenter::copied);
        all.exporting.copy();
        QTRY_COMPARE(copied.count(), 1);
        QVERIFY(copied.at(0).at(0).toString().startsWith(all.exporting.preview().text.section(QLatin1Char('\n'), 0, 0).trimmed()));
        QSignalSpy failed(&all.exporting, &ExportPresenter::failed);
        all.exporting.writeTo(library.folder / "no such folder" / "x.csv");
        QTRY_COMPARE(failed.count(), 1);
        all.exporting.setSelection({ItemId(2)});
        all.exporting.setWhat(ExportWhat::Likes);
        QTRY_COMPARE(all.exporting.preview().rows, std::size_t{1});
    }
};

static const tw::test::RegisterModelTest<PresentersTest> registered;
#include "test_presenters.moc"
