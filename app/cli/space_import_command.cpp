// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/library_output.h"
#include "core/base/text.h"

namespace tw::cli {
namespace {

constexpr std::size_t kRowsShown = 10;

std::string_view formatName(VectorFormat format)
{
    switch (format) {
    case VectorFormat::Npy: return "npy";
    case VectorFormat::Fvecs: return "fvecs";
    case VectorFormat::Table: return "table";
    case VectorFormat::Faiss: return "faiss";
    }
    return {};
}

std::string_view matchingName(RowMatching matching)
{
    switch (matching) {
    case RowMatching::KeysFile: return "keys_file";
    case RowMatching::KeyColumn: return "key_column";
    case RowMatching::CatalogueOrder: return "catalogue_order";
    }
    return {};
}

std::string_view matchingText(RowMatching matching)
{
    switch (matching) {
    case RowMatching::KeysFile: return "by the file of keys";
    case RowMatching::KeyColumn: return "by the column of keys";
    case RowMatching::CatalogueOrder: return "in the order of the catalogue";
    }
    return {};
}

std::string_view reasonName(LeftOutRow::Reason reason)
{
    switch (reason) {
    case LeftOutRow::Reason::ZeroVector: return "zero_vector";
    case LeftOutRow::Reason::UnknownItem: return "unknown_item";
    case LeftOutRow::Reason::Ambiguous: return "ambiguous";
    case LeftOutRow::Reason::Repeated: return "repeated";
    }
    return {};
}

std::string leftOutText(const std::vector<LeftOutRow>& rows)
{
    std::string text = fmt::format("{} rows left out:\n", rows.size());
    for (std::size_t i = 0; i < std::min(rows.size(), kRowsShown); ++i)
        text += fmt::format("  row {}: {} {}\n", rows[i].row, reasonName(rows[i].reason),
                            printable(truncateCharacters(rows[i].key, 60)));
    if (rows.size() > kRowsShown)
        text += fmt::format("  and {} more (all of them with --json)\n", rows.size() - kRowsShown);
    return text;
}

} // namespace

Result<Answer> runSpaceImport(const Arguments& arguments, const TaskContext& context)
{
    ImportSpaceRequest request = arguments.vectors;
    request.index = arguments.index;
    TW_ASSIGN(const ImportSpaceReport report, importSpace(arguments.library, request, context));
    Answer answer;
    answer.json.set("space", spacesJson({report.space}).asArray().front());
    answer.json.set("format", formatName(report.format));
    answer.json.set("matched", matchingName(report.matching));
    answer.json.set("rows", report.rows);
    answer.json.set("imported", report.imported);
    answer.json.set("items_without", report.itemsWithout);
    answer.json.set("replaced", report.replaced);
    Json leftOut{Json::Array{}};
    for (const LeftOutRow& row : report.leftOut) {
        Json entry;
        entry.set("row", row.row);
        entry.set("reason", reasonName(row.reason));
        entry.set("key", row.key);
        leftOut.push(std::move(entry));
    }
    answer.json.set("left_out", std::move(leftOut));
    answer.text = fmt::format("{} of {} vectors of {} numbers imported into {}, matched {}; {} items without one; index {}\n",
                              report.imported, report.rows, report.space.dim, report.space.id,
                              matchingText(report.matching), report.itemsWithout, indexName(report.space.index));
    if (!report.leftOut.empty())
        answer.text += leftOutText(report.leftOut);
    return answer;
}

} // namespace tw::cli
