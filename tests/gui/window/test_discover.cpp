// SPDX-License-Identifier: GPL-3.0-or-later
// Discover and the taste panel with keys and pointer: what stands where, and where the focus goes.
#include "tests/gui/window/window_fixture.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/panel/taste_panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QListView>

#include <set>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

class DiscoverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_program.reset(); }
    void starterSets();
    void cardsShareTheWidth_data();
    void cardsShareTheWidth();
    void everyPointOfACardIsItsOwn();
    void arrowsKeepTheColumn();
    void focusGoesToTheNextFilm();
    void detailsFollowTheList();
    void escapeClosesInOrder();
    void wayOfSearching();
    void moreLikeThis();
    void facetsByKeys();
    void completionByKeys();
    void betweenTwo();
    void removeAndUndoInThePanel();
    void panelGivesWay();
    void panelFolds();

private:
    FilmList* cards() { return m_program->find<FilmList>("recommendationsList"); }
    FilmList* results() { return m_program->find<FilmList>("resultsList"); }
    bool searchFor(const QString& query);

    TempFolder m_folder;
    std::unique_ptr<Program> m_program;
};

void DiscoverTest::initTestCase()
{
    m_program = std::make_unique<Program>(m_folder.path());
    QVERIFY(m_program->start());
    m_program->window->resize(1440, 900);
}

bool DiscoverTest::searchFor(const QString& query)
{
    m_program->presenters.search.searchNow(query);
    return QTest::qWaitFor([&] { return m_program->presenters.search.state() == SearchState::Results && results(); });
}

void DiscoverTest::starterSets()
{
    Program& p = *m_program;
    QVERIFY(p.find<QWidget>("starterHead"));
    QVERIFY(!p.find<QAbstractButton>("exportButton"));
    const auto wellKnown = cards()->films()->items();
    p.find<QAbstractButton>("starterSet.1")->click();
    QTRY_VERIFY(cards()->films()->items() != wellKnown);
    QVERIFY(p.find<QAbstractButton>("starterSet.1")->isChecked());
    QVERIFY(!p.find<QAbstractButton>("starterSet.0")->isChecked());
    p.find<QAbstractButton>("starterSet.0")->click();
    QTRY_VERIFY(cards()->films()->items() == wellKnown);
}

void DiscoverTest::cardsShareTheWidth_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1024, 640), QSize(1199, 700), QSize(1200, 700), QSize(1440, 900), QSize(1700, 900),
                             QSize(1920, 1000), QSize(2560, 1440)})
        QTest::addRow("%d", size.width()) << size;
}

void DiscoverTest::cardsShareTheWidth()
{
    QFETCH(QSize, size);
    m_program->window->resize(size);
    FilmList* list = cards();
    const auto inFirstRow = [&] {
        int count = 0;
        while (count < list->films()->rowCount() && list->filmRect(count).top() == list->filmRect(0).top())
            ++count;
        return count;
    };
    QTRY_COMPARE(m_program->window->size(), size);
    const CardMetrics metrics = CardMetrics::forWindow(size.width());
    const int room = list->maximumViewportSize().width() - list->scrollBarRoom() - 2 * list->bleed();
    const int columns = metrics.columns(room);
    QVERIFY(columns >= 2);
    QTRY_COMPARE(inFirstRow(), columns);
    // From edge to edge, the gaps equal up to rounding.
    QCOMPARE(list->filmRect(0).left(), static_cast<double>(list->bleed()));
    QCOMPARE(list->filmRect(columns - 1).right(), static_cast<double>(list->bleed() + room));
    std::set<double> gaps;
    for (int i = 1; i < columns; ++i)
        gaps.insert(list->filmRect(i).left() - list->filmRect(i - 1).right());
    QVERIFY(*gaps.begin() >= metrics.minimumGap);
    QVERIFY(*gaps.rbegin() - *gaps.begin() <= 1);
}

void DiscoverTest::everyPointOfACardIsItsOwn()
{
    m_program->window->resize(1440, 900);
    FilmList* list = cards();
    QTRY_COMPARE(m_program->window->width(), 1440);
    for (int row = 0; row < 12; ++row) {
        const QRectF rect = list->filmRect(row).adjusted(1, 1, -1, -1);
        for (const QPointF& corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
            QCOMPARE(list->indexAt(corner.toPoint()).row(), row);
    }
}

void DiscoverTest::arrowsKeepTheColumn()
{
    Program& p = *m_program;
    FilmList* list = cards();
    list->focusFilms();
    list->select(list->films()->itemAt(0));
    p.key(Qt::Key_Right);
    QCOMPARE(list->currentIndex().row(), 1);
    p.key(Qt::Key_Down);
    const int below = list->currentIndex().row();
    QVERIFY(below > 2);
    QCOMPARE(list->filmRect(below).left(), list->filmRect(1).left());
    p.key(Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), 1);
    // Up from the first row leaves the list.
    p.key(Qt::Key_Up);
    QCOMPARE(p.focusName(), QStringLiteral("searchField"));
    p.key(Qt::Key_Down);
    QCOMPARE(p.focusName(), QStringLiteral("recommendationsList"));
    QCOMPARE(list->currentIndex().row(), 1);
}

