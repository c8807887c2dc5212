// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/database.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tw {

// SQLite notices damage to its pages' structure, but not a changed bit inside a row, nor an older page in the place of
// a newer one. So every row of library.sqlite carries a checksum of its cells, and each table has a sum over its rows
// that triggers keep: what was read is what was written, and all of it, or the library is Damaged.

/// Takes the cells of one row, in the order of the columns.
class RowChecksum {
public:
    /// The table's name goes in, so that a row never fits another table.
    explicit RowChecksum(std::string_view table);
    RowChecksum& add(std::string_view text);
    RowChecksum& add(std::int64_t number);
    RowChecksum& addNull();
    /// 62 bits, so that two of them can be added in SQL without becoming a floating-point number.
    std::int64_t value() const;

private:
    std::uint64_t m_hash;
};

/// The table of sums. Put into a database before sumSql() of any table.
std::string_view sumTableSql();
/// The table's row in it and the triggers that keep it; the table has an integer column "checksum".
/// Connections that use INSERT OR REPLACE need `PRAGMA recursive_triggers=ON`.
std::string sumSql(std::string_view table);

/// Sum over the rows read from one table.
class RowSum {
public:
    void add(std::int64_t checksum);
    /// Compares with the table of sums; within the transaction that read the rows. Errors: Damaged, Database.
    Status check(Database& database, std::string_view table) const;

private:
    std::int64_t m_rows = 0;
    std::int64_t m_sum = 0;
};

} // namespace tw
