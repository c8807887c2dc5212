// SPDX-License-Identifier: GPL-3.0-or-later
// The import page: opened by key, dialog or drop, corrected by keyboard, left and come back to, and its report.
#include "tests/gui/window/window_fixture.h"
#include "ui/model/import_text.h"
#include "ui/widgets/import/import_columns_table.h"
#include "ui/widgets/import/import_page.h"
#include "ui/widgets/import/import_report_table.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/library/library_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

#include <fstream>

using namespace tw;
using namespace tw::ui;
using tw::test::Program;
using tw::test::TempFolder;

class ImportPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_program.reset(); }
    void openedByKeyAndLeftByEscape();
    void noTitleColumn();
    void severalFilesOneBroken();
    void doublyEncoded();
    void withoutText();
    void importedAndTold();
    void narrow();
    void dropped();
    void leavesTheListOfJobsAlone();

private:
    QString write(const char* name, const std::string& content) const;
    void choose(const QStringList& files);
    ImportPresenter& presenter() const { return m_program->presenters.importing; }
    bool shown() const { return m_program->find<ImportPage>("importPage") != nullptr; }
    /// Opens the menu of a column with the keyboard and triggers an entry.
    void setField(int row, const QString& field);

    TempFolder m_folder;
    std::unique_ptr<Program> m_program;
};

QString ImportPageTest::write(const char* name, const std::string& content) const
{
    const auto path = m_folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return QString::fromStdString(path.string());
}

