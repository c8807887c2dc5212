// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/formats/known_files.h"

#include "core/base/text.h"

#include <set>

namespace tw {

namespace {

constexpr std::array<std::string_view, 19> kMovieLensGenres = {
    "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy",
    "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"};
constexpr std::size_t kItemColumns = 5 + kMovieLensGenres.size();

bool isNumber(std::string_view cell)
{
    return !cell.empty() && cell.size() < 20
           && std::ranges::all_of(cell, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool isRating(const std::string& cell)
{
    return cell.size() <= 3 && isNumber(cell) && cell[0] >= '0' && cell[0] <= '9' && std::atof(cell.c_str()) <= 10;
}

class Names {
public:
    explicit Names(std::span<const std::string> columns)
    {
        for (const std::string& column : columns)
            m_names.insert(normalisedColumn(column));
    }
    bool all(std::initializer_list<const char*> wanted) const
    {
        return std::ranges::all_of(wanted, [this](const char* name) { return m_names.contains(name); });
    }
    bool any(std::initializer_list<const char*> wanted) const
    {
        return std::ranges::any_of(wanted, [this](const char* name) { return m_names.contains(name); });
    }
    std::size_t count() const { return m_names.size(); }

private:
    std::set<std::string, std::less<>> m_names;
};

} // namespace

std::span<const std::string_view> movieLensGenres() { return kMovieLensGenres; }

std::string normalisedColumn(std::string_view column)
{
    std::string name;
    for (const char c : foldForMatching(column))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            name.push_back(c);
    return name;
}

HeaderlessFile headerlessFile(std::span<const std::string> cells)
{
    HeaderlessFile file;
    if (cells.empty() || !isNumber(cells[0])) {
        if (cells.size() == 2 && isNumber(cells[1]) && !isNumber(cells[0]))
            file.looksLike = "a list of names and numbers";
        return file;
    }
    const auto isFlag = [](const std::string& cell) { return cell == "0" || cell == "1"; };
    if (cells.size() == kItemColumns && std::ranges::all_of(cells.subspan(5), isFlag)) {
        file.recognisedAs = "MovieLens 100K items";
        file.columns = {"movie id", "title", "release date", "video release date", "IMDb URL"};
        file.columns.insert(file.columns.end(), kMovieLensGenres.begin(), kMovieLensGenres.end());
        return file;
    }
    if (cells.size() == 3 && !isNumber(cells[1]) && cells[1].ends_with(')')) {
        file.recognisedAs = "MovieLens 1M movies";
        file.columns = {"movie id", "title", "genres"};
        return file;
    }
    if (cells.size() >= 3 && cells.size() <= 4 && isNumber(cells[1]) && isRating(cells[2])
        && (cells.size() == 3 || isNumber(cells[3])))
        file.looksLike = "ratings (user, item, rating, time)";
    else if (cells.size() == 5 && (cells[1] == "M" || cells[1] == "F" || cells[2] == "M" || cells[2] == "F"))
        file.looksLike = "users (age, gender, occupation)";
    else if (std::ranges::all_of(cells, isNumber))
        file.looksLike = "a table of numbers";
    return file;
}

std::string recogniseColumns(std::span<const std::string> columns)
{
    const Names names(columns);
    if (names.all({"letterboxduri"}) || (names.all({"position", "name", "year", "url"}) && names.count() <= 5))
        return "Letterboxd";
    if (names.all({"const", "titletype", "title"}))
        return "IMDb";
    if (names.all({"tconst", "primarytitle"}))
        return "IMDb title basics";
    if (names.all({"bookid", "title", "exclusiveshelf"}))
        return "Goodreads";
    if (names.all({"movieid", "title", "genres"}) && names.count() == 3)
        return "MovieLens";
    if (names.count() == 2 && names.all({"title", "date"}))
        return "Netflix viewing history";
    if (names.all({"title", "starttime", "profilename"}))
        return "Netflix viewing history";
    if (names.all({"title", "voteaverage"}) && names.any({"overview", "genreids", "genres"}))
        return "TMDB";
    if (names.all({"title", "extract", "href"}))
        return "Wikipedia films";
    if (names.all({"title", "listedin"}))
        return "Netflix titles";
    if (names.all({"title", "slogan", "votes"}))
        return "Kinopoisk";
    return {};
}

std::string_view looksLikeByColumns(std::span<const std::string> columns)
{
    const Names names(columns);
    if (names.any({"rating", "score"}) && names.any({"userid", "user"}))
        return "ratings";
    if (names.all({"tag"}) && names.any({"userid", "user", "movieid"}))
        return "tags that people gave";
    if (names.any({"imdbid", "tmdbid"}) && names.count() <= 4)
        return "links between ids";
    if (names.any({"embedding", "embeddings", "vector"}))
        return "vectors";
    if (names.any({"age", "gender"}) && names.any({"occupation", "userid"}))
        return "users";
    if (names.all({"cast", "crew"}))
        return "credits of films that are named elsewhere";
    return {};
}

} // namespace tw
