// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <xxhash.h>

#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tw {

namespace {

static_assert(std::endian::native == std::endian::little, "the envelope's numbers are little-endian");

using Bytes = std::span<const std::byte>;

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int value() const { return m_value; }
    bool isOpen() const { return m_value >= 0; }
    bool close()
    {
        const int value = std::exchange(m_value, -1);
        return value < 0 || ::close(value) == 0;
    }

private:
    int m_value;
};

tl::unexpected<Error> systemFailure(ErrorCode code, const std::filesystem::path& path, const char* step)
{
    return fail(code, path.string(), fmt::format("{}: {}", step, std::strerror(errno)));
}

tl::unexpected<Error> openFailure(const std::filesystem::path& path)
{
    return systemFailure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path, "open");
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

/// The file a symbolic link leads to, so that replacing keeps the link.
std::filesystem::path behindLinks(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error))
        return path;
    const auto target = std::filesystem::weakly_canonical(path, error);
    return error ? path : target;
}

std::filesystem::path temporaryNameFor(const std::filesystem::path& path)
{
    static std::atomic<unsigned> counter = 0;
    return path.parent_path() / fmt::format(".{}.{}-{}.tmp", path.filename().string(), ::getpid(), counter++);
}

Status fillFile(const std::filesystem::path& path, const std::filesystem::path& temporary, std::span<const Bytes> parts)
{
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.isOpen())
        return systemFailure(ErrorCode::FileUnwritable, path, "create");
    struct stat old{};
    if (::stat(path.c_str(), &old) == 0 && ::fchmod(file.value(), old.st_mode & 07777) != 0)
        return systemFailure(ErrorCode::FileUnwritable, path, "chmod");
    for (const Bytes part : parts)
        if (!writeAll(file.value(), part))
            return systemFailure(ErrorCode::FileUnwritable, path, "write");
    if (::fsync(file.value()) != 0)
        return systemFailure(ErrorCode::FileUnwritable, path, "fsync");
    if (!file.close())
        return systemFailure(ErrorCode::FileUnwritable, path, "close");
    return {};
}

Status syncFolder(const std::filesystem::path& folder)
{
    Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen())
        return systemFailure(ErrorCode::FileUnwritable, folder, "open folder");
    // Some file systems cannot sync folders and say so with EINVAL; there is nothing more to do on them.
    if (::fsync(directory.value()) != 0 && errno != EINVAL)
        return systemFailure(ErrorCode::FileUnwritable, folder, "fsync folder");
    return {};
}

Status replaceFile(const std::filesystem::path& asked, std::span<const Bytes> parts)
{
    const std::filesystem::path path = behindLinks(asked);
    const std::filesystem::path temporary = temporaryNameFor(path);
    if (Status filled = fillFile(path, temporary, parts); !filled) {
        ::unlink(temporary.c_str());
        return filled;
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const Status failed = systemFailure(ErrorCode::FileUnwritable, path, "rename");
        ::unlink(temporary.c_str());
        return failed;
    }
    return syncFolder(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

/// The first 64 bytes of an envelope. The checksum covers all before it, then the payload.
struct EnvelopeHeader {
    std::array<char, 8> magic{};
    std::array<char, 16> kind{};
    std::uint32_t version = 0;
    std::uint32_t payloadOffset = 0;
    std::uint64_t payloadLength = 0;
    XXH128_canonical_t checksum{};
    std::array<char, 8> reserved{};
};
static_assert(sizeof(EnvelopeHeader) == 64);

constexpr std::array<char, 8> kMagic = {'T', 'W', 'E', 'N', 'V', '\r', '\n', '\x1a'};

EnvelopeHeader makeHeader(EnvelopeKind kind, std::uint64_t payloadLength)
{
    EnvelopeHeader header;
    header.magic = kMagic;
    std::copy_n(kind.name.begin(), std::min(kind.name.size(), header.kind.size()), header.kind.begin());
    header.version = kind.version;
    header.payloadOffset = sizeof(EnvelopeHeader);
    header.payloadLength = payloadLength;
    return header;
}

XXH128_canonical_t checksumOf(const EnvelopeHeader& header, Bytes payload)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    XXH3_128bits_update(state.get(), &header, offsetof(EnvelopeHeader, checksum));
    XXH3_128bits_update(state.get(), payload.data(), payload.size());
    XXH128_canonical_t checksum;
    XXH128_canonicalFromHash(&checksum, XXH3_128bits_digest(state.get()));
    return checksum;
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return openFailure(path);
    struct stat status{};
    if (::fstat(file.value(), &status) != 0)
        return systemFailure(ErrorCode::FileUnreadable, path, "fstat");
    std::string content;
    std::size_t used = 0;
    // One byte more than the size says, so that the end is seen without growing; sizes of pipes say 0.
    std::size_t room = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)) + 1;
    while (true) {
        if (used == content.size())
            content.resize(used + std::max<std::size_t>(room, 4096));
        const ssize_t got = ::read(file.value(), content.data() + used, content.size() - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(ErrorCode::FileUnreadable, path, "read");
        if (got == 0)
            break;
        used += static_cast<std::size_t>(got);
        room = used;
    }
    content.resize(used);
    return content;
}

Status writeFileAtomically(const std::filesystem::path& path, std::string_view content)
{
    const Bytes part = std::as_bytes(std::span(content.data(), content.size()));
    return replaceFile(path, std::span(&part, 1));
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return openFailure(path);
    struct stat status{};
    if (::fstat(file.value(), &status) != 0)
        return systemFailure(ErrorCode::FileUnreadable, path, "fstat");
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, path.string(), "not a regular file");
    std::shared_ptr<MappedFile> mapped(new MappedFile);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > 0) {
        void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.value(), 0);
        if (address == MAP_FAILED)
            return systemFailure(ErrorCode::FileUnreadable, path, "mmap");
        mapped->m_bytes = {static_cast<const std::byte*>(address), size};
    }
    return mapped;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
}

Status writeEnvelope(const std::filesystem::path& path, EnvelopeKind kind, std::span<const std::byte> payload)
{
    EnvelopeHeader header = makeHeader(kind, payload.size());
    header.checksum = checksumOf(header, payload);
    const std::array<Bytes, 2> parts = {std::as_bytes(std::span(&header, 1)), payload};
    return replaceFile(path, parts);
}

Result<EnvelopePayload> openEnvelope(const std::filesystem::path& path, EnvelopeKind kind)
{
    TW_ASSIGN(auto file, MappedFile::open(path));
    const auto damaged = [&path](const char* what) { return fail(ErrorCode::Damaged, path.string(), what); };
    const Bytes bytes = file->bytes();
    if (bytes.size() < sizeof(EnvelopeHeader))
        return damaged("shorter than its header");
    EnvelopeHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != kMagic)
        return damaged("magic");
    if (header.kind != makeHeader(kind, 0).kind)
        return damaged("kind");
    const Bytes payload = bytes.subspan(sizeof header);
    if (header.payloadOffset != sizeof header || header.payloadLength != payload.size())
        return damaged("length");
    if (header.reserved != EnvelopeHeader().reserved)
        return damaged("header");
    const XXH128_canonical_t checksum = checksumOf(header, payload);
    if (std::memcmp(&checksum, &header.checksum, sizeof checksum) != 0)
        return damaged("checksum");
    // Only after the checksum: a flipped bit in the version is damage, not a newer program.
    if (header.version > kind.version)
        return fail(ErrorCode::VersionTooNew, path.string(), fmt::format("version {}", header.version));
    if (header.version < kind.version)
        return damaged("older layout");
    return EnvelopePayload{std::move(file), payload};
}

} // namespace tw
