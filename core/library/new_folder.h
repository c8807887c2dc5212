// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <filesystem>

namespace tw {

/// The place where a new library is made: an empty hidden folder `.NAME.new` beside the library's own, which takes its
/// name when it is whole. A lock beside it, held until then, keeps others from making the same library. Whatever was
/// not published is removed at the end; what a killed process left, by the next one that takes the place.
class NewFolder {
public:
    /// @param folder  Of the library; absolute.
    /// Errors: AlreadyExists (the folder is there), LibraryBusy (somebody else makes it), FileUnwritable.
    static Result<NewFolder> take(const std::filesystem::path& folder);
    NewFolder(NewFolder&& other) noexcept;
    ~NewFolder();

    const std::filesystem::path& path() const { return m_fresh; }
    /// Gives it the library's name, and makes that durable.
    /// Errors: AlreadyExists, FileUnwritable (`published` when only syncing failed).
    Status publish();

private:
    NewFolder(std::filesystem::path folder, std::filesystem::path fresh, std::filesystem::path lockFile, FileLock lock);

    std::filesystem::path m_folder;
    std::filesystem::path m_fresh;
    std::filesystem::path m_lockFile; ///< Empty in one that was moved from.
    FileLock m_lock;
    bool m_published = false;
};

} // namespace tw
