// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/column_mapping.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tw {

/// A record that did not become an item.
struct SkippedRecord {
    std::filesystem::path file;
    Error reason; ///< With the row.
};

struct ReadCounts {
    std::uint64_t read = 0;    ///< Records met.
    std::uint64_t items = 0;   ///< Handed to the receiver.
    std::vector<SkippedRecord> skipped;
};

/// Columns whose meaning was set by hand, column → field.
using ColumnOverrides = std::vector<std::pair<std::string, Field>>;

/// Reads catalogue files one after the other and hands over their items in file order.
/// @param onItem  Called in the calling thread; an error it returns ends the reading.
/// Errors: those of openRecords, NoTitleColumn, NotFound (an override names no column), Cancelled.
Result<ReadCounts> readCatalogFiles(std::span<const std::filesystem::path> files, const ColumnOverrides& overrides,
                                    const std::function<Status(Item&&)>& onItem, const TaskContext& context);

} // namespace tw
