// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/gui/map/page_rig.h"
#include "ui/widgets/map/map_canvas.h"
#include "ui/widgets/map/map_card_popover.h"
#include "ui/widgets/map/map_legend.h"
#include "ui/widgets/map/map_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QWheelEvent>

namespace tw::test {

using namespace ui;

class MapPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void hoveringShowsACardAndLeavingHidesIt();
    void aClickPinsTheCardAndItsButtonsAct();
    void keysWalkFromFilmToFilm();
    void theLegendHidesAndLights();
    void colouringByAnotherColumn();
    void theScrubberHasOneStopALike();
    void wheelAndKeysZoom();
    void findingMovesTheMap();
    void aFilmAskedForEarlyIsShownLater();
    void positionsAreWritten();
    void theLegendFoldsIntoAButton();

private:
    QPoint placeOf(std::uint32_t row) const;
    /// The row that a pointer at a row's place meets: another film may lie on the same pixel.
    std::uint32_t apart() const;
    QAbstractButton* legendRow(std::uint8_t colour) const;

    std::unique_ptr<PageRig> m_rig;
    MapPage* m_page = nullptr;
    MapCanvas* m_canvas = nullptr;
    MapCardPopover* m_card = nullptr;
};

void MapPageTest::init()
{
    m_rig = std::make_unique<PageRig>();
    m_page = m_rig->show<MapPage>(1000, 760);
    QVERIFY(m_rig->open());
    QVERIFY(m_rig->waitComplete(m_page));
    m_canvas = m_rig->find<MapCanvas>("mapCanvas");
    m_card = m_rig->find<MapCardPopover>("mapCard");
    QVERIFY(m_canvas && m_card);
}

QPoint MapPageTest::placeOf(std::uint32_t row) const
{
    const auto at = m_rig->presenters.map.points()->positions.row(row);
    return m_canvas->view().toScreen(QPointF(static_cast<double>(at[0]), static_cast<double>(at[1]))).toPoint();
}

std::uint32_t MapPageTest::apart() const
{
    const std::size_t count = m_rig->presenters.map.points()->items.size();
    for (std::uint32_t row = 0; row < count; ++row) {
        bool alone = m_canvas->rect().adjusted(60, 60, -60, -60).contains(placeOf(row));
        for (std::uint32_t other = 0; other < count; ++other)
            alone = alone && (other == row || (placeOf(other) - placeOf(row)).manhattanLength() > 25);
        if (alone)
            return row;
    }
    return 0;
}

QAbstractButton* MapPageTest::legendRow(std::uint8_t colour) const
{
    return m_rig->window.findChild<QAbstractButton*>(QStringLiteral("legend.%1").arg(colour));
}

void MapPageTest::hoveringShowsACardAndLeavingHidesIt()
{
    const std::uint32_t row = apart();
    const ItemId film = m_rig->presenters.map.points()->items[row];
    QVERIFY(!m_card->isVisible());
    QTest::mouseMove(m_canvas, placeOf(row));
    QTRY_VERIFY(m_card->isVisible());
    QCOMPARE(m_card->item(), film);
    QVERIFY(!m_card->pinned());
    QVERIFY(!m_card->geometry().contains(placeOf(row)));
    QVERIFY(m_card->accessibleText().contains(m_rig->presenters.map.card()->face.title));
    QVERIFY(m_canvas->rect().contains(m_card->geometry()));
    QTest::mouseMove(m_canvas, QPoint(2, 2));
    QTRY_VERIFY(!m_card->isVisible());
}

void MapPageTest::aClickPinsTheCardAndItsButtonsAct()
{
    const std::uint32_t row = apart();
    const ItemId film = m_rig->presenters.map.points()->items[row];
    QTest::mouseClick(m_canvas, Qt::LeftButton, {}, placeOf(row));
    QTRY_VERIFY(m_card->isVisible());
    QVERIFY(m_card->pinned());
    QTest::mouseMove(m_canvas, QPoint(2, 2));
    QVERIFY(m_card->isVisible());
    const auto state = [&] { return m_rig->workspace.session()->history->state(film); };
    auto* likeButton = m_rig->find<QAbstractButton>("mapCardLike");
    QTest::mouseClick(likeButton, Qt::LeftButton);
    QTRY_COMPARE(state(), ItemState::Liked);
    QTRY_VERIFY(likeButton->isChecked());
    QTest::mouseClick(m_rig->find<QAbstractButton>("mapCardDislike"), Qt::LeftButton);
    QTRY_COMPARE(state(), ItemState::Disliked);
    QTRY_VERIFY(!likeButton->isChecked());
    QVERIFY(m_page->closeInnermost());
    QTRY_VERIFY(!m_card->isVisible());
    QVERIFY(!m_page->closeInnermost());
}

