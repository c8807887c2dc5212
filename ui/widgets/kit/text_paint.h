// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;
class QFontMetricsF;

namespace tw {

/// Painting of text with the window's rules. All functions draw plain text and leave the painter's
/// font and pen as they found them.
namespace text {

/// Width of `text` when every digit takes the cell of the widest of 0 to 9.
double tabularWidth(const QFontMetricsF& metrics, const QString& text);

/// Draws one line with one cell width per digit, so that live numbers do not tremble.
/// @param alignment  horizontal part counts; vertically the text is centred. Never elided.
void drawTabular(QPainter* painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
                 const QFont& font, const QColor& color);

/// Draws one line, elided at the right when too long, vertically centred.
/// @return  The width taken, at most rect.width().
double drawElided(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font,
                  const QColor& color, Qt::Alignment alignment = Qt::AlignLeft);

/// Breaks text into at most `maxLines` lines of `width`; the last is elided when text is left over.
QStringList wrap(const QString& text, const QFont& font, double width, int maxLines);

/// Draws text from the top of `rect` in lines of `lineHeight`, at most `maxLines`.
/// @return  The height taken.
double drawParagraph(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font,
                     const QColor& color, double lineHeight, int maxLines);

/// Text for a tooltip: plain, wrapped at 280 px.
QString tip(const QString& text);

/// Text for a tooltip of an act: "Name (Shortcut)", or the name alone.
QString tip(const QString& name, const QString& shortcut);

}  // namespace text
}  // namespace tw
