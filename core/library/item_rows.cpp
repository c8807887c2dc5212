// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/item_rows.h"

#include "core/base/json.h"

namespace tw {

namespace {

constexpr std::string_view kColumns =
    "id, key, title, original_title, year, runtime, countries, languages, genres, directors, cast_names, keywords, "
    "tagline, text, poster, imdb_id, tmdb_id, extra";

using Names = std::vector<std::string>;

/// Lists lie in one cell, an entry a line.
std::string cellOf(const Names& names)
{
    return fmt::format("{}", fmt::join(names, "\n"));
}

Names namesOf(std::string_view cell)
{
    Names names;
    while (!cell.empty()) {
        const std::size_t end = cell.find('\n');
        names.emplace_back(cell.substr(0, end));
        cell.remove_prefix(end == cell.npos ? cell.size() : end + 1);
    }
    return names;
}

std::string extraCell(const std::vector<std::pair<std::string, std::string>>& extra)
{
    if (extra.empty())
        return {};
    Json::Array list;
    for (const auto& [name, value] : extra)
        list.push_back(Json::Array{Json(name), Json(value)});
    return Json(std::move(list)).dump();
}

Result<std::vector<std::pair<std::string, std::string>>> extraOf(std::string_view cell)
{
    std::vector<std::pair<std::string, std::string>> extra;
    if (cell.empty())
        return extra;
    TW_ASSIGN(const Json list, Json::parse(cell));
    for (const Json& entry : list.asArray()) {
        if (entry.asArray().size() == 2)
            extra.emplace_back(entry.asArray()[0].asString(), entry.asArray()[1].asString());
    }
    return extra;
}

std::optional<int> numberAt(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

Status bindNumber(Statement& statement, int position, std::optional<int> number)
{
    return number ? statement.bind(position, std::int64_t{*number}) : statement.bindNull(position);
}

Result<Item> itemAt(const Statement& row)
{
    const auto text = [&row](int column) { return std::string(row.text(column)); };
    const auto names = [&row](int column) { return namesOf(row.text(column)); };
    Item item;
    item.id = ItemId(static_cast<std::uint32_t>(row.integer(0)));
    item.key = text(1);
    item.title = text(2);
    item.originalTitle = text(3);
    item.year = numberAt(row, 4);
    item.runtimeMinutes = numberAt(row, 5);
    item.countries = names(6);
    item.languages = names(7);
    item.genres = names(8);
    item.directors = names(9);
    item.cast = names(10);
    item.keywords = names(11);
    item.tagline = text(12);
    item.text = text(13);
    item.poster = text(14);
    item.imdbId = text(15);
    item.tmdbId = text(16);
    TW_ASSIGN(item.extra, extraOf(row.text(17)));
    return item;
}

Status bindItem(Statement& statement, const Item& item)
{
    TW_TRY(statement.bind(1, std::int64_t{item.id.value()}));
    TW_TRY(statement.bind(2, std::string_view(item.key)));
    TW_TRY(statement.bind(3, std::string_view(item.title)));
    TW_TRY(statement.bind(4, std::string_view(item.originalTitle)));
    TW_TRY(bindNumber(statement, 5, item.year));
    TW_TRY(bindNumber(statement, 6, item.runtimeMinutes));
    int position = 7;
    for (const Names* names :
         {&item.countries, &item.languages, &item.genres, &item.directors, &item.cast, &item.keywords})
        TW_TRY(statement.bind(position++, std::string_view(cellOf(*names))));
    for (const std::string* text : {&item.tagline, &item.text, &item.poster, &item.imdbId, &item.tmdbId})
        TW_TRY(statement.bind(position++, std::string_view(*text)));
    return statement.bind(position, std::string_view(extraCell(item.extra)));
}

bool sameContent(const Item& a, const Item& b)
{
    const auto parts = [](const Item& item) {
        return std::tie(item.title, item.originalTitle, item.year, item.runtimeMinutes, item.countries, item.languages,
                        item.genres, item.directors, item.cast, item.keywords, item.tagline, item.text, item.poster,
                        item.imdbId, item.tmdbId, item.extra);
    };
    return parts(a) == parts(b);
}

/// A line break inside an entry would make two of it.
void joinLines(Item& item)
{
    for (Names* names :
         {&item.countries, &item.languages, &item.genres, &item.directors, &item.cast, &item.keywords})
        for (std::string& name : *names)
            std::ranges::replace(name, '\n', ' ');
}

template <class T>
void takeIfSet(T& old, const T& fresh)
{
    if (fresh != T())
        old = fresh;
}

} // namespace

std::string_view itemTableSql()
{
    return R"(CREATE TABLE items(
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        original_title TEXT NOT NULL,
        year INTEGER,
        runtime INTEGER,
        countries TEXT NOT NULL,
        languages TEXT NOT NULL,
        genres TEXT NOT NULL,
        directors TEXT NOT NULL,
        cast_names TEXT NOT NULL,
        keywords TEXT NOT NULL,
        tagline TEXT NOT NULL,
        text TEXT NOT NULL,
        poster TEXT NOT NULL,
        imdb_id TEXT NOT NULL,
        tmdb_id TEXT NOT NULL,
        extra TEXT NOT NULL);)";
}

