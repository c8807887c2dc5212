// SPDX-License-Identifier: GPL-3.0-or-later
// The main job from the first start to the second, with keys and pointer in the real window. Each step goes on where
// the one before ended.
#include "tests/gui/window/window_fixture.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/map/map_canvas.h"
#include "ui/widgets/map/map_card_popover.h"
#include "ui/widgets/shell/overlay.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

class StoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstStart();
    void search();
    void likeThreeFilms();
    void moveMemoryAndNoise();
    void explore();
    void hoverTheMap();
    void undoAndRedo();
    void exportLikes();
    void startAgain();
    void cleanupTestCase() { m_program.reset(); }

private:
    void searchFor(const QString& query, const char* first);

    TempFolder m_folder;
    std::unique_ptr<Program> m_program;
    std::vector<ItemId> m_likes;
    TasteProfile m_profile;
};

void StoryTest::firstStart()
{
    m_program = std::make_unique<Program>(m_folder.path());
    Program& p = *m_program;
    QVERIFY(p.start());
    QVERIFY2(p.workspace.itemCount() >= 200, "the bundled catalogue");
    QVERIFY(p.workspace.isDefaultLibrary());
    QCOMPARE(p.count(ItemState::Liked), std::size_t{0});
    // Before the first like there are films to begin with.
    auto* cards = p.find<FilmList>("recommendationsList");
    QVERIFY(cards);
    QTRY_VERIFY(cards->films()->rowCount() >= 10);
    p.picture("first-start");
}

