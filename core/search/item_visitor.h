// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"

#include <functional>

namespace tw {

/// Hands all items of a catalogue to the receiver, by id from 0 on; ends with the first error the receiver returns.
/// Lets a catalogue be gone through that is not, or should not be, in memory.
using ItemReceiver = std::function<Status(const Item&)>;
using ItemVisitor = std::function<Status(const ItemReceiver&)>;

/// Visits what is in memory. The catalogue must outlive the visitor.
inline ItemVisitor visitorOf(const Catalog& catalog)
{
    return [&catalog](const ItemReceiver& receive) -> Status {
        for (const Item& item : catalog.items())
            TW_TRY(receive(item));
        return {};
    };
}

} // namespace tw
