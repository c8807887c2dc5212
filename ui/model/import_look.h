// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog_preview.h"

#include <QString>

#include <cstdint>

namespace tw::ui {

/// What one look at a file brought: all the import page shows of it. A value, made in a lane.
struct ImportLook {
    FilePreview preview;
    QString example;              ///< Text of the first film as it goes to the embedder; empty when there is none.
    std::uint64_t withoutText = 0; ///< Of preview.items.
    QString brokenExample;        ///< A doubly encoded place as it stands in the file; empty when none was met.
    QString repairedExample;      ///< The same place repaired.
};

/// Looks at the file. Any thread. Errors: those of previewCatalogFile.
Result<ImportLook> lookAtFile(const std::filesystem::path& file, const ReadOptions& options, const TaskContext& context);

} // namespace tw::ui
