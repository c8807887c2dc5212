// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tw {

/// The whole file. Errors: NotFound, FileUnreadable.
Result<std::string> readFile(const std::filesystem::path& path);

/// Replaces `path` by `content`, whole or not at all: written to a new file in the same folder, fsynced,
/// renamed over the old one, folder fsynced; every step checked (full disks included). Devices and pipes are written
/// into as they are. What killed writers of the same file have left beside it is removed.
/// Errors: FileUnwritable; the old file is then unchanged and no temporary file stays behind. Only when syncing the
/// folder is what failed, the new one lies there already, whole, and the error is marked `published`.
Status writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// Removes the temporary files of writeFileAtomically that killed processes have left in the folder; those being
/// written stay.
void removeTemporaryFiles(const std::filesystem::path& folder);

/// Makes names that were made, moved or removed in the folder durable. Errors: FileUnwritable.
Status syncFolder(const std::filesystem::path& folder);

/// A file's bytes for reading. Keeps its inode: a later rename over the path does not disturb it.
class MappedFile {
public:
    /// Maps it into memory. A program that cuts the file short in place afterwards (ours never do) kills the process
    /// at its next look at the missing pages.
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
    /// Reads it where it is smaller than kReadLimit, so that nothing done to the file reaches us any more; maps it
    /// otherwise. At page boundaries in both cases. Errors: NotFound, FileUnreadable.
    static Result<std::shared_ptr<const MappedFile>> load(const std::filesystem::path& path);
    static constexpr std::size_t kReadLimit = std::size_t{64} << 20U;
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    MappedFile() = default;
    std::span<const std::byte> m_bytes;
};

/// Our derived files lie in an envelope: magic, kind, format version, payload length, XXH3-128 of all that.
/// Payloads start at a multiple of 64 bytes, so that mapped matrices are aligned.
struct EnvelopeKind {
    std::string_view name;      ///< At most 16 ASCII characters, e.g. "tw-vectors".
    std::uint32_t version = 1;  ///< Raised when the payload's layout changes.
};

/// Writes `payload` in an envelope, atomically. Errors: FileUnwritable.
Status writeEnvelope(const std::filesystem::path& path, EnvelopeKind kind, std::span<const std::byte> payload);
/// The same with a payload whose pieces lie apart: of large files, so that it need not be put together in memory.
Status writeEnvelopeOfPieces(const std::filesystem::path& path, EnvelopeKind kind,
                             std::span<const std::span<const std::byte>> pieces);

/// A verified payload, kept in memory while this lives.
struct EnvelopePayload {
    std::shared_ptr<const MappedFile> file;
    std::span<const std::byte> bytes;
};

/// Loads the file (MappedFile::load) and verifies magic, kind, version, length and checksum before anybody sees a byte.
/// Errors: NotFound, FileUnreadable, Damaged, VersionTooNew.
Result<EnvelopePayload> openEnvelope(const std::filesystem::path& path, EnvelopeKind kind);

/// A payload that was looked at but not hashed: of a large file, so that its first use need not wait for that. Until
/// verify() has said that it is whole its bytes may be anything: what is made of them must not be kept.
struct UnverifiedPayload {
    std::filesystem::path path; ///< Empty when it was verified already.
    std::shared_ptr<const MappedFile> file;
    std::span<const std::byte> bytes;

    /// Hashes it. Progress in bytes, Stage::Checking; cancelled within some milliseconds. Thread-safe.
    /// Errors: Damaged, Cancelled.
    Status verify(const TaskContext& context) const;
};

/// openEnvelope for files of at least `verifyLaterFrom` bytes without their checksum: magic, kind, version and length
/// are verified. Smaller files are verified here, and need no verify().
/// Errors: those of openEnvelope.
Result<UnverifiedPayload> openEnvelopeUnverified(const std::filesystem::path& path, EnvelopeKind kind,
                                                 std::uint64_t verifyLaterFrom);

/// Whether openEnvelope found nothing wrong but that an older version of the program wrote the file: nothing to keep or
/// to tell of, only to be made anew.
bool isOlderLayout(const Error& error);

/// An exclusive advisory lock (flock) on a file made for it; held until destroyed, dropped by the system on a crash.
class FileLock {
public:
    /// Does not wait. A holder may remove the file: nobody takes a file for the lock that no longer has the name. Writes `holder` into the file for others to read.
    /// Errors: LibraryBusy with the present holder's text as detail, FileUnwritable.
    static Result<FileLock> acquire(const std::filesystem::path& path, std::string_view holder);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    static Result<FileLock> tryAcquire(const std::filesystem::path& path, std::string_view holder);
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace tw
