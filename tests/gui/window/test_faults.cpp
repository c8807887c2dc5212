// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong under a running window: it goes on listening, says so in a banner, and every job ends once.
#include "tests/gui/window/window_fixture.h"
#include "tests/support/fake_ollama_server.h"
#include "tests/support/reliability_log.h"

#include "core/base/database.h"
#include "core/library/library.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/shell/job_strip.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <fstream>
#include <set>
#include <tuple>

#include <sys/wait.h>

using namespace tw;
using namespace tw::ui;
using tw::test::FakeOllamaServer;
using tw::test::HttpAnswer;
using tw::test::HttpBreak;
using tw::test::Program;
using tw::test::TempFolder;

namespace {

constexpr std::uint64_t kEvents = 25; ///< Of the pulse, 20 ms each: what must be handled while something is stuck.

/// What goes wrong with a server's answer, and what the window says in the end; nullptr: nothing, it waits on.
struct ServerFault {
    const char* name;
    std::function<std::optional<HttpAnswer>(const FakeOllamaServer::EmbedCall&)> answer;
    const char* title;
};

HttpAnswer json(int status, std::string body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = "application/json";
    answer.body = std::move(body);
    return answer;
}

std::vector<ServerFault> serverFaults()
{
    using Call = FakeOllamaServer::EmbedCall;
    const auto broken = [](HttpBreak how) {
        return [how](const Call& call) {
            HttpAnswer answer = json(200, call.goodBody);
            answer.broken = how;
            return std::optional(answer);
        };
    };
    const auto body = [](int status, const char* text) {
        return [status, text = std::string(text)](const Call&) { return std::optional(json(status, text)); };
    };
    return {
        {"accepts and hangs", broken(HttpBreak::HangAtOnce), nullptr},
        {"hangs in mid-body", broken(HttpBreak::HangInBody), nullptr},
        {"one byte a second",
         [](const Call& call) {
             HttpAnswer answer = json(200, call.goodBody);
             answer.bodyPause = std::chrono::seconds(1);
             return std::optional(answer);
         },
         nullptr},
        {"a body of 1 GB",
         [](const Call& call) {
             HttpAnswer answer = json(200, call.goodBody);
             answer.filler = std::uint64_t{1} << 30;
             return std::optional(answer);
         },
         nullptr},
        {"hangs up", broken(HttpBreak::BeforeAnswer), nullptr},
        {"resets in mid-body", broken(HttpBreak::ResetInBody), nullptr},
        {"503", body(503, R"({"error":"server busy"})"), nullptr},
        {"garbage", body(200, "\x01\x02 nothing of use"), nullptr},
        {"a web page", body(200, "<html><body><h1>Router</h1></body></html>"), nullptr},
        {"500", body(500, R"({"error":"llama runner process has terminated"})"), nullptr},
    };
}

std::vector<std::filesystem::path> films(const TempFolder& folder) { return {tw::test::someFilms(folder, 60)}; }

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyFaultOfAServer_data();
    void everyFaultOfAServer();
    void damagedLibrary();
    void newerLibrary();
    void noLibraryThere();
    void folderGoneWhileOpen();
    void spaceGoneUnderTheWindow();
    void damagedDerivedFilesAreMadeAnew();
    void lockHeldByAStoppedProgram();
    void twoWindowsOnOneLibrary();
    void clockThatGoesBack();
    void exportToAFullDisk();
    void ownSettingsCannotBeWritten();
    void bigImportIsCancelled();
    void closingInEveryJob_data();
    void closingInEveryJob();
    void picturesOfEveryBanner();

private:
    Program& start();
    BannerBar* banner() const { return m_program->find<BannerBar>("banner"); }
    /// The banner that begins so is shown.
    bool says(const char* title) const
    {
        return banner() && banner()->message().startsWith(QString::fromUtf8(title));
    }
    QPushButton* remedy(Remedy remedy) const
    {
        return m_program->find<QPushButton>(qPrintable(QStringLiteral("remedy.%1").arg(static_cast<int>(remedy))));
    }
    /// Waits until the window has handled kEvents more events, and tells the log how late the latest was.
    bool listens(const QString& during);
    void embedWith(const FakeOllamaServer& server);
    std::filesystem::path library() const { return m_folder->path() / "Films"; }

