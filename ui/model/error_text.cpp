// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/error_text.h"

#include "ui/model/error_advice.h"
#include "ui/model/item_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

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
    case Attempt::Measure: return Text::tr("Nothing was measured.");
    case Attempt::BringVectors: return Text::tr("The vectors were not brought in.");
    case Attempt::RemoveSpace: return Text::tr("The space was not removed.");
    case Attempt::Search: return Text::tr("The search did not finish.");
    case Attempt::Recommend: return Text::tr("There are no new recommendations.");
    case Attempt::Explore: return Text::tr("The lists could not be made.");
    case Attempt::Map: return Text::tr("The map could not be drawn.");
    case Attempt::Details: return Text::tr("The nearest films could not be found.");
    case Attempt::Export: return Text::tr("The file was not written.");
    case Attempt::CheckServer: return Text::tr("The server could not be asked.");
    case Attempt::Rescue: return Text::tr("The rescue did not finish.");
    case Attempt::Preferences: return Text::tr("Tastewalk’s own settings were not saved.");
    }
    return {};
}

QString keptSentence(Attempt attempt)
{
    switch (attempt) {
    case Attempt::OpenLibrary: return Text::tr("Nothing in its folder was changed.");
    case Attempt::CreateLibrary: return Text::tr("Other libraries are untouched.");
    case Attempt::ReadText: return Text::tr("Recommendations, the map and your likes work without it.");
    case Attempt::LoadSpace: return Text::tr("Titles, text search and your likes work without it.");
    case Attempt::UseSpace: return Text::tr("The present space stays in use.");
    case Attempt::ConnectEmbedder: return Text::tr("Titles and texts are searched meanwhile.");
    case Attempt::Act:
    case Attempt::Undo:
    case Attempt::Redo:
    case Attempt::Forget: return Text::tr("Your likes are as they were.");
    case Attempt::StoreSettings:
    case Attempt::Preferences: return Text::tr("They hold until the window closes.");
    case Attempt::LookForChanges: return Text::tr("The window shows what it read last.");
    case Attempt::Import: return Text::tr("The catalogue is as it was.");
    case Attempt::Embed: return Text::tr("Vectors already made are kept, and the present space stays in use.");
    case Attempt::RebuildIndex: return Text::tr("The old index stays in use.");
    case Attempt::Measure: return Text::tr("The index is as it was.");
    case Attempt::BringVectors:
    case Attempt::RemoveSpace: return Text::tr("The catalogue and your likes are untouched.");
    case Attempt::Search:
    case Attempt::Recommend:
    case Attempt::Explore: return Text::tr("The list shown is the last good one.");
    case Attempt::Map: return Text::tr("Lists, search and your likes work without it.");
    case Attempt::Details: return Text::tr("All else about the film is shown.");
    case Attempt::Export: return Text::tr("A file that was there before is untouched.");
    case Attempt::CheckServer: return Text::tr("The spaces you have stay in use.");
    case Attempt::Rescue: return Text::tr("The damaged library is untouched.");
    }
    return {};
}

QString keptSentence(Attempt attempt, const Reached& reached)
{
    if (attempt != Attempt::Embed || reached.vectors == 0)
        return keptSentence(attempt);
    const int vectors = static_cast<int>(reached.vectors);
    if (reached.space.isEmpty())
        return Text::tr("%Ln films keep their vectors.", nullptr, vectors);
    return Text::tr("%Ln films keep their vectors; search goes on with “%1”.", nullptr, vectors).arg(reached.space);
}

/// Of a library or space that is not what it should be.
QString brokenTitle(ErrorCode code, Attempt attempt)
{
    const bool library = attempt == Attempt::OpenLibrary || attempt == Attempt::Rescue || concernsOpenLibrary(attempt);
    switch (code) {
    case ErrorCode::NotFound:
        if (attempt == Attempt::OpenLibrary)
            return Text::tr("There is no library in this folder.");
        if (attempt == Attempt::LoadSpace)
            return Text::tr("The space is not there any more.");
        return attempt == Attempt::LookForChanges ? Text::tr("The folder of this library is gone.") : QString();
    case ErrorCode::Damaged:
        if (library && attempt != Attempt::ReadText)
            return Text::tr("This library is damaged.");
        return attempt == Attempt::LoadSpace ? Text::tr("The space is damaged.") : QString();
    case ErrorCode::VersionTooNew:
        if (library)
            return Text::tr("This library was made by a newer Tastewalk.");
        return concernsSpace(attempt) ? Text::tr("This space was made by a newer Tastewalk.")
                                      : Text::tr("This was made by a newer Tastewalk.");
    case ErrorCode::AlreadyExists:
        return attempt == Attempt::CreateLibrary ? Text::tr("There is a library in this folder already.") : QString();
    default: return {};
    }
}

