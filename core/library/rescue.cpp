// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/rescue.h"

#include "core/base/bad_files.h"
#include "core/base/files.h"
#include "core/library/history_backup.h"
#include "core/library/item_rows.h"
#include "core/library/library.h"
#include "core/library/library_lock.h"
#include "core/library/library_schema.h"
#include "core/library/library_spaces.h"
#include "core/library/library_store.h"
#include "core/library/rescue_pages.h"
#include "core/library/setting_rows.h"
#include "core/library/taste_rows.h"

#include <map>
#include <set>

namespace tw {

namespace {

/// What can be read, by number.
struct Rescued {
    std::map<std::int64_t, Item> items;
    std::map<std::int64_t, std::string> keys; ///< Also of items that are lost.
    std::map<std::int64_t, TasteEvent> events;
    std::vector<SettingText> settings;
    std::vector<KeptProfile> profiles;
    std::int64_t itemsThere = 0;  ///< As many as there were, as far as it is known.
    std::int64_t eventsThere = 0;
    std::int64_t lastEventId = 0; ///< Given ones are never given again.
};

/// One number from a query; 0 when it can't be read.
std::int64_t numberFrom(Database& database, const std::string& sql)
{
    auto select = database.prepare(sql);
    return select && select->step().value_or(false) ? select->integer(0) : 0;
}

/// Reads a range of rows, and where that fails its halves, so that only what can't be read is left out.
Status readRange(std::int64_t first, std::int64_t last, const TaskContext& context,
                 const std::function<Status(std::int64_t, std::int64_t)>& read)
{
    TW_TRY(context.check());
    if (first > last || read(first, last) || first == last)
        return {};
    const std::int64_t middle = first + (last - first) / 2;
    TW_TRY(readRange(first, middle, context, read));
    return readRange(middle + 1, last, context, read);
}

/// Where to stop looking for rows: a little behind the last one that anything tells of.
std::int64_t lastNumber(Database& database, const std::string& table, std::int64_t told)
{
    constexpr std::int64_t kMore = 256;
    constexpr std::int64_t kMost = 1 << 24;
    const std::int64_t seen = numberFrom(database, "SELECT max(id) FROM " + table);
    return std::min(kMost, std::max(told, seen) + kMore);
}

Status readItems(Database& database, Rescued& rescued, const TaskContext& context)
{
    rescued.itemsThere = numberFrom(database, "SELECT rows FROM sums WHERE name = 'items'");
    // The tree by key is another one than that of the rows.
    if (auto keys = database.prepare("SELECT id, key FROM items INDEXED BY sqlite_autoindex_items_1"))
        static_cast<void>(forEachRow(*keys, [&rescued](const Statement& row) -> Status {
            rescued.keys[row.integer(0)] = row.text(1);
            return {};
        }));
    const std::int64_t keyed = rescued.keys.empty() ? 0 : rescued.keys.rbegin()->first + 1;
    return readRange(0, lastNumber(database, "items", std::max(keyed, rescued.itemsThere)), context,
                     [&](std::int64_t first, std::int64_t last) -> Status {
                         TW_ASSIGN(auto items, ItemRows::loadReadable(database, first, last));
                         for (Item& item : items)
                             rescued.items[item.id.value()] = std::move(item);
                         context.report(Stage::Reading, rescued.items.size(),
                                        static_cast<std::uint64_t>(std::max<std::int64_t>(rescued.itemsThere, 0)));
                         return {};
                     });
}

Status readEvents(Database& database, Rescued& rescued, const TaskContext& context)
{
    rescued.eventsThere = numberFrom(database, "SELECT rows FROM sums WHERE name = 'events'");
    rescued.lastEventId = numberFrom(database, "SELECT seq FROM sqlite_sequence WHERE name = 'events'");
    const std::string sql = fmt::format("SELECT {} FROM events WHERE id BETWEEN ? AND ?", kEventColumns);
    return readRange(1, lastNumber(database, "events", std::max(rescued.lastEventId, rescued.eventsThere)), context,
                     [&](std::int64_t first, std::int64_t last) -> Status {
                         TW_ASSIGN(auto select, database.prepare(sql));
                         TW_TRY(select.bind(1, first));
                         TW_TRY(select.bind(2, last));
                         return forEachRow(select, [&rescued](const Statement& row) -> Status {
                             if (auto event = eventAt(row))
                                 rescued.events[event->content.id] = std::move(event->content);
                             return {};
                         });
                     });
}

/// Rows by name: all that a scan gives before it fails, then those that can be asked for.
template <class Content, class At>
std::vector<Content> readNamed(Database& database, const std::string& table, const char* columns,
                               const std::string& nameColumn, const std::set<std::string>& known, const At& at)
{
    std::vector<Content> contents;
    std::set<std::string> found;
    const auto take = [&](const Statement& row) -> Status {
        if (auto checked = at(row); checked && found.insert(std::string(row.text(0))).second)
            contents.push_back(std::move(checked->content));
        return {};
    };
    if (auto scan = database.prepare(fmt::format("SELECT {} FROM {}", columns, table)))
        static_cast<void>(forEachRow(*scan, take));
    for (const std::string& name : known) {
        auto select = database.prepare(fmt::format("SELECT {} FROM {} WHERE {} = ?", columns, table, nameColumn));
        if (select && select->bind(1, std::string_view(name)))
            static_cast<void>(forEachRow(*select, take));
    }
    return contents;
}

Result<Rescued> readAll(const std::filesystem::path& file, const std::filesystem::path& libraryFolder,
                        const TaskContext& context)
{
    Rescued rescued;
    TW_ASSIGN(auto database, Database::open(file, Database::Mode::ReadWrite, Database::Durability::Derived));
    TW_TRY(readItems(database, rescued, context));
    TW_TRY(readEvents(database, rescued, context));
    std::set<std::string> settingNames;
    for (const SettingRow& row : settingRows({}))
        settingNames.emplace(row.name);
    std::set<std::string> spaces;
    for (const SpaceInfo& space : listSpaces(libraryFolder))
        spaces.insert(space.id);
    rescued.settings =
        readNamed<SettingText>(database, "settings", kSettingColumns, "name", settingNames, settingAt);
    rescued.profiles =
        readNamed<KeptProfile>(database, "kept_profiles", kProfileColumns, "space", spaces, keptProfileAt);
    return rescued;
}

bool isEmpty(const Rescued& rescued)
{
    return rescued.items.empty() && rescued.events.empty();
}

/// Items are numbered without gaps: what is lost keeps its place and its key, by which an import finds it again.
std::vector<Item> itemsWithoutGaps(Rescued& rescued, const std::vector<BackedUpAct>& backup, RescueReport& report)
{
    std::map<std::uint32_t, const BackedUpAct*> actOf;
    for (const BackedUpAct& act : backup)
        if (act.event.item.isValid() && !act.key.empty())
            actOf[act.event.item.value()] = &act;
    std::int64_t count = rescued.itemsThere;
    for (const auto* numbers : {&rescued.keys})
        count = numbers->empty() ? count : std::max(count, numbers->rbegin()->first + 1);
    count = rescued.items.empty() ? count : std::max(count, rescued.items.rbegin()->first + 1);
    count = actOf.empty() ? count : std::max<std::int64_t>(count, actOf.rbegin()->first + 1);
    std::vector<Item> items;
    std::set<std::string> used;
    for (const auto& [number, item] : rescued.items)
        used.insert(item.key);
    for (std::int64_t number = 0; number < count; ++number) {
        if (const auto whole = rescued.items.find(number); whole != rescued.items.end()) {
            items.push_back(std::move(whole->second));
            continue;
        }
        Item item;
        item.id = ItemId(static_cast<std::uint32_t>(number));
        const auto key = rescued.keys.find(number);
        const auto act = actOf.find(item.id.value());
        item.key = key != rescued.keys.end() ? key->second : act != actOf.end() ? act->second->key : std::string();
        if (item.key.empty() || !used.insert(item.key).second)
            item.key = fmt::format("lost-{}", number);
        item.title = act != actOf.end() && !act->second->title.empty() ? act->second->title : item.key;
        ++report.itemsLost;
        items.push_back(std::move(item));
    }
    report.items = items.size() - report.itemsLost;
    return items;
}

void addFromBackup(Rescued& rescued, const std::vector<BackedUpAct>& backup, RescueReport& report)
{
    for (const BackedUpAct& act : backup)
        report.eventsFromBackup += rescued.events.try_emplace(act.event.id, act.event).second ? 1 : 0;
}

Status writeAll(const std::filesystem::path& file, Rescued& rescued, const std::vector<BackedUpAct>& backup,
                RescueReport& report, const TaskContext& context)
{
    TW_ASSIGN(auto database, Database::open(file, Database::Mode::ReadWrite, Database::Durability::Full));
    TW_TRY(createLibraryTables(database));
    addFromBackup(rescued, backup, report);
    const std::vector<Item> items = itemsWithoutGaps(rescued, backup, report);
    {
        TW_ASSIGN(auto transaction, Transaction::begin(database));
        TW_ASSIGN(auto rows, ItemRows::prepare(database));
        for (const Item& item : items) {
            TW_TRY(context.check());
            context.report(Stage::Storing, item.id.value(), items.size());
            TW_TRY(rows.store(item, item.id.value()));
        }
        for (const auto& [id, event] : rescued.events) {
            if (event.item.isValid() && event.item.value() >= items.size())
                continue;
            TW_TRY(insertEventRow(database, event));
            ++report.events;
        }
        for (const SettingText& setting : rescued.settings)
            TW_TRY(storeSettingRow(database, setting));
        for (const KeptProfile& profile : rescued.profiles)
            TW_TRY(storeKeptProfileRow(database, profile));
        TW_TRY(database.execute(fmt::format("UPDATE sqlite_sequence SET seq = max(seq, {}) WHERE name = 'events'",
                                            rescued.lastEventId)));
        TW_TRY(transaction.commit());
    }
    report.settings = rescued.settings.size();
    report.keptProfiles = rescued.profiles.size();
    const auto there = static_cast<std::uint64_t>(std::max<std::int64_t>(rescued.eventsThere, 0));
    report.eventsLost = there > report.events ? there - report.events : 0;
    // One file without a log beside it: it is renamed.
    return database.execute("PRAGMA journal_mode=DELETE");
}

/// The newest copy of the history that is whole; none is no error.
std::vector<BackedUpAct> newestBackup(const std::filesystem::path& libraryFolder)
{
    for (const std::filesystem::path& file : historyBackups(libraryFolder))
        if (auto acts = readHistoryBackup(file))
            return std::move(*acts);
    return {};
}

Status copyFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    if (!std::filesystem::exists(from, error))
        return {};
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error);
    return error ? Status(fail(ErrorCode::FileUnwritable, to.string(), error.message())) : Status();
}

