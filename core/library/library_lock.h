// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <filesystem>
#include <string_view>

namespace tw {

/// Takes the library's exclusive lock for one big change; acts need no lock. The holder's text for others to
/// show reads "program (process 123): what". What killed processes have left in the folder is cleared away.
/// Errors: LibraryBusy (detail: that text), LibraryReadOnly, NotFound (no such folder).
Result<FileLock> lockLibrary(const std::filesystem::path& libraryFolder, std::string_view what);

/// Whether somebody, in whatever process, is making a big change.
bool isLibraryLocked(const std::filesystem::path& libraryFolder);

/// Whether files in the folder can be made and changed.
bool isWritable(const std::filesystem::path& folder);

} // namespace tw
