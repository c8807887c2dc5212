// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/new_folder.h"

namespace tw {

NewFolder::NewFolder(std::filesystem::path folder, std::filesystem::path fresh, std::filesystem::path lockFile,
                     FileLock lock)
    : m_folder(std::move(folder)), m_fresh(std::move(fresh)), m_lockFile(std::move(lockFile)), m_lock(std::move(lock))
{
}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : m_folder(std::move(other.m_folder)), m_fresh(std::move(other.m_fresh)),
      m_lockFile(std::exchange(other.m_lockFile, {})), m_lock(std::move(other.m_lock)), m_published(other.m_published)
{
}

NewFolder::~NewFolder()
{
    if (m_lockFile.empty())
        return;
    std::error_code ignored;
    if (!m_published)
        std::filesystem::remove_all(m_fresh, ignored);
    std::filesystem::remove(m_lockFile, ignored);
}

Result<NewFolder> NewFolder::take(const std::filesystem::path& folder)
{
    const std::filesystem::path parent = folder.parent_path();
    const std::filesystem::path fresh = parent / fmt::format(".{}.new", folder.filename().string());
    const std::filesystem::path lockFile = fresh.string() + ".lock";
    std::error_code error;
    std::filesystem::create_directories(parent, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, parent.string(), error.message());
    TW_ASSIGN(auto lock, FileLock::acquire(lockFile, "creating a library"));
    NewFolder taken(folder, fresh, lockFile, std::move(lock));
    // Whoever held the lock before may have finished it.
    if (std::filesystem::exists(folder, error))
        return fail(ErrorCode::AlreadyExists, folder.string());
    std::filesystem::remove_all(fresh, error);
    std::filesystem::create_directory(fresh, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, fresh.string(), error.message());
    return taken;
}

Status NewFolder::publish()
{
    std::error_code error;
    std::filesystem::rename(m_fresh, m_folder, error);
    if (error) {
        const std::string reason = error.message();
        return fail(std::filesystem::exists(m_folder, error) ? ErrorCode::AlreadyExists : ErrorCode::FileUnwritable,
                    m_folder.string(), reason);
    }
    m_published = true;
    Status synced = syncFolder(m_folder.parent_path());
    if (!synced)
        synced.error().published = true;
    return synced;
}

} // namespace tw
