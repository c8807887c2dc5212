// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/catalog/catalog_preview.h"
#include "core/library/library_jobs.h"

namespace tw::cli {

/// Adds to the answer of `new` and `import` what became of the records: counts by reason, the first skipped ones and
/// where the complete list lies. The text goes before what the answer says already.
void addReport(Answer& answer, const ImportReport& report);

/// What --dry-run shows of one file: format, encoding, columns, first items, and an example of what is embedded.
Json previewJson(const FilePreview& preview);
std::string previewText(const FilePreview& preview);

} // namespace tw::cli
