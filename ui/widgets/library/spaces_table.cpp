// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/library/spaces_table.h"

#include "ui/model/spaces_model.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kRadioRoom = 26; // radio and the gap behind it
constexpr int kMenuRoom = 44;  // at the end of the row
constexpr int kBarWidth = 72;

} // namespace

class SpacesTable::Delegate : public TableDelegate {
public:
    using TableDelegate::TableDelegate;

    /// Where the three dots lie in the last cell.
    static QRect menuRect(const QRect& lastCell)
    {
        return {lastCell.right() - 37, lastCell.center().y() - 14, 28, 28};
    }

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& look = theme();
        const QRectF rect = option.rect;
        const QString text = index.data().toString();
        switch (index.column()) {
        case SpacesModel::NameColumn:
            paint::radio(painter, QRectF(rect.left(), rect.top(), 16, rect.height()),
                         index.data(SpacesModel::ActiveRole).toBool());
            text::drawElided(painter, rect.adjusted(kRadioRoom, 0, 0, 0), text, look.fontOfSize(13.5, QFont::DemiBold),
                             look.color(ColorToken::Text));
            break;
        case SpacesModel::NumbersColumn:
            text::drawTabular(painter, rect, Qt::AlignRight, text, look.fontOfSize(13.5), look.color(ColorToken::Text));
            break;
        case SpacesModel::FilmsColumn: paintFilms(painter, rect, index); break;
        case SpacesModel::SizeColumn:
            text::drawTabular(painter, rect.adjusted(0, 0, -kMenuRoom + 10, 0), Qt::AlignRight, text,
                              look.fontOfSize(13.5), look.color(ColorToken::Text2));
            paintIcon(painter, menuRect(option.rect.adjusted(-10, 0, 10, 1)), IconId::Dots, kIconButton,
                      look.color(ColorToken::Text2));
            break;
        default:
            text::drawElided(painter, rect, text, look.fontOfSize(13.5), look.color(ColorToken::Text2));
        }
    }

private:
    static void paintFilms(QPainter* painter, const QRectF& rect, const QModelIndex& index)
    {
        const Theme& look = theme();
        const QVariant progress = index.data(SpacesModel::ProgressRole);
        if (progress.isValid()) {
            paint::bar(painter, QRectF(rect.left(), rect.center().y() - 2, kBarWidth, 4), progress.toDouble());
            text::drawElided(painter, rect.adjusted(kBarWidth + 10, 0, 0, 0),
                             SpacesTable::tr("%1 %, going on").arg(static_cast<int>(progress.toDouble() * 100)),
                             look.font(TypeStep::Caption), look.color(ColorToken::Text2));
            return;
        }
        paintIcon(painter, QRectF(rect.left(), rect.top(), kIconField, rect.height()), IconId::Check, kIconField,
                  look.color(ColorToken::Text2));
        text::drawElided(painter, rect.adjusted(kIconField + 6, 0, 0, 0), index.data().toString(),
                         look.fontOfSize(13.5), look.color(ColorToken::Text2));
    }
};

SpacesTable::SpacesTable(SpacesModel& spaces, QWidget* parent)
    : RowsTable(spaces, Posters::With, kAllRows, parent), m_spaces(spaces)
{
    setObjectName(QStringLiteral("spacesTable"));
    setAccessibleName(tr("Spaces"));
    setItemDelegate(new Delegate(this));
    header().setRightAligned(SpacesModel::NumbersColumn);
    header().setRightAligned(SpacesModel::SizeColumn, kMenuRoom - 10);
    header().setSilent(SpacesModel::SizeColumn);
    fit();
}

void SpacesTable::setWritable(bool writable) { m_writable = writable; }

void SpacesTable::fitColumns()
{
    const Theme& look = theme();
    struct Column {
        int column;
        int width;
    };
    // The last to come is the first to go.
    Column columns[] = {{SpacesModel::SizeColumn, kMenuRoom},           {SpacesModel::FilmsColumn, look.scaled(180)},
                        {SpacesModel::IndexColumn, look.scaled(90)},    {SpacesModel::FromColumn, look.scaled(160)},
                        {SpacesModel::NumbersColumn, look.scaled(88)},  {SpacesModel::KindColumn, look.scaled(116)}};
    const auto left = [&] {
        int sum = viewport()->width();
        for (const Column& column : columns)
            sum -= column.width;
        return sum;
    };
    const int least = look.scaled(210);
    for (std::size_t i = std::size(columns) - 1; i > 1 && left() < least; --i)
        columns[i].width = 0;
    if (left() > least + look.scaled(90)) {
        columns[0].width += look.scaled(90);
        header().setSilent(SpacesModel::SizeColumn, false);
    } else {
        header().setSilent(SpacesModel::SizeColumn, true);
    }
    for (const Column& column : columns) {
        setColumnHidden(column.column, column.width == 0);
        if (column.width > 0)
            setColumnWidth(column.column, column.width);
    }
    setColumnWidth(SpacesModel::NameColumn, std::max(left(), 120));
}

void SpacesTable::use(int row)
{
    if (row >= 0 && !m_spaces.index(row, 0).data(SpacesModel::ActiveRole).toBool())
        Q_EMIT useRequested(m_spaces.idAt(row));
}

void SpacesTable::showMenu(int row, const QPoint& globalPoint)
{
    const QString id = m_spaces.idAt(row);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("spaceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* useAct = menu->addAction(icon(IconId::Layers), tr("Use this space"));
    useAct->setEnabled(!m_spaces.index(row, 0).data(SpacesModel::ActiveRole).toBool());
    connect(useAct, &QAction::triggered, this, [this, id] { Q_EMIT useRequested(id); });
    QAction* rebuild = menu->addAction(icon(IconId::Gauge), tr("Rebuild its index…"));
    connect(rebuild, &QAction::triggered, this, [this, id] { Q_EMIT rebuildRequested(id); });
    menu->addSeparator();
    QAction* remove = menu->addAction(icon(IconId::Trash), tr("Remove this space…"));
    connect(remove, &QAction::triggered, this, [this, id] { Q_EMIT removeRequested(id); });
    rebuild->setEnabled(m_writable);
    remove->setEnabled(m_writable);
    menu->popup(globalPoint);
}

void SpacesTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: use(currentIndex().row()); return;
    case Qt::Key_Delete:
        if (m_writable && currentIndex().isValid())
            Q_EMIT removeRequested(m_spaces.idAt(currentIndex().row()));
        return;
    case Qt::Key_Up:
    case Qt::Key_Down: RowsTable::keyPressEvent(event); return;
    default: event->ignore();
    }
}

void SpacesTable::mouseReleaseEvent(QMouseEvent* event)
{
    RowsTable::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (index.column() == SpacesModel::SizeColumn
        && Delegate::menuRect(visualRect(index)).contains(event->position().toPoint()))
        showMenu(index.row(), event->globalPosition().toPoint());
    else if (index.column() == SpacesModel::NameColumn)
        use(index.row());
}

void SpacesTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        showMenu(index.row(), byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace tw::ui
