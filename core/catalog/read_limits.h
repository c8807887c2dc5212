// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <cstdint>

namespace tw {

// What a catalogue file may have at most. Files themselves may have any size: they are read in blocks. docs/import.md
// explains these to people.

/// A record beyond this is left out (SkipReason::RecordTooLarge). A quote that is open this long was never closed.
inline constexpr std::size_t kMaxRecordBytes = 16U << 20;
/// Columns of a header, cells of a row, members of a JSON record (SkipReason::TooManyColumns).
inline constexpr std::size_t kMaxColumns = 4096;
/// Different names of columns among all records of a JSON file; later ones are not told, but kept with their records.
inline constexpr std::size_t kMaxKnownColumns = kMaxColumns;
/// Header of a CSV file, with the lines before it.
inline constexpr std::size_t kMaxHeaderBytes = 1U << 20;
/// Records of one import; more are refused (ErrorCode::Unsupported) before anything is stored.
inline constexpr std::uint64_t kMaxRecords = 5'000'000;
/// Nesting of a JSON record (SkipReason::TooDeep).
inline constexpr std::size_t kMaxNesting = Json::kMaxDepth;

/// An item's text; longer ones end at a sentence or word before (Mending::TextShortened).
inline constexpr std::size_t kMaxTextBytes = 64U << 10;
/// Title, tagline, ids, an entry of a list, a column that is only kept.
inline constexpr std::size_t kMaxCellBytes = 4U << 10;
/// Entries of a list: a cast, keywords.
inline constexpr std::size_t kMaxListEntries = 1000;
/// All columns of an item that are only kept, together.
inline constexpr std::size_t kMaxExtraBytes = 64U << 10;

/// Files inside an archive, and those of them that are read.
inline constexpr std::size_t kMaxArchiveEntries = 10'000;
inline constexpr std::size_t kMaxArchiveCatalogues = 100;
/// Bytes unpacked from one packed file.
inline constexpr std::uint64_t kMaxUnpackedBytes = 16ULL << 30;
/// A packed file that grows more than kMaxUnpackingRatio times beyond kUnpackingFree bytes is taken for a trap.
inline constexpr std::uint64_t kMaxUnpackingRatio = 200;
inline constexpr std::uint64_t kUnpackingFree = 64ULL << 20;

} // namespace tw
