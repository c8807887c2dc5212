// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/column_mapping.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tw {

/// Columns whose meaning was set by hand, column → field.
using ColumnOverrides = std::vector<std::pair<std::string, Field>>;

/// How catalogue files are read where the guess is not right.
struct ReadOptions {
    ColumnOverrides columns;          ///< Column → field, set by hand.
    std::string encoding;             ///< Empty: detected for each file; else a name of encodingNames().
    bool repairDoubleEncoding = true; ///< Undo "PeÃ±a" → "Peña"; off: such text stays, and is counted all the same.
};

/// A file to read, and how.
struct CatalogFile {
    CatalogFile(std::filesystem::path file, ReadOptions reading = {}) : path(std::move(file)), options(std::move(reading)) {}
    std::filesystem::path path;
    ReadOptions options;
};

/// Files that are all read in the same way.
std::vector<CatalogFile> catalogFiles(std::span<const std::filesystem::path> paths, const ReadOptions& options = {});

/// Encodings a person may choose, as they are shown, the most usual first.
std::span<const std::string_view> encodingNames();

} // namespace tw
