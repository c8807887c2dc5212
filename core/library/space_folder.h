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

std::filesystem::path indexFile(const std::filesystem::path& folder);
std::filesystem::path projectionFile(const std::filesystem::path& folder);
std::filesystem::path recordFile(const std::filesystem::path& folder);

/// The shipped word vectors, loaded once a process. Thread-safe. Errors: those of WordVectors::load.
Result<std::shared_ptr<const WordVectors>> sharedWordVectors();

} // namespace tw
