// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/catalog/item.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace tw {

/// The SQL of the table that ItemRows reads and writes; its sum (row_sums.h) is made besides.
std::string_view itemTableSql();

/// Items as rows of library.sqlite. One object a connection; used within the caller's transaction.
class ItemRows {
public:
    /// Prepares the statements. Errors: Database.
    static Result<ItemRows> prepare(Database& database);

    /// All items, by id. Errors: Damaged (ids are not dense from 0; a row does not fit its checksum, or all together
    /// their sum), Database.
    static Result<std::vector<Item>> loadAll(Database& database);
    /// The same, one item at a time, so that they need not be in memory all at once; whether all were there is known
    /// only at the end. Errors: as above, and those of `visit`.
    static Status forEach(Database& database, const std::function<Status(Item&&)>& visit);
    /// Those of a library of version 1, which had no checksums. Errors: as loadAll.
    static Result<std::vector<Item>> loadUnchecked(Database& database);
    /// Of a damaged library: the items with these ids whose rows are whole. Errors: Damaged, Database: ask for less.
    static Result<std::vector<Item>> loadReadable(Database& database, std::int64_t first, std::int64_t last);

    /// Number of items. Ids are dense, so this is the next id.
    static Result<std::uint32_t> count(Database& database);

    /// The item with this key. Errors: Damaged (its row does not fit its checksum), Database.
    Result<std::optional<Item>> find(std::string_view key);
    /// Writes the item as it is under its id, over the one that has it.
    Status put(const Item& item);
    /// Copies the rows with these ids from the same table of an attached database, over those that have their ids.
    static Status copy(Database& database, std::string_view schema, std::int64_t first, std::int64_t last);

    enum class Stored { Added, Updated, Unchanged };
    /// Adds the item under `nextId`, or merges it into the one with its key.
    Result<Stored> store(const Item& item, std::uint32_t nextId);

private:
    ItemRows(Statement find, Statement replace) : m_find(std::move(find)), m_replace(std::move(replace)) {}
    Statement m_find;
    Statement m_replace;
};

/// `fresh` over `old`: values the fresh record has win, what it leaves empty stays; other columns by name.
/// Keeps the old id.
Item merged(Item old, const Item& fresh);

/// Whether all but id and key are equal.
bool sameContent(const Item& a, const Item& b);

/// Lists lie in one cell, an entry a line: takes line breaks out of entries.
void joinLines(Item& item);

} // namespace tw
