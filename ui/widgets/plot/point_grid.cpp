// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/point_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tw::plot {
namespace {

int cellOf(double value, double low, double extent)
{
    if (extent <= 0)
        return 0;
    const double cell = std::floor((value - low) / extent * PointGrid::kCells);
    return static_cast<int>(std::clamp<double>(cell, 0, PointGrid::kCells - 1));
}

} // namespace

PointGrid::PointGrid(MatrixView positions)
{
    std::vector<Point> points;
    points.reserve(positions.rows());
    double left = std::numeric_limits<double>::max(), low = left, right = -left, high = -left;
    for (std::size_t row = 0; row < positions.rows(); ++row) {
        const auto position = positions.row(row);
        if (!std::isfinite(position[0]) || !std::isfinite(position[1]))
            continue;
        points.push_back({position[0], position[1], static_cast<std::uint32_t>(row)});
        left = std::min<double>(left, position[0]);
        right = std::max<double>(right, position[0]);
        low = std::min<double>(low, position[1]);
        high = std::max<double>(high, position[1]);
    }
    if (points.empty())
        return;
    m_bounds = QRectF(left, low, right - left, high - low);

    // Counting sort by cell: two passes, stable.
    const auto cell = [this](const Point& point) {
        return static_cast<std::size_t>(cellY(static_cast<double>(point.y)) * kCells +
                                        cellX(static_cast<double>(point.x)));
    };
    m_start.assign(static_cast<std::size_t>(kCells) * kCells + 1, 0);
    for (const Point& point : points)
        ++m_start[cell(point) + 1];
    for (std::size_t i = 1; i < m_start.size(); ++i)
        m_start[i] += m_start[i - 1];
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    m_points.resize(points.size());
    for (const Point& point : points)
        m_points[next[cell(point)]++] = point;
}

int PointGrid::cellX(double x) const { return cellOf(x, m_bounds.left(), m_bounds.width()); }

int PointGrid::cellY(double y) const { return cellOf(y, m_bounds.top(), m_bounds.height()); }

std::pair<int, int> PointGrid::cellRows(double low, double high) const
{
    if (m_points.empty() || high < m_bounds.top() || low > m_bounds.bottom())
        return {0, -1};
    return {cellY(low), cellY(high)};
}

std::span<const PointGrid::Point> PointGrid::pointsOfRow(int cellRow, double left, double right) const
{
    if (m_points.empty() || right < m_bounds.left() || left > m_bounds.right())
        return {};
    const auto begin = m_start[static_cast<std::size_t>(cellRow * kCells + cellX(left))];
    const auto end = m_start[static_cast<std::size_t>(cellRow * kCells + cellX(right)) + 1];
    return std::span(m_points).subspan(begin, end - begin);
}

std::optional<std::uint32_t> PointGrid::nearest(const QPointF& at, double radius, const Accept& accept) const
{
    double best = radius * radius;
    std::optional<std::uint32_t> found;
    const auto [first, last] = cellRows(at.y() - radius, at.y() + radius);
    for (int cellRow = first; cellRow <= last; ++cellRow) {
        for (const Point& point : pointsOfRow(cellRow, at.x() - radius, at.x() + radius)) {
            const double dx = static_cast<double>(point.x) - at.x(), dy = static_cast<double>(point.y) - at.y();
            const double distance = dx * dx + dy * dy;
            if (distance <= best && (!accept || accept(point.row))) {
                best = distance;
                found = point.row;
            }
        }
    }
    return found;
}

std::optional<std::uint32_t> PointGrid::next(const QPointF& from, const QPointF& direction, const Accept& accept) const
{
    double best = std::numeric_limits<double>::max();
    std::optional<std::uint32_t> found;
    for (const Point& point : m_points) {
        const double dx = static_cast<double>(point.x) - from.x(), dy = static_cast<double>(point.y) - from.y();
        const double along = dx * direction.x() + dy * direction.y();
        const double across = std::abs(dx * direction.y() - dy * direction.x());
        if (along <= 0 || across > along)
            continue;
        const double cost = along + 2 * across;
        if (cost < best && (!accept || accept(point.row))) {
            best = cost;
            found = point.row;
        }
    }
    return found;
}

} // namespace tw::plot
