// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/color_math.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tw {
namespace {

double toLinear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double toGamma(double channel)
{
    return channel <= 0.0031308 ? 12.92 * channel : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

struct LinearRgb {
    double r, g, b;
    bool inGamut() const
    {
        return std::min({r, g, b}) >= -1e-4 && std::max({r, g, b}) <= 1.0001;
    }
    QColor toColor() const
    {
        const auto channel = [](double v) {
            return static_cast<int>(std::lround(255 * std::clamp(toGamma(std::max(v, 0.0)), 0.0, 1.0)));
        };
        return QColor(channel(r), channel(g), channel(b));
    }
};

LinearRgb linearFromOkLab(const OkLab& lab)
{
    const double l = std::pow(lab.L + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.L - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.L - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

}  // namespace

OkLab toOkLab(const QColor& color)
{
    const QColor rgb = color.toRgb();
    const double r = toLinear(static_cast<double>(rgb.redF()));
    const double g = toLinear(static_cast<double>(rgb.greenF()));
    const double b = toLinear(static_cast<double>(rgb.blueF()));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromOkLab(const OkLab& lab)
{
    return linearFromOkLab(lab).toColor();
}

QColor fromOkLch(double lightness, double chroma, double hueDegrees)
{
    const double hue = hueDegrees * std::numbers::pi / 180;
    LinearRgb rgb{};
    // Twelve steps of 10 % leave 28 % of the chroma, enough for every lightness used here; what is
    // still outside is clipped by toColor().
    for (int step = 0; step < 12; ++step) {
        rgb = linearFromOkLab({lightness, chroma * std::cos(hue), chroma * std::sin(hue)});
        if (rgb.inGamut())
            break;
        chroma *= 0.9;
    }
    return rgb.toColor();
}

double relativeLuminance(const QColor& color)
{
    const QColor rgb = color.toRgb();
    return 0.2126 * toLinear(static_cast<double>(rgb.redF())) +
           0.7152 * toLinear(static_cast<double>(rgb.greenF())) +
           0.0722 * toLinear(static_cast<double>(rgb.blueF()));
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const double a = relativeLuminance(first);
    const double b = relativeLuminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::array<QColor, 256> rampTable(std::span<const QColor> stops)
{
    std::array<QColor, 256> table;
    const double segments = static_cast<double>(stops.size() - 1);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double position = static_cast<double>(i) / 255 * segments;
        const auto low = std::min(static_cast<std::size_t>(position), stops.size() - 2);
        const double t = position - static_cast<double>(low);
        const OkLab a = toOkLab(stops[low]);
        const OkLab b = toOkLab(stops[low + 1]);
        table[i] = fromOkLab({a.L + (b.L - a.L) * t, a.a + (b.a - a.a) * t, a.b + (b.b - a.b) * t});
    }
    return table;
}

}  // namespace tw