void DiscoverTest::focusGoesToTheNextFilm()
{
    Program& p = *m_program;
    FilmList* list = cards();
    for (int like = 1; like <= 3; ++like) {
        list->focusFilms();
        p.key(Qt::Key_L);
        QTRY_COMPARE(p.count(ItemState::Liked), static_cast<std::size_t>(like));
        QTRY_COMPARE(p.presenters.recommend.state(), RecommendState::Recommending);
        QTRY_VERIFY(list->films()->rowOf(p.workspace.session()->history->likes().back()) < 0);
        QCOMPARE(p.focusName(), QStringLiteral("recommendationsList"));
        QVERIFY(list->currentFilm().isValid());
    }
    QVERIFY(!p.find<QWidget>("starterHead"));
    QVERIFY(p.find<QAbstractButton>("exportButton"));
    // Hiding moves no taste, so the list stays but for the film that goes: the one behind it is next.
    list->select(list->films()->itemAt(2));
    const ItemId current = list->currentFilm();
    const ItemId next = list->films()->itemAt(3);
    p.key(Qt::Key_H);
    QTRY_COMPARE(p.count(ItemState::Hidden), std::size_t{1});
    QTRY_VERIFY(list->films()->rowOf(current) < 0);
    QCOMPARE(list->currentFilm(), next);
    QCOMPARE(p.workspace.session()->history->events().back().source, Source::Recommended);
}

void DiscoverTest::detailsFollowTheList()
{
    Program& p = *m_program;
    QVERIFY(searchFor(QStringLiteral("war")));
    FilmList* list = results();
    list->focusFilms();
    p.key(Qt::Key_Return);
    QVERIFY(p.presenters.details.isOpen());
    QTRY_VERIFY(p.find<QWidget>("detailsPane"));
    QVERIFY(!cards());
    QCOMPARE(p.presenters.details.item(), list->films()->itemAt(0));
    QVERIFY(!p.presenters.details.hasPrevious());
    p.key(Qt::Key_Down);
    QCOMPARE(p.presenters.details.item(), list->films()->itemAt(1));
    p.find<QAbstractButton>("nextFilm")->click();
    QCOMPARE(p.presenters.details.item(), list->films()->itemAt(2));
    QCOMPARE(list->currentIndex().row(), 2);
    QTRY_VERIFY(p.find<QWidget>("nearestFilms"));
    // In a wide window they are a column of their own.
    p.window->resize(2000, 1000);
    QTRY_VERIFY(cards());
    QVERIFY(p.find<QWidget>("detailsPane"));
    p.window->resize(1440, 900);
    QTRY_VERIFY(!cards());
}

void DiscoverTest::escapeClosesInOrder()
{
    Program& p = *m_program;
    p.find<QAbstractButton>("likeButton")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!p.presenters.details.isOpen());
    QCOMPARE(p.focusName(), QStringLiteral("resultsList"));
    QVERIFY(cards());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(p.presenters.search.state(), SearchState::Empty);
    QCOMPARE(p.focusName(), QStringLiteral("searchField"));
    QVERIFY(p.find<QLineEdit>("searchField")->text().isEmpty());
    QVERIFY(!results());
}

void DiscoverTest::wayOfSearching()
{
    Program& p = *m_program;
    QVERIFY(searchFor(QStringLiteral("hackers")));
    const std::size_t all = p.presenters.search.count();
    auto* ways = p.find<Segment>("searchBy");
    QVERIFY(ways && !p.find<QWidget>("searchByCombo"));
    ways->setCurrentId(static_cast<int>(SearchBy::Title));
    QTRY_COMPARE(p.presenters.search.state(), SearchState::Results);
    QTRY_VERIFY(p.presenters.search.count() < all);
    p.window->resize(1024, 640);
    QTRY_VERIFY(p.find<QWidget>("searchByCombo"));
    QVERIFY(!p.find<QWidget>("searchBy"));
    p.window->resize(1440, 900);
    // Nothing found in this way: the empty state leads to the others.
    p.presenters.search.searchNow(QStringLiteral("teenage hackers"));
    QTRY_COMPARE(p.presenters.search.state(), SearchState::NoMatch);
    auto* everything = p.find<QAbstractButton>("searchAll");
    QVERIFY(everything);
    everything->click();
    QTRY_COMPARE(p.presenters.search.state(), SearchState::Results);
    QCOMPARE(ways->currentId(), static_cast<int>(SearchBy::All));
}

