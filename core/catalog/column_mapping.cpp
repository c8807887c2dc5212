// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/column_mapping.h"

#include "core/base/text.h"

#include <array>

namespace tw {

namespace {

struct FieldEntry {
    Field field;
    std::string_view name;
    std::vector<std::string_view> columns; ///< Normalised, best known first.
};

const std::vector<FieldEntry>& fieldTable()
{
    static const std::vector<FieldEntry> table = {
        {Field::ImdbId, "imdb-id", {"imdbid", "imdb", "tconst", "const", "imdbtitleid"}},
        {Field::TmdbId, "tmdb-id", {"tmdbid", "tmdb", "themoviedbid"}},
        {Field::Key, "key", {"key", "itemkey", "id", "movieid", "filmid", "itemid", "showid", "bookid"}},
        {Field::Title, "title",
         {"title", "name", "movietitle", "filmtitle", "primarytitle", "moviename", "filmname", "seriestitle", "booktitle",
          "movie", "film", "originaltitle"}},
        {Field::OriginalTitle, "original-title", {"originaltitle", "titleoriginal", "originalname"}},
        {Field::Year, "year",
         {"year", "releaseyear", "titleyear", "startyear", "movieyear", "yearofrelease", "releasedate", "released",
          "originalpublicationyear", "yearpublished", "publicationdate", "premiered", "firstairdate", "date"}},
        {Field::Runtime, "runtime",
         {"runtime", "runtimemin", "runtimemins", "runtimeminutes", "runningtime", "runningtimemin", "duration", "length"}},
        {Field::Countries, "countries", {"countries", "country", "productioncountries", "countriesoforigin", "origincountry"}},
        {Field::Languages, "languages", {"languages", "language", "spokenlanguages", "originallanguage"}},
        {Field::Genres, "genres", {"genres", "genre", "listedin", "majorgenre", "genrenames", "categories", "category"}},
        {Field::Directors, "directors", {"directors", "director", "directedby", "authors", "author", "creators", "creator"}},
        {Field::Cast, "cast", {"cast", "actors", "topcast", "stars", "starring", "actor"}},
        {Field::Keywords, "keywords", {"keywords", "keyword", "plotkeywords", "tags"}},
        {Field::Tagline, "tagline", {"tagline", "slogan", "taglines"}},
        {Field::Text, "text",
         {"overview", "plot", "synopsis", "description", "extract", "summary", "plotsummary", "storyline", "moviedesc",
          "plotoutline", "desc", "text", "abstract", "content"}},
        {Field::Poster, "poster",
         {"poster", "posterurl", "posterlink", "posterpath", "thumbnail", "imageurl", "image", "cover", "coverurl"}},
        {Field::Ignored, "ignored", {}},
    };
    return table;
}

/// Lower case; letters and digits only.
std::string normalisedName(std::string_view column)
{
    std::string name;
    for (const char c : foldForMatching(column))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            name.push_back(c);
    return name;
}

} // namespace

std::string_view fieldName(Field field)
{
    for (const FieldEntry& entry : fieldTable())
        if (entry.field == field)
            return entry.name;
    return {};
}

std::optional<Field> fieldFromName(std::string_view name)
{
    for (const FieldEntry& entry : fieldTable())
        if (entry.name == name)
            return entry.field;
    return std::nullopt;
}

ColumnMapping ColumnMapping::guess(std::span<const std::string> columns)
{
    std::unordered_map<std::string, std::string> byName;
    for (const std::string& column : columns)
        byName.emplace(normalisedName(column), column);

    ColumnMapping mapping;
    // TMDB's own files call their number just "id"; under its true name it fits with other files' numbers.
    const auto known = [&](const char* name) { return byName.contains(name); };
    if (known("id") && !known("tmdbid") && known("voteaverage") && (known("votecount") || known("genreids")))
        mapping.assign(byName["id"], Field::TmdbId);
    for (const FieldEntry& entry : fieldTable()) {
        if (mapping.column(entry.field))
            continue;
        for (const std::string_view name : entry.columns) {
            const auto found = byName.find(std::string(name));
            if (found == byName.end() || mapping.field(found->second))
                continue;
            mapping.assign(found->second, entry.field);
            break;
        }
    }
    return mapping;
}

void ColumnMapping::assign(std::string column, Field field)
{
    if (field != Field::Ignored)
        std::erase_if(m_fieldByColumn, [field](const auto& entry) { return entry.second == field; });
    m_fieldByColumn.insert_or_assign(std::move(column), field);
}

std::optional<std::string> ColumnMapping::column(Field field) const
{
    for (const auto& [column, meaning] : m_fieldByColumn)
        if (meaning == field)
            return column;
    return std::nullopt;
}

std::optional<Field> ColumnMapping::field(std::string_view column) const
{
    const auto found = m_fieldByColumn.find(column);
    return found == m_fieldByColumn.end() ? std::nullopt : std::optional(found->second);
}

} // namespace tw
