// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/facet_popover.h"

#include "ui/widgets/kit/focus_ring.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kRowHeight = 30, kRowsShown = 10, kWidth = 260, kBorder = 6;
constexpr int kCountRole = Qt::UserRole + 1;

} // namespace

/// A check box, the value, and how many films have it.
class FacetPopover::Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {option.rect.width(), theme().scaled(kRowHeight)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row(option.rect);
        const bool current = option.state & QStyle::State_HasFocus;
        if (option.state & QStyle::State_MouseOver || current)
            paint::roundedRect(painter, row, radius::kControl, theme().color(ColorToken::Hover));
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        paint::checkBox(painter, QRectF(row.left() + 8, row.top(), 16, row.height()), on);
        const QString count = index.data(kCountRole).toString();
        const QFont small = theme().font(TypeStep::Small);
        const double width = text::tabularWidth(QFontMetricsF(small), count);
        const QRectF line = row.adjusted(34, 0, -10, 0);
        text::drawTabular(painter, line, Qt::AlignRight, count, small, theme().color(ColorToken::Text3));
        text::drawElided(painter, line.adjusted(0, 0, -width - 10, 0), index.data().toString(),
                         theme().font(TypeStep::Small, on ? QFont::DemiBold : 0), theme().color(ColorToken::Text));
        if (current && keyboardFocusVisible())
            paint::focusRing(painter, row, radius::kControl, paint::Ring::Inside);
        painter->restore();
    }
};

FacetPopover::FacetPopover(FilterPresenter& filter, QWidget* page)
    : Popover(page), m_filter(filter), m_list(new QListView(this)), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("facetPopover"));
    auto* inside = new QHBoxLayout(this);
    inside->setContentsMargins(kBorder, kBorder, kBorder, kBorder);
    inside->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setObjectName(QStringLiteral("facetValues"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    setGround(m_list->viewport(), ColorToken::Popover);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { toggle(index.row()); });
    connect(&filter, &FilterPresenter::changed, this, &FacetPopover::refresh);
    hide();
}

const FacetView* FacetPopover::view() const
{
    for (const FacetView& facet : m_filter.facets())
        if (m_field == facet.field)
            return &facet;
    return nullptr;
}

void FacetPopover::open(FilterField field, QWidget* chip)
{
    m_field = field;
    m_chip = chip;
    m_model->clear();
    refresh();
    show();
    raise();
    m_list->scrollToTop();
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this); // a click elsewhere closes, also where nothing takes the focus
}

void FacetPopover::close()
{
    if (!m_field)
        return;
    m_field.reset();
    qApp->removeEventFilter(this);
    const bool hadFocus = m_list->hasFocus();
    hide();
    if (hadFocus && m_chip)
        m_chip->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void FacetPopover::refresh()
{
    const FacetView* facet = view();
    if (!facet)
        return;
    m_list->setAccessibleName(facet->name);
    const int rows = static_cast<int>(facet->rows.size());
    m_model->setColumnCount(1);
    m_model->setRowCount(rows);
    for (int i = 0; i < rows; ++i) {
        const FacetRow& row = facet->rows[static_cast<std::size_t>(i)];
        const QModelIndex index = m_model->index(i, 0);
        const QString count = row.count > 0 ? QLocale().toString(static_cast<qulonglong>(row.count)) : QString();
        m_model->setData(index, row.text);
        m_model->setData(index, row.on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        m_model->setData(index, count, kCountRole);
        m_model->setData(index, row.count > 0 ? tr("%1, %2", "value and number of films").arg(row.text, filmCount(row.count)) : row.text,
                         Qt::AccessibleTextRole);
    }
    place();
}

void FacetPopover::place()
{
    if (!m_chip)
        return;
    const int rows = std::clamp(m_model->rowCount(), 1, kRowsShown);
    const QPoint at = m_chip->mapTo(parentWidget(), QPoint(0, m_chip->height() + 4));
    const int width = theme().scaled(kWidth);
    const int most = std::max(theme().scaled(kRowHeight) * 3, parentWidget()->height() - at.y() - kBorder);
    setGeometry(std::max(kBorder, std::min(at.x(), parentWidget()->width() - width - kBorder)), at.y(), width,
                std::min(rows * theme().scaled(kRowHeight) + 2 * kBorder, most));
}

void FacetPopover::toggle(int row)
{
    const FacetView* facet = view();
    if (facet && row >= 0 && row < static_cast<int>(facet->rows.size()))
        m_filter.toggle(FilterTerm(facet->rows[static_cast<std::size_t>(row)].term));
}

bool FacetPopover::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter: toggle(m_list->currentIndex().row()); return true;
        case Qt::Key_Escape: close(); return true;
        default: break;
        }
    }
    if (event->type() == QEvent::MouseButtonPress && m_field) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget != this && !isAncestorOf(widget) && widget != m_chip)
            close();
    }
    if (watched == m_list && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
        close();
    return Popover::eventFilter(watched, event);
}

} // namespace tw::ui
