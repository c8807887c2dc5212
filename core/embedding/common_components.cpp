// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/common_components.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace tw {

void SecondMoment::add(std::span<const float> vector)
{
    double squared = 0;
    for (const float value : vector)
        squared += static_cast<double>(value) * value;
    if (squared <= 0)
        return;
    ++m_count;
    for (std::size_t row = 0; row < m_dim; ++row) {
        const double factor = vector[row] / squared;
        for (std::size_t col = row; col < m_dim; ++col)
            m_upper[row * m_dim + col] += factor * vector[col];
    }
}

Matrix SecondMoment::leadingDirections(std::size_t count) const
{
    const std::size_t wanted = std::min({count, m_count, m_dim});
    Matrix directions(wanted, m_dim);
    if (wanted == 0)
        return directions;
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto size = static_cast<Eigen::Index>(m_dim);
    const RowMajor moment = Eigen::Map<const RowMajor>(m_upper.data(), size, size).selfadjointView<Eigen::Upper>();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(moment);
    for (std::size_t i = 0; i < wanted; ++i) {
        // Eigen sorts rising, so the strongest come last. The sign is free: fixed, equal texts give equal state.
        auto direction = solver.eigenvectors().col(size - 1 - static_cast<Eigen::Index>(i));
        Eigen::Index largest = 0;
        direction.cwiseAbs().maxCoeff(&largest);
        const double sign = direction(largest) < 0 ? -1 : 1;
        for (std::size_t d = 0; d < m_dim; ++d)
            directions.row(i)[d] = static_cast<float>(sign * direction(static_cast<Eigen::Index>(d)));
    }
    return directions;
}

void removeComponents(std::span<float> vector, MatrixView components)
{
    for (std::size_t i = 0; i < components.rows(); ++i) {
        const std::span<const float> component = components.row(i);
        float along = 0;
        for (std::size_t d = 0; d < vector.size(); ++d)
            along += vector[d] * component[d];
        for (std::size_t d = 0; d < vector.size(); ++d)
            vector[d] -= along * component[d];
    }
}

} // namespace tw
