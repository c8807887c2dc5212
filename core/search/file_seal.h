// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace tw {

// A seal behind the end of a file that is written once: length and checksum of all before it. SQLite, whose header
// says how long its file is, does not mind it.

/// Appends the seal and syncs the file. Errors: FileUnreadable, FileUnwritable.
Status sealFile(const std::filesystem::path& path);
/// Errors: Damaged (no seal, or it does not fit), NotFound, FileUnreadable.
Status checkSeal(const std::filesystem::path& path);

} // namespace tw
