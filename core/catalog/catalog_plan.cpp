// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_plan.h"

#include "core/catalog/formats/known_files.h"
#include "core/catalog/input/catalog_input.h"

namespace tw {

namespace {

/// JSON has no header: this many records show which columns there are.
constexpr int kRecordsToMeetColumns = 256;

Error noTitle(const PlannedCatalogue& catalogue)
{
    const std::string_view kind = looksLikeByColumns(catalogue.columns);
    const std::string name = catalogue.member.empty() ? catalogue.file.string()
                                                      : catalogue.file.string() + "/" + catalogue.member;
    const std::string columns = fmt::format("{}", fmt::join(catalogue.columns, ", "));
    constexpr std::size_t kMost = 2000;
    return Error{ErrorCode::NoTitleColumn, name,
                 (kind.empty() ? std::string() : fmt::format("looks like {}; ", kind)) + "columns: " + columns.substr(0, kMost),
                 std::nullopt};
}

bool isNoCatalogue(const Error& error)
{
    return error.code == ErrorCode::FormatUnknown || error.code == ErrorCode::NoTitleColumn;
}

} // namespace

ColumnMapping mappingOf(std::span<const std::string> columns, const ColumnOverrides& overrides)
{
    ColumnMapping mapping = ColumnMapping::guess(columns);
    for (const auto& [column, field] : overrides)
        if (std::ranges::find(columns, column) != columns.end())
            mapping.assign(column, field);
    return mapping;
}

std::string recognisedAs(const RecordReader& reader)
{
    return reader.info().recognisedAs.empty() ? recogniseColumns(reader.columns()) : reader.info().recognisedAs;
}

ItemRules rulesFor(std::span<const std::string> columns, const ReadOptions& options)
{
    ItemRules rules;
    rules.repairDoubleEncoding = options.repairDoubleEncoding;
    // Books are older than films.
    const bool books = std::ranges::any_of(columns, [](const std::string& column) {
        const std::string name = normalisedColumn(column);
        return name.starts_with("isbn") || name == "bookid" || name == "booktitle";
    });
    if (books)
        rules.earliestYear = 1000;
    return rules;
}

Result<PlannedCatalogue> planCatalogue(const std::filesystem::path& file, const std::string& member,
                                       const ReadOptions& options, const TaskContext& context)
{
    TW_ASSIGN(const auto reader, openRecords(file, options.encoding, member));
    std::optional<Record> firstFaulty;
    for (int i = 0; i < kRecordsToMeetColumns; ++i) {
        TW_TRY(context.check());
        TW_ASSIGN(auto record, reader->next());
        if (!record)
            break;
        if (record->fault && !firstFaulty)
            firstFaulty = std::move(record);
    }
    PlannedCatalogue planned;
    planned.file = file;
    planned.member = member;
    planned.encoding = options.encoding;
    planned.columns = reader->columns();
    planned.mapping = mappingOf(planned.columns, options.columns);
    planned.rules = rulesFor(planned.columns, options);
    planned.recognisedAs = recognisedAs(*reader);
    planned.bytes = reader->bytesTotal();
    if (planned.columns.empty()) {
        if (!firstFaulty)
            return fail(ErrorCode::FormatUnknown, file.string(), "a list without records");
        return fail(ErrorCode::FormatBroken, file.string(),
                    fmt::format("no record can be read; line {}: {}", firstFaulty->line, firstFaulty->fault->detail));
    }
    return planned;
}

Result<std::vector<PlannedCatalogue>> planFile(const std::filesystem::path& file, const ReadOptions& options,
                                               const TaskContext& context)
{
    TW_ASSIGN(const std::vector<std::string> members, cataloguesInFile(file));
    std::vector<PlannedCatalogue> planned;
    std::optional<Error> firstError;
    for (const std::string& member : members) {
        auto catalogue = planCatalogue(file, member, options, context);
        if (catalogue && catalogue->mapping.column(Field::Title)) {
            planned.push_back(std::move(*catalogue));
            continue;
        }
        Error error = catalogue ? noTitle(*catalogue) : catalogue.error();
        if (member.empty() || !isNoCatalogue(error))
            return fail(std::move(error));
        if (!firstError)
            firstError = std::move(error);
    }
    if (planned.empty())
        return fail(std::move(*firstError));
    return planned;
}

} // namespace tw
