// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library_jobs.h"

#include <filesystem>

namespace tw {

// The bundled catalogue as a ready-made library, made when the program is built, so that the first start need not
// embed anything. It is derived: when it is missing, or does not fit the bundled catalogue and its own checksums, the
// library is made from the catalogue instead.

/// Makes it in an empty or new folder and writes `prepared.json` with the checksums last.
/// Errors: those of createLibrary.
Status makePreparedLibrary(const std::filesystem::path& folder, const TaskContext& context);

/// A new library copied from the ready-made one of this program, whole or not at all.
/// Errors: NotFound (there is none, or it does not fit: make the library anew), AlreadyExists, LibraryBusy,
/// FileUnwritable.
Result<ImportReport> createFromPrepared(const std::filesystem::path& libraryFolder);

} // namespace tw
