// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/table_header.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QCursor>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QTableView>

namespace tw {
namespace {

constexpr int kPadding = 10;
constexpr int kArrow = 12;

}  // namespace

TableHeader::TableHeader(QTableView* table)
    : QHeaderView(Qt::Horizontal, table)
{
    table->setHorizontalHeader(this);
    setAccessibleName(tr("Columns"));
    setPaintsOwnFocus(this);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    connect(&theme(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TableHeader::setIndent(int section, int pixels) { m_indents[section] = pixels; }

void TableHeader::setRightAligned(int section, int room) { m_right[section] = room; }

void TableHeader::setSilent(int section, bool silent)
{
    m_silent[section] = silent;
    viewport()->update();
}

void TableHeader::setSortable(bool sortable)
{
    setSectionsClickable(sortable);
    setSortIndicatorShown(sortable);
    setFocusPolicy(sortable ? Qt::TabFocus : Qt::NoFocus);
}

QString TableHeader::nameOf(int section) const
{
    return model() ? model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString() : QString();
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Theme& look = theme();
    painter->save();
    painter->fillRect(rect, look.color(ColorToken::Surface));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.color(ColorToken::LineControl));
    const bool focused = hasFocus() && m_section == section;
    if (!m_silent.value(section)) {
        const bool hovered = sectionsClickable() && underMouse()
                             && logicalIndexAt(viewport()->mapFromGlobal(QCursor::pos())) == section;
        const QColor color = look.color(hovered || focused ? ColorToken::Text : ColorToken::Text2);
        const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
        const bool right = m_right.contains(section);
        QRectF room = QRectF(rect).adjusted(kPadding + m_indents.value(section), 0, -kPadding - m_right.value(section), -1);
        if (sorted)
            room.adjust(0, 0, -kArrow - 4, 0);
        const QFont font = look.font(TypeStep::Label);
        const double width = text::drawElided(painter, room, nameOf(section), font, color,
                                              right ? Qt::AlignRight : Qt::AlignLeft);
        if (sorted) {
            const double x = right ? room.right() + 4 : room.left() + width + 4;
            paintIcon(painter, QRectF(x, rect.top(), kArrow, rect.height() - 1),
                      sortIndicatorOrder() == Qt::DescendingOrder ? IconId::Down : IconId::Up, kArrow, color);
        }
    }
    if (focused && keyboardFocusVisible())
        paint::focusRing(painter, QRectF(rect).adjusted(0, 0, 0, -1), radius::kTag, paint::Ring::Inside);
    painter->restore();
}

void TableHeader::step(int by)
{
    for (int visual = visualIndex(m_section) + by; visual >= 0 && visual < count(); visual += by) {
        const int section = logicalIndex(visual);
        if (!isSectionHidden(section)) {
            m_section = section;
            announce();
            viewport()->update();
            return;
        }
    }
}

void TableHeader::announce() { setAccessibleName(tr("Sort by: %1").arg(nameOf(m_section))); }

void TableHeader::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: step(isRightToLeft() ? 1 : -1); return;
    case Qt::Key_Right: step(isRightToLeft() ? -1 : 1); return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const bool again = sortIndicatorSection() == m_section;
        const bool rising = sortIndicatorOrder() == Qt::AscendingOrder;
        setSortIndicator(m_section, again && rising ? Qt::DescendingOrder : Qt::AscendingOrder);
        return;
    }
    default: event->ignore();
    }
}

void TableHeader::focusInEvent(QFocusEvent* event)
{
    QHeaderView::focusInEvent(event);
    if (m_section < 0 || isSectionHidden(m_section))
        m_section = sortIndicatorSection() >= 0 ? sortIndicatorSection() : logicalIndex(0);
    announce();
    viewport()->update();
}

void TableHeader::focusOutEvent(QFocusEvent* event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

}  // namespace tw
