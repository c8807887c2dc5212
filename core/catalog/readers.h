// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/byte_source.h"
#include "core/catalog/record_reader.h"

namespace tw {

// The readers behind openRecords(); private to core/catalog. All of them expect the source behind a byte order mark.

/// A record larger than this is taken for a fault (a quote or bracket that is never closed).
inline constexpr std::size_t kMaxRecordBytes = 16U << 20;

/// RFC 4180 with any separator. Cells that start with a quote but go on behind the closing one are taken as written.
/// Errors: FormatUnknown (no header).
Result<std::unique_ptr<RecordReader>> openCsv(std::unique_ptr<ByteSource> source, std::string name, FileFormat format,
                                              char separator);
std::unique_ptr<RecordReader> openJsonArray(std::unique_ptr<ByteSource> source, std::string name);
std::unique_ptr<RecordReader> openJsonLines(std::unique_ptr<ByteSource> source, std::string name);

} // namespace tw
