// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/base/task_context.h"
#include "core/catalog/catalog.h"

#include <filesystem>
#include <string>

namespace tw {

/// Column of the text proper in the FTS5 table `items`; its rowid is the item's number plus one.
inline constexpr int kTextColumn = 6;

/// Changes with every text the index holds and with its layout.
std::string textFingerprint(const Catalog& catalog);

/// Opens a built file for reading if it has this fingerprint and passes quick_check.
/// Errors: NotFound, Damaged (other fingerprint included), Database.
Result<Database> openTextFile(const std::filesystem::path& path, const std::string& fingerprint);

/// Builds the file beside `path` and moves it there. Where the folder can't be written, the index is built in memory.
/// Errors: Database, FileUnwritable, Cancelled; no partial file stays.
Result<Database> buildTextFile(const std::filesystem::path& path, const Catalog& catalog,
                               const std::string& fingerprint, const TaskContext& context);

} // namespace tw
