// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace tw {

/// What can be told of a library without loading its catalogue.
struct LibraryFacts {
    std::uint64_t items = 0;
    std::uint64_t likes = 0;
    std::string activeSpace; ///< Empty when there is none.
};

/// Reads them. Items are counted, not verified. Errors: those of LibraryStore::open.
Result<LibraryFacts> libraryFacts(const std::filesystem::path& libraryFolder);

} // namespace tw
