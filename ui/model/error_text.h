// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <vector>

namespace tw::ui {

/// What was tried when it went wrong; the sentences depend on it.
enum class Attempt {
    OpenLibrary, CreateLibrary, ReadText, LoadSpace, UseSpace, ConnectEmbedder, Act, Undo, Redo, Forget,
    StoreSettings, LookForChanges, Import, Embed, RebuildIndex, Measure, BringVectors, RemoveSpace, Search, Recommend, Explore, Map,
    Details, Export, CheckServer, Rescue, Preferences
};
inline constexpr auto kLastAttempt = Attempt::Preferences;

/// What can be done about it with one click.
enum class Remedy {
    TryAgain,       ///< The same once more.
    RescueLibrary,  ///< Copies what can be read of a damaged library into a new one.
    OpenLibrary,    ///< Another library.
    OpenThere,      ///< The library that is there already.
    EmbedAgain,     ///< Makes the space anew.
    ShowServer,     ///< To the place where server and model are chosen.
    ExportElsewhere ///< To another folder.
};

/// A failure as people read it: what happened, what was kept, what to do. All plain text, whole sentences.
struct ErrorText {
    QString title;    ///< What happened: one sentence with full stop, shown bold.
    QString kept;     ///< What stays as it was.
    QString advice;   ///< Why, and what to do.
    QString sentence; ///< `kept` and `advice`.
    QString details;  ///< For the details view: code, subject, row and technical text.
    std::vector<Remedy> remedies; ///< At most two, the likelier first.
    bool offers(Remedy remedy) const;
};

/// What an attempt had reached before it failed.
struct Reached {
    std::uint64_t vectors = 0; ///< Films that have their vector already.
    QString space;             ///< The space that goes on being used; empty when there is none.
};

/// Sentences for every code and attempt; for Cancelled neutral ones (callers normally show none). GUI thread.
ErrorText errorText(const Error& error, Attempt attempt, const Reached& reached = {});
/// Text of the button for a remedy; names the act.
QString remedyText(Remedy remedy);
/// Why a record was left out on import: one sentence.
QString skippedText(const Error& error);

/// What really is wrong where the code alone does not tell: read from the system's and SQLite's own words.
enum class ErrorCause { AsCoded, DiskFull, NotAllowed, ReadOnlyDisk, Locked, DiskFault, Gone };
ErrorCause errorCause(const Error& error);

} // namespace tw::ui

Q_DECLARE_METATYPE(tw::ui::Attempt)