QString codeTitle(const Error& error, Attempt attempt)
{
    const bool embedding = attempt == Attempt::Embed;
    const QString subject = shownLine(error.subject);
    switch (error.code) {
    case ErrorCode::Cancelled: return Text::tr("Stopped.");
    case ErrorCode::ServerUnreachable:
        return embedding ? Text::tr("Ollama stopped answering.") : Text::tr("Ollama is not answering.");
    case ErrorCode::ServerTimeout: return Text::tr("Ollama takes too long to answer.");
    case ErrorCode::ServerBusy: return Text::tr("Ollama is busy.");
    case ErrorCode::ServerRefused: return Text::tr("Ollama refused the request.");
    case ErrorCode::ServerAnswerInvalid:
        return embedding ? Text::tr("The answers of the server can’t be used.")
                         : Text::tr("The server answered something else than Ollama would.");
    case ErrorCode::ServerForbidden: return Text::tr("The server does not let Tastewalk in.");
    case ErrorCode::ModelChanged:
        return embedding ? Text::tr("The model was replaced while films were embedded.")
                         : Text::tr("Another model stands under this name now.");
    case ErrorCode::ModelNotFound:
        return subject.isEmpty() ? Text::tr("The model is not on this server.")
                                 : Text::tr("The model %1 is not on this server.").arg(subject);
    case ErrorCode::DimensionMismatch:
        if (embedding)
            return Text::tr("The model changed while films were embedded.");
        return attempt == Attempt::ConnectEmbedder ? Text::tr("The model has changed since the space was made.")
                                                   : QString();
    case ErrorCode::NotFinite:
        return embedding ? Text::tr("The model gave numbers that can’t be used.") : QString();
    case ErrorCode::LibraryBusy: return Text::tr("This library is being changed elsewhere.");
    case ErrorCode::LibraryReadOnly: return Text::tr("This library can be looked at, not changed.");
    case ErrorCode::LibraryReplaced: return Text::tr("Another library lies in this one’s place now.");
    case ErrorCode::NoTitleColumn: return Text::tr("No column of this file looks like a title.");
    case ErrorCode::FormatUnknown: return Text::tr("This file is in none of the formats Tastewalk reads.");
    default: return brokenTitle(error.code, attempt);
    }
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

bool ErrorText::offers(Remedy remedy) const
{
    return std::find(remedies.begin(), remedies.end(), remedy) != remedies.end();
}

ErrorText errorText(const Error& error, Attempt attempt, const Reached& reached)
{
    const ErrorCause cause = errorCause(error);
    ErrorText text;
    text.title = codeTitle(error, attempt);
    if (text.title.isEmpty())
        text.title = attemptTitle(attempt);
    text.kept = keptSentence(attempt, reached);
    text.advice = adviceFor(error, cause, attempt);
    text.sentence = Text::tr("%1 %2", "two whole sentences").arg(text.kept, text.advice);
    text.details = details(error, attempt);
    text.remedies = remediesFor(error, cause, attempt);
    return text;
}

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::TryAgain: return Text::tr("Try again");
    case Remedy::RescueLibrary: return Text::tr("Rescue what can be read");
    case Remedy::OpenLibrary: return Text::tr("Open another library…");
    case Remedy::OpenThere: return Text::tr("Open it");
    case Remedy::EmbedAgain: return Text::tr("Embed again");
    case Remedy::ShowServer: return Text::tr("Show the server");
    case Remedy::ExportElsewhere: return Text::tr("Export elsewhere…");
    }
    return {};
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
    return detail.isEmpty() ? adviceFor(error, errorCause(error), Attempt::Import) : detail;
}

} // namespace tw::ui
