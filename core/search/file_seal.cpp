// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/file_seal.h"

#include "core/base/hash.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tw {

namespace {

struct Seal {
    std::array<char, 8> magic = {'T', 'W', 'S', 'E', 'A', 'L', '\r', '\n'};
    std::uint64_t length = 0;
    std::uint64_t checksum = 0;
    std::uint64_t checksumOfThis = 0;

    std::uint64_t ownChecksum() const { return hash64({magic.data(), sizeof(Seal) - sizeof(checksumOfThis)}); }
};
static_assert(sizeof(Seal) == 32);

class File {
public:
    File(const std::filesystem::path& path, int flags) : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int descriptor() const { return m_descriptor; }
    std::uint64_t size() const
    {
        struct stat status{};
        return ::fstat(m_descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

private:
    int m_descriptor;
};

tl::unexpected<Error> failure(ErrorCode code, const std::filesystem::path& path)
{
    return fail(code, path.string(), std::strerror(errno));
}

/// Reads exactly that part; false at an early end or an error.
bool readAt(const File& file, std::uint64_t offset, std::span<char> target)
{
    while (!target.empty()) {
        const ssize_t got = ::pread(file.descriptor(), target.data(), target.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        target = target.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return true;
}

std::optional<std::uint64_t> checksumOf(const File& file, std::uint64_t length)
{
    std::vector<char> buffer(std::size_t{1} << 20U);
    std::uint64_t checksum = 0;
    for (std::uint64_t at = 0; at < length;) {
        const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), length - at)));
        if (!readAt(file, at, part))
            return std::nullopt;
        checksum = hash64({part.data(), part.size()}, checksum);
        at += part.size();
    }
    return checksum;
}

} // namespace

Status sealFile(const std::filesystem::path& path)
{
    const File file(path, O_RDWR);
    if (file.descriptor() < 0)
        return failure(ErrorCode::FileUnwritable, path);
    Seal seal;
    seal.length = file.size();
    const auto checksum = checksumOf(file, seal.length);
    if (!checksum)
        return failure(ErrorCode::FileUnreadable, path);
    seal.checksum = *checksum;
    seal.checksumOfThis = seal.ownChecksum();
    if (::pwrite(file.descriptor(), &seal, sizeof(seal), static_cast<off_t>(seal.length)) != ssize_t{sizeof(seal)}
        || ::fsync(file.descriptor()) != 0)
        return failure(ErrorCode::FileUnwritable, path);
    return {};
}

Status checkSeal(const std::filesystem::path& path)
{
    const File file(path, O_RDONLY);
    if (file.descriptor() < 0)
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path);
    const auto damaged = [&path](const char* why) { return fail(ErrorCode::Damaged, path.string(), why); };
    Seal seal;
    const std::uint64_t size = file.size();
    if (size < sizeof(seal)
        || !readAt(file, size - sizeof(seal), std::span(reinterpret_cast<char*>(&seal), sizeof(seal))))
        return damaged("has no seal");
    if (seal.magic != Seal().magic || seal.checksumOfThis != seal.ownChecksum() || seal.length != size - sizeof(seal))
        return damaged("the seal is damaged");
    if (checksumOf(file, seal.length) != seal.checksum)
        return damaged("does not fit its seal");
    return {};
}

} // namespace tw
