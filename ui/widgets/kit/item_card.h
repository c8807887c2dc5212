// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/kit/item_row.h"

namespace tw {

/// Sizes of a card and of the grid of cards.
struct CardMetrics {
    int posterWidth = 144;
    int minimumGap = 17;
    int rowGap = 22;
    int captionLines = 2;

    int posterHeight() const { return posterWidth * 3 / 2; }
    /// Poster + 65 with two caption lines; more with a larger desktop font.
    int height() const;
    /// How many columns fit: floor((width + gap) / (poster + gap)), at least 1.
    int columns(int width) const;
    /// Left edge of a column; the remainder of the width is shared between the gaps.
    double columnX(int column, int columnCount, double width) const;

    /// 120 below 1200, 168 from 1920, else 144.
    static CardMetrics forWindow(int windowWidth);
};

namespace item_card {

/// Paints a card at the top left of `rect` (posterWidth × height). Leave 4 px around for the focus ring.
void paint(QPainter* painter, const QRectF& rect, const CardMetrics& metrics, const ItemView& item);

/// The act at a point of the act bar while it is shown (hover, selection or focus); else None.
ItemAct hitTest(const QRectF& rect, const CardMetrics& metrics, const ItemView& item, const QPointF& point);

QRectF actRect(const QRectF& rect, const CardMetrics& metrics, const ItemView& item, ItemAct act);

}  // namespace item_card
}  // namespace tw
