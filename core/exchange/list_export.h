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

enum class ExportColumn {
    List, Rank, Key, Title, OriginalTitle, Year, Genres, Directors, ImdbId, TmdbId, State, Date, FoundIn, Score, Share,
    X, Y ///< Position on the map; in no format's default columns.
};
/// "list", "rank", "key", "title", "original_title", "year", "genres", "directors", "imdb_id", "tmdb_id", "state",
/// "date", "found_in", "score", "share", "x", "y": headers and JSON members, known to the catalogue readers.
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
    std::vector<ExportColumn> columns{}; ///< In order; empty: defaultColumns(format). Letterboxd keeps only its own.
    std::string heading{};               ///< Markdown: the title line. Ignored elsewhere.
};
std::vector<ExportColumn> defaultColumns(ExportFormat format);

/// The file's text, UTF-8 without a byte order mark.
/// - CSV after RFC 4180 with a header and CRLF; lists joined by "|"; numbers with a point. Text cells beginning with
///   = + - @ tab CR LF or NUL get a leading apostrophe, so that spreadsheets don't run them (CWE-1236).
/// - JSON: an array of objects, one member a column, null where there is no value, lists as arrays.
/// - Markdown: the heading, then a table; everything from the data escaped. Of the default columns those without any
///   value are left out.
/// - Letterboxd: its import format (imdbID, tmdbID, Title, Year, Directors, WatchedDate), comma and CRLF, quotes and
///   backslashes escaped with a backslash, formulas made inert as in CSV, at most 1,000,000 bytes.
///   letterboxd.com/about/importing-data.
/// Errors: InvalidArgument (Letterboxd over 1 MB).
Result<std::string> exportText(std::span<const ExportRow> rows, const ExportOptions& options);

/// exportText, written atomically. Errors: those and FileUnwritable.
Status exportToFile(const std::filesystem::path& path, std::span<const ExportRow> rows, const ExportOptions& options);

} // namespace tw
