// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/record.h"

namespace tw {

const Json& Record::cell(std::string_view name) const
{
    static const Json null;
    for (const auto& [column, value] : cells)
        if (column == name)
            return value;
    return null;
}

} // namespace tw
