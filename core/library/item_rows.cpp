// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/item_rows.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/library/row_sums.h"

#include <limits>

namespace tw {

namespace {

constexpr std::string_view kColumns =
    "id, key, title, original_title, year, runtime, countries, languages, genres, directors, cast_names, keywords, "
    "tagline, text, poster, imdb_id, tmdb_id, extra";
constexpr std::string_view kTable = "items";
constexpr int kYearColumn = 4;
constexpr int kRuntimeColumn = 5;
constexpr int kColumnCount = 18;
constexpr int kChecksumColumn = kColumnCount; ///< Read behind the others.

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

bool isNumber(int column)
{
    return column == 0 || column == kYearColumn || column == kRuntimeColumn;
}

tl::unexpected<Error> damagedItem(std::int64_t id, const char* why)
{
    return fail(ErrorCode::Damaged, "items", fmt::format("item {}: {}", id, why));
}

/// The row's own checksum, once the row fits it.
Result<std::int64_t> checkedSum(const Statement& row)
{
    RowChecksum checksum(kTable);
    for (int column = 0; column < kColumnCount; ++column) {
        if (row.isNull(column))
            checksum.addNull();
        else if (isNumber(column))
            checksum.add(row.integer(column));
        else
            checksum.add(row.text(column));
    }
    if (row.integer(kChecksumColumn) != checksum.value())
        return damagedItem(row.integer(0), "does not fit its checksum");
    return checksum.value();
}

Result<Item> itemAt(const Statement& row)
{
    const auto text = [&row](int column) { return std::string(row.text(column)); };
    const auto names = [&row](int column) { return namesOf(row.text(column)); };
    Item item;
    if (row.integer(0) < 0 || row.integer(0) >= std::numeric_limits<std::uint32_t>::max())
        return damagedItem(row.integer(0), "no such number can be");
    item.id = ItemId(static_cast<std::uint32_t>(row.integer(0)));
    item.key = text(1);
    item.title = text(2);
    item.originalTitle = text(3);
    item.year = numberAt(row, kYearColumn);
    item.runtimeMinutes = numberAt(row, kRuntimeColumn);
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
    auto extra = extraOf(row.text(17));
    if (!extra)
        return damagedItem(row.integer(0), "its other columns can't be read");
    item.extra = std::move(*extra);
    return item;
}

Status bindItem(Statement& statement, const Item& item)
{
    RowChecksum checksum(kTable);
    int position = 1;
    const auto bindText = [&](std::string_view text) {
        checksum.add(text);
        return statement.bind(position++, text);
    };
    const auto bindYears = [&](std::optional<int> number) {
        number ? checksum.add(std::int64_t{*number}) : checksum.addNull();
        return bindNumber(statement, position++, number);
    };
    checksum.add(std::int64_t{item.id.value()});
    TW_TRY(statement.bind(position++, std::int64_t{item.id.value()}));
    for (const std::string* text : {&item.key, &item.title, &item.originalTitle})
        TW_TRY(bindText(*text));
    TW_TRY(bindYears(item.year));
    TW_TRY(bindYears(item.runtimeMinutes));
    for (const Names* names :
         {&item.countries, &item.languages, &item.genres, &item.directors, &item.cast, &item.keywords})
        TW_TRY(bindText(cellOf(*names)));
    for (const std::string* text : {&item.tagline, &item.text, &item.poster, &item.imdbId, &item.tmdbId})
        TW_TRY(bindText(*text));
    TW_TRY(bindText(extraCell(item.extra)));
    return statement.bind(position, checksum.value());
}

/// Not INSERT OR REPLACE: that deletes the old row behind the triggers' backs.
std::string replaceClause()
{
    return fmt::format("ON CONFLICT(id) DO UPDATE SET ({0}, checksum) = (excluded.{1}, excluded.checksum)", kColumns,
                       fmt::join(splitAndTrim(kColumns, ','), ", excluded."));
}

template <class T>
void takeIfSet(T& old, const T& fresh)
{
    if (fresh != T())
        old = fresh;
}

} // namespace

bool sameContent(const Item& a, const Item& b)
{
    const auto parts = [](const Item& item) {
        return std::tie(item.title, item.originalTitle, item.year, item.runtimeMinutes, item.countries, item.languages,
                        item.genres, item.directors, item.cast, item.keywords, item.tagline, item.text, item.poster,
                        item.imdbId, item.tmdbId, item.extra);
    };
    return parts(a) == parts(b);
}

void joinLines(Item& item)
{
    for (Names* names :
         {&item.countries, &item.languages, &item.genres, &item.directors, &item.cast, &item.keywords})
        for (std::string& name : *names)
            std::ranges::replace(name, '\n', ' ');
}

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
        extra TEXT NOT NULL,
        checksum INTEGER NOT NULL);)";
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
    TW_ASSIGN(auto find, database.prepare(fmt::format("SELECT {}, checksum FROM items WHERE key = ?", kColumns)));
    TW_ASSIGN(auto replace,
              database.prepare(fmt::format("INSERT INTO items({}, checksum) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) {}",
                                           kColumns, replaceClause())));
    return ItemRows(std::move(find), std::move(replace));
}

