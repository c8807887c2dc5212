// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace tw {

// How the cells of a catalogue file are read; private to core/catalog.

/// A cell as one text: numbers as people write them, lists joined by ", ", objects by their "name" or as JSON;
/// trimmed. Empty for null.
std::string cellText(const Json& cell);
/// cellText, but empty for what programs write for "no value": \N, NaN, null, None, N/A, "Нет слогана".
std::string cellTextOrNothing(const Json& cell);
/// Blanks and line breaks collapsed to single spaces.
std::string singleLine(std::string_view text);

/// The year we have.
int presentYear();
/// The year in "1999", "1999.0", "1999-03-31", "Mar 31 1999", "3/31/1999", "31.03.1999"; 1000 to 2999. Dates with two
/// digits for the year ("12/16/65", "12-Jan-95") are taken for the past: the latest such year that is not to come.
std::optional<int> yearFromText(std::string_view text);
/// Minutes in "136", "136.0", "136 min", "2h 16m"; more than 0.
std::optional<int> minutesFromText(std::string_view text);
/// "tt0133093" from itself, from "133093", "0133093" or from an address that holds it; otherwise empty.
std::string imdbIdFromText(std::string_view text);
/// "603" from "603" or "603.0"; otherwise empty.
std::string tmdbIdFromText(std::string_view text);

/// Titles as catalogues sort them, put as people say them: "Goonies, The" → "The Goonies"; what stands in brackets
/// behind is a title, too: "Postman, The (Postino, Il)" → "The Postman (Il Postino)".
std::string articleFirst(std::string_view title);

/// TMDB's name of a genre number ("28" → "Action"); empty for other text.
std::string_view tmdbGenreName(std::string_view number);

struct TitleYear {
    std::string title;
    int year = 0;
};
/// The parts of "Title (1999)"; nothing when the text does not end that way.
std::optional<TitleYear> splitTitleYear(std::string_view text);

} // namespace tw
