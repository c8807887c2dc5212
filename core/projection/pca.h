// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "core/base/matrix.h"
#include "core/base/task_context.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tw {

/// Principal component analysis of a space: mean, the leading directions, and what share of the variance each holds.
/// (Pearson 1901; covariance divided by rows, symmetric eigendecomposition.) Each direction's sign is fixed so that
/// its entry of largest magnitude is positive (the first of those within 1e-5); the result is the same on every run.
class Pca {
public:
    /// Directions without variance (equal rows, more directions than rows) are any at right angles to the others.
    /// @param count  Wanted directions, capped at min(rows, cols).
    /// Errors: InvalidArgument (no rows), Cancelled.
    static Result<Pca> fit(MatrixView rows, std::size_t count, const TaskContext& context);

    std::size_t count() const { return m_components.rows(); }
    std::size_t dim() const { return m_mean.size(); }
    /// Share of the total variance, falling.
    std::span<const float> explained() const { return m_explained; }
    /// Coordinates of one vector of dim() numbers: count() numbers, the inner products of (vector − mean).
    std::vector<float> project(std::span<const float> vector) const;
    /// Coordinates of all rows [rows × count()].
    Matrix project(MatrixView rows) const;

private:
    friend class Projection;
    std::vector<float> m_mean;
    Matrix m_components; ///< [count × dim], unit rows.
    std::vector<float> m_explained;
};

/// A map of a space: two coordinates a row, a way to place any vector of the space, and for each row its rank among
/// all rows in each of the first directions (for drawn posters). Immutable. Other layouts than PCA join here later.
class Projection {
public:
    static constexpr std::size_t kRankDirections = 24;

    /// Errors: those of Pca::fit.
    static Result<std::shared_ptr<const Projection>> build(MatrixView vectors, const TaskContext& context);
    /// @param fingerprint  Space::fingerprint() of the vectors; load() refuses another.
    Status save(const std::filesystem::path& path, const std::string& fingerprint) const;
    /// Errors: NotFound, Damaged, VersionTooNew: build it anew.
    static Result<std::shared_ptr<const Projection>> load(const std::filesystem::path& path,
                                                          const std::string& fingerprint);

    /// [rows × 2]; x is the first direction, y the second (0 when there is none).
    MatrixView positions() const { return m_positions; }
    /// Where any vector of the space lies on the map.
    std::array<float, 2> place(std::span<const float> vector) const;
    /// Percentile 0..1 of the row in each of the first kRankDirections directions: 0 for the lowest coordinate, 1 for
    /// the highest, the middle of their places for equal ones (.5 in directions that are missing or without variance).
    std::span<const float> ranks(std::size_t row) const { return m_ranks.row(row); }
    std::span<const float> explained() const { return m_pca.explained(); }

private:
    Pca m_pca;
    Matrix m_positions;
    Matrix m_ranks;
};

} // namespace tw
