// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_lock.h"

#include "core/base/descriptor.h"
#include "core/library/space_replacement.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tw {

namespace {

constexpr const char* kLockName = "library.lock";

} // namespace

Result<FileLock> lockLibrary(const std::filesystem::path& libraryFolder, std::string_view what)
{
    std::error_code error;
    if (!std::filesystem::is_directory(libraryFolder, error))
        return fail(ErrorCode::NotFound, libraryFolder.string());
    if (!isWritable(libraryFolder))
        return fail(ErrorCode::LibraryReadOnly, libraryFolder.string());
    TW_ASSIGN(auto lock, FileLock::acquire(libraryFolder / kLockName,
                                           fmt::format("{} (process {}): {}", ::program_invocation_short_name,
                                                       ::getpid(), what)));
    removeLeftovers(libraryFolder);
    return lock;
}

bool isLibraryLocked(const std::filesystem::path& libraryFolder)
{
    const Descriptor file(::open((libraryFolder / kLockName).c_str(), O_RDONLY | O_CLOEXEC));
    return file.isOpen() && ::flock(file.value(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

bool isWritable(const std::filesystem::path& folder)
{
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

} // namespace tw
