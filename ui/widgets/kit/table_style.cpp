// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/table_style.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>

#include <cmath>

namespace tw {
namespace {

constexpr int kCellPadding = 10;

}  // namespace

TableDelegate::TableDelegate(QTableView* view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
    view->viewport()->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& look = theme();
    painter->save();
    const QRect rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect, look.color(ColorToken::Selected));
    else if (index.row() == m_hoveredRow)
        painter->fillRect(rect, look.color(ColorToken::Hover));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color(ColorToken::LineRow));
    QStyleOptionViewItem content = option;
    content.rect = rect.adjusted(kCellPadding, 0, -kCellPadding, -1);
    painter->save();
    if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(0.45);
    paintContent(painter, content, index);
    painter->restore();
    if ((option.state & QStyle::State_HasFocus) && keyboardFocusVisible())
        paint::focusRing(painter, rect, radius::kTag, paint::Ring::Inside);
    painter->restore();
}

void TableDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    QFont font = theme().fontOfSize(13.5);
    const QVariant modelFont = index.data(Qt::FontRole);
    if (modelFont.canConvert<QFont>())
        font.setWeight(modelFont.value<QFont>().weight());
    QColor color = theme().color(ColorToken::Text);
    const QVariant foreground = index.data(Qt::ForegroundRole);
    if (foreground.canConvert<QBrush>())
        color = foreground.value<QBrush>().color();
    QRectF rect = option.rect;
    const QVariant decoration = index.data(Qt::DecorationRole);
    if (decoration.canConvert<QIcon>() && !decoration.value<QIcon>().isNull()) {
        const QRectF box(rect.left(), rect.center().y() - 9, 18, 18);
        decoration.value<QIcon>().paint(painter, box.toRect());
        rect.adjust(24, 0, 0, 0);
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const QString text = displayText(index.data(Qt::DisplayRole), option.locale);
    if (alignment.isValid() && (Qt::Alignment(alignment.toInt()) & Qt::AlignRight))
        text::drawTabular(painter, rect, Qt::AlignRight, text, font, color);
    else
        text::drawElided(painter, rect, text, font, color);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetricsF metrics(theme().fontOfSize(13.5, QFont::DemiBold));
    const double width = text::tabularWidth(metrics, index.data(Qt::DisplayRole).toString());
    return {static_cast<int>(std::ceil(width)) + 2 * kCellPadding, m_view->verticalHeader()->defaultSectionSize()};
}

bool TableDelegate::eventFilter(QObject* watched, QEvent* event)
{
    // The kind first: a viewport that is being deleted sends events when the view is no view any more.
    const bool moves = event->type() == QEvent::MouseMove || event->type() == QEvent::Leave;
    if (moves && watched == m_view->viewport()) {
        const int row = event->type() == QEvent::Leave
                            ? -1
                            : m_view->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()).row();
        if (row != m_hoveredRow) {
            m_hoveredRow = row;
            m_view->viewport()->update();
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void applyTableStyle(QTableView* table, bool withPosters)
{
    table->setShowGrid(false);
    table->setAlternatingRowColors(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setTabKeyNavigation(false);
    if (!qobject_cast<TableDelegate*>(table->itemDelegate()))
        table->setItemDelegate(new TableDelegate(table));
    const auto resize = [table, withPosters] {
        table->verticalHeader()->setDefaultSectionSize(theme().tableRowHeight(withPosters));
        table->horizontalHeader()->setFixedHeight(theme().scaled(32));
    };
    QObject::connect(&theme(), &Theme::changed, table, resize);
    resize();
}

}  // namespace tw
