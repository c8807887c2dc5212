// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tw {

/// What came of rescuing a library.
struct RescueReport {
    std::uint64_t items = 0;            ///< Items whole.
    std::uint64_t itemsLost = 0;        ///< Only the number (and mostly the key) is left; importing the file mends them.
    std::uint64_t events = 0;           ///< Acts, those from a backup included.
    std::uint64_t eventsFromBackup = 0; ///< Acts that only a copy of the history still had.
    std::uint64_t eventsLost = 0;       ///< As far as it is known how many there were.
    std::uint64_t settings = 0;
    std::uint64_t keptProfiles = 0;
    std::filesystem::path kept;         ///< The damaged database, library.sqlite.bad-DATE.
};

/// Makes a new library.sqlite from all that can be read of a damaged one, row by row; acts that can't are taken from
/// the newest good copy of the history. The damaged file is kept beside it, with its log. Spaces and the embedding
/// cache stay as they are. Nothing is changed unless the new database was read back whole.
/// Stages Reading, Storing, Checking.
/// Errors: InvalidArgument (the library is not damaged), NotFound, VersionTooNew, LibraryBusy, LibraryReadOnly,
/// Damaged (nothing at all can be read, and there is no copy of the history), FileUnwritable, Cancelled.
Result<RescueReport> rescueLibrary(const std::filesystem::path& libraryFolder, const TaskContext& context);

enum class FileState { Whole, Damaged, Missing };

/// One file of a library, verified.
struct CheckedFile {
    std::string name;    ///< Relative to the library's folder.
    FileState state = FileState::Whole;
    std::string detail;  ///< Technical, of damaged ones.
};
struct LibraryCheck {
    std::vector<CheckedFile> files;
    std::uint64_t items = 0;
    std::uint64_t events = 0;
    std::vector<std::string> putAside; ///< Names of files that were put aside as damaged earlier.

    /// The truth is whole; derived files may not be.
    bool libraryIsWhole() const;
    bool allWhole() const;
};

/// Verifies every file of a library: checksums, SQLite's full check, numbers of rows. Changes nothing.
/// Errors: NotFound (no library), VersionTooNew, Cancelled.
Result<LibraryCheck> checkLibrary(const std::filesystem::path& libraryFolder, const TaskContext& context);

} // namespace tw
