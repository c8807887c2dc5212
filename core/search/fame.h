// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <vector>

namespace tw {

/// For each item how well known it is beside the others, as CatalogValues::fame documents.
std::vector<float> fameOf(const Catalog& catalog);

} // namespace tw
