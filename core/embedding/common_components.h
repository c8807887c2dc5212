// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tw {

/// Collects vectors and finds the directions they share: the first right singular vectors of the matrix that has them
/// as rows, not centred (Arora, Liang & Ma 2017, algorithm 1, line 5). The order of adding changes only rounding.
/// Used from one thread.
class SecondMoment {
public:
    explicit SecondMoment(std::size_t dim) : m_dim(dim), m_upper(dim * dim) {}
    /// @param vector  dim finite numbers; all count alike whatever their length, but a zero vector for nothing.
    void add(std::span<const float> vector);
    std::size_t count() const { return m_count; }
    /// At most `count` unit rows [count × dim], strongest first; fewer when fewer vectors were added.
    Matrix leadingDirections(std::size_t count) const;

private:
    std::size_t m_dim;
    std::size_t m_count = 0;
    std::vector<double> m_upper; ///< [dim × dim], the part on and above the diagonal.
};

/// vector ← vector − Σ (vector · c) c over the orthonormal rows c.
void removeComponents(std::span<float> vector, MatrixView components);

} // namespace tw