/// A folder for the work, gone when it is done.
class Workshop {
public:
    explicit Workshop(const std::filesystem::path& libraryFolder) : m_folder(libraryFolder / ".rescue")
    {
        std::error_code error;
        std::filesystem::remove_all(m_folder, error);
        std::filesystem::create_directory(m_folder, error);
    }
    ~Workshop()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    std::filesystem::path file(const char* name) const { return m_folder / name; }

private:
    std::filesystem::path m_folder;
};

/// Reads what it can; with the first pages made anew when they are what is damaged.
Result<Rescued> readDamaged(const Workshop& workshop, const std::filesystem::path& libraryFolder,
                            const TaskContext& context)
{
    const std::filesystem::path original = databasePath(libraryFolder);
    const std::filesystem::path copy = workshop.file("old.sqlite");
    TW_TRY(copyFile(original, copy));
    TW_TRY(copyFile(original.string() + "-wal", copy.string() + "-wal"));
    auto first = readAll(copy, libraryFolder, context);
    TW_TRY(context.check());
    if (first && first->itemsThere == static_cast<std::int64_t>(first->items.size()) && !first->items.empty())
        return first;
    for (const char* suffix : {"-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(copy.string() + suffix, ignored);
    }
    TW_TRY(copyFile(original, copy));
    TW_TRY(copyFile(original.string() + "-wal", copy.string() + "-wal"));
    TW_TRY(renewFirstPages(copy, workshop.file("pattern.sqlite")));
    auto second = readAll(copy, libraryFolder, context);
    TW_TRY(context.check());
    const auto rowsIn = [](const Result<Rescued>& each) { return each ? each->items.size() + each->events.size() : 0; };
    if (rowsIn(second) > rowsIn(first))
        return second;
    return first ? std::move(first) : Result<Rescued>(Rescued());
}

} // namespace

