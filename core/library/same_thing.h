// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/item.h"

#include <string>

namespace tw {

/// Whether two records under one key can be about the same thing. Files number their records from 1 as they like, so
/// keys of different files meet by chance; but a file may also correct a title, or a year. So they are taken for
/// different things only when title and year both differ: no title or original title of one is one of the other
/// (folded: case, marks and blanks make no difference), both years are known and not the same, and neither IMDb's nor
/// TMDB's id tells that they are the same.
bool sameThing(const Item& a, const Item& b);

/// How many things may share the beginning of a key; what comes after them is taken for the last one.
inline constexpr int kMaxKeyCopies = 100;
/// The key of the nth thing (from 1) whose file gave it this key: "862", "862-2", "862-3", …
std::string copyOfKey(const std::string& key, int copy);

} // namespace tw
