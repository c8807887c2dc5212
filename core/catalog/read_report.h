// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// Why a record did not become an item.
enum class SkipReason {
    NoTitle,        ///< The title is empty or null.
    TooManyCells,   ///< More cells than columns: a separator that should have been quoted.
    UnclosedQuote,  ///< A quote was opened and never closed; row and line are where it was opened.
    RecordTooLarge, ///< Longer than a record may be (read_limits.h).
    TooManyColumns, ///< More members than a record may have (read_limits.h).
    BrokenJson,     ///< The record's JSON is not valid.
    NotARecord,     ///< A number, a text or a list where a record should be.
    TooDeep,        ///< JSON nested deeper than read_limits.h allows.
    CutOff,         ///< The file ends inside the record.
};

/// What was mended or left out while a record became an item.
enum class Mending {
    DoubleEncoding,   ///< Text that was UTF-8 twice over ("PeÃ±a"): undone, or only counted if that was asked for.
    UndecodableBytes, ///< Bytes that are not of the file's encoding, read as Windows-1252.
    TextShortened,    ///< A text beyond its limit was cut at a sentence or word; detail names the column.
    CellsMissing,     ///< Fewer cells than columns; the rest is empty.
    NulRemoved,       ///< NUL bytes were taken out.
    ControlsRemoved,  ///< Control characters, escape sequences or direction overrides were taken out.
    YearOutOfRange,   ///< A year before 1870 or too far ahead: kept among the other columns, not as the year.
    DuplicateInFiles, ///< The key was met before in these files; the later record adds to the earlier one.
};

/// Stable names in snake_case, for reports and JSON: "no_title", "double_encoding".
std::string_view skipReasonName(SkipReason reason);
std::string_view mendingName(Mending mending);

/// A record that did not become an item.
struct SkippedRecord {
    std::filesystem::path file;
    std::string member;     ///< The file inside an archive; else empty.
    std::uint64_t row = 0;  ///< 1-based among the file's records, a header not counted.
    std::uint64_t line = 0; ///< 1-based line where the record begins; 0 when unknown.
    SkipReason reason = SkipReason::NoTitle;
    std::string detail;     ///< Technical, English; may be empty.
};

/// A record that became an item, but not as it stands in the file.
struct MendedRecord {
    std::filesystem::path file;
    std::string member;
    std::uint64_t row = 0;
    std::uint64_t line = 0;
    Mending mending = Mending::DoubleEncoding;
    std::string detail;
};

/// What became of the records. The counts are complete, the lists hold the first kMaxListed of each.
struct ReadCounts {
    static constexpr std::size_t kMaxListed = 1000;
    std::uint64_t read = 0;  ///< Records met.
    std::uint64_t items = 0; ///< Records that became items.
    std::map<SkipReason, std::uint64_t> skippedByReason;
    std::map<Mending, std::uint64_t> mendedByKind; ///< Records; one record can be mended in several ways.
    std::vector<SkippedRecord> skipped;
    std::vector<MendedRecord> mended;

    std::uint64_t skippedCount() const { return read - items; }
    void add(SkippedRecord record);
    void add(MendedRecord record);
};

/// Receives every skipped and mended record as it comes, in the reading thread.
class ReadObserver {
public:
    virtual ~ReadObserver() = default;
    virtual void skipped(const SkippedRecord& record) = 0;
    virtual void mended(const MendedRecord& record) = 0;
};

} // namespace tw
