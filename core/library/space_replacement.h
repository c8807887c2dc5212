// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/space_folder.h"

#include <filesystem>
#include <string>

namespace tw {

/// A change to a space's folder that is ready to be made in one step: a whole new space, a new index, or none at all.
/// What it takes away lies under a hidden name until this ends, so that it can be brought back. Needs the library's
/// lock for as long as it lives.
class SpaceReplacement {
public:
    /// Saves a whole space under a hidden name. Errors: FileUnwritable.
    static Result<SpaceReplacement> bySpace(const std::filesystem::path& libraryFolder, const LoadedSpace& space,
                                            const SpaceRecord& record);
    /// Saves the index and the record only; the space's other files are shared with the present folder by hard links.
    /// Errors: FileUnwritable; Unsupported where the file system has no hard links.
    static Result<SpaceReplacement> byIndex(const std::filesystem::path& libraryFolder, const VectorIndex& index,
                                            const SpaceRecord& record);
    /// Takes the space away. Errors: NotFound.
    static Result<SpaceReplacement> byNothing(const std::filesystem::path& libraryFolder, const std::string& id);
    SpaceReplacement(SpaceReplacement&& other) noexcept;
    ~SpaceReplacement();

    /// Makes the change, durably, in one step where the file system can. Readers of the old space keep what they have
    /// mapped. Errors: FileUnwritable; then nothing has changed.
    Status make();
    /// Takes it back, if it was made: for when the database could not be changed with it.
    void takeBack();

private:
    SpaceReplacement(std::filesystem::path libraryFolder, std::string id);
    Status swapIn();

    std::filesystem::path m_spaces;
    std::string m_id;
    bool m_removes = false;
    bool m_made = false;
    bool m_exchanged = false; ///< Else what was there lies aside, if anything was.
    bool m_hadOld = false;
};

/// Clears away what a killed process has left in the library's folder: temporary files, unfinished spaces, removed
/// ones. A space that lay aside for a moment is put back. The library's lock must be held.
void removeLeftovers(const std::filesystem::path& libraryFolder);
/// Whether there may be anything for removeLeftovers; it can belong to a process that still works.
bool hasLeftovers(const std::filesystem::path& libraryFolder);

} // namespace tw
