// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/item.h"
#include "core/taste/taste_event.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

enum class ExportFormat { Csv, Json, Markdown, Letterboxd };
/// "csv", "json", "markdown", "letterboxd".
std::string_view exportFormatName(ExportFormat format);
std::optional<ExportFormat> exportFormatFromName(std::string_view name);
/// With the dot: ".csv", ".json", ".md", ".csv".
std::string_view exportExtension(ExportFormat format);

enum class ExportColumn { List, Rank, Key, Title, OriginalTitle, Year, Genres, Directors, ImdbId, TmdbId, State, Date, FoundIn, Score, Share, X, Y };
std::string_view exportColumnName(ExportColumn column);

/// One line of a list to export. Fields without a value stay empty in the file.
struct ExportRow {
    Item item;
    std::string list;                ///< Which list, when several go into one file ("gaussian").
    std::size_t rank = 0;            ///< 1-based; 0: none.
    std::optional<float> score;
    std::optional<float> share;      ///< Of the profile, 0..1.
    std::string state;               ///< "liked", "disliked", …
    std::optional<TimePoint> date;   ///< When it was liked; written as YYYY-MM-DD (UTC).
    std::string foundIn;
    std::optional<std::array<float, 2>> position; ///< On the map.
};

struct ExportOptions {
    ExportFormat format = ExportFormat::Csv;
    std::vector<ExportColumn> columns; ///< In order; empty: defaultColumns(format). Letterboxd keeps only its own.
    std::string heading;               ///< Markdown: the title line. Ignored elsewhere.
};
std::vector<ExportColumn> defaultColumns(ExportFormat format);

/// The file's text. CSV after RFC 4180 with CRLF; cells beginning with = + - @ tab CR or NUL get a leading apostrophe
/// (CWE-1236). Letterboxd: its import format (imdbID, tmdbID, Title, Year, Directors, WatchedDate), UTF-8, at most
/// 1 MB. Errors: InvalidArgument (Letterboxd over 1 MB).
Result<std::string> exportText(std::span<const ExportRow> rows, const ExportOptions& options);

/// exportText, written atomically. Errors: those and FileUnwritable.
Status exportToFile(const std::filesystem::path& path, std::span<const ExportRow> rows, const ExportOptions& options);

} // namespace tw
