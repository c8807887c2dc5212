// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/column_mapping.h"

namespace tw {

/// A field with the names its columns have in the files people have; private to core/catalog.
struct FieldEntry {
    Field field;
    std::string_view name;            ///< As fieldName() gives it.
    std::vector<std::string> columns; ///< As normalisedColumn() makes them, the best known first.
};

/// In the order in which fields choose their columns.
const std::vector<FieldEntry>& fieldTable();

} // namespace tw
