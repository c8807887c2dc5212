// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/row_sums.h"

#include "core/base/hash.h"

namespace tw {

namespace {

constexpr std::int64_t kMask = (std::int64_t{1} << 62) - 1;
enum : std::uint64_t { kText = 1, kNumber = 2, kNull = 3 };

} // namespace

RowChecksum::RowChecksum(std::string_view table) : m_hash(hash64(table)) {}

RowChecksum& RowChecksum::add(std::string_view text)
{
    // The length goes in as well, so that text moving from one cell to the next is noticed.
    m_hash = hash64(text, m_hash + 4 * text.size() + kText);
    return *this;
}

RowChecksum& RowChecksum::add(std::int64_t number)
{
    m_hash = hash64({reinterpret_cast<const char*>(&number), sizeof(number)}, m_hash + kNumber);
    return *this;
}

RowChecksum& RowChecksum::addNull()
{
    m_hash = hash64({}, m_hash + kNull);
    return *this;
}

std::int64_t RowChecksum::value() const
{
    return static_cast<std::int64_t>(m_hash) & kMask;
}

std::string_view sumTableSql()
{
    return "CREATE TABLE sums(name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;";
}

std::string sumSql(std::string_view table)
{
    constexpr std::string_view kAdd = "rows = rows + 1, sum = (sum + new.checksum) & 4611686018427387903";
    constexpr std::string_view kTake = "rows = rows - 1, sum = (sum - old.checksum) & 4611686018427387903";
    constexpr std::string_view kChange = "sum = (sum - old.checksum + new.checksum) & 4611686018427387903";
    std::string sql = fmt::format("INSERT INTO sums(name, rows, sum) VALUES('{}', 0, 0);", table);
    const auto trigger = [&](std::string_view name, std::string_view change) {
        sql += fmt::format("CREATE TRIGGER {0}_{1} AFTER {1} ON {0} BEGIN UPDATE sums SET {2} WHERE name = '{0}'; END;",
                           table, name, change);
    };
    trigger("insert", kAdd);
    trigger("delete", kTake);
    trigger("update", kChange);
    return sql;
}

void RowSum::add(std::int64_t checksum)
{
    ++m_rows;
    m_sum = (m_sum + checksum) & kMask;
}

Status RowSum::check(Database& database, std::string_view table) const
{
    TW_ASSIGN(auto select, database.prepare("SELECT rows, sum FROM sums WHERE name = ?"));
    TW_TRY(select.bind(1, table));
    TW_ASSIGN(const bool found, select.step());
    if (!found)
        return fail(ErrorCode::Damaged, std::string(table), "has no sum");
    if (select.integer(0) != m_rows)
        return fail(ErrorCode::Damaged, std::string(table),
                    fmt::format("{} rows where there were {}", m_rows, select.integer(0)));
    if (select.integer(1) != m_sum)
        return fail(ErrorCode::Damaged, std::string(table), "the rows do not fit their sum");
    return {};
}

} // namespace tw
