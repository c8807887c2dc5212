// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/input/block_source.h"

#include <vector>

namespace tw {

// Zip and tar files, read in memory; nothing is ever unpacked to the disk. Private to core/catalog.

/// A file inside an archive that may be a catalogue: by its ending csv, tsv, tab, json, jsonl, ndjson, dat, item, txt.
struct ArchiveMember {
    std::string name;
    std::uint64_t bytes = 0; ///< Unpacked; 0 when the archive does not say.
};

/// The members to read, in the archive's order. Folders, links, hidden files, read-me files and licences, macOS's
/// side files and the folder "deleted" of Letterboxd are passed over.
/// Errors: FormatBroken (damaged, an encrypted member, a member named to lie outside the archive, too many members);
///         FormatUnknown (nothing in it may be a catalogue; detail says what it looks like).
Result<std::vector<ArchiveMember>> archiveMembers(const std::filesystem::path& path);

/// One member's bytes. fileBytesTotal() is the member's unpacked size. Errors: NotFound, FormatBroken.
Result<std::unique_ptr<BlockSource>> openMemberBlocks(const std::filesystem::path& path, const std::string& member);

} // namespace tw
