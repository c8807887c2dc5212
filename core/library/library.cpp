// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "core/library/history_backup.h"
#include "core/library/item_rows.h"
#include "core/library/library_lock.h"
#include "core/library/library_schema.h"
#include "core/library/library_store.h"
#include "core/library/space_replacement.h"

#include <sys/stat.h>
#include <unistd.h>

namespace tw {

namespace {

TimePoint systemTime()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::int64_t numberOf(const Revisions& revisions, LibraryPart part)
{
    return revisions.at(static_cast<std::size_t>(part));
}

/// What tells the database file from another that was put in its place, or written over it.
struct FileMark {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed = 0; ///< Nanoseconds.

    bool isSameFile(const FileMark& other) const { return device == other.device && inode == other.inode; }
    bool isUntouched(const FileMark& other) const { return size == other.size && changed == other.changed; }
};

/// Only by name: opening and closing the file would drop the locks that SQLite holds on it in this process.
std::optional<FileMark> markOf(const std::filesystem::path& folder)
{
    struct stat status{};
    if (::stat(databasePath(folder).c_str(), &status) != 0)
        return std::nullopt;
    return FileMark{status.st_dev, status.st_ino, status.st_size,
                    std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

/// The events about the items, and all Undone events that lead to one of those.
std::vector<std::int64_t> eventsAbout(std::span<const ItemId> items, std::span<const TasteEvent> events)
{
    const std::unordered_set<ItemId> wanted(items.begin(), items.end());
    std::unordered_set<std::int64_t> found;
    std::vector<std::int64_t> ids;
    for (const TasteEvent& event : events) {
        const bool concerned = event.act == Act::Undone ? found.contains(event.target) : wanted.contains(event.item);
        if (concerned && found.insert(event.id).second)
            ids.push_back(event.id);
    }
    return ids;
}

} // namespace

struct Library::Impl {
    Impl(std::filesystem::path where, Clock timeSource, LibraryStore opened, bool onlyReading)
        : folder(std::move(where)), clock(std::move(timeSource)), store(std::move(opened)), readOnly(onlyReading)
    {
    }

    std::filesystem::path folder;
    Clock clock;
    LibraryStore store;
    bool readOnly;
    std::int64_t dataVersion = 0;
    /// The day on which was last looked whether a backup is due.
    std::optional<std::chrono::sys_days> backedUpOn;
    std::string identity;
    FileMark mark;
    Revisions revisions{};
    std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>();
    std::shared_ptr<const TasteHistory> history = std::make_shared<const TasteHistory>();
    LibrarySettings settings;
    /// Changes of others that our own writes met and refresh() has not told yet.
    LibraryChanges untold;

    /// That the database in the folder is still the one that was opened: what is written into another's, or into one
    /// that is no longer there, is lost.
    Status checkPlace()
    {
        const auto now = markOf(folder);
        if (!now || !now->isSameFile(mark))
            return fail(ErrorCode::LibraryReplaced, folder.string(), "library.sqlite is another file now");
        if (now->isUntouched(mark))
            return {};
        // SQLite writes to it now and then; but another's content may have been copied over it. Only a connection
        // that has nothing in its memory sees that.
        TW_ASSIGN(auto fresh, LibraryStore::open(folder, Database::Mode::ReadOnly));
        TW_ASSIGN(const std::string found, libraryIdentity(fresh.database()));
        if (found != identity)
            return fail(ErrorCode::LibraryReplaced, folder.string(), "library.sqlite holds another library now");
        mark = *now;
        return {};
    }

    /// Loads what differs from `revisions`. Within a transaction. The catalogue can be large and acts don't need it,
    /// so they leave it to the next refresh.
    Result<LibraryChanges> load(bool withCatalog, bool all = false)
    {
        TW_ASSIGN(const Revisions now, store.revisions());
        const auto differs = [&](LibraryPart part) { return all || numberOf(now, part) != numberOf(revisions, part); };
        LibraryChanges changes;
        changes.catalog = withCatalog && differs(LibraryPart::Catalog);
        changes.history = differs(LibraryPart::History);
        changes.settings = differs(LibraryPart::Settings);
        changes.spaces = withCatalog && differs(LibraryPart::Spaces);
        if (changes.catalog) {
            TW_ASSIGN(auto items, ItemRows::loadAll(store.database()));
            catalog = std::make_shared<const Catalog>(std::move(items));
        }
        if (changes.history) {
            TW_TRY(store.checkKeptProfiles());
            TW_ASSIGN(auto events, store.loadEvents());
            history = std::make_shared<const TasteHistory>(std::move(events));
        }
        if (changes.settings) {
            TW_ASSIGN(settings, store.loadSettings());
        }
        const Revisions before = revisions;
        revisions = now;
        if (!withCatalog) {
            for (const LibraryPart part : {LibraryPart::Catalog, LibraryPart::Spaces})
                revisions.at(static_cast<std::size_t>(part)) = numberOf(before, part);
        }
        return changes;
    }

    /// Runs `change` in one write transaction over the present state and takes over the new revisions. Whatever
    /// fails leaves database and snapshots as they were.
    template <class Change>
    Status write(Change change)
    {
        if (readOnly)
            return fail(ErrorCode::LibraryReadOnly, folder.string());
        TW_TRY(checkPlace());
        const auto before = std::tuple(revisions, history, settings);
        const Status done = writeTransaction(change);
        if (!done)
            std::tie(revisions, history, settings) = before;
        return done;
    }

    /// For changes that delete what must not be found any more. The backups, and damaged databases that a rescue put
    /// aside, go before the change is committed: a
    /// process killed between the two has lost nothing but copies of what is still there.
    template <class Change>
    Status writeAndClear(Change change)
    {
        if (readOnly)
            return fail(ErrorCode::LibraryReadOnly, folder.string());
        TW_ASSIGN(auto backups, HistoryBackups::hold(folder));
        const auto changeAll = [&]() -> Status {
            TW_TRY(change());
            TW_TRY(backups.removeAll());
            return removePutAsideDatabases(folder);
        };
        TW_TRY(write(changeAll));
        TW_TRY(store.clearLog());
        static_cast<void>(backups.write(store.database(), history->events(), clock()));
        return {};
    }

    /// A copy of the history, if one is due. Failing to make it keeps nobody from opening the library.
    void backUpHistory()
    {
        const std::span<const TasteEvent> events = history->events();
        if (readOnly || events.empty())
            return;
        const TimePoint time = clock();
        const auto today = std::chrono::floor<std::chrono::days>(time);
        if (today == std::exchange(backedUpOn, today) || !HistoryBackups::areDue(folder, events.back().id, time))
            return;
        auto backups = HistoryBackups::hold(folder);
        // Whoever forgets something meanwhile waits for this, and then removes it; but he may have been first.
        const auto now = backups ? store.revisions() : Result<Revisions>(Revisions());
        if (now && numberOf(*now, LibraryPart::History) == numberOf(revisions, LibraryPart::History))
            static_cast<void>(backups->write(store.database(), events, time));
        else
            backedUpOn.reset();
    }

    /// An import copies its rows in one transaction, which may take longer than SQLite waits for another; an act is
    /// not lost for that.
    Result<Transaction> beginWriting()
    {
        constexpr int kTries = 24; // Two minutes.
        for (int i = 1;; ++i) {
            auto begun = Transaction::begin(store.database());
            const bool busy = !begun && begun.error().detail.find("database is locked") != std::string::npos;
            if (!busy || i == kTries || !isLibraryLocked(folder))
                return begun;
        }
    }

    template <class Change>
    Status writeTransaction(Change change)
    {
        TW_ASSIGN(auto transaction, beginWriting());
        TW_ASSIGN(const LibraryChanges met, load(false));
        TW_TRY(change());
        TW_TRY(transaction.commit());
        untold.history |= met.history;
        untold.settings |= met.settings;
        return {};
    }

    /// For changes of our own whose outcome is known: the counter moves, the snapshot is `changed` already.
    Status raise(LibraryPart part)
    {
        TW_TRY(store.raise(part));
        ++revisions.at(static_cast<std::size_t>(part));
        return {};
    }

    Status appendEvent(TasteEvent& event)
    {
        event.time = clock();
        TW_ASSIGN(event.id, store.insertEvent(event));
        std::vector<TasteEvent> events(history->events().begin(), history->events().end());
        events.push_back(event);
        history = std::make_shared<const TasteHistory>(std::move(events));
        return raise(LibraryPart::History);
    }

    /// The act that `target` (an act or an Undone event) is about in the end.
    Result<TasteEvent> actBehind(TasteEvent target) const
    {
        const std::span<const TasteEvent> events = history->events();
        while (target.act == Act::Undone) {
            const auto found = std::ranges::lower_bound(events, target.target, {}, &TasteEvent::id);
            if (found == events.end() || found->id != target.target)
                return fail(ErrorCode::Internal, "events", fmt::format("no event {}", target.target));
            target = *found;
        }
        return target;
    }

    /// Appends an Undone event against what `choose` picks from the present history.
    template <class Choose>
    Result<TasteEvent> takeBack(Choose choose)
    {
        TasteEvent act;
        const auto change = [&]() -> Status {
            const std::optional<TasteEvent> target = choose(*history);
            if (!target)
                return fail(ErrorCode::NotFound, "event");
            TW_ASSIGN(act, actBehind(*target));
            TasteEvent undone{.act = Act::Undone, .target = target->id};
            return appendEvent(undone);
        };
        TW_TRY(write(change));
        return act;
    }
};

Library::Library(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::create(const std::filesystem::path& folder, Clock clock)
{
    {
        TW_ASSIGN(const auto store, LibraryStore::create(folder));
    }
    return open(folder, std::move(clock));
}

Result<std::unique_ptr<Library>> Library::open(const std::filesystem::path& folder, Clock clock)
{
    const bool writable = isWritable(folder) && ::access(databasePath(folder).c_str(), W_OK) == 0;
    // What killed processes left is cleared away, unless one that lives is at work.
    if (writable && hasLeftovers(folder))
        static_cast<void>(lockLibrary(folder, "clearing up"));
    TW_ASSIGN(auto store,
              LibraryStore::open(folder, writable ? Database::Mode::ReadWrite : Database::Mode::ReadOnly));
    auto impl = std::make_unique<Impl>(folder, clock ? std::move(clock) : Clock(systemTime), std::move(store),
                                       !writable);
    TW_ASSIGN(impl->dataVersion, impl->store.database().dataVersion());
    TW_ASSIGN(impl->identity, libraryIdentity(impl->store.database()));
    impl->mark = markOf(folder).value_or(FileMark());
    {
        TW_ASSIGN(const auto reading, ReadTransaction::begin(impl->store.database()));
        TW_TRY(impl->load(true, true));
    }
    impl->backUpHistory();
    return std::unique_ptr<Library>(new Library(std::move(impl)));
}

bool Library::exists(const std::filesystem::path& folder)
{
    std::error_code error;
    if (!std::filesystem::exists(databasePath(folder), error))
        return false;
    const auto store = LibraryStore::open(folder, Database::Mode::ReadOnly);
    return store || store.error().code != ErrorCode::NotFound;
}

const std::filesystem::path& Library::folder() const
{
    return m_impl->folder;
}

std::string Library::name() const
{
    // "Films/" has an empty file name.
    const std::filesystem::path& folder = m_impl->folder;
    return folder.has_filename() ? folder.filename().string() : folder.parent_path().filename().string();
}

bool Library::readOnly() const
{
    return m_impl->readOnly;
}

std::shared_ptr<const Catalog> Library::catalog() const
{
    return m_impl->catalog;
}

std::shared_ptr<const TasteHistory> Library::history() const
{
    return m_impl->history;
}

const LibrarySettings& Library::settings() const
{
    return m_impl->settings;
}

Result<TasteEvent> Library::append(Act act, ItemId item, Source source, std::string sourceDetail)
{
    if (act == Act::Undone)
        return fail(ErrorCode::InvalidArgument, "act", "use undo or redo");
    TasteEvent event{.act = act, .item = item, .source = source, .sourceDetail = std::move(sourceDetail)};
    const auto change = [&]() -> Status {
        TW_ASSIGN(const bool known, m_impl->store.hasItem(item));
        if (!known)
            return fail(ErrorCode::InvalidArgument, "item", fmt::format("there is no item {}", item.value()));
        if (m_impl->settings.keepHistory)
            return m_impl->appendEvent(event);
        event.time = m_impl->clock();
        return {};
    };
    TW_TRY(m_impl->write(change));
    return event;
}

Result<TasteEvent> Library::undo()
{
    return m_impl->takeBack([](const TasteHistory& history) { return history.undoTarget(); });
}

Result<TasteEvent> Library::redo()
{
    return m_impl->takeBack([](const TasteHistory& history) { return history.redoTarget(); });
}

Status Library::forget(std::span<const ItemId> items)
{
    const auto change = [&]() -> Status {
        TW_TRY(m_impl->store.deleteEvents(eventsAbout(items, m_impl->history->events())));
        TW_ASSIGN(auto events, m_impl->store.loadEvents());
        m_impl->history = std::make_shared<const TasteHistory>(std::move(events));
        return m_impl->raise(LibraryPart::History);
    };
    return m_impl->writeAndClear(change);
}

Status Library::forgetEverything()
{
    const auto change = [&]() -> Status {
        TW_TRY(m_impl->store.deleteAllEvents());
        TW_TRY(m_impl->store.deleteAllKeptProfiles());
        m_impl->history = std::make_shared<const TasteHistory>();
        return m_impl->raise(LibraryPart::History);
    };
    return m_impl->writeAndClear(change);
}

Status Library::store(const LibrarySettings& settings)
{
    const LibrarySettings known = m_impl->settings;
    return m_impl->write([&]() -> Status {
        TW_TRY(m_impl->store.storeSettings(known, settings));
        TW_ASSIGN(m_impl->settings, m_impl->store.loadSettings());
        return m_impl->raise(LibraryPart::Settings);
    });
}

Result<std::optional<std::vector<float>>> Library::keptProfile(const std::string& spaceId)
{
    return m_impl->store.keptProfile(spaceId);
}

Status Library::stepKeptProfile(const std::string& spaceId, std::span<const float> start,
                                std::span<const float> liked, int n)
{
    return m_impl->write([&]() -> Status {
        TW_ASSIGN(auto kept, m_impl->store.keptProfile(spaceId));
        std::vector<float> profile =
            kept && kept->size() == liked.size() ? std::move(*kept) : std::vector<float>(start.begin(), start.end());
        emaStep(profile, liked, n);
        TW_TRY(m_impl->store.storeKeptProfile(spaceId, profile));
        return m_impl->raise(LibraryPart::History);
    });
}

Status Library::stopKeepingHistory(const KeptProfiles& profiles)
{
    const auto change = [&]() -> Status {
        LibrarySettings wanted = m_impl->settings;
        wanted.keepHistory = false;
        TW_TRY(m_impl->store.storeSettings(m_impl->settings, wanted));
        TW_TRY(m_impl->store.deleteAllEvents());
        TW_TRY(m_impl->store.deleteAllKeptProfiles());
        for (const auto& [space, vector] : profiles)
            TW_TRY(m_impl->store.storeKeptProfile(space, vector));
        m_impl->settings = wanted;
        m_impl->history = std::make_shared<const TasteHistory>();
        TW_TRY(m_impl->raise(LibraryPart::Settings));
        return m_impl->raise(LibraryPart::History);
    };
    return m_impl->writeAndClear(change);
}

Status Library::startKeepingHistory()
{
    const auto change = [&]() -> Status {
        LibrarySettings wanted = m_impl->settings;
        wanted.keepHistory = true;
        TW_TRY(m_impl->store.storeSettings(m_impl->settings, wanted));
        TW_TRY(m_impl->store.deleteAllKeptProfiles());
        m_impl->settings = wanted;
        TW_TRY(m_impl->raise(LibraryPart::Settings));
        return m_impl->raise(LibraryPart::History);
    };
    return m_impl->writeAndClear(change);
}

Result<LibraryChanges> Library::refresh()
{
    TW_TRY(m_impl->checkPlace());
    m_impl->backUpHistory();
    TW_ASSIGN(const std::int64_t version, m_impl->store.database().dataVersion());
    if (version == m_impl->dataVersion)
        return std::exchange(m_impl->untold, {});
    TW_ASSIGN(const auto reading, ReadTransaction::begin(m_impl->store.database()));
    TW_ASSIGN(LibraryChanges changes, m_impl->load(true));
    m_impl->dataVersion = version;
    const LibraryChanges untold = std::exchange(m_impl->untold, {});
    changes.history |= untold.history;
    changes.settings |= untold.settings;
    return changes;
}

} // namespace tw
