// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>

namespace tw {

// What is damaged is not deleted but kept beside its place as NAME.bad-YYYY-MM-DD (of today, local time), or -2, -3, …
// behind that when there are several of a day. Of derived files only the newest two are kept, so that a failing disk
// is not filled. None of these is ever opened again by itself.

/// Renames a damaged derived file, or a whole folder, and deletes all but the newest two of that name.
/// @return  Its new name. Errors: NotFound, FileUnwritable.
Result<std::filesystem::path> putAsideAsBad(const std::filesystem::path& path);

/// The same for a SQLite database with its "-wal", "-shm" and "-journal".
Result<std::filesystem::path> putDatabaseAsideAsBad(const std::filesystem::path& path);

/// The same for a database that cannot be made anew: its files stay in their place too (as hard links where the file
/// system has them, else as copies), and nothing is deleted. No connection to it may be open.
Result<std::filesystem::path> keepDatabaseAsBad(const std::filesystem::path& path);

/// The newest of what was put aside of this name; none when there is nothing.
std::optional<std::filesystem::path> newestBadFile(const std::filesystem::path& path);

/// Copies a file there and leaves it in its place; all but the newest two copies are deleted.
/// Errors: NotFound, FileUnwritable.
Result<std::filesystem::path> copyAsBad(const std::filesystem::path& path);

} // namespace tw
