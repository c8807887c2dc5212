// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/library/library_facts.h"
#include "core/library/library_spaces.h"

#include <filesystem>

namespace tw::cli {

std::string_view indexName(IndexKind kind);
Json spacesJson(const std::vector<SpaceInfo>& spaces);
std::string spacesText(const std::vector<SpaceInfo>& spaces, const std::string& active);

/// What `new`, `import` and `info` tell of the library itself.
/// @param imported, skipped  Records of this command; for `info` all items and none.
Answer libraryAnswer(const std::filesystem::path& library, const LibraryFacts& facts, std::uint64_t imported,
                     std::uint64_t skipped);

} // namespace tw::cli