void MapPageTest::keysWalkFromFilmToFilm()
{
    m_page->focusMain();
    QTRY_VERIFY(m_canvas->hasFocus());
    QTest::keyClick(m_canvas, Qt::Key_Return);
    QVERIFY(m_canvas->chosen());
    const std::uint32_t first = *m_canvas->chosen();
    const double x = static_cast<double>(m_rig->presenters.map.points()->positions.row(first)[0]);
    QTest::keyClick(m_canvas, Qt::Key_Right);
    const std::uint32_t second = m_canvas->chosen().value();
    QVERIFY(second != first);
    QVERIFY(static_cast<double>(m_rig->presenters.map.points()->positions.row(second)[0]) > x);
    // What is told follows the walk.
    const ItemId film = m_rig->presenters.map.points()->items[second];
    QTRY_VERIFY(m_card->isVisible() && m_card->item() == film);
    QCOMPARE(m_canvas->accessibleDescription(), m_card->accessibleText());
    QTest::keyClick(m_canvas, Qt::Key_L);
    QTRY_COMPARE(m_rig->workspace.session()->history->state(film), ItemState::Liked);
    QTest::keyClick(m_canvas, Qt::Key_H);
    QTRY_COMPARE(m_rig->workspace.session()->history->state(film), ItemState::Hidden);
    // Without a chosen film the arrows move the map.
    QVERIFY(m_page->closeInnermost());
    const QPointF centre = m_canvas->view().centre;
    QTest::keyClick(m_canvas, Qt::Key_Right);
    QVERIFY(m_canvas->view().centre.x() > centre.x());
}

void MapPageTest::theLegendHidesAndLights()
{
    const std::uint32_t row = apart();
    const auto points = m_rig->presenters.map.points();
    const std::uint8_t colour = points->colouring.colourOfRow[row];
    std::size_t named = 0;
    for (const LegendEntry& entry : points->colouring.legend)
        named += entry.count;
    QCOMPARE(named, points->items.size());
    QAbstractButton* button = legendRow(colour);
    QVERIFY(button && button->isChecked());
    QSignalSpy lit(m_rig->find<MapLegend>("mapLegend"), &MapLegend::categoryLit);
    QTest::mouseMove(button);
    QTRY_VERIFY(!lit.isEmpty());
    QCOMPARE(lit.last().first().toInt(), static_cast<int>(colour));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!button->isChecked());
    QTest::mouseMove(m_canvas, placeOf(row));
    QTest::mouseClick(m_canvas, Qt::LeftButton, {}, placeOf(row));
    QVERIFY(!m_canvas->chosen());
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(m_canvas, Qt::LeftButton, {}, placeOf(row));
    QCOMPARE(m_canvas->chosen(), std::optional(row));
}

void MapPageTest::colouringByAnotherColumn()
{
    auto* by = m_rig->find<QComboBox>("colourBy");
    const plot::PlotView view = m_canvas->view();
    by->setCurrentIndex(1);
    Q_EMIT by->activated(1);
    QTRY_COMPARE(m_rig->presenters.map.points()->colouring.by, ColourBy::Decade);
    QCOMPARE(static_cast<std::size_t>(m_rig->find<MapLegend>("mapLegend")->rowCount()),
             m_rig->presenters.map.points()->colouring.legend.size());
    QVERIFY(m_canvas->view() == view);
}

void MapPageTest::theScrubberHasOneStopALike()
{
    auto* scrubber = m_rig->find<QSlider>("walkScrubber");
    QVERIFY(!scrubber->isEnabled());
    const auto items = m_rig->presenters.map.points()->items;
    for (const std::size_t row : {3U, 50U, 100U}) {
        m_rig->workspace.act(Act::Liked, items[row], Source::Map);
    }
    QTRY_COMPARE(scrubber->maximum(), 3);
    QCOMPARE(scrubber->minimum(), 1);
    QCOMPARE(scrubber->value(), 3);
    QCOMPARE(m_canvas->stop(), std::size_t{3});
    QVERIFY(scrubber->isEnabled());
    scrubber->setFocus();
    QTest::keyClick(scrubber, Qt::Key_Home);
    QCOMPARE(m_canvas->stop(), std::size_t{1});
    const Item& first = m_rig->workspace.session()->catalog->item(m_rig->presenters.map.taste()->trailItems[0]);
    QCOMPARE(scrubber->accessibleDescription(), shown(first.title));
}

