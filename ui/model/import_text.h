// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_preview.h"
#include "core/library/library_jobs.h"

#include <QString>

#include <optional>

namespace tw::ui {

// What the import page says, as plain text in the window's language. GUI thread.

/// "Title", "Overview", …; none: "Keep beside".
QString fieldText(std::optional<Field> field);
/// "Without a title", "A quote that never closes".
QString skipReasonText(SkipReason reason);
/// "Doubly encoded text repaired", "Text shortened".
QString mendingText(Mending mending);
/// "CSV, separated by semicolons, gzip".
QString formatText(const FilePreview& preview);
/// "UTF-8, detected", "Windows-1251, a guess".
QString encodingText(const FilePreview& preview);
/// "1,000 rows, the first 4.2 MB", "all 4,803 rows".
QString lookedAtText(const FilePreview& preview);
/// "3 of the 1,000 rows looked at will be left out: without a title (2), …"; empty when none.
QString skippedHereText(const ReadCounts& counts);
/// "4,791 added, 12 updated.", "Nothing new in these files."
QString outcomeText(const ImportReport& report);
/// "12 of 4,803 rows were left out."; empty when none were.
QString skippedText(const ReadCounts& counts);
/// "1,592 rows were mended."; empty when none were.
QString mendedText(const ReadCounts& counts);
/// A whole number as people read it.
QString numberText(std::uint64_t number);

} // namespace tw::ui
