// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/column_names.h"

#include "core/catalog/formats/known_files.h"

namespace tw {

namespace {

std::vector<FieldEntry> namesAsPeopleWriteThem()
{
    return {
        {Field::ImdbId, "imdb-id", {"imdbid", "imdb", "tconst", "const", "imdbtitleid"}},
        {Field::TmdbId, "tmdb-id", {"tmdbid", "tmdb", "themoviedbid"}},
        {Field::Key, "key", {"key", "itemkey", "id", "movieid", "filmid", "itemid", "showid", "bookid", "ид", "编号"}},
        {Field::Title, "title",
         {"title", "name", "movietitle", "filmtitle", "primarytitle", "moviename", "filmname", "seriestitle", "booktitle",
          "movie", "film", "название", "название фильма", "русское название", "наименование", "заголовок", "фильм",
          "片名", "电影名", "电影名称", "影片名", "影片名称", "中文名", "标题", "名称", "片名中文", "书名", "電影名稱", "標題",
          "titre", "titulo", "titel", "originaltitle"}},
        {Field::OriginalTitle, "original-title",
         {"originaltitle", "titleoriginal", "originalname", "оригинальное название", "原名", "外文名", "原片名",
          "titre original"}},
        {Field::Year, "year",
         {"year", "releaseyear", "titleyear", "startyear", "movieyear", "yearofrelease", "releasedate", "released",
          "originalpublicationyear", "yearpublished", "publicationdate", "premiered", "firstairdate", "год",
          "год выпуска", "год выхода", "год производства", "дата выхода", "дата премьеры", "премьера", "年份", "上映年份",
          "年代", "年", "上映日期", "上映时间", "发行日期", "首播", "annee", "jahr", "ano", "date"}},
        {Field::Runtime, "runtime",
         {"runtime", "runtimemin", "runtimemins", "runtimeminutes", "runningtime", "runningtimemin", "duration", "length",
          "длительность", "продолжительность", "хронометраж", "片长", "时长", "片長", "duree"}},
        {Field::Countries, "countries",
         {"countries", "country", "productioncountries", "countriesoforigin", "origincountry", "страна", "страны", "国家",
          "制片国家", "制片国家/地区", "国家/地区", "地区", "产地", "國家", "pays"}},
        {Field::Languages, "languages",
         {"languages", "language", "spokenlanguages", "originallanguage", "язык", "языки", "语言", "語言", "langue"}},
        {Field::Genres, "genres",
         {"genres", "genre", "listedin", "majorgenre", "genrenames", "categories", "category", "жанр", "жанры", "类型",
          "影片类型", "分类", "題材", "類型", "genreids"}},
        {Field::Directors, "directors",
         {"directors", "director", "directedby", "режиссёр", "режиссёры", "导演", "導演", "realisateur", "regie",
          "authors", "author", "creators", "creator", "автор", "авторы", "作者"}},
        {Field::Cast, "cast",
         {"cast", "actors", "topcast", "stars", "starring", "actor", "актёры", "в ролях", "роли", "演员", "主演", "演員",
          "acteurs"}},
        {Field::Keywords, "keywords",
         {"keywords", "keyword", "plotkeywords", "tags", "ключевые слова", "теги", "метки", "标签", "关键词", "標籤"}},
        {Field::Tagline, "tagline", {"tagline", "slogan", "taglines", "слоган", "宣传语", "标语", "一句话简介"}},
        {Field::Text, "text",
         {"overview", "plot", "synopsis", "description", "extract", "summary", "plotsummary", "storyline", "moviedesc",
          "plotoutline", "desc", "text", "abstract", "content", "combinedtagstext", "описание", "сюжет", "аннотация",
          "краткое содержание", "содержание", "обзор", "简介", "剧情简介", "剧情", "内容简介", "故事梗概", "概述", "描述",
          "摘要", "簡介", "resume"}},
        {Field::Poster, "poster",
         {"poster", "posterurl", "posterlink", "posterpath", "thumbnail", "imageurl", "image", "cover", "coverurl",
          "постер", "обложка", "海报", "封面"}},
        {Field::Kept, "keep", {}},
        {Field::Ignored, "ignored", {}},
    };
}

} // namespace

const std::vector<FieldEntry>& fieldTable()
{
    static const std::vector<FieldEntry> table = [] {
        std::vector<FieldEntry> entries = namesAsPeopleWriteThem();
        for (FieldEntry& entry : entries)
            for (std::string& column : entry.columns)
                column = normalisedColumn(column);
        return entries;
    }();
    return table;
}

} // namespace tw
