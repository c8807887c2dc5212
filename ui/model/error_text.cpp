// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/error_text.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>
#include <QStringList>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::ErrorText)
};

QString attemptTitle(Attempt attempt)
{
    switch (attempt) {
    case Attempt::OpenLibrary: return Text::tr("This library could not be opened.");
    case Attempt::CreateLibrary: return Text::tr("The library could not be made.");
    case Attempt::ReadText: return Text::tr("Text search is not available.");
    case Attempt::LoadSpace: return Text::tr("The space could not be loaded.");
    case Attempt::UseSpace: return Text::tr("The space was not switched.");
    case Attempt::ConnectEmbedder: return Text::tr("Search by meaning has to wait.");
    case Attempt::Act: return Text::tr("This was not saved.");
    case Attempt::Undo: return Text::tr("Nothing was taken back.");
    case Attempt::Redo: return Text::tr("Nothing was brought back.");
    case Attempt::Forget: return Text::tr("Nothing was forgotten.");
    case Attempt::StoreSettings: return Text::tr("The settings were not saved.");
    case Attempt::LookForChanges: return Text::tr("Changes by other programs can’t be seen.");
    case Attempt::Import: return Text::tr("The import did not finish.");
    case Attempt::Embed: return Text::tr("The space was not built.");
    case Attempt::RebuildIndex: return Text::tr("The index was not rebuilt.");
    case Attempt::RemoveSpace: return Text::tr("The space was not removed.");
    case Attempt::Search: return Text::tr("The search did not finish.");
    case Attempt::Recommend: return Text::tr("There are no new recommendations.");
    case Attempt::Explore: return Text::tr("The lists could not be made.");
    case Attempt::Map: return Text::tr("The map could not be drawn.");
    case Attempt::Details: return Text::tr("The nearest films could not be found.");
    case Attempt::Export: return Text::tr("The file was not written.");
    case Attempt::CheckServer: return Text::tr("The server could not be asked.");
    }
    return {};
}

/// What stays as it was; a whole sentence or nothing.
QString keptSentence(Attempt attempt)
{
    switch (attempt) {
    case Attempt::CreateLibrary: return Text::tr("Other libraries are untouched.");
    case Attempt::LoadSpace: return Text::tr("Titles, text search and your likes work without it.");
    case Attempt::UseSpace: return Text::tr("The present space stays in use.");
    case Attempt::ConnectEmbedder: return Text::tr("Titles and texts are searched meanwhile.");
    case Attempt::Act:
    case Attempt::Undo:
    case Attempt::Redo:
    case Attempt::Forget: return Text::tr("Your likes are as they were.");
    case Attempt::StoreSettings: return Text::tr("They hold until the window closes.");
    case Attempt::Import: return Text::tr("The catalogue is as it was.");
    case Attempt::Embed: return Text::tr("Vectors already made are kept, and the present space stays in use.");
    case Attempt::RebuildIndex: return Text::tr("The old index stays in use.");
    case Attempt::Export: return Text::tr("A file that was there before is untouched.");
    case Attempt::Search:
    case Attempt::Recommend:
    case Attempt::Explore: return Text::tr("The list shown is the last good one.");
    default: return {};
    }
}

QString codeTitle(const Error& error, const QString& subject)
{
    switch (error.code) {
    case ErrorCode::Cancelled: return Text::tr("Stopped.");
    case ErrorCode::ServerUnreachable: return Text::tr("Ollama is not answering.");
    case ErrorCode::ServerTimeout: return Text::tr("Ollama takes too long to answer.");
    case ErrorCode::ServerBusy: return Text::tr("Ollama is busy.");
    case ErrorCode::ServerRefused: return Text::tr("Ollama refused the request.");
    case ErrorCode::ServerAnswerInvalid: return Text::tr("The server answered something else than Ollama would.");
    case ErrorCode::ModelNotFound:
        return subject.isEmpty() ? Text::tr("The model is not on this server.")
                                 : Text::tr("The model %1 is not on this server.").arg(subject);
    case ErrorCode::LibraryBusy: return Text::tr("This library is being changed elsewhere.");
    case ErrorCode::LibraryReadOnly: return Text::tr("This library can be looked at, not changed.");
    case ErrorCode::VersionTooNew: return Text::tr("This was made by a newer Tastewalk.");
    case ErrorCode::NoTitleColumn: return Text::tr("No column of this file looks like a title.");
    case ErrorCode::FormatUnknown: return Text::tr("This file is in none of the formats Tastewalk reads.");
    default: return {};
    }
}

