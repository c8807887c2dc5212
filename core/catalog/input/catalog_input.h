// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/input/byte_source.h"

namespace tw {

/// A catalogue's text, unpacked and decoded; private to core/catalog.
struct CatalogInput {
    std::unique_ptr<ByteSource> source; ///< UTF-8 behind any byte order mark; may hold bytes that are not valid.
    std::string compression;            ///< "", "gzip", "zip", "tar".
    std::string encoding;
    bool encodingSure = true;
};

/// The catalogues in a file: one empty name for a plain or gzip file, else the members of an archive.
/// Errors: NotFound, FileUnreadable, those of archiveMembers.
Result<std::vector<std::string>> cataloguesInFile(const std::filesystem::path& path);

/// @param member    A name of cataloguesInFile.
/// @param encoding  Empty: detected from the first 4 MiB.
/// Errors: NotFound, FileUnreadable, FormatUnknown (no text; detail says what it looks like), FormatBroken, Unsupported
///         (an encoding nobody knows).
Result<CatalogInput> openInput(const std::filesystem::path& path, const std::string& member,
                               const std::string& encoding);

} // namespace tw
