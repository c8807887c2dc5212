// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_preview.h"

#include "core/base/text.h"
#include "core/catalog/catalog_plan.h"
#include "core/catalog/cell_cleaning.h"
#include "core/catalog/cell_values.h"
#include "core/catalog/input/catalog_input.h"
#include "core/catalog/key_keeper.h"

namespace tw {

namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleCharacters = 200;

void look(ColumnPreview& column, const Json& cell)
{
    if (cell.isNull() || (cell.isString() && trim(cell.asString()).empty()))
        return;
    ++column.filled;
    if (column.samples.size() == kSamples)
        return;
    std::string text = truncateCharacters(singleLine(printable(cellText(cell))), kSampleCharacters);
    if (!text.empty() && std::ranges::find(column.samples, text) == column.samples.end())
        column.samples.push_back(std::move(text));
}

std::uint64_t sizeOf(const Json& cell)
{
    constexpr std::uint64_t kNumber = 8;
    std::uint64_t size = kNumber + cell.asString().size();
    for (const Json& element : cell.asArray())
        size += sizeOf(element);
    for (const auto& [name, value] : cell.asObject())
        size += name.size() + sizeOf(value);
    return size;
}

/// The catalogue that is shown: of an archive the first with titles, else the first that can be read.
Result<PlannedCatalogue> chooseCatalogue(const std::filesystem::path& file, const ReadOptions& options,
                                         const TaskContext& context)
{
    TW_ASSIGN(const std::vector<std::string> members, cataloguesInFile(file));
    std::optional<Result<PlannedCatalogue>> chosen;
    for (const std::string& member : members) {
        auto planned = planCatalogue(file, member, options, context);
        if (planned && planned->mapping.column(Field::Title))
            return planned;
        if (!chosen || (planned && !*chosen))
            chosen = std::move(planned);
    }
    return std::move(*chosen);
}

struct Sample {
    std::vector<Record> records;
    bool whole = false;
};

Result<Sample> readSample(RecordReader& reader, const TaskContext& context)
{
    Sample sample;
    std::uint64_t bytes = 0;
    while (sample.records.size() < kPreviewRecords && bytes < kPreviewBytes) {
        TW_TRY(context.check());
        TW_ASSIGN(auto record, reader.next());
        if (!record) {
            sample.whole = true;
            break;
        }
        for (const auto& [name, cell] : record->cells)
            bytes += sizeOf(cell);
        sample.records.push_back(std::move(*record));
    }
    return sample;
}

void describeReading(FilePreview& preview, const RecordReader& reader, const PlannedCatalogue& catalogue)
{
    const ReadingInfo& info = reader.info();
    preview.file = catalogue.file;
    preview.member = catalogue.member.empty() ? info.list : catalogue.member;
    preview.format = info.format;
    preview.compression = info.compression;
    preview.encoding = info.encoding;
    preview.encodingSure = info.encodingSure;
    preview.separator = info.separator;
    preview.recognisedAs = recognisedAs(reader);
    std::error_code error;
    const auto size = std::filesystem::file_size(catalogue.file, error);
    preview.bytes = error ? 0 : size;
}

/// Adds the record to the counts, and its item to the first ten.
void takeRecord(FilePreview& preview, Record& record, const PlannedCatalogue& catalogue, KeyKeeper& keys)
{
    ++preview.counts.read;
    auto item = itemFromRecord(record, catalogue.mapping, catalogue.rules, &record.mendings);
    if (!item) {
        preview.counts.add(SkippedRecord{catalogue.file, catalogue.member, record.number, record.line,
                                         record.fault ? record.fault->reason : SkipReason::NoTitle, item.error().detail});
        return;
    }
    if (keys.makeUnique(*item) == KeyKeeper::Met::Before)
        record.mendings.emplace_back(Mending::DuplicateInFiles, item->key);
    for (auto& [mending, detail] : record.mendings)
        preview.counts.add(MendedRecord{catalogue.file, catalogue.member, record.number, record.line, mending, std::move(detail)});
    ++preview.counts.items;
    if (preview.items.size() < kPreviewItems)
        preview.items.push_back(std::move(*item));
}

} // namespace

Result<FilePreview> previewCatalogFile(const std::filesystem::path& file, const ReadOptions& options,
                                       const TaskContext& context)
{
    TW_ASSIGN(PlannedCatalogue catalogue, chooseCatalogue(file, options, context));
    TW_ASSIGN(const auto reader, openRecords(file, options.encoding, catalogue.member));
    TW_ASSIGN(Sample sample, readSample(*reader, context));
    catalogue.columns = reader->columns();
    catalogue.mapping = mappingOf(catalogue.columns, options.columns);

    FilePreview preview;
    describeReading(preview, *reader, catalogue);
    preview.wholeFile = sample.whole;
    preview.hasTitle = catalogue.mapping.column(Field::Title).has_value();
    preview.hasText = catalogue.mapping.column(Field::Text).has_value();
    for (const std::string& name : catalogue.columns) {
        const auto field = catalogue.mapping.field(name);
        preview.columns.push_back(ColumnPreview{name, field == Field::Kept ? std::nullopt : field, {}, 0});
    }
    KeyKeeper keys;
    for (Record& record : sample.records) {
        for (ColumnPreview& column : preview.columns)
            look(column, record.cell(column.name));
        if (preview.hasTitle || record.fault)
            takeRecord(preview, record, catalogue, keys);
        else
            ++preview.counts.read;
    }
    return preview;
}

} // namespace tw