Result<RescueReport> rescueLibrary(const std::filesystem::path& libraryFolder, const TaskContext& context)
{
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "rescue"));
    const std::filesystem::path place = databasePath(libraryFolder);
    {
        const auto library = Library::open(libraryFolder);
        if (library && checkLibrary(libraryFolder, context).value_or(LibraryCheck()).libraryIsWhole())
            return fail(ErrorCode::InvalidArgument, libraryFolder.string(), "is not damaged");
        if (!library && library.error().code != ErrorCode::Damaged)
            return fail(library.error());
    }
    RescueReport report;
    const Workshop workshop(libraryFolder);
    TW_ASSIGN(Rescued rescued, readDamaged(workshop, libraryFolder, context));
    const std::vector<BackedUpAct> backup = newestBackup(libraryFolder);
    if (isEmpty(rescued) && backup.empty())
        return fail(ErrorCode::Damaged, place.string(), "nothing in it can be read");
    const std::filesystem::path fresh = workshop.file("library.sqlite");
    TW_TRY(writeAll(fresh, rescued, backup, report, context));
    context.report(Stage::Checking, 0, 0);
    {
        TW_ASSIGN(auto database, Database::open(fresh, Database::Mode::ReadOnly, Database::Durability::Full));
        TW_TRY(checkLibraryTables(database, false));
        TW_TRY(database.fullCheck());
        TW_TRY(ItemRows::forEach(database, [](Item&&) -> Status { return {}; }));
    }
    TW_TRY(context.check());
    TW_ASSIGN(report.kept, keepDatabaseAsBad(place));
    std::error_code error;
    // A log that stayed would be replayed into the new file. Its bytes are kept by now.
    for (const char* suffix : {"-wal", "-shm"})
        std::filesystem::remove(place.string() + suffix, error);
    std::filesystem::rename(fresh, place, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, place.string(), error.message());
    TW_TRY(syncFolder(libraryFolder));
    return report;
}

} // namespace tw
