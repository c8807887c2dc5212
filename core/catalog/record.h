// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/catalog/read_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tw {

/// Why a record could not be read.
struct RecordFault {
    SkipReason reason = SkipReason::NotARecord;
    std::string detail; ///< Technical, English.
};

/// What was mended in a record, with the column or another detail.
using Mendings = std::vector<std::pair<Mending, std::string>>;

/// One record of a catalogue file before anything is made of it: named cells in file order.
/// Cells of CSV and TSV are strings; those of JSON keep their type.
struct Record {
    std::uint64_t number = 0; ///< 1-based among the file's records (a header is not counted).
    std::vector<std::pair<std::string, Json>> cells;
    std::uint64_t line = 0;   ///< 1-based line where it begins (with UnclosedQuote: where the quote was opened).
    Mendings mendings = {};
    std::optional<RecordFault> fault = {}; ///< The record could not be read; it has no cells.

    /// The cell of that name, or null.
    const Json& cell(std::string_view name) const;
};

} // namespace tw
