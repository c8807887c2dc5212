// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_output.h"

#include "core/base/text.h"
#include "core/embedding/item_text.h"

namespace tw::cli {
namespace {

constexpr std::size_t kSkippedShown = 10;
constexpr std::size_t kCellShown = 60;
constexpr std::size_t kTextShown = 400;

/// Data on one line of the terminal: nothing in it can begin a line of its own.
std::string oneLine(std::string_view text, std::size_t most)
{
    std::string line = printable(text);
    std::ranges::replace(line, '\n', ' ');
    std::string cut = truncateCharacters(line, most);
    if (cut.size() < line.size())
        cut += "…";
    return cut;
}

std::string_view formatName(FileFormat format)
{
    switch (format) {
    case FileFormat::Csv: return "csv";
    case FileFormat::Tsv: return "tsv";
    case FileFormat::JsonArray: return "json";
    case FileFormat::JsonLines: return "json_lines";
    case FileFormat::JsonObject: return "json_object";
    }
    return {};
}

/// "no_title 3, broken_json 1".
template <class Key>
std::string countsText(const std::map<Key, std::uint64_t>& counts, std::string_view (*name)(Key))
{
    std::string text;
    for (const auto& [key, count] : counts)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name(key), count);
    return text;
}

template <class Key>
Json countsJson(const std::map<Key, std::uint64_t>& counts, std::string_view (*name)(Key))
{
    Json object{Json::Object{}};
    for (const auto& [key, count] : counts)
        object.set(std::string(name(key)), count);
    return object;
}

std::string placeText(const SkippedRecord& record)
{
    std::string place = oneLine(record.file.filename().string(), kCellShown);
    if (!record.member.empty())
        place += "/" + oneLine(record.member, kCellShown);
    place += fmt::format(", row {}", record.row);
    if (record.line > 0)
        place += fmt::format(", line {}", record.line);
    return place;
}

Json skippedJson(const ReadCounts& counts)
{
    Json list{Json::Array{}};
    for (const SkippedRecord& record : counts.skipped) {
        if (list.asArray().size() == kSkippedShown)
            break;
        Json entry;
        entry.set("file", record.file.string());
        entry.set("member", record.member);
        entry.set("row", record.row);
        entry.set("line", record.line > 0 ? Json(record.line) : Json());
        entry.set("reason", skipReasonName(record.reason));
        entry.set("detail", record.detail);
        list.push(std::move(entry));
    }
    return list;
}

std::string recordsText(const ImportReport& report)
{
    const ReadCounts& counts = report.counts;
    std::string text = fmt::format("{} read, {} added, {} updated, {} unchanged, {} left out\n", report.read,
                                   report.added, report.updated, report.unchanged, counts.skippedCount());
    if (report.rekeyed > 0)
        text += fmt::format("{} under another key, as theirs belongs to another item\n", report.rekeyed);
    if (report.withoutText > 0)
        text += fmt::format("{} without text and tagline: embedded from title and facts\n", report.withoutText);
    if (!counts.mendedByKind.empty())
        text += "mended: " + countsText(counts.mendedByKind, mendingName) + "\n";
    if (!counts.skippedByReason.empty())
        text += "left out: " + countsText(counts.skippedByReason, skipReasonName) + "\n";
    for (std::size_t i = 0; i < std::min(kSkippedShown, counts.skipped.size()); ++i) {
        const SkippedRecord& record = counts.skipped[i];
        text += fmt::format("  {}: {}{}{}\n", placeText(record), skipReasonName(record.reason),
                            record.detail.empty() ? "" : ", ", oneLine(record.detail, kTextShown));
    }
    if (counts.skippedCount() > kSkippedShown)
        text += fmt::format("  and {} more\n", counts.skippedCount() - kSkippedShown);
    if (!report.reportFile.empty())
        text += fmt::format("all of them: {}\n", report.reportFile.string());
    return text;
}

Json columnJson(const ColumnPreview& column)
{
    Json entry;
    entry.set("name", column.name);
    entry.set("field", column.field ? Json(fieldName(*column.field)) : Json());
    entry.set("samples", Json::Array(column.samples.begin(), column.samples.end()));
    entry.set("filled", column.filled);
    return entry;
}

Json itemJson(const Item& item)
{
    Json entry;
    entry.set("key", item.key);
    entry.set("title", item.title);
    entry.set("year", item.year ? Json(*item.year) : Json());
    entry.set("genres", Json::Array(item.genres.begin(), item.genres.end()));
    entry.set("text", truncateCharacters(item.text, kTextShown));
    return entry;
}

std::string exampleOf(const FilePreview& preview)
{
    return preview.items.empty() ? std::string() : itemText(preview.items.front(), TextTemplate::standard());
}

std::string formatText(const FilePreview& preview)
{
    std::string text(formatName(preview.format));
    if (preview.format == FileFormat::Csv && preview.separator != ',')
        text += fmt::format(" with \"{}\"", preview.separator == ':' ? "::" : std::string(1, preview.separator));
    text += fmt::format(", {}{}", preview.encoding, preview.encodingSure ? "" : " (a guess; see --encoding)");
    if (!preview.compression.empty())
        text += ", " + preview.compression;
    if (!preview.recognisedAs.empty())
        text += ", " + preview.recognisedAs;
    return text;
}

} // namespace

