// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/list_export.h"
#include "core/library/session.h"

#include <span>
#include <string>
#include <vector>

namespace tw {

// The lists of a session as rows to export, the same for window and tool. Thread-safe; no errors.

/// Everything liked now, latest like first, with dates, where it was found and its share of the profile.
std::vector<ExportRow> likeRows(const Session& session);
/// A ranked list (recommendations, one column of Explore) under the given list name; ranks from 1.
std::vector<ExportRow> rankedRows(const Session& session, std::span<const RankedItem> items, std::string list);
/// Search results; ranks from 1.
std::vector<ExportRow> searchRows(const Session& session, const SearchResults& results);

} // namespace tw
