// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/cell_values.h"
#include "core/catalog/column_mapping.h"
#include "core/catalog/title_key.h"

namespace tw {

namespace {

/// Some files use IMDb's id, or the address of its page, as their own: that is better known as such.
void setKey(Item& item, const Json& cell)
{
    const std::string key = singleLine(cellTextOrNothing(cell));
    const bool namesImdb = key.starts_with("tt") || key.find("/tt") != std::string::npos;
    const std::string imdbId = namesImdb ? imdbIdFromText(key) : std::string();
    if (imdbId.empty())
        item.key = key;
    else if (item.imdbId.empty())
        item.imdbId = imdbId;
}

void setField(Item& item, Field field, const Json& cell)
{
    switch (field) {
    case Field::Key: setKey(item, cell); break;
    case Field::Title: item.title = singleLine(cellText(cell)); break;
    case Field::OriginalTitle: item.originalTitle = singleLine(cellText(cell)); break;
    case Field::Year: item.year = yearFromText(cellText(cell)); break;
    case Field::Runtime: item.runtimeMinutes = minutesFromText(cellText(cell)); break;
    case Field::Countries: item.countries = listFromCell(cell); break;
    case Field::Languages: item.languages = listFromCell(cell); break;
    case Field::Genres: item.genres = listFromCell(cell); break;
    case Field::Directors: item.directors = listFromCell(cell); break;
    case Field::Cast: item.cast = listFromCell(cell); break;
    case Field::Keywords: item.keywords = listFromCell(cell); break;
    case Field::Tagline: item.tagline = cellTextOrNothing(cell); break;
    case Field::Text: item.text = cellTextOrNothing(cell); break;
    case Field::Poster: item.poster = cellTextOrNothing(cell); break;
    case Field::ImdbId:
        if (std::string id = imdbIdFromText(cellText(cell)); !id.empty())
            item.imdbId = std::move(id);
        break;
    case Field::TmdbId: item.tmdbId = tmdbIdFromText(cellText(cell)); break;
    case Field::Ignored: break;
    }
}

/// As it came: nested values as JSON, not made readable as cellText does.
std::string rawText(const Json& cell)
{
    if (cell.isString())
        return cell.asString();
    return cell.isArray() || cell.isObject() ? cell.dump() : cellText(cell);
}

void takeYearFromTitle(Item& item)
{
    const auto split = splitTitleYear(item.title);
    if (!split || (item.year && item.year != split->year))
        return;
    item.title = split->title;
    item.year = split->year;
}

} // namespace

std::string titleKey(const Item& item)
{
    std::string key = slug(item.title);
    if (key.empty())
        key = hash128Hex(item.title).substr(0, 16); // a title of signs only
    if (item.year)
        key += fmt::format("-{}", *item.year);
    return key;
}

Result<Item> itemFromRecord(const Record& record, const ColumnMapping& mapping)
{
    if (!mapping.column(Field::Title))
        return fail(ErrorCode::NoTitleColumn);
    Item item;
    for (const auto& [column, cell] : record.cells) {
        if (const auto field = mapping.field(column)) {
            setField(item, *field, cell);
            continue;
        }
        if (std::string text = rawText(cell); !text.empty())
            item.extra.emplace_back(column, std::move(text));
    }
    if (item.title.empty())
        return fail(Error{ErrorCode::FormatBroken, *mapping.column(Field::Title), "no title", record.number});
    takeYearFromTitle(item);
    if (item.originalTitle == item.title)
        item.originalTitle.clear();
    std::erase(item.genres, "(no genres listed)"); // MovieLens' way to say none
    if (item.key.empty())
        item.key = !item.imdbId.empty()   ? "imdb:" + item.imdbId
                   : !item.tmdbId.empty() ? "tmdb:" + item.tmdbId
                                          : titleKey(item);
    return item;
}

} // namespace tw
