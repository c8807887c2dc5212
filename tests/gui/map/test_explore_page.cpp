// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/map/page_rig.h"
#include "ui/widgets/explore/explore_page.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/lists/film_list.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>

namespace tw::test {

using namespace ui;

class ExplorePageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void theSliderMovesTheListAndEndsItsFrame();
    void aPinnedListIsComparedWith();
    void theSearchColumnAnswers();
    void theArticleSaysWhenItDrowns();
    void aTypedSeedGivesTheSameListAgain();
    void picksAreCounted();
    void arrowsGoFromListToList();
    void narrowWindowsShowTwoColumns();

private:
    std::vector<ItemId> items(ExploreColumn column) const { return m_rig->presenters.explore.list(column)->items(); }

    std::unique_ptr<PageRig> m_rig;
    ExplorePage* m_page = nullptr;
};

void ExplorePageTest::init()
{
    m_rig = std::make_unique<PageRig>();
    m_page = m_rig->show<ExplorePage>(1050, 800);
    QVERIFY(m_rig->open());
    QVERIFY(m_rig->waitComplete(m_page));
    QTRY_COMPARE(items(ExploreColumn::Profile).size(), ExplorePresenter::kCount);
}

void ExplorePageTest::theSliderMovesTheListAndEndsItsFrame()
{
    auto* slider = m_rig->find<QSlider>("gaussianSlider");
    slider->setValue(0);
    QTRY_COMPARE(items(ExploreColumn::Gaussian), items(ExploreColumn::Profile));
    QTRY_VERIFY(m_rig->trace.sliderFrames().size() >= 1);
    QVERIFY(m_rig->waitComplete(m_page));
    const std::size_t frames = m_rig->trace.sliderFrames().size();
    slider->setValue(80);
    QTRY_VERIFY(items(ExploreColumn::Gaussian) != items(ExploreColumn::Profile));
    QTRY_COMPARE(m_rig->trace.sliderFrames().size(), frames + 1);
    QCOMPARE(m_rig->workspace.settings().gaussianPercent, 80.0);
    // A change from elsewhere moves the slider, and is no slider's frame.
    QVERIFY(m_rig->waitComplete(m_page));
    m_rig->workspace.setGaussianPercent(35);
    QTRY_COMPARE(slider->value(), 35);
    QVERIFY(m_rig->waitComplete(m_page));
    QCOMPARE(m_rig->trace.sliderFrames().size(), frames + 1);
}

void ExplorePageTest::aPinnedListIsComparedWith()
{
    auto* pin = m_rig->find<QAbstractButton>("bucketsPin");
    QTest::mouseClick(pin, Qt::LeftButton);
    QCOMPARE(m_rig->presenters.explore.pinnedColumn(), std::optional(ExploreColumn::Buckets));
    QVERIFY(pin->isChecked());
    QTest::mouseClick(m_rig->find<QAbstractButton>("profilePin"), Qt::LeftButton);
    QVERIFY(!pin->isChecked());
    QCOMPARE(m_rig->presenters.explore.pinnedColumn(), std::optional(ExploreColumn::Profile));
    QVERIFY(m_page->closeInnermost());
    QVERIFY(!m_rig->presenters.explore.pinnedColumn());
    QVERIFY(!m_rig->find<QAbstractButton>("profilePin")->isChecked());
}

void ExplorePageTest::theSearchColumnAnswers()
{
    auto* list = m_rig->find<FilmList>("searchList");
    auto* field = m_rig->find<QLineEdit>("exploreSearch");
    QVERIFY(!list->isVisible()); // a hint stands there
    field->setFocus();
    const Item& film = m_rig->workspace.session()->catalog->item(ItemId(5));
    QTest::keyClicks(field, shown(film.title));
    QTRY_VERIFY(list->isVisible() && !items(ExploreColumn::Search).empty());
    QTRY_COMPARE(items(ExploreColumn::Search).front(), ItemId(5));
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(field->hasFocus());
    QVERIFY(m_page->closeInnermost());
    QTRY_VERIFY(!list->isVisible());
}