void addReport(Answer& answer, const ImportReport& report)
{
    answer.json.set("read", report.read);
    answer.json.set("added", report.added);
    answer.json.set("updated", report.updated);
    answer.json.set("unchanged", report.unchanged);
    answer.json.set("rekeyed", report.rekeyed);
    answer.json.set("without_text", report.withoutText);
    answer.json.set("skipped_by_reason", countsJson(report.counts.skippedByReason, skipReasonName));
    answer.json.set("mended_by_kind", countsJson(report.counts.mendedByKind, mendingName));
    answer.json.set("first_skipped", skippedJson(report.counts));
    answer.json.set("report", report.reportFile.empty() ? Json() : Json(report.reportFile.string()));
    answer.text = recordsText(report) + answer.text;
}

Json previewJson(const FilePreview& preview)
{
    Json file;
    file.set("file", preview.file.string());
    file.set("member", preview.member);
    file.set("format", formatName(preview.format));
    file.set("compression", preview.compression);
    file.set("encoding", preview.encoding);
    file.set("encoding_sure", preview.encodingSure);
    file.set("separator", std::string(1, preview.separator));
    file.set("bytes", preview.bytes);
    file.set("recognised_as", preview.recognisedAs);
    Json columns{Json::Array{}};
    for (const ColumnPreview& column : preview.columns)
        columns.push(columnJson(column));
    file.set("columns", std::move(columns));
    file.set("has_title", preview.hasTitle);
    file.set("has_text", preview.hasText);
    Json items{Json::Array{}};
    for (const Item& item : preview.items)
        items.push(itemJson(item));
    file.set("first_items", std::move(items));
    file.set("example_text", exampleOf(preview));
    file.set("records_looked_at", preview.counts.read);
    file.set("whole_file", preview.wholeFile);
    return file;
}

std::string previewText(const FilePreview& preview)
{
    std::string text = preview.file.string();
    if (!preview.member.empty())
        text += "/" + oneLine(preview.member, kCellShown);
    text += ": " + formatText(preview) + "\n";
    for (const ColumnPreview& column : preview.columns) {
        std::string samples;
        for (const std::string& sample : column.samples)
            samples += (samples.empty() ? "" : " | ") + oneLine(sample, kCellShown / 2);
        text += fmt::format("  {:<20} {:<15} {}\n", oneLine(column.name, 20),
                            column.field ? fieldName(*column.field) : "(kept beside)", samples);
    }
    if (!preview.hasTitle)
        text += "  No column looks like a title: name it with --map COLUMN=title.\n";
    else if (!preview.hasText)
        text += "  No column looks like a text: items are embedded from title and facts.\n";
    for (const Item& item : preview.items) {
        text += fmt::format("  - {} [{}]", oneLine(item.titleWithYear(), kCellShown), oneLine(item.key, kCellShown));
        text += item.genres.empty() ? "\n" : " " + oneLine(fmt::format("{}", fmt::join(item.genres, ", ")), kCellShown) + "\n";
    }
    if (!preview.items.empty())
        text += "  What is embedded of the first: " + oneLine(exampleOf(preview), kTextShown) + "\n";
    return text;
}

} // namespace tw::cli
