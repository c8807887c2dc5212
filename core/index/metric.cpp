// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/metric.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tw {

Closeness closeness(std::span<const float> a, std::span<const float> b)
{
    assert(a.size() == b.size());
    Closeness result;
    double squaredA = 0;
    double squaredB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto x = static_cast<double>(a[i]);
        const auto y = static_cast<double>(b[i]);
        result.innerProduct += x * y;
        result.squaredDistance += (x - y) * (x - y);
        squaredA += x * x;
        squaredB += y * y;
    }
    // Squares of floats neither overflow nor vanish in double precision; the product of two might.
    if (squaredA > 0 && squaredB > 0)
        result.cosine = std::clamp(result.innerProduct / (std::sqrt(squaredA) * std::sqrt(squaredB)), -1.0, 1.0);
    return result;
}

} // namespace tw