Item merged(Item old, const Item& fresh)
{
    takeIfSet(old.title, fresh.title);
    takeIfSet(old.originalTitle, fresh.originalTitle);
    takeIfSet(old.year, fresh.year);
    takeIfSet(old.runtimeMinutes, fresh.runtimeMinutes);
    takeIfSet(old.countries, fresh.countries);
    takeIfSet(old.languages, fresh.languages);
    takeIfSet(old.genres, fresh.genres);
    takeIfSet(old.directors, fresh.directors);
    takeIfSet(old.cast, fresh.cast);
    takeIfSet(old.keywords, fresh.keywords);
    takeIfSet(old.tagline, fresh.tagline);
    takeIfSet(old.text, fresh.text);
    takeIfSet(old.poster, fresh.poster);
    takeIfSet(old.imdbId, fresh.imdbId);
    takeIfSet(old.tmdbId, fresh.tmdbId);
    for (const auto& [name, value] : fresh.extra) {
        const auto same = std::ranges::find(old.extra, name, &std::pair<std::string, std::string>::first);
        if (same == old.extra.end())
            old.extra.emplace_back(name, value);
        else
            takeIfSet(same->second, value);
    }
    return old;
}

Result<ItemRows> ItemRows::prepare(Database& database)
{
    TW_ASSIGN(auto find, database.prepare(fmt::format("SELECT {} FROM items WHERE key = ?", kColumns)));
    TW_ASSIGN(auto replace,
              database.prepare(fmt::format("INSERT OR REPLACE INTO items({}) "
                                           "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                           kColumns)));
    return ItemRows(std::move(find), std::move(replace));
}

Result<std::uint32_t> ItemRows::count(Database& database)
{
    TW_ASSIGN(auto select, database.prepare("SELECT count(*) FROM items"));
    TW_TRY(select.step());
    return static_cast<std::uint32_t>(select.integer(0));
}

Result<std::vector<Item>> ItemRows::loadAll(Database& database)
{
    TW_ASSIGN(const std::uint32_t size, count(database));
    std::vector<Item> items;
    items.reserve(size);
    TW_ASSIGN(auto select, database.prepare(fmt::format("SELECT {} FROM items ORDER BY id", kColumns)));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return items;
        if (select.integer(0) != static_cast<std::int64_t>(items.size()))
            return fail(ErrorCode::Damaged, "items", fmt::format("no item {}", items.size()));
        TW_ASSIGN(auto item, itemAt(select));
        items.push_back(std::move(item));
    }
}

Result<ItemRows::Stored> ItemRows::store(const Item& item, std::uint32_t nextId)
{
    TW_TRY(m_find.bind(1, std::string_view(item.key)));
    TW_ASSIGN(const bool found, m_find.step());
    Item wanted = item;
    joinLines(wanted);
    Stored stored = Stored::Added;
    if (found) {
        TW_ASSIGN(const Item old, itemAt(m_find));
        wanted = merged(old, wanted);
        stored = sameContent(old, wanted) ? Stored::Unchanged : Stored::Updated;
    } else {
        wanted.id = ItemId(nextId);
    }
    m_find.reset();
    if (stored == Stored::Unchanged)
        return stored;
    TW_TRY(bindItem(m_replace, wanted));
    TW_TRY(m_replace.run());
    return stored;
}

} // namespace tw
