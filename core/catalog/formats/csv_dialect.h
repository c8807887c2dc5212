// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/formats/known_files.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tw {

/// How a file of cells is written; private to core/catalog.
struct CsvDialect {
    char separator = ',';
    bool doubledSeparator = false; ///< "::", as MovieLens 1M has it.
    bool quotes = true;            ///< A quote at a cell's start has a meaning.
    bool backslashes = false;      ///< Quotes inside cells are \" rather than "".
    bool returnsOnly = false;      ///< Lines end with CR alone.
    std::size_t linesBefore = 0;   ///< Lines before the header: a name, a small table of the list itself.
    HeaderlessFile headerless;     ///< When the file has no header.
};

/// Judges by the first lines. None when no line has a separator and `anyway` is false.
/// @param start       The file's beginning, 64 KiB or all of it.
/// @param tabsByName  Take tabs when there is no separator at all.
std::optional<CsvDialect> csvDialect(std::string_view start, bool tabsByName, bool anyway);

} // namespace tw
