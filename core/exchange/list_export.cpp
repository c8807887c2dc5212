// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/list_export.h"

#include "core/base/files.h"
#include "core/exchange/export_writers.h"

namespace tw {

namespace {

constexpr std::size_t kLetterboxdLimit = 1'000'000;

constexpr std::array<std::string_view, 4> kFormatNames = {"csv", "json", "markdown", "letterboxd"};
constexpr std::array<std::string_view, 17> kColumnNames = {
    "list",    "rank",    "key",   "title", "original_title", "year",  "genres", "directors",
    "imdb_id", "tmdb_id", "state", "date",  "found_in",       "score", "share", "x",
    "y"};
static_assert(kColumnNames.size() == static_cast<std::size_t>(ExportColumn::Y) + 1);

bool identifiesFilm(ExportColumn column)
{
    return column == ExportColumn::ImdbId || column == ExportColumn::TmdbId || column == ExportColumn::Title;
}

std::vector<ExportColumn> columnsFor(std::span<const ExportRow> rows, const ExportOptions& options)
{
    std::vector<ExportColumn> columns = options.columns.empty() ? defaultColumns(options.format) : options.columns;
    if (options.format == ExportFormat::Letterboxd) {
        std::erase_if(columns, [](ExportColumn column) { return letterboxdName(column).empty(); });
        // Its importer needs one of them in every row, and every item has a title.
        if (std::ranges::none_of(columns, identifiesFilm))
            columns.insert(columns.begin(), ExportColumn::Title);
    }
    if (options.format == ExportFormat::Markdown && options.columns.empty()) {
        std::erase_if(columns, [rows](ExportColumn column) {
            return column != ExportColumn::Title &&
                   std::ranges::none_of(rows, [column](const ExportRow& row) { return hasValue(row, column); });
        });
    }
    return columns;
}

} // namespace

std::string_view exportFormatName(ExportFormat format)
{
    return kFormatNames.at(static_cast<std::size_t>(format));
}

std::optional<ExportFormat> exportFormatFromName(std::string_view name)
{
    const auto found = std::ranges::find(kFormatNames, name);
    if (found == kFormatNames.end())
        return std::nullopt;
    return static_cast<ExportFormat>(found - kFormatNames.begin());
}

std::string_view exportExtension(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return ".json";
    case ExportFormat::Markdown:
        return ".md";
    case ExportFormat::Csv:
    case ExportFormat::Letterboxd:
        break;
    }
    return ".csv";
}

std::string_view exportColumnName(ExportColumn column)
{
    return kColumnNames.at(static_cast<std::size_t>(column));
}

std::vector<ExportColumn> defaultColumns(ExportFormat format)
{
    using enum ExportColumn;
    switch (format) {
    case ExportFormat::Letterboxd:
        return {ImdbId, TmdbId, Title, Year, Directors, Date};
    case ExportFormat::Markdown:
        return {List, Rank, Title, Year, Genres, Directors, State, Date, FoundIn, Score, Share};
    case ExportFormat::Csv:
    case ExportFormat::Json:
        break;
    }
    return {List,   Rank,   Key,   Title, OriginalTitle, Year,  Genres, Directors,
            ImdbId, TmdbId, State, Date,  FoundIn,       Score, Share};
}

Result<std::string> exportText(std::span<const ExportRow> rows, const ExportOptions& options)
{
    const std::vector<ExportColumn> columns = columnsFor(rows, options);
    switch (options.format) {
    case ExportFormat::Csv:
        return csvText(rows, columns);
    case ExportFormat::Json:
        return jsonText(rows, columns);
    case ExportFormat::Markdown:
        return markdownText(rows, columns, options.heading);
    case ExportFormat::Letterboxd:
        break;
    }
    std::string text = letterboxdText(rows, columns);
    if (text.size() > kLetterboxdLimit)
        return fail(ErrorCode::InvalidArgument, "letterboxd",
                    fmt::format("{} bytes; Letterboxd takes {}", text.size(), kLetterboxdLimit));
    return text;
}

Status exportToFile(const std::filesystem::path& path, std::span<const ExportRow> rows, const ExportOptions& options)
{
    TW_ASSIGN(const std::string text, exportText(rows, options));
    return writeFileAtomically(path, text);
}

} // namespace tw
