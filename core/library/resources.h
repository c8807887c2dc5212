// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace tw {

/// Where the shipped data lies (catalogue/films.jsonl, word-vectors/): TASTEWALK_RESOURCES if set, else
/// ../share/tastewalk beside the program, else the source tree it was built from.
std::filesystem::path resourceFolder();
std::filesystem::path bundledCatalogue();
std::filesystem::path wordVectorFolder();
/// Where the ready-made library of the bundled catalogue lies, if there is one (prepared_library.h): in the resources,
/// or beside a program that was built but not installed.
std::filesystem::path preparedLibraryFolder();

/// The library opened when none is named: TASTEWALK_LIBRARY if set, else $XDG_DATA_HOME/tastewalk/Films
/// (~/.local/share by default).
std::filesystem::path defaultLibraryFolder();

/// For derived files that have no place elsewhere: $XDG_CACHE_HOME/tastewalk (~/.cache by default). May not exist yet.
std::filesystem::path cacheFolder();

} // namespace tw
