// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_files.h"

#include "core/base/hash.h"
#include "core/catalog/catalog_plan.h"
#include "core/catalog/key_keeper.h"
#include "core/catalog/read_limits.h"

namespace tw {

namespace {

constexpr std::uint64_t kRecordsBetweenReports = 256;

Status checkOverrides(const ColumnOverrides& overrides, std::span<const PlannedCatalogue> catalogues)
{
    for (const auto& [column, field] : overrides) {
        const bool known = std::ranges::any_of(catalogues, [&name = column](const PlannedCatalogue& catalogue) {
            return std::ranges::find(catalogue.columns, name) != catalogue.columns.end();
        });
        if (!known)
            return fail(ErrorCode::NotFound, column, "no such column");
    }
    return {};
}

class FilesReading {
public:
    FilesReading(const ReadOptions& options, const std::function<Status(Item&&)>& onItem, const TaskContext& context,
                 ReadObserver* observer, std::uint64_t bytesTotal)
        : m_options(options), m_onItem(onItem), m_context(context), m_observer(observer), m_bytesTotal(bytesTotal)
    {
    }

    Status read(PlannedCatalogue catalogue)
    {
        TW_ASSIGN(const auto reader, openRecords(catalogue.file, m_options.encoding, catalogue.member));
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

    const ReadOptions& m_options;
    const std::function<Status(Item&&)>& m_onItem;
    const TaskContext& m_context;
    ReadObserver* m_observer;
    std::uint64_t m_bytesTotal;
    std::uint64_t m_bytesBefore = 0;
    ReadCounts m_counts;
    KeyKeeper m_keys;
};

} // namespace

Result<ReadCounts> readCatalogFiles(std::span<const std::filesystem::path> files, const ReadOptions& options,
                                    const std::function<Status(Item&&)>& onItem, const TaskContext& context,
                                    ReadObserver* observer)
{
    // All files are looked at before the first item goes out, so that a wrong one is found in time.
    std::vector<PlannedCatalogue> planned;
    std::uint64_t bytesTotal = 0;
    for (const std::filesystem::path& path : files) {
        TW_TRY(context.check());
        TW_ASSIGN(std::vector<PlannedCatalogue> catalogues, planFile(path, options, context));
        for (PlannedCatalogue& catalogue : catalogues) {
            bytesTotal += catalogue.bytes;
            planned.push_back(std::move(catalogue));
        }
    }
    TW_TRY(checkOverrides(options.columns, planned));
    FilesReading reading(options, onItem, context, observer, bytesTotal);
    for (PlannedCatalogue& catalogue : planned) {
        TW_TRY(reading.read(std::move(catalogue)));
    }
    return reading.takeCounts();
}

} // namespace tw
