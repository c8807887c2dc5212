// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/session.h"
#include "core/search/item_set.h"

#include <memory>
#include <vector>

namespace tw::ui {

/// Items that pass the filter of the query box; null: all.
using Allowed = std::shared_ptr<const ItemSet>;

/// What recommendations leave out: what the session says, and what the filter does not let through.
inline std::vector<ItemId> leftOut(const Session& session, const Allowed& allowed)
{
    std::vector<ItemId> items = session.excluded();
    if (!allowed)
        return items;
    for (std::uint32_t i = 0; i < session.catalog->size(); ++i)
        if (!allowed->contains(ItemId(i)))
            items.push_back(ItemId(i));
    return items;
}

} // namespace tw::ui
