// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "core/catalog/item.h"
#include "core/catalog/read_options.h"
#include "core/catalog/read_report.h"
#include "core/catalog/record_reader.h"

namespace tw {

/// One column of a catalogue file as the guess and the overrides take it.
struct ColumnPreview {
    std::string name;
    std::optional<Field> field;       ///< None: kept beside the fields (Item::extra).
    std::vector<std::string> samples; ///< First three distinct values, each cut to 200 characters.
    std::uint64_t filled = 0;         ///< Records looked at that have a value here.
};

/// What a file looks like before it is imported.
struct FilePreview {
    std::filesystem::path file;
    std::string member;             ///< The catalogue inside an archive (the first), or the list's name in a JSON object.
    FileFormat format = FileFormat::Csv;
    std::string compression;        ///< "", "gzip", "zip", "tar".
    std::string encoding;           ///< A name of encodingNames(), or another the detection knows.
    bool encodingSure = true;       ///< False when it was guessed from frequencies.
    char separator = ',';           ///< CSV and TSV; ':' stands for "::".
    std::uint64_t bytes = 0;        ///< Of the file as it lies there.
    std::string recognisedAs;       ///< "", "MovieLens 100K items", "Letterboxd", "IMDb", "Goodreads", …
    std::vector<ColumnPreview> columns;
    bool hasTitle = false;
    bool hasText = false;
    std::vector<Item> items;        ///< First ten that became items.
    ReadCounts counts;              ///< Over the records looked at.
    bool wholeFile = false;         ///< Everything was looked at.
};

inline constexpr std::uint64_t kPreviewRecords = 1000;
inline constexpr std::uint64_t kPreviewBytes = 4U << 20; ///< Of the file as it lies there.
inline constexpr std::size_t kPreviewItems = 10;

/// Looks at the first records of one file, with the options as an import would take them. A missing title column is
/// no error here: the person can choose one. Errors: those of readCatalogFiles otherwise.
Result<FilePreview> previewCatalogFile(const std::filesystem::path& file, const ReadOptions& options,
                                       const TaskContext& context);

} // namespace tw