    std::unique_ptr<TempFolder> m_folder;
    std::unique_ptr<Program> m_program;
};

void FaultsTest::init() { m_folder = std::make_unique<TempFolder>(); }

void FaultsTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

Program& FaultsTest::start()
{
    m_program = std::make_unique<Program>(m_folder->path(), films(*m_folder));
    m_program->trace.watch(m_program->jobs);
    if (!m_program->start())
        QTest::qFail("the window did not become whole", __FILE__, __LINE__);
    m_program->trace.startPulse();
    return *m_program;
}

bool FaultsTest::listens(const QString& during)
{
    TraceRecorder& trace = m_program->trace;
    trace.resetPulse();
    const bool heard = QTest::qWaitFor([&] { return trace.pulses() >= kEvents; }, 60'000);
    test::logReliability("window", (during + QStringLiteral(": answers within 100 ms")).toStdString(), trace.pulses(),
                         {{"in time", trace.pulses() - trace.longPauses()}, {"later", trace.longPauses()}});
    if (qEnvironmentVariableIsSet("TASTEWALK_TEST_FIGURES"))
        qInfo("%s: %.0f ms at most without an answer", qPrintable(during), trace.longestPause());
    return heard;
}

void FaultsTest::embedWith(const FakeOllamaServer& server)
{
    m_program->workspace.setOllama(QString::fromStdString(server.url()), QStringLiteral("nomic-embed-text"), 16);
    m_program->presenters.library.embedWithOllama();
}

void FaultsTest::everyFaultOfAServer_data()
{
    QTest::addColumn<int>("fault");
    const auto faults = serverFaults();
    for (std::size_t i = 0; i < faults.size(); ++i)
        QTest::newRow(faults[i].name) << static_cast<int>(i);
}

void FaultsTest::everyFaultOfAServer()
{
    QFETCH(int, fault);
    const ServerFault wrong = serverFaults().at(static_cast<std::size_t>(fault));
    FakeOllamaServer server;
    server.setAnswerer(wrong.answer);
    Program& p = start();
    QSignalSpy finished(&p.jobs, &JobQueue::finished);
    embedWith(server);
    QTRY_VERIFY(server.requests("/api/embed") > 1); // the first only warms the model up
    // Meanwhile the window lists what is searched for, by title and text and by the meaning of the present space.
    QVERIFY(listens(QStringLiteral("server: %1").arg(QLatin1String(wrong.name))));
    p.presenters.search.searchNow(QStringLiteral("space"));
    QTRY_COMPARE(p.presenters.search.state(), SearchState::Results);
    QVERIFY(p.presenters.search.meaningSearched());

    const auto embedding = p.presenters.library.embedding();
    const auto asked = std::chrono::steady_clock::now();
    if (embedding) {
        p.jobs.cancel(embedding->id);
        QTRY_VERIFY(!p.presenters.library.embedding());
        const auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count();
        test::logReliability("window", "an embedding at a faulty server is cancelled within 1 s", 1,
                             {{took <= 1000 ? "in time" : "later", 1}});
        if (qEnvironmentVariableIsSet("TASTEWALK_TEST_FIGURES"))
            qInfo("cancel: %.0f ms", took);
    }
    // However it ended, it ended once, and what was cancelled is no failure.
    QTRY_VERIFY(!p.jobs.busy(Lane::Network));
    int ended = 0;
    JobState state = JobState::Queued;
    for (const auto& job : finished) {
        const auto status = job.at(0).value<JobStatus>();
        if (status.kind == JobKind::Embed) {
            ++ended;
            state = status.state;
        }
    }
    QCOMPARE(ended, 1);
    if (embedding) {
        QCOMPARE(state, JobState::Cancelled);
        QVERIFY(!banner());
        QVERIFY(p.presenters.library.steps()[3].state != StepState::Running);
    } else {
        QCOMPARE(state, JobState::Failed);
        QVERIFY(banner());
    }
    QCOMPARE(p.activeSpace(), std::string("builtin"));
    // And with the server well again it goes through.
    server.setAnswerer({});
    p.presenters.library.embedWithOllama();
    QTRY_COMPARE_WITH_TIMEOUT(p.activeSpace(), std::string("ollama-nomic-embed-text"), 30'000);
}

void FaultsTest::damagedLibrary()
{
    start();
    m_program->workspace.act(Act::Liked, m_program->workspace.session()->catalog->items().front().id, Source::Search);
    QTRY_COMPARE(m_program->count(ItemState::Liked), std::size_t{1});
    m_program.reset();
    std::fstream file(databasePath(library()), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(0);
    file << std::string(4096, 'x');
    file.close();
    m_program = std::make_unique<Program>(m_folder->path(), films(*m_folder));
    m_program->window->show();
    m_program->workspace.open(library());
    QTRY_VERIFY(says("This library is damaged."));
    QVERIFY(remedy(Remedy::RescueLibrary));
    QVERIFY(remedy(Remedy::OpenLibrary));
    m_program->picture("fault-damaged");
    // The details can be copied.
    QTest::mouseClick(m_program->find<QPushButton>("details"), Qt::LeftButton);
    auto* text = m_program->find<QPlainTextEdit>("technicalText");
    QVERIFY(text && text->toPlainText().contains(QStringLiteral("damaged")));
    m_program->picture("fault-details");
    QTest::mouseClick(m_program->find<QPushButton>("copyDetails"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(text->toPlainText()));
    m_program->key(Qt::Key_Escape);
    QVERIFY(!m_program->find<QPlainTextEdit>("technicalText"));
    QVERIFY(banner());
    // What can be read is rescued with one click, and the library is open again.
    QTest::mouseClick(remedy(Remedy::RescueLibrary), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(says("The library is rescued."), 30'000);
    QVERIFY(m_program->waitWhole());
    QVERIFY(m_program->workspace.itemCount() > 0);
    QVERIFY(m_program->count(ItemState::Liked) == 1);
    m_program->picture("fault-rescued");
}

void FaultsTest::newerLibrary()
{
    start();
    m_program.reset();
    {
        auto database = Database::open(databasePath(library()), Database::Mode::ReadWrite, Database::Durability::Full);
        QVERIFY(database && database->setSchemaVersion(9999));
        QVERIFY(database->execute("UPDATE identity SET schema=9999"));
    }
    m_program = std::make_unique<Program>(m_folder->path(), films(*m_folder));
    m_program->window->show();
    m_program->workspace.open(library());
    QTRY_VERIFY(says("This library was made by a newer Tastewalk."));
    QVERIFY(remedy(Remedy::OpenLibrary) && !remedy(Remedy::RescueLibrary));
    m_program->picture("fault-newer");
}

void FaultsTest::noLibraryThere()
{
    Program& p = start();
    p.workspace.open(m_folder->path() / "nowhere");
    QTRY_VERIFY(says("There is no library in this folder."));
    // The library that was open still is.
    QVERIFY(p.workspace.isOpen());
    p.dialogs.folder = QString::fromStdString(library().string());
    QTest::mouseClick(remedy(Remedy::OpenLibrary), Qt::LeftButton);
    QTRY_VERIFY(!banner());
    QVERIFY(p.waitWhole());
}

void FaultsTest::folderGoneWhileOpen()
{
    Program& p = start();
    const ItemId film = p.workspace.session()->catalog->items().front().id;
    QSignalSpy failed(&p.workspace, &Workspace::failed);
    const auto away = m_folder->path() / "Moved";
    std::filesystem::rename(library(), away);
    p.workspace.act(Act::Liked, film, Source::Search);
    QTRY_VERIFY(failed.count() > 0);
    QVERIFY(says("This was not saved.") || says("The folder of this library is gone."));
    QCOMPARE(p.count(ItemState::Liked), std::size_t{0});
    QVERIFY(listens(QStringLiteral("library folder gone")));
    p.picture("fault-folder-gone");
    // It looks every second, but tells once.
    p.workspace.lookForChanges();
    p.workspace.lookForChanges();
    QTRY_VERIFY(!p.jobs.busy(Lane::Storage));
    int told = 0;
    for (const auto& one : failed)
        told += one.at(1).value<Attempt>() == Attempt::LookForChanges ? 1 : 0;
    QVERIFY(told <= 1);
    // Put back, all is as before.
    std::filesystem::rename(away, library());
    p.workspace.act(Act::Liked, film, Source::Search);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{1});
}

void FaultsTest::spaceGoneUnderTheWindow()
{
    Program& p = start();
    std::filesystem::remove_all(library() / "spaces");
    // Mapped files live on: what is shown is right, and nothing reads beyond their end.
    p.presenters.search.searchNow(QStringLiteral("love"));
    QTRY_COMPARE(p.presenters.search.state(), SearchState::Results);
    QVERIFY(p.presenters.search.meaningSearched());
    p.showPage(PageId::Map);
    QVERIFY(p.waitWhole());
    p.showPage(PageId::Explore);
    QVERIFY(listens(QStringLiteral("space deleted under the window")));
    p.workspace.lookForChanges();
    QTRY_VERIFY(!p.jobs.busy(Lane::Storage));
    // The next start makes it anew from the vectors kept.
    m_program.reset();
    start();
    QCOMPARE(m_program->activeSpace(), std::string("builtin"));
}

void FaultsTest::damagedDerivedFilesAreMadeAnew()
{
    start();
    m_program.reset();
    // A single one is named.
    std::filesystem::resize_file(library() / "spaces" / "builtin" / "map.bin", 100);
    start();
    QTRY_VERIFY(says("The map was damaged and was drawn anew."));
    QCOMPARE(banner()->kind(), BannerKind::Info);
    m_program->picture("made-anew-map");
    m_program.reset();
    std::ofstream(library() / "embeddings.sqlite") << std::string(8192, 'x');
    int damaged = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(library())) {
        if (file.path().filename().string().find(".bad-") != std::string::npos)
            continue;
        if (!file.is_regular_file() || file.path().filename().string().starts_with("library."))
            continue;
        std::filesystem::resize_file(file.path(), file.file_size() / 2);
        ++damaged;
    }
    QVERIFY(damaged >= 3);
    Program& p = start();
    QCOMPARE(p.activeSpace(), std::string("builtin"));
    QTRY_VERIFY(says("Damaged files were made anew."));
    QCOMPARE(banner()->kind(), BannerKind::Info);
    p.picture("made-anew");
    QTest::mouseClick(p.find<QPushButton>("details"), Qt::LeftButton);
    auto* text = p.find<QPlainTextEdit>("technicalText");
    QVERIFY(text);
    for (const char* kept : {"text.sqlite.bad-", "space.bin.bad-", "embeddings.sqlite.bad-"})
        QVERIFY2(text->toPlainText().contains(QLatin1String(kept)), kept);
    p.picture("made-anew-details");
    QTest::keyClick(p.window.get(), Qt::Key_Escape);
    QVERIFY(listens(QStringLiteral("damaged space made anew")));
    p.presenters.search.searchNow(QStringLiteral("love"));
    QTRY_COMPARE(p.presenters.search.state(), SearchState::Results);
}

void FaultsTest::lockHeldByAStoppedProgram()
{
    Program& p = start();
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        // A program that was stopped in the middle of an import: it holds the lock and never lets go.
        const auto lock = lockLibrary(library(), "import");
        const char byte = lock ? 'y' : 'n';
        [[maybe_unused]] const auto written = ::write(ready[1], &byte, 1);
        ::raise(SIGSTOP);
        ::_exit(0);
    }
    char byte = 0;
    QCOMPARE(::read(ready[0], &byte, 1), ssize_t{1});
    QCOMPARE(byte, 'y');
    p.workspace.embed(EmbedRequest{});
    QTRY_VERIFY(says("This library is being changed elsewhere."));
    QVERIFY(banner()->message().contains(QStringLiteral("import")));
    QVERIFY(listens(QStringLiteral("lock held by a stopped program")));
    p.picture("fault-busy");
    // Likes need no lock.
    p.workspace.act(Act::Liked, p.workspace.session()->catalog->items().front().id, Source::Search);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{1});
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    QSignalSpy embedded(&p.workspace, &Workspace::embedded);
    QTest::mouseClick(remedy(Remedy::TryAgain), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(embedded.count(), 1, 30'000);
    QVERIFY(!banner());
}

void FaultsTest::twoWindowsOnOneLibrary()
{
    Program& p = start();
    Program other(m_folder->path(), films(*m_folder));
    QVERIFY(other.start());
    const auto items = p.workspace.session()->catalog->items();
    p.workspace.act(Act::Liked, items[0].id, Source::Search);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{1});
    other.workspace.act(Act::Disliked, items[1].id, Source::Search);
    QTRY_COMPARE(other.count(ItemState::Disliked), std::size_t{1});
    p.workspace.lookForChanges();
    other.workspace.lookForChanges();
    QTRY_COMPARE(p.count(ItemState::Disliked), std::size_t{1});
    QTRY_COMPARE(other.count(ItemState::Liked), std::size_t{1});
    // Undo takes the last act back, whoever did it, and both see it.
    p.workspace.undo();
    QTRY_COMPARE(p.count(ItemState::Disliked), std::size_t{0});
    other.workspace.lookForChanges();
    QTRY_COMPARE(other.count(ItemState::Disliked), std::size_t{0});
    QVERIFY(!banner());
}

void FaultsTest::clockThatGoesBack()
{
    start();
    m_program.reset();
    ItemId first;
    ItemId second;
    {
        // An act from a day when the clock was years ahead.
        const auto open = Library::open(library(), [] { return systemTime() + std::chrono::years(5); });
        QVERIFY(open);
        first = (*open)->catalog()->items()[0].id;
        second = (*open)->catalog()->items()[1].id;
        QVERIFY((*open)->append(Act::Liked, first, Source::Search, {}));
    }
    Program& p = start();
    p.workspace.act(Act::Liked, second, Source::Search);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{2});
    p.showPage(PageId::Likes);
    QVERIFY(p.waitWhole());
    p.picture("fault-clock");
    // The order is that of the acts, not of the clock.
    p.workspace.undo();
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{1});
    QVERIFY(p.workspace.session()->history->state(first) == ItemState::Liked);
    QVERIFY(p.workspace.session()->history->state(second) == ItemState::None);
}

void FaultsTest::exportToAFullDisk()
{
    if (!std::filesystem::exists("/dev/full"))
        QSKIP("needs /dev/full");
    Program& p = start();
    p.workspace.act(Act::Liked, p.workspace.session()->catalog->items().front().id, Source::Search);
    QTRY_COMPARE(p.count(ItemState::Liked), std::size_t{1});
    const QString before = p.settings.text(Setting::LastExportFolder);
    p.presenters.exporting.setWhat(ExportWhat::Likes);
    p.presenters.exporting.writeTo("/dev/full");
    QTRY_VERIFY(says("The file was not written."));
    QVERIFY(banner()->message().contains(QStringLiteral("The disk is full.")));
    p.picture("fault-export-full");
    QTest::mouseClick(remedy(Remedy::ExportElsewhere), Qt::LeftButton);
    QTRY_VERIFY(p.find<QWidget>("exportDialog"));
    QVERIFY(!banner());
}

void FaultsTest::ownSettingsCannotBeWritten()
{
    Program& p = start();
    // A file where their folder should be: neither can be made nor written.
    const auto settings = m_folder->path() / "settings.ini";
    p.settings.save();
    QTRY_VERIFY(!p.jobs.busy(Lane::Storage));
    std::filesystem::remove(settings);
    std::filesystem::create_directory(settings);
    std::filesystem::create_directory(settings / "in the way");
    p.settings.set(Setting::Density, QStringLiteral("compact"));
    QTRY_VERIFY(says("Tastewalk’s own settings were not saved."));
    p.picture("fault-settings");
    QCOMPARE(p.settings.text(Setting::Density), QStringLiteral("compact"));
    // Told once; and nothing is forgotten when it goes again.
    banner()->clear();
    p.settings.set(Setting::LastView, QStringLiteral("map"));
    p.settings.save();
    QTRY_VERIFY(!p.jobs.busy(Lane::Storage));
    QVERIFY(!banner());
    std::filesystem::remove_all(settings);
    p.settings.set(Setting::TastePanelOpen, false);
    p.settings.save();
    QTRY_VERIFY(!p.jobs.busy(Lane::Storage));
    const AppSettings again(QString::fromStdString(settings.string()));
    QCOMPARE(again.text(Setting::Density), QStringLiteral("compact"));
    QCOMPARE(again.text(Setting::LastView), QStringLiteral("map"));
    QVERIFY(!again.flag(Setting::TastePanelOpen));
}

void FaultsTest::bigImportIsCancelled()
{
    Program& p = start();
    const auto file = *m_folder / "big.csv";
    {
        std::ofstream out(file);
        out << "title,year,overview\n";
        for (int i = 0; i < 150'000; ++i)
            out << "Film number " << i << ",19" << 10 + i % 90
                << ",A story about many things that happen to people one after the other.\n";
    }
    const auto before = p.workspace.itemCount();
    QSignalSpy finished(&p.jobs, &JobQueue::finished);
    p.workspace.importFiles({file});
    QTRY_VERIFY(p.jobs.busy(Lane::Compute));
    QVERIFY(listens(QStringLiteral("import of 150,000 films")));
    p.jobs.cancelAll();
    QTRY_VERIFY(!p.jobs.busy(Lane::Compute));
    int cancelled = 0;
    for (const auto& job : finished) {
        const auto status = job.at(0).value<JobStatus>();
        cancelled += status.kind == JobKind::Import && status.state == JobState::Cancelled ? 1 : 0;
    }
    QCOMPARE(cancelled, 1);
    QVERIFY(!banner());
    p.workspace.lookForChanges();
    QTRY_VERIFY(!p.jobs.busy(Lane::Storage));
    QCOMPARE(p.workspace.itemCount(), before);
}

void FaultsTest::closingInEveryJob_data()
{
    QTest::addColumn<QString>("job");
    for (const char* job : {"like", "settings", "import", "embed built-in", "embed with a hanging server",
                            "rebuild index", "export", "check a hanging server", "search", "open"})
        QTest::newRow(job) << QString::fromLatin1(job);
}

void FaultsTest::closingInEveryJob()
{
    QFETCH(QString, job);
    FakeOllamaServer server;
    server.setAnswerer(serverFaults().front().answer);
    Program& p = start();
    const ItemId film = p.workspace.session()->catalog->items().front().id;
    QSignalSpy finished(&p.jobs, &JobQueue::finished);
    p.workspace.act(Act::Liked, film, Source::Search); // promised in each case
    if (job == QLatin1String("settings")) {
        p.workspace.setMemory(77);
        p.settings.set(Setting::Density, QStringLiteral("compact"));
    } else if (job == QLatin1String("import")) {
        p.workspace.importFiles({tw::test::someFilms(*m_folder, 2000)});
    } else if (job == QLatin1String("embed built-in")) {
        p.workspace.embed(EmbedRequest{});
    } else if (job == QLatin1String("embed with a hanging server")) {
        embedWith(server);
        QTRY_VERIFY(server.requests("/api/embed") > 1);
    } else if (job == QLatin1String("rebuild index")) {
        IndexOptions options;
        options.kind = IndexKind::Hnsw;
        p.workspace.rebuildIndex(QStringLiteral("builtin"), options);
    } else if (job == QLatin1String("export")) {
        p.presenters.exporting.writeTo(*m_folder / "likes.csv");
    } else if (job == QLatin1String("check a hanging server")) {
        server.setAnswer("/api/version", [] {
            HttpAnswer answer = json(200, "{}");
            answer.broken = HttpBreak::HangAtOnce;
            return answer;
        }());
        p.workspace.setOllama(QString::fromStdString(server.url()), QStringLiteral("nomic-embed-text"), 16);
        p.presenters.library.checkServer();
    } else if (job == QLatin1String("search")) {
        p.presenters.search.searchNow(QStringLiteral("love"));
    } else if (job == QLatin1String("open")) {
        p.workspace.open(library());
    }
    const auto began = std::chrono::steady_clock::now();
    p.window->close();
    QVERIFY(!p.window->isVisible());
    p.jobs.shutdown();
    const auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
    test::logReliability("window", "closing in the middle of a job: ended within 1 s", 1,
                         {{took <= 1000 ? "in time" : "later", 1}});
    if (qEnvironmentVariableIsSet("TASTEWALK_TEST_FIGURES"))
        qInfo("closing: %s: %.0f ms", qPrintable(job), took);
    // Every job has ended, once.
    std::set<JobId> ids;
    for (const auto& one : finished)
        QVERIFY(ids.insert(one.at(0).value<JobStatus>().id).second);
    for (const Lane lane : kLanes)
        QVERIFY(!p.jobs.busy(lane));
    m_program.reset();
    // And nothing promised is lost.
    const auto open = Library::open(library());
    QVERIFY(open);
    QVERIFY((*open)->history()->state(film) == ItemState::Liked);
    if (job == QLatin1String("settings")) {
        QCOMPARE((*open)->settings().memory, 77);
        const AppSettings again(QString::fromStdString((m_folder->path() / "settings.ini").string()));
        QCOMPARE(again.text(Setting::Density), QStringLiteral("compact"));
    }
}

void FaultsTest::picturesOfEveryBanner()
{
    if (qEnvironmentVariableIsEmpty("TASTEWALK_TEST_PICTURES"))
        QSKIP("draws pictures for TASTEWALK_TEST_PICTURES only");
    Program& p = start();
    const std::vector<std::tuple<const char*, Attempt, Error, PageId>> banners{
        {"damaged", Attempt::OpenLibrary, {ErrorCode::Damaged, "/home/a/Films", "database disk image is malformed", {}}, PageId::Discover},
        {"like-full", Attempt::Act, {ErrorCode::Database, "/home/a/Films", "database or disk is full", {}}, PageId::Discover},
        {"embed-away", Attempt::Embed, {ErrorCode::ServerUnreachable, "http://127.0.0.1:11434", "Connection refused", {}}, PageId::Library},
        {"embed-model", Attempt::Embed, {ErrorCode::ModelNotFound, "nomic-embed-text", {}, {}}, PageId::Library},
        {"import-busy", Attempt::Import, {ErrorCode::LibraryBusy, "/home/a/Films", "tastewalk-cli (process 4711): import", {}}, PageId::Library},
        {"space-damaged", Attempt::LoadSpace, {ErrorCode::Damaged, "builtin", "checksum", {}}, PageId::Map},
        {"gone", Attempt::LookForChanges, {ErrorCode::NotFound, "/home/a/Films", {}, {}}, PageId::Explore},
        {"read-only", Attempt::Act, {ErrorCode::LibraryReadOnly, "/home/a/Films", {}, {}}, PageId::Likes},
    };
    for (const auto& size : {QSize(1440, 900), QSize(1024, 640)}) {
        p.window->resize(size);
        for (const auto& [name, attempt, error, page] : banners) {
            p.window->showPage(page);
            QVERIFY(p.waitWhole());
            Q_EMIT p.workspace.failed(error, attempt);
            QVERIFY(p.waitWhole());
            p.picture(qPrintable(QStringLiteral("banner-%1-%2").arg(QLatin1String(name)).arg(size.width())));
        }
    }
}

static const tw::test::RegisterWindowTest<FaultsTest> kFaults;
#include "test_faults.moc"
