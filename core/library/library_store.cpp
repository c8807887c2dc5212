// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_store.h"

#include "core/library/library_schema.h"
#include "core/library/row_sums.h"
#include "core/library/setting_rows.h"
#include "core/library/taste_rows.h"

namespace tw {

namespace {

constexpr std::array<std::string_view, 4> kPartNames = {"catalog", "history", "settings", "spaces"};

/// SQLite's smallest page.
constexpr std::uintmax_t kSmallestDatabase = 512;

/// Deleted rows are overwritten, not only unlinked: "Forget" promises it.
Status configure(Database& database)
{
    return database.execute("PRAGMA secure_delete=ON");
}

/// An empty database where a library was: cut to nothing, not one whose making was broken off. SQLite would take it
/// for a new one and delete its log.
Status checkNotEmptied(const std::filesystem::path& folder)
{
    std::error_code error;
    const std::filesystem::path path = databasePath(folder);
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error || size >= kSmallestDatabase)
        return {};
    if (size > 0)
        return fail(ErrorCode::Damaged, path.string(), "the file is cut short");
    const std::uintmax_t log = std::filesystem::file_size(path.string() + "-wal", error);
    const bool hadLog = !error && log > 0;
    if (hadLog || std::filesystem::exists(textIndexPath(folder), error)
        || std::filesystem::exists(embeddingCachePath(folder), error))
        return fail(ErrorCode::Damaged, path.string(), "the file is empty");
    return {};
}

/// Errors about the library as a whole name its folder.
Status about(const std::filesystem::path& folder, Status status)
{
    if (!status && status.error().subject == "library.sqlite")
        status.error().subject = status.error().code == ErrorCode::Damaged ? databasePath(folder).string()
                                                                           : folder.string();
    return status;
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
    TW_TRY(checkNotEmptied(libraryFolder));
    TW_ASSIGN(auto database, Database::open(databasePath(libraryFolder), Database::Mode::ReadWrite,
                                            Database::Durability::Full));
    TW_TRY(configure(database));
    if (Status made = createLibraryTables(database); !made) {
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
    TW_TRY(checkNotEmptied(libraryFolder));
    TW_TRY(checkLibraryLog(path));
    {
        // Opening for writing changes what is no library of ours; reading does not.
        TW_ASSIGN(auto looking, Database::open(path, Database::Mode::ReadOnly, Database::Durability::Full));
        const Status found = checkLibraryTables(looking, false);
        if (!found && found.error().code != ErrorCode::LibraryReadOnly)
            TW_TRY(about(libraryFolder, found));
    }
    TW_ASSIGN(auto database, Database::open(path, mode, Database::Durability::Full));
    TW_TRY(configure(database));
    TW_TRY(about(libraryFolder, checkLibraryTables(database, mode == Database::Mode::ReadWrite)));
    return LibraryStore(std::move(database));
}

Result<Revisions> LibraryStore::revisions()
{
    Revisions numbers{};
    std::size_t found = 0;
    TW_ASSIGN(auto select, m_database.prepare("SELECT part, number FROM revisions"));
    TW_TRY(forEachRow(select, [&](const Statement& row) -> Status {
        const auto part = std::ranges::find(kPartNames, row.text(0));
        if (part != kPartNames.end()) {
            numbers.at(static_cast<std::size_t>(part - kPartNames.begin())) = row.integer(1);
            ++found;
        }
        return {};
    }));
    if (found != kPartNames.size())
        return fail(ErrorCode::Damaged, "revisions", "not one for each part of the library");
    return numbers;
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
    RowSum sum;
    TW_ASSIGN(auto select, m_database.prepare(fmt::format("SELECT {} FROM events ORDER BY id", kEventColumns)));
    TW_TRY(forEachRow(select, [&](const Statement& row) -> Status {
        TW_ASSIGN(auto checked, eventAt(row));
        sum.add(checked.checksum);
        events.push_back(std::move(checked.content));
        return {};
    }));
    TW_TRY(sum.check(m_database, "events"));
    return events;
}

Result<std::int64_t> LibraryStore::insertEvent(const TasteEvent& event)
{
    TasteEvent numbered = event;
    TW_ASSIGN(numbered.id, nextEventId(m_database));
    TW_TRY(insertEventRow(m_database, numbered));
    return numbered.id;
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
    RowSum sum;
    TW_ASSIGN(auto select, m_database.prepare(fmt::format("SELECT {} FROM settings", kSettingColumns)));
    TW_TRY(forEachRow(select, [&](const Statement& row) -> Status {
        TW_ASSIGN(const auto checked, settingAt(row));
        sum.add(checked.checksum);
        readSetting(settings, checked.content.name, checked.content.value);
        return {};
    }));
    TW_TRY(sum.check(m_database, "settings"));
    return settings;
}

Status LibraryStore::storeSettings(const LibrarySettings& known, const LibrarySettings& wanted)
{
    const std::vector<SettingRow> before = settingRows(known);
    const std::vector<SettingRow> after = settingRows(wanted);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (after[i].value != before[i].value)
            TW_TRY(storeSettingRow(m_database, {std::string(after[i].name), after[i].value}));
    return {};
}

Result<std::optional<std::vector<float>>> LibraryStore::keptProfile(const std::string& spaceId)
{
    TW_ASSIGN(auto select,
              m_database.prepare(fmt::format("SELECT {} FROM kept_profiles WHERE space = ?", kProfileColumns)));
    TW_TRY(select.bind(1, std::string_view(spaceId)));
    TW_ASSIGN(const bool found, select.step());
    if (!found)
        return std::nullopt;
    TW_ASSIGN(auto checked, keptProfileAt(select));
    return std::move(checked.content.vector);
}

Status LibraryStore::checkKeptProfiles()
{
    RowSum sum;
    TW_ASSIGN(auto select, m_database.prepare(fmt::format("SELECT {} FROM kept_profiles", kProfileColumns)));
    TW_TRY(forEachRow(select, [&sum](const Statement& row) -> Status {
        TW_ASSIGN(const auto checked, keptProfileAt(row));
        sum.add(checked.checksum);
        return {};
    }));
    return sum.check(m_database, "kept_profiles");
}

Status LibraryStore::storeKeptProfile(const std::string& spaceId, std::span<const float> vector)
{
    return storeKeptProfileRow(m_database, {spaceId, {vector.begin(), vector.end()}});
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
