// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/record.h"

namespace tw {

// Makes the text of cells harmless; private to core/catalog.

/// Notes a mending; each kind once.
void note(Mendings& mendings, Mending mending, std::string_view detail);

/// The cell with all its texts cleaned, nested ones too: double encodings undone (if `repairDoubleEncoding`), line ends
/// LF, without control characters, escape sequences and direction overrides; texts of more than 1 MiB cut there.
Json cleanCell(const Json& cell, bool repairDoubleEncoding, std::string_view column, Mendings& mendings);

/// At most `limit` bytes: up to the end of a sentence in the last quarter, else of a word, with "…".
std::string shortened(const std::string& text, std::size_t limit);

} // namespace tw
