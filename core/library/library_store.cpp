// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_store.h"

#include "core/library/item_rows.h"
#include "core/library/setting_rows.h"

#include <cstring>

namespace tw {

namespace {

constexpr std::int64_t kSchemaVersion = 1;
constexpr std::array<std::string_view, 4> kPartNames = {"catalog", "history", "settings", "spaces"};

// AUTOINCREMENT: the id of a forgotten event is never given again.
constexpr std::string_view kSchema = R"(
    CREATE TABLE events(
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        time INTEGER NOT NULL,
        act TEXT NOT NULL,
        item INTEGER REFERENCES items(id),
        target INTEGER,
        source TEXT NOT NULL,
        source_detail TEXT NOT NULL);
    CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE kept_profiles(space TEXT PRIMARY KEY, vector BLOB NOT NULL);
    CREATE TABLE revisions(part TEXT PRIMARY KEY, number INTEGER NOT NULL);
    INSERT INTO revisions(part, number) VALUES('catalog', 0), ('history', 0), ('settings', 0), ('spaces', 0);
)";

Status createTables(Database& database)
{
    TW_ASSIGN(auto transaction, Transaction::begin(database));
    TW_ASSIGN(const std::int64_t version, database.schemaVersion());
    if (version != 0)
        return fail(ErrorCode::AlreadyExists, "library");
    TW_TRY(database.execute(itemTableSql()));
    TW_TRY(database.execute(kSchema));
    TW_TRY(database.setSchemaVersion(kSchemaVersion));
    return transaction.commit();
}

/// Deleted rows are overwritten, not only unlinked: "Forget" promises it.
Status configure(Database& database)
{
    return database.execute("PRAGMA secure_delete=ON");
}

} // namespace

std::filesystem::path databasePath(const std::filesystem::path& libraryFolder)
{
    return libraryFolder / "library.sqlite";
}

std::filesystem::path textIndexPath(const std::filesystem::path& libraryFolder)
{
    return libraryFolder / "text.sqlite";
}

std::filesystem::path embeddingCachePath(const std::filesystem::path& libraryFolder)
{
    return libraryFolder / "embeddings.sqlite";
}

Result<LibraryStore> LibraryStore::create(const std::filesystem::path& libraryFolder)
{
    std::error_code error;
    std::filesystem::create_directories(libraryFolder, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, libraryFolder.string(), error.message());
    TW_ASSIGN(auto database, Database::open(databasePath(libraryFolder), Database::Mode::ReadWrite,
                                            Database::Durability::Full));
    TW_TRY(configure(database));
    if (Status made = createTables(database); !made) {
        if (made.error().code == ErrorCode::AlreadyExists)
            return fail(ErrorCode::AlreadyExists, libraryFolder.string());
        return fail(std::move(made).error());
    }
    return LibraryStore(std::move(database));
}

Result<LibraryStore> LibraryStore::open(const std::filesystem::path& libraryFolder, Database::Mode mode)
{
    const std::filesystem::path path = databasePath(libraryFolder);
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, libraryFolder.string(), "holds no library");
    TW_ASSIGN(auto database, Database::open(path, mode, Database::Durability::Full));
    TW_ASSIGN(const std::int64_t version, database.schemaVersion());
    if (version == 0)
        return fail(ErrorCode::NotFound, libraryFolder.string(), "holds a library that was never finished");
    if (version > kSchemaVersion)
        return fail(ErrorCode::VersionTooNew, libraryFolder.string(), fmt::format("version {}", version));
    TW_TRY(configure(database));
    return LibraryStore(std::move(database));
}

Result<Revisions> LibraryStore::revisions()
{
    Revisions numbers{};
    TW_ASSIGN(auto select, m_database.prepare("SELECT part, number FROM revisions"));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return numbers;
        const auto part = std::ranges::find(kPartNames, select.text(0));
        if (part != kPartNames.end())
            numbers.at(static_cast<std::size_t>(part - kPartNames.begin())) = select.integer(1);
    }
}

Status LibraryStore::raise(LibraryPart part)
{
    TW_ASSIGN(auto update, m_database.prepare("UPDATE revisions SET number = number + 1 WHERE part = ?"));
    TW_TRY(update.bind(1, kPartNames.at(static_cast<std::size_t>(part))));
    return update.run();
}

Result<std::vector<TasteEvent>> LibraryStore::loadEvents()
{
    std::vector<TasteEvent> events;
    TW_ASSIGN(auto select, m_database.prepare("SELECT id, time, act, item, target, source, source_detail "
                                              "FROM events ORDER BY id"));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return events;
        const auto act = actFromName(select.text(2));
        if (!act)
            return fail(ErrorCode::Damaged, "events", fmt::format("event {} is no act", select.integer(0)));
        TasteEvent event;
        event.id = select.integer(0);
        event.time = TimePoint(std::chrono::milliseconds(select.integer(1)));
        event.act = *act;
        if (!select.isNull(3))
            event.item = ItemId(static_cast<std::uint32_t>(select.integer(3)));
        event.target = select.integer(4);
        event.source = sourceFromName(select.text(5)).value_or(Source::Unknown);
        event.sourceDetail = select.text(6);
        events.push_back(std::move(event));
    }
}

