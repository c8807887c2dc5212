// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tw::plot {

/// Points of a plane sorted into 256 × 256 cells, for drawing what is visible and for finding what lies under the
/// pointer. Immutable; any thread. Memory: 12 bytes a point and 256 KB.
class PointGrid {
public:
    static constexpr int kCells = 256; ///< In each direction.
    using Accept = std::function<bool(std::uint32_t row)>;

    PointGrid() = default;
    /// @param positions  [rows × 2], x and y; copied. Points that are not finite are left out.
    explicit PointGrid(MatrixView positions);

    std::size_t size() const { return m_points.size(); }
    /// Smallest rectangle with all points; top() is the lowest y.
    const QRectF& bounds() const { return m_bounds; }

    struct Point {
        float x = 0;
        float y = 0;
        std::uint32_t row = 0;
    };
    /// Points sorted by cell: cells of one row of cells are adjacent, from low x to high.
    std::span<const Point> points() const { return m_points; }
    /// The points of the cells of one row of cells (0 lowest) that touch [left, right].
    std::span<const Point> pointsOfRow(int cellRow, double left, double right) const;
    /// Rows of cells that touch [low, high], first and last; first > last when none.
    std::pair<int, int> cellRows(double low, double high) const;

    /// The accepted point nearest to `at` and at most `radius` away (data units).
    std::optional<std::uint32_t> nearest(const QPointF& at, double radius, const Accept& accept = {}) const;
    /// The accepted point one comes to next when going from `from` in a direction (a unit vector): within 45 degrees
    /// of it, near ones first, sideways distance counting twice. Cost O(size()).
    std::optional<std::uint32_t> next(const QPointF& from, const QPointF& direction, const Accept& accept = {}) const;

private:
    int cellX(double x) const;
    int cellY(double y) const;

    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_start; ///< Of each cell in m_points; kCells² + 1 entries.
    QRectF m_bounds;
};

} // namespace tw::plot
