// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/record.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tw {

enum class FileFormat { Csv, Tsv, JsonArray, JsonLines };

/// Reads a catalogue file record by record; memory use does not depend on the file's size.
/// Not thread-safe: one thread a reader.
class RecordReader {
public:
    virtual ~RecordReader() = default;
    virtual FileFormat format() const = 0;
    /// Column names: the header of CSV/TSV; for JSON those met so far.
    virtual const std::vector<std::string>& columns() const = 0;
    /// The next record; empty at the end. After FormatBroken with a row set, next() may be called again to go on
    /// behind the broken record; without a row the rest of the file can't be read.
    virtual Result<std::optional<Record>> next() = 0;
    /// Bytes of the file consumed so far (compressed bytes when gzip), for progress against bytesTotal().
    virtual std::uint64_t bytesRead() const = 0;
    virtual std::uint64_t bytesTotal() const = 0;
};

/// Opens a catalogue file, detecting gzip and the format from the content, then from the extension. CSV may be
/// separated by semicolons; text that is not UTF-8 is read as Windows-1252. Rows of CSV with cells missing at their
/// end are filled up; rows with cells too many are FormatBroken.
/// Errors: NotFound, FileUnreadable, FormatUnknown.
Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& path);

} // namespace tw
