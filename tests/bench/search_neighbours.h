// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace tw::bench {

/// Share of the ten films nearest by all-MiniLM-L6-v2 that are also among the ten nearest by the built-in embedder,
/// given the same text; the mean over the 1,000 films of minilm-tmdb-1000. None without the outside data.
Result<std::optional<double>> overlapWithMiniLm();

} // namespace tw::bench
