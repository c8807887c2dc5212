// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/model/library_fixture.h"
#include "ui/model/app_settings.h"
#include "ui/model/error_text.h"
#include "ui/model/item_format.h"
#include "ui/model/job_text.h"
#include "ui/model/trace_recorder.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace tw;
using namespace tw::ui;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

TimePoint at(const QDateTime& time) { return TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch())); }

} // namespace

class FormatsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void titlesOfAnotherScriptLead()
    {
        ItemFace face;
        face.title = text("Spirited Away");
        face.originalTitle = text("千と千尋の神隠し");
        face.year = 2001;
        face.genres = QStringList{text("Animation"), text("Fantasy")};
        QCOMPARE(face.leadTitle(), face.originalTitle);
        QCOMPARE(face.cardLine(), text("Spirited Away, 2001"));
        QCOMPARE(face.metaLine(), text("2001 · Animation, Fantasy"));
        face.title = text("Amélie");
        face.originalTitle = text("Le Fabuleux Destin d’Amélie Poulain");
        QCOMPARE(face.leadTitle(), face.title);
        QCOMPARE(face.cardLine(), text("2001 · Animation"));
        face.year = 0;
        QCOMPARE(face.cardLine(), text("Animation"));
    }

    void textFromDataCannotSteerTheWindow()
    {
        QCOMPARE(shown("a\x1b[31mb\xe2\x80\xaez"), text("abz"));
    }

    void reasonsAreWholeSentences()
    {
        std::vector<Item> items(3);
        const char* titles[] = {"Solaris", "Moon", "Her"};
        for (std::uint32_t i = 0; i < 3; ++i) {
            items[i].id = ItemId(i);
            items[i].key = titles[i];
            items[i].title = titles[i];
        }
        const Catalog catalog(std::move(items));
        QCOMPARE(reasonText(catalog, {}), QString());
        QCOMPARE(reasonText(catalog, {{ItemId(0), 0.5F}}), text("Like Solaris"));
        QCOMPARE(reasonText(catalog, {{ItemId(0), 0.5F}, {ItemId(1), 0.4F}}), text("Like Solaris and Moon"));
        SearchHit hit;
        hit.matched = {"hacker"};
        hit.snippet = "aided by the hacker Lisbeth";
        QCOMPARE(hitText(catalog, hit, {}), text("“aided by the hacker Lisbeth”"));
        hit.matched = {"hacker", "virus"};
        QCOMPARE(hitText(catalog, hit, {}), text("hacker, virus"));
        QCOMPARE(hitText(catalog, SearchHit{}, {{ItemId(1), 0.5F}, {ItemId(2), 0.5F}}),
                 text("close to Moon and Her"));
    }

    void numbersAndDates()
    {
        QCOMPARE(filmCount(4803), text("4,803 films"));
        QCOMPARE(percentText(0.114), text("11 %"));
        QCOMPARE(percentText(0.001), text("<1 %"));
        QCOMPARE(percentText(0), text("0 %"));
        QCOMPARE(byteText(1100), text("1.1 KB"));
        QCOMPARE(byteText(214'000'000), text("214 MB"));
        QCOMPARE(timeLeftText(39.6), text("about 40 s left"));
        QCOMPARE(timeLeftText(3.2), text("about 4 s left"));
        QCOMPARE(timeLeftText(170), text("about 3 min left"));
        QCOMPARE(likeCounts(0, 0), text("No likes yet"));
        QCOMPARE(likeCounts(18, 3), text("18 likes · 3 dislikes"));
        const QDateTime now(QDate(2026, 11, 22), QTime(23, 30));
        QCOMPARE(dateText(at(QDateTime(now.date(), QTime(21, 14))), at(now)), text("Today, 21:14"));
        QCOMPARE(dateText(at(QDateTime(now.date().addDays(-1), QTime(22, 44))), at(now)), text("Yesterday, 22:44"));
        QCOMPARE(dateText(at(QDateTime(QDate(2026, 11, 18), QTime(1, 0))), at(now)), text("18 Nov 2026"));
        QCOMPARE(dayText(at(QDateTime(QDate(2026, 10, 20), QTime(1, 0))), at(now)), text("20 October"));
        QCOMPARE(dayText(at(QDateTime(QDate(2025, 10, 20), QTime(1, 0))), at(now)), text("20 October 2025"));
        QCOMPARE(foundInText(Source::Search, text("hackers")), text("Search “hackers”"));
        QCOMPARE(foundInText(Source::Explore, text("gaussian")), text("Explore, Gaussian noise"));
    }

    void everyErrorHasASentence()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            for (int attempt = 0; attempt <= static_cast<int>(kLastAttempt); ++attempt) {
                const Error error{static_cast<ErrorCode>(code), "films.csv", "technical <b>text</b>", 12};
                const ErrorText made = errorText(error, static_cast<Attempt>(attempt));
                QVERIFY2(made.title.endsWith(QLatin1Char('.')), qPrintable(made.title));
                QVERIFY(error.code == ErrorCode::Cancelled || !made.sentence.isEmpty());
                QVERIFY(!made.title.contains(QLatin1Char('!')) && !made.sentence.contains(QLatin1Char('!')));
                QVERIFY(!made.title.contains(text("%1")) && !made.sentence.contains(text("%1")));
                QVERIFY(made.details.contains(text("technical")));
                QVERIFY(made.details.contains(text("12")));
            }
        }
        const auto away = errorText({ErrorCode::ServerUnreachable, "http://127.0.0.1:11434", "refused", {}}, Attempt::Embed);
        QCOMPARE(away.title, text("Ollama stopped answering."));
        QVERIFY(away.offers(Remedy::TryAgain));
        const auto missing = errorText({ErrorCode::ModelNotFound, "nomic-embed-text", {}, {}}, Attempt::CheckServer);
        QCOMPARE(missing.title, text("The model nomic-embed-text is not on this server."));
    }

    void jobsAreNamedWithTheirUnits()
    {
        JobStatus job;
        job.kind = JobKind::Embed;
        job.subject = text("nomic-embed-text");
        job.state = JobState::Running;
        job.progress = {Stage::Embedding, 3118, 4803, true, {}};
        job.rate = 41;
        job.secondsLeft = 40;
        const JobText shownAs = jobText(job);
        QCOMPARE(shownAs.name, text("Embedding with nomic-embed-text"));
        QCOMPARE(shownAs.done, text("3,118 of 4,803 films"));
        QCOMPARE(shownAs.rate, text("41 films/s"));
        QCOMPARE(shownAs.left, text("about 40 s left"));
        job.progress.waitsUntil = std::chrono::steady_clock::now() + std::chrono::hours(1);
        QCOMPARE(jobText(job).rate, text("waiting"));
        QVERIFY(jobText(job).left.startsWith(text("asks again in 3,")));
        job.progress.waitsUntil = std::chrono::steady_clock::time_point();
        QCOMPARE(jobText(job).left, text("asks again"));
        ProgressCell cell;
        cell.waitUntil(std::chrono::steady_clock::now());
        QVERIFY(cell.read().waitsUntil);
        cell.report(Stage::Embedding, 1, 2);
        QVERIFY(!cell.read().waitsUntil);
        job.progress.waitsUntil.reset();
        job.progress.stage = Stage::Reading;
        QCOMPARE(jobText(job).done, text("65 % read"));
        job.cancelRequested = true;
        QCOMPARE(jobText(job).left, text("stopping"));
        std::set<QString> names;
        for (int kind = 0; kind <= static_cast<int>(JobKind::Other); ++kind) {
            job.kind = static_cast<JobKind>(kind);
            QVERIFY(!jobText(job).name.isEmpty() && !jobIcon(job.kind).isEmpty());
        }
    }

    void settingsAreKeptAndTyped()
    {
        const test::TempFolder folder;
        const QString file = QString::fromStdString((folder / "s.ini").string());
        {
            AppSettings settings(file);
            QCOMPARE(settings.text(Setting::Theme), text("system"));
            QVERIFY(settings.flag(Setting::TastePanelOpen));
            QSignalSpy changed(&settings, &AppSettings::changed);
            settings.set(Setting::Theme, text("dark"));
            settings.set(Setting::Theme, text("dark"));
            QCOMPARE(changed.count(), 1);
            settings.set(Setting::TastePanelOpen, false);
            settings.set(Setting::WindowGeometry, QByteArray("\0\1\2", 3));
            for (int i = 0; i < 12; ++i)
                settings.noteLibrary(text("/libraries/%1").arg(i));
            settings.noteLibrary(text("/libraries/5/"));
        }
        AppSettings again(file);
        QCOMPARE(again.text(Setting::Theme), text("dark"));
        QVERIFY(!again.flag(Setting::TastePanelOpen));
        QCOMPARE(again.value(Setting::WindowGeometry).toByteArray(), QByteArray("\0\1\2", 3));
        QCOMPARE(again.recentLibraries().size(), AppSettings::kMaxRecent);
        QCOMPARE(again.recentLibraries().constFirst(), text("/libraries/5"));
        QCOMPARE(again.recentLibraries().count(text("/libraries/5")), 1);
        again.forgetLibrary(text("/libraries/5"));
        QVERIFY(!again.recentLibraries().contains(text("/libraries/5")));
        again.reset(Setting::Theme);
        QCOMPARE(again.text(Setting::Theme), text("system"));
    }

    void traceTimesFramesAndCancels()
    {
        TraceRecorder::Clock::time_point now{};
        TraceRecorder trace(now, nullptr, [&now] { return now; });
        JobQueue jobs;
        trace.watch(jobs);
        now += std::chrono::milliseconds(400);
        trace.firstPaint();
        now += std::chrono::milliseconds(50);
        trace.firstPaint();
        for (int frame = 1; frame <= 20; ++frame) {
            trace.sliderMoved();
            now += std::chrono::milliseconds(frame);
            trace.sliderMoved(); // still the same frame
            trace.sliderShown();
        }
        trace.sliderShown();
        QObject context;
        JobSpec spec;
        const auto job = jobs.submit(spec, [](const TaskContext& c) -> Status {
            while (!c.cancelled())
                QThread::yieldCurrentThread();
            return c.check();
        });
        QSignalSpy finished(&jobs, &JobQueue::finished);
        job.cancel();
        QTRY_COMPARE(finished.count(), 1);
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(trace.json())).object();
        QCOMPARE(json[text("first_paint_ms")].toDouble(), 400.0);
        QVERIFY(json[text("first_results_ms")].isNull());
        const auto frames = json[text("slider_frames")].toObject();
        QCOMPARE(frames[text("count")].toInt(), 20);
        QCOMPARE(frames[text("p50_ms")].toDouble(), 10.0);
        QCOMPARE(frames[text("p95_ms")].toDouble(), 19.0);
        QCOMPARE(json[text("cancels")].toObject()[text("count")].toInt(), 1);
    }
};

static const tw::test::RegisterModelTest<FormatsTest> registered;
#include "test_formats.moc"
