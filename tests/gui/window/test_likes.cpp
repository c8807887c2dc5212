// SPDX-License-Identifier: GPL-3.0-or-later
// The page of likes: filter, kinds, sorting, several at once, forgetting, and the states without a table.
#include "tests/gui/window/window_fixture.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/likes/likes_table.h"
#include "ui/widgets/shell/overlay.h"

#include <QLabel>
#include <QPushButton>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

class LikesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nothingYet();
    void filterAndKinds();
    void sortByKeys();
    void actsOfARow();
    void severalAtOnce();
    void forget();
    void exportSelection();
    void noHistoryKept();

private:
    void standings();
    LikesTable* table() const { return m_program->find<LikesTable>("historyTable"); }
    QString titleAt(int row) const { return table()->model()->index(row, HistoryModel::TitleColumn).data().toString(); }
    void select(int from, int to);

    std::unique_ptr<TempFolder> m_folder;
    std::unique_ptr<Program> m_program;
};

void LikesTest::init()
{
    m_folder = std::make_unique<TempFolder>();
    m_program = std::make_unique<Program>(m_folder->path(), std::vector{tw::test::someFilms(*m_folder, 60)});
    QVERIFY(m_program->start());
    m_program->showPage(PageId::Likes);
}

void LikesTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

/// Likes items 0 to 4, dislikes 5, hides 6; waits until it is durable and shown.
void LikesTest::standings()
{
    Workspace& workspace = m_program->workspace;
    for (std::uint32_t i = 0; i < 5; ++i)
        workspace.act(Act::Liked, ItemId(i), Source::Search, QStringLiteral("hackers"));
    workspace.act(Act::Disliked, ItemId(5), Source::Map);
    workspace.act(Act::Hidden, ItemId(6), Source::Recommended);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 7);
    QTRY_VERIFY(m_program->waitWhole());
    QVERIFY(table());
}

void LikesTest::select(int from, int to)
{
    table()->clearSelection();
    const int y = table()->rowViewportPosition(from) + 10;
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier, {200, y});
    if (to != from)
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          {200, table()->rowViewportPosition(to) + 10});
}

void LikesTest::nothingYet()
{
    QVERIFY(!table());
    QVERIFY(!m_program->find<QWidget>("historyFilter"));
    m_program->picture("likes-empty");
    auto* page = m_program->find<QWidget>("likesPage");
    EmptyState* empty = nullptr;
    for (EmptyState* state : page->findChildren<EmptyState*>())
        if (state->isVisible())
            empty = state;
    QVERIFY(empty);
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(m_program->window->currentPage(), PageId::Discover);
}

void LikesTest::filterAndKinds()
{
    standings();
    auto* kinds = m_program->find<Segment>("historyStates");
    kinds->setCurrentId(static_cast<int>(ItemState::Liked));
    QCOMPARE(table()->model()->rowCount(), 5);
    kinds->setCurrentId(static_cast<int>(ItemState::Hidden));
    QCOMPARE(table()->model()->rowCount(), 1);
    kinds->setCurrentId(0);
    auto* filter = m_program->find<SearchField>("historyFilter");
    filter->setFocus();
    m_program->type(QStringLiteral("map disliked"));
    QCOMPARE(table()->model()->rowCount(), 1);
    m_program->type(QStringLiteral("qwertz"));
    QVERIFY2(!table(), "an empty table says why");
    m_program->picture("likes-no-match");
    QTest::keyClick(m_program->window.get(), Qt::Key_Escape);
    QVERIFY(table());
    QCOMPARE(table()->model()->rowCount(), 7);
}

void LikesTest::sortByKeys()
{
    standings();
    table()->setFocus();
    m_program->key(Qt::Key_Tab);
    auto* header = qobject_cast<TableHeader*>(QApplication::focusWidget());
    QVERIFY2(header, "the columns are a stop of their own");
    while (header->accessibleName() != QStringLiteral("Sort by: Title"))
        m_program->key(Qt::Key_Left);
    m_program->key(Qt::Key_Space);
    QStringList titles;
    for (int row = 0; row < 7; ++row)
        titles.append(titleAt(row));
    QStringList sorted = titles;
    std::sort(sorted.begin(), sorted.end(),
              [](const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; });
    QCOMPARE(titles, sorted);
    m_program->key(Qt::Key_Space);
    QCOMPARE(titleAt(0), sorted.last());
}

