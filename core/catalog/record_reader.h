// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/record.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tw {

/// JsonLines stands for objects one after the other, whether each has its own line or not; JsonObject for one object
/// that holds the records, in a list or under their keys.
enum class FileFormat { Csv, Tsv, JsonArray, JsonLines, JsonObject };

/// How a file was taken.
struct ReadingInfo {
    FileFormat format = FileFormat::Csv;
    std::string compression;   ///< "", "gzip", "zip", "tar".
    std::string encoding;
    bool encodingSure = true;  ///< False when judged from the frequencies of letters.
    char separator = ',';      ///< Of CSV and TSV; ':' stands for "::".
    std::string list;          ///< JsonObject: the name of the list, "" when the records stand under their keys.
    std::string recognisedAs;  ///< A file known by its content although it has no header: "MovieLens 100K items".
};

/// Reads a catalogue file record by record; memory use does not depend on the file's size (docs/import.md has the
/// limits). Not thread-safe: one thread a reader.
class RecordReader {
public:
    virtual ~RecordReader() = default;
    const ReadingInfo& info() const { return m_info; }
    FileFormat format() const { return m_info.format; }
    /// Column names: the header of CSV/TSV; for JSON those met so far, kMaxKnownColumns at most.
    virtual const std::vector<std::string>& columns() const = 0;
    /// The next record; empty at the end. A record with a fault could not be read; reading goes on behind it.
    /// After an error (FileUnreadable, FormatBroken) the rest of the file can't be read.
    virtual Result<std::optional<Record>> next() = 0;
    /// Bytes of the file consumed so far (compressed bytes when gzip), for progress against bytesTotal().
    virtual std::uint64_t bytesRead() const = 0;
    virtual std::uint64_t bytesTotal() const = 0;

protected:
    ReadingInfo m_info;
};

/// Opens a catalogue file: archive, gzip, encoding and format are detected from the content, then from the extension.
/// @param encoding  A name of encodingNames(); empty: detected.
/// @param member    The file inside an archive; empty: the first that may be a catalogue.
/// Errors: NotFound, FileUnreadable, FormatUnknown (detail says what the file looks like), FormatBroken (a damaged or
///         unsafe archive), Unsupported (no such encoding).
Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& path, const std::string& encoding = {},
                                                  const std::string& member = {});

} // namespace tw
