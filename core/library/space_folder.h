// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embedding/word_vectors.h"
#include "core/library/library_spaces.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tw {

/// Where a space lies: spaces/<id>.
std::filesystem::path spaceFolder(const std::filesystem::path& libraryFolder, const std::string& id);

/// What info.bin says of a space: enough to list it, and how its index was wanted.
struct SpaceRecord {
    SpaceInfo info;
    IndexOptions index;
};
Status writeSpaceRecord(const std::filesystem::path& folder, const SpaceRecord& record);
/// Errors: NotFound, Damaged, VersionTooNew.
Result<SpaceRecord> readSpaceRecord(const std::filesystem::path& folder);

/// Saves a whole space beside the old one with its id, under a hidden name, and then puts it in its place, in one step
/// where the file system can. Readers of the old one keep what they have mapped.
/// Errors: FileUnwritable; the old space is then still there.
Status publishSpace(const std::filesystem::path& libraryFolder, const LoadedSpace& space, const SpaceRecord& record);

/// Deletes the folder of a space; it is gone for others at once. Errors: NotFound, FileUnwritable.
Status deleteSpaceFolder(const std::filesystem::path& libraryFolder, const std::string& id);

std::filesystem::path indexFile(const std::filesystem::path& folder);
std::filesystem::path projectionFile(const std::filesystem::path& folder);

/// The shipped word vectors, loaded once a process. Thread-safe. Errors: those of WordVectors::load.
Result<std::shared_ptr<const WordVectors>> sharedWordVectors();

} // namespace tw
