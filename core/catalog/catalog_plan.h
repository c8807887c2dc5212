// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/read_options.h"
#include "core/catalog/record_reader.h"

namespace tw {

// What is found out about catalogue files before they are read; private to core/catalog.

/// One catalogue: a file, or a file inside an archive.
struct PlannedCatalogue {
    std::filesystem::path file;
    std::string member;
    std::string encoding;             ///< As chosen; empty: detected.
    std::vector<std::string> columns; ///< Of the header, or met among the first records.
    ColumnMapping mapping;
    ItemRules rules;
    std::string recognisedAs;
    std::uint64_t bytes = 0;          ///< As its reader counts them.
};

/// Looks at the first records. A missing title column is no error here.
/// Errors: those of openRecords; FormatBroken (no record can be read).
Result<PlannedCatalogue> planCatalogue(const std::filesystem::path& file, const std::string& member,
                                       const ReadOptions& options, const TaskContext& context);

/// The catalogues of a file. Members of an archive that are no catalogues are left out.
/// Errors: those of planCatalogue; NoTitleColumn (detail says what the file looks like and names its columns).
Result<std::vector<PlannedCatalogue>> planFile(const std::filesystem::path& file, const ReadOptions& options,
                                               const TaskContext& context);

/// The guess with the overrides over it.
ColumnMapping mappingOf(std::span<const std::string> columns, const ColumnOverrides& overrides);
/// Whose file it is, by its columns or by what the reader knew; else empty.
std::string recognisedAs(const RecordReader& reader);
ItemRules rulesFor(std::span<const std::string> columns, const ReadOptions& options);

} // namespace tw
