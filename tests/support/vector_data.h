// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/simd/kernels.h"

#include <cstddef>
#include <cstdint>

namespace tw::test {

/// Independent standard normal entries.
inline Matrix normalMatrix(std::size_t rows, std::size_t cols, std::uint64_t seed)
{
    Random random(seed);
    Matrix matrix(rows, cols);
    for (std::size_t i = 0; i < rows * cols; ++i)
        matrix.data()[i] = static_cast<float>(random.normal());
    return matrix;
}

inline void normaliseRows(Matrix& matrix)
{
    for (std::size_t i = 0; i < matrix.rows(); ++i)
        simd::normalise(matrix.row(i));
}

/// Unit rows around `clusters` random centres: row = centre + spread · normal, then divided by its length. Rows take
/// the centres in turn.
inline Matrix clusteredUnitRows(std::size_t rows, std::size_t cols, std::size_t clusters, double spread,
                                std::uint64_t seed)
{
    Random random(seed);
    const Matrix centres = normalMatrix(clusters, cols, random.next());
    Matrix matrix(rows, cols);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < cols; ++j)
            matrix.row(i)[j] = centres.row(i % clusters)[j] + static_cast<float>(spread * random.normal());
    normaliseRows(matrix);
    return matrix;
}

} // namespace tw::test
