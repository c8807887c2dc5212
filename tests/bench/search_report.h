// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <string>

namespace tw::bench {

/// The figures of one query set for the terminal. @param misses  List the queries that were missed.
std::string setText(const Json& set, bool misses);

/// Puts the report's tables between the lines "<!-- search_quality: … -->" and "<!-- end -->" of a Markdown file.
Status writeTables(const Json& report, const std::filesystem::path& file);

} // namespace tw::bench
