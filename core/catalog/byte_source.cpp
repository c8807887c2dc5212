// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/byte_source.h"

#include <zlib.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tw {

namespace {

constexpr std::size_t kBlockSize = 64 * 1024;

} // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path.string(),
                    std::strerror(errno));
    struct stat status{};
    if (::fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::FileUnreadable, path.string(), "not a file");
    }
    // zlib hands out files that are not gzip as they are.
    gzFile file = ::gzdopen(descriptor, "rb");
    if (!file) {
        ::close(descriptor);
        return fail(ErrorCode::FileUnreadable, path.string(), "no memory for zlib");
    }
    ::gzbuffer(file, kBlockSize);
    std::unique_ptr<ByteSource> source(new ByteSource);
    source->m_file = file;
    source->m_name = path.string();
    source->m_total = static_cast<std::uint64_t>(status.st_size);
    source->m_storage.resize(kBlockSize);
    return source;
}

ByteSource::~ByteSource()
{
    ::gzclose(m_file);
}

std::string_view ByteSource::buffered()
{
    return peek() == kEnd ? std::string_view() : m_block.substr(m_position);
}

std::uint64_t ByteSource::fileBytesRead() const
{
    const auto offset = ::gzoffset(m_file);
    return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

bool ByteSource::refill()
{
    m_position = 0;
    m_block = {};
    if (!m_status)
        return false;
    const int got = ::gzread(m_file, m_storage.data(), static_cast<unsigned>(m_storage.size()));
    if (got > 0) {
        m_block = {m_storage.data(), static_cast<std::size_t>(got)};
        return true;
    }
    int code = Z_OK;
    const char* message = ::gzerror(m_file, &code);
    if (got < 0 || code != Z_OK) {
        const bool system = code == Z_ERRNO;
        m_status = fail(system ? ErrorCode::FileUnreadable : ErrorCode::FormatBroken, m_name,
                        system ? std::strerror(errno) : message);
    }
    return false;
}

} // namespace tw
