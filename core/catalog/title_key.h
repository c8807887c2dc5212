// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/item.h"

#include <string>

namespace tw {

/// The key of an item that has no id of its own: slug(title)-year. Private to core/catalog.
std::string titleKey(const Item& item);

} // namespace tw