void LikesTest::actsOfARow()
{
    standings();
    const int acts = table()->columnViewportPosition(HistoryModel::ShareColumn)
                     + table()->columnWidth(HistoryModel::ShareColumn);
    const QPoint bin(acts - 4 - 14, table()->rowViewportPosition(2) + 20);
    const ItemId item = m_program->presenters.historyFilter.itemAt(2);
    QTest::mouseMove(table()->viewport(), bin);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier, bin);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 6);
    QCOMPARE(m_program->workspace.session()->history->state(item), ItemState::None);
    QVERIFY2(table()->selectedItems().empty(), "an act selects nothing");
    QTest::keyClick(m_program->window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 7);
    // Delete takes the current row and leaves the focus on the next.
    select(3, 3);
    const ItemId next = m_program->presenters.historyFilter.itemAt(4);
    m_program->key(Qt::Key_Delete);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 6);
    QVERIFY(table()->hasFocus());
    QCOMPARE(table()->currentItem(), next);
}

void LikesTest::severalAtOnce()
{
    standings();
    QVERIFY(!m_program->find<QWidget>("selectionBar"));
    select(2, 4); // three liked films: newest first come the hidden and the disliked one
    QTRY_VERIFY(m_program->find<QWidget>("selectionBar"));
    m_program->picture("likes-selected");
    QCOMPARE(m_program->find<QLabel>("selectionCount")->text(), QStringLiteral("3 selected"));
    QTest::mouseClick(m_program->find<QPushButton>("turnRoundButton"), Qt::LeftButton);
    QTRY_COMPARE(m_program->count(ItemState::Disliked), std::size_t{4});
    QCOMPARE(m_program->count(ItemState::Liked), std::size_t{2});
    table()->selectAll();
    QTest::mouseClick(m_program->find<QPushButton>("removeButton"), Qt::LeftButton);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 0);
    QVERIFY(!table());
    // Each of them is an act of its own.
    QTest::keyClick(m_program->window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 1);
}

void LikesTest::forget()
{
    standings();
    const auto events = m_program->workspace.session()->history->events().size();
    select(2, 3);
    m_program->dialogs.yes = false;
    QTest::mouseClick(m_program->find<QPushButton>("forgetButton"), Qt::LeftButton);
    QCOMPARE(m_program->dialogs.asked.size(), 1);
    QCOMPARE(m_program->workspace.session()->history->events().size(), events);
    m_program->dialogs.yes = true;
    QTest::mouseClick(m_program->find<QPushButton>("forgetButton"), Qt::LeftButton);
    QTRY_COMPARE(m_program->presenters.history.rowCount(), 5);
    QCOMPARE(m_program->workspace.session()->history->events().size(), events - 2);
}

void LikesTest::exportSelection()
{
    standings();
    select(2, 3);
    QTest::mouseClick(m_program->find<QPushButton>("exportAs.Letterboxd"), Qt::LeftButton);
    QTRY_VERIFY(m_program->find<Overlay>("exportDialog"));
    QCOMPARE(m_program->presenters.exporting.format(), ExportFormat::Letterboxd);
    QTRY_COMPARE(m_program->presenters.exporting.preview().rows, std::size_t{2});
    QTRY_VERIFY(m_program->presenters.exporting.preview().text.startsWith(QStringLiteral("imdbID")));
    m_program->picture("export-selection");
    QTest::keyClick(m_program->find<Overlay>("exportDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!m_program->find<Overlay>("exportDialog"));
    // The next export is of everything again.
    QTest::keyClick(m_program->window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(m_program->presenters.exporting.preview().rows, std::size_t{5});
}

void LikesTest::noHistoryKept()
{
    standings();
    m_program->workspace.setKeepHistory(false);
    QTRY_VERIFY(!table());
    QVERIFY(!m_program->find<QWidget>("historyFilter"));
    m_program->picture("likes-no-history");
    EmptyState* empty = nullptr;
    for (EmptyState* state : m_program->find<QWidget>("likesPage")->findChildren<EmptyState*>())
        if (state->isVisible())
            empty = state;
    QVERIFY(empty);
    QCOMPARE(empty->title(), QStringLiteral("No history is kept"));
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(m_program->dialogs.asked.size(), 1);
    QTRY_VERIFY(m_program->workspace.settings().keepHistory);
}

static const tw::test::RegisterWindowTest<LikesTest> kLikes;
#include "test_likes.moc"
