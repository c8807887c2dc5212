// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

// Files that are known by their columns or first lines; private to core/catalog.

/// A file without a header.
struct HeaderlessFile {
    std::string recognisedAs;         ///< "MovieLens 100K items"; empty when it is not known.
    std::vector<std::string> columns; ///< Empty for a file that holds no catalogue.
    std::string looksLike;            ///< Then: "ratings", "users", ….
};

/// By the cells of the first line.
HeaderlessFile headerlessFile(std::span<const std::string> cells);

/// Names of MovieLens 100K's genre flags, the last 19 columns of its items, in order.
std::span<const std::string_view> movieLensGenres();

/// Whose file it is, by its columns: "Letterboxd", "IMDb", "Goodreads", "Netflix viewing history", …; else empty.
std::string recogniseColumns(std::span<const std::string> columns);

/// What a file without titles looks like: "ratings", "links between ids", …; else empty.
std::string_view looksLikeByColumns(std::span<const std::string> columns);

/// Lower case without marks; letters and digits only: "Movie Title" → "movietitle".
std::string normalisedColumn(std::string_view column);

} // namespace tw
