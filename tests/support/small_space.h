// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/space/space.h"

#include <gtest/gtest.h>

namespace tw::test {

/// A space of `rows` random vectors whose dimensions differ in mean and spread; items are first, first + step, …
inline std::shared_ptr<const Space> smallSpace(std::size_t rows, std::size_t dim, std::uint64_t seed,
                                               bool rawScaleKnown = false, std::uint32_t firstItem = 0,
                                               std::uint32_t step = 1)
{
    Random random(seed);
    Space::Parts parts;
    parts.id = "test";
    parts.provenance.rawScaleKnown = rawScaleKnown;
    parts.vectors = Matrix(rows, dim);
    for (std::size_t i = 0; i < rows; ++i) {
        parts.items.emplace_back(firstItem + static_cast<std::uint32_t>(i) * step);
        const double length = 5 + 10 * random.uniform();
        for (std::size_t d = 0; d < dim; ++d) {
            const double spread = 0.2 + static_cast<double>(d % 5) / 4;
            const double mean = d % 3 == 0 ? 0.4 : -0.1;
            parts.vectors.row(i)[d] = static_cast<float>(length * (mean + spread * random.normal()));
        }
    }
    auto space = Space::create(std::move(parts));
    if (!space) {
        ADD_FAILURE() << "no test space: " << space.error().detail;
        return nullptr;
    }
    return *space;
}

inline std::vector<ItemId> itemIds(std::initializer_list<std::uint32_t> values)
{
    std::vector<ItemId> ids;
    for (const std::uint32_t value : values)
        ids.emplace_back(value);
    return ids;
}

} // namespace tw::test
