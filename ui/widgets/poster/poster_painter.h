// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

class QPainter;

namespace tw {

/// Number of principal directions that shape a poster.
inline constexpr int kPosterNumbers = 24;

/// What a drawn poster depends on. Plain values; copies are cheap.
struct PosterSpec {
    QString key;         ///< stable key of the item; seeds the hash
    QString title;       ///< written on posters from 96 px width
    int year = 0;        ///< 0 when unknown; for the description only, not drawn
    QStringList genres;  ///< in the catalogue's order; common spellings are understood
    /// Percentile (0..1) of the item's vector in each of the first 24 principal directions of the
    /// space. Without it the hash alone shapes the poster.
    std::optional<std::array<float, kPosterNumbers>> percentiles;
};

enum class PosterTitle { Auto, Always, Never };

/// Tones of a poster.
struct PosterTones {
    QColor ground;
    QColor second;
    QColor middle;
    QColor light;
    QColor spark;
    QColor ink;
};

/// Draws posters for films that have no picture: the genre gives hue and motif, the film's own vector
/// and the hash of its key give the shapes, so that near films become siblings, not twins. The same
/// spec draws the same picture on every machine, at every size, in both themes.
namespace poster {

/// The poster at a width in logical pixels (height is 1.5 × width), from a cache of 48 MB.
/// @param title  Auto writes the title from 96 px width.
/// GUI thread only. A 48 px poster takes well below a millisecond when it is not cached.
QPixmap pixmap(const PosterSpec& spec, int width, qreal devicePixelRatio = 1.0,
               PosterTitle title = PosterTitle::Auto);

/// Draws into `rect` (sides 2:3) without the cache, with rounded corners and antialiasing.
void paint(QPainter* painter, const QRectF& rect, const PosterSpec& spec,
           PosterTitle title = PosterTitle::Auto);

/// Forgets all cached pictures, for instance after the space of the percentiles changed.
void clearCache();

/// The genre that decides hue and motif: the first known one, or the second when the first is Drama,
/// Family or Comedy and the second tells more. Canonical English name; empty when there is none.
QString leadingGenre(const QStringList& genres);

/// The 24 numbers in 0..1 behind the shapes.
std::array<double, kPosterNumbers> numbers(const PosterSpec& spec);

/// The tones; the same in both themes.
PosterTones tones(const PosterSpec& spec);

/// The lines of the title as written on the poster: at most four of thirteen characters.
QStringList titleLines(const QString& title);

/// What to say in place of the picture: "Drawn poster: Solaris (1972)".
QString description(const PosterSpec& spec);

}  // namespace poster
}  // namespace tw
