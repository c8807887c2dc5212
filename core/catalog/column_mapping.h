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

/// What a column of a catalogue file can mean.
enum class Field {
    Key, Title, OriginalTitle, Year, Runtime, Countries, Languages, Genres, Directors, Cast, Keywords,
    Tagline, Text, Poster, ImdbId, TmdbId, Ignored
};

/// Names as the command line uses them: "title", "original-title", "text", …
std::string_view fieldName(Field field);
std::optional<Field> fieldFromName(std::string_view name);

/// Which column means what. Columns that mean nothing to us are kept in Item::extra.
class ColumnMapping {
public:
    /// Recognises columns by name, without regard to case, blanks, hyphens and underscores: title/name; overview,
    /// plot, synopsis, description, extract, summary; year, release_date, release_year; genres, listed_in; cast,
    /// actors; director(s); keywords; tagline; poster, thumbnail; imdb_id, tmdb id, id, …
    /// A plain "id" beside TMDB's vote columns is TmdbId. original_title serves as the title when nothing better does.
    /// One field takes at most one column: the best-known name wins. If no column is a title by name, none is set.
    static ColumnMapping guess(std::span<const std::string> columns);

    /// Sets a column's meaning by hand; replaces both the column's old meaning and the field's old column.
    void assign(std::string column, Field field);
    std::optional<std::string> column(Field field) const;
    /// Field of a column; none when it goes to Item::extra.
    std::optional<Field> field(std::string_view column) const;

private:
    std::map<std::string, Field, std::less<>> m_fieldByColumn;
};

/// Makes an item of a record. Lists are split: JSON arrays inside a cell (names taken from "name" members),
/// otherwise `|`, otherwise `;`, otherwise `,` (Python's way to print a list is understood too). Years are taken
/// from "1999", "1999-03-31", "Mar 31 1999", "3/31/1999"; a title ending in " (1999)" gives its year when no column
/// does, and loses that ending. Runtime from "136", "136.0", "136 min", "2h 16m".
/// The key is the key column's value (unless that is an IMDb id or page, which counts as such); else "imdb:tt…",
/// else "tmdb:…", else slug(title)-year.
/// Errors: NoTitleColumn (mapping has no title), FormatBroken (row set; the title is empty).
Result<Item> itemFromRecord(const Record& record, const ColumnMapping& mapping);

/// The list in one cell, as itemFromRecord splits it.
std::vector<std::string> listFromCell(const Json& cell);

} // namespace tw
