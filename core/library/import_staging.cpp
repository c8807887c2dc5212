// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/import_staging.h"

#include "core/library/same_thing.h"

namespace tw {

namespace {

constexpr const char* kFileName = "import.sqlite";
constexpr std::int64_t kRowsBetweenChecks = 256;
/// Nothing in the file outlives the import, so nothing in it need survive a crash.
constexpr std::string_view kSettings = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-49152;";
/// The tree of keys grows at random places: on a million items it is some 40 MB.
constexpr std::string_view kCopySettings = "PRAGMA cache_size=-49152";
/// Whoever opens the library reads its log. Not long: acts wait meanwhile.
constexpr std::string_view kEmptyLog = "PRAGMA busy_timeout=200; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout=5000;";
constexpr std::string_view kUsualSettings = "PRAGMA cache_size=-2000";

void removeDatabase(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix, ignored);
}

bool lacksText(const Item& item)
{
    return item.text.empty() && item.tagline.empty();
}

/// The staged file as "staging" on the library's connection.
class Attached {
public:
    static Result<Attached> attach(Database& library, const std::filesystem::path& file)
    {
        TW_ASSIGN(auto attaching, library.prepare("ATTACH ? AS staging"));
        TW_TRY(attaching.bind(1, std::string_view(file.string())));
        TW_TRY(attaching.run());
        return Attached(&library);
    }
    Attached(Attached&& other) noexcept : m_library(std::exchange(other.m_library, nullptr)) {}
    ~Attached()
    {
        if (m_library)
            static_cast<void>(m_library->execute("DETACH staging"));
    }

private:
    explicit Attached(Database* library) : m_library(library) {}
    Database* m_library;
};

Status copyRows(LibraryStore& library, const TaskContext& context)
{
    TW_ASSIGN(auto range, library.database().prepare("SELECT min(id), max(id) FROM staging.items"));
    TW_TRY(range.step());
    const std::int64_t first = range.integer(0);
    const std::int64_t end = range.integer(1) + 1;
    range.reset();
    const auto report = [&](std::int64_t id) {
        context.report(Stage::Storing, static_cast<std::uint64_t>(id - first), static_cast<std::uint64_t>(end - first));
    };
    for (std::int64_t id = first; id < end; id += kRowsBetweenChecks) {
        TW_TRY(context.check());
        report(id);
        TW_TRY(ItemRows::copy(library.database(), "staging", id, id + kRowsBetweenChecks - 1));
    }
    report(end);
    return context.check();
}

} // namespace

ImportStaging::ImportStaging(std::filesystem::path file, Database database, LibraryStore* library)
    : m_file(std::move(file)), m_database(std::move(database)), m_library(library)
{
}

ImportStaging::~ImportStaging()
{
    m_stagedRows.reset();
    m_database.reset();
    if (!m_file.empty())
        removeDatabase(m_file);
}

Result<std::unique_ptr<ImportStaging>> ImportStaging::begin(const std::filesystem::path& libraryFolder,
                                                            LibraryStore& library)
{
    sweep(libraryFolder);
    const std::filesystem::path file = libraryFolder / kFileName;
    TW_ASSIGN(auto database, Database::open(file, Database::Mode::ReadWrite, Database::Durability::Derived));
    std::unique_ptr<ImportStaging> staging(new ImportStaging(file, std::move(database), &library));
    TW_TRY(staging->prepare());
    return staging;
}

Result<std::unique_ptr<ImportStaging>> ImportStaging::beginTrial(LibraryStore* library)
{
    TW_ASSIGN(auto database, Database::open({}, Database::Mode::ReadWrite, Database::Durability::Derived));
    std::unique_ptr<ImportStaging> staging(new ImportStaging({}, std::move(database), library));
    TW_TRY(staging->prepare());
    return staging;
}

void ImportStaging::sweep(const std::filesystem::path& libraryFolder)
{
    removeDatabase(libraryFolder / kFileName);
}

Status ImportStaging::prepare()
{
    TW_TRY(m_database->execute(kSettings));
    TW_TRY(m_database->execute(itemTableSql()));
    TW_TRY(m_database->execute("BEGIN"));
    TW_ASSIGN(m_stagedRows, ItemRows::prepare(*m_database));
    if (!m_library)
        return {};
    TW_ASSIGN(m_nextId, ItemRows::count(m_library->database()));
    if (m_nextId > 0) {
        TW_ASSIGN(m_libraryRows, ItemRows::prepare(m_library->database()));
    }
    return {};
}

Result<std::optional<ImportStaging::Known>> ImportStaging::find(const std::string& key)
{
    TW_ASSIGN(auto staged, m_stagedRows->find(key));
    if (staged)
        return Known{std::move(*staged), true};
    if (!m_libraryRows)
        return std::nullopt;
    TW_ASSIGN(auto stored, m_libraryRows->find(key));
    if (stored)
        return Known{std::move(*stored), false};
    return std::nullopt;
}

Status ImportStaging::add(Item item)
{
    item.id = ItemId(m_nextId);
    TW_TRY(m_stagedRows->put(item));
    ++m_nextId;
    ++m_counts.added;
    m_counts.withoutText += lacksText(item) ? 1 : 0;
    return {};
}

Result<ItemRows::Stored> ImportStaging::merge(const Known& known, const Item& item)
{
    const Item wanted = merged(known.item, item);
    if (sameContent(known.item, wanted)) {
        ++m_counts.unchanged;
        return ItemRows::Stored::Unchanged;
    }
    TW_TRY(m_stagedRows->put(wanted));
    ++m_counts.updated;
    m_counts.withoutText -= known.staged && lacksText(known.item) ? 1 : 0;
    m_counts.withoutText += lacksText(wanted) ? 1 : 0;
    return ItemRows::Stored::Updated;
}

Result<ItemRows::Stored> ImportStaging::store(Item item)
{
    joinLines(item);
    const std::string ownKey = item.key;
    for (int copy = 1;; ++copy) {
        item.key = copyOfKey(ownKey, copy);
        TW_ASSIGN(const std::optional<Known> known, find(item.key));
        if (known && copy < kMaxKeyCopies && !sameThing(known->item, item))
            continue;
        m_counts.rekeyed += copy > 1 ? 1 : 0;
        if (known)
            return merge(*known, item);
        TW_TRY(add(std::move(item)));
        return ItemRows::Stored::Added;
    }
}

Status ImportStaging::copyInto(LibraryStore& library, const TaskContext& context)
{
    m_stagedRows.reset();
    m_libraryRows.reset();
    TW_TRY(m_database->execute("COMMIT"));
    m_database.reset();

    TW_TRY(library.database().execute(kCopySettings));
    TW_ASSIGN(const auto attached, Attached::attach(library.database(), m_file));
    TW_ASSIGN(auto transaction, Transaction::begin(library.database()));
    TW_TRY(copyRows(library, context));
    TW_TRY(library.raise(LibraryPart::Catalog));
    TW_TRY(transaction.commit());
    // The import has happened; what follows only tidies up. Others that are reading keep the log from being emptied.
    static_cast<void>(library.database().execute(kEmptyLog));
    static_cast<void>(library.database().execute(kUsualSettings));
    return {};
}

} // namespace tw
