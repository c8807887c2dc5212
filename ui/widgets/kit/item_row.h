// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/poster/poster_painter.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QList>
#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

class QPainter;

namespace tw {

/// Acts offered on a row or a card.
enum class ItemAct { None, Like, Dislike, MoreLikeThis, Remove };

/// What a row or a card shows; plain values that a delegate reads from its model.
struct ItemView {
    PosterSpec poster;
    QPixmap picture;        ///< a real poster; when null the drawn one is used
    QString title;
    QString originalTitle;  ///< after the title in weight 400; on cards it leads
    QString meta;           ///< second line, "2015 · Crime, Drama"
    QStringList tags;       ///< found by: Title, Text, Meaning
    QString reason;         ///< why it is here
    QString overview;       ///< wide rows only
    QString value;          ///< score "0.83" or a word such as "new"; empty for none
    bool valueIsAccent = false;       ///< words in Accent 600
    std::optional<double> fraction;   ///< 0..1 for the 3 px bar under the score
    bool liked = false;
    bool disliked = false;

    bool hovered = false;
    bool selected = false;
    bool focused = false;   ///< has the keyboard focus now; the ring shows only after a key press
    bool enabled = true;    ///< false: acts are not offered (read-only library)
    ItemAct hotAct = ItemAct::None;   ///< the act under the pointer
};

/// Where the value and the acts of a row lie.
enum class RowEnd {
    ActsThenScore,  ///< acts on hover or selection, then the score column
    ActInValue,     ///< the first act takes the place of the value on hover or selection
    ValueThenActs   ///< the value, then the acts, always there
};

/// Sizes of one kind of row, logical pixels; grown with the desktop's font where text needs it.
struct RowMetrics {
    int height = 88;
    int posterWidth = 48;
    int padding = 12;       ///< left and right; the ground bleeds this far beyond the text edge
    int gap = 14;           ///< poster to text
    int lines = 3;          ///< title, meta, tags with reason; fewer drop from the end
    int actSize = 32;       ///< side of one act
    int scoreWidth = 64;    ///< 0: the value takes its own width
    int overviewWidth = 0;  ///< 0: no column of overview
    double titleSize = 15;  ///< px at base 14, as all that follow
    double titleLine = 21;
    double metaSize = 13;
    double metaLine = 19;
    double valueSize = 13;
    int groundRadius = radius::kRow;
    bool selectionBar = true;
    RowEnd end = RowEnd::ActsThenScore;
    QList<ItemAct> acts{ItemAct::Like, ItemAct::Dislike, ItemAct::MoreLikeThis};

    int posterHeight() const { return posterWidth * 3 / 2; }

    /// Result rows: 88 (76 below 1200, 96 with overview from 1920); compact takes 20 off and one line.
    static RowMetrics result(int windowWidth, Density density);
    /// Rows of an Explore column: 60 high (compact 44), poster 36, two lines, value or heart at the right.
    static RowMetrics column(Density density);
    /// Shares of the taste panel: 42 high, poster 24, title only, value, Remove always there.
    static RowMetrics share();
};

namespace item_row {

/// Paints the row into `rect` (the whole row, bleed included).
void paint(QPainter* painter, const QRectF& rect, const RowMetrics& metrics, const ItemView& item);

/// The act at a point, None elsewhere. Acts count where they are painted: on hover, selection or focus;
/// a liked item's heart always.
ItemAct hitTest(const QRectF& rect, const RowMetrics& metrics, const ItemView& item, const QPointF& point);

/// Rectangle of an act as painted; empty when it is not shown.
QRectF actRect(const QRectF& rect, const RowMetrics& metrics, const ItemView& item, ItemAct act);

QRectF posterRect(const QRectF& rect, const RowMetrics& metrics);

/// What a screen reader says: title, meta, reason, score, liked or disliked.
QString accessibleText(const ItemView& item);

}  // namespace item_row

/// Draws an item's poster: its own picture with rounded corners, or the drawn one. Sides 2:3.
void paintItemPoster(QPainter* painter, const QRectF& rect, const ItemView& item);

/// The translated name of an act, with its key where `withKey`: "Like (L)".
QString itemActName(ItemAct act, bool withKey = false);
IconId itemActIcon(ItemAct act, bool on);

}  // namespace tw
