// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/input/block_source.h"

#include "core/catalog/read_limits.h"

#include <zlib.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tw {

namespace {

class FileBlocks final : public BlockSource {
public:
    FileBlocks(gzFile file, std::string name, std::uint64_t total)
        : m_file(file), m_name(std::move(name)), m_total(total)
    {
    }
    ~FileBlocks() override { ::gzclose(m_file); }
    FileBlocks(const FileBlocks&) = delete;
    FileBlocks& operator=(const FileBlocks&) = delete;

    Result<std::size_t> read(std::span<char> block) override
    {
        const int got = ::gzread(m_file, block.data(), static_cast<unsigned>(block.size()));
        if (got > 0) {
            m_unpacked += static_cast<std::uint64_t>(got);
            TW_TRY(checkUnpacking(m_total, m_unpacked, m_name));
            return static_cast<std::size_t>(got);
        }
        int code = Z_OK;
        const char* message = ::gzerror(m_file, &code);
        if (got == 0 && code == Z_OK)
            return 0;
        const bool system = code == Z_ERRNO;
        return fail(system ? ErrorCode::FileUnreadable : ErrorCode::FormatBroken, m_name,
                    system ? std::strerror(errno) : fmt::format("the gzip file is damaged or cut off: {}", message));
    }
    std::uint64_t fileBytesRead() const override
    {
        const auto offset = ::gzoffset(m_file);
        return offset < 0 ? 0 : std::min(static_cast<std::uint64_t>(offset), m_total);
    }
    std::uint64_t fileBytesTotal() const override { return m_total; }

private:
    gzFile m_file;
    std::string m_name;
    std::uint64_t m_total;
    std::uint64_t m_unpacked = 0;
};

class ReplayBlocks final : public BlockSource {
public:
    ReplayBlocks(std::string first, std::unique_ptr<BlockSource> rest)
        : m_first(std::move(first)), m_rest(std::move(rest))
    {
    }
    Result<std::size_t> read(std::span<char> block) override
    {
        if (m_at == m_first.size()) {
            std::string().swap(m_first);
            m_at = 0;
            return m_rest->read(block);
        }
        const std::size_t count = std::min(block.size(), m_first.size() - m_at);
        std::memcpy(block.data(), m_first.data() + m_at, count);
        m_at += count;
        return count;
    }
    std::uint64_t fileBytesRead() const override { return m_rest->fileBytesRead(); }
    std::uint64_t fileBytesTotal() const override { return m_rest->fileBytesTotal(); }

private:
    std::string m_first;
    std::size_t m_at = 0;
    std::unique_ptr<BlockSource> m_rest;
};

} // namespace

Status checkUnpacking(std::uint64_t packed, std::uint64_t unpacked, const std::string& name)
{
    if (unpacked > kMaxUnpackedBytes)
        return fail(ErrorCode::FormatBroken, name, fmt::format("unpacks to more than {} bytes", kMaxUnpackedBytes));
    if (unpacked > kUnpackingFree && unpacked / kMaxUnpackingRatio > packed)
        return fail(ErrorCode::FormatBroken, name,
                    fmt::format("unpacks to more than {} times its size", kMaxUnpackingRatio));
    return {};
}

Result<OpenedFile> openFileBlocks(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path.string(),
                    std::strerror(errno));
    struct stat status{};
    // A pipe or device could keep us waiting for ever.
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::FileUnreadable, path.string(), "not a file");
    }
    // zlib hands out files that are not gzip as they are.
    gzFile file = ::gzdopen(descriptor, "rb");
    if (!file) {
        ::close(descriptor);
        return fail(ErrorCode::FileUnreadable, path.string(), "no memory for zlib");
    }
    ::gzbuffer(file, 64 * 1024);
    OpenedFile opened;
    opened.gzip = ::gzdirect(file) == 0;
    opened.blocks = std::make_unique<FileBlocks>(file, path.string(), static_cast<std::uint64_t>(status.st_size));
    return opened;
}

std::unique_ptr<BlockSource> replayBlocks(std::string first, std::unique_ptr<BlockSource> rest)
{
    return std::make_unique<ReplayBlocks>(std::move(first), std::move(rest));
}

} // namespace tw
