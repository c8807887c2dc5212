// SPDX-License-Identifier: GPL-3.0-or-later
// The index page over a library that is large enough to measure.
#include "tests/gui/window/window_fixture.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/value_slider.h"
#include "ui/widgets/library/library_page.h"
#include "ui/widgets/plot/recall_plot.h"

#include <QAbstractButton>
#include <QPushButton>

#include <fstream>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

namespace {

/// More films than the bundled catalogue has: its own twice, under other titles.
std::filesystem::path manyFilms(const TempFolder& folder)
{
    const auto once = test::someFilms(folder, 1385);
    const auto path = folder / "many.csv";
    std::ofstream to(path);
    to << "title,overview\n";
    std::ifstream from(once);
    std::string line;
    for (int i = 0; std::getline(from, line); ++i) {
        // Any text will do: what is measured is the index, not the meaning.
        std::string words;
        for (const char c : line.substr(0, 400))
            words += c == '"' || c == ',' || c == '{' || c == '}' || c == ':' ? ' ' : c;
        to << "First " << i << ',' << words << "\n";
        to << "Second " << i << ',' << words.substr(words.size() / 2) << " again\n";
    }
    return path;
}

} // namespace

class IndexPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_program = std::make_unique<Program>(m_folder.path(), std::vector{manyFilms(m_folder)});
        QVERIFY(m_program->start());
        m_program->showPage(PageId::Library);
        m_program->find<LibraryPage>("libraryPage")->showSection(LibraryPage::Section::Index);
    }
    void cleanupTestCase() { m_program.reset(); }

    void neverMeasured()
    {
        QVERIFY(index().measureState() == MeasureState::Never);
        QVERIFY(m_program->find<QPushButton>("measureButton")->isEnabled());
        m_program->picture("index-never");
        m_program->find<QAbstractButton>("indexKind.hnsw")->click();
        m_program->picture("index-graph-settings");
        m_program->find<QAbstractButton>("indexKind.ivfpq")->click();
        QVERIFY(m_program->find<SliderRow>("listsSlider"));
        m_program->picture("index-groups-settings");
        m_program->find<QAbstractButton>("indexKind.exact")->click();
    }

    void stopAndMeasureAgain()
    {
        QTest::mouseClick(m_program->find<QPushButton>("measureButton"), Qt::LeftButton);
        QVERIFY(index().measureState() == MeasureState::Measuring);
        m_program->picture("index-measuring");
        QTest::mouseClick(m_program->find<QPushButton>("measureButton"), Qt::LeftButton);
        QTRY_VERIFY(index().measureState() == MeasureState::Stopped);
        QTest::mouseClick(m_program->find<QPushButton>("measureButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(index().measureState() == MeasureState::Measured, 120'000);
        QVERIFY(index().curves().size() >= 2);
        m_program->picture("index-measured");
    }

    void aPointIsTakenOver()
    {
        auto* plot = m_program->find<plot::RecallPlot>("recallPlot");
        QVERIFY(plot);
        plot->setFocus(Qt::TabFocusReason);
        // Every point can be reached and read by keys.
        std::size_t graph = 0;
        for (std::size_t i = 0; i < index().curves().size(); ++i)
            if (index().curves()[i].kind == IndexKind::Hnsw)
                graph = i;
        QVERIFY(graph > 0);
        for (int i = 0; i < 10 && (!plot->cursor() || plot->cursor()->first != graph); ++i)
            m_program->key(Qt::Key_Down);
        m_program->key(Qt::Key_Home);
        m_program->key(Qt::Key_Right);
        QCOMPARE(plot->cursor()->second, std::size_t{1});
        QVERIFY(!m_program->find<Paragraph>("measureReadout")->text().isEmpty());
        m_program->picture("index-point");
        m_program->key(Qt::Key_Return);
        const CurvePoint taken = index().curves()[graph].points[1];
        QVERIFY(index().wanted().kind == IndexKind::Hnsw);
        QCOMPARE(index().wanted().efSearch, taken.effort);
        QVERIFY(m_program->find<QAbstractButton>("indexKind.hnsw")->isChecked());
        QVERIFY(m_program->find<SliderRow>("searchingSlider"));
        QTest::mouseClick(m_program->find<QPushButton>("rebuildButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(index().facts() && index().facts()->kind == IndexKind::Hnsw, 60'000);
        QTRY_VERIFY(!index().differs());
        QVERIFY2(!index().curves().empty(), "what was measured is still true");
        m_program->picture("index-rebuilt");
    }

    void narrow()
    {
        m_program->window->resize(1024, 640);
        auto* page = m_program->find<LibraryPage>("libraryPage");
        QTRY_VERIFY(page->width() <= 1024);
        m_program->picture("index-narrow");
    }

private:
    IndexPresenter& index() const { return m_program->presenters.index; }
    TempFolder m_folder;
    std::unique_ptr<Program> m_program;
};

static const tw::test::RegisterWindowTest<IndexPageTest> kIndexPage;
#include "test_index_page.moc"
