// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tw {

namespace {

std::string holderText(int descriptor)
{
    std::array<char, 1024> buffer;
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    return got > 0 ? std::string(buffer.data(), static_cast<std::size_t>(got)) : std::string();
}

/// The text informs people; the lock itself does not depend on it.
void setHolderText(int descriptor, std::string_view text)
{
    if (::ftruncate(descriptor, 0) == 0 && !text.empty()) {
        [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, text.data(), text.size(), 0);
    }
}

/// Whoever held the lock before may have removed its file, or moved its folder, while this one was opening it.
bool liesThere(int descriptor, const std::filesystem::path& path)
{
    struct stat held{};
    struct stat named{};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_dev == named.st_dev
           && held.st_ino == named.st_ino;
}

} // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& path, std::string_view holder)
{
    constexpr int kTries = 100;
    for (int i = 1;; ++i) {
        auto lock = tryAcquire(path, holder);
        if (!lock || i == kTries || liesThere(lock->m_descriptor, path))
            return lock;
    }
}

Result<FileLock> FileLock::tryAcquire(const std::filesystem::path& path, std::string_view holder)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return fail(ErrorCode::FileUnwritable, path.string(), std::strerror(errno));
    FileLock lock(descriptor);
    int result = 0;
    do {
        result = ::flock(descriptor, LOCK_EX | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    if (result == 0) {
        setHolderText(descriptor, holder);
        return lock;
    }
    const int reason = errno;
    const std::string present = holderText(descriptor);
    ::close(std::exchange(lock.m_descriptor, -1));
    if (reason == EWOULDBLOCK)
        return fail(ErrorCode::LibraryBusy, path.string(), present);
    return fail(ErrorCode::FileUnwritable, path.string(), std::strerror(reason));
}

FileLock::FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor < 0)
        return;
    setHolderText(m_descriptor, {});
    ::close(m_descriptor);
}

} // namespace tw
