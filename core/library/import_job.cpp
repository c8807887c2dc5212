// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_jobs.h"

#include "core/library/item_rows.h"
#include "core/library/library.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/library/prepared_library.h"
#include "core/library/resources.h"
#include "core/search/text_index.h"

namespace tw {

namespace {

constexpr std::size_t kReportEvery = 256;

/// Merges the items into the table in one transaction. Everything was read before it began: acts of other processes
/// wait for it, and they may wait five seconds at most.
Status storeItems(LibraryStore& store, std::span<const Item> items, ImportReport& report, const TaskContext& context)
{
    TW_ASSIGN(auto transaction, Transaction::begin(store.database()));
    TW_ASSIGN(auto rows, ItemRows::prepare(store.database()));
    TW_ASSIGN(std::uint32_t nextId, ItemRows::count(store.database()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i % kReportEvery == 0) {
            TW_TRY(context.check());
            context.report(Stage::Storing, i, items.size());
        }
        TW_ASSIGN(const ItemRows::Stored stored, rows.store(items[i], nextId));
        switch (stored) {
        case ItemRows::Stored::Added:
            ++report.added;
            ++nextId;
            break;
        case ItemRows::Stored::Updated:
            ++report.updated;
            break;
        case ItemRows::Stored::Unchanged:
            ++report.unchanged;
            break;
        }
    }
    context.report(Stage::Storing, items.size(), items.size());
    if (report.added + report.updated > 0)
        TW_TRY(store.raise(LibraryPart::Catalog));
    TW_TRY(context.check());
    return transaction.commit();
}

/// Makes a library with its first space in an empty place.
Result<ImportReport> fillLibrary(const std::filesystem::path& folder, std::span<const std::filesystem::path> files,
                                 const ReadOptions& options, const TaskContext& context)
{
    {
        TW_ASSIGN(const auto library, Library::create(folder));
    }
    const std::array bundled = {bundledCatalogue()};
    TW_ASSIGN(auto report, importFiles(folder, files.empty() ? std::span(bundled) : files, options, context));
    TW_TRY(embedCatalogue(folder, {}, nullptr, context));
    return report;
}

/// All that fillLibrary can have made in a folder that was there before.
void removeLibraryFiles(const std::filesystem::path& folder)
{
    std::error_code ignored;
    for (const auto& path : {databasePath(folder), textIndexPath(folder), embeddingCachePath(folder)})
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(path.string() + suffix, ignored);
    std::filesystem::remove_all(folder / "spaces", ignored);
    std::filesystem::remove(folder / "library.lock", ignored);
}

/// Makes the library in a hidden folder beside its place and renames it, so that it appears whole.
Result<ImportReport> createBeside(const std::filesystem::path& folder, std::span<const std::filesystem::path> files,
                                  const ReadOptions& options, const TaskContext& context)
{
    const std::filesystem::path parent = folder.parent_path();
    const std::filesystem::path fresh = parent / fmt::format(".{}.new", folder.filename().string());
    std::error_code error;
    std::filesystem::create_directories(fresh, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, fresh.string(), error.message());
    const std::filesystem::path lockFile = fresh / "create.lock";
    TW_ASSIGN(const auto lock, FileLock::acquire(lockFile, "creating a library"));
    removeLibraryFiles(fresh);
    auto report = fillLibrary(fresh, files, options, context);
    if (report) {
        std::filesystem::remove(lockFile, error);
        std::filesystem::rename(fresh, folder, error);
        if (!error)
            return report;
        report = fail(std::filesystem::exists(folder) ? ErrorCode::AlreadyExists : ErrorCode::FileUnwritable,
                      folder.string(), error.message());
    }
    std::filesystem::remove_all(fresh, error);
    return report;
}

} // namespace

Result<ImportReport> importFiles(const std::filesystem::path& libraryFolder,
                                 std::span<const std::filesystem::path> files, const ReadOptions& options,
                                 const TaskContext& context)
{
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "import"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));

    std::vector<Item> items;
    TW_ASSIGN(auto counts, readCatalogFiles(
                               files, options,
                               [&items](Item&& item) -> Status {
                                   items.push_back(std::move(item));
                                   return {};
                               },
                               context));
    ImportReport report;
    report.read = counts.read;
    report.counts = std::move(counts);
    TW_TRY(storeItems(store, items, report, context));
    if (report.added + report.updated == 0)
        return report;

    // From here on the import has happened. The full text is derived: whoever needs it next can build it.
    items.clear();
    items.shrink_to_fit();
    TW_ASSIGN(auto stored, ItemRows::loadAll(store.database()));
    static_cast<void>(TextIndex::openOrBuild(textIndexPath(libraryFolder), Catalog(std::move(stored)), context));
    return report;
}

Result<ImportReport> createLibrary(const std::filesystem::path& libraryFolder,
                                   std::span<const std::filesystem::path> files, const ReadOptions& options,
                                   const TaskContext& context)
{
    if (Library::exists(libraryFolder))
        return fail(ErrorCode::AlreadyExists, libraryFolder.string());
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::absolute(
        libraryFolder.has_filename() ? libraryFolder : libraryFolder.parent_path(), error);
    if (files.empty()) {
        auto copied = createFromPrepared(folder);
        if (copied || copied.error().code != ErrorCode::NotFound)
            return copied;
    }
    if (!std::filesystem::exists(folder, error))
        return createBeside(folder, files, options, context);
    auto report = fillLibrary(folder, files, options, context);
    if (!report && report.error().code != ErrorCode::AlreadyExists && report.error().code != ErrorCode::LibraryBusy)
        removeLibraryFiles(folder);
    return report;
}

} // namespace tw
