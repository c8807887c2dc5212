// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/item.h"
#include "core/catalog/record.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// What a column of a catalogue file can mean. Kept and Ignored are set by hand only: kept in Item::extra, left out.
enum class Field {
    Key, Title, OriginalTitle, Year, Runtime, Countries, Languages, Genres, Directors, Cast, Keywords,
    Tagline, Text, Poster, ImdbId, TmdbId, Kept, Ignored
};

/// Names as the command line uses them: "title", "original-title", "text", …
std::string_view fieldName(Field field);
std::optional<Field> fieldFromName(std::string_view name);
/// All of them, in the order of the enumeration.
std::vector<std::string_view> fieldNames();
/// False for Kept and Ignored, which any number of columns can be.
bool takesOneColumn(Field field);

/// Which column means what. Columns that mean nothing to us are kept in Item::extra.
class ColumnMapping {
public:
    /// Recognises columns by name, without regard to case, marks, blanks, hyphens and underscores, in English, Russian
    /// and Chinese (docs/import.md has the list): title/name; overview, plot, synopsis, description, extract; year,
    /// release_date; genres, listed_in, genre_ids; cast, actors; director(s), author(s); imdb_id, tmdb id, id, …
    /// A plain "id" beside TMDB's vote columns is TmdbId. original_title serves as the title when nothing better does.
    /// One field takes at most one column: the best-known name wins. If no column is a title by name, none is set.
    /// Notes, tags and dates of watching in the exports of Letterboxd, IMDb and Netflix say nothing about the film and
    /// are recognised as no field.
    static ColumnMapping guess(std::span<const std::string> columns);

    /// Sets a column's meaning by hand; replaces both the column's old meaning and the field's old column.
    void assign(std::string column, Field field);
    /// Takes in columns that were met late: each gets the field its name means if no column has it yet.
    void extend(std::span<const std::string> columns);
    std::optional<std::string> column(Field field) const;
    /// Field of a column; none when it goes to Item::extra without having been set to Kept.
    std::optional<Field> field(std::string_view column) const;

private:
    std::map<std::string, Field, std::less<>> m_fieldByColumn;
};

/// True when a column of that name would be recognised as the field.
bool columnNameMeans(std::string_view column, Field field);

/// What holds for all items of a file.
struct ItemRules {
    bool repairDoubleEncoding = true;
    int earliestYear = 1870;
    int latestYear = 0; ///< 0: ten years from now.
};

/// Makes an item of a record. Lists are split: JSON arrays inside a cell (names taken from "name" members),
/// otherwise `|`, otherwise `;`, otherwise `,` (Python's way to print a list is understood too); TMDB's genre numbers
/// become names. Years are taken from "1999", "1999-03-31", "Mar 31 1999", "3/31/1999", "31.03.1999", "12/16/65"; when
/// the year's column is empty, another one whose name means a year serves (unless it is Kept by hand); a title ending in " (1999)" gives its year
/// when no column does, and loses that ending. Runtime from "136", "136.0", "136 min", "2h 16m".
/// The key is the key column's value (unless that is an IMDb id or page, which counts as such); else "imdb:tt…",
/// else "tmdb:…", else slug(title)-year.
/// No text of an item holds control characters (but line feeds), escape sequences or direction overrides, and none is
/// longer than read_limits.h allows.
/// @param mendings  Gets what had to be mended, besides the record's own; may be null.
/// Errors: NoTitleColumn (mapping has no title), FormatBroken (row set; the title is empty, or the record has a fault).
Result<Item> itemFromRecord(const Record& record, const ColumnMapping& mapping, const ItemRules& rules = {},
                            Mendings* mendings = nullptr);

/// The list in one cell, as itemFromRecord splits it.
std::vector<std::string> listFromCell(const Json& cell);

} // namespace tw
