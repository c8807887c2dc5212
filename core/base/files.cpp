// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/atomic_write.h"
#include "core/base/descriptor.h"

#include <xxhash.h>

#include <array>
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

tl::unexpected<Error> systemFailure(ErrorCode code, const std::filesystem::path& path, const char* step)
{
    return fail(code, path.string(), fmt::format("{}: {}", step, std::strerror(errno)));
}

tl::unexpected<Error> openFailure(const std::filesystem::path& path)
{
    return systemFailure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path, "open");
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

XXH128_canonical_t checksumOf(const EnvelopeHeader& header, std::span<const Bytes> pieces)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    XXH3_128bits_update(state.get(), &header, offsetof(EnvelopeHeader, checksum));
    for (const Bytes piece : pieces)
        XXH3_128bits_update(state.get(), piece.data(), piece.size());
    XXH128_canonical_t checksum;
    XXH128_canonicalFromHash(&checksum, XXH3_128bits_digest(state.get()));
    return checksum;
}

/// Hashes the header up to its checksum, then the payload, piece by piece.
Result<XXH128_canonical_t> checksumOf(const EnvelopeHeader& header, Bytes payload, const TaskContext& context)
{
    constexpr std::size_t kPiece = std::size_t{8} << 20U;
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    XXH3_128bits_update(state.get(), &header, offsetof(EnvelopeHeader, checksum));
    for (std::size_t done = 0; done < payload.size(); done += kPiece) {
        TW_TRY(context.check());
        context.report(Stage::Checking, done, payload.size());
        const Bytes piece = payload.subspan(done, std::min(kPiece, payload.size() - done));
        XXH3_128bits_update(state.get(), piece.data(), piece.size());
    }
    XXH128_canonical_t checksum;
    XXH128_canonicalFromHash(&checksum, XXH3_128bits_digest(state.get()));
    return checksum;
}

constexpr const char* kOlderLayout = "older layout";

tl::unexpected<Error> damaged(const std::filesystem::path& path, const char* what)
{
    return fail(ErrorCode::Damaged, path.string(), what);
}

/// The header of a file whose layout is that of an envelope of this kind; its version and checksum are not judged.
Result<EnvelopeHeader> headerOf(const std::filesystem::path& path, Bytes bytes, EnvelopeKind kind)
{
    if (bytes.size() < sizeof(EnvelopeHeader))
        return damaged(path, "shorter than its header");
    EnvelopeHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != kMagic)
        return damaged(path, "magic");
    if (header.kind != makeHeader(kind, 0).kind)
        return damaged(path, "kind");
    if (header.payloadOffset != sizeof header || header.payloadLength != bytes.size() - sizeof header)
        return damaged(path, "length");
    if (header.reserved != EnvelopeHeader().reserved)
        return damaged(path, "header");
    return header;
}

Status checkChecksum(const std::filesystem::path& path, Bytes bytes, const TaskContext& context)
{
    EnvelopeHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    TW_ASSIGN(const XXH128_canonical_t checksum, checksumOf(header, bytes.subspan(sizeof header), context));
    if (std::memcmp(&checksum, &header.checksum, sizeof checksum) != 0)
        return damaged(path, "checksum");
    return {};
}

/// Only after the checksum: a flipped bit in the version is damage, not a newer program.
Status checkVersion(const std::filesystem::path& path, const EnvelopeHeader& header, EnvelopeKind kind)
{
    if (header.version > kind.version)
        return fail(ErrorCode::VersionTooNew, path.string(), fmt::format("version {}", header.version));
    if (header.version < kind.version)
        return damaged(path, kOlderLayout);
    return {};
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

namespace {

/// The size of an open regular file.
Result<std::size_t> sizeOf(const Descriptor& file, const std::filesystem::path& path)
{
    struct stat status{};
    if (::fstat(file.value(), &status) != 0)
        return systemFailure(ErrorCode::FileUnreadable, path, "fstat");
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, path.string(), "not a regular file");
    return static_cast<std::size_t>(status.st_size);
}

} // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::load(const std::filesystem::path& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return openFailure(path);
    TW_ASSIGN(const std::size_t size, sizeOf(file, path));
    if (size >= kReadLimit)
        return open(path);
    std::shared_ptr<MappedFile> loaded(new MappedFile);
    if (size == 0)
        return loaded;
    void* address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (address == MAP_FAILED)
        return systemFailure(ErrorCode::FileUnreadable, path, "memory");
    auto* bytes = static_cast<std::byte*>(address);
    loaded->m_bytes = {bytes, size};
    for (std::size_t used = 0; used < size;) {
        const ssize_t got = ::read(file.value(), bytes + used, size - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(ErrorCode::FileUnreadable, path, "read");
        if (got == 0)
            return fail(ErrorCode::Damaged, path.string(), "is being cut short");
        used += static_cast<std::size_t>(got);
    }
    return loaded;
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return openFailure(path);
    TW_ASSIGN(const std::size_t size, sizeOf(file, path));
    std::shared_ptr<MappedFile> mapped(new MappedFile);
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
    return writeEnvelopeOfPieces(path, kind, std::span(&payload, 1));
}

Status writeEnvelopeOfPieces(const std::filesystem::path& path, EnvelopeKind kind, std::span<const Bytes> pieces)
{
    std::size_t length = 0;
    for (const Bytes piece : pieces)
        length += piece.size();
    EnvelopeHeader header = makeHeader(kind, length);
    header.checksum = checksumOf(header, pieces);
    std::vector<Bytes> parts{std::as_bytes(std::span(&header, 1))};
    parts.insert(parts.end(), pieces.begin(), pieces.end());
    return writePartsAtomically(path, parts);
}

Result<EnvelopePayload> openEnvelope(const std::filesystem::path& path, EnvelopeKind kind)
{
    TW_ASSIGN(auto file, MappedFile::load(path));
    const Bytes bytes = file->bytes();
    TW_ASSIGN(const EnvelopeHeader header, headerOf(path, bytes, kind));
    TW_TRY(checkChecksum(path, bytes, {}));
    TW_TRY(checkVersion(path, header, kind));
    return EnvelopePayload{std::move(file), bytes.subspan(sizeof header)};
}

Result<UnverifiedPayload> openEnvelopeUnverified(const std::filesystem::path& path, EnvelopeKind kind,
                                                 std::uint64_t verifyLaterFrom)
{
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    if (unknown || size < verifyLaterFrom) {
        TW_ASSIGN(EnvelopePayload payload, openEnvelope(path, kind));
        return UnverifiedPayload{{}, std::move(payload.file), payload.bytes};
    }
    TW_ASSIGN(auto file, MappedFile::open(path));
    const Bytes bytes = file->bytes();
    TW_ASSIGN(const EnvelopeHeader header, headerOf(path, bytes, kind));
    if (header.version != kind.version)
        TW_TRY(checkChecksum(path, bytes, {}));
    TW_TRY(checkVersion(path, header, kind));
    return UnverifiedPayload{path, std::move(file), bytes.subspan(sizeof header)};
}

Status UnverifiedPayload::verify(const TaskContext& context) const
{
    return path.empty() ? Status() : checkChecksum(path, file->bytes(), context);
}

bool isOlderLayout(const Error& error)
{
    return error.code == ErrorCode::Damaged && error.detail == kOlderLayout;
}

} // namespace tw
