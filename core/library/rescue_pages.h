// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace tw {

/// Writes the pages that tell SQLite where each table begins anew: those of a new library, which has its tables at the
/// same places. For a copy of a damaged library.sqlite; whether it helps is to be tried. Its log, if any, is removed.
/// @param pattern  Where a new library's database may be made for the purpose.
/// Errors: FileUnwritable, Database.
Status renewFirstPages(const std::filesystem::path& database, const std::filesystem::path& pattern);

} // namespace tw