Result<std::int64_t> LibraryStore::insertEvent(const TasteEvent& event)
{
    TW_ASSIGN(auto insert, m_database.prepare("INSERT INTO events(time, act, item, target, source, source_detail) "
                                              "VALUES(?, ?, ?, ?, ?, ?)"));
    TW_TRY(insert.bind(1, std::int64_t{event.time.time_since_epoch().count()}));
    TW_TRY(insert.bind(2, actName(event.act)));
    TW_TRY(event.item.isValid() ? insert.bind(3, std::int64_t{event.item.value()}) : insert.bindNull(3));
    TW_TRY(event.target != 0 ? insert.bind(4, event.target) : insert.bindNull(4));
    TW_TRY(insert.bind(5, sourceName(event.source)));
    TW_TRY(insert.bind(6, std::string_view(event.sourceDetail)));
    TW_TRY(insert.run());
    return m_database.lastInsertId();
}

Status LibraryStore::deleteEvents(std::span<const std::int64_t> ids)
{
    TW_ASSIGN(auto remove, m_database.prepare("DELETE FROM events WHERE id = ?"));
    for (const std::int64_t id : ids) {
        TW_TRY(remove.bind(1, id));
        TW_TRY(remove.run());
    }
    return {};
}

Status LibraryStore::deleteAllEvents()
{
    return m_database.execute("DELETE FROM events");
}

Result<bool> LibraryStore::hasItem(ItemId item)
{
    if (!item.isValid())
        return false;
    TW_ASSIGN(auto select, m_database.prepare("SELECT 1 FROM items WHERE id = ?"));
    TW_TRY(select.bind(1, std::int64_t{item.value()}));
    return select.step();
}

Result<LibrarySettings> LibraryStore::loadSettings()
{
    LibrarySettings settings;
    TW_ASSIGN(auto select, m_database.prepare("SELECT name, value FROM settings"));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return settings;
        readSetting(settings, select.text(0), select.text(1));
    }
}

Status LibraryStore::storeSettings(const LibrarySettings& known, const LibrarySettings& wanted)
{
    TW_ASSIGN(auto replace, m_database.prepare("INSERT OR REPLACE INTO settings(name, value) VALUES(?, ?)"));
    const std::vector<SettingRow> before = settingRows(known);
    const std::vector<SettingRow> after = settingRows(wanted);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i].value == before[i].value)
            continue;
        TW_TRY(replace.bind(1, after[i].name));
        TW_TRY(replace.bind(2, std::string_view(after[i].value)));
        TW_TRY(replace.run());
    }
    return {};
}

Result<std::optional<std::vector<float>>> LibraryStore::keptProfile(const std::string& spaceId)
{
    TW_ASSIGN(auto select, m_database.prepare("SELECT vector FROM kept_profiles WHERE space = ?"));
    TW_TRY(select.bind(1, std::string_view(spaceId)));
    TW_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    const std::span<const std::byte> bytes = select.blob(0);
    if (bytes.empty() || bytes.size() % sizeof(float) != 0)
        return fail(ErrorCode::Damaged, "kept_profiles", spaceId);
    std::vector<float> vector(bytes.size() / sizeof(float));
    std::memcpy(vector.data(), bytes.data(), bytes.size());
    return vector;
}

Status LibraryStore::storeKeptProfile(const std::string& spaceId, std::span<const float> vector)
{
    TW_ASSIGN(auto replace, m_database.prepare("INSERT OR REPLACE INTO kept_profiles(space, vector) VALUES(?, ?)"));
    TW_TRY(replace.bind(1, std::string_view(spaceId)));
    TW_TRY(replace.bindBlob(2, std::as_bytes(vector)));
    return replace.run();
}

Status LibraryStore::deleteKeptProfile(const std::string& spaceId)
{
    TW_ASSIGN(auto remove, m_database.prepare("DELETE FROM kept_profiles WHERE space = ?"));
    TW_TRY(remove.bind(1, std::string_view(spaceId)));
    return remove.run();
}

Status LibraryStore::deleteAllKeptProfiles()
{
    return m_database.execute("DELETE FROM kept_profiles");
}

Status LibraryStore::clearLog()
{
    TW_ASSIGN(auto checkpoint, m_database.prepare("PRAGMA wal_checkpoint(TRUNCATE)"));
    return checkpoint.run();
}

Result<ReadTransaction> ReadTransaction::begin(Database& database)
{
    TW_TRY(database.execute("BEGIN"));
    return ReadTransaction(&database);
}

ReadTransaction::~ReadTransaction()
{
    if (m_database)
        static_cast<void>(m_database->execute("COMMIT"));
}

} // namespace tw
