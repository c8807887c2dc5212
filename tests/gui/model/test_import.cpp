// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing files, correcting how they are taken, importing them, and the report, without a window.
#include "tests/gui/model/library_fixture.h"
#include "ui/model/import_presenter.h"
#include "ui/model/import_text.h"

#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace tw;
using namespace tw::ui;
using tw::test::OpenLibrary;

namespace {

std::filesystem::path write(const OpenLibrary& library, const char* name, const std::string& content)
{
    const auto path = library.folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

QString cell(const QAbstractItemModel& model, int row, int column) { return model.index(row, column).data().toString(); }

/// What a column of the current file is taken for; empty when there is no such column.
QString fieldOf(ImportPresenter& presenter, const QString& column)
{
    const ImportColumnsModel& columns = *presenter.columns();
    for (int row = 0; row < columns.rowCount(); ++row)
        if (cell(columns, row, ImportColumnsModel::NameColumn) == column)
            return cell(columns, row, ImportColumnsModel::FieldColumn);
    return {};
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFileIsShownBeforeAnythingIsImported()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        QSignalSpy requested(&presenter, &ImportPresenter::requested);
        const auto file = write(library, "films.csv", "title,year,genres,overview,shelf\n"
                                                      "A Film of Our Own,2001,Drama,Two friends build a boat.,left\n"
                                                      ",2002,Drama,It has no title.,left\n");
        presenter.choose({file});
        QCOMPARE(requested.count(), 1);
        QVERIFY(!presenter.whyNot().isEmpty());
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(presenter.state(), ImportState::Setup);
        QCOMPARE(presenter.whyNot(), QString());
        QCOMPARE(presenter.actText(), QStringLiteral("Import 1 film"));
        QCOMPARE(fieldOf(presenter, QStringLiteral("overview")), QStringLiteral("Overview"));
        QCOMPARE(fieldOf(presenter, QStringLiteral("shelf")), QStringLiteral("Keep beside"));
        QCOMPARE(presenter.films()->rowCount(), 1);
        QCOMPARE(cell(*presenter.films(), 0, ImportFilmsModel::TitleColumn), QStringLiteral("A Film of Our Own"));
        QVERIFY(presenter.example().contains(QStringLiteral("Two friends build a boat.")));
        QVERIFY(skippedHereText(presenter.currentFile()->look->preview.counts).startsWith(QStringLiteral("1 of the 2 rows")));
        QCOMPARE(library.workspace.itemCount(), test::kFilms);
    }

    void aTitleColumnCanBeChosen()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.choose({write(library, "odd.csv", "alpha,beta\nOne Film,1999\nOther Film,2000\n")});
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(presenter.whyNot(), QStringLiteral("Choose the column that holds the titles."));
        presenter.import(); // refused
        QCOMPARE(presenter.state(), ImportState::Setup);
        presenter.setField("alpha", Field::Title);
        QCOMPARE(fieldOf(presenter, QStringLiteral("alpha")), QStringLiteral("Title")); // at once
        presenter.setField("beta", Field::Year);
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(presenter.whyNot(), QString());
        QCOMPARE(cell(*presenter.films(), 1, ImportFilmsModel::YearColumn), QStringLiteral("2000"));
        // Another column takes the field over; taking that back brings the guess.
        presenter.setField("beta", Field::Title);
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(cell(*presenter.films(), 0, ImportFilmsModel::TitleColumn), QStringLiteral("1999"));
        presenter.setField("beta", std::nullopt);
        QTRY_VERIFY(!presenter.looking());
        QVERIFY(!presenter.whyNot().isEmpty());
    }

