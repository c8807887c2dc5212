// SPDX-License-Identifier: GPL-3.0-or-later
// A sound database with any values in its rows (another program may have written them): read or refused.
// The first byte chooses the table; then a value a line, its first character the type (i, r, b, n, else text).
#include "core/catalog/catalog.h"
#include "core/library/item_rows.h"
#include "core/library/library_store.h"
#include "core/library/row_sums.h"
#include "core/taste/taste_history.h"
#include "tests/fuzz/fuzz_folder.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

struct Table {
    const char* name;
    int columns;             ///< Without the checksum behind them.
    std::string_view numbers; ///< '1' where a number lies.
};
constexpr std::array kTables = {Table{"items", 18, "100011000000000000"}, Table{"events", 7, "1101100"},
                                Table{"settings", 2, "00"}, Table{"kept_profiles", 2, "00"}};

std::string hexBlob(std::string_view bytes)
{
    std::string sql = "x'";
    for (const char byte : bytes)
        sql += {"0123456789abcdef"[static_cast<unsigned char>(byte) >> 4], "0123456789abcdef"[byte & 15]};
    return sql + "'";
}

std::string literal(std::string_view value)
{
    const char type = value.empty() ? 't' : value.front();
    const std::string_view rest = value.substr(std::min<std::size_t>(1, value.size()));
    switch (type) {
    case 'i': return "CAST(CAST(" + hexBlob(rest) + " AS TEXT) AS INTEGER)";
    case 'r': return "CAST(CAST(" + hexBlob(rest) + " AS TEXT) AS REAL)";
    case 'b': return hexBlob(rest);
    case 'n': return "NULL";
    default: return "CAST(" + hexBlob(rest) + " AS TEXT)";
    }
}

/// Gives the new row the checksum its cells have, so that what lies behind the checksums is reached.
void fitChecksum(tw::Database& database, const Table& table, std::int64_t rowid)
{
    const std::string where = " WHERE rowid = " + std::to_string(rowid);
    auto select = database.prepare("SELECT * FROM " + std::string(table.name) + where);
    if (!select || !select->step().value_or(false))
        return;
    tw::RowChecksum checksum(table.name);
    for (int column = 0; column < table.columns; ++column) {
        if (select->isNull(column))
            checksum.addNull();
        else if (table.numbers[static_cast<std::size_t>(column)] == '1')
            checksum.add(select->integer(column));
        else
            checksum.add(select->text(column));
    }
    select->reset();
    (void)database.execute("UPDATE " + std::string(table.name) + " SET checksum = " + std::to_string(checksum.value())
                           + where);
}

void readAll(tw::LibraryStore& store)
{
    if (auto items = tw::ItemRows::loadAll(store.database())) {
        const tw::Catalog catalog(std::move(*items));
        (void)catalog.resolve("Film (1999)");
    }
    if (auto events = store.loadEvents()) {
        const tw::TasteHistory history(std::move(*events));
        (void)history.undoTarget();
        (void)history.likes();
    }
    (void)store.loadSettings();
    (void)store.revisions();
    (void)store.keptProfile("builtin");
    (void)store.checkKeptProfiles();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static auto store = tw::LibraryStore::create(folder.path() / "Films");
    constexpr const char* kPragmas = "PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA recursive_triggers=ON";
    if (!store || !store->database().execute(kPragmas))
        std::abort();
    tw::fuzz::Input input(data, size);
    const Table table = kTables[input.choice(kTables.size())];
    if (!store->database().execute("BEGIN"))
        std::abort();
    for (int row = 0; row < 8 && !input.empty(); ++row) {
        std::string values;
        for (int column = 0; column < table.columns; ++column)
            values += (column ? "," : "") + literal(input.part('\n'));
        const std::string insert = "INSERT OR REPLACE INTO " + std::string(table.name);
        if (store->database().execute(insert + " VALUES(" + values + ",0)"))
            fitChecksum(store->database(), table, store->database().lastInsertId());
    }
    readAll(*store);
    if (!store->database().execute("ROLLBACK"))
        std::abort();
    return 0;
}
