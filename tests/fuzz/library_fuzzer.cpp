// SPDX-License-Identifier: GPL-3.0-or-later
// A sound database with any values in its rows (another program may have written them): read or refused.
// The first byte chooses the table; then a value a line, its first character the type (i, r, b, n, else text).
#include "core/base/hash.h"
#include "core/catalog/catalog.h"
#include "core/embedding/embedding_cache.h"
#include "core/library/item_rows.h"
#include "core/library/library_store.h"
#include "core/taste/taste_history.h"
#include "tests/fuzz/fuzz_folder.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

struct Table {
    const char* name;
    int columns;
};
constexpr std::array kTables = {Table{"items", 18}, Table{"events", 7}, Table{"settings", 2}, Table{"kept_profiles", 2},
                                Table{"revisions", 2}};

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
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const tw::fuzz::Folder folder;
    static auto store = tw::LibraryStore::create(folder.path() / "Films");
    if (!store || !store->database().execute("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF"))
        std::abort();
    tw::fuzz::Input input(data, size);
    const Table table = kTables[input.choice(kTables.size())];
    if (!store->database().execute("BEGIN"))
        std::abort();
    (void)store->database().execute("DELETE FROM revisions");
    for (int row = 0; row < 8 && !input.empty(); ++row) {
        std::string values;
        for (int column = 0; column < table.columns; ++column)
            values += (column ? "," : "") + literal(input.part('\n'));
        (void)store->database().execute("INSERT OR REPLACE INTO " + std::string(table.name) + " VALUES(" + values + ")");
    }
    readAll(*store);
    if (!store->database().execute("ROLLBACK"))
        std::abort();
    return 0;
}
