// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/poster/poster_painter.h"

namespace tw::poster {

/// The canvas of a poster; painters are scaled to it.
inline constexpr double kCanvasWidth = 120;
inline constexpr double kCanvasHeight = 180;

/// Draws the motif of a genre on a canvas whose ground is already filled.
/// @param genre    Canonical name from leadingGenre(); unknown ones get the horizon.
/// @param numbers  24 numbers in 0..1.
/// The painter's transform maps the canvas; antialiasing is on; pen and brush are left changed.
void paintMotif(QPainter* painter, const QString& genre, const std::array<double, kPosterNumbers>& numbers,
                const PosterTones& tones);

}  // namespace tw::poster
