// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/item.h"

namespace tw {

std::string Item::titleWithYear() const
{
    return year ? fmt::format("{} ({})", title, *year) : title;
}

} // namespace tw
