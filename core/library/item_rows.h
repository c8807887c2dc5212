// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"
#include "core/catalog/item.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tw {

/// The SQL of the table that ItemRows reads and writes.
std::string_view itemTableSql();

/// Items as rows of library.sqlite. One object a connection; used within the caller's transaction.
class ItemRows {
public:
    /// Prepares the statements. Errors: Database.
    static Result<ItemRows> prepare(Database& database);

    /// All items, by id. Errors: Damaged (ids are not dense from 0), Database.
    static Result<std::vector<Item>> loadAll(Database& database);

    /// Number of items. Ids are dense, so this is the next id.
    static Result<std::uint32_t> count(Database& database);

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

} // namespace tw
