// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"

#include "core/base/files.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace tw;
using namespace tw::ui;
using tw::test::OpenLibrary;
using tw::test::TempFolder;

class WorkspaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensInTwoSteps()
    {
        TempFolder folder;
        JobQueue jobs;
        Workspace workspace(jobs);
        QSignalSpy states(&workspace, &Workspace::stateChanged);
        QSignalSpy opened(&workspace, &Workspace::opened);
        bool usableWithoutSpace = false;
        connect(&workspace, &Workspace::opened, &workspace, [&] {
            usableWithoutSpace = !workspace.hasSpace() && workspace.itemCount() == test::kFilms;
        });
        QVERIFY(!workspace.isOpen());
        QVERIFY(workspace.session()->catalog->empty());
        workspace.open(test::libraryCopy(folder));
        QTRY_COMPARE(workspace.state(), WorkspaceState::Ready);
        QVERIFY(usableWithoutSpace);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(states.count(), 3); // opening, loading the space, ready
        QVERIFY(workspace.hasSpace());
        QVERIFY(workspace.session()->space.embedder != nullptr);
        QTRY_VERIFY(workspace.session()->text != nullptr);
        QCOMPARE(workspace.libraryName(), QStringLiteral("Films"));
        QCOMPARE(workspace.spaces().size(), std::size_t{1});
        workspace.close();
        QVERIFY(!workspace.isOpen() && workspace.session()->catalog->empty());
    }

    void aMissingLibraryIsReportedAndTheOldOneStays()
    {
        OpenLibrary library;
        QSignalSpy failed(&library.workspace, &Workspace::failed);
        library.workspace.open(library.folder / "nowhere");
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).value<Error>().code == ErrorCode::NotFound);
        QVERIFY(failed.at(0).at(1).value<Attempt>() == Attempt::OpenLibrary);
        QCOMPARE(library.workspace.itemCount(), test::kFilms);
        QCOMPARE(library.workspace.state(), WorkspaceState::Ready);
    }

    void aLikeIsDurableWhenItIsTold()
    {
        OpenLibrary library;
        Workspace& workspace = library.workspace;
        const auto catalog = workspace.session()->catalog;
        const auto space = workspace.session()->space.space;
        QVERIFY(library.like(ItemId(3), Source::Search, QStringLiteral("robots")));
        QVERIFY(workspace.session()->history->state(ItemId(3)) == ItemState::Liked);
        const auto other = Library::open(workspace.folder());
        QVERIFY(other && (*other)->history()->state(ItemId(3)) == ItemState::Liked);
        QCOMPARE((*other)->history()->standings().front().since.sourceDetail, std::string("robots"));
        // Only the history was swapped.
        QVERIFY(workspace.session()->catalog == catalog && workspace.session()->space.space == space);
        QVERIFY(!workspace.saving());
    }

    void actsThatChangeNothingAreNotRecorded()
    {
        OpenLibrary library;
        QVERIFY(library.like(ItemId(3)));
        library.workspace.act(Act::Liked, ItemId(3), Source::Search);
        library.workspace.act(Act::Removed, ItemId(4), Source::Search);
        library.workspace.act(Act::Liked, ItemId(100'000), Source::Search);
        QVERIFY(library.like(ItemId(5)));
        QCOMPARE(library.workspace.session()->history->events().size(), std::size_t{2});
    }

    void undoAndRedoWalkEveryAct()
    {
        OpenLibrary library;
        Workspace& workspace = library.workspace;
        QVERIFY(library.like(ItemId(1)));
        QVERIFY(library.like(ItemId(2)));
        QSignalSpy acted(&workspace, &Workspace::acted);
        QVERIFY(workspace.canUndo() && !workspace.canRedo());
        workspace.undo();
        QTRY_COMPARE(acted.count(), 1);
        QVERIFY(acted.at(0).at(1).value<HistoryMove>() == HistoryMove::Undone);
        QCOMPARE(acted.at(0).at(0).value<TasteEvent>().item, ItemId(2));
        QVERIFY(workspace.session()->history->state(ItemId(2)) == ItemState::None);
        workspace.redo();
        QTRY_COMPARE(acted.count(), 2);
        QVERIFY(workspace.session()->history->state(ItemId(2)) == ItemState::Liked);
        QVERIFY(!workspace.canRedo());
        workspace.toggleLike(ItemId(2), Source::Likes);
        QTRY_COMPARE(acted.count(), 3);
        QVERIFY(workspace.session()->history->state(ItemId(2)) == ItemState::None);
        workspace.forgetEverything();
        QTRY_VERIFY(workspace.session()->history->events().empty());
        QVERIFY(!workspace.canUndo());
    }

    void settingsHoldAtOnceAndAreStored()
    {
        TempFolder folder;
        const auto path = test::libraryCopy(folder);
        {
            JobQueue jobs;
            Workspace workspace(jobs);
            workspace.open(path);
            QTRY_COMPARE(workspace.state(), WorkspaceState::Ready);
            QSignalSpy changed(&workspace, &Workspace::sessionChanged);
            workspace.setMemory(500);
            QCOMPARE(workspace.settings().memory, kMaxMemory);
            QCOMPARE(changed.count(), 1);
            workspace.setMemory(100);
            QCOMPARE(changed.count(), 1);
            workspace.setGaussianPercent(40);
            workspace.shuffleSeed();
            QVERIFY(workspace.settings().seed != 4021 && workspace.settings().seed < 10'000);
            jobs.shutdown(); // at once: what was set must not be lost
        }
        const auto stored = Library::open(path);
        QVERIFY(stored);
        QCOMPARE((*stored)->settings().memory, kMaxMemory);
        QCOMPARE((*stored)->settings().gaussianPercent, 40.0);
        QCOMPARE((*stored)->settings().activeSpace, std::string("builtin"));
    }

    void actsOfOthersAreSeen()
    {
        OpenLibrary library;
        {
            const auto other = Library::open(library.workspace.folder());
            QVERIFY(other);
            QVERIFY((*other)->append(Act::Liked, ItemId(7), Source::CommandLine, {}));
            auto settings = (*other)->settings();
            settings.memory = 42;
            QVERIFY((*other)->store(settings));
        }
        const auto catalog = library.workspace.session()->catalog;
        library.workspace.lookForChanges();
        QTRY_VERIFY(library.workspace.session()->history->state(ItemId(7)) == ItemState::Liked);
        QTRY_COMPARE(library.workspace.settings().memory, 42);
        QVERIFY(library.workspace.session()->catalog == catalog);
    }

    void aNewLibraryIsSearchableBeforeItsSpace()
    {
        TempFolder folder;
        AppSettings settings(QString::fromStdString((folder / "settings.ini").string()));
        JobQueue jobs;
        Workspace workspace(jobs, &settings, {nullptr, {}, 0});
        QSignalSpy imported(&workspace, &Workspace::imported);
        bool textFirst = false;
        connect(&workspace, &Workspace::sessionChanged, &workspace, [&](SessionParts parts) {
            if ((parts & SessionPart::Text) && !workspace.hasSpace() && workspace.session()->text)
                textFirst = true;
        });
        workspace.create(folder / "New", {test::filmsFile(folder, 40)});
        QTRY_VERIFY_WITH_TIMEOUT(workspace.hasSpace(), 30'000);
        QVERIFY(textFirst);
        QCOMPARE(imported.count(), 1);
        QCOMPARE(imported.at(0).at(0).value<ImportReport>().added, std::uint64_t{40});
        QCOMPARE(workspace.session()->space.space->size(), std::size_t{40});
        QCOMPARE(settings.recentLibraries().constFirst(), QString::fromStdString((folder / "New").string()));
        QSignalSpy failed(&workspace, &Workspace::failed);
        workspace.create(folder / "New", {test::filmsFile(folder, 40)});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).value<Error>().code == ErrorCode::AlreadyExists);
    }

    void theFirstStartMakesTheDefaultLibrary()
    {
        TempFolder folder;
        qputenv("TASTEWALK_LIBRARY", QByteArray::fromStdString((folder / "Default").string()));
        const auto restore = qScopeGuard([] { qunsetenv("TASTEWALK_LIBRARY"); });
        {
            JobQueue jobs;
            Workspace workspace(jobs);
            workspace.openDefault();
            QTRY_VERIFY_WITH_TIMEOUT(workspace.hasSpace(), 60'000);
            QVERIFY(workspace.isDefaultLibrary());
            QVERIFY(workspace.itemCount() >= 200);
        }
        // One whose filling was broken off is filled at the next start.
        const auto broken = folder / "Broken";
        QVERIFY(Library::create(broken));
        qputenv("TASTEWALK_LIBRARY", QByteArray::fromStdString(broken.string()));
        JobQueue jobs;
        Workspace workspace(jobs);
        workspace.openDefault();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.itemCount() >= 200, 60'000);
    }

    void importedFilmsGetTheirVectors()
    {
        OpenLibrary library;
        QSignalSpy embedded(&library.workspace, &Workspace::embedded);
        library.workspace.importFiles({test::filmsFile(library.folder, test::kFilms + 10)});
        QTRY_COMPARE_WITH_TIMEOUT(embedded.count(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(library.workspace.session()->space.space->size(), test::kFilms + 10, 30'000);
        QCOMPARE(library.workspace.itemCount(), test::kFilms + 10);
    }

    void aCancelledImportLeavesTheCatalogue()
    {
        OpenLibrary library;
        QSignalSpy failed(&library.workspace, &Workspace::failed);
        QSignalSpy finished(&library.jobs, &JobQueue::finished);
        library.workspace.importFiles({test::filmsFile(library.folder, 400)});
        library.jobs.cancelAll();
        QTRY_VERIFY(!library.jobs.busy(Lane::Compute));
        QTRY_VERIFY(!library.jobs.busy(Lane::Storage));
        QCOMPARE(failed.count(), 0);
        QCOMPARE(library.workspace.itemCount(), test::kFilms);
        const auto first = finished.at(0).at(0).value<JobStatus>();
        QVERIFY(first.kind == JobKind::Import && first.state == JobState::Cancelled);
    }

    void aDamagedSpaceIsMadeAnew()
    {
        TempFolder folder;
        const auto path = test::libraryCopy(folder);
        for (const auto& file : std::filesystem::recursive_directory_iterator(path / "spaces")) {
            if (file.is_regular_file())
                QVERIFY(writeFileAtomically(file.path(), "damaged"));
        }
        JobQueue jobs;
        Workspace workspace(jobs);
        QSignalSpy failed(&workspace, &Workspace::failed);
        workspace.open(path);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.hasSpace(), 30'000);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(workspace.session()->space.space->size(), test::kFilms);
    }

    void keepingNoHistoryKeepsThePoint()
    {
        OpenLibrary library;
        Workspace& workspace = library.workspace;
        QVERIFY(library.like(ItemId(1)));
        QVERIFY(library.like(ItemId(2)));
        const auto before = workspace.session()->profile().vector;
        workspace.setKeepHistory(false);
        QTRY_VERIFY(!workspace.settings().keepHistory);
        QVERIFY(workspace.session()->history->events().empty());
        QVERIFY(workspace.session()->keptProfile.has_value());
        QVERIFY(workspace.session()->profile().vector == before);
        QVERIFY(library.like(ItemId(5)));
        QVERIFY(workspace.session()->profile().vector != before);
        QVERIFY(workspace.session()->history->events().empty());
        QVERIFY(!workspace.canUndo());
    }
};

static const tw::test::RegisterModelTest<WorkspaceTest> registered;
#include "test_workspace.moc"
