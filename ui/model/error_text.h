// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMetaType>
#include <QString>

namespace tw::ui {

/// What was tried when it went wrong; the sentence depends on it.
enum class Attempt {
    OpenLibrary, CreateLibrary, ReadText, LoadSpace, UseSpace, ConnectEmbedder, Act, Undo, Redo, Forget,
    StoreSettings, LookForChanges, Import, Embed, RebuildIndex, RemoveSpace, Search, Recommend, Explore, Map,
    Details, Export, CheckServer
};

/// A failure as people read it. All plain text.
struct ErrorText {
    QString title;    ///< What happened: one sentence with full stop, shown bold.
    QString sentence; ///< What was kept and what to do; may be empty.
    QString details;  ///< For the details view: code, subject, row and technical text.
    bool worthRetrying = false; ///< Trying the same again may help (server, lock).
};

/// Sentences for every code; for Cancelled a neutral one (callers normally show none). GUI thread.
ErrorText errorText(const Error& error, Attempt attempt);
/// Why a record was left out on import: one sentence.
QString skippedText(const Error& error);

} // namespace tw::ui

Q_DECLARE_METATYPE(tw::ui::Attempt)