void MapPageTest::wheelAndKeysZoom()
{
    const QPointF pointer(300, 200);
    const QPointF under = m_canvas->view().toData(pointer);
    const double before = m_canvas->view().scale;
    QWheelEvent wheel(pointer, m_canvas->mapToGlobal(pointer), QPoint(), QPoint(0, 240), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_canvas, &wheel);
    QVERIFY(m_canvas->view().scale > before);
    QVERIFY(QLineF(m_canvas->view().toData(pointer), under).length() * m_canvas->view().scale < 0.01);
    m_canvas->setFocus();
    const double wheeled = m_canvas->view().scale;
    QTest::keyClick(m_canvas, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_canvas->view().scale > wheeled);
    QTest::keyClick(m_canvas, Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(std::abs(m_canvas->view().scale / wheeled - 1) < 1e-9);
    QTest::mouseClick(m_rig->find<QAbstractButton>("fitMap"), Qt::LeftButton);
    QVERIFY(std::abs(m_canvas->view().scale / before - 1) < 1e-9);
}

void MapPageTest::findingMovesTheMap()
{
    const auto points = m_rig->presenters.map.points();
    const QString title = shown(m_rig->workspace.session()->catalog->item(points->items[40]).title);
    auto* field = m_rig->find<QLineEdit>("findOnMap");
    field->setFocus();
    QTest::keyClicks(field, title);
    auto* list = m_rig->find<QAbstractItemView>("foundOnMap");
    QTRY_VERIFY(list->isVisible() && list->model()->rowCount() > 0 && !list->currentIndex().data().toString().isEmpty());
    QTRY_COMPARE(list->currentIndex().data().toString(), title);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_canvas->chosen(), std::optional<std::uint32_t>(40));
    QTRY_VERIFY(m_card->isVisible());
    QCOMPARE(m_card->item(), points->items[40]);
    QVERIFY((placeOf(40) - m_canvas->rect().center()).manhattanLength() < 4);
}

void MapPageTest::aFilmAskedForEarlyIsShownLater()
{
    PageRig other;
    auto* page = other.show<MapPage>(1000, 760);
    page->showFilm(ItemId(7));
    QVERIFY(other.open());
    auto* card = other.find<MapCardPopover>("mapCard");
    QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), 20'000);
    QCOMPARE(card->item(), ItemId(7));
    QVERIFY(card->pinned());
}

void MapPageTest::positionsAreWritten()
{
    const auto path = m_rig->folder / "positions.csv";
    m_rig->dialogs.file = QString::fromStdString(path.string());
    QSignalSpy written(&m_rig->presenters.exporting, &ExportPresenter::written);
    QTest::mouseClick(m_rig->find<QAbstractButton>("exportPositions"), Qt::LeftButton);
    QTRY_COMPARE(written.count(), 1);
    const auto text = readFile(path);
    QVERIFY(text.has_value());
    QVERIFY(text->starts_with("key,title,year,x,y\r\n"));
    const auto lines = static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n'));
    QCOMPARE(lines, m_rig->presenters.map.points()->items.size() + 1);
    m_rig->dialogs.file.clear(); // cancelled: nothing is written
    QTest::mouseClick(m_rig->find<QAbstractButton>("exportPositions"), Qt::LeftButton);
    QCOMPARE(written.count(), 1);
}

void MapPageTest::theLegendFoldsIntoAButton()
{
    auto* legend = m_rig->find<MapLegend>("mapLegend");
    auto* button = m_rig->find<QAbstractButton>("legendButton");
    QVERIFY(legend->isVisible() && !button->isVisible());
    m_page->setWidthClass(0);
    QVERIFY(!legend->isVisible() && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(legend->isVisible());
    QVERIFY(m_page->closeInnermost());
    QVERIFY(!legend->isVisible());
    m_page->setWidthClass(1);
    QVERIFY(legend->isVisible() && !button->isVisible());
}

namespace {
const RegisterPageTest<MapPageTest> registered;
}

} // namespace tw::test

#include "test_map_page.moc"
