// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/error_advice.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>
#include <QLocale>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::ErrorText)
};

/// What core says it did not find when undo or redo have nothing to do.
constexpr const char* kNoEvent = "event";

QString goneAdvice(const Error& error, Attempt attempt)
{
    switch (attempt) {
    case Attempt::OpenLibrary:
    case Attempt::Rescue:
        return Text::tr("It may have been moved or renamed. Open it where it is now, or open another one.");
    case Attempt::CreateLibrary: return Text::tr("The folder for it is not there. Choose another one.");
    case Attempt::Import:
        return Text::tr("“%1” is not there any more. Look where it is now, then import it from there.")
            .arg(subjectName(error));
    case Attempt::Export: return Text::tr("The folder to write to is not there any more. Choose another one.");
    case Attempt::Undo:
        if (error.subject == kNoEvent)
            return Text::tr("There is nothing to take back any more; another program may have done it.");
        break;
    case Attempt::Redo:
        if (error.subject == kNoEvent)
            return Text::tr("There is nothing to bring back any more; another program may have done it.");
        break;
    case Attempt::Preferences: return Text::tr("Their folder is not there. Make it again, then change a setting.");
    default: break;
    }
    if (concernsSpace(attempt))
        return Text::tr("Its files were removed. Embed the films again; the vectors already made make that quick.");
    return Text::tr("The folder of the library was moved or removed. Put it back, or open another library.");
}

QString notAllowedAdvice(const Error& error, Attempt attempt)
{
    if (error.code == ErrorCode::FileUnreadable) {
        return attempt == Attempt::OpenLibrary
                   ? Text::tr("You may not read its folder. Change the folder’s permissions, or open another library.")
                   : Text::tr("You may not read “%1”. Change its permissions, then try again.").arg(subjectName(error));
    }
    switch (attempt) {
    case Attempt::Export: return Text::tr("You may not write in this folder. Export to another one.");
    case Attempt::CreateLibrary:
    case Attempt::Rescue: return Text::tr("You may not write in this folder. Choose another one.");
    case Attempt::Preferences:
        return Text::tr("You may not write “%1”. Change its permissions, then change a setting.")
            .arg(subjectName(error));
    default: return Text::tr("You may not write in the library’s folder. Change its permissions, then try again.");
    }
}

QString causeAdvice(const Error& error, ErrorCause cause, Attempt attempt)
{
    switch (cause) {
    case ErrorCause::AsCoded: return {};
    case ErrorCause::DiskFull:
        return attempt == Attempt::Export ? Text::tr("The disk is full. Free some space, or export to another disk.")
                                          : Text::tr("The disk is full. Free some space, then try again.");
    case ErrorCause::NotAllowed: return notAllowedAdvice(error, attempt);
    case ErrorCause::ReadOnlyDisk:
        if (attempt == Attempt::Export)
            return Text::tr("This disk can only be read. Export to another one.");
        if (attempt == Attempt::CreateLibrary || attempt == Attempt::Rescue)
            return Text::tr("This disk can only be read. Choose a folder on another one.");
        return Text::tr("The disk it lies on can only be read. Copy the library to another disk, and open the copy.");
    case ErrorCause::Locked: return Text::tr("Another program is writing to the library. Try again in a moment.");
    case ErrorCause::DiskFault:
        return Text::tr("The disk reports a fault. Copy the library to another disk, and open the copy.");
    case ErrorCause::Gone: return goneAdvice(error, attempt);
    }
    return {};
}

QString damagedAdvice(const Error& error, Attempt attempt)
{
    switch (attempt) {
    case Attempt::OpenLibrary: return Text::tr("Rescue what can be read of it, or open another library; the damaged file is kept.");
    case Attempt::Import:
    case Attempt::CreateLibrary:
        return Text::tr("“%1” is damaged or not complete. Get the file again, then import it.").arg(subjectName(error));
    case Attempt::ReadText: return Text::tr("Its file is made anew the next time the library is opened.");
    case Attempt::Rescue: return Text::tr("Nothing in it can be read any more. A backup of its folder may still open.");
    default: break;
    }
    if (concernsOpenLibrary(attempt))
        return Text::tr("Open it again: what can still be read is offered for rescue.");
    if (concernsSpace(attempt))
        return Text::tr("Embed the films again; the vectors already made make that quick.");
    return Text::tr("“%1” is damaged. Open the library again; what can be made anew is.").arg(subjectName(error));
}

