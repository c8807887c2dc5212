// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace tw {

/// Small painted parts shared by widgets and delegates; colours come from theme().
namespace paint {

/// Where a focus ring lies.
enum class Ring {
    Outside,  ///< 2 px wide, 2 px outside, radius + 2: buttons
    Inside    ///< 2 px wide inside the edge: rows, cells, options
};

/// Draws the ring around a part of that rectangle and radius. Does not ask whether it should be seen:
/// see keyboardFocusVisible().
void focusRing(QPainter* painter, const QRectF& rect, double radius, Ring ring);

/// A filled rounded rectangle, optionally with a 1 px border inside its edge.
void roundedRect(QPainter* painter, const QRectF& rect, double radius, const QColor& fill,
                 const QColor& border = QColor(), double borderWidth = 1.0);

/// A bar: ground in Groove, filled part with `color` (Accent when invalid). @param fraction  clipped to 0..1.
void bar(QPainter* painter, const QRectF& rect, double fraction, const QColor& color = QColor());

/// A key hint: 20 high, radius 4, 1 px border; `text` such as "Ctrl Z".
void keyHint(QPainter* painter, const QPointF& topLeft, const QString& text);
QSizeF keyHintSize(const QString& text);

/// A tag (found by): 18 high, radius 4, 1 px border, 11.5 text.
void tag(QPainter* painter, const QPointF& topLeft, const QString& text);
QSizeF tagSize(const QString& text);

/// A radio button or check box of 16 px; `rect` is centred on.
void radio(QPainter* painter, const QRectF& rect, bool on);
void checkBox(QPainter* painter, const QRectF& rect, bool on);

}  // namespace paint

/// The native text of a shortcut as shown in hints and tooltips, words apart: "Ctrl Z".
QString keyHintText(const QString& portableShortcut);

}  // namespace tw
