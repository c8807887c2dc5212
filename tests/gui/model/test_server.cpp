// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"
#include "tests/support/fake_ollama_server.h"

#include "ui/model/library_presenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tw;
using namespace tw::ui;
using tw::test::OpenLibrary;

class ServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void checksThenEmbedsThenSwitchesBack()
    {
        test::FakeOllamaServer server;
        OpenLibrary library;
        LibraryPresenter presenter(library.workspace);
        const QAbstractItemModelTester tester(presenter.spaces(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        presenter.setOllama(QString::fromStdString(server.url()), QStringLiteral("nomic-embed-text"), 16);
        presenter.checkServer();
        QVERIFY(presenter.checking());
        QVERIFY(presenter.steps()[0].state == StepState::Running);
        QTRY_VERIFY(presenter.ollamaReady());
        for (std::size_t step = 0; step < 3; ++step)
            QVERIFY(presenter.steps()[step].state == StepState::Done);
        QVERIFY(presenter.models().contains(QStringLiteral("nomic-embed-text:latest")));
        presenter.embedWithOllama();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.spaces()->rowCount(), 2, 30'000);
        QTRY_VERIFY(library.workspace.hasSpace()
                    && library.workspace.session()->space.space->provenance().embedder == "ollama");
        QVERIFY(presenter.steps()[3].state == StepState::Done);
        QTRY_VERIFY(library.workspace.session()->space.embedder != nullptr);
        const int builtin = presenter.spaces()->rowOf(QStringLiteral("builtin"));
        QVERIFY(builtin >= 0);
        QVERIFY(!presenter.spaces()->index(builtin, 0).data(SpacesModel::ActiveRole).toBool());
        library.workspace.useSpace(QStringLiteral("builtin"));
        QTRY_VERIFY(presenter.spaces()->index(builtin, 0).data(SpacesModel::ActiveRole).toBool());
        QTRY_VERIFY(!library.workspace.saving());
        QCOMPARE((*Library::open(library.workspace.folder()))->settings().activeSpace, std::string("builtin"));
        library.workspace.removeSpace(presenter.spaces()->idAt(1 - builtin));
        QTRY_COMPARE(presenter.spaces()->rowCount(), 1);
        QVERIFY(library.workspace.hasSpace());
    }

    void aMissingModelAndAMissingServerAreToldApart()
    {
        OpenLibrary library;
        LibraryPresenter presenter(library.workspace);
        QString url;
        {
            test::FakeOllamaServer server;
            url = QString::fromStdString(server.url());
            presenter.setOllama(url, QStringLiteral("no-such-model"), 32);
            presenter.checkServer();
            QTRY_VERIFY(presenter.checkError().has_value());
            QVERIFY(presenter.checkError()->code == ErrorCode::ModelNotFound);
            QVERIFY(presenter.steps()[0].state == StepState::Done);
            QVERIFY(presenter.steps()[1].state == StepState::Failed);
        }
        presenter.checkServer();
        QTRY_VERIFY(presenter.checkError().has_value());
        QVERIFY(presenter.checkError()->code == ErrorCode::ServerUnreachable);
        QVERIFY(presenter.steps()[0].state == StepState::Failed);
        QVERIFY(!presenter.ollamaReady());
    }

    void aLostServerLeavesTextSearch()
    {
        test::TempFolder folder;
        OpenLibrary library;
        {
            test::FakeOllamaServer server;
            library.workspace.setOllama(QString::fromStdString(server.url()), QStringLiteral("nomic-embed-text"), 16);
            EmbedRequest request;
            request.kind = EmbedderKind::Ollama;
            library.workspace.embed(request);
            QTRY_VERIFY_WITH_TIMEOUT(library.workspace.hasSpace()
                                         && library.workspace.session()->space.space->provenance().embedder == "ollama"
                                         && library.workspace.session()->space.embedder != nullptr,
                                     30'000);
        }
        const auto path = library.workspace.folder();
        JobQueue jobs;
        Workspace again(jobs, nullptr, {nullptr, {}, 0});
        QSignalSpy failed(&again, &Workspace::failed);
        again.open(path);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(1).value<Attempt>() == Attempt::ConnectEmbedder);
        QVERIFY(again.hasSpace() && again.session()->space.embedder == nullptr);
        QVERIFY(again.spaceError().has_value());
        const auto title = again.session()->catalog->item(ItemId(5)).title;
        QTRY_VERIFY(again.session()->text != nullptr);
        const auto found = again.session()->search(title, 5, SearchBy::All, {});
        QVERIFY(found && !found->hits.empty() && !found->meaningSearched);
    }

    void factsAndSizes()
    {
        OpenLibrary library;
        LibraryPresenter presenter(library.workspace);
        QTRY_COMPARE(presenter.facts().films, test::kFilms);
        QVERIFY(presenter.facts().countries > 1 && presenter.facts().firstYear < presenter.facts().lastYear);
        presenter.measureStorage();
        QTRY_VERIFY(presenter.storage().size() >= 3);
        for (const StorageLine& line : presenter.storage())
            QVERIFY(line.bytes > 0 && !line.note.isEmpty());
    }
};

static const tw::test::RegisterModelTest<ServerTest> registered;
#include "test_server.moc"
