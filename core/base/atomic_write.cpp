// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_write.h"

#include "core/base/descriptor.h"
#include "core/base/files.h"
#include "core/base/hash.h"

#include <atomic>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace tw {

namespace {

using Bytes = std::span<const std::byte>;

using Body = std::function<Status(const ByteSink&)>;

constexpr std::string_view kTemporaryEnd = ".tmp";
/// The longest name that still has room for what a temporary name adds; the usual limit is 255.
constexpr std::size_t kLongestPlainName = 200;

tl::unexpected<Error> unwritable(const std::filesystem::path& path, const char* step)
{
    return fail(ErrorCode::FileUnwritable, path.string(), fmt::format("{}: {}", step, std::strerror(errno)));
}

bool writeAll(int descriptor, Bytes bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

/// Runs `body`, what it hands over going into the file.
Status writeInto(int descriptor, const std::filesystem::path& path, const Body& body)
{
    return body([descriptor, &path](Bytes bytes) -> Status {
        if (!writeAll(descriptor, bytes))
            return unwritable(path, "write");
        return {};
    });
}

/// The file a symbolic link leads to, so that replacing keeps the link.
std::filesystem::path behindLinks(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error))
        return path;
    const auto target = std::filesystem::weakly_canonical(path, error);
    return error ? path : target;
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// What the temporary files of a name begin with.
std::string temporaryBegin(const std::string& name)
{
    return fmt::format(".{}.", name.size() <= kLongestPlainName ? name : hash128Hex(name));
}

/// Whether `rest` is what follows temporaryBegin: process, number, end.
bool isTemporaryRest(std::string_view rest)
{
    if (!rest.ends_with(kTemporaryEnd))
        return false;
    rest.remove_suffix(kTemporaryEnd.size());
    const std::size_t dash = rest.find('-');
    const auto isNumber = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return dash != std::string_view::npos && isNumber(rest.substr(0, dash)) && isNumber(rest.substr(dash + 1));
}

bool isTemporary(std::string_view name)
{
    if (!name.starts_with('.') || !name.ends_with(kTemporaryEnd))
        return false;
    const std::size_t dot = name.substr(0, name.size() - kTemporaryEnd.size()).rfind('.');
    return dot > 0 && dot != std::string_view::npos && isTemporaryRest(name.substr(dot + 1));
}

/// Whoever writes a temporary file holds a lock on it; the lock goes with the process, however that ends.
void removeIfLeft(const std::filesystem::path& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status{};
    if (file.isOpen() && ::fstat(file.value(), &status) == 0 && S_ISREG(status.st_mode)
        && ::flock(file.value(), LOCK_EX | LOCK_NB) == 0)
        ::unlink(path.c_str());
}

template <class Wanted>
void removeLeft(const std::filesystem::path& folder, const Wanted& wanted)
{
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (wanted(entry->path().filename().native()))
            found.push_back(entry->path());
    for (const std::filesystem::path& path : found)
        removeIfLeft(path);
}

/// A new file beside the one it will replace. Removed unless it was moved into its place.
class TemporaryFile {
public:
    static Result<TemporaryFile> createFor(const std::filesystem::path& path)
    {
        static std::atomic<unsigned> counter = 0;
        constexpr int kAttempts = 3;
        const std::string begin = temporaryBegin(path.filename().string());
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            std::filesystem::path name =
                folderOf(path) / fmt::format("{}{}-{}{}", begin, ::getpid(), counter++, kTemporaryEnd);
            Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
            if (!file.isOpen() && errno == EEXIST)
                continue;
            if (!file.isOpen())
                return unwritable(path, "create");
            // File systems without locks have nobody who clears away by them, either.
            ::flock(file.value(), LOCK_EX | LOCK_NB);
            struct stat status{};
            // Taken for left behind in the moment before it was locked: once more.
            if (::fstat(file.value(), &status) == 0 && status.st_nlink == 0)
                continue;
            return TemporaryFile(std::move(name), std::move(file));
        }
        errno = EEXIST;
        return unwritable(path, "create");
    }
    TemporaryFile(TemporaryFile&& other) noexcept
        : m_name(std::exchange(other.m_name, {})), m_file(std::move(other.m_file))
    {
    }
    ~TemporaryFile()
    {
        if (!m_name.empty())
            ::unlink(m_name.c_str());
    }

    Status fill(const std::filesystem::path& path, const Body& body)
    {
        struct stat old{};
        if (::stat(path.c_str(), &old) == 0 && ::fchmod(m_file.value(), old.st_mode & 07777) != 0)
            return unwritable(path, "chmod");
        TW_TRY(writeInto(m_file.value(), path, body));
        if (::fsync(m_file.value()) != 0)
            return unwritable(path, "fsync");
        // Some file systems tell of a full disk only when a descriptor is closed; ours stays open for its lock.
        Descriptor copy(::dup(m_file.value()));
        if (!copy.isOpen() || !copy.close())
            return unwritable(path, "close");
        return {};
    }
    Status moveTo(const std::filesystem::path& path)
    {
        if (::rename(m_name.c_str(), path.c_str()) != 0)
            return unwritable(path, "rename");
        m_name.clear();
        return {};
    }

private:
    TemporaryFile(std::filesystem::path name, Descriptor file) : m_name(std::move(name)), m_file(std::move(file)) {}
    std::filesystem::path m_name;
    Descriptor m_file;
};

/// Devices and pipes have no old content to keep, and must never be replaced by a file.
Status writeThrough(const std::filesystem::path& path, const Body& body)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen())
        return unwritable(path, "open");
    TW_TRY(writeInto(file.value(), path, body));
    if (!file.close())
        return unwritable(path, "close");
    return {};
}

} // namespace

Status writeStreamAtomically(const std::filesystem::path& asked, const Body& body)
{
    struct stat old{};
    const bool exists = ::stat(asked.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode) && !S_ISDIR(old.st_mode))
        return writeThrough(asked, body);
    const std::filesystem::path path = behindLinks(asked);
    // The folder's permissions are what counts for a rename; a file that may not be written must not be replaced.
    if (exists && ::access(path.c_str(), W_OK) != 0)
        return unwritable(path, "open");
    const std::string begin = temporaryBegin(path.filename().string());
    removeLeft(folderOf(path), [&begin](std::string_view name) {
        return name.starts_with(begin) && isTemporaryRest(name.substr(begin.size()));
    });
    TW_ASSIGN(auto temporary, TemporaryFile::createFor(path));
    TW_TRY(temporary.fill(path, body));
    TW_TRY(temporary.moveTo(path));
    Status synced = syncFolder(folderOf(path));
    if (!synced)
        synced.error().published = true;
    return synced;
}

Status writePartsAtomically(const std::filesystem::path& path, std::span<const Bytes> parts)
{
    return writeStreamAtomically(path, [parts](const ByteSink& sink) -> Status {
        for (const Bytes part : parts)
            TW_TRY(sink(part));
        return {};
    });
}

Status writeFileAtomically(const std::filesystem::path& path, std::string_view content)
{
    const Bytes part = std::as_bytes(std::span(content.data(), content.size()));
    return writePartsAtomically(path, std::span(&part, 1));
}

void removeTemporaryFiles(const std::filesystem::path& folder)
{
    removeLeft(folder, isTemporary);
}

Status syncFolder(const std::filesystem::path& folder)
{
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen())
        return unwritable(folder, "open folder");
    // Some file systems cannot sync folders and say so with EINVAL; there is nothing more to do on them.
    if (::fsync(directory.value()) != 0 && errno != EINVAL)
        return unwritable(folder, "fsync folder");
    return {};
}

} // namespace tw