void DiscoverTest::moreLikeThis()
{
    Program& p = *m_program;
    QVERIFY(searchFor(QStringLiteral("hackers")));
    const ItemId film = results()->films()->itemAt(0);
    results()->focusFilms();
    p.key(Qt::Key_M);
    QTRY_COMPARE(p.presenters.search.likeItem(), film);
    QTRY_VERIFY(p.presenters.search.state() == SearchState::Results && results()->films()->rowCount() > 5);
    QVERIFY(results()->films()->rowOf(film) < 0);
    QVERIFY(!p.find<QWidget>("searchBy"));
    QTRY_COMPARE(p.focusName(), QStringLiteral("resultsList"));
    QCOMPARE(results()->currentIndex().row(), 0);
    p.find<QAbstractButton>("closeSimilar")->click();
    QCOMPARE(p.presenters.search.state(), SearchState::Empty);
    QCOMPARE(p.focusName(), QStringLiteral("searchField"));
}

void DiscoverTest::facetsByKeys()
{
    Program& p = *m_program;
    p.presenters.search.clear();
    auto* chip = p.find<QAbstractButton>("facet.genre");
    QVERIFY(chip);
    p.picture("discover-facets");
    chip->setFocus(Qt::TabFocusReason);
    p.key(Qt::Key_Space);
    auto* values = p.find<QListView>("facetValues");
    QVERIFY(values);
    QCOMPARE(QApplication::focusWidget(), values);
    p.picture("discover-facet-open");
    p.key(Qt::Key_Down);
    const QString second = values->currentIndex().data().toString();
    p.key(Qt::Key_Space);
    QTRY_VERIFY(p.presenters.filter.allowed());
    QVERIFY2(chip->text().contains(second) || chip->accessibleName().contains(second), qPrintable(chip->accessibleName()));
    QCOMPARE(p.find<QLineEdit>("searchField")->text(), p.presenters.search.query());
    QVERIFY2(values->isVisible() && values->currentIndex().row() == 1, "ticking goes on where it was");
    p.picture("discover-facet-ticked");
    p.key(Qt::Key_Escape);
    QVERIFY(!p.find<QListView>("facetValues"));
    QCOMPARE(QApplication::focusWidget(), chip);
    p.picture("discover-filtered");
    p.find<QAbstractButton>("clearFilter")->click();
    QTRY_VERIFY(!p.presenters.filter.filtering());
    QVERIFY(!p.find<QAbstractButton>("clearFilter"));
    // In narrow windows the chips are folded away, until they are asked for or hold something.
    p.window->resize(1024, 640);
    QTRY_VERIFY(!p.find<QAbstractButton>("facet.genre"));
    p.find<QAbstractButton>("filterButton")->click();
    QTRY_VERIFY(p.find<QAbstractButton>("facet.genre"));
    p.picture("discover-facets-narrow");
    p.find<QAbstractButton>("filterButton")->click();
    QTRY_VERIFY(!p.find<QAbstractButton>("facet.genre"));
    p.window->resize(1440, 900);
    p.find<QAbstractButton>("filterButton")->click();
    QTRY_VERIFY(p.find<QAbstractButton>("facet.genre"));
}

void DiscoverTest::completionByKeys()
{
    Program& p = *m_program;
    auto* field = p.find<QLineEdit>("searchField");
    field->clear();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("gen"));
    auto* list = p.find<QListView>("completions");
    QTRY_VERIFY((list = p.find<QListView>("completions")) != nullptr);
    p.key(Qt::Key_Down);
    p.key(Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("genre:"));
    QTRY_VERIFY((list = p.find<QListView>("completions")) && list->model()->rowCount() > 3);
    p.picture("discover-completion");
    p.key(Qt::Key_Down);
    p.key(Qt::Key_Down);
    p.key(Qt::Key_Up);
    p.key(Qt::Key_Tab);
    QVERIFY(field->text().startsWith(QStringLiteral("genre:")) && field->text().endsWith(QLatin1Char(' ')));
    QTRY_VERIFY(p.presenters.filter.filtering());
    QCOMPARE(p.focusName(), QStringLiteral("searchField"));
    // Esc closes the list first, and only then empties the field.
    QTest::keyClicks(field, QStringLiteral("dir"));
    QTRY_VERIFY(p.find<QListView>("completions"));
    p.key(Qt::Key_Escape);
    QVERIFY(!p.find<QListView>("completions"));
    QVERIFY(!field->text().isEmpty());
    // What could not be used is said below the field.
    QTest::keyClicks(field, QStringLiteral(" year:abc"));
    QTRY_VERIFY(p.find<QWidget>("queryProblem"));
    p.picture("discover-problem");
    p.presenters.search.clear();
    QTRY_VERIFY(!p.find<QWidget>("queryProblem"));
}