void ImportPageTest::choose(const QStringList& files)
{
    m_program->dialogs.files = files;
    QTest::keyClick(m_program->window.get(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(!presenter().looking());
}

void ImportPageTest::setField(int row, const QString& field)
{
    auto* table = m_program->find<ImportColumnsTable>("importColumns");
    QVERIFY(table);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(row, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QPointer<QMenu> menu = table->findChild<QMenu*>(QStringLiteral("fieldMenu"));
    QVERIFY(menu);
    for (QAction* act : menu->actions())
        if (act->text() == field)
            menu->setActiveAction(act);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(!menu);
    // Not every platform gives the window back what the menu took.
    m_program->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_program->window.get()));
}

void ImportPageTest::initTestCase()
{
    m_program = std::make_unique<Program>(m_folder.path(), std::vector{tw::test::someFilms(m_folder, 60)});
    QVERIFY(m_program->start());
}

void ImportPageTest::openedByKeyAndLeftByEscape()
{
    m_program->showPage(PageId::Discover);
    choose({write("films.csv", "title,year,genres,overview\nA Film of Our Own,2001,Drama,Two friends build a boat.\n"
                               "Another Film,2003,Comedy,A dog finds its way home.\n")});
    QCOMPARE(m_program->window->currentPage(), PageId::Library);
    QVERIFY(shown());
    m_program->picture("import-one-file");
    auto* act = m_program->find<QPushButton>("importNowButton");
    QCOMPARE(act->text(), QStringLiteral("Import 2 films"));
    QVERIFY(act->isEnabled());
    QVERIFY(m_program->find<QPlainTextEdit>("importExample")->toPlainText().contains(QStringLiteral("build a boat")));
    // Esc leaves the page; what was chosen is found again in the Catalogue section.
    m_program->key(Qt::Key_Escape);
    QVERIFY(!shown());
    auto* goOn = m_program->find<QPushButton>("goOnButton");
    QVERIFY(goOn);
    m_program->picture("import-waiting");
    goOn->setFocus();
    m_program->key(Qt::Key_Space);
    QVERIFY(shown());
    QCOMPARE(presenter().state(), ImportState::Setup);
    QVERIFY2(m_program->window->isAncestorOf(QApplication::focusWidget()), "the focus is somewhere on the page");
    QTest::mouseClick(m_program->find<QPushButton>("importDiscardButton"), Qt::LeftButton);
    QVERIFY(!shown());
    QCOMPARE(presenter().state(), ImportState::Idle);
}

void ImportPageTest::noTitleColumn()
{
    choose({write("odd.csv", "alpha,beta,gamma\nOne Film,1999,Somebody looks for something.\n")});
    auto* act = m_program->find<QPushButton>("importNowButton");
    QVERIFY(!act->isEnabled());
    QVERIFY2(act->toolTip().contains(presenter().whyNot()), "the reason is the tooltip");
    QVERIFY(m_program->find<BannerBar>("importBanner"));
    m_program->picture("import-no-title");
    setField(0, fieldText(Field::Title));
    QTRY_VERIFY(act->isEnabled());
    QVERIFY(!m_program->find<BannerBar>("importBanner"));
    setField(2, fieldText(Field::Text));
    QTRY_VERIFY(m_program->find<QPlainTextEdit>("importExample")->toPlainText().contains(QStringLiteral("looks for")));
    m_program->picture("import-corrected");
    // What was chosen or guessed can be kept beside, and taken again as guessed.
    setField(2, fieldText(Field::Kept));
    QTRY_VERIFY(!m_program->find<QPlainTextEdit>("importExample")->toPlainText().contains(QStringLiteral("looks for")));
}

void ImportPageTest::severalFilesOneBroken()
{
    choose({write("good.csv", "title,year\nGood Film,2001\n"),
            QString::fromStdString((m_folder / "gone.csv").string()),
            write("other.json", "[{\"title\": \"Other Film\", \"year\": 2002, \"plot\": \"A plot.\"}]")});
    auto* second = m_program->find<QAbstractButton>("importFile.1");
    QVERIFY(second);
    second->click();
    auto* banner = m_program->find<BannerBar>("importBanner");
    QVERIFY(banner);
    m_program->picture("import-one-broken");
    auto* act = m_program->find<QPushButton>("importNowButton");
    QCOMPARE(act->text(), QStringLiteral("Import 2 films"));
    QVERIFY(act->isEnabled());
    m_program->find<QAbstractButton>("importFile.2")->click();
    m_program->find<QCheckBox>("importWanted")->click();
    QCOMPARE(act->text(), QStringLiteral("Import 1 film"));
    m_program->picture("import-one-unwanted");
}

void ImportPageTest::doublyEncoded()
{
    choose({write("double.csv", "title,overview\nPe\xC3\x83\xC2\xB1" "a Negra,A rock above the sea.\n")});
    auto* repair = m_program->find<QCheckBox>("importRepair");
    QVERIFY(repair && repair->isChecked());
    QVERIFY(m_program->find<QLabel>("importRepairNote")->text().contains(QStringLiteral("Peña")));
    m_program->picture("import-double");
    repair->click();
    QTRY_VERIFY(!presenter().looking());
    QCOMPARE(presenter().films()->index(0, 0).data().toString(), QString::fromUtf8("Pe\xC3\x83\xC2\xB1" "a Negra"));
}

void ImportPageTest::withoutText()
{
    choose({write("bare.csv", "title,year,genres\nBare Film,1999,Drama\n")});
    QVERIFY(m_program->find<QLabel>("importTextNote"));
    m_program->picture("import-without-text");
}

void ImportPageTest::importedAndTold()
{
    const auto before = m_program->workspace.itemCount();
    choose({write("more.csv", "title,year,overview\nA Film of Our Own,2001,Two friends build a boat.\n,2002,It has no "
                              "title.\nAnother Film,2003,A dog finds its way home.\nToo,1999,many,cells\n")});
    auto* act = m_program->find<QPushButton>("importNowButton");
    act->setFocus();
    m_program->key(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(presenter().state(), ImportState::Done, 30'000);
    QTRY_COMPARE(m_program->workspace.itemCount(), before + 2);
    QVERIFY(m_program->find<QLabel>("importOutcome")->text().contains(QLatin1Char('2')));
    QCOMPARE(m_program->find<QLabel>("importLeftOutText")->text(), QStringLiteral("2 of 4 rows were left out."));
    QVERIFY2(!m_program->focusName().isEmpty(), "the focus went on with the page");
    auto* table = m_program->find<ImportReportTable>("importLeftOut");
    QCOMPARE(table->model()->rowCount(), 2);
    QTest::mouseClick(m_program->find<QPushButton>("importLeftOutShow"), Qt::LeftButton);
    QCOMPARE(table->model()->rowCount(), 4);
    m_program->picture("import-report");
    // The keyboard folds a reason as well.
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    m_program->key(Qt::Key_Left);
    QCOMPARE(table->model()->rowCount(), 3);

    m_program->dialogs.file = QString::fromStdString((m_folder / "report.csv").string());
    QTest::mouseClick(m_program->find<QPushButton>("importSaveButton"), Qt::LeftButton);
    QTRY_VERIFY(std::filesystem::exists(m_folder / "report.csv"));
    // The new films get their vectors by themselves.
    QTRY_COMPARE_WITH_TIMEOUT(
        m_program->workspace.session()->space.space ? m_program->workspace.session()->space.space->size() : 0, before + 2,
        30'000);
    m_program->key(Qt::Key_Escape);
    QVERIFY(!shown());
    QTest::mouseClick(m_program->find<QPushButton>("showReportButton"), Qt::LeftButton);
    QVERIFY(m_program->find<QLabel>("importOutcome"));
    QTest::mouseClick(m_program->find<QPushButton>("importDiscoverButton"), Qt::LeftButton);
    QCOMPARE(m_program->window->currentPage(), PageId::Discover);
}

void ImportPageTest::narrow()
{
    m_program->window->resize(1024, 640);
    choose({write("one.csv", "title,year,genres,overview,shelf\nGood Film,2001,Drama,Words.,a\n"),
            write("two.csv", "alpha,beta\nGood Film,2001\n"), QString::fromStdString((m_folder / "gone.csv").string())});
    auto* page = m_program->find<ImportPage>("importPage");
    QVERIFY(page);
    QVERIFY2(!m_program->find<QAbstractButton>("importFile.1"), "the files are in a box");
    auto* box = m_program->find<QComboBox>("importFileBox");
    QVERIFY(box);
    for (int file = 0; file < 3; ++file) {
        Q_EMIT box->activated(file);
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->isVisible())
                QTRY_VERIFY2(button->mapTo(page, QPoint(button->width(), 0)).x() <= page->width(),
                             qPrintable(button->text()));
        for (QWidget* part : page->findChildren<QWidget*>())
            if (part->isVisible() && !qobject_cast<QAbstractScrollArea*>(part))
                QTRY_VERIFY2(part->height() >= part->minimumSizeHint().height(), qPrintable(part->objectName()));
        m_program->picture(qPrintable(QStringLiteral("import-narrow-%1").arg(file)));
    }
    m_program->window->resize(1440, 900);
    presenter().discard();
}

void ImportPageTest::dropped()
{
    m_program->showPage(PageId::Explore);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write("dropped.csv", "title,year\nDropped Film,2001\n"))});
    // A drop is given to what took the drag.
    QDragEnterEvent enter(QPoint(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_program->window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_program->window.get(), &drop);
    QCOMPARE(m_program->window->currentPage(), PageId::Library);
    QVERIFY(shown());
    QTRY_VERIFY(!presenter().looking());
    QCOMPARE(presenter().files().front()->name, QStringLiteral("dropped.csv"));
    presenter().discard();
}

void ImportPageTest::leavesTheListOfJobsAlone()
{
    // Looking at a file is no job of the strip.
    choose({write("quiet.csv", "title,year\nQuiet Film,2001\n")});
    QVERIFY(m_program->workspace.jobs().visibleJobs().isEmpty());
    presenter().discard();
    QVERIFY(!shown());
}

static const tw::test::RegisterWindowTest<ImportPageTest> kImportPage;
#include "test_import.moc"
