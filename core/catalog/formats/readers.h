// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/input/byte_source.h"
#include "core/catalog/record_reader.h"

namespace tw {

// The readers behind openRecords(); private to core/catalog.

/// What opening found out before.
struct ReaderInput {
    std::unique_ptr<ByteSource> source;
    std::string name;
    ReadingInfo info;
};

/// RFC 4180 with any separator, and what real files have besides: see docs/import.md.
/// @param tabsByName  The file's name says that tabs separate.
/// @param anyway      Takes a file without separators for one column.
/// Errors: FormatUnknown (no header; detail says what it looks like).
Result<std::unique_ptr<RecordReader>> openCsv(ReaderInput input, bool tabsByName, bool anyway);

/// Arrays, JSON Lines, objects one after the other, and objects that hold a list. The text begins with [ or {.
/// Errors: FormatUnknown.
Result<std::unique_ptr<RecordReader>> openJson(ReaderInput input);

} // namespace tw