Result<std::uint32_t> ItemRows::count(Database& database)
{
    TW_ASSIGN(auto select, database.prepare("SELECT count(*) FROM items"));
    TW_TRY(select.step());
    return static_cast<std::uint32_t>(select.integer(0));
}

Status ItemRows::forEach(Database& database, const std::function<Status(Item&&)>& visit)
{
    TW_ASSIGN(auto select, database.prepare(fmt::format("SELECT {}, checksum FROM items ORDER BY id", kColumns)));
    RowSum sum;
    for (std::int64_t expected = 0;; ++expected) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return sum.check(database, kTable);
        if (select.integer(0) != expected)
            return damagedItem(expected, "is missing");
        TW_ASSIGN(const std::int64_t checksum, checkedSum(select));
        sum.add(checksum);
        TW_ASSIGN(auto item, itemAt(select));
        TW_TRY(visit(std::move(item)));
    }
}

Result<std::vector<Item>> ItemRows::loadAll(Database& database)
{
    std::vector<Item> items;
    TW_TRY(forEach(database, [&items](Item&& item) -> Status {
        items.push_back(std::move(item));
        return {};
    }));
    return items;
}

Result<std::vector<Item>> ItemRows::loadUnchecked(Database& database)
{
    std::vector<Item> items;
    TW_ASSIGN(auto select, database.prepare(fmt::format("SELECT {} FROM items ORDER BY id", kColumns)));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return items;
        if (select.integer(0) != static_cast<std::int64_t>(items.size()))
            return damagedItem(static_cast<std::int64_t>(items.size()), "is missing");
        TW_ASSIGN(auto item, itemAt(select));
        items.push_back(std::move(item));
    }
}

Result<std::vector<Item>> ItemRows::loadReadable(Database& database, std::int64_t first, std::int64_t last)
{
    std::vector<Item> items;
    TW_ASSIGN(auto select, database.prepare(fmt::format(
                               "SELECT {}, checksum FROM items WHERE id BETWEEN ? AND ? ORDER BY id", kColumns)));
    TW_TRY(select.bind(1, first));
    TW_TRY(select.bind(2, last));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return items;
        if (!checkedSum(select))
            continue;
        if (auto item = itemAt(select))
            items.push_back(std::move(*item));
    }
}

Result<std::optional<Item>> ItemRows::find(std::string_view key)
{
    m_find.reset();
    TW_TRY(m_find.bind(1, key));
    TW_ASSIGN(const bool found, m_find.step());
    if (!found)
        return std::nullopt;
    TW_TRY(checkedSum(m_find));
    TW_ASSIGN(auto item, itemAt(m_find));
    m_find.reset();
    return item;
}

Status ItemRows::put(const Item& item)
{
    TW_TRY(bindItem(m_replace, item));
    return m_replace.run();
}

Status ItemRows::copy(Database& database, std::string_view schema, std::int64_t first, std::int64_t last)
{
    TW_ASSIGN(auto insert, database.prepare(fmt::format(
                               "INSERT INTO main.items({0}, checksum) SELECT {0}, checksum FROM {1}.items "
                               "WHERE id BETWEEN ? AND ? {2}",
                               kColumns, schema, replaceClause())));
    TW_TRY(insert.bind(1, first));
    TW_TRY(insert.bind(2, last));
    return insert.run();
}

Result<ItemRows::Stored> ItemRows::store(const Item& item, std::uint32_t nextId)
{
    TW_ASSIGN(const std::optional<Item> old, find(item.key));
    Item wanted = item;
    joinLines(wanted);
    if (old)
        wanted = merged(*old, wanted);
    else
        wanted.id = ItemId(nextId);
    if (old && sameContent(*old, wanted))
        return Stored::Unchanged;
    TW_TRY(put(wanted));
    return old ? Stored::Updated : Stored::Added;
}

} // namespace tw
