// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/point_raster.h"

#include "core/base/thread_pool.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tw::plot {
namespace {

constexpr int kBand = 32;     // screen rows a piece of work
constexpr int kSubPixels = 4; // positions of a disc within a pixel, each way

// Four floats at once: red, green, blue, alpha, premultiplied.
typedef float Pixel __attribute__((vector_size(16)));

/// A disc's coverage of the pixels around it, for each position within a pixel.
class Stamp {
public:
    explicit Stamp(double radius) : m_reach(static_cast<int>(std::ceil(radius + 0.5)))
    {
        const int side = 2 * m_reach + 1;
        m_coverage.reserve(static_cast<std::size_t>(kSubPixels * kSubPixels * side * side));
        for (int sub = 0; sub < kSubPixels * kSubPixels; ++sub) {
            const double x = (sub % kSubPixels + 0.5) / kSubPixels - 0.5;
            const double y = (sub / kSubPixels + 0.5) / kSubPixels - 0.5;
            for (int row = -m_reach; row <= m_reach; ++row) {
                for (int column = -m_reach; column <= m_reach; ++column) {
                    const double distance = std::hypot(column - x, row - y);
                    m_coverage.push_back(static_cast<float>(std::clamp(radius + 0.5 - distance, 0.0, 1.0)));
                }
            }
        }
    }
    int reach() const { return m_reach; }
    int side() const { return 2 * m_reach + 1; }
    /// First row of coverage for a centre at these fractions of a pixel, 0..1.
    const float* coverage(double x, double y) const
    {
        const int sub = std::min(static_cast<int>(y * kSubPixels), kSubPixels - 1) * kSubPixels +
                        std::min(static_cast<int>(x * kSubPixels), kSubPixels - 1);
        return m_coverage.data() + static_cast<std::ptrdiff_t>(sub) * side() * side();
    }

private:
    int m_reach;
    std::vector<float> m_coverage;
};

struct Ink {
    Pixel colour{};
    float opacity = 0;
    bool lit = false;
};

/// One picture being drawn; const while the bands work.
struct Job {
    const PointGrid& grid;
    std::span<const std::uint8_t> colourOfRow;
    const PlotView& view;
    double ratio;
    std::array<Ink, kMaxColours> inks{};
    Stamp plain;
    Stamp lit;
    bool hasLit = false;
    int width = 0;
    int height = 0;
};

void stamp(Pixel* band, int top, int bottom, const Job& job, const Stamp& disc, const Ink& ink, double x, double y)
{
    const double floorX = std::floor(x), floorY = std::floor(y);
    const int left = static_cast<int>(floorX) - disc.reach(), above = static_cast<int>(floorY) - disc.reach();
    const int side = disc.side();
    const int firstRow = std::max(above, top), lastRow = std::min(above + side, bottom);
    const int first = std::max(left, 0), last = std::min(left + side, job.width);
    if (firstRow >= lastRow || first >= last)
        return;
    const float* coverage = disc.coverage(x - floorX, y - floorY);
    for (int row = firstRow; row < lastRow; ++row) {
        const float* line = coverage + static_cast<std::ptrdiff_t>(row - above) * side - left;
        Pixel* pixels = band + static_cast<std::ptrdiff_t>(row - top) * job.width;
        for (int column = first; column < last; ++column) {
            const float share = line[column] * ink.opacity;
            pixels[column] += share * (ink.colour - pixels[column]);
        }
    }
}

void stampAll(Pixel* band, int top, int bottom, const Job& job, bool litOnes)
{
    const Stamp& disc = litOnes ? job.lit : job.plain;
    const double margin = (disc.reach() + 1) / (job.view.scale * job.ratio);
    const QRectF visible = job.view.visible();
    const double high = job.view.toData(QPointF(0, top / job.ratio)).y() + margin;
    const double low = job.view.toData(QPointF(0, bottom / job.ratio)).y() - margin;
    const double scale = job.view.scale * job.ratio;
    const double originX = job.view.size.width() / 2 * job.ratio - job.view.centre.x() * scale;
    const double originY = job.view.size.height() / 2 * job.ratio + job.view.centre.y() * scale;
    const auto [first, last] = job.grid.cellRows(low, high);
    for (int cellRow = first; cellRow <= last; ++cellRow) {
        for (const PointGrid::Point& point :
             job.grid.pointsOfRow(cellRow, visible.left() - margin, visible.right() + margin)) {
            const Ink& ink = job.inks[job.colourOfRow[point.row] % kMaxColours];
            if (ink.lit == litOnes && ink.opacity > 0)
                stamp(band, top, bottom, job, disc, ink, originX + static_cast<double>(point.x) * scale,
                      originY - static_cast<double>(point.y) * scale);
        }
    }
}

void drawBand(const Job& job, int top, uchar* bits, qsizetype stride)
{
    static thread_local std::vector<Pixel> pixels;
    const int bottom = std::min(top + kBand, job.height);
    const std::size_t count = static_cast<std::size_t>(job.width) * static_cast<std::size_t>(bottom - top);
    pixels.assign(count, Pixel{});
    stampAll(pixels.data(), top, bottom, job, false);
    if (job.hasLit)
        stampAll(pixels.data(), top, bottom, job, true);
    const Pixel* source = pixels.data();
    for (int row = top; row < bottom; ++row) {
        auto* line = reinterpret_cast<QRgb*>(bits + row * stride);
        for (int column = 0; column < job.width; ++column, ++source) {
            const Pixel pixel = *source * 255.0F + 0.5F;
            line[column] = (*source)[3] == 0.0F
                               ? 0
                               : qRgba(static_cast<int>(pixel[0]), static_cast<int>(pixel[1]),
                                       static_cast<int>(pixel[2]), static_cast<int>(pixel[3]));
        }
    }
}

} // namespace

double pointRadius(std::size_t count, double area, double zoom)
{
    if (count == 0)
        return 0.7;
    const double whole = std::min(0.182 * std::sqrt(area / static_cast<double>(count)), 3.0);
    return std::clamp(whole * std::sqrt(zoom), 0.7, 5.0);
}

QImage rasterPoints(const PointGrid& grid, std::span<const std::uint8_t> colourOfRow, const PlotView& view,
                    const PointStyle& style, double ratio)
{
    const QSize size = (view.size * ratio).toSize();
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    Job job{grid, colourOfRow, view, ratio, {}, Stamp(style.radius * ratio), Stamp(style.litRadius * ratio), false,
            size.width(), size.height()};
    for (std::size_t i = 0; i < kMaxColours; ++i) {
        const PointInk& ink = style.inks[i];
        job.inks[i] = {Pixel{ink.colour.redF(), ink.colour.greenF(), ink.colour.blueF(), 1.0F},
                       static_cast<float>(ink.opacity), ink.lit};
        job.hasLit = job.hasLit || ink.lit;
    }
    // Taken here: bits() of a shared image would copy it, and not from many threads.
    uchar* bits = image.bits();
    const qsizetype stride = image.bytesPerLine();
    const auto bands = static_cast<std::size_t>((size.height() + kBand - 1) / kBand);
    // Never stopped: the context is a default one.
    (void)parallelFor(bands, 1, TaskContext(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t band = begin; band < end; ++band)
            drawBand(job, static_cast<int>(band) * kBand, bits, stride);
    });
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace tw::plot
