// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_files.h"

#include "core/base/hash.h"
#include "core/catalog/catalog_plan.h"
#include "core/catalog/key_keeper.h"
#include "core/catalog/read_limits.h"

#include <set>

namespace tw {

namespace {

constexpr std::uint64_t kRecordsBetweenReports = 256;

/// A column set by hand must be in one of the files it is set for.
Status checkOverrides(std::span<const CatalogFile> files,
                      const std::vector<std::vector<PlannedCatalogue>>& catalogues)
{
    std::set<std::pair<std::string, Field>> known;
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const auto& override : files[i].options.columns)
            if (std::ranges::any_of(catalogues[i], [&name = override.first](const PlannedCatalogue& catalogue) {
                    return std::ranges::find(catalogue.columns, name) != catalogue.columns.end();
                }))
                known.insert(override);
    for (const CatalogFile& file : files)
        for (const auto& override : file.options.columns)
            if (!known.contains(override))
                return fail(ErrorCode::NotFound, override.first, "no such column");
    return {};
}

class FilesReading {
public:
    FilesReading(const std::function<Status(Item&&)>& onItem, const TaskContext& context, ReadObserver* observer,
                 std::uint64_t bytesTotal)
        : m_onItem(onItem), m_context(context), m_observer(observer), m_bytesTotal(bytesTotal)
    {
    }

    Status read(PlannedCatalogue catalogue)
    {
        TW_ASSIGN(const auto reader, openRecords(catalogue.file, catalogue.encoding, catalogue.member));
        while (true) {
            TW_TRY(m_context.check());
            TW_ASSIGN(auto record, reader->next());
            if (!record)
                break;
            if (m_counts.read++ % kRecordsBetweenReports == 0)
                m_context.report(Stage::Reading, m_bytesBefore + std::min(reader->bytesRead(), catalogue.bytes), m_bytesTotal);
            if (m_counts.read > kMaxRecords)
                return fail(ErrorCode::Unsupported, catalogue.file.string(), fmt::format("more than {} records", kMaxRecords));
            // Members of JSON records can be met late.
            if (reader->columns().size() > catalogue.columns.size()) {
                catalogue.columns = reader->columns();
                catalogue.mapping.extend(catalogue.columns);
            }
            TW_TRY(handOver(catalogue, *record));
        }
        m_bytesBefore += catalogue.bytes;
        m_context.report(Stage::Reading, m_bytesBefore, m_bytesTotal);
        return {};
    }

    ReadCounts takeCounts() { return std::move(m_counts); }

private:
    Status handOver(const PlannedCatalogue& catalogue, Record& record)
    {
        auto item = itemFromRecord(record, catalogue.mapping, catalogue.rules, &record.mendings);
        if (!item) {
            skip(catalogue, record, item.error());
            return {};
        }
        if (m_keys.makeUnique(*item) == KeyKeeper::Met::Before)
            record.mendings.emplace_back(Mending::DuplicateInFiles, item->key);
        for (auto& [mending, detail] : record.mendings)
            mend(MendedRecord{catalogue.file, catalogue.member, record.number, record.line, mending, std::move(detail)});
        TW_TRY(m_onItem(std::move(*item)));
        ++m_counts.items;
        return {};
    }

    void skip(const PlannedCatalogue& catalogue, const Record& record, const Error& error)
    {
        SkippedRecord skipped{catalogue.file, catalogue.member, record.number, record.line, SkipReason::NoTitle, error.detail};
        if (record.fault)
            skipped.reason = record.fault->reason;
        if (m_observer)
            m_observer->skipped(skipped);
        m_counts.add(std::move(skipped));
    }

    void mend(MendedRecord mended)
    {
        if (m_observer)
            m_observer->mended(mended);
        m_counts.add(std::move(mended));
    }

    const std::function<Status(Item&&)>& m_onItem;
    const TaskContext& m_context;
    ReadObserver* m_observer;
    std::uint64_t m_bytesTotal;
    std::uint64_t m_bytesBefore = 0;
    ReadCounts m_counts;
    KeyKeeper m_keys;
};

} // namespace

Result<ReadCounts> readCatalogFiles(std::span<const CatalogFile> files, const std::function<Status(Item&&)>& onItem,
                                    const TaskContext& context, ReadObserver* observer)
{
    // All files are looked at before the first item goes out, so that a wrong one is found in time.
    std::vector<std::vector<PlannedCatalogue>> planned;
    std::uint64_t bytesTotal = 0;
    for (const CatalogFile& file : files) {
        TW_TRY(context.check());
        TW_ASSIGN(std::vector<PlannedCatalogue> catalogues, planFile(file.path, file.options, context));
        for (const PlannedCatalogue& catalogue : catalogues)
            bytesTotal += catalogue.bytes;
        planned.push_back(std::move(catalogues));
    }
    TW_TRY(checkOverrides(files, planned));
    FilesReading reading(onItem, context, observer, bytesTotal);
    for (std::vector<PlannedCatalogue>& catalogues : planned)
        for (PlannedCatalogue& catalogue : catalogues)
            TW_TRY(reading.read(std::move(catalogue)));
    return reading.takeCounts();
}

} // namespace tw