void StoryTest::searchFor(const QString& query, const char* first)
{
    Program& p = *m_program;
    QTest::keyClick(p.window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(p.focusName(), QStringLiteral("searchField"));
    p.key(Qt::Key_A, Qt::ControlModifier);
    p.type(query);
    QTRY_COMPARE(p.presenters.search.state(), SearchState::Results);
    QTRY_VERIFY(p.find<FilmList>("resultsList"));
    QTRY_COMPARE(p.find<FilmList>("resultsList")->films()->face(0).title, QString::fromUtf8(first));
}

void StoryTest::search()
{
    Program& p = *m_program;
    // The slash is a key of the window as long as no text field has the focus.
    p.find<FilmList>("recommendationsList")->setFocus();
    p.key(Qt::Key_Slash);
    QCOMPARE(p.focusName(), QStringLiteral("searchField"));
    searchFor(QStringLiteral("hackers"), "Hackers");
    p.picture("search");
    p.type(QStringLiteral("qwertzuiop"));
    QTRY_COMPARE(p.presenters.search.state(), SearchState::NoMatch);
    QVERIFY(p.find<QWidget>("searchEmpty"));
    searchFor(QStringLiteral("hackers"), "Hackers");
}

void StoryTest::likeThreeFilms()
{
    Program& p = *m_program;
    const auto liked = [&] { return p.workspace.session()->history->likes(); };
    p.key(Qt::Key_Down); // from the field to the list
    QCOMPARE(p.focusName(), QStringLiteral("resultsList"));
    p.key(Qt::Key_L);
    QTRY_COMPARE(liked().size(), std::size_t{1});
    QCOMPARE(liked().back(), p.film("Hackers"));

    searchFor(QStringLiteral("wargames"), "WarGames");
    p.key(Qt::Key_Down);
    p.key(Qt::Key_Space);
    QTRY_COMPARE(liked().size(), std::size_t{2});
    QCOMPARE(liked().back(), p.film("WarGames"));

    searchFor(QStringLiteral("the matrix"), "The Matrix");
    if (QTest::currentTestFailed())
        return;
    QVERIFY(p.clickAct(p.find<FilmList>("resultsList"), p.film("The Matrix"), ItemAct::Like));
    QTRY_COMPARE(liked().size(), std::size_t{3});
    QCOMPARE(liked().back(), p.film("The Matrix"));
    m_likes.assign(liked().begin(), liked().end());

    // The taste follows, and recommendations never repeat what is liked.
    QTRY_COMPARE(p.presenters.taste.view()->likes, std::size_t{3});
    p.key(Qt::Key_Escape);
    QTRY_COMPARE(p.presenters.recommend.state(), RecommendState::Recommending);
    const auto near = p.presenters.recommend.items()->items();
    QVERIFY(near.size() >= 10);
    for (const ItemId item : m_likes)
        QVERIFY(std::find(near.begin(), near.end(), item) == near.end());
    p.picture("liked");
}

void StoryTest::moveMemoryAndNoise()
{
    Program& p = *m_program;
    auto* memory = p.find<ValueSlider>("memorySlider");
    auto* noise = p.find<ValueSlider>("noiseSlider");
    QVERIFY(memory && noise);
    const float before = p.presenters.taste.view()->middleShare;
    QCOMPARE(memory->value(), p.workspace.settings().memory);
    memory->setFocus();
    p.key(Qt::Key_Home);
    QCOMPARE(p.workspace.settings().memory, 1);
    // At n = 1 a like weighs as much as all before it.
    QTRY_VERIFY(std::abs(p.presenters.taste.view()->middleShare - 0.125F) < 1e-4F);
    QVERIFY(before > 0.125F);
    for (int i = 0; i < 4; ++i)
        p.key(Qt::Key_Right);
    QCOMPARE(p.workspace.settings().memory, 5);
    // Each of three likes leaves n / (n + 1) of what was before.
    const double left = std::pow(5.0 / 6.0, 3.0);
    QTRY_VERIFY2(std::abs(static_cast<double>(p.presenters.taste.view()->middleShare) - left) < 1e-4,
                 qPrintable(QString::number(p.presenters.taste.view()->middleShare)));
    noise->setFocus();
    p.key(Qt::Key_PageUp);
    QCOMPARE(p.workspace.settings().gaussianPercent, static_cast<double>(noise->value()));
    // The keys of the window do the same.
    p.find<FilmList>("recommendationsList")->setFocus();
    p.key(Qt::Key_BracketRight);
    QCOMPARE(p.workspace.settings().memory, 6);
    QCOMPARE(memory->value(), 6);
    p.key(Qt::Key_Minus);
    QCOMPARE(p.workspace.settings().gaussianPercent, static_cast<double>(noise->value()));
}

void StoryTest::explore()
{
    Program& p = *m_program;
    ExplorePresenter& lists = p.presenters.explore;
    p.showPage(PageId::Explore);
    QCOMPARE(p.window->currentPage(), PageId::Explore);
    QVERIFY(p.waitWhole());
    const auto items = [&](ExploreColumn column) { return lists.list(column)->items(); };
    QTRY_VERIFY(!items(ExploreColumn::Profile).empty());
    // Without noise the noisy lists are the recommendations; with it they differ, and the same seed draws the same.
    p.workspace.setGaussianPercent(0);
    p.workspace.setBucketsPercent(0);
    QTRY_COMPARE(items(ExploreColumn::Gaussian), items(ExploreColumn::Profile));
    QTRY_COMPARE(items(ExploreColumn::Buckets), items(ExploreColumn::Profile));
    p.workspace.setGaussianPercent(60);
    QTRY_VERIFY(items(ExploreColumn::Gaussian) != items(ExploreColumn::Profile));
    const auto seed = lists.seed();
    const auto drawn = items(ExploreColumn::Gaussian);
    p.find<QAbstractButton>("shuffleButton")->click();
    QVERIFY(lists.seed() != seed);
    QTRY_VERIFY(items(ExploreColumn::Gaussian) != drawn);
    p.workspace.setSeed(seed);
    QTRY_COMPARE(items(ExploreColumn::Gaussian), drawn);
    p.picture("explore");
}

void StoryTest::hoverTheMap()
{
    Program& p = *m_program;
    p.showPage(PageId::Map);
    QVERIFY(p.waitWhole());
    auto* canvas = p.find<MapCanvas>("mapCanvas");
    QVERIFY(canvas);
    QTRY_VERIFY(canvas->settled());
    const auto points = p.presenters.map.points();
    QVERIFY(points && points->items.size() == p.workspace.itemCount());
    const auto row = p.presenters.map.rowOf(p.film("Hackers"));
    QVERIFY(row.has_value());
    const auto place = points->positions.row(*row);
    const QPoint screen = canvas->view()
                              .toScreen({static_cast<double>(place[0]), static_cast<double>(place[1])})
                              .toPoint();
    QVERIFY(canvas->rect().contains(screen));
    QTest::mouseMove(canvas, screen + QPoint(60, 60));
    QTest::mouseMove(canvas, screen);
    const auto distance = [&](const MapCard& card) {
        const QPointF away = canvas->view().toScreen(card.position) - QPointF(screen);
        return std::hypot(away.x(), away.y());
    };
    // Another film may lie a few pixels beside it; what counts is that the film under the pointer is told of.
    QTRY_VERIFY(p.presenters.map.card() && distance(*p.presenters.map.card()) < 12);
    auto* card = canvas->findChild<MapCardPopover*>(QStringLiteral("mapCard"));
    QVERIFY(card);
    QTRY_VERIFY(card->isVisible());
    QTRY_COMPARE(card->item(), p.presenters.map.card()->face.item);
    QVERIFY(card->accessibleText().contains(p.presenters.map.card()->face.title));
    QCOMPARE(p.presenters.map.card()->neighbours.size(), MapPresenter::kNeighbours);
    p.picture("map");
}

void StoryTest::undoAndRedo()
{
    Program& p = *m_program;
    QTest::keyClick(p.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{2});
    QCOMPARE(p.workspace.session()->history->state(p.film("The Matrix")), ItemState::None);
    QTRY_COMPARE(p.presenters.taste.view()->likes, std::size_t{2});
    QTest::keyClick(p.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{3});
    QTRY_COMPARE(p.presenters.taste.view()->likes, std::size_t{3});
}

void StoryTest::exportLikes()
{
    Program& p = *m_program;
    p.showPage(PageId::Likes);
    QVERIFY(p.waitWhole());
    p.picture("likes");
    QTest::keyClick(p.window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(p.find<Overlay>("exportDialog"));
    QTRY_COMPARE(p.presenters.exporting.preview().rows, std::size_t{3});
    p.picture("export");
    const QString file = QString::fromStdString((m_folder / "mine.csv").string());
    p.find<QLineEdit>("exportFile")->setText(file);
    QTest::mouseClick(p.find<QPushButton>("exportNowButton"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(file));
    QTRY_VERIFY(!p.find<Overlay>("exportDialog"));
    QCOMPARE(p.settings.text(Setting::LastExportFolder), QString::fromStdString(m_folder.path().string()));
    QCOMPARE(p.settings.text(Setting::LastExportFormat), QStringLiteral("csv"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(written.readAll());
    QCOMPARE(text.count(QStringLiteral("\r\n")), 4); // the head and three films
    for (const char* title : {"Hackers", "WarGames", "The Matrix"})
        QVERIFY2(text.contains(QLatin1String(title)), title);
}

void StoryTest::startAgain()
{
    const auto seed = m_program->workspace.settings().seed;
    const auto noise = m_program->workspace.settings().gaussianPercent;
    m_profile = m_program->presenters.taste.view()->profile;
    m_program.reset();
    m_program = std::make_unique<Program>(m_folder.path());
    Program& p = *m_program;
    QVERIFY(p.start());
    QCOMPARE(p.window->currentPage(), PageId::Likes);
    const auto likes = p.workspace.session()->history->likes();
    QVERIFY(std::equal(likes.begin(), likes.end(), m_likes.begin(), m_likes.end()));
    QCOMPARE(p.workspace.settings().memory, 6);
    QCOMPARE(p.workspace.settings().gaussianPercent, noise);
    QCOMPARE(p.workspace.settings().seed, seed);
    QTRY_COMPARE(p.presenters.taste.view()->likes, std::size_t{3});
    QVERIFY(p.presenters.taste.view()->hasProfile);
    QVERIFY(p.presenters.taste.view()->profile.vector == m_profile.vector);
    // What was done before the start can be undone after it.
    QTest::keyClick(p.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{2});
}

static const tw::test::RegisterWindowTest<StoryTest> kStory;
#include "test_story.moc"
