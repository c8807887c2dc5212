// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_schema.h"

#include "core/library/item_rows.h"
#include "core/library/row_sums.h"
#include "core/library/taste_rows.h"

#include <random>
#include <set>

namespace tw {

namespace {

constexpr std::int64_t kSchemaVersion = 2;
/// Whose rows carry checksums.
constexpr std::array<std::string_view, 4> kSummedTables = {"items", "events", "settings", "kept_profiles"};

// AUTOINCREMENT: the id of a forgotten event is never given again. WITHOUT ROWID: no second tree that finds the rows by
// name and may be damaged while the rows are not.
constexpr std::string_view kSchema = R"(
    CREATE TABLE events(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        time INTEGER NOT NULL,
        act TEXT NOT NULL,
        item INTEGER REFERENCES items(id),
        target INTEGER,
        source TEXT NOT NULL,
        source_detail TEXT NOT NULL,
        checksum INTEGER NOT NULL);
    CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE kept_profiles(space TEXT PRIMARY KEY, vector BLOB NOT NULL, checksum INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE revisions(part TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE identity(id TEXT NOT NULL, schema INTEGER NOT NULL);
)";
constexpr std::string_view kFirstRevisions =
    "INSERT INTO revisions(part, number) VALUES('catalog', 0), ('history', 0), ('settings', 0), ('spaces', 0)";

std::string newIdentity()
{
    std::random_device source;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", source(), source(), source(), source());
}

tl::unexpected<Error> damagedTables(const char* why)
{
    return fail(ErrorCode::Damaged, "library.sqlite", why);
}

Status makeTables(Database& database)
{
    TW_TRY(database.execute(itemTableSql()));
    TW_TRY(database.execute(kSchema));
    TW_TRY(database.execute(sumTableSql()));
    for (const std::string_view table : kSummedTables)
        TW_TRY(database.execute(sumSql(table)));
    TW_TRY(database.execute(fmt::format("INSERT INTO identity(id, schema) VALUES('{}', {})", newIdentity(),
                                        kSchemaVersion)));
    return database.setSchemaVersion(kSchemaVersion);
}

using Definitions = std::set<std::pair<std::string, std::string>>;

Result<Definitions> definitionsIn(Database& database)
{
    Definitions definitions;
    TW_ASSIGN(auto select, database.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema"));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return definitions;
        definitions.emplace(select.text(0), select.text(1));
    }
}

bool definesTable(const Definitions& definitions, std::string_view name)
{
    return std::ranges::any_of(definitions, [name](const auto& definition) { return definition.first == name; });
}

/// What definitionsIn() finds in a new library.
Result<const Definitions*> expectedDefinitions()
{
    static const Result<Definitions> expected = []() -> Result<Definitions> {
        TW_ASSIGN(auto memory, Database::open(":memory:", Database::Mode::ReadWrite, Database::Durability::Derived));
        TW_TRY(makeTables(memory));
        return definitionsIn(memory);
    }();
    if (!expected)
        return fail(expected.error());
    return &*expected;
}

Status takeOverOldRows(Database& database)
{
    TW_ASSIGN(auto events, database.prepare("SELECT id, time, act, item, target, source, source_detail "
                                            "FROM old_events ORDER BY id"));
    TW_TRY(forEachRow(events, [&](const Statement& row) -> Status {
        TW_ASSIGN(const TasteEvent event, eventOf(row));
        return insertEventRow(database, event);
    }));
    TW_ASSIGN(auto settings, database.prepare("SELECT name, value FROM old_settings"));
    TW_TRY(forEachRow(settings, [&](const Statement& row) {
        return storeSettingRow(database, {std::string(row.text(0)), std::string(row.text(1))});
    }));
    TW_ASSIGN(auto profiles, database.prepare("SELECT space, vector FROM old_profiles"));
    return forEachRow(profiles, [&](const Statement& row) -> Status {
        TW_ASSIGN(const KeptProfile profile, keptProfileOf(row));
        return storeKeptProfileRow(database, profile);
    });
}

/// Version 1 had neither checksums nor an identity: read whole, and written anew in the same transaction.
Status bringUpToDate(Database& database)
{
    TW_ASSIGN(auto transaction, Transaction::begin(database));
    // Another process may have been quicker.
    TW_ASSIGN(const std::int64_t version, database.schemaVersion());
    if (version != 1)
        return transaction.commit();
    TW_TRY(database.quickCheck());
    TW_ASSIGN(const auto items, ItemRows::loadUnchecked(database));
    TW_TRY(database.execute("CREATE TEMP TABLE old_events AS SELECT * FROM main.events;"
                            "CREATE TEMP TABLE old_settings AS SELECT * FROM main.settings;"
                            "CREATE TEMP TABLE old_profiles AS SELECT * FROM main.kept_profiles;"
                            "CREATE TEMP TABLE old_sequence AS SELECT * FROM sqlite_sequence WHERE name = 'events';"
                            "CREATE TEMP TABLE old_revisions AS SELECT * FROM revisions;"
                            "DROP TABLE events; DROP TABLE settings; DROP TABLE kept_profiles; DROP TABLE revisions;"
                            "DROP TABLE items"));
    TW_TRY(makeTables(database));
    TW_TRY(database.execute("INSERT INTO revisions SELECT * FROM old_revisions"));
    {
        TW_ASSIGN(auto rows, ItemRows::prepare(database));
        for (const Item& item : items)
            TW_TRY(rows.store(item, item.id.value()));
    }
    TW_TRY(takeOverOldRows(database));
    TW_TRY(database.execute("DELETE FROM sqlite_sequence WHERE name = 'events';"
                            "INSERT INTO sqlite_sequence SELECT * FROM old_sequence;"
                            "DROP TABLE old_events; DROP TABLE old_settings; DROP TABLE old_profiles;"
                            "DROP TABLE old_sequence; DROP TABLE old_revisions"));
    return transaction.commit();
}

/// What the library itself says of its version; 0 where it can't be read.
std::int64_t innerVersion(Database& database)
{
    auto select = database.prepare("SELECT schema FROM identity");
    if (!select || !select->step().value_or(false))
        return 0;
    return select->integer(0);
}

} // namespace

Status createLibraryTables(Database& database)
{
    TW_ASSIGN(auto transaction, Transaction::begin(database));
    TW_ASSIGN(const std::int64_t version, database.schemaVersion());
    TW_ASSIGN(const Definitions found, definitionsIn(database));
    if (version != 0 || !found.empty())
        return fail(ErrorCode::AlreadyExists, "library");
    TW_TRY(makeTables(database));
    TW_TRY(database.execute(kFirstRevisions));
    return transaction.commit();
}

Status checkLibraryTables(Database& database, bool mayChange)
{
    TW_ASSIGN(std::int64_t version, database.schemaVersion());
    if (version == 1 && innerVersion(database) == 0) {
        if (!mayChange)
            return fail(ErrorCode::LibraryReadOnly, "library.sqlite", "an older version that has to be converted");
        TW_TRY(bringUpToDate(database));
        TW_ASSIGN(version, database.schemaVersion());
    }
    TW_ASSIGN(const Definitions found, definitionsIn(database));
    if (version == 0 && found.empty())
        return fail(ErrorCode::NotFound, "library.sqlite", "a library that was never finished");
    if (!definesTable(found, "identity"))
        return damagedTables("no database of a library");
    // The number lies in the file's header, where nothing protects it.
    if (version > kSchemaVersion && innerVersion(database) != kSchemaVersion)
        return fail(ErrorCode::VersionTooNew, "library.sqlite", fmt::format("version {}", version));
    if (version != kSchemaVersion)
        return damagedTables("the version is damaged");
    TW_ASSIGN(const Definitions* expected, expectedDefinitions());
    if (!std::ranges::includes(found, *expected))
        return damagedTables("the tables are not as they were made");
    return {};
}

Result<std::string> libraryIdentity(Database& database)
{
    TW_ASSIGN(auto select, database.prepare("SELECT id FROM identity"));
    TW_ASSIGN(const bool found, select.step());
    if (!found || select.text(0).size() != 32)
        return damagedTables("the identity is damaged");
    return std::string(select.text(0));
}

Status renewLibraryIdentity(Database& database)
{
    return database.execute(fmt::format("UPDATE identity SET id = '{}'", newIdentity()));
}

} // namespace tw
