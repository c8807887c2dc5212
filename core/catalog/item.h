// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tw {

/// One thing of a catalogue: a film, a book, anything with a title and a text. All text is UTF-8.
struct Item {
    ItemId id;                          ///< Given by the library; invalid until stored.
    std::string key;                    ///< Stable and unique in a library; the same key updates the item.
    std::string title;                  ///< Never empty.
    std::string originalTitle;          ///< Empty when it is the title.
    std::optional<int> year;
    std::optional<int> runtimeMinutes;
    std::vector<std::string> countries;
    std::vector<std::string> languages;
    std::vector<std::string> genres;
    std::vector<std::string> directors;
    std::vector<std::string> cast;
    std::vector<std::string> keywords;
    std::string tagline;
    std::string text;                   ///< Overview, plot, synopsis, description.
    std::string poster;                 ///< URL or path as it came; may be empty.
    std::string imdbId;                 ///< "tt0133093" or empty.
    std::string tmdbId;                 ///< Digits or empty.
    std::vector<std::pair<std::string, std::string>> extra; ///< Every other column, as it came.

    /// "Title (year)", or the title alone.
    std::string titleWithYear() const;
};

} // namespace tw
