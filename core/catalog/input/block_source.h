// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tw {

// Where the bytes of a catalogue come from; private to core/catalog.

/// Bytes block by block.
class BlockSource {
public:
    virtual ~BlockSource() = default;
    /// Bytes put into `block`; 0 at the end. Errors: FileUnreadable; FormatBroken (packed data damaged, cut off, or
    /// a trap that unpacks to far more than it holds).
    virtual Result<std::size_t> read(std::span<char> block) = 0;
    /// Bytes taken from the file itself, packed or not, of fileBytesTotal().
    virtual std::uint64_t fileBytesRead() const = 0;
    virtual std::uint64_t fileBytesTotal() const = 0;
};

/// A file as it is, or unpacked when it is gzip. Errors: NotFound, FileUnreadable.
struct OpenedFile {
    std::unique_ptr<BlockSource> blocks;
    bool gzip = false;
};
Result<OpenedFile> openFileBlocks(const std::filesystem::path& path);

/// `first`, then what `rest` still has.
std::unique_ptr<BlockSource> replayBlocks(std::string first, std::unique_ptr<BlockSource> rest);

/// The bytes converted to UTF-8; what the encoding does not know becomes U+FFFD. `encoding` is a name that ICU knows.
/// Errors: Unsupported.
Result<std::unique_ptr<BlockSource>> decodeBlocks(std::unique_ptr<BlockSource> source, const std::string& encoding);

/// Refuses what unpacks to more than read_limits.h allows.
Status checkUnpacking(std::uint64_t packed, std::uint64_t unpacked, const std::string& name);

} // namespace tw