void DiscoverTest::betweenTwo()
{
    Program& p = *m_program;
    QVERIFY(searchFor(QStringLiteral("robot")));
    results()->select(results()->films()->itemAt(0));
    results()->focusFilms();
    const ItemId first = results()->films()->itemAt(0);
    const ItemId second = results()->films()->itemAt(1);
    p.key(Qt::Key_B);
    QTRY_VERIFY(p.find<QWidget>("queryProblem"));
    p.picture("discover-between-first");
    p.key(Qt::Key_Down);
    p.key(Qt::Key_B);
    QTRY_COMPARE(p.presenters.search.request().like, (std::vector<ItemId>{first, second}));
    QTRY_VERIFY(p.presenters.search.state() == SearchState::Results);
    QVERIFY(results()->films()->rowOf(first) < 0 && results()->films()->rowOf(second) < 0);
    QVERIFY(p.find<QLineEdit>("searchField")->text().startsWith(QStringLiteral("between:")));
    p.picture("discover-between");
    p.presenters.search.clear();
}

void DiscoverTest::removeAndUndoInThePanel()
{
    Program& p = *m_program;
    QTRY_COMPARE(p.presenters.taste.view()->shares.size(), std::size_t{3});
    const ItemId newest = p.presenters.taste.view()->shares.front().face.item;
    p.find<QAbstractButton>("removeButton")->click();
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{2});
    QTRY_VERIFY(p.find<QWidget>("undoNotice"));
    QCOMPARE(p.workspace.session()->history->state(newest), ItemState::None);
    p.find<QAbstractButton>("undoButton")->click();
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{3});
    QCOMPARE(p.workspace.session()->history->state(newest), ItemState::Liked);
}

void DiscoverTest::panelGivesWay()
{
    Program& p = *m_program;
    std::vector<ItemId> more;
    for (std::uint32_t id = 200; id < 212; ++id)
        more.push_back(ItemId(id));
    p.workspace.act(Act::Liked, more, Source::Search);
    QTRY_COMPARE(p.presenters.taste.view()->shares.size(), std::size_t{15});
    const auto rows = [&] {
        const auto all = p.window->findChildren<QWidget*>(QStringLiteral("shareRow"));
        return std::count_if(all.begin(), all.end(), [](QWidget* row) { return row->isVisible(); });
    };
    const auto map = [&] { return p.find<QWidget>("tasteMap"); };
    p.window->resize(1440, 1300);
    QTRY_COMPARE(rows(), 15);
    QVERIFY(!p.find<QWidget>("olderLikes"));
    const int full = map()->height();
    p.window->resize(1440, 800);
    QTRY_VERIFY(rows() < 15);
    QVERIFY(rows() >= 2);
    QVERIFY(p.find<QWidget>("olderLikes"));
    QCOMPARE(map()->height(), full);
    // At the least height nothing is cut off at the foot.
    p.window->resize(1440, 560);
    QTRY_COMPARE(p.window->height(), 560);
    auto* panel = p.find<TastePanel>("tastePanel");
    auto* combo = p.find<QWidget>("spaceCombo");
    QTRY_VERIFY(combo->mapTo(panel, QPoint(0, combo->height())).y() <= panel->height());
    auto* middle = p.find<QWidget>("middleShare");
    QVERIFY(middle->mapTo(panel, QPoint(0, middle->height())).y() <= combo->mapTo(panel, QPoint()).y());
    p.window->resize(1440, 900);
}

void DiscoverTest::panelFolds()
{
    Program& p = *m_program;
    auto* panel = p.find<TastePanel>("tastePanel");
    QTest::keyClick(p.window.get(), Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(panel->rail());
    QTRY_COMPARE(panel->width(), 60);
    p.showPage(PageId::Likes);
    p.showPage(PageId::Discover);
    QVERIFY2(panel->rail(), "as the user left it");
    QTest::keyClick(p.window.get(), Qt::Key_Backslash, Qt::ControlModifier);
    QTRY_COMPARE(panel->width(), 312);
}

static const tw::test::RegisterWindowTest<DiscoverTest> kDiscover;

#include "test_discover.moc"
