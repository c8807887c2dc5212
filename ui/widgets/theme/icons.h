// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace tw {

/// The icons, in the groups of the design. One SVG each under :/icons/.
enum class IconId {
    None,
    Discover, Explore, Map, Likes, Lab, Library, Settings, Menu, Walk,
    Dislike, More, X, Undo, Shuffle, Pin, Export, Import, Copy, Trash, Plus, Check, Filter, Search, Eye,
    Play, Pause, Stop, Link,
    Hand, Lasso, Rect, Brush, Fit, Left, Right,
    Warn, Info, Lock, Clock,
    Layers, Server, Gauge, Disk, Folder, Text, Keys, Panel, Dots,
    Down, Up,
    Liked,  ///< the filled heart
    Count
};

/// Usual sizes, logical pixels.
inline constexpr int kIconNav = 24, kIconTool = 20, kIconButton = 18, kIconField = 16;

/// An icon drawn from the theme at the moment of painting, so it follows theme changes by itself.
/// Disabled is drawn at 45 %; the On state in Accent; Active (hover) lifts Text2 to Text.
QIcon icon(IconId id, ColorToken tone = ColorToken::Text2);

/// The same with another picture while the button is on, for instance Likes and Liked.
QIcon toggleIcon(IconId off, IconId on, ColorToken tone = ColorToken::Text2);

/// The icon as a pixmap of `size` logical pixels in one colour; cached by id, size, ratio and colour.
QPixmap iconPixmap(IconId id, int size, const QColor& color, qreal devicePixelRatio = 1.0);

/// Device pixels per logical pixel where the painter really draws: also right while a widget is rendered
/// into a picture of another ratio than its screen's.
qreal paintRatio(const QPainter* painter);

/// Paints the icon centred in `rect`, `size` logical pixels, sharp at the painter's device ratio.
void paintIcon(QPainter* painter, const QRectF& rect, IconId id, int size, const QColor& color);

/// The application's icon: the walk in Accent, in the usual sizes.
QIcon applicationIcon();

/// The file name of an icon without ".svg"; empty for None.
QString iconName(IconId id);

}  // namespace tw
