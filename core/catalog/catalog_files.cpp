// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_files.h"

#include "core/base/hash.h"
#include "core/catalog/record_reader.h"
#include "core/catalog/title_key.h"

namespace tw {

namespace {

/// JSON has no header: this many records show which columns there are.
constexpr int kRecordsToMeetColumns = 256;
constexpr std::uint64_t kRecordsBetweenReports = 256;

struct PlannedFile {
    std::filesystem::path path;
    ColumnMapping mapping;
    std::vector<std::string> columns;
    std::uint64_t bytes = 0;
};

bool isBrokenRecord(const Error& error)
{
    return error.code == ErrorCode::FormatBroken && error.row;
}

Result<PlannedFile> planFile(const std::filesystem::path& path, const ColumnOverrides& overrides)
{
    TW_ASSIGN(const auto reader, openRecords(path));
    for (int i = 0; i < kRecordsToMeetColumns; ++i) {
        const auto record = reader->next();
        if (!record && !isBrokenRecord(record.error()))
            return fail(record.error());
        if (record && !*record)
            break;
    }
    PlannedFile file{path, ColumnMapping::guess(reader->columns()), reader->columns(), reader->bytesTotal()};
    for (const auto& [column, field] : overrides)
        if (std::ranges::find(file.columns, column) != file.columns.end())
            file.mapping.assign(column, field);
    if (!file.mapping.column(Field::Title))
        return fail(ErrorCode::NoTitleColumn, path.string(), fmt::format("{}", fmt::join(file.columns, ", ")));
    return file;
}

Status checkOverrides(const ColumnOverrides& overrides, std::span<const PlannedFile> files)
{
    for (const auto& [column, field] : overrides) {
        const bool known = std::ranges::any_of(files, [&name = column](const PlannedFile& file) {
            return std::ranges::find(file.columns, name) != file.columns.end();
        });
        if (!known)
            return fail(ErrorCode::NotFound, column, "no such column");
    }
    return {};
}

/// Tells apart different items that share title and year and have no id: the second gets "-2" behind its key.
class KeyKeeper {
public:
    void makeUnique(Item& item)
    {
        if (item.key != titleKey(item))
            return;
        const std::uint64_t content = contentHash(item);
        const std::string base = item.key;
        for (int copy = 2; !m_contentByKey.try_emplace(hash64(item.key), content).second; ++copy) {
            if (m_contentByKey.at(hash64(item.key)) == content)
                return; // the same record again
            item.key = fmt::format("{}-{}", base, copy);
        }
    }

private:
    static std::uint64_t contentHash(const Item& item)
    {
        return hash64(fmt::format("{}\x1f{}\x1f{}\x1f{}", item.text, fmt::join(item.directors, "\x1e"),
                                  fmt::join(item.cast, "\x1e"), fmt::join(item.genres, "\x1e")));
    }
    std::unordered_map<std::uint64_t, std::uint64_t> m_contentByKey;
};

class FilesReading {
public:
    FilesReading(const std::function<Status(Item&&)>& onItem, const TaskContext& context, ReadObserver* observer,
                 std::uint64_t bytesTotal)
        : m_onItem(onItem), m_context(context), m_observer(observer), m_bytesTotal(bytesTotal)
    {
    }

    Status readFile(const PlannedFile& file)
    {
        TW_ASSIGN(const auto reader, openRecords(file.path));
        while (true) {
            TW_TRY(m_context.check());
            auto record = reader->next();
            if (record && !*record)
                break;
            if (!record && !isBrokenRecord(record.error()))
                return fail(record.error());
            if (m_counts.read++ % kRecordsBetweenReports == 0)
                m_context.report(Stage::Reading, m_bytesBefore + reader->bytesRead(), m_bytesTotal);
            if (!record) {
                skip(file, record.error());
                continue;
            }
            auto item = itemFromRecord(**record, file.mapping);
            if (!item) {
                skip(file, item.error());
                continue;
            }
            m_keys.makeUnique(*item);
            TW_TRY(m_onItem(std::move(*item)));
            ++m_counts.items;
        }
        m_bytesBefore += file.bytes;
        m_context.report(Stage::Reading, m_bytesBefore, m_bytesTotal);
        return {};
    }

    ReadCounts takeCounts() { return std::move(m_counts); }

private:
    void skip(const PlannedFile& file, const Error& reason)
    {
        SkippedRecord record{file.path, {}, reason.row.value_or(0), 0, SkipReason::NotARecord, reason.detail};
        if (reason.detail == "no title")
            record.reason = SkipReason::NoTitle;
        if (m_observer)
            m_observer->skipped(record);
        m_counts.add(std::move(record));
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

Result<ReadCounts> readCatalogFiles(std::span<const std::filesystem::path> files, const ReadOptions& options,
                                    const std::function<Status(Item&&)>& onItem, const TaskContext& context,
                                    ReadObserver* observer)
{
    // All files are looked at before the first item goes out, so that a wrong one is found in time.
    std::vector<PlannedFile> planned;
    std::uint64_t bytesTotal = 0;
    for (const std::filesystem::path& path : files) {
        TW_TRY(context.check());
        TW_ASSIGN(PlannedFile file, planFile(path, options.columns));
        bytesTotal += file.bytes;
        planned.push_back(std::move(file));
    }
    TW_TRY(checkOverrides(options.columns, planned));
    FilesReading reading(onItem, context, observer, bytesTotal);
    for (const PlannedFile& file : planned) {
        TW_TRY(reading.readFile(file));
    }
    return reading.takeCounts();
}

} // namespace tw
