// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tw {

/// One record of a catalogue file before anything is made of it: named cells in file order.
/// Cells of CSV and TSV are strings; those of JSON keep their type.
struct Record {
    std::uint64_t number = 0; ///< 1-based among the file's records (a header is not counted).
    std::vector<std::pair<std::string, Json>> cells;

    /// The cell of that name, or null.
    const Json& cell(std::string_view name) const;
};

} // namespace tw
