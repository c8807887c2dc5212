// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/likes/likes_table.h"

#include "ui/model/history_model.h"
#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/likes/likes_delegate.h"
#include "ui/widgets/shell/film_acts.h"
#include "ui/widgets/theme/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace tw::ui {
namespace {

constexpr int kLeastTitle = 230;  // with its poster
constexpr int kLikesShare = 136; // bar and number

} // namespace

LikesTable::LikesTable(HistoryFilter& filter, FilmActs& acts, QWidget* parent)
    : QTableView(parent), m_filter(filter), m_acts(acts), m_header(new TableHeader(this)),
      m_delegate(new Delegate(*this, acts))
{
    setItemDelegate(m_delegate);
    setModel(&filter);
    applyTableStyle(this, true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(NoDragDrop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    m_header->setIndent(HistoryModel::TitleColumn, Delegate::kTitleIndent);
    m_header->setRightAligned(HistoryModel::YearColumn);
    m_header->setSortable(true);
    m_header->setSectionResizeMode(QHeaderView::Fixed);
    m_header->setSortIndicator(filter.sortColumn() < 0 ? int(HistoryModel::WhenColumn) : filter.sortColumn(),
                               filter.sortOrder());
    setSortingEnabled(true);
    connect(&theme(), &Theme::changed, this, &LikesTable::fitColumns);
    connect(&acts, &FilmActs::enabledChanged, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { setHot({}); });
}

std::vector<ItemId> LikesTable::selectedItems() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<ItemId> items;
    for (const int row : rows)
        items.push_back(m_filter.itemAt(row));
    return items;
}

ItemId LikesTable::currentItem() const { return m_filter.itemAt(currentIndex().row()); }

void LikesTable::focusTable()
{
    if (!currentIndex().isValid() && m_filter.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_filter.index(0, 0), QItemSelectionModel::NoUpdate);
    setFocus(Qt::OtherFocusReason);
}

void LikesTable::fitColumns()
{
    const Theme& look = theme();
    struct Column {
        int column;
        int width;
    };
    const int share = look.scaled(kLikesShare) + Delegate::kActsWidth;
    Column columns[] = {{HistoryModel::YearColumn, look.scaled(60)},    {HistoryModel::GenresColumn, look.scaled(184)},
                        {HistoryModel::WhatColumn, m_delegate->whatWidth()},   {HistoryModel::WhenColumn, look.scaled(140)},
                        {HistoryModel::FoundInColumn, look.scaled(152)}, {HistoryModel::ShareColumn, share}};
    const auto width = [&columns](int column) -> int& {
        return std::find_if(std::begin(columns), std::end(columns), [column](const Column& c) { return c.column == column; })
            ->width;
    };
    const auto left = [&] {
        int sum = viewport()->width();
        for (const Column& column : columns)
            sum -= column.width;
        return sum;
    };
    m_delegate->iconOnly = false;
    if (left() < kLeastTitle)
        width(HistoryModel::GenresColumn) = 0;
    if (left() < kLeastTitle) {
        m_delegate->iconOnly = true;
        width(HistoryModel::WhatColumn) = look.scaled(60);
    }
    if (left() < kLeastTitle)
        width(HistoryModel::FoundInColumn) = 0;
    // In a wide window places and genres have more to say than most titles.
    if (const int spare = left() - look.scaled(560); spare > 0) {
        width(HistoryModel::GenresColumn) += std::min(spare / 3, look.scaled(140));
        width(HistoryModel::FoundInColumn) += std::min(spare / 3, look.scaled(160));
    }
    for (const Column& column : columns) {
        setColumnHidden(column.column, column.width == 0);
        if (column.width > 0)
            setColumnWidth(column.column, column.width);
    }
    setColumnWidth(HistoryModel::TitleColumn, std::max(left(), 120));
    viewport()->update();
}

LikesTable::Hit LikesTable::hitAt(const QPoint& position) const
{
    const int row = rowAt(position.y());
    if (row < 0)
        return {};
    const QRect cell = visualRect(m_filter.index(row, HistoryModel::ShareColumn));
    for (const ItemAct act : {ItemAct::MoreLikeThis, ItemAct::Remove})
        if (m_delegate->offers(act) && m_delegate->actRect(cell, act).contains(position))
            return {row, act};
    return {row, ItemAct::None};
}

void LikesTable::setHot(Hit hit)
{
    if (hit == m_hot)
        return;
    m_hot = hit;
    m_delegate->hotRow = hit.row;
    m_delegate->hotAct = hit.act;
    viewport()->update();
}

void LikesTable::perform(const Hit& hit) { m_acts.perform(hit.act, m_filter.itemAt(hit.row), Source::Likes); }

QModelIndex LikesTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Rows are the unit: across them there is nowhere to go.
    const int column = std::max(0, currentIndex().column());
    switch (action) {
    case MoveHome: return m_filter.index(0, column);
    case MoveEnd: return m_filter.index(m_filter.rowCount() - 1, column);
    case MoveLeft:
    case MoveRight:
    case MovePrevious:
    case MoveNext: return currentIndex();
    default: return QTableView::moveCursor(action, modifiers);
    }
}

