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
    static constexpr std::size_t kMaxSkippedListed = 1000;
    std::uint64_t read = 0;    ///< Records met.
    std::uint64_t items = 0;   ///< Handed to the receiver.
    std::vector<SkippedRecord> skipped; ///< The first kMaxSkippedListed; all of them are read - items.
};

/// Columns whose meaning was set by hand, column → field.
using ColumnOverrides = std::vector<std::pair<std::string, Field>>;

/// Reads catalogue files one after the other and hands over their items in file order. Columns and overrides of all
/// files are checked before the first item. Items without an id of their own that share title and year but not
/// their content get "-2", "-3", … behind their keys, in file order. Memory grows with the number of items by some
/// 40 bytes each.
/// @param onItem  Called in the calling thread; an error it returns ends the reading.
/// Errors: those of openRecords, NoTitleColumn, NotFound (an override names a column that no file has),
///         FormatBroken without a row (a file that is cut off or damaged), Cancelled.
Result<ReadCounts> readCatalogFiles(std::span<const std::filesystem::path> files, const ColumnOverrides& overrides,
                                    const std::function<Status(Item&&)>& onItem, const TaskContext& context);

} // namespace tw
