// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <cstdint>

namespace tw::bench {

/// Unit rows that behave like those of a text encoder, and queries of the same distribution.
struct MeasurementSet {
    Matrix rows;
    Matrix queries;
};

/// With N a standard normal draw: `centres` centres c ~ N in `latent` dimensions, picked with weights exp(0.7 N);
/// z_j = s_j (c_j + 0.65 N), s_j = 1.1/√(1 + 0.15 j); x = z P + μ + 0.05 N with P ~ N/√latent and μ ~ 0.6 N; every
/// dimension times exp(0.3 N), four random ones times 4 besides (as real encoders have); then divided by the length.
/// 500 centres in 64 dimensions, fewer where rows or dimensions are few. The same on every machine for one seed.
MeasurementSet makeMeasurementSet(std::size_t rows, std::size_t queries, std::size_t dim, std::uint64_t seed);

} // namespace tw::bench