    void encodingAndRepairChangeThePreview()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.choose({write(library, "double.csv", "title,overview\nPe\xC3\x83\xC2\xB1" "a,A rock.\n"),
                          write(library, "russian.csv", "title,overview\n\xD1\xEE\xEB\xFF\xF0\xE8\xF1,"
                                                        "\xCE\xEA\xE5\xE0\xED \xE4\xF3\xEC\xE0\xE5\xF2\n")});
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(cell(*presenter.films(), 0, 0), QStringLiteral("Peña"));
        QCOMPARE(presenter.currentFile()->look->brokenExample, QString::fromUtf8("Pe\xC3\x83\xC2\xB1" "a"));
        QCOMPARE(presenter.currentFile()->look->repairedExample, QStringLiteral("Peña"));
        presenter.setRepair(false);
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(cell(*presenter.films(), 0, 0), QString::fromUtf8("Pe\xC3\x83\xC2\xB1" "a"));
        QCOMPARE(presenter.currentFile()->look->repairedExample, QStringLiteral("Peña"));
        presenter.setCurrent(1);
        presenter.setEncoding(QStringLiteral("Windows-1251"));
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(cell(*presenter.films(), 0, 0), QStringLiteral("Солярис"));
        // Each file keeps its own way to be read, in one import.
        QSignalSpy imported(&library.workspace, &Workspace::imported);
        presenter.import();
        QCOMPARE(presenter.state(), ImportState::Running);
        QTRY_COMPARE_WITH_TIMEOUT(presenter.state(), ImportState::Done, 30'000);
        QCOMPARE(imported.count(), 1);
        QCOMPARE(presenter.report()->added, std::uint64_t{2});
        QTRY_COMPARE(library.workspace.itemCount(), test::kFilms + 2);
    }

