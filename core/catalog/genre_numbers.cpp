// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cell_values.h"

#include <array>

namespace tw {

std::string_view tmdbGenreName(std::string_view number)
{
    // developer.themoviedb.org/reference/genre-movie-list and genre-tv-list
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kGenres = {{
        {"28", "Action"},      {"12", "Adventure"},          {"16", "Animation"},
        {"35", "Comedy"},      {"80", "Crime"},              {"99", "Documentary"},
        {"18", "Drama"},       {"10751", "Family"},          {"14", "Fantasy"},
        {"36", "History"},     {"27", "Horror"},             {"10402", "Music"},
        {"9648", "Mystery"},   {"10749", "Romance"},         {"878", "Science Fiction"},
        {"10770", "TV Movie"}, {"53", "Thriller"},           {"10752", "War"},
        {"37", "Western"},     {"10759", "Action & Adventure"}, {"10762", "Kids"},
        {"10763", "News"},     {"10764", "Reality"},         {"10765", "Sci-Fi & Fantasy"},
        {"10766", "Soap"},     {"10767", "Talk"},            {"10768", "War & Politics"},
    }};
    for (const auto& [id, name] : kGenres)
        if (id == number)
            return name;
    return {};
}

} // namespace tw
