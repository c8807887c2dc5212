// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <span>

namespace tw {

/// A colour in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020).
/// L is 0..1 (black..white); a and b are about -0.4..0.4.
struct OkLab {
    double L = 0;
    double a = 0;
    double b = 0;
};

/// sRGB to OKLab; alpha is ignored.
OkLab toOkLab(const QColor& color);

/// OKLab to sRGB; each channel is clipped to 0..1.
QColor fromOkLab(const OkLab& lab);

/// OKLCH to sRGB. Chroma is taken down in steps of 10 % until the colour fits the sRGB gamut, so
/// lightness and hue are kept.
/// @param lightness  0..1.  @param chroma  0..about 0.37.  @param hueDegrees  any angle.
QColor fromOkLch(double lightness, double chroma, double hueDegrees);

/// Relative luminance of an opaque colour, 0..1 (WCAG 2.1, definition of relative luminance).
double relativeLuminance(const QColor& color);

/// Contrast of two opaque colours, 1..21 (WCAG 2.1, definition of contrast ratio); symmetric.
double contrastRatio(const QColor& first, const QColor& second);

/// A ramp as a table of 256 colours, interpolated linearly in OKLab between evenly spaced stops.
/// @param stops  At least two colours, low to high.
std::array<QColor, 256> rampTable(std::span<const QColor> stops);

}  // namespace tw
