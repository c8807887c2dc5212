// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/item.h"
#include "core/catalog/read_options.h"
#include "core/catalog/read_report.h"

#include <filesystem>
#include <functional>
#include <span>

namespace tw {

/// Reads catalogue files one after the other, each with its own options, and hands over their items in file order.
/// Columns and overrides of all files are checked before the first item. Items without an id of their own that share title and year but not
/// their content get "-2", "-3", … behind their keys, in file order. Memory grows with the number of items by some
/// 40 bytes each.
/// @param observer  Gets every skipped and mended record; may be null. Borrowed for the call.
/// @param onItem  Called in the calling thread; an error it returns ends the reading.
/// Errors: those of openRecords, NoTitleColumn, NotFound (an override names a column that none of the files it is set
///         for has), FormatBroken without a row (a file that is cut off or damaged), Cancelled.
Result<ReadCounts> readCatalogFiles(std::span<const CatalogFile> files, const std::function<Status(Item&&)>& onItem,
                                    const TaskContext& context, ReadObserver* observer = nullptr);

} // namespace tw