QString brokenFormatAdvice(const Error& error)
{
    const QString name = subjectName(error);
    if (!error.row)
        return Text::tr("“%1” is damaged or not complete. Get the file again, then import it.").arg(name);
    return Text::tr("“%1” is broken at row %2. Mend that row or leave it out, then import again.")
        .arg(name, QLocale().toString(static_cast<qulonglong>(*error.row)));
}

QString fileAdvice(const Error& error, Attempt attempt)
{
    const QString name = subjectName(error);
    switch (error.code) {
    case ErrorCode::AlreadyExists:
        return attempt == Attempt::CreateLibrary ? Text::tr("Open it, or choose another folder.")
                                                 : Text::tr("“%1” is there already. Choose another name.").arg(name);
    case ErrorCode::FileUnreadable:
        return Text::tr("“%1” can’t be read. Check the disk it lies on, then try again.").arg(name);
    case ErrorCode::FileUnwritable:
        return Text::tr("“%1” can’t be written. Check the free space and that you may write there.").arg(name);
    case ErrorCode::FormatUnknown:
        return Text::tr("It reads CSV, TSV, JSON and JSON Lines, also gzipped. Save the file as one of these.");
    case ErrorCode::FormatBroken: return brokenFormatAdvice(error);
    case ErrorCode::Damaged: return damagedAdvice(error, attempt);
    case ErrorCode::VersionTooNew:
        return attempt == Attempt::OpenLibrary ? Text::tr("Update Tastewalk, or open another library.")
                                               : Text::tr("Update Tastewalk to use it.");
    case ErrorCode::NoTitleColumn: return Text::tr("Say which column holds the titles, then import again.");
    default: return {};
    }
}

QString serverAdvice(const Error& error, Attempt attempt)
{
    const bool embedding = attempt == Attempt::Embed;
    switch (error.code) {
    case ErrorCode::ServerUnreachable:
        return embedding ? Text::tr("Start Ollama and try again; embedding goes on where it stopped.")
                         : Text::tr("Start Ollama, or check its address on the Library page.");
    case ErrorCode::ServerTimeout:
        return embedding ? Text::tr("A large model may need longer. Try again; embedding goes on where it stopped.")
                         : Text::tr("A large model may still be loading. Try again in a moment.");
    case ErrorCode::ServerBusy:
        return embedding ? Text::tr("Try again in a moment; embedding goes on where it stopped.")
                         : Text::tr("Others are asking it too. Try again in a moment.");
    case ErrorCode::ServerRefused:
        return Text::tr("The details hold its answer. Another model or another version of Ollama may help.");
    case ErrorCode::ServerAnswerInvalid:
        return embedding ? Text::tr("Check on the Library page which server is asked, and with which model.")
                         : Text::tr("Check the address on the Library page.");
    case ErrorCode::ServerForbidden:
        return Text::tr("Check its address on the Library page; a name and a password may belong into it.");
    case ErrorCode::ModelChanged:
        return embedding ? Text::tr("Embed again when it no longer changes; vectors of two models are never mixed.")
                         : Text::tr("Embed the films again, or bring the former model back.");
    case ErrorCode::ModelNotFound: return Text::tr("Choose an installed model, or pull this one with Ollama.");
    case ErrorCode::DimensionMismatch:
        return embedding ? Text::tr("Embed the films again: all of them get vectors of the present model.")
                         : Text::tr("Embed the films again, or bring the former model back.");
    case ErrorCode::NotFinite:
        return Text::tr("Try another model on the Library page, or the built-in embedder.");
    default: return {};
    }
}

} // namespace

QString subjectName(const Error& error)
{
    const QString subject = shownLine(error.subject);
    if (subject.isEmpty())
        return Text::tr("the file");
    if (!subject.startsWith(QLatin1Char('/')))
        return subject;
    const QString last = subject.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    return last.isEmpty() ? subject : last;
}

