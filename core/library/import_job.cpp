// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/import_report.h"
#include "core/library/import_staging.h"
#include "core/library/item_rows.h"
#include "core/library/library_jobs.h"
#include "core/library/library_lock.h"
#include "core/library/library_store.h"
#include "core/search/text_index.h"

namespace tw {

namespace {

/// Reads all files into the staging.
Result<ImportReport> stage(ImportStaging& staging, std::span<const CatalogFile> files, ImportReportWriter& records,
                           const TaskContext& context)
{
    const auto store = [&](Item&& item) -> Status {
        TW_TRY(staging.store(std::move(item)));
        return records.status();
    };
    TW_ASSIGN(auto counts, readCatalogFiles(files, store, context, &records));
    TW_TRY(records.status());
    ImportReport report;
    report.read = counts.read;
    report.counts = std::move(counts);
    report.added = staging.counts().added;
    report.updated = staging.counts().updated;
    report.unchanged = staging.counts().unchanged;
    report.rekeyed = staging.counts().rekeyed;
    report.withoutText = staging.counts().withoutText;
    return report;
}

Status buildTextIndex(LibraryStore& store, const std::filesystem::path& libraryFolder, const TaskContext& context)
{
    TW_ASSIGN(const std::uint64_t count, ItemRows::count(store.database()));
    TW_ASSIGN(const auto reading, ReadTransaction::begin(store.database()));
    const auto visit = [&store](const ItemReceiver& receive) {
        return ItemRows::forEach(store.database(), [&receive](Item&& item) { return receive(item); });
    };
    return TextIndex::build(textIndexPath(libraryFolder), count, visit, context);
}

} // namespace

Result<ImportReport> importFiles(const std::filesystem::path& libraryFolder,
                                 std::span<const CatalogFile> files, const TaskContext& context)
{
    TW_ASSIGN(const auto lock, lockLibrary(libraryFolder, "import"));
    TW_ASSIGN(auto store, LibraryStore::open(libraryFolder, Database::Mode::ReadWrite));
    // Known items are found through an index, which reading all rows does not verify.
    TW_TRY(store.database().fullCheck());
    sweepImports(libraryFolder);

    ImportReport report;
    ImportReportWriter records(newImportReport(libraryFolder));
    {
        TW_ASSIGN(const auto staging, ImportStaging::begin(libraryFolder, store));
        TW_ASSIGN(report, stage(*staging, files, records, context));
        if (report.added + report.updated > 0)
            TW_TRY(staging->copyInto(store, context));
    }

    // From here on the import has happened. The list is a help; the full text is derived: whoever needs it next can
    // build it.
    report.reportFile = records.publish().value_or(std::filesystem::path());
    tidyImportReports(libraryFolder);
    if (report.added + report.updated > 0)
        static_cast<void>(buildTextIndex(store, libraryFolder, context));
    return report;
}

Result<ImportReport> tryImport(const std::filesystem::path& libraryFolder,
                               std::span<const CatalogFile> files, const TaskContext& context,
                               const std::filesystem::path& reportTo)
{
    std::optional<LibraryStore> store;
    if (auto opened = LibraryStore::open(libraryFolder, isWritable(libraryFolder) ? Database::Mode::ReadWrite
                                                                                  : Database::Mode::ReadOnly))
        store.emplace(std::move(*opened));
    else if (opened.error().code != ErrorCode::NotFound)
        return fail(opened.error());
    TW_ASSIGN(const auto staging, ImportStaging::beginTrial(store ? &*store : nullptr));
    ImportReportWriter records(reportTo);
    TW_ASSIGN(auto report, stage(*staging, files, records, context));
    TW_ASSIGN(report.reportFile, records.publish());
    return report;
}

void sweepImports(const std::filesystem::path& libraryFolder)
{
    ImportStaging::sweep(libraryFolder);
    tidyImportReports(libraryFolder);
}

} // namespace tw