/// What to do, or what exactly is wrong; a whole sentence or nothing.
QString adviceSentence(const Error& error, const QString& subject)
{
    const QString row = error.row ? QLocale().toString(static_cast<qulonglong>(*error.row)) : QString();
    switch (error.code) {
    case ErrorCode::Cancelled: return {};
    case ErrorCode::InvalidArgument: return Text::tr("One of the values is out of its range.");
    case ErrorCode::NotFound:
        return subject.isEmpty() ? Text::tr("It is not there any more.")
                                 : Text::tr("“%1” is not there.").arg(subject);
    case ErrorCode::Ambiguous: return Text::tr("Several films fit; add the year.");
    case ErrorCode::AlreadyExists: return Text::tr("“%1” exists already. Open it, or choose another folder.").arg(subject);
    case ErrorCode::FileUnreadable: return Text::tr("“%1” can’t be read. Check that you may read it.").arg(subject);
    case ErrorCode::FileUnwritable:
        return Text::tr("“%1” can’t be written. Check the free space and that you may write there.").arg(subject);
    case ErrorCode::FormatUnknown: return Text::tr("It reads CSV, TSV, JSON and JSON Lines, also gzipped.");
    case ErrorCode::FormatBroken:
        return row.isEmpty() ? Text::tr("“%1” is damaged or not complete.").arg(subject)
                             : Text::tr("“%1” is broken at row %2.").arg(subject, row);
    case ErrorCode::Damaged: return Text::tr("A file of the library is damaged. Building the space again mends it.");
    case ErrorCode::VersionTooNew: return Text::tr("Update Tastewalk to open it.");
    case ErrorCode::NoTitleColumn: return Text::tr("Say on import which column holds the titles.");
    case ErrorCode::EmptyText: return Text::tr("There is no text to make vectors from.");
    case ErrorCode::NotFinite: return Text::tr("The model gave numbers that can’t be used. Try another model.");
    case ErrorCode::DimensionMismatch:
        return Text::tr("The model has changed since the space was made. Embed the films again.");
    case ErrorCode::LowSelfRecall: return Text::tr("The graph did not find its own films; the exact index does.");
    case ErrorCode::LibraryBusy:
        return error.detail.empty() ? Text::tr("Try again when the other program is done.")
                                    : Text::tr("It is held by %1. Try again when that is done.").arg(shown(error.detail));
    case ErrorCode::LibraryReadOnly: return Text::tr("Check that you may write in its folder.");
    case ErrorCode::Database: return Text::tr("The library’s database reported a fault. Check the disk’s free space.");
    case ErrorCode::ServerUnreachable: return Text::tr("Start Ollama, or check its address on the Library page.");
    case ErrorCode::ServerTimeout: return Text::tr("A large model may still be loading. Try again in a moment.");
    case ErrorCode::ServerBusy: return Text::tr("Try again in a moment.");
    case ErrorCode::ServerRefused: return Text::tr("The details hold its answer.");
    case ErrorCode::ServerAnswerInvalid: return Text::tr("Check the address on the Library page.");
    case ErrorCode::ModelNotFound: return Text::tr("Choose an installed model, or pull this one with Ollama.");
    case ErrorCode::Unsupported: return Text::tr("This is not possible with this space or server.");
    case ErrorCode::Internal: return Text::tr("This is a fault of Tastewalk; the details help to report it.");
    }
    return {};
}

QString details(const Error& error, Attempt attempt)
{
    const std::string_view code = errorCodeName(error.code);
    QStringList lines{attemptTitle(attempt),
                      Text::tr("Code: %1").arg(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())))};
    if (!error.subject.empty())
        lines.append(Text::tr("About: %1").arg(shown(error.subject)));
    if (error.row)
        lines.append(Text::tr("Row: %1").arg(static_cast<qulonglong>(*error.row)));
    if (!error.detail.empty())
        lines.append(shown(error.detail));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ErrorText errorText(const Error& error, Attempt attempt)
{
    ErrorText text;
    const QString subject = shown(error.subject);
    text.title = codeTitle(error, subject);
    if (text.title.isEmpty())
        text.title = attemptTitle(attempt);
    const QString kept = error.code == ErrorCode::Cancelled ? QString() : keptSentence(attempt);
    const QString advice = adviceSentence(error, subject);
    if (kept.isEmpty() || advice.isEmpty())
        text.sentence = kept + advice;
    else
        text.sentence = Text::tr("%1 %2", "two whole sentences").arg(kept, advice);
    text.details = details(error, attempt);
    switch (error.code) {
    case ErrorCode::ServerUnreachable:
    case ErrorCode::ServerTimeout:
    case ErrorCode::ServerBusy:
    case ErrorCode::LibraryBusy:
    case ErrorCode::FileUnwritable:
    case ErrorCode::FileUnreadable:
    case ErrorCode::Database: text.worthRetrying = true; break;
    default: break;
    }
    return text;
}

QString skippedText(const Error& error)
{
    const QString detail = shown(error.detail);
    if (error.code == ErrorCode::FormatBroken && !detail.isEmpty())
        return Text::tr("Not readable: %1").arg(detail);
    if (error.code == ErrorCode::FormatBroken)
        return Text::tr("Not readable, or without a title");
    if (error.code == ErrorCode::NoTitleColumn)
        return Text::tr("Without a title");
    return detail.isEmpty() ? adviceSentence(error, shown(error.subject)) : detail;
}

} // namespace tw::ui