    void filesReadInDifferentWaysAreOneImport()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        const auto second = write(library, "second.csv", "title\nSecond\n");
        presenter.choose({write(library, "first.csv", "title\n\xD1\xEE\xEB\xFF\xF0\xE8\xF1\n"), second});
        QTRY_VERIFY(!presenter.looking());
        presenter.setEncoding(QStringLiteral("Windows-1251"));
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(presenter.actText(), QStringLiteral("Import 2 films"));
        QSignalSpy failed(&library.workspace, &Workspace::failed);
        std::filesystem::remove(second);
        presenter.import();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.state(), ImportState::Setup, 30'000);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!presenter.report());
        QCOMPARE(Library::open(library.workspace.folder()).value()->catalog()->size(), test::kFilms);
        // Put right, the same set-up goes through.
        write(library, "second.csv", "title\nSecond\n");
        presenter.import();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.state(), ImportState::Done, 30'000);
        QCOMPARE(presenter.report()->added, std::uint64_t{2});
    }

    void aGuessedColumnCanBeKeptBeside()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.choose({write(library, "a.csv", "title,plot,notes\nA,Seen with a friend.,none\n")});
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(fieldOf(presenter, QStringLiteral("plot")), fieldText(Field::Text));
        presenter.setField("plot", Field::Kept);
        presenter.setField("notes", Field::Kept);
        QCOMPARE(fieldOf(presenter, QStringLiteral("plot")), QStringLiteral("Keep beside")); // at once
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(fieldOf(presenter, QStringLiteral("plot")), QStringLiteral("Keep beside"));
        QVERIFY(!presenter.currentFile()->look->preview.hasText);
        QCOMPARE(presenter.currentFile()->look->preview.items.at(0).extra.size(), std::size_t{2});
        presenter.setField("plot", std::nullopt);
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(fieldOf(presenter, QStringLiteral("plot")), fieldText(Field::Text));
    }

    void aBrokenFileIsLeftOut()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.choose({write(library, "good.csv", "title,year\nGood Film,2001\n"), library.folder / "gone.csv",
                          write(library, "other.csv", "title,year\nOther Film,2002\n")});
        QTRY_VERIFY(!presenter.looking());
        QVERIFY(presenter.files()[1]->error.has_value());
        QVERIFY(!presenter.files()[1]->taken());
        presenter.setWanted(2, false);
        QCOMPARE(presenter.actText(), QStringLiteral("Import 1 film"));
        presenter.import();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.state(), ImportState::Done, 30'000);
        QCOMPARE(presenter.report()->added, std::uint64_t{1});
    }

    void correctionsHoldForFilesWithTheSameColumns()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.choose({write(library, "a.csv", "alpha,beta\nA,1999\n"), write(library, "b.csv", "alpha,beta\nB,2000\n"),
                          write(library, "c.csv", "alpha,gamma\nC,2001\n")});
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(presenter.filesWithSameColumns(), 2);
        presenter.setField("alpha", Field::Title);
        QTRY_VERIFY(!presenter.looking());
        QVERIFY(presenter.files()[0]->taken() && presenter.files()[1]->taken());
        QVERIFY(!presenter.files()[2]->taken());
    }

    void theReportTellsEveryRowAndIsSaved()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.choose({write(library, "films.csv", "title,year\nKept,2001\n,2002\nAlso kept,2003\n,2004\n")});
        QTRY_VERIFY(!presenter.looking());
        presenter.import();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.state(), ImportState::Done, 30'000);
        QCOMPARE(skippedText(presenter.report()->counts), QStringLiteral("2 of 4 rows were left out."));
        ImportReportModel& leftOut = *presenter.leftOut();
        QCOMPARE(leftOut.rowCount(), 1);
        QCOMPARE(leftOut.index(0, 0).data(ImportReportModel::CountRole).toString(), QStringLiteral("2"));
        leftOut.toggle(0);
        QCOMPARE(leftOut.rowCount(), 3);
        QCOMPARE(cell(leftOut, 1, ImportReportModel::WhatColumn), QStringLiteral("films.csv"));
        QVERIFY(cell(leftOut, 1, ImportReportModel::RowColumn).startsWith(QStringLiteral("2")));
        QVERIFY(cell(leftOut, 2, ImportReportModel::RowColumn).startsWith(QStringLiteral("4")));
        leftOut.setAllOpen(false);
        QCOMPARE(leftOut.rowCount(), 1);

        QSignalSpy saved(&presenter, &ImportPresenter::reportSaved);
        const auto to = library.folder / "saved.csv";
        presenter.saveReport(to);
        QTRY_COMPARE(saved.count(), 1);
        std::ifstream report(to);
        const std::string text((std::istreambuf_iterator<char>(report)), {});
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 3); // a heading and two rows
        QSignalSpy failed(&presenter, &ImportPresenter::failed);
        presenter.saveReport(library.folder / "no such folder" / "saved.csv");
        QTRY_COMPARE(failed.count(), 1);
        presenter.dismissReport();
        QCOMPARE(presenter.state(), ImportState::Idle);
    }

    void aCancelledImportGivesTheFilesBack()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        const auto file = test::filmsFile(library.folder, 400);
        presenter.choose({file});
        QTRY_VERIFY(!presenter.looking());
        presenter.import();
        QVERIFY(presenter.files().empty());
        presenter.cancelImport();
        QTRY_COMPARE(presenter.state(), ImportState::Setup);
        QCOMPARE(presenter.files().size(), std::size_t{1});
        QCOMPARE(presenter.whyNot(), QString());
        QTRY_VERIFY(!library.jobs.busy(Lane::Storage));
        QCOMPARE(library.workspace.itemCount(), test::kFilms);
    }

    void aFileThatVanishesBeforeTheImportIsToldOf()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        QSignalSpy failed(&library.workspace, &Workspace::failed);
        const auto file = write(library, "films.csv", "title,year\nOne,2001\n");
        presenter.choose({file});
        QTRY_VERIFY(!presenter.looking());
        std::filesystem::remove(file);
        presenter.import();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(1).value<Attempt>(), Attempt::Import);
        QCOMPARE(presenter.state(), ImportState::Setup);
    }

    void aNewLibraryIsMadeOfTheFiles()
    {
        OpenLibrary library;
        ImportPresenter presenter(library.workspace);
        presenter.chooseForNew(library.folder / "Second", {write(library, "films.csv", "title,year\nOne,2001\n,2002\n")});
        QTRY_VERIFY(!presenter.looking());
        QCOMPARE(presenter.actText(), QStringLiteral("Make the library with 1 film"));
        presenter.import();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.state(), ImportState::Done, 30'000);
        QCOMPARE(library.workspace.libraryName(), QStringLiteral("Second"));
        QCOMPARE(library.workspace.itemCount(), std::size_t{1});
        QCOMPARE(presenter.report()->counts.skippedCount(), std::uint64_t{1});
    }
};

static const tw::test::RegisterModelTest<ImportTest> kImport;
#include "test_import.moc"