QString adviceFor(const Error& error, ErrorCause cause, Attempt attempt)
{
    if (const QString told = causeAdvice(error, cause, attempt); !told.isEmpty())
        return told;
    if (const QString told = fileAdvice(error, attempt); !told.isEmpty())
        return told;
    if (const QString told = serverAdvice(error, attempt); !told.isEmpty())
        return told;
    switch (error.code) {
    case ErrorCode::Cancelled: return Text::tr("It can be begun again at any time.");
    case ErrorCode::InvalidArgument: return Text::tr("One of the values is out of its range. Change it and try again.");
    case ErrorCode::Ambiguous: return Text::tr("Several films fit. Add the year.");
    case ErrorCode::EmptyText:
        return Text::tr("No film has a text to make vectors from. Import a catalogue that has texts.");
    case ErrorCode::LowSelfRecall:
        return Text::tr("The graph did not find its own films. Use more links, or the exact index.");
    case ErrorCode::LibraryBusy:
        return error.detail.empty()
                   ? Text::tr("Try again when the other program is done.")
                   : Text::tr("It is held by %1. Try again when that is done.").arg(shownLine(error.detail));
    case ErrorCode::LibraryReadOnly:
        return Text::tr("Change the permissions of its folder, or copy the library to a folder of yours.");
    case ErrorCode::LibraryReplaced:
        return Text::tr("Nothing more is written into it. Open the library again.");
    case ErrorCode::Database:
        return Text::tr("The library’s database reported a fault. Check the disk, then try again.");
    case ErrorCode::Unsupported:
        return Text::tr("This space, file or server can’t do it. Choose another on the Library page.");
    default: return Text::tr("This is a fault of Tastewalk; the details help to report it.");
    }
}

std::vector<Remedy> remediesFor(const Error& error, ErrorCause cause, Attempt attempt)
{
    const bool full = cause == ErrorCause::DiskFull;
    const bool passing = cause == ErrorCause::Locked || full || error.code == ErrorCode::LibraryBusy
                         || error.code == ErrorCode::ServerUnreachable || error.code == ErrorCode::ServerTimeout
                         || error.code == ErrorCode::ServerBusy || error.code == ErrorCode::Database
                         || error.code == ErrorCode::FileUnreadable || error.code == ErrorCode::FileUnwritable;
    const bool server = error.code == ErrorCode::ModelNotFound || error.code == ErrorCode::ServerForbidden
                        || error.code == ErrorCode::ServerRefused || error.code == ErrorCode::ServerAnswerInvalid || error.code == ErrorCode::NotFinite;
    if (error.code == ErrorCode::LibraryReplaced)
        return {Remedy::OpenThere};
    switch (attempt) {
    case Attempt::OpenLibrary:
        if (error.code == ErrorCode::Damaged)
            return {Remedy::RescueLibrary, Remedy::OpenLibrary};
        return passing ? std::vector{Remedy::TryAgain, Remedy::OpenLibrary} : std::vector{Remedy::OpenLibrary};
    case Attempt::CreateLibrary:
        if (error.code == ErrorCode::AlreadyExists)
            return {Remedy::OpenThere};
        break;
    case Attempt::LoadSpace:
    case Attempt::UseSpace:
        if (error.code == ErrorCode::Damaged || error.code == ErrorCode::NotFound)
            return {Remedy::EmbedAgain};
        break;
    case Attempt::ConnectEmbedder:
    case Attempt::Embed:
        if (error.code == ErrorCode::DimensionMismatch || error.code == ErrorCode::ModelChanged)
            return {Remedy::EmbedAgain};
        if (server)
            return {Remedy::TryAgain, Remedy::ShowServer};
        break;
    case Attempt::Export: return {Remedy::ExportElsewhere};
    default: break;
    }
    if (cause == ErrorCause::Gone && concernsOpenLibrary(attempt) && error.subject != kNoEvent)
        return {Remedy::OpenLibrary};
    return passing ? std::vector{Remedy::TryAgain} : std::vector<Remedy>{};
}

} // namespace tw::ui
