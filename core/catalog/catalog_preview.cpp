// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_preview.h"

#include "core/base/text.h"
#include "core/catalog/cell_values.h"

namespace tw {

namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleCharacters = 200;

void look(ColumnPreview& column, const Json& cell)
{
    std::string text = singleLine(printable(cellText(cell)));
    if (text.empty())
        return;
    ++column.filled;
    if (column.samples.size() == kSamples)
        return;
    text = truncateCharacters(text, kSampleCharacters);
    if (std::ranges::find(column.samples, text) == column.samples.end())
        column.samples.push_back(std::move(text));
}

bool isBrokenRecord(const Error& error) { return error.code == ErrorCode::FormatBroken && error.row; }

} // namespace

Result<FilePreview> previewCatalogFile(const std::filesystem::path& file, const ReadOptions& options,
                                       const TaskContext& context)
{
    TW_ASSIGN(const auto reader, openRecords(file));
    FilePreview preview;
    preview.file = file;
    preview.format = reader->format();
    preview.encoding = "UTF-8";
    preview.separator = preview.format == FileFormat::Tsv ? '\t' : ',';
    preview.bytes = reader->bytesTotal();
    std::vector<Record> records;
    while (preview.counts.read < kPreviewRecords && reader->bytesRead() < kPreviewBytes + (64U << 10)) {
        TW_TRY(context.check());
        auto record = reader->next();
        if (!record && !isBrokenRecord(record.error()))
            return fail(record.error());
        if (record && !*record) {
            preview.wholeFile = true;
            break;
        }
        ++preview.counts.read;
        if (record)
            records.push_back(std::move(**record));
        else
            preview.counts.add(SkippedRecord{file, {}, *record.error().row, 0, SkipReason::NotARecord, record.error().detail});
    }
    ColumnMapping mapping = ColumnMapping::guess(reader->columns());
    for (const auto& [column, field] : options.columns)
        mapping.assign(column, field);
    for (const std::string& name : reader->columns())
        preview.columns.push_back(ColumnPreview{name, mapping.field(name), {}, 0});
    preview.hasTitle = mapping.column(Field::Title).has_value();
    preview.hasText = mapping.column(Field::Text).has_value();
    for (const Record& record : records) {
        for (ColumnPreview& column : preview.columns)
            look(column, record.cell(column.name));
        auto item = itemFromRecord(record, mapping);
        if (!item) {
            preview.counts.add(SkippedRecord{file, {}, record.number, 0, SkipReason::NoTitle, item.error().detail});
            continue;
        }
        ++preview.counts.items;
        if (preview.items.size() < kPreviewItems)
            preview.items.push_back(std::move(*item));
    }
    return preview;
}

} // namespace tw