void ExplorePageTest::theArticleSaysWhenItDrowns()
{
    auto* drowned = m_rig->find<QLabel>("gaussianDrowned");
    QVERIFY(!drowned->isVisible());
    m_rig->find<Segment>("noiseMode")->setCurrentId(1);
    QTRY_VERIFY(drowned->isVisible());
    QVERIFY(!drowned->text().isEmpty());
    // All of the sentence is seen.
    QVERIFY(drowned->height() >= drowned->heightForWidth(drowned->width()));
    m_rig->find<Segment>("noiseMode")->setCurrentId(0);
    QTRY_VERIFY(!drowned->isVisible());
}

void ExplorePageTest::aTypedSeedGivesTheSameListAgain()
{
    auto* seed = m_rig->find<QLineEdit>("seedField");
    const auto type = [&](const char* digits) {
        seed->setFocus();
        seed->selectAll();
        QTest::keyClicks(seed, QLatin1String(digits));
        QTest::keyClick(seed, Qt::Key_Return);
    };
    m_rig->find<QSlider>("gaussianSlider")->setValue(60);
    type("77");
    QTRY_COMPARE(m_rig->workspace.settings().seed, std::uint64_t{77});
    QVERIFY(m_rig->waitComplete(m_page));
    const auto drawn = items(ExploreColumn::Gaussian);
    type("78");
    QTRY_VERIFY(items(ExploreColumn::Gaussian) != drawn);
    type("77");
    QTRY_COMPARE(items(ExploreColumn::Gaussian), drawn);
}

void ExplorePageTest::picksAreCounted()
{
    auto* list = m_rig->find<FilmList>("bucketsList");
    list->focusFilms();
    const ItemId film = list->currentFilm();
    QTest::keyClick(list, Qt::Key_L);
    QTRY_COMPARE(m_rig->workspace.session()->history->state(film), ItemState::Liked);
    QTRY_COMPARE(m_rig->presenters.explore.column(ExploreColumn::Buckets).picks, std::size_t{1});
    QCOMPARE(m_rig->presenters.explore.totalPicks(), std::size_t{1});
}

void ExplorePageTest::arrowsGoFromListToList()
{
    m_rig->find<FilmList>("profileList")->focusFilms();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(m_rig->find<FilmList>("gaussianList")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(m_rig->find<QLineEdit>("exploreSearch")->hasFocus()); // no list there yet
    m_rig->find<FilmList>("gaussianList")->focusFilms();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QVERIFY(m_rig->find<FilmList>("profileList")->hasFocus());
}

void ExplorePageTest::narrowWindowsShowTwoColumns()
{
    m_page->setWidthClass(0);
    m_rig->window.resize(660, 600);
    const auto seen = [&] {
        QStringList names;
        for (const char* name : {"profileColumn", "gaussianColumn", "bucketsColumn", "searchColumn"})
            if (m_rig->find<QWidget>(name)->isVisible())
                names.append(QLatin1String(name));
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(seen(), QStringLiteral("profileColumn gaussianColumn"));
    auto* after = m_rig->find<QAbstractButton>("columnAfter");
    QTest::mouseClick(after, Qt::LeftButton);
    QCOMPARE(seen(), QStringLiteral("gaussianColumn bucketsColumn"));
    QTest::mouseClick(after, Qt::LeftButton);
    QCOMPARE(seen(), QStringLiteral("bucketsColumn searchColumn"));
    QVERIFY(!after->isEnabled());
    // Going to a list with the keys brings it in.
    m_rig->find<FilmList>("bucketsList")->focusFilms();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(seen(), QStringLiteral("gaussianColumn bucketsColumn"));
    m_page->setWidthClass(1);
    QCOMPARE(seen(), QStringLiteral("profileColumn gaussianColumn bucketsColumn searchColumn"));
}

namespace {
const RegisterPageTest<ExplorePageTest> registered;
}

} // namespace tw::test

#include "test_explore_page.moc"