void LikesTable::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    // After an act the focus goes to the next film; the view would go to the one before.
    const int row = currentIndex().row();
    if (row >= start && row <= end && end + 1 < m_filter.rowCount())
        selectionModel()->setCurrentIndex(m_filter.index(end + 1, currentIndex().column()),
                                          QItemSelectionModel::NoUpdate);
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

void LikesTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedByAnything();
}

bool LikesTable::performKey(int key)
{
    const ItemId item = currentItem();
    if (!item.isValid())
        return false;
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_L: m_acts.perform(ItemAct::Like, item, Source::Likes); return true;
    case Qt::Key_D: Q_EMIT turnRoundRequested(); return true;
    case Qt::Key_M: m_acts.perform(ItemAct::MoreLikeThis, item, Source::Likes); return true;
    case Qt::Key_H: m_acts.hide(item, Source::Likes); return true;
    case Qt::Key_G: Q_EMIT m_acts.showOnMapRequested(item); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT m_acts.detailsRequested(item, nullptr, -1); return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete: Q_EMIT removeRequested(); return true;
    default: return false;
    }
}

void LikesTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && performKey(event->key()))
        return;
    const bool selectAll = event->matches(QKeySequence::SelectAll);
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space: QTableView::keyPressEvent(event); break;
    default:
        if (selectAll)
            QTableView::keyPressEvent(event);
        else
            event->ignore(); // no typing ahead: letters are acts
    }
}

void LikesTable::mouseMoveEvent(QMouseEvent* event)
{
    setHot(hitAt(event->position().toPoint()));
    if (m_pressed.act == ItemAct::None)
        QTableView::mouseMoveEvent(event);
}

void LikesTable::mousePressEvent(QMouseEvent* event)
{
    setHot(hitAt(event->position().toPoint()));
    m_pressed = event->button() == Qt::LeftButton ? m_hot : Hit{};
    if (m_pressed.act == ItemAct::None)
        QTableView::mousePressEvent(event);
}

void LikesTable::mouseReleaseEvent(QMouseEvent* event)
{
    const Hit pressed = std::exchange(m_pressed, {});
    if (pressed.act == ItemAct::None) {
        QTableView::mouseReleaseEvent(event);
        return;
    }
    if (hitAt(event->position().toPoint()) == pressed)
        perform(pressed);
}

void LikesTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Hit hit = hitAt(event->position().toPoint());
    if (hit.act != ItemAct::None)
        mousePressEvent(event); // two quick clicks on an act are two acts
    else if (event->button() == Qt::LeftButton && hit.row >= 0)
        Q_EMIT m_acts.detailsRequested(m_filter.itemAt(hit.row), nullptr, -1);
}

void LikesTable::leaveEvent(QEvent* event)
{
    setHot({});
    QTableView::leaveEvent(event);
}

void LikesTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    m_acts.showMenu(m_filter.itemAt(index.row()), Source::Likes, {}, this, place);
}

void LikesTable::focusInEvent(QFocusEvent* event)
{
    // The view would select its first row by itself: a film nobody chose.
    if (!currentIndex().isValid() && m_filter.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_filter.index(0, 0), QItemSelectionModel::NoUpdate);
    QTableView::focusInEvent(event);
    viewport()->update();
}

void LikesTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

bool LikesTable::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QTableView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Hit hit = hitAt(help->pos());
    const QModelIndex index = indexAt(help->pos());
    QString tip;
    if (hit.act != ItemAct::None) {
        tip = hit.act == ItemAct::Remove ? text::tip(tr("Remove"), QStringLiteral("Del"))
                                         : text::tip(itemActName(hit.act, true));
    } else if (index.isValid()) {
        // Whatever a narrow window leaves out of the row.
        const auto face = index.data(HistoryModel::FaceRole).value<ItemFace>();
        QStringList lines{face.titleWithYear()};
        if (!face.originalTitle.isEmpty())
            lines.append(face.originalTitle);
        for (const int column : {HistoryModel::GenresColumn, HistoryModel::WhatColumn, HistoryModel::FoundInColumn})
            lines.append(index.siblingAtColumn(column).data().toString());
        lines.removeAll(QString());
        tip = text::tip(lines.join(QLatin1Char('\n')));
    }
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace tw::ui
