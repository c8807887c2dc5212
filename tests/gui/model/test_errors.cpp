// SPDX-License-Identifier: GPL-3.0-or-later
// Every failure has its sentences: what happened, what was kept, what to do.
#include "tests/gui/model/library_fixture.h"

#include "ui/model/error_text.h"

#include <QTest>

#include <cerrno>
#include <set>
#include <system_error>

using namespace tw;
using namespace tw::ui;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

bool isSentence(const QString& sentence)
{
    return sentence.endsWith(QLatin1Char('.')) && sentence.at(0).isUpper() | sentence.startsWith(text("“"))
           && !sentence.contains(QLatin1Char('!')) && !sentence.contains(text("%")) && sentence.size() <= 170;
}

std::vector<Attempt> attempts()
{
    std::vector<Attempt> all;
    for (int attempt = 0; attempt <= static_cast<int>(kLastAttempt); ++attempt)
        all.push_back(static_cast<Attempt>(attempt));
    return all;
}

/// One thing that happens to people, and the words they read.
struct Situation {
    const char* what;
    Attempt attempt;
    Error error;
    const char* title;
    const char* kept;
    const char* advice;
    std::vector<Remedy> remedies;
};

std::vector<Situation> situations()
{
    const Error full{ErrorCode::FileUnwritable, "/home/a/Films/library.sqlite", "write: No space left on device", {}};
    const Error fullDatabase{ErrorCode::Database, "/home/a/Films/library.sqlite", "database or disk is full", {}};
    const Error forbidden{ErrorCode::FileUnwritable, "/srv/out.csv", "open: Permission denied", {}};
    return {
        {"open: no library", Attempt::OpenLibrary, {ErrorCode::NotFound, "/home/a/Films", {}, {}},
         "There is no library in this folder.", "Nothing in its folder was changed.",
         "It may have been moved or renamed. Open it where it is now, or open another one.", {Remedy::OpenLibrary}},
        {"open: damaged", Attempt::OpenLibrary, {ErrorCode::Damaged, "/home/a/Films", "malformed", {}},
         "This library is damaged.", "Nothing in its folder was changed.",
         "Rescue what can be read of it, or open another library; the damaged file is kept.",
         {Remedy::RescueLibrary, Remedy::OpenLibrary}},
        {"open: too new", Attempt::OpenLibrary, {ErrorCode::VersionTooNew, "/home/a/Films", {}, {}},
         "This library was made by a newer Tastewalk.", "Nothing in its folder was changed.",
         "Update Tastewalk, or open another library.", {Remedy::OpenLibrary}},
        {"open: locked", Attempt::OpenLibrary, {ErrorCode::Database, "/home/a/Films", "database is locked", {}},
         "This library could not be opened.", "Nothing in its folder was changed.",
         "Another program is writing to the library. Try again in a moment.",
         {Remedy::TryAgain, Remedy::OpenLibrary}},
        {"open: may not read", Attempt::OpenLibrary, {ErrorCode::FileUnreadable, "/root/x", "open: Permission denied", {}},
         "This library could not be opened.", "Nothing in its folder was changed.",
         "You may not read its folder. Change the folder’s permissions, or open another library.",
         {Remedy::TryAgain, Remedy::OpenLibrary}},
        {"new library where one is", Attempt::CreateLibrary, {ErrorCode::AlreadyExists, "/home/a/Films", {}, {}},
         "There is a library in this folder already.", "Other libraries are untouched.",
         "Open it, or choose another folder.", {Remedy::OpenThere}},
        {"like: disk full", Attempt::Act, fullDatabase, "This was not saved.", "Your likes are as they were.",
         "The disk is full. Free some space, then try again.", {Remedy::TryAgain}},
        {"like: read-only", Attempt::Act, {ErrorCode::LibraryReadOnly, "/home/a/Films", {}, {}},
         "This library can be looked at, not changed.", "Your likes are as they were.",
         "Change the permissions of its folder, or copy the library to a folder of yours.", {}},
        {"like: folder gone", Attempt::Act, {ErrorCode::NotFound, "/home/a/Films", {}, {}}, "This was not saved.",
         "Your likes are as they were.",
         "The folder of the library was moved or removed. Put it back, or open another library.",
         {Remedy::OpenLibrary}},
        {"folder gone", Attempt::LookForChanges, {ErrorCode::NotFound, "/home/a/Films", {}, {}},
         "The folder of this library is gone.", "The window shows what it read last.",
         "The folder of the library was moved or removed. Put it back, or open another library.",
         {Remedy::OpenLibrary}},
        {"undone elsewhere", Attempt::Undo, {ErrorCode::NotFound, "event", {}, {}}, "Nothing was taken back.",
         "Your likes are as they were.", "There is nothing to take back any more; another program may have done it.",
         {}},
        {"import: held elsewhere", Attempt::Import,
         {ErrorCode::LibraryBusy, "/home/a/Films", "tastewalk-cli (process 7): import", {}},
         "This library is being changed elsewhere.", "The catalogue is as it was.",
         "It is held by tastewalk-cli (process 7): import. Try again when that is done.", {Remedy::TryAgain}},
        {"import: a row", Attempt::Import, {ErrorCode::FormatBroken, "/home/a/films.json", "bad", 1592},
         "The import did not finish.", "The catalogue is as it was.",
         "“films.json” is broken at row 1,592. Mend that row or leave it out, then import again.", {}},
        {"import: no titles", Attempt::Import, {ErrorCode::NoTitleColumn, "/home/a/films.csv", {}, {}},
         "No column of this file looks like a title.", "The catalogue is as it was.",
         "Say which column holds the titles, then import again.", {}},
        {"import: disk full", Attempt::Import, full, "The import did not finish.", "The catalogue is as it was.",
         "The disk is full. Free some space, then try again.", {Remedy::TryAgain}},
        {"embed: server away", Attempt::Embed, {ErrorCode::ServerUnreachable, "http://127.0.0.1:11434", "refused", {}},
         "Ollama stopped answering.", "Vectors already made are kept, and the present space stays in use.",
         "Start Ollama and try again; embedding goes on where it stopped.", {Remedy::TryAgain}},
        {"embed: garbage", Attempt::Embed, {ErrorCode::ServerAnswerInvalid, "http://127.0.0.1:11434", "no JSON", {}},
         "The answers of the server can’t be used.",
         "Vectors already made are kept, and the present space stays in use.",
         "Check on the Library page which server is asked, and with which model.",
         {Remedy::TryAgain, Remedy::ShowServer}},
        {"embed: model swapped", Attempt::Embed, {ErrorCode::ModelChanged, "nomic-embed-text", {}, {}},
         "The model was replaced while films were embedded.",
         "Vectors already made are kept, and the present space stays in use.",
         "Embed again when it no longer changes; vectors of two models are never mixed.", {Remedy::EmbedAgain}},
        {"space damaged", Attempt::LoadSpace, {ErrorCode::Damaged, "builtin", "checksum", {}}, "The space is damaged.",
         "Titles, text search and your likes work without it.",
         "Embed the films again; the vectors already made make that quick.", {Remedy::EmbedAgain}},
        {"space gone", Attempt::LoadSpace, {ErrorCode::NotFound, "builtin", {}, {}}, "The space is not there any more.",
         "Titles, text search and your likes work without it.",
         "Its files were removed. Embed the films again; the vectors already made make that quick.",
         {Remedy::EmbedAgain}},
        {"text index: disk full", Attempt::ReadText, full, "Text search is not available.",
         "Recommendations, the map and your likes work without it.",
         "The disk is full. Free some space, then try again.", {Remedy::TryAgain}},
        {"export: disk full", Attempt::Export, full, "The file was not written.",
         "A file that was there before is untouched.",
         "The disk is full. Free some space, or export to another disk.", {Remedy::ExportElsewhere}},
        {"export: may not write", Attempt::Export, forbidden, "The file was not written.",
         "A file that was there before is untouched.", "You may not write in this folder. Export to another one.",
         {Remedy::ExportElsewhere}},
        {"own settings: may not write", Attempt::Preferences,
         {ErrorCode::FileUnwritable, "/home/a/.config/tastewalk.ini", "open: Permission denied", {}},
         "Tastewalk’s own settings were not saved.", "They hold until the window closes.",
         "You may not write “tastewalk.ini”. Change its permissions, then change a setting.", {Remedy::TryAgain}},
    };
}

} // namespace

class ErrorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeAndAttemptSaysAllThree()
    {
        const QString last = errorText({ErrorCode::Internal, {}, {}, {}}, Attempt::Act).advice;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            for (const Attempt attempt : attempts()) {
                const Error error{static_cast<ErrorCode>(code), "films.csv", "technical <b>text</b>", 12};
                const ErrorText made = errorText(error, attempt);
                const auto where = QStringLiteral("code %1, attempt %2: %3 | %4 | %5")
                                       .arg(code).arg(static_cast<int>(attempt))
                                       .arg(made.title, made.kept, made.advice).toUtf8();
                QVERIFY2(isSentence(made.title), where.constData());
                QVERIFY2(isSentence(made.kept), where.constData());
                QVERIFY2(isSentence(made.advice), where.constData());
                QVERIFY2(made.sentence == made.kept + QLatin1Char(' ') + made.advice, where.constData());
                QVERIFY2(made.remedies.size() <= 2, where.constData());
                // "A fault of ours" is for faults of ours alone.
                QVERIFY2((made.advice == last) == (error.code == ErrorCode::Internal), where.constData());
                QVERIFY(made.details.contains(text("technical <b>text</b>")));
                QVERIFY(made.details.contains(text("12")));
            }
        }
    }

    void codesAreToldApart()
    {
        // What concerns embedding reads differently for every code that can happen there.
        std::set<QString> told;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const ErrorText made = errorText({static_cast<ErrorCode>(code), {}, {}, {}}, Attempt::Embed);
            told.insert(made.title + made.advice);
        }
        QCOMPARE(told.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
        // What was kept follows from what was tried, and each attempt has its own title.
        std::set<QString> titles;
        for (const Attempt attempt : attempts())
            titles.insert(errorText({ErrorCode::Internal, {}, {}, {}}, attempt).title);
        QCOMPARE(titles.size(), attempts().size());
    }

    void theSituationsPeopleMeet()
    {
        for (const Situation& s : situations()) {
            const ErrorText made = errorText(s.error, s.attempt);
            QVERIFY2(made.title == text(s.title), qPrintable(text(s.what) + text(": ") + made.title));
            QVERIFY2(made.kept == text(s.kept), qPrintable(text(s.what) + text(": ") + made.kept));
            QVERIFY2(made.advice == text(s.advice), qPrintable(text(s.what) + text(": ") + made.advice));
            QVERIFY2(made.remedies == s.remedies, s.what);
            for (const Remedy remedy : made.remedies)
                QVERIFY(!remedyText(remedy).isEmpty());
        }
    }

    void whatEmbeddingReachedIsTold()
    {
        const Error away{ErrorCode::ServerUnreachable, "http://127.0.0.1:11434", "refused", {}};
        QCOMPARE(errorText(away, Attempt::Embed, {3118, text("Overviews, built-in")}).kept,
                 text("3,118 films keep their vectors; search goes on with “Overviews, built-in”."));
        QCOMPARE(errorText(away, Attempt::Embed, {3118, {}}).kept, text("3,118 films keep their vectors."));
    }

    void causesAreReadInTheSystemsOwnLanguage()
    {
        const auto cause = [](const char* detail) {
            return errorCause({ErrorCode::FileUnwritable, "/x", detail, {}});
        };
        QVERIFY(cause("fsync: No space left on device") == ErrorCause::DiskFull);
        QVERIFY(cause("open: Read-only file system") == ErrorCause::ReadOnlyDisk);
        QVERIFY(cause("open: Permission denied") == ErrorCause::NotAllowed);
        QVERIFY(cause("read: Input/output error") == ErrorCause::DiskFault);
        QVERIFY(cause("something else") == ErrorCause::AsCoded);
        const std::string here = std::generic_category().message(EDQUOT);
        QVERIFY(cause(("write: " + here).c_str()) == ErrorCause::DiskFull);
        // Words of a server or a file's contents prove nothing about our disk.
        QVERIFY(errorCause({ErrorCode::ServerRefused, "x", "No space left on device", {}}) == ErrorCause::AsCoded);
    }

    void namesOfFilesCannotBreakASentence()
    {
        const ErrorText made = errorText({ErrorCode::FormatBroken, "/home/%2/%1 <b>x<br>.csv", {}, 3}, Attempt::Import);
        QVERIFY2(made.advice.contains(text("“%1 <b>x<br>.csv” is broken at row 3.")), qPrintable(made.advice));
    }
};

static const tw::test::RegisterModelTest<ErrorsTest> registered;
#include "test_errors.moc"
