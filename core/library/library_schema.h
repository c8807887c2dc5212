// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"

#include <filesystem>
#include <string>

namespace tw {

// The tables of library.sqlite. Private to core/library.

/// Makes all tables, with a new identity. Errors: AlreadyExists (there is a library, be it damaged), Database.
Status createLibraryTables(Database& database);

/// Verifies that the tables are as they were made, bringing those of older versions up to date when `mayChange`.
/// Errors: NotFound (a making that was broken off), Damaged, VersionTooNew, LibraryReadOnly (an older version that may
/// not be changed), Database.
Status checkLibraryTables(Database& database, bool mayChange);

/// Which library this is: 32 hexadecimal characters, given when it was made. Errors: Damaged, Database.
Result<std::string> libraryIdentity(Database& database);
/// Makes another library of what was copied from a pattern. Errors: Database.
Status renewLibraryIdentity(Database& database);

/// Verifies SQLite's write-ahead log before SQLite sees it: SQLite drops what lies behind the first fault without a
/// word. What can be the torn end of the last transaction is dropped all the same, but the log's bytes are kept aside
/// first when there was a whole transaction among them.
/// @param database  The database file; nothing happens when it has no log.
/// Errors: Damaged (transactions that were acknowledged can't be read).
Status checkLibraryLog(const std::filesystem::path& database);

} // namespace tw
