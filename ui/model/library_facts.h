// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace tw::ui {

/// What the catalogue holds.
struct CatalogueFacts {
    std::size_t films = 0;
    std::size_t withText = 0;
    std::size_t withPoster = 0;
    std::size_t withImdbId = 0;
    std::optional<int> firstYear;
    std::optional<int> lastYear;
    std::size_t countries = 0;
    std::size_t genres = 0;
    std::vector<std::pair<QString, QString>> lines; ///< Name and value, ready to show.
};
CatalogueFacts catalogueFacts(const Catalog& catalog);

/// What a part of the library takes on disk.
struct StorageLine {
    QString name;   ///< "Catalogue and history", "Text search", "Vectors kept", "Spaces".
    QString text;   ///< "12 MB".
    QString note;   ///< What it is good for, and whether it can be made again.
    std::uint64_t bytes = 0;
};
/// Looks at the files; parts that do not exist are left out.
std::vector<StorageLine> storageOf(const std::filesystem::path& libraryFolder);

} // namespace tw::ui
